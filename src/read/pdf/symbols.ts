/** Characters of symbol fonts: their codes stand in the private use area (ISO/IEC 10646, U+F020 to U+F0FF), or read as Latin letters. */
import { symbolOf } from "../../rules/symbol-fonts.ts";
import type { DrawnGlyph } from "./string.ts";
import { byteOf } from "./western.ts";

/** Puts the characters that symbol fonts show; what their tables do not know stays as it is. */
export function readSymbols(glyphs: readonly DrawnGlyph[]): void {
  for (const glyph of glyphs) {
    const { symbols } = glyph.type.font;
    if (symbols === null) continue;
    const code = codeOf(glyph);
    if (code !== null) glyph.text = symbolOf(symbols, code) ?? glyph.text;
  }
}

/** Its code of one byte; null where its text is a symbol already, or nobody can tell: codes of several bytes are numbers of glyphs. */
function codeOf({ text, code, mapping, type: { font } }: DrawnGlyph): number | null {
  const value = text.charCodeAt(0);
  if (text.length !== 1 || (mapping !== "map" && font.composite)) return null;
  if (value >= 0xf020 && value <= 0xf0ff) return value & 0xff;
  if (value >= 0x2190 || (value >= 0x370 && value < 0x400)) return null;
  return font.composite ? byteOf(text) : code;
}
