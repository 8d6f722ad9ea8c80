/** Characters to lines of text: who stands beside whom, and which gaps are blanks. */
import type { Doubt } from "../../model/document.ts";
import type { Advances, Box } from "../../model/position.ts";
import { unite, type Direction, type Glyph } from "./ink.ts";
import { rowsOf } from "./level-rows.ts";

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
  /** Its doubtful characters by UTF-16 offsets in its text; absent without any. */
  readonly doubts?: readonly Doubt[];
  /** Where its characters stand, when they were let go. */
  readonly extents?: Advances;
  /** Where its text may stand along the reading direction, when that is known of the line itself. */
  readonly room?: { readonly from: number; readonly to: number };
}

const wordy = /[\p{L}\p{N}]/u;

/** Whether words hold a character in Chinese type, which is set without blanks between words. */
export function isChinese(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isChineseCode(text.charCodeAt(i))) return true;
  return false;
}

/** Ideographs, their punctuation and full-width forms, and the dashes, quotation marks and dots that they share with Latin type. */
export function isChineseCode(code: number): boolean {
  return code >= 0x2e80 ? code < 0xe000 || code >= 0xf900 : code === 0x2014 || (code >= 0x2018 && code <= 0x201d) || code === 0x2026;
}

/** Whether two neighbours belong to words that a blank parts: Latin letters and digits. */
export function parted(before: string, after: string): boolean {
  return !isChinese(before) && !isChinese(after) && wordy.test(before) && wordy.test(after);
}

/**
 * The lines of some characters of one page, in reading order: the main direction first. `keep` keeps the characters with their lines.
 * Turned text is read in a frame of its own, in which it runs to the right like all other text, and its boxes are turned back.
 */
export function linesOf(glyphs: readonly Glyph[], page: number, keep = true): Line[] {
  const first = glyphs[0]?.type.direction;
  if (first === undefined) return [];
  if (glyphs.every(({ type }) => type.direction === first)) return linesAlong(glyphs, first, page, keep);
  const byDirection: Glyph[][] = [[], [], [], []];
  for (const glyph of glyphs) byDirection[glyph.type.direction]?.push(glyph);
  return byDirection
    .map((group, direction) => ({ group, direction: direction as Direction }))
    .filter(({ group }) => group.length > 0)
    .sort((a, b) => b.group.length - a.group.length || a.direction - b.direction)
    .flatMap(({ group, direction }) => linesAlong(group, direction, page, keep));
}

function linesAlong(glyphs: readonly Glyph[], direction: Direction, page: number, keep: boolean): Line[] {
  const lines: Line[] = [];
  for (const row of rowsOf(direction === 0 ? glyphs : glyphs.map((glyph) => inFrame(glyph, direction)))) {
    const line = lineOf(row, page, direction, keep);
    if (line !== null) lines.push(line);
  }
  return lines;
}

function inFrame(glyph: Glyph, direction: Direction): Glyph {
  const [left, top, right, bottom] = turned(glyph.left, glyph.top, glyph.right, glyph.bottom, direction);
  return { ...glyph, left, top, right, bottom };
}

function onPage(glyph: Glyph, direction: Direction): Glyph {
  const [left, top, right, bottom] = turnedBack([glyph.left, glyph.top, glyph.right, glyph.bottom], direction);
  return { ...glyph, left, top, right, bottom };
}

function turned(left: number, top: number, right: number, bottom: number, direction: Direction): Box {
  switch (direction) {
    case 0:
      return [left, top, right, bottom];
    case 1:
      return [top, -right, bottom, -left];
    case 2:
      return [-right, -bottom, -left, -top];
    case 3:
      return [-bottom, left, -top, right];
  }
}

function turnedBack([start, high, end, low]: Box, direction: Direction): Box {
  switch (direction) {
    case 0:
      return [start, high, end, low];
    case 1:
      return [-low, start, -high, end];
    case 2:
      return [-end, -low, -start, -high];
    case 3:
      return [high, -end, low, -start];
  }
}

const none: readonly Glyph[] = [];

/** The line of characters in their reading frame; null when it shows nothing. */
function lineOf(row: readonly Glyph[], page: number, direction: Direction, keep: boolean): Line | null {
  const shown = row.some(({ text }) => text === " ") ? row.filter(({ text }) => text !== " ") : row;
  const first = shown[0];
  if (first === undefined) return null;
  const { text, pieces } = wordsOf(row, gapOf(shown), direction);
  const box = pieces.length === 1 && pieces[0] !== undefined ? pieces[0].box : pieces.reduce<Box>((all, piece) => unite(all, piece.box), [Infinity, Infinity, -Infinity, -Infinity]);
  let bold = 0;
  let depth = 0;
  let end = -Infinity;
  let artifact = true;
  let oneSize = true;
  let doubtful = false;
  for (const { bold: isBold, type, top, bottom, right } of shown) {
    if (type.doubt !== undefined) doubtful = true;
    if (isBold) bold++;
    if (!type.artifact) artifact = false;
    if (type.size !== first.type.size) oneSize = false;
    if (right > end) end = right;
    depth += top + bottom;
  }
  return {
    page,
    text,
    pieces,
    left: box[0],
    top: box[1],
    right: box[2],
    bottom: box[3],
    size: oneSize ? first.type.size : commonSize(shown),
    direction,
    start: first.left,
    end,
    depth: depth / (2 * shown.length),
    bold: bold * 2 > shown.length,
    artifact,
    glyphs: !keep ? none : direction === 0 ? row : row.map((glyph) => onPage(glyph, direction)),
    ...(doubtful ? { doubts: doubtsOf(shown, text) } : {}),
  };
}

