/** Sets the words of form fields, typed notes and stamps in their frames, where the contents of the page would stand. */
import type { TypedWords } from "./annotations.ts";
import { black } from "./color.ts";
import { fontFrom } from "./fonts.ts";
import { transformBox, type Matrix } from "../grid/matrix.ts";
import type { DrawnGlyph, DrawnType } from "./string.ts";
import type { Box } from "../../model/position.ts";

/** Space between the frame and its words, and the size of type that readers take for fields that state none, in points. */
const padding = 2;
const usualSize = 12;
/** Height of a line in ems. */
const lead = 1.2;

/** The characters of what was typed, each in its box; `run` is the number of the first string. Words that the page draws in the same frame are not set again. */
export function setTyped(typed: readonly TypedWords[], matrix: Matrix, glyphs: readonly DrawnGlyph[], run: number): DrawnGlyph[] {
  return typed.flatMap(({ lines, frame, size }, i) => {
    const box = transformBox(matrix, ...frame);
    return isDrawn(lines, box, glyphs) ? [] : setIn(lines, box, size, run + i * 1000);
  });
}

function isDrawn(lines: readonly string[], [left, top, right, bottom]: Box, glyphs: readonly DrawnGlyph[]): boolean {
  const inside = glyphs.filter((glyph) => {
    const [x, y] = [(glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2];
    return x >= left && x <= right && y >= top && y <= bottom;
  });
  const plain = (words: string): string => words.replace(/\s/gu, "");
  return inside.length > 0 && plain(inside.map(({ text }) => text).join("")) === plain(lines.join(""));
}

function setIn(lines: readonly string[], [left, top, right, bottom]: Box, stated: number | null, run: number): DrawnGlyph[] {
  const rows = lines.map((line) => [...line]);
  const room = [Math.max(right - left - 2 * padding, 1), Math.max(bottom - top, 1)] as const;
  const wanted = stated ?? usualSize;
  // Words wider than their frame are wrapped there; they all stay in it.
  const folded = rows.flatMap((row) => fold(row, Math.max(room[0] / wanted, 1)));
  const size = Math.min(wanted, room[1] / (lead * folded.length));
  const start = folded.length === 1 ? (top + bottom - size) / 2 : top + (lead - 1) * size;
  return folded.flatMap((row, i) => setRow(row, left + padding, start + i * lead * size, size, run + i));
}

function setRow(row: readonly string[], left: number, top: number, size: number, run: number): DrawnGlyph[] {
  const type: DrawnType = { size, direction: 0, artifact: false, mark: null, baseline: 0, slanted: false, invisible: false, color: black, alpha: 1, tint: 0, fontId: "", font: typedFont, run };
  let x = left;
  return row.map((text) => {
    const from = x;
    x += emsOf(text) * size;
    return { text: /\s/u.test(text) ? " " : text, left: from, top, right: x, bottom: top + size, bold: false, type, unseen: null, code: 0, mapping: "map" };
  });
}

const typedFont = fontFrom({ composite: true });

function fold(row: readonly string[], ems: number): string[][] {
  const rows: string[][] = [[]];
  let width = 0;
  for (const character of row) {
    const own = emsOf(character);
    if (width + own > ems + 0.01 && width > 0) {
      rows.push([]);
      width = 0;
    }
    rows.at(-1)?.push(character);
    width += own;
  }
  return rows;
}

const emsOf = (character: string): number => (character.charCodeAt(0) < 0x2000 ? 0.5 : 1);
