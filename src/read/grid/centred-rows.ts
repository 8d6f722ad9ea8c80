/** Rows whose running number stands in the middle of its row: they begin at the white stripes between the rows, not at the number. */
import { largest, smallest } from "../../model/extremes.ts";

/** From top to bottom of some words. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** A stripe between rows is wider than those between the lines of a row by this, in points. */
const wider = 1;
/** A number stands in the middle of its row when it is no farther from it than this share of its height. */
const nearMiddle = 0.3;

/** Tops of the rows, one a number, when the numbers stand in the middle of theirs; null when they do not. `words` are all words beside labels, from the top. */
export function centredStarts(numbers: readonly Extent[], words: readonly Extent[]): number[] | null {
  const bands = merged(words);
  const stripes = bands.slice(1).map((band, i) => ({ at: band.top, width: band.top - (bands[i]?.bottom ?? band.top) }));
  const starts: number[] = [];
  for (const [i, number] of numbers.entries()) {
    const from = numbers[i - 1]?.bottom ?? -Infinity;
    const between = stripes.filter(({ at }) => at > from && at <= number.top + wider);
    const widest = largest(between.map(({ width }) => width));
    const lowest = between.findLast(({ width }) => width > widest - wider);
    if (i > 0 && lowest === undefined) return null;
    starts.push(lowest === undefined || (i === 0 && !isWide(lowest.width, stripes)) ? (bands[0]?.top ?? number.top) : lowest.at);
  }
  const tall = numbers.flatMap((number, i) => {
    const rows = bands.filter(({ top, bottom }) => top >= (starts[i] ?? 0) && bottom <= (starts[i + 1] ?? Infinity));
    const [first, last] = [rows[0], rows.at(-1)];
    return rows.length < 2 || first === undefined || last === undefined ? [] : [{ number, middle: (first.top + last.bottom) / 2 }];
  });
  const centred = tall.filter(({ number: { top, bottom }, middle }) => Math.abs((top + bottom) / 2 - middle) < nearMiddle * (bottom - top));
  return tall.length > 0 && centred.length * 5 >= tall.length * 4 ? starts : null;
}

/** Whether a stripe is as wide as those between rows are. */
function isWide(width: number, stripes: readonly { readonly width: number }[]): boolean {
  return width > smallest(stripes.map((stripe) => stripe.width)) + wider;
}

/** Words that stand beside each other as one. */
function merged(words: readonly Extent[]): Extent[] {
  const bands: { top: number; bottom: number }[] = [];
  for (const { top, bottom } of [...words].sort((a, b) => a.top - b.top)) {
    const last = bands.at(-1);
    if (last !== undefined && top < last.bottom) last.bottom = Math.max(last.bottom, bottom);
    else bands.push({ top, bottom });
  }
  return bands;
}
