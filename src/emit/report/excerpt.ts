/** The line in which printed words stand, cut to a readable width around them. */
import stringWidth from "string-width";
import { printable } from "../../text/shown.ts";

/** Words with what stands before and after them on their line; an ellipsis where that was cut. */
export interface Excerpt {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** Columns of a terminal for each part; a Chinese character takes two. */
const room = { before: 24, words: 60, after: 24 };

/** The words in the first of some texts that holds them, or alone when none does. */
export function excerpt(words: string, texts: readonly string[]): Excerpt {
  const text = texts.find((candidate) => candidate.includes(words)) ?? words;
  const start = text.indexOf(words);
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = text.indexOf("\n", start + words.length);
  return {
    before: lastColumns(text.slice(start === 0 ? 0 : lineStart, start), room.before),
    words: firstColumns(words, room.words),
    after: firstColumns(text.slice(start + words.length, lineEnd < 0 ? undefined : lineEnd), room.after),
  };
}

/** The excerpt as two lines: the printed words, and carets under what it is about. */
export function withCaret({ before, words, after }: Excerpt): readonly [line: string, carets: string] {
  return [before + words + after, " ".repeat(stringWidth(before)) + "^".repeat(Math.max(1, stringWidth(words)))];
}

function firstColumns(text: string, most: number): string {
  const { kept, whole } = fitting(characters(text.slice(0, 4 * most)), most);
  return whole && text.length <= 4 * most ? kept.join("") : `${kept.join("")}…`;
}

function lastColumns(text: string, most: number): string {
  const { kept, whole } = fitting(characters(text.slice(-4 * most)).reverse(), most);
  return (whole && text.length <= 4 * most ? "" : "…") + kept.reverse().join("");
}

function characters(text: string): string[] {
  return Array.from(printable(text.toWellFormed()));
}

function fitting(all: readonly string[], most: number): { readonly kept: string[]; readonly whole: boolean } {
  let width = 0;
  const count = all.findIndex((character) => (width += stringWidth(character)) > most);
  return { kept: count < 0 ? [...all] : all.slice(0, count), whole: count < 0 };
}
