/** A time that printed words give to everything below them. */
import { partOf, type Quote } from "../model/quote.ts";
import { findSharedTime } from "../rules/shared-times.ts";
import { onOneLine } from "../text/lines.ts";

/** The words of the time in a caption, header or heading; null where it says none. */
export function timeIn(words: Quote): Quote | null {
  return findIn(words, false);
}

/** The same in a heading of items or rows, which may be nothing but a month or quarter: 三月, 一、第一季度. */
export function timeOver(heading: Quote): Quote | null {
  return findIn(heading, true);
}

function findIn(words: Quote, inRows: boolean): Quote | null {
  const { text, at } = onOneLine(words.text);
  const found = findSharedTime(text, inRows);
  return found === null ? null : partOf(words, at(found[0]), at(found[1] - 1) + 1);
}

/** The time in the nearest of several lines, the last one first. */
export function timeAbove(lines: readonly Quote[]): Quote | null {
  return lines.map(timeIn).findLast((time) => time !== null) ?? null;
}
