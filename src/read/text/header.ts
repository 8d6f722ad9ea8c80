/** Printed table headers by their words. */
import { columnKind } from "../../rules/columns.ts";
import { readUnitHeader } from "../../rules/units/headers.ts";
import { folded } from "../../text/fold.ts";

/** What a header word lets expect below it: labels that group rows, numbers, words that say what to do … */
export type Expectation = "group" | "number" | "words" | "units" | "time" | "other";

/** Header words are short; longer text is a row of the body. */
const longestHeader = 24;

/** What a header lets expect, null for words that no rule knows. A task column may hold words or group labels. */
export function expectationOf(header: string): Expectation | "task" | null {
  const words = folded(header);
  if (words === "" || words.length > longestHeader) return null;
  const kind = columnKind(words);
  if (kind === "category") return "group";
  if (kind === "content" || kind === "detail") return "words";
  if (kind === "number" || kind === "time" || kind === "task") return kind;
  if (kind !== null) return "other";
  return readUnitHeader(words) === null ? null : "units";
}

/** Whether at least two cells, and at least half of those with words, read as headers. */
export function isHeaderRow(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => folded(cell) !== "");
  if (filled.some((cell) => folded(cell).length > longestHeader)) return false;
  const known = filled.filter((cell) => expectationOf(cell) !== null).length;
  return known >= 2 && known * 2 >= filled.length;
}
