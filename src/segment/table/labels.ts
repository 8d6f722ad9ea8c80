/** Labels that head records one by one, in a first column or in front of each value. */
import { headerMeaning } from "./header.ts";
import type { Meaning } from "./header-columns.ts";
import type { GridCell } from "./grid.ts";

/** The share of the labels of a record that are known headers. */
const usualShare = 0.6;

/** Whether cells are the labels of a record: nearly all of them are known headers, something says what to do, and something who or until when. */
export function areLabels(cells: readonly GridCell[], share = usualShare): boolean {
  const known = cells.flatMap((cell) => labelOf(cell) ?? []);
  if (known.length < 2 || known.length < cells.length * share) return false;
  return known.some(saysWork) && known.some(({ kind }) => kind === "units" || kind === "time");
}

/** What a label announces; a month or quarter may as well be a value. */
export function labelOf({ quote }: GridCell): Meaning | null {
  const meaning = headerMeaning(quote.text);
  return meaning?.kind === "period" ? null : meaning;
}

function saysWork({ kind }: Meaning): boolean {
  return kind === "task" || kind === "content" || kind === "detail" || kind === "aim";
}
