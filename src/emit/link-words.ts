/** What links say, in words: what stands where, and never what follows from what. */
import type { DocumentRelation, Link } from "../model/link.ts";
import type { Language } from "../model/finding.ts";

/** What a notice and a task are known by. */
interface NamedNotice {
  readonly id: string;
  readonly documentNumber: string | null;
  readonly title: string | null;
}

interface NamedTask {
  readonly number: string | null;
  readonly ordinal: number;
}

const quoted = (words: string): string => `“${words.replace(/\s+/gu, "")}”`;

/** How a notice is called: by its number, else its title. */
export function nameOf({ id, documentNumber, title }: NamedNotice): string {
  return documentNumber ?? title ?? id;
}

/** How a task is called: 第8项. */
export function itemName({ number, ordinal }: NamedTask, language: Language): string {
  if (number === null) return language === "zh" ? `第${ordinal}条` : `item ${ordinal}`;
  return /^\d+$/u.test(number) ? (language === "zh" ? `第${number}项` : `item ${number}`) : number;
}

/** What relates two notices. `nameOfNotice` gives a name for an id. */
export function relationSentence(documents: DocumentRelation | null, nameOfNotice: (id: string) => string, language: Language): string {
  const zh = language === "zh";
  if (documents === null) return zh ? "文字相同，未见引用关系。" : "Equal words; no reference was found.";
  const { relation, by, verb, words, through } = documents;
  const named = [verb, words].flatMap((one) => (one === null ? [] : [quoted(one)]));
  const says = by === null ? "" : `${nameOfNotice(by)}${zh ? "写有" : " says "}${named.join(zh ? "" : " ")}`;
  switch (relation) {
    case "shared-reference":
      return zh ? `两份通知都提到${through.map(quoted).join("、")}。` : `Both notices name ${through.map(quoted).join(", ")}.`;
    case "indirect":
      return zh ? `${says}，其中的文件又提到另一份（经由${through.map(nameOfNotice).join("、")}）。` : `${says}; that document names the other (by way of ${through.map(nameOfNotice).join(", ")}).`;
    case "series":
      return zh ? "同一机关不同年份的同类通知，未见引用关系。" : "Notices of one series for different years; no reference was found.";
    case "repeats":
      return zh ? "同一标题的通知，编号不同，可能是重印。" : "The same title under another number, perhaps a reprint.";
    default:
      return zh ? `${says}。` : `${says}.`;
  }
}

/** How much of a task stands in another; `this item` is that of the side. */
export function wordingSentence({ characters, coverFrom, coverTo }: Pick<Link, "characters" | "coverFrom" | "coverTo">, language: Language, side: "from" | "to" = "from"): string {
  const [own, other] = (side === "from" ? [coverFrom, coverTo] : [coverTo, coverFrom]).map((share) => `${Math.round(share * 100)}%`);
  return language === "zh" ? `${characters}字相同（占本项${own}、对方${other}）` : `${characters} characters equal (${own} of this item, ${other} of the other)`;
}

/** What differs, each in a few words, from `to` to `from`; `from` may be called by a name. */
export function differenceWords({ differences: { due, lead, figures, added, dropped } }: Pick<Link, "differences">, language: Language, from = ""): string[] {
  const zh = language === "zh";
  const none = zh ? "无" : "none";
  return [
    ...(due === null ? [] : [`${zh ? "时限" : "due"} ${due[1] ?? none} → ${due[0] ?? none}`]),
    ...(lead === null ? [] : [`${zh ? "单位" : "units"} ${lead[1].join("、") || none} → ${lead[0].join("、") || none}`]),
    ...figures.map(([later, earlier]) => `${zh ? "数字" : "figure"} ${earlier} → ${later}`),
    ...(dropped.length === 0 ? [] : [`${from}${zh ? "未见" : "dropped"} ${dropped.map(quoted).join("、")}`]),
    ...(added.length === 0 ? [] : [`${from}${zh ? "另有" : "added"} ${added.map(quoted).join("、")}`]),
  ];
}
