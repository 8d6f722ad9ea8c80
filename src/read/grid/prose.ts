/** Lines outside tables to paragraphs, over page ends. */
import type { Line } from "./lines.ts";
import type { PageLayout } from "./page.ts";
import { alignOf, endsEarly, endsSentence, startsItem, type ParagraphDraft, type Room } from "./paragraphs.ts";
import { smallest } from "../../model/extremes.ts";

/** Where the lines of running text stand, by the size of the page. */
export class Rooms {
  /** Size of most of the running text, in points. */
  readonly bodySize: number;
  readonly #rooms = new Map<string, Room>();
  readonly #sizes = new Map<number, string>();

  constructor(pages: readonly PageLayout[], linesOfPage: (page: PageLayout) => readonly Line[]) {
    const groups = new Map<string, Line[]>();
    const vertical: Line[] = [];
    const widths = new Map<string, number>();
    for (const page of pages) {
      const size = `${Math.round(page.width)}x${Math.round(page.height)}`;
      this.#sizes.set(page.number, size);
      const lines = groups.get(size) ?? [];
      groups.set(size, lines);
      widths.set(size, page.width);
      for (const line of linesOfPage(page)) if (line.direction === 0 || line.room !== undefined) (line.direction === 0 ? lines : vertical).push(line);
    }
    this.bodySize = commonSize([...groups.values(), vertical].flat());
    for (const [size, lines] of groups) {
      const body = lines.filter((line) => Math.abs(line.size - this.bodySize) < 0.08 * this.bodySize);
      this.#rooms.set(size, roomOf(body.length > 0 ? body : lines, widths.get(size) ?? 0));
    }
  }

  of(page: number): Room {
    return this.#rooms.get(this.#sizes.get(page) ?? "") ?? { from: 0, to: 0 };
  }
}

/** A margin of a page, as a share of its width. */
const usualMargin = 0.15;

/** The room that many lines fill: their common right end, or like margins on both sides, and the leftmost start among lines that reach it. */
function roomOf(lines: readonly Line[], width: number): Room {
  if (lines.length === 0) return { from: 0, to: 0 };
  const ends = lines.map(({ end }) => end).sort((a, b) => a - b);
  const common = commonest(ends);
  const reach = common ?? ends.at(-1) ?? 0;
  const size = lines[0]?.size ?? 10;
  const long = lines.filter((line) => line.end > reach - 3 * size || line.text.length > 12);
  const first = smallest((long.length > 2 ? long : lines).map((line) => line.start));
  // Nothing but a title above a table stands in no margin of its own.
  const start = common === null && first > width / 5 ? width * usualMargin : first;
  // Running text fills at least half of the page; shorter lines were ended by their writer.
  return { from: start, to: common === null || common - start < width / 2 ? Math.max(reach, width - start) : common };
}

function commonSize(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of lines) counts.set(size, (counts.get(size) ?? 0) + text.length);
  let best = 0;
  let most = 0;
  for (const [size, count] of counts) if (count > most) [best, most] = [size, count];
  return best;
}

/** The value, among ascending ones, that most others stand within 4 points of, if at least three do; the greater wins a tie. */
function commonest(values: readonly number[]): number | null {
  let best: number | null = null;
  let most = 2;
  let low = 0;
  for (let high = 0; high < values.length; high++) {
    while ((values[high] ?? 0) - (values[low] ?? 0) > 4) low++;
    if (high - low + 1 >= most) {
      most = high - low + 1;
      best = values[high] ?? null;
    }
  }
  return most >= 3 ? best : null;
}

