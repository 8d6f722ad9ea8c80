/** The document as a person scans it: one line after another, tables as one line each. */
import type { NoticeDocument, Paragraph, Table } from "../../model/document.ts";
import type { Span } from "../../model/position.ts";
import { reading } from "../../text/reading.ts";

/** A line of a paragraph outside tables, or a whole table. */
export type Line = TextLine | TableLine;

export interface TextLine {
  readonly kind: "text";
  readonly paragraph: Paragraph;
  /** White space at both ends is left out. */
  readonly span: Span;
  readonly text: string;
  /** The text as patterns read it: folded, in simplified characters. */
  readonly key: string;
  /** Automatic number before it, “” when there is none. */
  readonly label: string;
  /** Stands out as titles do: centred, a heading by markup, or all bold. */
  readonly prominent: boolean;
  readonly centred: boolean;
  readonly right: boolean;
}

export interface TableLine {
  readonly kind: "table";
  readonly table: Table;
  readonly span: Span;
}

/** The lines of a document in reading order. Furniture and blank lines are not among them. */
export function linesOf(document: NoticeDocument): Line[] {
  return document.blocks.flatMap((block): Line[] => {
    if (block.kind === "furniture") return [];
    if (block.kind === "table") return [{ kind: "table", table: block, span: block.span }];
    return textLines(document, block);
  });
}

function textLines(document: NoticeDocument, paragraph: Paragraph): TextLine[] {
  const lines: TextLine[] = [];
  let start = paragraph.span.start;
  for (const raw of linesIn(document.text.slice(paragraph.span.start, paragraph.span.end))) {
    const span = trim(document.text, { start, end: start + raw.length });
    start += raw.length;
    if (span.start === span.end) continue;
    const text = document.text.slice(span.start, span.end);
    const centred = paragraph.align === "center";
    lines.push({
      kind: "text",
      paragraph,
      span,
      text,
      key: reading(text),
      label: lines.length === 0 ? (paragraph.label?.text ?? "") : "",
      prominent: centred || paragraph.level !== null || isBold(paragraph, span),
      centred,
      right: paragraph.align === "right" || (paragraph.align !== "center" && paragraph.level === null && /^\s{8,}/u.test(raw)),
    });
  }
  return lines;
}

/** Printed lines, each with its line feed; the note on publicity is a line of its own where it is glued to date or colophon. */
function linesIn(text: string): string[] {
  const lines = text.split(/(?<=\n)/u);
  if (!text.includes("此件")) return lines;
  return lines.flatMap((line) => line.split(/(?<=[日号]\s{0,9})(?=[（(]此件[^（()）]{2,20}[）)])|(?<=[（(]此件[^（()）]{2,20}[）)])(?=\s{0,9}(?:抄送|附件))/u));
}

/** A span without the white space at its ends. */
export function trim(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /[\s\u00ad\u200b-\u200f\u2060\ufeff]/u.test(text.charAt(start))) start++;
  while (end > start && /[\s\u00ad\u200b-\u200f\u2060\ufeff]/u.test(text.charAt(end - 1))) end--;
  return { start, end };
}

function isBold(paragraph: Paragraph, line: Span): boolean {
  let bold = 0;
  for (const span of paragraph.bold) bold += Math.max(0, Math.min(span.end, line.end) - Math.max(span.start, line.start));
  return bold >= 0.9 * (line.end - line.start);
}

/** 当前位置： without what stood behind it. */
const placeOnSite = /^(?:您|你)?(?:现在|当前)?(?:所在|所处)?(?:的)?位置:$/u;

/** Whether a line is where the page stands in its site, and no more. */
export function isPlaceOnSite(key: string): boolean {
  return placeOnSite.test(key);
}

/** Running text: a sentence, or an item of an outline. */
export function isProse(line: TextLine): boolean {
  if (placeOnSite.test(line.key)) return false;
  const ends = line.prominent ? /[。；;：:]$/u : /[。；;：:，,、]$/u;
  return /[。；;]/u.test(line.key.slice(0, -1)) || ends.test(line.key) || isNumbered(line);
}

/** Begins with the number of an outline: 一、 （一） 1. 第一条. */
export function isNumbered(line: TextLine): boolean {
  return /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)|\d{1,3}[、.)](?!\d)|\(\d{1,3}\)|第[一二三四五六七八九十百\d]{1,5}[章节条部]|[①-⑳]|[◆◇●○■□★☆▲△※▶]?(?:任务|问题|事项|措施|行动|工程|项目)[一二三四五六七八九十\d]{1,3}[:、.])/u.test(
    reading(line.label) + line.key,
  );
}