/** Where the doubtful ones of characters stand in their text, which has blanks besides. */
function doubtsOf(shown: readonly Glyph[], text: string): Doubt[] {
  const doubts: Doubt[] = [];
  let at = 0;
  for (const { text: character, type } of shown) {
    const start = text.indexOf(character, at);
    if (start < 0) break;
    at = start + character.length;
    if (type.doubt !== undefined) doubts.push({ start, end: at, ...type.doubt });
  }
  return doubts;
}

/** The text of a line with its blanks, in pieces that have boxes of their own. */
function wordsOf(row: readonly Glyph[], usual: number, direction: Direction): { text: string; pieces: Piece[] } {
  const pieces: Piece[] = [];
  const words: string[] = [];
  let [length, start, from] = [0, 0, 0];
  let blank = false;
  let last: Glyph | null = null;
  for (let i = 0; i < row.length; i++) {
    const glyph = row[i];
    if (glyph === undefined) continue;
    if (glyph.text === " ") {
      blank = true;
      continue;
    }
    if (last !== null) {
      if ((blank || glyph.left > last.right) && isBlank(last, glyph, blank, usual)) {
        words.push(" ");
        length++;
      }
      if (last.bold !== glyph.bold || (last.text.length === 1 && clauseEnds.has(last.text.charCodeAt(0)))) {
        pieces.push({ start, end: length, box: boxOf(row, from, i, direction), bold: last.bold });
        [start, from] = [length, i];
      }
    }
    words.push(glyph.text);
    length += glyph.text.length;
    blank = false;
    last = glyph;
  }
  if (last !== null) pieces.push({ start, end: length, box: boxOf(row, from, row.length, direction), bold: last.bold });
  return { text: words.join(""), pieces };
}

/** The box on the page around the characters `[from, to)` of a line. */
function boxOf(row: readonly Glyph[], from: number, to: number, direction: Direction): Box {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (let i = from; i < to; i++) {
    const glyph = row[i];
    if (glyph === undefined || glyph.text === " ") continue;
    if (glyph.left < left) left = glyph.left;
    if (glyph.top < top) top = glyph.top;
    if (glyph.right > right) right = glyph.right;
    if (glyph.bottom > bottom) bottom = glyph.bottom;
  }
  return turnedBack([left, top, right, bottom], direction);
}

/** Places are kept by clause: units and dates that punctuation parts get boxes of their own. */
const clauseEnds: ReadonlySet<number> = new Set(Array.from("、，。；：,;", (mark) => mark.charCodeAt(0)));

/** Gaps below this share of the type's size are none. */
const noGap = 0.05;

/** The usual gap between Chinese neighbours of a line: letter-spaced and justified lines have a wide one. */
function gapOf(shown: readonly Glyph[]): number {
  if (!areSpaced(shown)) return 0;
  const gaps: number[] = [];
  for (const [i, after] of shown.entries()) {
    const before = shown[i - 1];
    if (before !== undefined && besideChinese(before, after)) gaps.push(after.left - before.right);
  }
  gaps.sort((a, b) => a - b);
  return Math.max(0, gaps[gaps.length >> 1] ?? 0);
}

/** Whether gaps stand between most Chinese neighbours. */
function areSpaced(shown: readonly Glyph[]): boolean {
  let wide = 0;
  let all = 0;
  let before: Glyph | null = null;
  let wasChinese = false;
  for (const glyph of shown) {
    const chinese = isChinese(glyph.text);
    if (before !== null && (chinese || wasChinese)) {
      all++;
      if (glyph.left - before.right > noGap * glyph.type.size) wide++;
    }
    before = glyph;
    wasChinese = chinese;
  }
  return wide * 2 > all;
}

function besideChinese(before: Glyph, after: Glyph): boolean {
  return isChinese(before.text) || isChinese(after.text);
}

/** Whether a blank stands between two neighbours; `drawn` when the file has a character for it. */
function isBlank(before: Glyph, after: Glyph, drawn: boolean, usual: number): boolean {
  const size = Math.min(before.type.size, after.type.size);
  const gap = after.left - before.right;
  if (!besideChinese(before, after)) return gap > 0.25 * size || (drawn && gap > 0.1 * size);
  const beyond = gap - usual;
  return beyond > 0.55 * size || (drawn && beyond > 0.15 * size);
}

function commonSize(shown: readonly Glyph[]): number {
  const counts = new Map<number, number>();
  for (const { type } of shown) counts.set(type.size, (counts.get(type.size) ?? 0) + 1);
  let best = 0;
  let most = 0;
  for (const [size, count] of counts) if (count > most) [best, most] = [size, count];
  return best;
}
