/** The coordinates of a grid: where its columns and rows part, sides that were left open closed, double lines made one. */
import type { Figure, Stroke } from "./components.ts";
import type { Glyph } from "./ink.ts";
import { largest, smallest } from "../../model/extremes.ts";

/** The edges of a grid and the lines on each of them. */
export interface Edges {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Lines on each of `xs`. */
  readonly vertical: readonly (readonly Stroke[])[];
  /** Lines on each of `ys`. */
  readonly horizontal: readonly (readonly Stroke[])[];
  /** Lines that nobody drew: sides left open. */
  readonly virtual: ReadonlySet<Stroke>;
  /** The lower side is one of them. */
  readonly openBelow: boolean;
}

/** Lines that end this far beyond the outermost crossing line, in points, leave a side open. */
const overhang = 6;
/** Ends this near each other, in points, end together. */
const together = 2;
/** Two lines this near, in points, with no character between are one double line. */
const doubled = 4;

/** The edges of a figure; null when it has fewer than two either way. */
export function edgesOf(figure: Figure, glyphs: readonly Glyph[]): Edges | null {
  const virtual = new Set<Stroke>();
  const vertical = [...figure.vertical];
  const horizontal = [...figure.horizontal];
  for (const end of [-1, 1] as const) closeSide(vertical, figure.horizontal, end, virtual);
  let openBelow = false;
  for (const end of [-1, 1] as const) {
    const closed = closeSide(horizontal, vertical, end, virtual);
    if (end === 1) openBelow = closed;
  }
  const x = coordinates(vertical, glyphs, ({ left, right }) => (left + right) / 2);
  const y = coordinates(horizontal, glyphs, middle);
  if (x.at.length < 2 || y.at.length < 2) return null;
  return { xs: x.at, ys: y.at, vertical: x.lines, horizontal: y.lines, virtual, openBelow };
}

/** Adds a line across the common ends of at least two lines that reach beyond the outermost line across them. */
function closeSide(across: Stroke[], along: readonly Stroke[], end: -1 | 1, virtual: Set<Stroke>): boolean {
  const tip = (stroke: Stroke): number => (end === 1 ? stroke.to : stroke.from);
  const outermost = across.reduce((far, { at }) => (at * end > far * end ? at : far), -Infinity * end);
  const beyond = along.filter((stroke) => (tip(stroke) - outermost) * end > overhang).sort((a, b) => (tip(b) - tip(a)) * end);
  const first = beyond[0];
  if (first === undefined) return false;
  const ends = beyond.filter((stroke) => Math.abs(tip(stroke) - tip(first)) <= together);
  if (ends.length < 2) return false;
  const side: Stroke = { at: tip(first), from: smallest(ends.map(({ at }) => at)), to: largest(ends.map(({ at }) => at)) };
  across.push(side);
  virtual.add(side);
  return true;
}

function middle({ top, bottom }: Glyph): number {
  return (top + bottom) / 2;
}

function coordinates(strokes: readonly Stroke[], glyphs: readonly Glyph[], centreOf: (glyph: Glyph) => number): { at: number[]; lines: Stroke[][] } {
  const at: number[] = [];
  const lines: Stroke[][] = [];
  for (const stroke of [...strokes].sort((a, b) => a.at - b.at)) {
    const last = at.at(-1);
    const near = last !== undefined && stroke.at - last < doubled && (stroke.at === last || !glyphs.some((glyph) => centreOf(glyph) > last && centreOf(glyph) < stroke.at));
    if (near) lines.at(-1)?.push(stroke);
    else {
      at.push(stroke.at);
      lines.push([stroke]);
    }
  }
  return { at, lines };
}

/** Number of the slot, row by row, that holds the centre of a character, -1 without one; up to 2 points outside count as the nearest slot. */
export function slotOf({ xs, ys }: { readonly xs: readonly number[]; readonly ys: readonly number[] }, glyph: Glyph): number {
  const column = indexOf(xs, (glyph.left + glyph.right) / 2);
  const row = indexOf(ys, middle(glyph));
  return column === -1 || row === -1 ? -1 : row * (xs.length - 1) + column;
}

/** The interval of an ascending list that holds a value, or -1. */
function indexOf(edges: readonly number[], value: number): number {
  const last = edges.length - 1;
  const first = edges[0] ?? 0;
  const end = edges[last] ?? 0;
  if (value < first - 2 || value > end + 2) return -1;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const half = (low + high) >> 1;
    if ((edges[half] ?? 0) <= value) low = half;
    else high = half;
  }
  return low;
}
