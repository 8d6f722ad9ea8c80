/**
 * Sentences of a task made comparable: what two notices write otherwise though they say the same is folded, what says nothing of origin is left out.
 *
 * Where something is left out a gap stands, which nothing equals, so that no run of equal characters reaches over it.
 */
import { figure, placeWord, standingPhrases } from "../rules/standing-phrases.ts";
import { readingOf } from "../text/reading.ts";
import { unitLists } from "./unit-lists.ts";

/** Stands where words were left out. */
export const gap = "\u0000";

/** Stands for 全省, 全市, 我县 …: equal to every other of them. */
const placeSign = "\u0001";

/** Stands for an amount or ordinal: equal to every other. */
export const figureSign = "\u0002";

/** Whether a unit stands for words that may be others on the other side. */
export function isSign(code: number): boolean {
  return code === 1 || code === 2;
}

/** A comparable stretch of text: one UTF-16 unit for each character that counts, and where it was printed. */
export interface Comparable {
  readonly text: string;
  /** Units before which a mark parts phrases (，、：), and the end. */
  readonly phraseEnds: readonly number[];
  /** Offsets of each unit in the printed text: `from[i]` to `to[i]`. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** No sentence is compared in longer pieces: the work for two of them grows with the product of their lengths. */
const longestClause = 1_500;

/** Where the sentences of a text stand. Shorter ones than `shortest` printed characters are left out. */
export function clausesIn(text: string, shortest: number): { readonly start: number; readonly end: number }[] {
  const clauses: { start: number; end: number }[] = [];
  for (const { index, 0: sentence } of text.matchAll(/[^。；;！!？?\n]+/gu)) {
    for (let at = 0; at < sentence.length; at += longestClause) {
      const end = Math.min(sentence.length, at + longestClause);
      if (end - at >= shortest) clauses.push({ start: index + at, end: index + end });
    }
  }
  return clauses;
}

/** Makes a text comparable. */
export function comparable(text: string): Comparable {
  const { text: words, at } = readingOf(text);
  const out = leftOut(words);
  const [from, to, phraseEnds]: [number[], number[], number[]] = [[], [], []];
  let folded = "";
  const put = (sign: string, start: number, end: number): void => {
    folded += sign;
    from.push(at(start));
    to.push(end >= words.length ? text.length : Math.max(at(end - 1) + 1, at(start) + 1));
  };
  for (let i = 0; i < words.length; ) {
    const { sign, end } = out.get(i) ?? { sign: null, end: i + 1 };
    if (sign !== null) {
      if (sign !== gap || (folded !== "" && !folded.endsWith(gap))) put(sign, i, end);
    } else if (isCounted(words.charCodeAt(i))) put(words.charAt(i), i, i + 1);
    else if (",:".includes(words.charAt(i)) && phraseEnds.at(-1) !== folded.length) phraseEnds.push(folded.length);
    i = end;
  }
  const whole = folded.endsWith(gap) ? folded.slice(0, -1) : folded;
  return { text: whole, phraseEnds: [...phraseEnds.filter((end) => end < whole.length), whole.length], from, to };
}

/** Letters and digits of any script; marks, gaps and symbols do not count. */
function isCounted(code: number): boolean {
  if (code >= 0x3400 && code <= 0x9fff) return true;
  if (code < 0x80) return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  return /[\p{L}\p{N}]/u.test(String.fromCharCode(code));
}

/** How many units are characters of the text. */
export function countedIn(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 2) count++;
  return count;
}

interface Out {
  readonly sign: string;
  readonly end: number;
}

/** What is left out of folded text, by where it begins; of two that overlap the one that begins first, then the longer one. */
function leftOut(words: string): ReadonlyMap<number, Out> {
  const found = [
    ...standingPhrases.flatMap(({ pattern }) => [...words.matchAll(pattern)].map(({ index, 0: { length } }) => ({ sign: gap, start: index, end: index + length }))),
    ...unitLists(words).map(({ start, end }) => ({ sign: gap, start, end })),
    ...[...words.matchAll(placeWord)].map(({ index, 0: { length } }) => ({ sign: placeSign, start: index, end: index + length })),
    ...[...words.matchAll(figure)].map(({ index, 0: { length } }) => ({ sign: figureSign, start: index, end: index + length })),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept = new Map<number, Out>();
  let until = 0;
  for (const { sign, start, end } of found) {
    // What goes on behind another that was left out goes with it.
    const begin = Math.max(start, until);
    if (begin >= end || (sign !== gap && begin !== start)) continue;
    kept.set(begin, { sign, end });
    until = end;
  }
  return kept;
}
