/**
 * Fonts of one-byte codes that a writer numbered as it met their characters, without a map to Unicode: the first is 1 (or !), the next 2 (or "), and names
 * of glyphs say nothing. Read by a standard encoding they give control characters and marks, as wide as ideographs where they are such.
 */
import { unknownCharacter } from "../../text/unknown.ts";
import type { DrawnGlyph } from "./string.ts";

/** Puts {@link unknownCharacter} for all that is written in such fonts. `known` keeps the fonts proven on earlier pages. */
export function markInvented(glyphs: readonly DrawnGlyph[], known: Set<string>): void {
  const read = glyphs.filter(({ mapping, type: { font } }) => mapping === "encoding" && !font.drawn && font.symbols === null);
  for (const [id, drawn] of Map.groupBy(read, ({ type }) => type.fontId)) {
    if (!known.has(id) && !isInvented(drawn)) continue;
    known.add(id);
    for (const glyph of drawn) if (glyph.text !== " " || isWide(glyph)) glyph.text = unknownCharacter;
  }
}

/** This share of the characters must speak for it. */
const share = 0.3;
/** Fewer different codes may be a sign or two from a font of signs. */
const fewestCodes = 3;
/** Fewer different letters as wide as ideographs prove nothing: W, @ and … are. */
const fewestWide = 4;

function isInvented(glyphs: readonly DrawnGlyph[]): boolean {
  const controls = glyphs.filter(isControl);
  const wide = glyphs.filter((glyph) => isPrinted(glyph) && isWide(glyph));
  const different = new Set([...controls, ...wide].map(({ code }) => code)).size;
  if (controls.length > 0 && different >= fewestCodes && controls.length + wide.length >= share * glyphs.length) return true;
  return isNumbered(glyphs) || (isWritten(wide) && wide.length >= share * glyphs.length && !isDoubleByte(glyphs));
}

/** A control character that shows something; tabs and ends of lines are blanks of careless writers. */
function isControl({ text, code, left, top, right, bottom }: DrawnGlyph): boolean {
  const taken = text.charCodeAt(0) === code && code > 0 && code < 0x20;
  return taken && code !== 0x09 && code !== 0x0a && code !== 0x0d && right > left && bottom > top;
}

/** A character of ASCII but the blank. */
function isPrinted({ text }: DrawnGlyph): boolean {
  return /^[!-~]$/u.test(text);
}

/** As wide as an ideograph, no more and no less. */
function isWide({ left, top, right, bottom, type: { direction, size } }: DrawnGlyph): boolean {
  const width = direction % 2 === 0 ? right - left : bottom - top;
  return Math.abs(width - size) < 0.02 * size;
}

/** Figures alone may be full-width ones. */
function isWritten(wide: readonly DrawnGlyph[]): boolean {
  return new Set(wide.map(({ text }) => text).filter((text) => !/[\d.,%-]/u.test(text))).size >= fewestWide;
}

/** Half of the codes are high: Chinese in two bytes may hide there. */
function isDoubleByte(glyphs: readonly DrawnGlyph[]): boolean {
  return glyphs.filter(({ code }) => code >= 0x80).length * 2 >= glyphs.length;
}

/** Fewer codes in a row are chance. */
const fewestInRow = 8;

/** Whether new codes come one after the other from 1 or from ! on. */
function isNumbered(glyphs: readonly DrawnGlyph[]): boolean {
  const codes = [...new Set(glyphs.filter(({ text, code }) => text.charCodeAt(0) === code).map(({ code }) => code))];
  const [start = 0] = codes;
  if (codes.length < fewestInRow || start < 1 || start > 0x21 || (start > 2 && start < 0x21)) return false;
  return codes.filter((code, i) => i > 0 && code === (codes[i - 1] ?? 0) + 1).length >= 0.8 * (codes.length - 1);
}
