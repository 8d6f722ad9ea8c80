/**
 * What a claim owns must arrive: the printed words of each claim stand in some string of the result, or they are lost.
 *
 * Words are compared folded, by overlapping runs of four characters; what is left between two runs (a number before its text, the name
 * of a short unit) by all of itself. Time and memory grow with the text and the result together.
 */
import type { Claim } from "../model/draft.ts";
import type { NoticeDocument } from "../model/document.ts";
import type { Notice, Task } from "../model/notice.ts";
import type { Span } from "../model/position.ts";
import { fold, folded } from "../text/fold.ts";
import { isFurnitureClaim } from "./furniture-claim.ts";

/** Characters of a run. */
const run = 4;

/** A printed line of a claim whose words do not stand in the result as they are. */
interface Doubtful {
  /** UTF-16 offset of the line in the document. */
  readonly start: number;
  readonly text: string;
  readonly at: (offset: number) => number;
  /** By folded character: whether it stands in the result. */
  readonly stands: Uint8Array;
}

/** The stretches of claimed lines that stand in no string of the notice and its tasks, in the order of the text. */
export function findLost(document: NoticeDocument, claims: readonly Claim[], result: { readonly notice: Notice; readonly tasks: readonly Task[] }): Span[] {
  const strings = stringsOf(result);
  const doubtful = claims.filter((claim) => !isFurnitureClaim(claim)).flatMap(({ span }) => doubtfulLines(document.text, span, strings));
  if (doubtful.length === 0) return [];
  const words = [...strings].map(folded);
  const runs = standing(words, new Set(doubtful.flatMap(({ text }) => windows(text, run))), [run]);
  for (const line of doubtful) markRuns(line, runs);
  const rests = new Set(doubtful.flatMap((line) => restsOf(line).flatMap((rest) => piecesOf(line, rest))));
  const short = standing(words, rests, [1, 2, 3]);
  return doubtful.flatMap((line) => lostIn(line, short));
}

/** All strings of a result that are words, and its numbers, also as points (20分): places and ids are none. */
function stringsOf(result: unknown): Set<string> {
  const strings = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === "string") strings.add(value);
    else if (typeof value === "number") strings.add(String(value)).add(`${value}分`);
    else if (Array.isArray(value)) for (const one of value) visit(one);
    else if (typeof value === "object" && value !== null) for (const key of Object.keys(value)) if (!noWords.has(key)) visit((value as Readonly<Record<string, unknown>>)[key]);
  };
  visit(result);
  return strings;
}

const noWords: ReadonlySet<string> = new Set(["place", "id", "basis", "warnings", "url"]);

function doubtfulLines(text: string, span: Span, strings: ReadonlySet<string>): Doubtful[] {
  if (strings.has(text.slice(span.start, span.end))) return [];
  const lines: Doubtful[] = [];
  let start = span.start;
  for (const line of text.slice(span.start, span.end).split("\n")) {
    if (!strings.has(line.trim()) && hasWords.test(line)) {
      const words = fold(line);
      lines.push({ start, text: words.text, at: words.at, stands: new Uint8Array(words.text.length) });
    }
    start += line.length + 1;
  }
  return lines;
}

const hasWords = /[\p{L}\p{N}]/u;

function windows(text: string, size: number): string[] {
  return Array.from({ length: Math.max(0, text.length - size + 1) }, (_, i) => text.slice(i, i + size));
}

/** Which of the wanted words of these sizes stand in the texts. */
function standing(texts: readonly string[], wanted: ReadonlySet<string>, sizes: readonly number[]): ReadonlySet<string> {
  const found = new Set<string>();
  const initials = new Set([...wanted].map((word) => word.charCodeAt(0)));
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      if (!initials.has(text.charCodeAt(i))) continue;
      for (const size of sizes) {
        const word = text.slice(i, i + size);
        if (wanted.has(word)) found.add(word);
      }
    }
  }
  return found;
}

function markRuns({ text, stands }: Doubtful, runs: ReadonlySet<string>): void {
  for (const [i, word] of windows(text, run).entries()) if (runs.has(word)) stands.fill(1, i, i + run);
}

/** The pieces between marks that no run covers, as offsets in the folded line. */
function restsOf({ text, stands }: Doubtful): [number, number][] {
  const rests: [number, number][] = [];
  for (let i = 0; i < text.length; i++) {
    if (stands[i] === 1 || !hasWords.test(characterAt(text, i))) continue;
    const last = rests.at(-1);
    if (last?.[1] === i) last[1] = i + 1;
    else rests.push([i, i + 1]);
  }
  return rests;
}

/** The whole character at an offset, also at its second half. */
function characterAt(text: string, i: number): string {
  const code = text.charCodeAt(i);
  if (code >= 0xd800 && code < 0xdc00) return text.slice(i, i + 2);
  return code >= 0xdc00 && code < 0xe000 ? text.slice(i - 1, i + 1) : text.charAt(i);
}

/** What must stand in the result for a rest to stand there: itself, or, of a longer one, what blanks part (总理　　张三). */
function piecesOf({ text, at }: Doubtful, [start, end]: [number, number]): string[] {
  if (end - start < run) return [text.slice(start, end)];
  const pieces: string[] = [];
  let from = start;
  for (let i = start + 1; i <= end; i++) {
    if (i < end && at(i) <= at(i - 1) + 1) continue;
    pieces.push(text.slice(from, i));
    from = i;
  }
  return pieces.length > 1 && pieces.every(({ length }) => length > 1 && length < run) ? pieces : [text.slice(start, end)];
}

/** The lost pieces of a line; pieces with nothing but marks between them are one stretch. */
function lostIn(line: Doubtful, short: ReadonlySet<string>): Span[] {
  const spans: { start: number; end: number; until: number }[] = [];
  for (const [start, end] of restsOf(line)) {
    if (piecesOf(line, [start, end]).every((piece) => short.has(piece))) continue;
    const last = spans.at(-1);
    const between = last === undefined ? null : line.text.slice(last.until, start);
    const span = { start: line.start + line.at(start), end: line.start + line.at(end), until: end };
    if (last === undefined || between === null || hasWords.test(between)) spans.push(span);
    else [last.end, last.until] = [span.end, end];
  }
  return spans.map(({ start, end }) => ({ start, end }));
}
