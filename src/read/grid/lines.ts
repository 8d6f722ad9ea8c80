/** Characters to lines of text: who stands beside whom, and which gaps are blanks. */
import type { Box } from "../../model/position.ts";
import { unite, type Direction, type Glyph } from "./ink.ts";

/** A stretch of a line that has a place of its own. */
export interface Piece {
  /** UTF-16 offset in the text of the line. */
  readonly start: number;
  readonly end: number;
  readonly box: Box;
  readonly bold: boolean;
}

/** One line of text on a page. */
export interface Line {
  readonly page: number;
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Size of most of its characters, in points. */
  readonly size: number;
  readonly direction: Direction;
  /** Extent along the reading direction, so that lines of turned text compare like upright ones. */
  readonly start: number;
  readonly end: number;
  /** Place across the reading direction; the next line has a greater one. */
  readonly depth: number;
  readonly bold: boolean;
  readonly artifact: boolean;
  /** Its characters in reading order, blanks included; none where nobody asks for them again. */
  readonly glyphs: readonly Glyph[];
}

const wordy = /[\p{L}\p{N}]/u;

/** Whether words hold a character in Chinese type, which is set without blanks between words. */
export function isChinese(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isChineseCode(text.charCodeAt(i))) return true;
  return false;
}

/** Ideographs, their punctuation and full-width forms, and the dashes, quotation marks and dots that they share with Latin type. */
function isChineseCode(code: number): boolean {
  return code >= 0x2e80 ? code < 0xe000 || code >= 0xf900 : code === 0x2014 || (code >= 0x2018 && code <= 0x201d) || code === 0x2026;
}

/** Whether two neighbours belong to words that a blank parts: Latin letters and digits. */
export function parted(before: string, after: string): boolean {
  return !isChinese(before) && !isChinese(after) && wordy.test(before) && wordy.test(after);
}

/** A character and its place along and across the reading direction. */
interface Mark {
  readonly glyph: Glyph;
  readonly start: number;
  readonly end: number;
  readonly high: number;
  readonly low: number;
}

/** The lines of some characters of one page, in reading order: the main direction first. `keep` keeps the characters with their lines. */
export function linesOf(glyphs: readonly Glyph[], page: number, keep = true): Line[] {
  const first = glyphs[0]?.type.direction;
  if (first === undefined) return [];
  if (glyphs.every(({ type }) => type.direction === first)) return rowsOf(glyphs.map((glyph) => markOf(glyph, first))).flatMap((marks) => lineOf(marks, page, first, keep) ?? []);
  const byDirection: Glyph[][] = [[], [], [], []];
  for (const glyph of glyphs) byDirection[glyph.type.direction]?.push(glyph);
  return byDirection
    .map((group, direction) => ({ group, direction: direction as Direction }))
    .filter(({ group }) => group.length > 0)
    .sort((a, b) => b.group.length - a.group.length || a.direction - b.direction)
    .flatMap(({ group, direction }) => rowsOf(group.map((glyph) => markOf(glyph, direction))).flatMap((marks) => lineOf(marks, page, direction, keep) ?? []));
}

function markOf(glyph: Glyph, direction: Direction): Mark {
  const { left, top, right, bottom } = glyph;
  switch (direction) {
    case 0:
      return { glyph, start: left, end: right, high: top, low: bottom };
    case 1:
      return { glyph, start: top, end: bottom, high: -right, low: -left };
    case 2:
      return { glyph, start: -right, end: -left, high: -bottom, low: -top };
    case 3:
      return { glyph, start: -bottom, end: -top, high: left, low: right };
  }
}

/** Groups marks whose middles lie level, by half the height of the smaller. */
function rowsOf(marks: Mark[]): Mark[][] {
  const sorted = marks.sort((a, b) => a.high + a.low - (b.high + b.low));
  const rows: { marks: Mark[]; middle: number; height: number }[] = [];
  for (const mark of sorted) {
    const middle = (mark.high + mark.low) / 2;
    const height = mark.low - mark.high;
    const last = rows.at(-1);
    if (last !== undefined && middle - last.middle <= Math.min(height, last.height) / 2) {
      last.marks.push(mark);
      if (height > last.height) Object.assign(last, { middle, height });
    } else rows.push({ marks: [mark], middle, height });
  }
  return rows.map((row) => row.marks.sort((a, b) => a.start - b.start || a.end - b.end));
}

