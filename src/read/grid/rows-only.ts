/** Tables with lines between their rows only: their columns show by the gutters in their text. */
import { withOuterRows } from "./bands.ts";
import type { Figure, Stroke } from "./components.ts";
import { segmentsOf } from "./gutters.ts";
import type { Glyph, PageInk } from "./ink.ts";
import { linesOf, type Line } from "./lines.ts";
import { stacksOf, together, type Stack } from "./rule-stacks.ts";
import { readRegion, type RegionTable } from "./text-region.ts";

/** Completes figures from lines across a page that end together, when the text between them stands in columns. */
export function rowRuledFigures(strokes: readonly Stroke[], glyphs: readonly Glyph[], { number: page, bands = [] }: PageInk): Figure[] {
  const lines = linesOf(glyphs, page);
  return stacksOf(strokes, lines).map((stack) => withOuterRows(stack, bands, lines)).flatMap((stack) => figureOf(stack, strokes, glyphs, page) ?? []);
}

function figureOf({ left, right, across }: Stack, strokes: readonly Stroke[], glyphs: readonly Glyph[], page: number): Figure | null {
  const [top, bottom] = [across[0] ?? 0, across.at(-1) ?? 0];
  const inside = glyphs.filter((glyph) => isInside((glyph.left + glyph.right) / 2, left, right) && isInside((glyph.top + glyph.bottom) / 2, top, bottom));
  const lines = linesOf(inside, page);
  if (lines.some(({ direction }) => direction !== 0)) return null;
  const partial = strokes.filter(({ at, from, to }) => at > top && at < bottom && from >= left - together && to <= right + together && !across.includes(at));
  const read = readRegion({ box: [left, top, right, bottom], lines, across, strokes: partial, headed: across.length > 2 });
  return read !== null && isTable(read, lines, across.length) ? read.figure : null;
}

function isInside(value: number, from: number, to: number): boolean {
  return value >= from && value <= to;
}

/** The header and one row at least stand in two columns or more; without a line below the header, in three. The head and the foot of a notice do not. */
function isTable({ columns }: RegionTable, lines: readonly Line[], across: number): boolean {
  const least = across > 2 ? 2 : 3;
  if (columns.length < least) return false;
  const several = lines.filter((line) => segmentsOf(line).length >= least);
  const first = lines.findIndex((line) => segmentsOf(line).length >= 2);
  return several.length >= least && first <= 2;
}
