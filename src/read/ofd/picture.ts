/** Pages that show words and hold none, and characters that nobody can know. */
import type { Box } from "../../model/position.ts";
import { unknownCharacter } from "../../text/unknown.ts";
import type { Glyph } from "../grid/ink.ts";

/** Private-use characters mean what their font says, and no more. */
const privateUse = /[\ue000-\uf8ff\u{f0000}-\u{10fffd}]/u;

/** The characters with U+FFFD for those that only a font knows, and how many these are. */
export function withoutUnknown(glyphs: readonly Glyph[]): { readonly glyphs: readonly Glyph[]; readonly unknown: number } {
  let unknown = 0;
  const known = glyphs.map((glyph): Glyph => {
    if (!privateUse.test(glyph.text) && glyph.text !== unknownCharacter && glyph.text !== "\0") return glyph;
    unknown++;
    return { ...glyph, text: unknownCharacter };
  });
  return { glyphs: unknown === 0 ? glyphs : known, unknown };
}

/** With fewer characters a page with a large picture, or with many shapes, has no words of its own. */
const fewCharacters = 30;
/** Pictures on this share of a page are most of it. */
const mostOfPage = 0.4;
/** So many shapes are characters drawn as outlines. */
const manyShapes = 100;

/** Whether a person sees words on the page that the file does not hold. */
export function isPicture({ images, shapes }: { readonly images: readonly Box[]; readonly shapes: number }, glyphs: readonly Glyph[], width: number, height: number): boolean {
  if (glyphs.filter(({ text }) => text.trim() !== "").length >= fewCharacters) return false;
  const area = images.reduce((sum, [left, top, right, bottom]) => sum + Math.max(0, Math.min(right, width) - Math.max(left, 0)) * Math.max(0, Math.min(bottom, height) - Math.max(top, 0)), 0);
  return area >= mostOfPage * width * height || shapes >= manyShapes;
}
