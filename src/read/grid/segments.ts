/** A line of a table to the words of each column. */
import type { Segment } from "./gutters.ts";
import type { Glyph } from "./ink.ts";
import type { Line } from "./lines.ts";

/** Gaps wider than this, in sizes of the type, part words anywhere. */
const widest = 1.2;
/** At a cut between columns words part at gaps wider than this, in points or sizes of the type. */
const atCut = { points: 3, share: 0.3 };
/** A blank this many times as wide as the usual one of its line is none. */
const unusual = 1.3;

/** Parts each line at wide gaps, and at a cut where a gap is that two lines share or that is wider than the blanks of its line. */
export function partLines(lines: readonly Line[], cuts: readonly number[]): Map<Line, Segment[]> {
  const shared = cuts.map((cut) => lines.filter((line) => gapAt(line, cut) !== null).length >= 2);
  return new Map(lines.map((line) => [line, partLine(line, cuts, shared)]));
}

function partLine(line: Line, cuts: readonly number[], shared: readonly boolean[]): Segment[] {
  const shown = line.glyphs.filter(({ text }) => text !== " ");
  const usual = usualBlank(shown);
  const parts: Glyph[][] = [];
  let cut = 0;
  for (const [i, glyph] of shown.entries()) {
    const before = shown[i - 1];
    const gap = before === undefined ? Infinity : glyph.left - before.right;
    while (cut < cuts.length && before !== undefined && (cuts[cut] ?? 0) < before.right) cut++;
    const crossed = before !== undefined && cut < cuts.length && (cuts[cut] ?? Infinity) <= glyph.left;
    const { size } = glyph.type;
    const parted = gap > widest * size || (crossed && (gap > Math.min(atCut.points, atCut.share * size) || (gap > blank * size && (shared[cut] === true || gap > unusual * usual))));
    if (parted) parts.push([glyph]);
    else parts.at(-1)?.push(glyph);
  }
  return parts.map((glyphs) => ({ line, glyphs, left: glyphs[0]?.left ?? 0, right: Math.max(...glyphs.map(({ right }) => right)) }));
}

/** Gaps below this share of the type's size are none. */
const blank = 0.12;

/** The gap of a line at a cut that words stand on both sides of, near enough to be read as one; null without one. */
function gapAt({ glyphs }: Line, cut: number): number | null {
  let before: Glyph | null = null;
  for (const glyph of glyphs) {
    if (glyph.text === " ") continue;
    if (before !== null && before.right <= cut && glyph.left >= cut) {
      const gap = glyph.left - before.right;
      return gap > blank * glyph.type.size && gap <= widest * glyph.type.size ? gap : null;
    }
    before = glyph;
  }
  return null;
}

/** The usual blank between words of a line. */
function usualBlank(shown: readonly Glyph[]): number {
  const gaps: number[] = [];
  for (const [i, glyph] of shown.entries()) {
    const gap = i === 0 ? 0 : glyph.left - (shown[i - 1]?.right ?? glyph.left);
    if (gap > blank * glyph.type.size && gap <= widest * glyph.type.size) gaps.push(gap);
  }
  gaps.sort((a, b) => a - b);
  return gaps[gaps.length >> 1] ?? Infinity;
}
