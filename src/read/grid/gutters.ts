/** Columns without lines: white gutters that run down a table. */
import type { Glyph } from "./ink.ts";
import type { Line } from "./lines.ts";

/** A column between gutters: where its words begin and end. */
export interface TextColumn {
  readonly left: number;
  readonly right: number;
}

/** A stretch of a line without a wide gap. */
export interface Segment {
  readonly line: Line;
  readonly glyphs: readonly Glyph[];
  readonly left: number;
  readonly right: number;
}

/** Narrower white stripes, in points, are no gutters. */
const narrowest = 4;
/** On this share of the lines words may run across a gutter: labels over two columns. */
const mayCross = 0.04;
/** Steps of the histogram in a point. */
const steps = 2;

/** Counts, for each half point of the width, the lines that have ink there. */
export class Coverage {
  #counts: Uint16Array = new Uint16Array(0);
  #lines = 0;

  add(line: Line): void {
    this.#lines++;
    for (const { text, left, right } of line.glyphs) {
      if (text === " ") continue;
      const from = Math.max(0, Math.floor((left + 0.25) * steps));
      const to = Math.ceil((right - 0.25) * steps);
      if (to > this.#counts.length) this.#grow(to);
      for (let i = from; i < to; i++) this.#counts[i] = (this.#counts[i] ?? 0) + 1;
    }
  }

  copy(): Coverage {
    const copy = new Coverage();
    copy.#counts = this.#counts.slice();
    copy.#lines = this.#lines;
    return copy;
  }

  #grow(size: number): void {
    const counts = new Uint16Array(Math.max(size, 2 * this.#counts.length, 1600));
    counts.set(this.#counts);
    this.#counts = counts;
  }

  /** The columns that gutters part, left to right. */
  columns(): TextColumn[] {
    const allowed = Math.floor(mayCross * this.#lines);
    const columns: { left: number; right: number }[] = [];
    for (let i = 0; i < this.#counts.length; i++) {
      if ((this.#counts[i] ?? 0) <= allowed) continue;
      const at = i / steps;
      const last = columns.at(-1);
      if (last !== undefined && at - last.right < narrowest) last.right = at + 1 / steps;
      else columns.push({ left: at, right: at + 1 / steps });
    }
    return columns;
  }
}

/** Parts a line at gaps that no blank between words makes, and at gutters where there is a gap at all. */
export function segmentsOf(line: Line, columns: readonly TextColumn[] = []): Segment[] {
  const segments: Glyph[][] = [];
  let last: Glyph | null = null;
  for (const glyph of line.glyphs) {
    if (glyph.text === " ") continue;
    const gap = last === null ? Infinity : glyph.left - last.right;
    const parted = last === null || gap > 1.2 * glyph.type.size || (gap > Math.min(3, 0.3 * glyph.type.size) && columns.length > 0 && columnOf(columns, last) !== columnOf(columns, glyph));
    if (parted) segments.push([glyph]);
    else segments.at(-1)?.push(glyph);
    last = glyph;
  }
  return segments.map((glyphs) => ({ line, glyphs, left: glyphs[0]?.left ?? 0, right: glyphs.at(-1)?.right ?? 0 }));
}

/** The column nearest to the middle of a character. */
export function columnOf(columns: readonly TextColumn[], { left, right }: { readonly left: number; readonly right: number }): number {
  const middle = (left + right) / 2;
  let best = 0;
  let nearest = Infinity;
  for (const [i, column] of columns.entries()) {
    const distance = Math.max(column.left - middle, middle - column.right, 0);
    if (distance < nearest) [best, nearest] = [i, distance];
  }
  return best;
}

/** Words of a segment. */
export function wordsOf({ glyphs }: Segment): string {
  return glyphs.map(({ text }) => text).join("");
}
