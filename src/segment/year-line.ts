/** The year of the work where no title names it: alone on a line at the head (（2025年度）), or in the title row of a table. */
import type { NoticeDocument } from "../model/document.ts";
import type { Field } from "../model/draft.ts";
import type { Quote } from "../model/quote.ts";
import { headYear } from "../rules/metadata/wording.ts";

/** So many lines make the head: of the document, or below its title. */
const headLines = 14;
const belowTitle = 3;

/** The line that says it; null where none does. */
export function yearLine(document: NoticeDocument, title: Field | null): Quote | null {
  const end = title?.quote?.spans.at(-1)?.end ?? -1;
  const below = end < 0 ? null : lineFrom(document, end + 1, belowTitle, (line) => headYear.alone.test(line));
  return below ?? lineFrom(document, 0, headLines, (line) => headYear.alone.test(line) || headYear.column.test(line) || headYear.given.test(line) || (title === null && line.length <= longestTitle && headYear.titleRow.test(line)));
}

/** The first of some lines from an offset on that says so. */
function lineFrom({ text }: NoticeDocument, from: number, lines: number, says: (line: string) => boolean): Quote | null {
  let start = from;
  for (let i = 0; i < lines && start < text.length; i++) {
    const stop = text.indexOf("\n", start);
    const end = stop < 0 ? text.length : stop;
    if (says(text.slice(start, end).trim())) return { text: text.slice(start, end), spans: [{ start, end }] };
    start = end + 1;
  }
  return null;
}

const longestTitle = 60;
