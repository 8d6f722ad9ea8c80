/**
 * Finds characters that only look read: their font has no map to Unicode, and the library took glyph numbers or the letters
 * of an invented encoding for characters.
 */
import { unknownCharacter } from "../../text/unknown.ts";
import { ByFont } from "./by-font.ts";
import type { DrawnGlyph } from "./string.ts";

/** Scripts among which wrong numbers land; one of them alone may be a real text, several at once are not. */
const farScripts =
  /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}|\p{Script=Devanagari}|\p{Script=Bengali}|\p{Script=Gurmukhi}|\p{Script=Gujarati}|\p{Script=Oriya}|\p{Script=Tamil}|\p{Script=Telugu}|\p{Script=Kannada}|\p{Script=Malayalam}|\p{Script=Sinhala}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Tibetan}|\p{Script=Myanmar}|\p{Script=Georgian}|\p{Script=Ethiopic}|\p{Script=Cherokee}|\p{Script=Canadian_Aboriginal}|\p{Script=Ogham}|\p{Script=Runic}|\p{Script=Khmer}|\p{Script=Mongolian}/u;
const noCharacter = /[\p{Co}\p{Cn}\p{Cs}\ufffd]/u;

/** Below this share of impossible characters a font is trusted. */
const share = 0.3;

interface Tally {
  all: number;
  impossible: number;
  far: Map<string, number>;
  letters: number;
  wide: number;
}

/** Puts {@link unknownCharacter} for the characters of fonts that cannot be read, and says how many there were. */
export function markUnmapped(glyphs: readonly DrawnGlyph[]): number {
  const tallies = new ByFont((): Tally => ({ all: 0, impossible: 0, far: new Map(), letters: 0, wide: 0 }));
  for (const glyph of glyphs) {
    const { text, type, mapping } = glyph;
    // What a map leaves out says nothing of the rest.
    if (text === " " || (mapping === "none" && text === unknownCharacter)) continue;
    const tally = tallies.of(type.fontId);
    tally.all++;
    const code = text.charCodeAt(0);
    if ((code >= 0x2e80 && code < 0xd800) || code < 0x41) continue;
    if (/[A-Za-z]/u.test(text)) {
      tally.letters++;
      if (lengthOf(glyph) >= 0.95 * type.size) tally.wide++;
    } else if (noCharacter.test(text)) tally.impossible++;
    else if (farScripts.test(text)) tally.far.set(blockOf(code), (tally.far.get(blockOf(code)) ?? 0) + 1);
  }
  const bad = tallies.where(isUnmapped);
  let marked = 0;
  for (const glyph of glyphs) {
    const unknown = glyph.text !== " " && ((bad.size > 0 && bad.has(glyph.type.fontId)) || (!isPlain(glyph.text.charCodeAt(0)) && noCharacter.test(glyph.text)));
    if (!unknown) continue;
    glyph.text = unknownCharacter;
    marked++;
  }
  return marked;
}

/** How far a character goes along its line. */
function lengthOf({ left, top, right, bottom, type: { direction } }: DrawnGlyph): number {
  return direction % 2 === 0 ? right - left : bottom - top;
}

/** Letters, figures and ideographs of nearly all texts. */
function isPlain(code: number): boolean {
  return (code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff);
}

/** Blocks of 128 code points: scripts have one or two of their own. */
function blockOf(code: number): string {
  return String(code >> 7);
}

function isUnmapped({ all, impossible, far, letters, wide }: Tally): boolean {
  const scattered = far.size >= 2 ? [...far.values()].reduce((sum, count) => sum + count, 0) : 0;
  if (impossible + scattered >= share * all && impossible + scattered > 0) return true;
  // Latin letters as wide as Chinese characters are none: the font names its Chinese characters a, b, c.
  return letters >= 2 && wide === letters && letters === all;
}
