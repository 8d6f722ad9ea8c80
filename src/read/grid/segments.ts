/** A line of a table to the words of each column. */
import type { Segment } from "./gutters.ts";
import type { Glyph } from "./ink.ts";
import { isChinese, type Line } from "./lines.ts";
import { largest } from "../../model/extremes.ts";

/** Gaps wider than this, in sizes of the type, part words anywhere. */
const widest = 1.2;
/** At a cut between columns words part at gaps wider than this, in sizes of the type: Chinese ones have none, others a blank. */
const atCut = { chinese: 0.3, other: 0.55 };
/** A blank this many times as wide as the usual one of its line is none. */
const unusual = 1.3;

/** Parts each line at wide gaps, and at a cut where a gap is that two lines share or that is wider than the blanks of its line. */
export function partLines(lines: readonly Line[], cuts: readonly number[]): Map<Line, Segment[]> {
  const shared = cuts.map((cut) => lines.filter((line) => gapAt(line, cut) !== null).length >= 2);
  return new Map(lines.map((line) => [line, partLine(line, cuts, shared)]));
}

function partLine(line: Line, cuts: readonly number[], shared: readonly boolean[]): Segment[] {
  const shown = line.glyphs.filter(({ text }) => text !== " ");
  const usual = usualBlank(shown, cuts);
  const wide = shown.some((glyph, i) => gapBefore(shown, i) > widest * glyph.type.size && i > 0);
  const parts: Glyph[][] = [];
  for (const [i, glyph] of shown.entries()) {
    const before = shown[i - 1];
    const gap = gapBefore(shown, i);
    const { size } = glyph.type;
    const cut = before === undefined ? -1 : cuts.findIndex((at) => at >= before.right && at <= glyph.left);
    const least = before !== undefined && (isChinese(before.text) || isChinese(glyph.text)) ? atCut.chinese : atCut.other;
    const unlike = usual === null ? gap > least * size : gap > unusual * usual;
    const parted = gap > widest * size || (cut !== -1 && gap > blank * size && (unlike || (wide && shared[cut] === true)));
    if (parted) parts.push([glyph]);
    else parts.at(-1)?.push(glyph);
  }
  return parts.map((glyphs) => ({ line, glyphs, left: glyphs[0]?.left ?? 0, right: largest(glyphs.map(({ right }) => right)) }));
}

function gapBefore(shown: readonly Glyph[], i: number): number {
  const [before, glyph] = [shown[i - 1], shown[i]];
  return before === undefined || glyph === undefined ? Infinity : glyph.left - before.right;
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

/** The usual blank between words of a line, those at cuts left out; null without any. */
function usualBlank(shown: readonly Glyph[], cuts: readonly number[]): number | null {
  const gaps = shown.flatMap((glyph, i): number[] => {
    const gap = gapBefore(shown, i);
    const isBlank = gap > blank * glyph.type.size && gap <= widest * glyph.type.size;
    return isBlank && !cuts.some((at) => at >= glyph.left - gap && at <= glyph.left) ? [gap] : [];
  });
  gaps.sort((a, b) => a - b);
  return gaps[gaps.length >> 1] ?? null;
}
