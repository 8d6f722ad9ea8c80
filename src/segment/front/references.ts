/** Other documents that a notice cites or repeals. They stand inside running text and take no claim of their own. */
import type { Block, NoticeDocument } from "../../model/document.ts";
import type { FrontMatter } from "../../model/draft.ts";
import { paragraphsOf, quote } from "../../model/quote.ts";
import { findDocumentNumbers, numberKey, type DocumentNumber } from "../../text/document-number.ts";
import { simplify } from "../../text/traditional.ts";
import { citedTitles } from "./enclosure.ts";
import { unwrap } from "../../text/lines.ts";

type Reference = FrontMatter["references"][number];

const repeal = /(?:停止执行|同时废止|予以废止|即行废止|自行废止|废止|停止实施|不再执行|宣布失效|自行失效)/u;

/** Every other document number, once each and in order, with the 《title》 right before it; and titles without number that are repealed. */
export function findReferences(document: NoticeDocument, blocks: readonly Block[], own: string | null): Reference[] {
  const found: Reference[] = [];
  const seen = new Set<string>(own === null ? [] : [numberKey(own)]);
  for (const paragraph of paragraphsOf(blocks)) {
    const text = document.text.slice(paragraph.span.start, paragraph.span.end);
    if (!/[号號》]/u.test(text)) continue;
    for (const one of referencesIn(text)) {
      const key = one.number === null ? `《${one.title ?? ""}` : numberKey(one.number.text);
      if (seen.has(key)) continue;
      seen.add(key);
      const span = { start: paragraph.span.start + one.start, end: paragraph.span.start + one.end };
      found.push({ documentNumber: one.number?.text ?? null, title: one.title, relation: one.relation, quote: quote(document, span) });
    }
  }
  return found;
}

interface Found {
  readonly number: DocumentNumber | null;
  readonly title: string | null;
  readonly relation: Reference["relation"];
  readonly start: number;
  readonly end: number;
}

function referencesIn(text: string): Found[] {
  const titles = citedTitles(text);
  const numbers = findDocumentNumbers(text);
  const found: Found[] = numbers.map((number) => {
    const before = text.slice(0, number.range[0]);
    const title = titles.findLast(({ end }) => end < number.range[0] && /^》?[\s（(〔[]{0,3}$/u.test(before.slice(end)));
    const [start, end] = [title?.start ?? number.range[0], number.range[1]];
    return { number, title: title === undefined ? null : tidy(text.slice(title.start, title.end)), relation: relationAt(text, start, end), start, end };
  });
  for (const { start, end } of titles) {
    if (found.some((one) => one.start <= start && end <= one.end) || relationAt(text, start, end) !== "repeals") continue;
    found.push({ number: null, title: tidy(text.slice(start, end)), relation: "repeals", start, end });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** What the sentence says right after (《X》同时废止) or before (废止《X》) the words. */
function relationAt(text: string, start: number, end: number): Reference["relation"] {
  const after = /^[^。；;]{0,300}/u.exec(simplify(text.slice(end, end + 300)))?.[0] ?? "";
  const match = repeal.exec(after);
  if (match !== null && /^[》）)\s]*(?:、|和|及|以及)?(?:《[^》]{0,300}》[^《）)]{0,25}(?:[）)](?:、|和|及|以及)?)?)*[^《，,]{0,20}$/u.test(after.slice(0, match.index))) return "repeals";
  return /(?:废止|停止执行)(?:《[^》]{0,300}》[^《）)]{0,25}[）)]?[、和及])*《?$/u.test(simplify(text.slice(Math.max(0, start - 300), start))) ? "repeals" : "cites";
}

function tidy(title: string): string {
  return unwrap(title).trim();
}
