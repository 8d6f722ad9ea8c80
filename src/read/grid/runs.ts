/**
 * Strings that run over a line: a program that exports a cell without wrapping it draws all of its words as one string, over the border and into the
 * next cell. A string belongs where it begins; it is cut at a line only where it jumps over it, as a whole row drawn as one string does.
 */
import type { Glyph } from "./ink.ts";

/** A gap beyond the usual one of its string, in ems, parts the words of two cells; one blank in it is none. */
const jump = 0.25;
/** Letters that stand further apart, in ems, are not spaced but placed. */
const widestSpacing = 0.5;
/** A character that reaches over a line by more than this, in ems, stands on both of its sides. */
const over = 0.1;
/** Words begin, or end, this near the border of their own cell, in ems. */
const near = 1.2;

/** Indices of the characters of one string that show something, in the order they were drawn. */
type Run = readonly number[];

/** The number of the home of characters in no box, of the slot of those in no cell. */
export const outside = -1;

/**
 * Gives each piece of a string that leaves or enters a box to one home: the box in which it began, else what lies around its middle. `homes`, the numbers
 * of the boxes of the characters, are changed.
 */
export function keepWhole(glyphs: readonly Glyph[], homes: number[]): void {
  for (const run of partedRuns(glyphs, homes)) {
    for (const piece of piecesOf(glyphs, run, (before, after) => homes[before] !== homes[after])) {
      const [first = -1] = piece;
      const home = homes[first] === outside ? homes[piece[piece.length >> 1] ?? -1] : homes[first];
      if (home !== undefined) for (const i of piece) homes[i] = home;
    }
  }
}

/**
 * Gives each piece of a string that runs over the side of a cell to one cell. `slots` are the slots of the characters, row by row, and are changed;
 * `hasSide` says whether a line stands at the left of a column in a row.
 */
export function keepInCells(glyphs: readonly Glyph[], slots: number[], columns: number, xs: readonly number[], hasSide: (column: number, row: number) => boolean): void {
  for (const run of partedRuns(glyphs, slots)) {
    const crossed = (before: number, after: number): boolean => sidesBetween(slots[before] ?? outside, slots[after] ?? outside, columns, hasSide);
    if (!run.some((i, at) => at > 0 && crossed(run[at - 1] ?? i, i))) continue;
    for (const piece of piecesOf(glyphs, run, crossed)) {
      if (!differ(piece, slots)) continue;
      const home = slots[homeOf(glyphs, piece, slots, columns, xs)];
      if (home !== undefined && home !== outside) for (const i of piece) slots[i] = home;
    }
  }
}

function differ(run: Run, values: readonly unknown[]): boolean {
  const first = values[run[0] ?? -1];
  return run.some((i) => values[i] !== first);
}

/** Whether a line stands between two slots of one row. */
function sidesBetween(a: number, b: number, columns: number, hasSide: (column: number, row: number) => boolean): boolean {
  if (a === b || a === outside || b === outside) return a !== b;
  const row = Math.floor(a / columns);
  if (Math.floor(b / columns) !== row) return false;
  const [from, to] = a < b ? [a % columns, b % columns] : [b % columns, a % columns];
  for (let column = from + 1; column <= to; column++) if (hasSide(column, row)) return true;
  return false;
}

/** Strings of level text whose characters do not all have one value. */
function partedRuns(glyphs: readonly Glyph[], values: readonly number[]): Run[] {
  const runs: Run[] = [];
  let start = 0;
  let number: number | null = null;
  let before = -1;
  let parted = false;
  for (let i = 0; i < glyphs.length; i++) {
    const glyph = glyphs[i];
    if (glyph === undefined || glyph.type.run === null || glyph.type.direction !== 0) continue;
    if (glyph.type.run !== number) {
      if (parted) runs.push(runFrom(glyphs, start, number));
      start = i;
      number = glyph.type.run;
      before = -1;
      parted = false;
    }
    if (glyph.text === " ") continue;
    parted ||= before !== -1 && values[before] !== values[i];
    before = i;
  }
  if (parted) runs.push(runFrom(glyphs, start, number));
  return runs;
}

/** The characters of the string that begins at one. */
function runFrom(glyphs: readonly Glyph[], start: number, number: number | null): Run {
  const run: number[] = [];
  for (let i = start; i < glyphs.length; i++) {
    const { text, type } = glyphs[i] ?? {};
    if (type === undefined || type.run === null || type.direction !== 0) continue;
    if (type.run !== number) break;
    if (text !== " ") run.push(i);
  }
  return run;
}

/** A string cut where it jumps; `crossed` tells where it may be cut at all. */
function piecesOf(glyphs: readonly Glyph[], run: Run, crossed: (before: number, after: number) => boolean): Run[] {
  const usual = usualGap(glyphs, run, crossed);
  const pieces: number[][] = [];
  let before = -1;
  for (const i of run) {
    if (before === -1 || (crossed(before, i) && jumps(glyphs[before], glyphs[i], usual + blankAfter(glyphs, before)))) pieces.push([]);
    pieces.at(-1)?.push(i);
    before = i;
  }
  return pieces;
}

/** Width of a blank that follows a character. */
function blankAfter(glyphs: readonly Glyph[], i: number): number {
  const next = glyphs[i + 1];
  return next?.text === " " && next.type.run === glyphs[i]?.type.run ? Math.min(next.right - next.left, next.type.size / 2) : 0;
}

/** A step back is a jump as well. */
function jumps(before: Glyph | undefined, after: Glyph | undefined, usual: number): boolean {
  if (before === undefined || after === undefined) return true;
  const gap = after.left - before.right;
  const em = Math.min(before.type.size, after.type.size);
  return gap - usual > jump * em || gap < -em;
}

/** The gap that half of the neighbours on one side of a line have: justified and letter-spaced words stand apart. */
function usualGap(glyphs: readonly Glyph[], run: Run, crossed: (before: number, after: number) => boolean): number {
  const gaps: number[] = [];
  let before = run[0] ?? -1;
  for (const i of run.slice(1)) {
    if (!crossed(before, i)) gaps.push((glyphs[i]?.left ?? 0) - (glyphs[before]?.right ?? 0));
    before = i;
  }
  gaps.sort((a, b) => a - b);
  const size = glyphs[before]?.type.size ?? 0;
  return Math.min(Math.max(0, gaps[(gaps.length - 1) >> 1] ?? 0), widestSpacing * size);
}

/** The character whose slot a piece belongs to: its first when it begins at the border of a cell, its last when it ends at one, else its middle one. */
function homeOf(glyphs: readonly Glyph[], piece: Run, slots: readonly number[], columns: number, xs: readonly number[]): number {
  const inside = piece.filter((i) => slots[i] !== outside);
  const [first = -1] = inside;
  const last = inside.at(-1) ?? first;
  const [start, end] = [glyphs[first], glyphs[last]];
  if (start === undefined || end === undefined) return first;
  const em = start.type.size;
  const left = start.left - (xs[(slots[first] ?? 0) % columns] ?? 0);
  const right = (xs[((slots[last] ?? 0) % columns) + 1] ?? 0) - end.right;
  if (left >= -over * em && left <= near * em) return first;
  if (right >= -over * em && right <= near * em) return last;
  const middle = (start.left + end.right) / 2;
  return inside.find((i) => (glyphs[i]?.right ?? 0) >= middle) ?? first;
}
