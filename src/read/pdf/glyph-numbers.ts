/**
 * Numbers of glyphs that were taken for characters: a subset font without a map to Unicode. They are noticed by what comes out, letters of many scripts that
 * no one writes together, and undone where the font orders its Chinese glyphs as Unicode does: then one offset turns the numbers into common characters
 * (SimSun: code point less 0x49D0), and no other does.
 */
import { commonCharacters } from "../../rules/common-characters.ts";
import { ByFont } from "./by-font.ts";
import { unknownCharacter } from "../../text/unknown.ts";
import type { DrawnGlyph } from "./string.ts";
import { countBefore } from "../../model/sorted.ts";
import { largest } from "../../model/extremes.ts";

/** The ideographs of Unicode 1.1, which fonts of China hold without a gap. */
const [first, last] = [0x4e00, 0x9fa5];

/** Fewer different numbers prove nothing. */
const fewest = 8;
/** This share of the different numbers must be common characters after the shift; of any text four fifths are, and by chance a thirtieth. */
const proof = 0.5;
/** The next best offset hits less than this share of what the best does. */
const rival = 0.5;

/**
 * Undoes glyph numbers, font by font, and says how many characters it restored; those that nobody can know become U+FFFD. `offsets` keeps what was proven
 * for a font on earlier pages.
 */
export function shiftNumbers(glyphs: readonly DrawnGlyph[], offsets: Map<string, number>): number {
  let restored = 0;
  for (const [id, drawn] of suspects(glyphs)) {
    const offset = offsets.get(id) ?? provenOffset(drawn);
    if (offset === null) for (const glyph of drawn) glyph.text = unknownCharacter;
    else {
      offsets.set(id, offset);
      restored += shift(drawn, offset);
    }
  }
  return restored;
}

/** Fewer strange letters are names and signs. */
const fewestStrange = 3;
/** A rare ideograph is less strange than a letter of another script: names have some. */
const rare = 0.3;

/** Characters by font, of those composite fonts whose letters nobody writes together. */
function suspects(glyphs: readonly DrawnGlyph[]): Map<string, DrawnGlyph[]> {
  const counts = new ByFont(() => ({ strange: 0, common: 0 }));
  for (const { text, type: { font, fontId } } of glyphs) {
    if (!font.composite) continue;
    const code = text.charCodeAt(0);
    if (code < 0x250 && code >= 0x20) continue;
    const count = counts.of(fontId);
    if (code >= first && code <= last) {
      if (commonCharacters.has(text)) count.common++;
      else count.strange += rare;
    } else if (isStrange(code)) count.strange++;
  }
  const ids = counts.where(({ strange, common }) => strange >= fewestStrange && strange > 2 * common);
  if (ids.size === 0) return new Map();
  const groups = Map.groupBy(glyphs.filter(({ text, type }) => text !== " " && ids.has(type.fontId)), ({ type }) => type.fontId);
  return new Map([...groups].filter(([, drawn]) => isMixed(drawn)));
}

/** Letters outside Latin, Chinese and their marks. */
function isStrange(code: number): boolean {
  return code < 0x20 || (code >= 0x250 && code < 0x2000) || (code >= 0x2c00 && code < 0x2e80) || (code >= 0x3400 && code < 0x4dc0) || (code >= 0xa000 && code < 0xf900);
}

