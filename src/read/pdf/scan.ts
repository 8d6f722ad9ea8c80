/** Pages whose words a program read in their picture. */
import { coveredShare, wholePage } from "../grid/wordless.ts";
import type { Drawing } from "./interpreter.ts";
import type { DrawnGlyph } from "./string.ts";

/** Whether the words of a page are those that a program read in its picture: half of them or more are invisible, or lie beneath the picture. */
export function isReadByProgram({ areas }: Drawing, glyphs: readonly DrawnGlyph[], width: number, height: number): boolean {
  if (coveredShare(areas.pictures.map(({ box }) => box), width, height) < wholePage) return false;
  const words = glyphs.filter(({ text }) => text !== " ");
  const guessed = words.filter(({ type, left, right, top, bottom }) => type.invisible || areas.covered(type.run, (left + right) / 2, (top + bottom) / 2, true));
  return words.length > 0 && 2 * guessed.length >= words.length;
}
