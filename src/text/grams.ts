/**
 * Chinese text as overlapping pairs of characters, so that a full-text index that splits at spaces finds words of two and more.
 *
 * “政务公开” becomes “政务 务公 公开 开”: the last character stands alone as well, so that a single one is found at the end of a run.
 * Other scripts and digits are kept as they are; what is neither letter nor digit parts the runs. Text is folded first.
 */
import { folded } from "./fold.ts";

const run = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{Alphabetic}\p{Nd}])+/gu;
const han = /^\p{Script=Han}/u;

/** The terms of a text, parted by spaces: what is written into the index. */
export function indexTerms(text: string): string {
  return runsOf(text).flatMap(closedTerms).join(" ");
}

/** The query (FTS5 syntax) that finds a text as it was printed, whatever its length; null when it holds no letter and no digit. */
export function searchQuery(words: string): string | null {
  const runs = runsOf(words);
  const last = runs.at(-1);
  if (last === undefined) return null;
  const open = han.test(last) ? pairs(last) : [last];
  const terms = [...runs.slice(0, -1).flatMap(closedTerms), ...open];
  return `"${terms.join(" ")}"${han.test(last) && [...last].length === 1 ? "*" : ""}`;
}

function runsOf(text: string): string[] {
  return folded(text).match(run) ?? [];
}

function closedTerms(words: string): string[] {
  if (!han.test(words)) return [words];
  const characters = [...words];
  const end = characters.at(-1) ?? "";
  return characters.length === 1 ? characters : [...pairs(words), end];
}

function pairs(words: string): string[] {
  const characters = [...words];
  return characters.length === 1 ? characters : characters.slice(1).map((character, i) => (characters[i] ?? "") + character);
}
