/** Pages that show words and hold none: scans, and text that was turned into shapes. */
import type { Box } from "../../model/position.ts";
import type { Glyph } from "./ink.ts";

/** Pictures on this share of a page are the page, however few words stand on it. */
export const wholePage = 0.8;
/** Pictures on this share are most of it. */
const mostOfPage = 0.4;
/** A page with fewer characters than this has no text of its own: a stamp, a page number. */
const fewCharacters = 30;
/** The same for a whole page picture, where those in the margins are not counted: what programs that scan print there, running heads. */
const fewOnPicture = 60;
const mostInMargins = 150;
const margin = 0.1;
/** Without any text even a small picture may hold the words. */
const somePicture = 0.03;
/** So many shapes on a page without text are characters drawn as outlines. */
export const manyShapes = 100;

/** What a page shows beside characters: boxes of its pictures, and how many shapes it draws. */
export interface Shown {
  readonly pictures: readonly Box[];
  readonly shapes: number;
}

/** Whether a person sees words on the page that the file does not hold. */
export function hasNoText({ pictures, shapes }: Shown, glyphs: readonly Glyph[], width: number, height: number): boolean {
  const words = firstShown(glyphs, fewOnPicture + mostInMargins);
  if (words.length === fewOnPicture + mostInMargins) return false;
  const covered = coveredShare(pictures, width, height);
  if (words.length === 0) return covered >= somePicture || shapes >= manyShapes;
  if (words.length < fewCharacters) return covered >= mostOfPage || shapes >= 10 * manyShapes;
  if (covered < wholePage) return false;
  const inside = words.filter(({ top, bottom }) => bottom > margin * height && top < (1 - margin) * height);
  return inside.length < fewOnPicture;
}

/** So many characters that show something, or all that there are. */
function firstShown(glyphs: readonly Glyph[], most: number): Glyph[] {
  const shown: Glyph[] = [];
  for (const glyph of glyphs) {
    if (shown.length === most) break;
    if (glyph.text !== " ") shown.push(glyph);
  }
  return shown;
}

/** The page is looked at in so many columns and rows; strips and tiles of a picture are finer, but together they leave none out. */
const steps = 64;

/** The share of a page that boxes cover together. */
export function coveredShare(boxes: readonly Box[], width: number, height: number): number {
  if (boxes.length === 0) return 0;
  const taken = new Uint8Array(steps * steps);
  let count = 0;
  for (const [left, top, right, bottom] of boxes) {
    for (let row = first(top, height); row <= last(bottom, height); row++) {
      for (let square = row * steps + first(left, width); square <= row * steps + last(right, width); square++) {
        if (taken[square] === 0) count++;
        taken[square] = 1;
      }
    }
    if (count === taken.length) break;
  }
  return count / taken.length;
}

/** The first and the last square whose middle lies within. */
function first(from: number, length: number): number {
  return Math.max(0, Math.ceil((from / length) * steps - 0.5));
}

function last(to: number, length: number): number {
  return Math.min(steps - 1, Math.floor((to / length) * steps - 0.5));
}
