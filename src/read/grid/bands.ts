/** Tables of which every other row is coloured: where the first or the last row is white, no edge says where it ends, but its words do. */
import type { Box } from "../../model/position.ts";
import { segmentsOf, type TextColumn } from "./gutters.ts";
import type { Line } from "./lines.ts";
import type { Stack } from "./rule-stacks.ts";
import { columnsOf } from "./text-region.ts";
import { largest, smallest } from "../../model/extremes.ts";

/** Edges this near each other, in points, are one edge. */
const near = 3;
/** Lower white stripes, in points, part two coloured rows; nothing is written in them. */
const lowest = 7;
/** A row may be so many times as high as the tallest one between edges. */
const tallest = 1.3;
/** Words of one row stand no farther from each other, and from the band, than this many sizes of their type. */
const [between, beside] = [0.8, 1.6];

/** The lines across a table with those around a white first and last row. */
export function withOuterRows(stack: Stack, bands: readonly Box[], lines: readonly Line[]): Stack {
  const { left, right, across } = stack;
  const [top, bottom] = [across[0] ?? 0, across.at(-1) ?? 0];
  const own = bands.filter((band) => Math.abs(band[0] - left) <= near && Math.abs(band[2] - right) <= near && band[1] >= top - near && band[3] <= bottom + near);
  const stripes = own.slice(1).map((band, i) => band[1] - (own[i]?.[3] ?? band[1])).filter((height) => height >= lowest);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined || stripes.length === 0) return stack;
  const level = lines.filter((line) => line.direction === 0 && line.left >= left - near && line.right <= right + near);
  const columns = columnsOf(level.filter(({ depth }) => depth > top && depth < bottom));
  if (columns.length < 2) return stack;
  const reach = tallest * largest([...stripes, ...own.map((band) => band[3] - band[1])]);
  const below = bottom - last[3] > near ? [] : rowBeside(level.filter(({ depth }) => depth > bottom), bottom, reach, columns);
  const above = first[1] - top > near ? [] : rowBeside(level.filter(({ depth }) => depth < top).reverse(), top, reach, columns);
  const fewest = Math.max(2, columns.length - 1);
  return {
    left,
    right,
    // Above a table stand its name and its units: only what fills the columns is a row.
    across: [...(fills(above, fewest, columns) ? [smallest(above.map((line) => line.top)) - 1] : []), ...across, ...(fills(below, 2, columns) ? [largest(below.map((line) => line.bottom)) + 1] : [])],
  };
}

/** The lines next to an edge, from it outwards, as far as they stand together and in the columns. */
function rowBeside(lines: readonly Line[], edge: number, reach: number, columns: readonly TextColumn[]): Line[] {
  const row: Line[] = [];
  for (const line of lines) {
    const before = row.at(-1);
    const gap = before === undefined ? distance(line, edge, edge) : distance(line, before.top, before.bottom);
    const far = Math.max(Math.abs(line.top - edge), Math.abs(line.bottom - edge));
    if (gap > (before === undefined ? beside : between) * line.size || far > reach || !fits(line, columns)) break;
    row.push(line);
  }
  return row;
}

function distance({ top, bottom }: Line, from: number, to: number): number {
  return Math.max(top - to, from - bottom, 0);
}

/** The columns that each stretch of words of a line touches. */
function touched(line: Line, columns: readonly TextColumn[]): number[][] {
  return segmentsOf(line, columns).map(({ left, right }) => columns.flatMap((column, i) => (left < column.right && right > column.left ? [i] : [])));
}

/** Whether the words of a line keep to the columns, one stretch each. */
function fits(line: Line, columns: readonly TextColumn[]): boolean {
  const taken = touched(line, columns);
  return taken.every(({ length }) => length <= 1) && new Set(taken.flat()).size === taken.flat().length;
}

/** Whether lines fill so many columns. Labels with colons are those of a form: who filled it in, and when. */
function fills(row: readonly Line[], least: number, columns: readonly TextColumn[]): boolean {
  return new Set(row.flatMap((line) => touched(line, columns).flat())).size >= least && !row.some(({ text }) => /[:：]/u.test(text));
}
