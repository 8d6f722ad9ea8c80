/** Lists of a form whose boxes are ticked: ☑县水利局 ☐县公安局. Only what is ticked is told to do something; the rest is said. */
import { boxes } from "../../rules/units/words.ts";
import { largest } from "../../model/extremes.ts";
import { addAll } from "../../model/add-all.ts";

/** A list as it is read: what is not ticked is blank, offsets stay. */
export interface Ticked {
  readonly text: string;
  /** Where words stand that are not ticked, half-open UTF-16 offsets. */
  readonly left: readonly (readonly [start: number, end: number])[];
}

type Side = "before" | "behind" | "unknown";

/**
 * The ticked part of a list with boxes; null for a list without any. Squares alone (□, ■) mark the items of a list.
 * Where names stand on both sides of the boxes and nothing tells which are theirs, no name is ticked.
 */
export function readTicked(text: string, hasName: (words: string) => boolean): Ticked | null {
  const found = [...text.matchAll(boxes.any)];
  const has = (pattern: RegExp): boolean => found.some(([box]) => pattern.test(box));
  if (!has(boxes.sure) && !(has(boxes.open) && has(boxes.ticked))) return null;
  const at = found.map(({ index }) => index);
  const side = sideOf(text, at, hasName);
  if (side === "unknown") return { text: " ".repeat(text.length), left: wordsIn(text, 0, text.length) };
  const open = new Set(found.flatMap(([box], i) => (boxes.open.test(box) ? [side === "behind" ? i : i + 1] : [])));
  if (side === "behind") open.add(found.length);
  const read: string[] = [];
  const left: [number, number][] = [];
  for (let i = 0, start = 0; i <= at.length; i++) {
    const end = at[i] ?? text.length;
    const [from, to] = open.has(i) ? namesIn(text, start, end, side) : [end, end];
    read.push(text.slice(start, from), " ".repeat(to - from), text.slice(to, end));
    addAll(left, wordsIn(text, from, to));
    if (i < at.length) read.push(side === "before" && /[：:]\s*$/u.test(text.slice(Math.max(start, end - 9), end)) ? " " : "、");
    start = end + 1;
  }
  return { text: read.join(""), left };
}

/** The names of a piece without the label of the list that they open or that follows them: ☐县公安局；配合单位：☑县财政局. */
function namesIn(text: string, start: number, end: number, side: Side): [from: number, to: number] {
  const words = text.slice(start, end).trimEnd();
  const colon = Math.max(words.lastIndexOf("："), words.lastIndexOf(":"));
  if (colon === -1) return [start, end];
  if (side === "behind") return colon === words.length - 1 ? [start, end] : [start + colon + 1, end];
  const stop = largest([..."；;。\n"].map((mark) => words.lastIndexOf(mark)));
  return colon === words.length - 1 && stop !== -1 ? [start, start + stop] : [start, end];
}

/** Where the boxes stand beside their names: by the words that end at the first box, and those behind the last. */
function sideOf(text: string, at: readonly number[], hasName: (words: string) => boolean): Side {
  const first = at[0] ?? 0;
  const head = text.slice(0, first);
  if (!hasName(head)) return "before";
  const tail = text.slice((at.at(-1) ?? 0) + 1);
  if (hasName(head.split(/[\n、，,；;。]/u).at(-1) ?? "")) return hasName(tail) ? "unknown" : "behind";
  if (/[\p{L}\p{N}]/u.test(tail)) return "before";
  return /^[^\S\n]*[\n、，,；;。]/u.test(text.slice(first + 1)) ? "behind" : "unknown";
}

/** The words between two offsets without the marks around them, none where nothing else stands. */
function wordsIn(text: string, from: number, to: number): [start: number, end: number][] {
  const words = text.slice(from, to);
  const start = from + (words.length - words.replace(/^[\s、，,；;。：:]+/u, "").length);
  const end = from + words.replace(/(?<![\s、，,；;。：:])[\s、，,；;。：:]+$/u, "").length;
  return start < end ? [[start, end]] : [];
}
