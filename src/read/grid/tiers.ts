/** Words of a region by line and column: what rows without lines are made of. */
import { columnOf, segmentsOf, wordsOf, type Segment, type TextColumn } from "./gutters.ts";
import type { Line } from "./lines.ts";

/** Words in columns `[c0, c1)`. */
export interface Entry {
  readonly c0: number;
  readonly c1: number;
  readonly left: number;
  readonly right: number;
  readonly words: string;
}

/** Lines that stand beside each other: one height of text. */
export interface Tier {
  readonly top: number;
  readonly bottom: number;
  /** Size of its type, in points. */
  readonly size: number;
  readonly entries: readonly Entry[];
}

/** Lines that overlap by this share of the smaller stand beside each other: cells centred against two lines of another cell do. */
const besides = 0.3;

/** The tiers of some lines, from the top. */
export function tiersOf(lines: readonly Line[], columns: readonly TextColumn[]): Tier[] {
  const tiers: { top: number; bottom: number; size: number; entries: Entry[] }[] = [];
  for (const line of lines) {
    const own = { ...heightOf(line), size: line.size, entries: segmentsOf(line, columns).map((segment) => entryOf(segment, columns)) };
    const last = tiers.at(-1);
    if (last === undefined || !isBeside(last, own)) tiers.push(own);
    else {
      last.top = Math.min(last.top, own.top);
      last.bottom = Math.max(last.bottom, own.bottom);
      last.entries.push(...own.entries);
    }
  }
  return tiers;
}

function isBeside(a: Tier, b: Tier): boolean {
  const overlap = a.bottom - b.top;
  if (overlap <= besides * Math.min(a.bottom - a.top, b.bottom - b.top)) return false;
  return !a.entries.some((one) => b.entries.some((other) => one.c0 < other.c1 && other.c0 < one.c1));
}

/** Top and bottom of the characters of full size: raised ones do not part or join lines. */
function heightOf({ glyphs, size, top, bottom }: Line): { top: number; bottom: number } {
  const full = glyphs.filter(({ text, type }) => text !== " " && type.size >= 0.8 * size);
  if (full.length === 0) return { top, bottom };
  return { top: median(full.map((glyph) => glyph.top)), bottom: median(full.map((glyph) => glyph.bottom)) };
}

function entryOf(segment: Segment, columns: readonly TextColumn[]): Entry {
  const { left, right } = segment;
  const words = wordsOf(segment);
  const first = columnOf(columns, segment.glyphs[0] ?? segment);
  const last = columnOf(columns, segment.glyphs.at(-1) ?? segment);
  return { c0: first, c1: Math.max(first, last) + 1, left, right, words };
}

/** The middle one of some numbers. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
