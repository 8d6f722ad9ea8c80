/**
 * The invariant of coverage, judged without the program's own count: each claimed line stands in some string of the notice or its
 * tasks, or is furniture by a named rule, or is listed as unclaimed.
 */
import type { NoticeDocument } from "../src/model/document.ts";
import type { Claim } from "../src/model/draft.ts";
import type { Coverage, Notice, Task } from "../src/model/notice.ts";

/** What is judged: a reading, and the claims it was made of. */
export interface Arrived {
  readonly document: NoticeDocument;
  readonly claims: readonly Claim[];
  readonly notice: Notice;
  readonly tasks: readonly Task[];
  readonly coverage: Coverage;
}

/** The claimed lines that arrive nowhere, each with its owner; empty when all is well. */
export function lostLines({ document, claims, notice, tasks, coverage }: Arrived): string[] {
  const unclaimed = coverage.unclaimed.map(({ text }) => text);
  const words = [...new Set(stringsIn([notice, tasks, unclaimed]))].map(ink).join("\n");
  const judged = new Map<string, boolean>();
  const lost: string[] = [];
  for (const { span, owner } of claims) {
    if (owner.startsWith("furniture:")) continue;
    for (const line of document.text.slice(span.start, span.end).split("\n")) {
      const key = ink(line);
      const known = judged.get(key) ?? (arrives(key, words) || standsApart(line, words));
      judged.set(key, known);
      if (!known) lost.push(`${owner}: ${line.trim()}`);
    }
  }
  return lost;
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "number") return [`${value}分`];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** Full-width forms as the others, white space and invisible characters left out. */
function ink(text: string): string {
  return text.normalize("NFKC").replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]/gu, "");
}

/** Whether a line can be laid out of pieces of the result: of four characters and more, or all that stands between two such pieces or marks. */
function arrives(line: string, words: string): boolean {
  if (words.includes(line)) return true;
  const rests = line.replace(/[^\p{L}\p{N}]+/gu, "\n").split("\n").filter((token) => !words.includes(token));
  return rests.every((token) => layOut(token, words));
}

/** Words that blanks part stand in the result each by itself (总理　　张三); letters that are spaced are no words. */
function standsApart(line: string, words: string): boolean {
  const parts = line.normalize("NFKC").split(/[^\p{L}\p{N}]+/u).filter((part) => part !== "");
  return parts.length > 1 && parts.every((part) => part.length > 1 && words.includes(part));
}

function layOut(token: string, words: string): boolean {
  let short = "";
  for (let i = 0; i < token.length; ) {
    let length = token.length - i;
    while (length > 0 && !words.includes(token.slice(i, i + length))) length--;
    if (length >= 4) short = "";
    else short += token.slice(i, i + Math.max(1, length));
    if (short.length > 3 || length === 0) return false;
    i += length;
  }
  return true;
}
