/** Spans of the document as marks: one box a printed line, or one range an element. */
import type { NoticeDocument } from "../../model/document.ts";
import type { Mark } from "../../model/marks.ts";
import type { Box, Fragment, Place, Span } from "../../model/position.ts";
import { firstFragmentAfter } from "../../model/quote.ts";
import { isBlank } from "../../text/fold.ts";
import { largest, smallest } from "../../model/extremes.ts";

/** Pieces of one line follow each other within so many ems; letter-spaced words stand that far apart. */
const reach = 2;

/** Where the characters of some spans stand, in the order of the spans. */
export function marksOfSpans(document: NoticeDocument, spans: readonly Span[]): Mark[] {
  const marks: Mark[] = [];
  for (const span of spans) {
    let last: Fragment | null = null;
    for (let i = firstFragmentAfter(document.fragments, span.start); i < document.fragments.length; i++) {
      const fragment = document.fragments[i];
      if (fragment === undefined || fragment.span.start >= span.end) break;
      const mark = clipped(document, fragment, span);
      if (mark === null) continue;
      const before = marks.at(-1);
      const joined = last === null || before === undefined || !isBlank(document.text.slice(last.span.end, fragment.span.start)) ? null : joinedWith(before, mark, fragment.advances?.axis === "y" ? 1 : 0);
      if (joined === null) marks.push(mark);
      else marks[marks.length - 1] = joined;
      last = fragment;
    }
  }
  return marks;
}

/** A place as a mark: the hull of what stands there. */
export function markOfPlace(place: Place): Mark {
  const { source } = place;
  return place.kind === "page" ? { source, page: place.page, bbox: [...place.bbox] } : { source, path: place.path, start: place.start, end: place.end };
}

/** The part of a fragment that lies in a span; null when nothing of it can be seen. */
function clipped({ text }: NoticeDocument, fragment: Fragment, to: Span): Mark | null {
  const { span, place } = fragment;
  let start = Math.max(span.start, to.start);
  let end = Math.min(span.end, to.end);
  while (start < end && isBlank(text.charAt(start))) start++;
  while (end > start && isBlank(text.charAt(end - 1))) end--;
  if (start === end) return null;
  if (place.kind === "page") return { source: place.source, page: place.page, bbox: partOfBox(fragment, place.bbox, start, end) };
  if (place.start === null) return markOfPlace(place);
  return { source: place.source, path: place.path, start: place.start + start - span.start, end: place.start + end - span.start };
}

/** The box of some characters of a fragment, by the advances of its glyphs; by their number where nobody kept them. */
export function partOfBox({ span, advances }: Fragment, bbox: Box, start: number, end: number): Box {
  const [left, top, right, bottom] = bbox;
  const [from, to] = [start - span.start, end - span.start];
  if (advances === undefined) {
    const width = right - left;
    const length = span.end - span.start;
    return [left + (width * from) / length, top, left + (width * to) / length, bottom];
  }
  const ends = advances.ends.slice(2 * from, 2 * to);
  if (ends.length === 0) return [...bbox];
  const [low, high] = [smallest(ends), largest(ends)];
  return advances.axis === "x" ? [low, top, high, bottom] : [left, low, right, high];
}

/** Two marks as one where the second goes on in the line or the element of the first. */
function joinedWith(a: Mark, b: Mark, along: 0 | 1): Mark | null {
  if (a.source !== b.source) return null;
  if ("path" in a) return "path" in b && a.path === b.path && a.end !== null && a.end === b.start ? { ...a, end: b.end } : null;
  if ("path" in b || a.page !== b.page || !goesOn(a.bbox, b.bbox, along)) return null;
  return { ...a, bbox: [Math.min(a.bbox[0], b.bbox[0]), Math.min(a.bbox[1], b.bbox[1]), Math.max(a.bbox[2], b.bbox[2]), Math.max(a.bbox[3], b.bbox[3])] };
}

/** Whether two boxes stand beside each other along one axis (0: across the page, 1: down it) and share most of their extent across it. */
function goesOn(a: Box, b: Box, along: 0 | 1): boolean {
  const [from, to] = along === 0 ? ([1, 3] as const) : ([0, 2] as const);
  const shared = Math.min(a[to], b[to]) - Math.max(a[from], b[from]);
  const height = Math.min(a[to] - a[from], b[to] - b[from]);
  const [start, end] = along === 0 ? ([0, 2] as const) : ([1, 3] as const);
  const gap = Math.max(b[start] - a[end], a[start] - b[end]);
  return shared > 0.6 * height && gap < reach * height && gap > -height;
}
