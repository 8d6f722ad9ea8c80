/** How printed words are compared: the rules that `gold-mapping` states for all strings. */

const unseen = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/gu;
const quotationMarks = /["'“”‘’„‟「」『』﹁﹂﹃﹄〝〞〟]/gu;

/** Words without white space and quotation marks, brackets and punctuation folded to one width (NFKC). */
export function plain(words: string): string {
  return words.normalize("NFKC").replace(unseen, "").replace(quotationMarks, "");
}

/** Plain words without the bracket around all of them and without punctuation at their end. */
export function bare(words: string): string {
  const trimmed = plain(words).replace(/[。;,、:]$/u, "");
  const inner = /^[(〔[【]([^()〔〕[\]【】]*)[)〕\]】]$/u.exec(trimmed)?.[1];
  return (inner ?? trimmed).replace(/[。;,、:]$/u, "");
}

/** Whether two strings say the same words. */
export function sameWords(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

/** Whether two lists say the same words in the same order. */
export function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((words, i) => sameWords(words, other[i] ?? ""));
}

/** Whether one string holds the other; an empty one holds and is held by nothing. */
export function related(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)];
  return a !== "" && b !== "" && (a.includes(b) || b.includes(a));
}

/** Pairs of neighbouring characters of a text with their counts. */
export type Bigrams = ReadonlyMap<string, number>;

/** The bigrams of the plain words, at most of their first 600 characters. */
export function bigramsOf(words: string): Bigrams {
  const text = plain(words).slice(0, 600);
  const counts = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  if (text.length === 1) counts.set(text, 1);
  return counts;
}

/** Dice coefficient of two bigram counts, 0–1. */
export function similarity(one: Bigrams, other: Bigrams): number {
  let shared = 0;
  let all = 0;
  for (const [pair, count] of one) {
    shared += Math.min(count, other.get(pair) ?? 0);
    all += count;
  }
  for (const count of other.values()) all += count;
  return all === 0 ? 0 : (2 * shared) / all;
}

/** Dice coefficient of two texts, 0–1. */
export function likeness(one: string, other: string): number {
  return similarity(bigramsOf(one), bigramsOf(other));
}

const digits = "〇一二三四五六七八九";

/** The number that a printed marker holds, in Arabic digits: “（十二）” gives “12”, “3.” gives “3”; null when it holds none. Below 100. */
export function numberIn(marker: string): string | null {
  const text = plain(marker);
  const arabic = /\d+/u.exec(text)?.[0];
  if (arabic !== undefined) return String(Number(arabic));
  const chinese = /[一二三四五六七八九十]+/u.exec(text)?.[0];
  if (chinese === undefined) return null;
  const [tens, ones] = chinese.includes("十") ? chinese.split("十") : ["〇", chinese];
  if (tens === undefined || ones === undefined || tens.length > 1 || ones.length > 1) return null;
  return String((tens === "" ? 1 : digits.indexOf(tens)) * 10 + (ones === "" ? 0 : digits.indexOf(ones)));
}
