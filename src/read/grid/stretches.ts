/** Stretches of words as they were drawn: characters side by side on one line, one after the other. */
import type { Box } from "../../model/position.ts";
import { boxAround, type Glyph } from "./ink.ts";

/** Characters that were drawn side by side. */
export interface Stretch<G extends Glyph = Glyph> {
  readonly glyphs: readonly G[];
  readonly text: string;
  readonly box: Box;
}

/** Parts characters, in the order they were drawn, where the next does not stand beside the last or has another colour. Blanks belong to no stretch. */
export function stretchesOf<G extends Glyph>(glyphs: readonly G[]): Stretch<G>[] {
  const lists: G[][] = [];
  let last: G | null = null;
  for (const glyph of glyphs) {
    if (glyph.text.trim() === "") continue;
    if (last !== null && isBeside(last, glyph)) lists.at(-1)?.push(glyph);
    else lists.push([glyph]);
    last = glyph;
  }
  return lists.map((list) => ({ glyphs: list, text: list.map(({ text }) => text).join(""), box: boxAround(list) ?? nowhere }));
}

const nowhere: Box = [0, 0, 0, 0];

/** Gaps up to this share of the size part no words. */
const widestGap = 1.2;

function isBeside(a: Glyph, b: Glyph): boolean {
  if (a.type.direction !== b.type.direction || a.type.tint !== b.type.tint) return false;
  const size = Math.max(a.type.size, b.type.size);
  const upright = a.type.direction % 2 === 1;
  const across = upright ? a.left + a.right - b.left - b.right : a.top + a.bottom - b.top - b.bottom;
  const gap = upright ? Math.min(Math.abs(b.top - a.bottom), Math.abs(a.top - b.bottom)) : Math.min(Math.abs(b.left - a.right), Math.abs(a.left - b.right));
  return Math.abs(across) < size && gap < widestGap * size;
}
