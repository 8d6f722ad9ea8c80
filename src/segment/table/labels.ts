/** Labels that head records one by one, in a first column or in front of each value. */
import { headerMeaning, type Meaning } from "./header.ts";
import type { GridCell } from "./grid.ts";

/** Whether cells are the labels of a record: nearly all of them are known headers, something says what to do, and something who or until when. */
export function areLabels(cells: readonly GridCell[]): boolean {
  const meanings = cells.map(({ quote }) => headerMeaning(quote.text));
  const known = meanings.filter((meaning) => meaning !== null);
  if (known.length < 2 || known.length * 10 < cells.length * 6) return false;
  return known.some(saysWork) && known.some(({ kind }) => kind === "units" || kind === "time");
}

function saysWork({ kind }: Meaning): boolean {
  return kind === "task" || kind === "content" || kind === "detail" || kind === "aim";
}
