/** Characters that the map of their font leaves out, and fonts without any map: the library takes their codes for characters. */
import { commonCharacters } from "../../rules/common-characters.ts";
import { unknownCharacter } from "../../text/unknown.ts";
import type { DrawnGlyph } from "./string.ts";

/** Puts {@link unknownCharacter} where a code was taken for a character that it is not. */
export function markCodes(glyphs: readonly DrawnGlyph[]): void {
  const guessed = glyphs.filter(({ mapping, text }) => mapping !== "map" && mapping !== "encoding" && text !== " ");
  if (guessed.length === 0) return;
  const simple = guessed.some(({ mapping, type }) => mapping === "none" && !type.font.composite) ? fontsOfLetters(glyphs) : null;
  const numbered = Map.groupBy(guessed.filter(({ mapping }) => mapping === "number"), ({ type }) => type.fontId);
  const senseless = new Set([...numbered].filter(([, drawn]) => isSenseless(drawn)).map(([id]) => id));
  for (const glyph of guessed) {
    const { mapping, type: { font, fontId } } = glyph;
    if (mapping === "none" ? font.composite || simple?.has(fontId) !== true : senseless.has(fontId)) glyph.text = unknownCharacter;
  }
}

/** Fonts of one-byte codes whose mapped letters are their codes: so are the letters that the map leaves out. */
function fontsOfLetters(glyphs: readonly DrawnGlyph[]): Set<string> {
  const same = new Map<string, number>();
  for (const { text, code, mapping, type: { font, fontId } } of glyphs) {
    if (font.composite || mapping !== "map" || text === " ") continue;
    same.set(fontId, (same.get(fontId) ?? 0) + (text.charCodeAt(0) === code ? 1 : -1));
  }
  return new Set([...same].filter(([, count]) => count > 0).map(([id]) => id));
}

/** Whether the codes of a font without a map make no sense as characters: some are none, or they are letters as wide as ideographs and no common ideographs. */
function isSenseless(glyphs: readonly DrawnGlyph[]): boolean {
  let [wide, chinese, controls] = [0, 0, 0];
  for (const { text, left, top, right, bottom, type: { direction, size } } of glyphs) {
    const code = text.charCodeAt(0);
    if (code < 0x20) controls++;
    else if (commonCharacters.has(text)) chinese++;
    else if (isLetter(code) && (direction % 2 === 0 ? right - left : bottom - top) >= 0.95 * size) wide++;
  }
  return chinese < 0.3 * glyphs.length && controls + wide >= 0.3 * glyphs.length;
}

/** Characters that are narrower than an ideograph in any font for reading. */
function isLetter(code: number): boolean {
  return code < 0x2000 && code !== 0xb7 && code !== 0xd7;
}
