/** Lines to paragraphs: a line that stops short of its room ends one, an indented line or a number begins one. */
import { isChineseCode, type Line } from "./lines.ts";
import { smallest } from "../../model/extremes.ts";

/** Lines that make one paragraph. */
export interface ParagraphDraft {
  readonly lines: Line[];
  readonly align: "left" | "center" | "right" | null;
  /** Its last line fills the room, so that it may go on elsewhere. */
  readonly full: boolean;
  /** Its first line begins like a new paragraph: indented, or with a number. */
  readonly fresh: boolean;
}

/**
 * Where lines may stand, along the reading direction. Not `start` and `end`: those are whole numbers in spans, and an engine that meets points in objects of the same
 * form keeps them all as fractions.
 */
export interface Room {
  readonly from: number;
  readonly to: number;
}

/** Outline numbers and list numbers with which a paragraph begins. */
export const startsItem =
  /^(?:第[一二三四五六七八九十百]+[章节条编部]|[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,3}[、.．](?=[^\d\s]|(?:19|20)\d{2}年|\d{1,2}月(?:\d{1,2}日|[底末初份前上中下]))|[①-⑳]|附件?[\d一二三四五六七八九十]*[:：])/u;

/** Words that end a sentence or an item. */
export const endsSentence = /[。；：！？.;:!?][”’"』」）)]?$/u;

/** How a line stands in its room. Running text begins at the left end or two characters in, titles are larger, bold or far from both ends. */
export function alignOf(line: Line, room: Room, bodySize: number): "left" | "center" | "right" | null {
  const before = line.start - room.from;
  const after = room.to - line.end;
  const em = line.size;
  const level = Math.abs(before - after) <= Math.max(1.2 * em, 0.04 * (room.to - room.from));
  const stands = line.size > 1.08 * bodySize || line.bold;
  if (level && stands && before > -2 * em) return "center";
  if (before < 1.2 * em) return after < 1.2 * em ? null : "left";
  const indented = Math.abs(before - 2 * bodySize) < 0.4 * bodySize;
  if (level && !indented) return "center";
  if (after < 5 * em && before > 6 * em && before > 2 * after) return "right";
  return "left";
}

/** What cannot be parted at the end of a line: opening marks, a word or one character, and the marks that may not begin a line. */
const unbreakable = /^[“‘《〈（(【「『]*(?:[\w.%+\-/@]+|\S)[，。、；：！？,;:.）)》〉”’】」』]*/u;

/** Width that the first unbreakable word of a line would need at the end of another. */
function firstWord(line: Line): number {
  const share = (line.end - line.start) / Math.max(widthOf(line.text), 1);
  return widthOf(unbreakable.exec(line.text)?.[0] ?? "") * share;
}

/** Width of words in half characters; the second half of a pair of surrogates adds nothing. */
function widthOf(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0xdc00 || code > 0xdfff) width += isChineseCode(code) ? 2 : 1;
  }
  return width;
}

/** Whether a line stops so early that the next word had room: the writer ended the paragraph there. */
export function endsEarly(line: Line, next: Line, room: Room, centred: boolean): boolean {
  const rest = (centred ? room.to - room.from - (line.end - line.start) : room.to - line.end) - 0.6 * line.size;
  return rest > 0 && rest > firstWord(next);
}

/** The paragraphs of a cell. */
export function paragraphsOf(lines: readonly Line[], room: Room): ParagraphDraft[] {
  const paragraphs: ParagraphDraft[] = [];
  const width = room.to - room.from;
  const centred = isCentred(lines, room);
  const left = smallest(lines.map(({ start }) => start));
  for (const [i, line] of lines.entries()) {
    const last = lines[i - 1];
    const indented = !centred && line.start > left + 1.2 * line.size && line.end - line.start < width;
    const breaks = last === undefined || last.page !== line.page || last.direction !== line.direction || (indented && !(last.start > left + 1.2 * line.size && !endsSentence.test(last.text))) || endsCellParagraph(last, line, room, centred);
    const current = paragraphs.at(-1);
    const following = lines[i + 1];
    const full = following === undefined ? !leavesRoom(line, room, centred) : false;
    if (breaks || current === undefined) paragraphs.push({ lines: [line], align: centred ? "center" : null, full, fresh: indented || startsItem.test(line.text) });
    else {
      current.lines.push(line);
      paragraphs[paragraphs.length - 1] = { ...current, full };
    }
  }
  return paragraphs;
}

/** Whether a paragraph of a cell ends between two lines. */
function endsCellParagraph(last: Line, line: Line, room: Room, centred: boolean): boolean {
  if (isStacked(last, line)) return false;
  if (endsEarly(last, line, room, centred)) return centred ? endsSentence.test(last.text) || startsItem.test(line.text) || fewWords(last, room) : true;
  return startsItem.test(line.text) && endsSentence.test(last.text);
}

/** Single characters on top of each other, closer than lines are, are a word set downwards. */
function isStacked(last: Line, line: Line): boolean {
  const single = last.text.length === 1 && line.text.length === 1 && isChineseCode(line.text.charCodeAt(0));
  return single && line.direction === 0 && line.top - last.bottom < 0.15 * line.size && Math.abs(line.left + line.right - last.left - last.right) < 0.5 * line.size;
}

/** Centred words may be broken anywhere by their writer; a break counts when half the room was left. */
function fewWords(line: Line, room: Room): boolean {
  return line.end - line.start < 0.5 * (room.to - room.from);
}

function leavesRoom(line: Line, room: Room, centred: boolean): boolean {
  const rest = centred ? room.to - room.from - (line.end - line.start) : room.to - line.end;
  return rest > 1.6 * line.size;
}

/** Lines that leave the same space on both sides, some of them visibly. */
function isCentred(lines: readonly Line[], room: Room): boolean {
  let shows = false;
  for (const line of lines) {
    const before = line.start - room.from;
    const after = room.to - line.end;
    if (Math.abs(before - after) > 1.1 * line.size) return false;
    if (before > 0.6 * line.size) shows = true;
  }
  return shows;
}
