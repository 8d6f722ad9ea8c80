/** Words of a region by line and column: what rows without lines are made of. */
import { wordsOf, type Segment } from "./gutters.ts";
import type { Line } from "./lines.ts";
import { partLines } from "./segments.ts";
import { addAll } from "../../model/add-all.ts";

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

/** The tiers of some lines, from the top, parted at the cuts between columns. */
export function tiersOf(lines: readonly Line[], cuts: readonly number[]): Tier[] {
  const segments = partLines(lines, cuts);
  return joinTiers(lines.map((line) => ({ ...heightOf(line), size: line.size, entries: (segments.get(line) ?? []).map((segment) => entryOf(segment, cuts)) })));
}

/** Tiers of one line each, from the top: those that stand beside each other as one. */
export function joinTiers(single: readonly Tier[]): Tier[] {
  const tiers: { top: number; bottom: number; readonly size: number; readonly entries: Entry[] }[] = [];
  for (const own of single) {
    const last = tiers.at(-1);
    if (last === undefined || !isBeside(last, own)) tiers.push({ ...own, entries: [...own.entries] });
    else {
      last.top = Math.min(last.top, own.top);
      last.bottom = Math.max(last.bottom, own.bottom);
      addAll(last.entries, own.entries);
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

/** Words overhang their column by up to this, in sizes of their type. */
const overhang = 0.4;

function entryOf(segment: Segment, cuts: readonly number[]): Entry {
  const { left, right, line } = segment;
  const slack = Math.min(overhang * line.size, (right - left) / 3);
  const c0 = countBelow(cuts, left + slack);
  return { c0, c1: Math.max(c0, countBelow(cuts, right - slack)) + 1, left, right, words: wordsOf(segment) };
}

function countBelow(cuts: readonly number[], at: number): number {
  return cuts.filter((cut) => cut < at).length;
}

/** The middle one of some numbers. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
