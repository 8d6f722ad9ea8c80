/** Chinese bytes (GB 18030) that a Western font shows as letters: ÐòºÅ for 序号. Undone only where what comes out is Chinese as people write it. */
import { commonCharacters } from "../../rules/common-characters.ts";
import { ByFont } from "./by-font.ts";
import type { DrawnGlyph } from "./string.ts";

/** The bytes 0x80–0x9F of Windows-1252, by the character they print. */
const windows = new Map(Array.from("€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ", (character, i) => [character, 0x80 + i]));

/** The byte of Windows-1252 that prints a character, null when none does. */
export function byteOf(text: string): number | null {
  if (text.length !== 1) return null;
  const code = text.charCodeAt(0);
  return code < 0x80 ? code : (windows.get(text) ?? (code < 0x100 ? code : null));
}

/** Pairs of bytes in a Western font that are Chinese by GB 18030 become one character. */
export function decodeWestern(glyphs: readonly DrawnGlyph[]): { glyphs: readonly DrawnGlyph[]; decoded: number } {
  const fonts = hidingFonts(glyphs);
  if (fonts.size === 0) return { glyphs, decoded: 0 };
  const decoder = new TextDecoder("gb18030");
  const kept: DrawnGlyph[] = [];
  let decoded = 0;
  for (let i = 0; i < glyphs.length; i++) {
    const first = glyphs[i];
    const second = glyphs[i + 1];
    if (first === undefined) continue;
    const lead = fonts.has(first.type.fontId) ? byteOf(first.text) : null;
    const trail = second?.type.fontId === first.type.fontId ? byteOf(second.text) : null;
    if (second === undefined || lead === null || trail === null || lead < 0x81 || trail < 0x40) {
      kept.push(first);
      continue;
    }
    kept.push({
      ...first,
      text: decoder.decode(Uint8Array.of(lead, trail)),
      left: Math.min(first.left, second.left),
      top: Math.min(first.top, second.top),
      right: Math.max(first.right, second.right),
      bottom: Math.max(first.bottom, second.bottom),
    });
    decoded++;
    i++;
  }
  return { glyphs: kept, decoded };
}

/** What a Western font shows: all characters, those of high bytes, and all of its bytes. */
interface Shown {
  high: number;
  all: number;
  codes: number[];
}

/** Western fonts whose letters are mostly high bytes, in pairs that are common Chinese characters. */
function hidingFonts(glyphs: readonly DrawnGlyph[]): Set<string> {
  const shown = new ByFont((): Shown => ({ high: 0, all: 0, codes: [] }));
  for (const { text, type: { font, fontId } } of glyphs) {
    if (!font.western) continue;
    const code = text.charCodeAt(0) >= 0x2e80 ? null : byteOf(text);
    const tally = shown.of(fontId);
    tally.all++;
    if (code === null) continue;
    if (code >= 0x80) tally.high++;
    tally.codes.push(code);
  }
  return shown.where(hides);
}

function hides({ high, all, codes }: Shown): boolean {
  if (high < 4 || high * 2 < all) return false;
  // GB 2312, which holds nearly all characters of a notice, has both bytes from 0xA1 on.
  if (codes.filter((code) => code >= 0xa1).length < 0.9 * high) return false;
  const letters = [...new TextDecoder("gb18030").decode(Uint8Array.from(codes))].filter((character) => character > "\u00ff");
  const chinese = letters.filter((character) => /[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]/u.test(character));
  return chinese.length >= 0.9 * letters.length && isWritten(letters.filter((character) => /[\u4e00-\u9fff]/u.test(character)));
}

/** Whether characters are such as people write: most of them common ones, and not one again and again (·· reads as 贩). */
function isWritten(characters: readonly string[]): boolean {
  const common = characters.filter((character) => commonCharacters.has(character));
  const needed = characters.length < 4 ? 1 : 0.5;
  return new Set(common).size >= 2 && common.length >= needed * characters.length;
}
