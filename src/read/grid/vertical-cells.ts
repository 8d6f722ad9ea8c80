/** Vertical text with a line between its columns: the lines are drawn for the eye and make no table. */
import type { Lattice } from "./lattice.ts";
import { partColumns } from "./vertical-columns.ts";
import { largest, smallest } from "../../model/extremes.ts";

/** Fewer columns may be the cells of a table. */
const fewest = 4;
/** Columns are this wide at most, in sizes of their type, and alike to this share. */
const widest = 3;
const alike = 0.15;

/** Whether a grid of one row has one column of vertical text in each cell, and no other words. */
export function isLinedText({ xs, ys, cells }: Lattice): boolean {
  if (ys.length !== 2 || xs.length <= fewest || cells.some(({ nested }) => nested.length > 0)) return false;
  const widths = xs.slice(1).map((x, i) => x - (xs[i] ?? 0));
  if (largest(widths) > (1 + alike) * smallest(widths)) return false;
  const written = cells.filter(({ glyphs }) => glyphs.some(({ text }) => text !== " "));
  return written.length >= fewest && written.every(({ glyphs }) => glyphs.every(({ type }) => type.size * widest > (widths[0] ?? 0)) && isOneColumn(glyphs));
}

function isOneColumn(glyphs: Lattice["cells"][number]["glyphs"]): boolean {
  const { columns, rest } = partColumns(glyphs);
  return columns.length > 0 && rest.every(({ text }) => text === " ") && largest(columns.map(({ right }) => right)) - smallest(columns.map(({ left }) => left)) < 1.6 * (columns[0]?.size ?? 0);
}
