/** Stretches of text as paragraphs: stray tags and layout spaces are taken out, list points of a flattened cell are parted. */
import type { Span } from "../../model/position.ts";
import { readMarker } from "../../rules/markers.ts";
import { isEmpty, partOfWords, stringOf, trimmed, type Words } from "./lines.ts";
import { largest, smallest } from "../../model/extremes.ts";
import { addAll } from "../../model/add-all.ts";

/** Tags that a conversion left in the text. */
const tag = /<(\/?)(p|br|div|span|font|b|strong|u|i|em|sup|sub|center|o:p|table|tbody|thead|tr|td|th|li|ul|ol|h[1-6])(?:\s[^<>]{0,300})?\/?>/giu;
const inline = /^(?:span|font|b|strong|u|i|em|sup|sub|o:p)$/iu;

/** How many tags are left in a text. */
export function countTags(text: string): number {
  return text.includes("<") ? (text.match(tag)?.length ?? 0) : 0;
}

/** The paragraphs of a span: block tags part them, inline tags vanish. Empty ones are left out. */
export function paragraphsIn(text: string, span: Span): Words[] {
  const raw = text.slice(span.start, span.end);
  const paragraphs: Span[][] = [[]];
  let from = 0;
  for (const match of raw.includes("<") ? raw.matchAll(tag) : []) {
    paragraphs.at(-1)?.push({ start: span.start + from, end: span.start + match.index });
    from = match.index + match[0].length;
    if (!inline.test(match[2] ?? "")) paragraphs.push([]);
  }
  paragraphs.at(-1)?.push({ start: span.start + from, end: span.end });
  return paragraphs.map((words) => tidy(text, words)).filter((words) => words.length > 0);
}

function tidy(text: string, words: Words): Words {
  const filled = words.filter((span) => span.start < span.end);
  if (filled.every((span) => isEmpty(text, span))) return [];
  const length = filled.reduce((sum, span) => sum + span.end - span.start, 0);
  return closeSpaces(text, partOfWords(text, filled, 0, length));
}

const han = /[\u3400-\u4dbf\u4e00-\u9fff]/u;

/** Running text longer than this has no spaces between Chinese characters of its own. */
const runningText = 40;

/**
 * Takes out the single spaces that line ends of a narrow column or a page left between Chinese characters: in running
 * text, and in headings that they cut into pieces of one length.
 */
function closeSpaces(text: string, words: Words): Words {
  const string = stringOf(text, words);
  if (!/\S[ \u00a0]\S/u.test(string)) return words;
  const gaps = [...string.matchAll(/[ \u00a0]/gu)].map(({ index }) => index).filter((at) => han.test(string.charAt(at - 1)) && han.test(string.charAt(at + 1)));
  if (gaps.length === 0 || (string.length <= runningText && !isNarrow(string, gaps))) return words;
  const kept: Span[] = [];
  let from = 0;
  for (const gap of [...gaps, string.length]) {
    addAll(kept, partOfWords(text, words, from, gap));
    from = gap + 1;
  }
  return kept;
}

/** A heading in a narrow column: its lines, but the last, differ by one character at most. */
function isNarrow(string: string, gaps: readonly number[]): boolean {
  if (gaps.length < 2 || readMarker(string) === null) return false;
  const lengths = [...gaps, string.length].map((gap, i, all) => gap - (i === 0 ? 0 : (all[i - 1] ?? 0) + 1));
  const full = lengths.slice(0, -1);
  return largest(full) <= 8 && largest(full) - smallest(full) <= 1 && (lengths.at(-1) ?? 0) <= largest(full);
}

/** Lines of one paragraph that read on: Chinese characters close up, Latin words keep the line feed between them. */
export function joinLines(text: string, lines: readonly Words[]): Words {
  const joined: Span[] = [];
  for (const words of lines) {
    const last = joined.at(-1);
    const [next] = words;
    if (last !== undefined && next !== undefined && /[A-Za-z0-9,.;]/u.test(text.charAt(last.end - 1)) && /[A-Za-z0-9]/u.test(text.charAt(next.start))) {
      const at = text.slice(last.end, next.start).search(/[\n ]/u);
      if (at !== -1) joined.push({ start: last.end + at, end: last.end + at + 1 });
    }
    addAll(joined, words);
  }
  return joined;
}

/** A line without the white space around it, as a paragraph of its own; none when it is blank. */
export function wordsOf(text: string, span: Span): Words {
  const inner = trimmed(text, span);
  return inner.start < inner.end ? [inner] : [];
}
