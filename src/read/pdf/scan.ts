/** Pages that show words and hold none: scans, and text that was turned into shapes. */
import type { Drawing } from "./interpreter.ts";
import type { DrawnGlyph } from "./string.ts";

/** An image on this share of the page is the page. */
const wholePage = 0.4;
/** A page image with fewer characters than this has no usable text layer: a stamp, a page number. */
const fewCharacters = 30;
/** Without any text even a small picture may hold the words. */
const somePicture = 0.03;
/** So many shapes on a page without text are characters drawn as outlines. */
const manyShapes = 100;

/** Whether a person sees words on the page that the file does not hold. */
export function hasNoText({ images, shapes }: Drawing, glyphs: readonly DrawnGlyph[], width: number, height: number): boolean {
  const characters = glyphs.reduce((count, { text }) => count + (text === " " ? 0 : 1), 0);
  const covered = images.reduce((sum, box) => sum + shareOf(box, width, height), 0);
  if (characters === 0) return covered >= somePicture || shapes >= manyShapes;
  return characters < fewCharacters && (covered >= wholePage || shapes >= 10 * manyShapes);
}

function shareOf([left, top, right, bottom]: readonly [number, number, number, number], width: number, height: number): number {
  const across = Math.max(0, Math.min(right, width) - Math.max(left, 0));
  const down = Math.max(0, Math.min(bottom, height) - Math.max(top, 0));
  return (across * down) / (width * height);
}