/** Builds paragraphs from lines in reading order. */
export function proseOf(lines: readonly Line[], rooms: Rooms): ParagraphDraft[] {
  const paragraphs: ParagraphDraft[] = [];
  const pitch = pitchOf(lines);
  for (const line of lines) {
    const room = line.room ?? rooms.of(line.page);
    const align = line.direction === 0 || line.room !== undefined ? alignOf(line, room, rooms.bodySize) : null;
    const current = paragraphs.at(-1);
    const last = current?.lines.at(-1);
    if (current === undefined || last === undefined || breaks(current, last, line, align, rooms, pitch)) paragraphs.push({ lines: [line], align, full: false, fresh: false });
    else {
      current.lines.push(line);
      if (current.align === null && align === "center") paragraphs[paragraphs.length - 1] = { ...current, align };
    }
  }
  return paragraphs;
}

/** The line that heads an attachment: 附件2. */
const attachmentHead = /^附\s?[件表录]\s?[\d一二三四五六七八九十]{0,3}$/u;

function breaks(current: ParagraphDraft, last: Line, line: Line, align: ParagraphDraft["align"], rooms: Rooms, pitch: number): boolean {
  const room = line.room ?? rooms.of(line.page);
  const lastRoom = last.room ?? rooms.of(last.page);
  if (last.direction !== line.direction) return true;
  if (line.direction !== 0 && (line.room === undefined || last.room === undefined)) return line.page !== last.page;
  const larger = Math.max(last.size, line.size) / Math.max(Math.min(last.size, line.size), 1);
  if (larger > 1.15) return true;
  // A first line as wide as its room stands like running text, but no running text goes on in the middle.
  const wide = current.align === null && current.lines.length === 1 && align === "center" && !startsItem.test(last.text);
  if (wide || (current.align === "center" && align === "center")) return !continuesTitle(current, last, line);
  if (current.align === "center" || align === "center" || align === "right" || current.align === "right") return true;
  const gap = line.depth - last.depth;
  if (line.page === last.page && (gap > 1.6 * pitch || gap > 3.2 * line.size)) return true;
  if (endsEarly(last, line, lastRoom, false)) return true;
  if (attachmentHead.test(line.text) || attachmentHead.test(last.text) || (startsItem.test(line.text) && (endsSentence.test(last.text) || isListed(current, line) || isBehindBracket(last, line)))) return true;
  const indent = line.start - room.from;
  if (indent > 1.2 * line.size) return !(Math.abs(line.start - room.from - (last.start - lastRoom.from)) < 0.5 * line.size && !endsSentence.test(last.text) && !startsItem.test(line.text));
  return false;
}

/** A number below a line that a bracket ends, both equally far in: the bracket closed an item (（责任单位：市水利局）). Articles (第三条) are cited behind brackets too. */
function isBehindBracket(last: Line, line: Line): boolean {
  return /[）)】]$/u.test(last.text) && Math.abs(last.start - line.start) < 0.5 * line.size && !line.text.startsWith("第");
}

/** Columns of vertical text that begin with numbers, one after the other, are items. */
function isListed({ lines: [first] }: ParagraphDraft, { room }: Line): boolean {
  return room !== undefined && first !== undefined && startsItem.test(first.text);
}

/** A title goes on in the next centred line of the same type. */
function continuesTitle(current: ParagraphDraft, last: Line, line: Line): boolean {
  const near = line.page === last.page && line.depth - last.depth < 2.2 * line.size;
  const whole = /^[（(【[].*[）)】\]]$|〔\d{4}〕|^\d{4}年\d{1,2}月|^附件/u;
  return near && last.bold === line.bold && current.lines.length < 5 && !whole.test(line.text) && !whole.test(last.text) && !endsSentence.test(last.text);
}

/** The usual distance of neighbouring lines. */
function pitchOf(lines: readonly Line[]): number {
  const gaps: number[] = [];
  for (let i = 1; i < lines.length; i++) {
    const last = lines[i - 1];
    const line = lines[i];
    if (last === undefined || line === undefined || last.page !== line.page) continue;
    const gap = line.depth - last.depth;
    if (gap > 0.8 * line.size && gap < 4 * line.size) gaps.push(gap);
  }
  if (gaps.length === 0) return Infinity;
  gaps.sort((a, b) => a - b);
  return gaps[gaps.length >> 1] ?? Infinity;
}
