/** Where a table of cells on lines of their own ends: what follows must be no row of it, and its last row no words from behind it. */
import { looksLikeTime } from "../../rules/columns.ts";
import { recogniseAllocation } from "../../rules/units/allocation.ts";
import { folded } from "../../text/fold.ts";
import { readOnlyDate } from "../../text/written-date.ts";
import { expectationOf } from "./header.ts";

/** A cell as far as its place in a row is asked. */
export interface EndCell {
  readonly words: string;
  /** Blank lines stand right above it. */
  readonly apart: boolean;
}

const loneNumber = /^[(（]?([\d０-９]{1,3})[)）.．、]?$/u;
const sentence = /[。；;：:！!？?]/u;

/** The number that stands alone on a line, whatever sign is around it; null for other words. */
function numberAlone(words: string): number | null {
  const digits = loneNumber.exec(words)?.[1];
  return digits === undefined ? null : Number(digits.normalize("NFKC"));
}

/** Whether a line behind a table counts its rows on, over a gap or from the first again. `next`: the number that is due. */
export function countsRowsOn(words: string, next: number): boolean {
  const number = numberAlone(words);
  return number !== null && (number >= next - 1 || number === 1);
}

/** Whether the cells of the last row are what those above them are: nothing else tells them from the words behind the table. */
export function lastRowFits(heads: readonly string[], rows: readonly (readonly EndCell[])[]): boolean {
  const last = rows.at(-1) ?? [];
  const others = rows.slice(0, -1);
  return last.every((cell, column) => column === 0 || cellFits(cell, others.flatMap((row) => row[column] ?? []), expectationOf(heads[column] ?? "")));
}

function cellFits(cell: EndCell, above: readonly EndCell[], kind: ReturnType<typeof expectationOf>): boolean {
  if (cell.apart && !above.some(({ apart }) => apart)) return false;
  if (kind === "task" || kind === "words") return numberAlone(cell.words) === null;
  if (sentence.test(cell.words) && !above.some(({ words }) => sentence.test(words))) return false;
  // The only whole date of its column may be that of the notice, below a row without a time.
  if (kind === "time" && isWholeDate(cell) && !above.some(isWholeDate)) return false;
  if (kind === "time") return isLike(looksLikeTime, cell, above);
  if (kind === "units") return isLike((words) => recogniseAllocation(words) !== null, cell, above);
  return true;
}

function isWholeDate({ words }: EndCell): boolean {
  return readOnlyDate(words) !== null;
}

/** Words that no rule knows pass where such stand above; a lone number never does. */
function isLike(test: (words: string) => boolean, cell: EndCell, above: readonly EndCell[]): boolean {
  const fits = ({ words }: EndCell): boolean => test(folded(words));
  return fits(cell) || (numberAlone(cell.words) === null && !above.every(fits));
}