function lineOf(marks: readonly Mark[], page: number, direction: Direction, keep: boolean): Line | null {
  const blanks = marks.some(({ glyph }) => glyph.text === " ");
  const shown = blanks ? marks.filter(({ glyph }) => glyph.text !== " ") : marks;
  const first = shown[0];
  if (first === undefined) return null;
  const { text, pieces } = wordsOf(marks, gapOf(shown));
  const box = pieces.reduce<Box>((all, piece) => unite(all, piece.box), pieces[0]?.box ?? [0, 0, 0, 0]);
  let bold = 0;
  let depth = 0;
  let end = -Infinity;
  let artifact = true;
  for (const { glyph, high, low, end: own } of shown) {
    if (glyph.bold) bold++;
    if (!glyph.type.artifact) artifact = false;
    if (own > end) end = own;
    depth += high + low;
  }
  return {
    page,
    text,
    pieces,
    left: box[0],
    top: box[1],
    right: box[2],
    bottom: box[3],
    size: commonSize(shown),
    direction,
    start: first.start,
    end,
    depth: depth / (2 * shown.length),
    bold: bold * 2 > shown.length,
    artifact,
    glyphs: keep ? marks.map(({ glyph }) => glyph) : [],
  };
}

/** The text of a line with its blanks, in pieces that have boxes of their own. */
function wordsOf(marks: readonly Mark[], usual: number): { text: string; pieces: Piece[] } {
  const pieces: Piece[] = [];
  let text = "";
  let start = 0;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  let blank = false;
  let last: Mark | null = null;
  for (const mark of marks) {
    const { glyph } = mark;
    if (glyph.text === " ") {
      blank = true;
      continue;
    }
    if (last !== null) {
      if (isBlank(last, mark, blank, usual)) text += " ";
      if (last.glyph.bold !== glyph.bold || endsPiece(last.glyph.text)) {
        pieces.push({ start, end: text.length, box: [left, top, right, bottom], bold: last.glyph.bold });
        start = text.length;
        [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
      }
    }
    text += glyph.text;
    if (glyph.left < left) left = glyph.left;
    if (glyph.top < top) top = glyph.top;
    if (glyph.right > right) right = glyph.right;
    if (glyph.bottom > bottom) bottom = glyph.bottom;
    blank = false;
    last = mark;
  }
  if (last !== null) pieces.push({ start, end: text.length, box: [left, top, right, bottom], bold: last.glyph.bold });
  return { text, pieces };
}

/** Places are kept by clause: units and dates that punctuation parts get boxes of their own. */
function endsPiece(text: string): boolean {
  return clauseEnds.has(text);
}
const clauseEnds = new Set(["、", "，", "。", "；", "：", ",", ";"]);

/** Gaps below this share of the type's size are none. */
const noGap = 0.05;

/** The usual gap between Chinese neighbours of a line: letter-spaced and justified lines have a wide one. */
function gapOf(shown: readonly Mark[]): number {
  let wide = 0;
  let all = 0;
  for (let i = 1; i < shown.length; i++) {
    const before = shown[i - 1];
    const after = shown[i];
    if (before === undefined || after === undefined || !besideChinese(before, after)) continue;
    all++;
    if (after.start - before.end > noGap * after.glyph.type.size) wide++;
  }
  if (wide * 2 <= all) return 0;
  const gaps: number[] = [];
  for (const [i, after] of shown.entries()) {
    const before = shown[i - 1];
    if (before !== undefined && besideChinese(before, after)) gaps.push(after.start - before.end);
  }
  gaps.sort((a, b) => a - b);
  return Math.max(0, gaps[gaps.length >> 1] ?? 0);
}

function besideChinese(before: Mark, after: Mark): boolean {
  return isChinese(before.glyph.text) || isChinese(after.glyph.text);
}

/** Whether a blank stands between two neighbours; `drawn` when the file has a character for it. */
function isBlank(before: Mark, after: Mark, drawn: boolean, usual: number): boolean {
  const size = Math.min(before.glyph.type.size, after.glyph.type.size);
  const gap = after.start - before.end;
  if (!isChinese(before.glyph.text) && !isChinese(after.glyph.text)) return gap > 0.25 * size || (drawn && gap > 0.1 * size);
  const beyond = gap - usual;
  return beyond > 0.55 * size || (drawn && beyond > 0.15 * size);
}

function commonSize(marks: readonly Mark[]): number {
  const first = marks[0]?.glyph.type.size ?? 0;
  if (marks.every(({ glyph }) => glyph.type.size === first)) return first;
  const counts = new Map<number, number>();
  for (const { glyph } of marks) counts.set(glyph.type.size, (counts.get(glyph.type.size) ?? 0) + 1);
  let best = 0;
  let most = 0;
  for (const [size, count] of counts) if (count > most) [best, most] = [size, count];
  return best;
}
