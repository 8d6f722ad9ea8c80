/** Lists of a form whose boxes are ticked: ☑县水利局 ☐县公安局. Only what is ticked is told to do something; the rest is said. */
import { boxes } from "../../rules/units/words.ts";

/** A list as it is read: what is not ticked is blank, offsets stay. */
export interface Ticked {
  readonly text: string;
  /** Where words stand that are not ticked, half-open UTF-16 offsets. */
  readonly left: readonly (readonly [start: number, end: number])[];
}

/** The ticked part of a list with boxes; null for a list without any. Squares alone (□, ■) mark the items of a list. */
export function readTicked(text: string): Ticked | null {
  const found = [...text.matchAll(boxes.any)];
  const has = (pattern: RegExp): boolean => found.some(([box]) => pattern.test(box));
  if (!has(boxes.sure) && !(has(boxes.open) && has(boxes.ticked))) return null;
  const behind = (found[0]?.index ?? 0) > 0 && /^[\s、，,；;]*$/u.test(text.slice((found.at(-1)?.index ?? 0) + 1));
  const left: [number, number][] = [];
  let read = text;
  for (const [i, { 0: box, index }] of found.entries()) {
    const from = behind ? (found[i - 1]?.index ?? -1) + 1 : index + 1;
    const to = behind ? index : (found[i + 1]?.index ?? text.length);
    read = `${read.slice(0, index)}、${read.slice(index + 1)}`;
    if (!boxes.open.test(box)) continue;
    read = read.slice(0, from) + " ".repeat(to - from) + read.slice(to);
    const words = text.slice(from, to);
    const start = from + (words.length - words.replace(/^[\s、，,；;]+/u, "").length);
    const end = from + words.replace(/(?<![\s、，,；;])[\s、，,；;]+$/u, "").length;
    if (start < end) left.push([start, end]);
  }
  return { text: read, left };
}
