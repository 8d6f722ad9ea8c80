/** What the columns of a table usually hold. */
import { pauses } from "../../rules/continuations.ts";
import type { GrowingCell } from "./growing-cell.ts";
import { startsItem } from "./paragraphs.ts";
import { largest } from "../../model/extremes.ts";

/** What each column of a table holds, by the cells of one column below the header. */
export interface Profile {
  /** First column of running numbers, -1 without one. */
  readonly serial: number;
  /** Its words are long, as those that say what to do. */
  readonly long: readonly boolean[];
  /** The share of cells with words, those at the top of a page left out. */
  readonly filled: readonly number[];
  /** The share of words that begin with an outline number. */
  readonly marked: readonly number[];
  /** The mean length of words. */
  readonly typical: readonly number[];
  /** The share of words that end with a mark that parts clauses. */
  readonly pausing: readonly number[];
  /** It stands left of the numbers or the long words and holds labels for several rows. */
  readonly label: readonly boolean[];
}

/** A running number that has a cell of its own. */
export const serialNumber = /^[(（]?\d{1,4}[)）.．、]?$/u;

/** Profiles the columns of a table from the cells of its parts. */
export function profileOf(parts: readonly (readonly GrowingCell[])[], columns: number): Profile {
  const all = Array.from({ length: columns }, () => ({ blank: 0, filled: 0, marked: 0, serials: 0, pausing: 0, length: 0 }));
  for (const [i, cells] of parts.entries()) {
    for (const { r0, c0, c1, words } of cells) {
      const column = all[c0];
      if (column === undefined || c1 !== c0 + 1) continue;
      if (words === "") {
        if (i === 0 || r0 > 0) column.blank++;
        continue;
      }
      column.filled++;
      column.length += words.length;
      if (startsItem.test(words)) column.marked++;
      if (pauses(words)) column.pausing++;
      if (serialNumber.test(words)) column.serials++;
    }
  }
  const lengths = all.map(({ length, filled }) => length / Math.max(filled, 1));
  const longest = largest(lengths);
  const serial = all.findIndex(({ serials, filled }) => serials >= 1 && serials >= 0.6 * filled);
  const text = lengths.findIndex((length) => length >= longest / 2);
  const edge = serial === -1 ? text : serial;
  return {
    serial,
    long: lengths.map((length) => length >= longest / 2),
    filled: all.map(({ filled, blank }) => (filled === 0 ? 0 : filled / (filled + blank))),
    marked: all.map(({ marked, filled }) => (filled === 0 ? 0 : marked / filled)),
    typical: lengths,
    pausing: all.map(({ pausing, filled }) => (filled === 0 ? 0 : pausing / filled)),
    label: all.map((_, column) => column < edge),
  };
}
