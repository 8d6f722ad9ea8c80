/** Words that a notice has in most of its tasks (每月25日前报县政府督查室，由各镇人民政府负责实施): they say nothing of any of them, and are left out. */
import { gap } from "./clauses.ts";

/** So many tasks, and such a share of all, have a phrase of the notice. */
const leastTasks = 4;
const leastShare = 0.5;

/** Characters in a gram; a shorter phrase is no run that links. */
const gramLength = 8;

/** A sentence of a notice, by the task it belongs to. */
interface Sentence {
  readonly task: number;
  readonly text: string;
}

/** How many of so many tasks have a phrase of their notice. */
export function leastRepeated(tasks: number): number {
  return Math.max(leastTasks, Math.ceil(tasks * leastShare));
}

/** The texts of all sentences of one notice with gaps, unit for unit, where its phrases stand. */
export function withoutOwnPhrases(sentences: readonly Sentence[], tasks: number): string[] {
  const least = leastRepeated(tasks);
  const holders = new Map<string, { last: number; count: number }>();
  for (const { task, text } of sentences) {
    for (let i = 0; i + gramLength <= text.length; i++) {
      const gram = text.slice(i, i + gramLength);
      const there = holders.get(gram);
      if (there === undefined) holders.set(gram, { last: task, count: 1 });
      else if (there.last !== task) Object.assign(there, { last: task, count: there.count + 1 });
    }
  }
  return sentences.map(({ text }) => {
    const out = Array.from({ length: text.length }, () => false);
    for (let i = 0; i + gramLength <= text.length; i++) if ((holders.get(text.slice(i, i + gramLength))?.count ?? 0) >= least) out.fill(true, i, i + gramLength);
    return out.includes(true) ? out.map((left, i) => (left ? gap : text.charAt(i))).join("") : text;
  });
}
