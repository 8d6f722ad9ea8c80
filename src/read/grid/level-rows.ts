/** Characters that stand level, line by line, each line in its reading order. */
import type { Glyph } from "./ink.ts";
import { untangle } from "./overlaps.ts";

/** Characters that lie level. */
interface Row {
  readonly glyphs: Glyph[];
  /** Each begins where the one before it ends, or later: nothing to sort, nothing to untangle. */
  plain: boolean;
}

/** Characters that overlap by less, or are narrower than ten times this, in points: their order is looked at more closely. */
const slip = 0.001;

/** Groups characters whose middles lie level, by half the height of the smaller. Most files draw them in reading order, so there is seldom something to sort. */
export function rowsOf(glyphs: readonly Glyph[]): (readonly Glyph[])[] {
  const rows: Row[] = [];
  let row: Row | null = null;
  let middle = 0;
  let height = 0;
  let [deepest, reached] = [-Infinity, 0];
  for (const glyph of glyphs) {
    const { left, top, right, bottom } = glyph;
    const own = (top + bottom) / 2;
    const tall = bottom - top;
    if (own < deepest) return rowsOf([...glyphs].sort(downwards));
    deepest = own;
    const wide = right - left >= 10 * slip;
    const begins = row === null || own - middle > Math.min(tall, height) / 2;
    if (row === null || begins) rows.push((row = { glyphs: [glyph], plain: wide }));
    else {
      row.glyphs.push(glyph);
      row.plain &&= wide && left >= reached - slip;
    }
    reached = right;
    if (!begins && tall <= height) continue;
    middle = own;
    height = tall;
  }
  return rows.map((one) => (one.plain ? one.glyphs : untangle(one.glyphs.sort(along))));
}

function downwards(a: Glyph, b: Glyph): number {
  return a.top + a.bottom - (b.top + b.bottom);
}

function along(a: Glyph, b: Glyph): number {
  return a.left - b.left || a.right - b.right;
}
