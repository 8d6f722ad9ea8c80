/** A plain text as lines and spans. All offsets are UTF-16 offsets into the decoded text. */
import type { Span } from "../../model/position.ts";

/** One line without its line end. */
export interface Line extends Span {
  /** Pages before it, counted by form feeds. */
  readonly page: number;
}

/** One paragraph: stretches of the file's text that read on from one to the next. */
export type Words = readonly Span[];

/** The lines of a text. CR LF, LF, CR, form feeds and the Unicode separators end a line. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  let page = 0;
  for (const { index, 0: mark } of text.matchAll(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu)) {
    lines.push({ start, end: index, page });
    start = index + mark.length;
    if (mark === "\f") page++;
  }
  lines.push({ start, end: text.length, page });
  return lines;
}

const blank = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/u;

/** A span without the white space at its ends. */
export function trimmed(text: string, { start, end }: Span): Span {
  while (start < end && blank.test(text.charAt(start))) start++;
  while (end > start && blank.test(text.charAt(end - 1))) end--;
  return { start, end };
}

/** Whether nothing can be seen in a span. */
export function isEmpty(text: string, span: Span): boolean {
  const { start, end } = trimmed(text, span);
  return start === end;
}

/** The words as a string. */
export function stringOf(text: string, words: Words): string {
  return words.map(({ start, end }) => text.slice(start, end)).join("");
}

/** A part of a paragraph by offsets into its string, without white space at its ends. */
export function partOfWords(text: string, words: Words, start: number, end: number): Words {
  const found: Span[] = [];
  let at = 0;
  for (const span of words) {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, span.end - span.start);
    if (from < to) found.push({ start: span.start + from, end: span.start + to });
    at += span.end - span.start;
  }
  const first = found[0];
  if (first !== undefined) found[0] = { start: trimmed(text, first).start, end: first.end };
  const last = found.at(-1);
  if (last !== undefined) found[found.length - 1] = { start: last.start, end: Math.max(last.start, trimmed(text, last).end) };
  return found.filter((span) => span.start < span.end);
}
