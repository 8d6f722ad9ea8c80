/** Running numbers that stand inside the text of a cell, before or behind the words (皖政办秘〔2020〕66号 as many sites print it). */
import { linesIn, partOf, type Quote } from "../../model/quote.ts";

/** Words with the running number that was printed among them. */
export interface NumberedText {
  readonly number: string | null;
  readonly text: Quote;
  /** The printed number, null when there is none. */
  readonly marker: Quote | null;
}

const leading = /^(\d{1,3})(?:[.．、]\s*(?!\d)|[.．、]\s*(?=(?:(?:19|20)\d{2}\s*年|\d{1,2}\s*月|[2-6]G(?!频|带宽|流量|内存|以)[+＋]?[“\u4e00-\u9fff]))|(?:\s+|(?=[\u4e00-\u9fff“《]))(?!年|月|日|%|％|个|项|家|万|亿|次|类|批|倍|级|号))/u;
const trailing = /[。；.;！）)]\s*(\d{1,3})$/u;

/** Takes a running number off the words of one paragraph or cell. */
export function takeNumber(words: Quote): NumberedText {
  const before = leading.exec(words.text);
  if (before?.[1] !== undefined) {
    return { number: before[1], text: partOf(words, before[0].length, words.text.length), marker: partOf(words, 0, before[0].length) };
  }
  const behind = trailing.exec(words.text);
  if (behind?.[1] !== undefined) {
    const start = words.text.length - behind[1].length;
    return { number: behind[1], text: partOf(words, 0, start), marker: partOf(words, start, words.text.length) };
  }
  return { number: null, text: words, marker: null };
}

/**
 * Cuts a cell that holds several numbered tasks, each in paragraphs of its own (“4 …”, “5 …”).
 * Null when its paragraphs are not consecutively numbered, beginning with `next` where that is known.
 */
export function cutNumbered(words: Quote, next: number | null): NumberedText[] | null {
  const lines = linesIn(words);
  const starts = lines.flatMap((line, index) => {
    const taken = takeNumber(line);
    return taken.number === null ? [] : [{ index, number: Number(taken.number) }];
  });
  const first = starts[0];
  if (first === undefined || starts.length < 2 || first.index !== 0) return null;
  // 1.…； 2.…； 3.…。 are the points of one task.
  if (first.number === 1 && starts.slice(1).every(({ index }) => /[；;]$/u.test(lines[index - 1]?.text ?? ""))) return null;
  if (next !== null && first.number !== next) return null;
  if (starts.some(({ number }, i) => number !== first.number + i)) return null;
  return starts.map(({ index }, i) => {
    const until = starts[i + 1]?.index ?? lines.length;
    const own = lines.slice(index, until);
    const head = takeNumber(own[0] ?? words);
    const rest = own.slice(1);
    const text = { text: [head.text, ...rest].map((line) => line.text).join("\n"), spans: [head.text, ...rest].flatMap((line) => line.spans) };
    return { ...head, text };
  });
}
