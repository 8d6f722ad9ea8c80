/**
 * The words that a file gives for what it draws (`/ActualText` of marked content, ISO 32000-2 §14.9.4): they stand in for characters that nobody can know,
 * ligatures and hyphens. Where they contradict characters that the font maps well, what is drawn stays: a person sees it.
 */
import { unifyRadicals } from "../../rules/radicals.ts";
import { unknownCharacter } from "../../text/unknown.ts";
import type { DrawnGlyph } from "./string.ts";

/** Words for the characters `[from, to)` of a page, in the order they were drawn. */
export interface ActualText {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Puts the words of a file in the place of what it draws, and says how many of them contradict it. */
export function putActualText(glyphs: readonly DrawnGlyph[], texts: readonly ActualText[]): number {
  let contradicted = 0;
  for (const { text, from, to } of texts) {
    const shown = glyphs.slice(from, to).filter((glyph) => glyph.text !== " ");
    const words = plain(text);
    if (shown.length === 0 || compatible(text) === compatible(wordsOf(shown))) continue;
    if (words === plain(wordsOf(shown))) dropHyphens(shown);
    else if (contradicts(shown, words)) contradicted++;
    else spread(shown, text);
  }
  return contradicted;
}

const wordsOf = (glyphs: readonly DrawnGlyph[]): string => glyphs.map(({ text }) => text).join("");

/** Words as they compare: compatible forms, radicals and their characters, small capitals and small letters are alike; blanks are none. */
function compatible(text: string): string {
  return unifyRadicals(text).normalize("NFKC").toLowerCase().replace(/[\s\p{Cc}\u200b]/gu, "");
}

/** The same without hyphens, which a file draws where it parts a word at the end of a line. */
function plain(text: string): string {
  return compatible(text).replace(/[\u00ad\u2010-]/gu, "");
}

function dropHyphens(glyphs: readonly DrawnGlyph[]): void {
  for (const glyph of glyphs) if (plain(glyph.text) === "") glyph.text = "";
}

/** Whether a character that its font maps well is another one in the words. */
function contradicts(glyphs: readonly DrawnGlyph[], words: string): boolean {
  const drawn = glyphs.map(({ text }) => plain(text));
  if (glyphs.every(isDoubtful)) return false;
  let at = 0;
  let free = false;
  for (const [i, text] of drawn.entries()) {
    const glyph = glyphs[i];
    if (text === "") continue;
    if (glyph !== undefined && isDoubtful(glyph)) {
      free = true;
      continue;
    }
    const found = words.indexOf(text, at);
    if (found === -1 || (!free && found !== at)) return true;
    at = found + text.length;
    free = false;
  }
  return !free && at < words.length;
}

/** Nothing that can be relied on: no character, one of a symbol font, a code, or a Latin letter as wide as an ideograph in a font of many codes. */
function isDoubtful({ text, mapping, left, right, top, bottom, type: { font, size, direction } }: DrawnGlyph): boolean {
  if (mapping === "none" || font.symbols !== null || text === unknownCharacter || /[\p{Co}\p{Cn}\p{Cc}]/u.test(text)) return true;
  const width = direction % 2 === 0 ? right - left : bottom - top;
  return font.composite && text.charCodeAt(0) < 0x2e80 && !/[—…“”‘’·×]/u.test(text) && width >= 0.95 * size;
}

/** Parts the words among the characters: one each where they are as many, else in proportion; a word of which nothing is left is drawn as nothing. */
function spread(glyphs: readonly DrawnGlyph[], text: string): void {
  const words = [...text.replace(/[\s\u00ad\u200b]+/gu, glyphs.length === 1 ? " " : "").trim()];
  for (const [i, glyph] of glyphs.entries()) {
    const from = Math.floor((i * words.length) / glyphs.length);
    const to = Math.floor(((i + 1) * words.length) / glyphs.length);
    glyph.text = words.slice(from, to).join("");
  }
}
