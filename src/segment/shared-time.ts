/** A time that printed words give to everything below them. */
import { partOf, type Quote } from "../model/quote.ts";
import { findSharedTime } from "../rules/shared-times.ts";

/** The words of the time in a caption, header or heading; null where it says none. */
export function timeIn(words: Quote): Quote | null {
  const found = findSharedTime(words.text);
  return found === null ? null : partOf(words, ...found);
}

/** The time in the nearest of several lines, the last one first. */
export function timeAbove(lines: readonly Quote[]): Quote | null {
  return lines.map(timeIn).findLast((time) => time !== null) ?? null;
}
