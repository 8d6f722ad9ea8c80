/** Which record of the answer stands for which record of gold. */
import type { Task } from "../../src/model/notice.ts";
import type { GoldTask } from "./gold.ts";
import { bigramsOf, plain, related, similarity } from "./words.ts";

/** Records side by side, in order. */
export interface Alignment {
  readonly pairs: readonly { readonly gold: GoldTask; readonly record: number; readonly got: Task }[];
  /** Gold without an answer, with their positions from 1. */
  readonly missing: readonly { readonly gold: GoldTask; readonly record: number }[];
  readonly extra: readonly Task[];
}

/** Least likeness (Dice coefficient of bigrams) of two records that are one. */
const threshold = 0.3;

/** Likeness of a record to one that holds all of its words and runs on. */
const held = 0.5;

/**
 * The alignment in order with the greatest sum of likeness (dynamic programming, as in Needleman and Wunsch),
 * so that one record too many or too few does not shift the others. Equal numbers and groups decide between equal texts.
 */
export function align(gold: readonly GoldTask[], got: readonly Task[]): Alignment {
  const worth = worths(gold, got);
  const at = (row: readonly number[] | undefined, j: number): number => row?.[j] ?? 0;
  const best: number[][] = [new Array<number>(got.length + 1).fill(0)];
  for (let i = 1; i <= gold.length; i++) {
    const row = [0];
    for (let j = 1; j <= got.length; j++) {
      row.push(Math.max(at(best[i - 1], j), at(row, j - 1), at(best[i - 1], j - 1) + at(worth[i - 1], j - 1)));
    }
    best.push(row);
  }
  const partner = new Map<number, number>();
  for (let i = gold.length, j = got.length; i > 0 && j > 0; ) {
    const here = at(best[i], j);
    if (here === at(best[i - 1], j)) i--;
    else if (here === at(best[i], j - 1)) j--;
    else partner.set(--i, --j);
  }
  const paired = new Set(partner.values());
  const rows = gold.map((task, i) => ({ gold: task, record: i + 1, got: got[partner.get(i) ?? -1] }));
  return {
    pairs: rows.flatMap(({ got: task, ...row }) => (task === undefined ? [] : [{ ...row, got: task }])),
    missing: rows.flatMap(({ got: task, ...row }) => (task === undefined ? [row] : [])),
    extra: got.filter((_, j) => !paired.has(j)),
  };
}

function worths(gold: readonly GoldTask[], got: readonly Task[]): number[][] {
  const answers = got.map((task) => ({ task, bigrams: bigramsOf((task.heading ?? "") + task.text) }));
  return gold.map((task) => {
    const bigrams = bigramsOf((task.heading ?? "") + task.text);
    return answers.map((answer) => {
      const alike = Math.max(similarity(bigrams, answer.bigrams), related(task.text, answer.task.text) ? held : 0);
      if (alike < threshold) return 0;
      const sameNumber = task.number !== null && task.number === answer.task.number;
      const sameGroup = task.attachment !== undefined && plain(task.attachment) === plain(answer.task.group ?? "");
      return alike + (sameNumber ? 0.05 : 0) + (sameGroup ? 0.05 : 0);
    });
  });
}
