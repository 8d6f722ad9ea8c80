/** Printed words and where they stand in the text of the document. */
import type { Block, Cell, NoticeDocument, Paragraph } from "./document.ts";
import type { Box, Fragment, Place, Span } from "./position.ts";
import { countBefore } from "./sorted.ts";

/**
 * Words as printed, with the way back. `text` is the named spans of the document's text joined by one line feed each,
 * so that an offset in it leads to an offset in the document.
 */
export interface Quote {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** The words of a document at one or several spans, in the order given. */
export function quote(document: NoticeDocument, ...spans: readonly Span[]): Quote {
  return { text: spans.map((span) => document.text.slice(span.start, span.end)).join("\n"), spans };
}

/** Where the spans of a quote begin in its text: found once, because long texts are cut again and again. */
const begins = new WeakMap<readonly Span[], readonly number[]>();

function beginsOf(spans: readonly Span[]): readonly number[] {
  const known = begins.get(spans);
  if (known !== undefined) return known;
  let offset = 0;
  const found = spans.map(({ start, end }) => {
    const begin = offset;
    offset += end - start + 1;
    return begin;
  });
  begins.set(spans, found);
  return found;
}

/** The spans of the document that `[start, end)` of a quote's text was copied from. */
export function spansWithin(words: Quote, start: number, end: number): Span[] {
  const offsets = beginsOf(words.spans);
  const found: Span[] = [];
  for (let i = Math.max(0, countBefore(offsets, (offset) => offset <= start) - 1); i < offsets.length; i++) {
    const [span, offset] = [words.spans[i], offsets[i]];
    if (span === undefined || offset === undefined || offset >= end) break;
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, span.end - span.start);
    if (from < to) found.push({ start: span.start + from, end: span.start + to });
  }
  return found;
}

/** A part of a quote, by offsets in its text; white space at both ends is left out. */
export function partOf(words: Quote, start: number, end: number): Quote {
  const raw = words.text.slice(start, end);
  const from = start + (raw.length - raw.trimStart().length);
  const to = Math.max(from, end - (raw.length - raw.trimEnd().length));
  const spans = spansWithin(words, from, to);
  return { text: words.text.slice(from, to), spans };
}

/** The offset in the text of `words` at which `part`, cut out of it, begins; its length for a part without words. */
export function offsetOf(words: Quote, part: Quote): number {
  const at = part.spans[0]?.start;
  let offset = 0;
  for (const { start, end } of words.spans) {
    if (at !== undefined && at >= start && at < end) return offset + at - start;
    offset += end - start + 1;
  }
  return words.text.length;
}

/** The printed lines of a quote, blank ones left out. */
export function linesIn(words: Quote): Quote[] {
  const lines: Quote[] = [];
  let start = 0;
  for (const line of words.text.split("\n")) {
    const part = partOf(words, start, start + line.length);
    if (part.text !== "") lines.push(part);
    start += line.length + 1;
  }
  return lines;
}

/** The sentences of a line, each with its full stop or semicolon. */
export function sentencesIn(line: Quote): Quote[] {
  return [...line.text.matchAll(/[^。；;]+[。；;]?/gu)].map(({ 0: words, index }) => partOf(line, index, index + words.length));
}

/** Several quotes read as one, each on its own line. */
export function joinQuotes(quotes: readonly Quote[]): Quote {
  const filled = quotes.filter((words) => words.text !== "");
  return { text: filled.map((words) => words.text).join("\n"), spans: filled.flatMap((words) => words.spans) };
}

/** The paragraphs of a cell in order, those of nested tables included. */
export function paragraphsOf(blocks: readonly Block[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const block of blocks) {
    if (block.kind === "paragraph") paragraphs.push(block);
    else if (block.kind === "table") for (const cell of block.cells) for (const paragraph of paragraphsOf(cell.blocks)) paragraphs.push(paragraph);
  }
  return paragraphs;
}

/** The words of a cell: its paragraphs, one a line; automatic numbers are not among them. */
export function quoteCell(document: NoticeDocument, cell: Cell): Quote {
  return quote(document, ...paragraphsOf(cell.blocks).map((paragraph) => paragraph.span));
}

/** The text of a cell as a person sees it: its paragraphs, one a line, each behind its automatic number. */
export function cellText(document: NoticeDocument, cell: Cell): string {
  return paragraphsOf(cell.blocks)
    .map((paragraph) => (paragraph.label?.text ?? "") + document.text.slice(paragraph.span.start, paragraph.span.end))
    .join("\n");
}

/**
 * Where spans of the text stand in the file: one place an element, one box a page, in order.
 * Neighbouring pieces of one element become one range.
 */
export function placesOf(document: NoticeDocument, spans: readonly Span[]): Place[] {
  const places: Place[] = remember([], spans);
  /** The box of the last place once it has grown: a copy that may grow on. */
  let grown: Box | null = null;
  for (const span of spans) {
    for (let i = firstFragmentAfter(document.fragments, span.start); i < document.fragments.length; i++) {
      const fragment = document.fragments[i];
      if (fragment === undefined || fragment.span.start >= span.end) break;
      grown = addPlace(places, clip(fragment, span), grown);
    }
  }
  return places;
}

/** What was read from which spans: where a value stands to the character, for who asks within the same run. */
const origins = new WeakMap<object, readonly Span[]>();

/** The spans that places, or another thing that was remembered, came from; null where nobody knows. */
export function spansOf(thing: object): readonly Span[] | null {
  return origins.get(thing) ?? null;
}

/** A thing that has come from spans of the document. */
export function remember<T extends object>(thing: T, spans: readonly Span[]): T {
  origins.set(thing, spans);
  return thing;
}

/** A copy that stands where the original does. */
export function sameSpans<T extends object>(original: object, copy: T): T {
  const spans = spansOf(original);
  return spans === null ? copy : remember(copy, spans);
}

function clip({ span, place }: Fragment, to: Span): Place {
  if (place.kind === "page" || place.start === null) return place;
  const from = Math.max(span.start, to.start) - span.start;
  const until = Math.min(span.end, to.end) - span.start;
  return { ...place, start: place.start + from, end: place.start + until };
}

function addPlace(places: Place[], place: Place, grown: Box | null): Box | null {
  const last = places.at(-1);
  if (last === undefined || last.source !== place.source) {
    places.push(place);
  } else if (last.kind === "page" && place.kind === "page" && last.page === place.page) {
    const box: Box = grown ?? [...last.bbox];
    if (grown === null) places[places.length - 1] = { ...last, bbox: box };
    const [left, top, right, bottom] = place.bbox;
    if (left < box[0]) box[0] = left;
    if (top < box[1]) box[1] = top;
    if (right > box[2]) box[2] = right;
    if (bottom > box[3]) box[3] = bottom;
    return box;
  } else if (last.kind === "element" && place.kind === "element" && last.path === place.path) {
    if (last.start === null || place.start === null || last.end === null || place.end === null) return null;
    places[places.length - 1] = { ...last, start: Math.min(last.start, place.start), end: Math.max(last.end, place.end) };
  } else {
    places.push(place);
  }
  return null;
}

/** Index of the first fragment that ends after `offset`, by binary search. */
export function firstFragmentAfter(fragments: readonly Fragment[], offset: number): number {
  return countBefore(fragments, ({ span }) => span.end <= offset);
}
