/**
 * Where `<br>` starts a new paragraph and where it only breaks a line, and lines of labelled page information that
 * are cut into one paragraph a label.
 *
 * A `<br>` parts paragraphs when a second `<br>` follows, or an indent of two to four em. Otherwise it stays a line feed in
 * headings, centred lines and cells. In other blocks every line is a paragraph of its own, unless the line before it was
 * broken because it was full: then the text runs on. Two lines in one `p` stay together when nothing marks the second
 * as a new start.
 */
import { infoLabel } from "../../rules/furniture.ts";
import type { RawParagraph } from "./drafts.ts";

/** A range of UTF-16 offsets in the text of a raw paragraph, white space at both ends left out. */
export type Range = readonly [start: number, end: number];

const blank = /[\s\u00ad\u180e\u200b-\u200f\u2060\ufeff]/u;

/** The paragraphs that a raw paragraph holds. */
export function paragraphRanges(raw: RawParagraph, inCell: boolean): Range[] {
  const lines = raw.text.includes("\n") ? joinLines(raw, inCell) : [trimmed(raw.text, 0, raw.text.length)];
  const ranges = inCell ? lines : lines.flatMap((line) => cutAtLabels(raw, line));
  return ranges.filter(([start, end]) => start < end);
}

/** Narrows a range to what is not white space. */
function trimmed(text: string, start: number, end: number): Range {
  let from = start;
  let to = end;
  while (from < to && blank.test(text.charAt(from))) from++;
  while (to > from && blank.test(text.charAt(to - 1))) to--;
  return [from, to];
}

interface Line {
  readonly range: Range;
  /** Width of the blanks before it in half em. */
  readonly indent: number;
}

function joinLines(raw: RawParagraph, inCell: boolean): Range[] {
  const lines = linesOf(raw.text);
  const widest = lines.reduce((most, { range }) => Math.max(most, range[1] - range[0]), 0);
  const ranges: Range[] = [];
  let open: Range | null = null;
  let before: Line | null = null;
  for (const line of lines) {
    const [start, end] = line.range;
    if (start < end) {
      const parted: boolean = open === null || before === null || parts(raw, inCell, { before, line, widest, count: lines.length });
      if (parted && open !== null) ranges.push(open);
      open = parted || open === null ? line.range : [open[0], end];
    } else if (open !== null) {
      ranges.push(open);
      open = null;
    }
    before = line;
  }
  if (open !== null) ranges.push(open);
  return ranges;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const feed = text.indexOf("\n", start);
    const end = feed === -1 ? text.length : feed;
    const range = trimmed(text, start, end);
    lines.push({ range, indent: widthOf(text.slice(start, range[0])) });
    start = end + 1;
  }
  return lines;
}

function widthOf(blanks: string): number {
  let width = 0;
  for (const character of blanks) width += /[\u3000\u2003]/u.test(character) ? 2 : /[\u00a0\u2002]/u.test(character) ? 1 : 0;
  return width;
}

const sentenceEnd = /[。；：！？;:!?”」』）)]$/u;
const newStart =
  /^(?:第?[一二三四五六七八九十百]{1,4}[、.．是条章节]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[、.．）)]|[①-⑳]|附件|[\u4e00-\u9fff]{2,8}[：:]|\d{4}年\d{1,2}月\d{1,2}日$)/u;

interface LineBreak {
  readonly before: Line;
  readonly line: Line;
  readonly widest: number;
  readonly count: number;
}

function parts(raw: RawParagraph, inCell: boolean, { before, line, widest, count }: LineBreak): boolean {
  if (line.indent >= 2 && line.indent <= 8) return true;
  const kept = inCell || raw.level !== null || raw.align === "center" || (line.indent > 8 && before.indent > 8);
  const words = raw.text.slice(...line.range);
  if (kept) return !inCell && line.indent > 8 && newStart.test(words);
  const previous = raw.text.slice(...before.range);
  if (sentenceEnd.test(previous) || newStart.test(words) || raw.align === "right") return true;
  const full = previous.length >= 20 && previous.length >= widest * 0.9;
  if (full) return false;
  return raw.container.element.name !== "p" || count > 2;
}

/**
 * A line such as “发布时间：… | 来源：… | 阅读次数：…” becomes one range a label, so that counters can be told from metadata;
 * the bars between are ranges of their own. Only a line that begins with a label and holds two or more is cut.
 */
function cutAtLabels(raw: RawParagraph, [start, end]: Range): Range[] {
  if (end - start > 300) return [[start, end]];
  const cuts: number[] = [];
  for (const match of raw.text.slice(start, end).matchAll(infoLabel)) {
    const at = start + match.index + (match[0].length - match[0].trimStart().length);
    if (at === start || (cuts.length > 0 && isBorder(raw, at))) cuts.push(at);
  }
  if (cuts.length < 2) return [[start, end]];
  return cuts.flatMap((cut, i) => withoutBar(raw.text, trimmed(raw.text, cut, cuts[i + 1] ?? end)));
}

function isBorder(raw: RawParagraph, at: number): boolean {
  return raw.borders.includes(at) || /[\s|｜】\])）]/u.test(raw.text.charAt(at - 1));
}

function withoutBar(text: string, [start, end]: Range): Range[] {
  let bar = end;
  while (bar > start && /[\s|｜]/u.test(text.charAt(bar - 1))) bar--;
  return bar === end ? [[start, end]] : [trimmed(text, start, bar), trimmed(text, bar, end)];
}
