/** Sentences with the way back to their printed words, made again when a link asks for them. */
import { reading } from "../text/reading.ts";
import type { Clause } from "./clause-index.ts";
import { comparable, isSign, type Comparable } from "./clauses.ts";
import type { LinkedNotice, LinkedTask } from "./notices.ts";

/** A sentence: its printed words, where they begin in their field, and their comparable form. */
export interface Printed extends Comparable {
  readonly words: string;
  readonly start: number;
}

export type PrintedOf = (clause: Clause) => Printed;

/** So many are remembered: those of one task are asked for again and again, those of all would fill the memory. */
const most = 4_000;

export function openPrinted(notices: readonly LinkedNotice[]): PrintedOf {
  const known = new Map<Clause, Printed>();
  return (clause) => {
    let found = known.get(clause);
    if (found === undefined) {
      const task = notices[clause.notice]?.tasks[clause.task];
      const words = task === undefined ? "" : fieldOf(task, clause.field).slice(clause.start, clause.end);
      found = { ...comparable(words), words, start: clause.start };
      if (known.size >= most) known.clear();
      known.set(clause, found);
    }
    return found;
  };
}

function fieldOf({ text, fields }: LinkedTask, name: string): string {
  return name === "text" ? text : (fields.find((field) => field.name === name)?.text ?? "");
}

/** The words that a unit stands for, folded. */
export function printedAt({ words, from, to }: Printed, at: number): string {
  return reading(words.slice(from[at] ?? 0, to[at] ?? 0));
}

/** How many characters a run of units stands for. */
export function countOf(printed: Printed, at: number, length: number): number {
  let count = 0;
  for (let i = at; i < at + length; i++) count += isSign(printed.text.charCodeAt(i)) ? printedAt(printed, i).length : 1;
  return count;
}