/** Scripts that their own texts are written in, by the blocks of ISO/IEC 10646; `from` ascends, a block ends where the next begins. */
const blocks: readonly (readonly [from: number, script: string])[] = [
  [0, "control"], [0x20, ""], [0x250, "phonetic"], [0x370, "greek"], [0x400, "cyrillic"], [0x530, "armenian"], [0x590, "hebrew"], [0x600, "arabic"],
  [0x700, "syriac"], [0x750, "arabic"], [0x780, "thaana"], [0x7c0, "nko"], [0x800, "samaritan"], [0x8a0, "arabic"], [0x900, "devanagari"], [0x980, "bengali"],
  [0xa00, "gurmukhi"], [0xa80, "gujarati"], [0xb00, "oriya"], [0xb80, "tamil"], [0xc00, "telugu"], [0xc80, "kannada"], [0xd00, "malayalam"], [0xd80, "sinhala"],
  [0xe00, "thai"], [0xe80, "lao"], [0xf00, "tibetan"], [0x1000, "myanmar"], [0x10a0, "georgian"], [0x1100, "hangul"], [0x1200, "ethiopic"], [0x13a0, "cherokee"],
  [0x1400, "canadian"], [0x1680, "ogham"], [0x16a0, "runic"], [0x1700, "philippine"], [0x1780, "khmer"], [0x1800, "mongolian"], [0x18b0, "canadian"],
  [0x1900, "limbu"], [0x1950, "tai"], [0x19e0, "khmer"], [0x1a00, "indonesian"], [0x1c80, "cyrillic"], [0x1cd0, "devanagari"], [0x1d00, "phonetic"],
  [0x1e00, ""], [0x1f00, "greek"], [0x2000, ""], [0x2c00, "glagolitic"], [0x2c60, ""], [0x2c80, "coptic"], [0x2d00, "georgian"], [0x2d30, "tifinagh"], [0x2d80, "ethiopic"],
  [0x2de0, "cyrillic"], [0x2e00, ""], [0x3400, "rare"], [0x4dc0, ""], [0x4e00, "han"], [0xa000, "yi"], [0xa4d0, "lisu"], [0xa500, "vai"], [0xa640, "cyrillic"],
  [0xa6a0, "bamum"], [0xa720, ""], [0xa800, "indic"], [0xac00, "hangul"], [0xd7b0, "hangul"], [0xd800, ""], [0xe000, "private"], [0xf900, ""],
];

function scriptOf(code: number): string {
  return blocks[Math.max(0, countBefore(blocks, ([first]) => first <= code) - 1)]?.[1] ?? "";
}

/** Letters of three scripts, none of which makes up nearly all of them: people write in one, or in one beside Chinese. */
function isMixed(glyphs: readonly DrawnGlyph[]): boolean {
  const scripts = new Map<string, number>();
  let all = 0;
  for (const { text } of glyphs) {
    const script = scriptOf(text.charCodeAt(0));
    if (script === "") continue;
    all++;
    scripts.set(script, (scripts.get(script) ?? 0) + 1);
  }
  return scripts.size >= 3 && largest(scripts.values()) < 0.9 * all;
}

/** The one offset that turns most of the different numbers into common characters. */
function provenOffset(glyphs: readonly DrawnGlyph[]): number | null {
  const numbers = new Set(glyphs.map(({ text }) => text.charCodeAt(0)).filter((number) => !isMark(number)));
  if (numbers.size < fewest) return null;
  const hits = new Map<number, number>();
  for (const character of commonCharacters) {
    for (const number of numbers) {
      const offset = character.charCodeAt(0) - number;
      hits.set(offset, (hits.get(offset) ?? 0) + 1);
    }
  }
  let [best, most, next] = [0, 0, 0];
  for (const [offset, count] of hits) {
    if (count > most) [best, most, next] = [offset, count, most];
    else if (count > next) next = count;
  }
  return most >= Math.max(fewest, proof * numbers.size) && next < rival * most && best !== 0 ? best : null;
}

/** Chinese marks, which stand among numbers where only the ideographs were taken for glyphs. */
function isMark(code: number): boolean {
  return (code >= 0x3001 && code <= 0x301f) || (code >= 0xff01 && code <= 0xff5e);
}

/** Shifts numbers that land among the ideographs. Others are unknown, but for marks where one of them makes no common character: then all are what they seem. */
function shift(glyphs: readonly DrawnGlyph[], offset: number): number {
  const shifted = (number: number): string | null => (number + offset >= first && number + offset <= last ? String.fromCharCode(number + offset) : null);
  const marks = glyphs.map(({ text }) => text.charCodeAt(0)).filter(isMark);
  const keep = marks.some((mark) => !commonCharacters.has(shifted(mark) ?? ""));
  let restored = 0;
  for (const glyph of glyphs) {
    const number = glyph.text.charCodeAt(0);
    if (keep && isMark(number)) continue;
    const character = shifted(number);
    glyph.text = character ?? unknownCharacter;
    if (character !== null) restored++;
  }
  return restored;
}
