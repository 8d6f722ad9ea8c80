/** What names of files say about their part in a notice: 附件2-联系表.docx is no letter. */
import { chineseNumber } from "../text/numerals.ts";

/** How a path is shown to people, where its own letters are not what a person reads. */
type Shown = (path: string) => string;

const asIs: Shown = (path) => path;

const attachment = /附(?:件|表|录)\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})?/u;
const latin = /(?:^|[^a-z])(?:attachment|attach|annex|appendix|fujian)[\s_-]*([0-9]{1,2})?/iu;

/** The label of an attachment by the name of its file: “附件2”, “附件” without a number, null for a file that is not named as one. */
export function labelInName(name: string, shown: Shown = asIs): string | null {
  const file = shown(name.slice(name.lastIndexOf("/") + 1)).normalize("NFKC");
  const match = attachment.exec(file) ?? latin.exec(file);
  if (match === null) return null;
  const number = match[1] === undefined ? null : chineseNumber(match[1]);
  return number === null ? "附件" : `附件${number}`;
}

/** Names in the order in which a person lists them: numbers by value, everything else by code unit. */
export function byName(a: string, b: string): number {
  const [x, y] = [parts(a), parts(b)];
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const [p = "", q = ""] = [x[i], y[i]];
    const numbers = /^\d/u.test(p) && /^\d/u.test(q);
    if (numbers && Number(p) !== Number(q)) return Number(p) - Number(q);
    if (p !== q) return p < q ? -1 : 1;
  }
  return x.length - y.length;
}

function parts(name: string): string[] {
  return name.split(/(\d{1,15})/u).filter((part) => part !== "");
}

/** The files of one folder as letter and attachments: the first that is not named as an attachment is the letter, web pages before others. */
export function letterFirst(names: readonly string[], shownAs: Shown = asIs): { readonly letter: string; readonly attachments: readonly { readonly name: string; readonly label: string | null }[] } | null {
  const shown = new Map(names.map((name) => [name, shownAs(name)]));
  const ordered = [...names].sort((a, b) => byName(shown.get(a) ?? a, shown.get(b) ?? b));
  const plain = ordered.filter((name) => labelInName(name, shownAs) === null);
  const letter = plain.find((name) => /正文|通知|letter|index/iu.test(shown.get(name) ?? name)) ?? plain.find((name) => /\.[a-z]?html?$/iu.test(name)) ?? plain[0] ?? ordered[0];
  if (letter === undefined) return null;
  const attachments = ordered.filter((name) => name !== letter).map((name) => ({ name, label: labelInName(name, shownAs) }));
  return { letter, attachments: [...attachments].sort((a, b) => order(a.label) - order(b.label)) };
}

function order(label: string | null): number {
  const number = label === null ? Number.NaN : Number(label.slice(2));
  return Number.isNaN(number) || label === "附件" ? 1_000 : number;
}
