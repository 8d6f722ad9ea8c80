/** Where columns of text part: in the white between them, clear of the words above that are wider than their column. */
import type { TextColumn } from "./gutters.ts";
import type { Line } from "./lines.ts";

/** A stretch along a line. */
interface Stretch {
  readonly left: number;
  readonly right: number;
}

/** Gaps above this share of the type's size part words. */
const wordGap = 0.12;

/** The cut between each two neighbouring columns, in the middle of the widest stretch that the fewest words touch. */
export function cutsOf(columns: readonly TextColumn[], words: readonly Stretch[]): number[] {
  const sorted = [...words].sort((a, b) => a.left - b.left);
  return columns.slice(1).map((column, i) => cutBetween(columns[i]?.right ?? column.left, column.left, sorted));
}

function cutBetween(from: number, to: number, words: readonly Stretch[]): number {
  const ends = words
    .filter(({ left, right }) => right > from && left < to)
    .flatMap(({ left, right }) => [{ at: Math.max(left, from), step: 1 }, { at: Math.min(right, to), step: -1 }])
    .sort((a, b) => a.at - b.at || b.step - a.step);
  let best = { at: (from + to) / 2, touched: Infinity, width: 0 };
  let touched = 0;
  let last = from;
  for (const { at, step } of [...ends, { at: to, step: 0 }]) {
    const width = at - last;
    if (width > 0.1 && (touched < best.touched || (touched === best.touched && width > best.width))) best = { at: (last + at) / 2, touched, width };
    touched += step;
    last = at;
  }
  return best.at;
}

/** The words of a line. */
export function wordsIn({ glyphs }: Line): Stretch[] {
  const words: { left: number; right: number }[] = [];
  for (const { text, left, right, type } of glyphs) {
    if (text === " ") continue;
    const last = words.at(-1);
    if (last !== undefined && left - last.right <= wordGap * type.size) last.right = Math.max(last.right, right);
    else words.push({ left, right });
  }
  return words;
}
