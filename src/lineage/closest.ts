/**
 * Tasks of two related notices that say one thing in words that are mostly others. Rare pairs of characters are counted: two tasks are closest when
 * each has most of them in common with the other, by far, and at least four characters in a row.
 */
import { isSign } from "./clauses.ts";
import { addTo } from "./lists.ts";
import { closestRule } from "./rules.ts";

/** Tasks of one notice, as comparable text. */
export type Texts = readonly string[];

/** Which notice may have one task answered by several: the upper one, whose tasks are split. */
export type SplitSide = "a" | "b" | null;

/** Indexes of tasks in the one notice and in the other. */
export interface ClosestPair {
  readonly a: number;
  readonly b: number;
}

/** Finds them. `linked`: tasks that are linked already; they stay and are no rivals to a further part of a task that was split. */
export function closestTasks(a: Texts, b: Texts, linked: (a: number, b: number) => boolean, split: SplitSide): ClosestPair[] {
  if (Math.min(a.length, b.length) < closestRule.tasks) return [];
  const [gramsA, gramsB] = [a.map(gramsOf), b.map(gramsOf)];
  const weigh = weightsOf(gramsA, gramsB);
  const [sumsA, sumsB] = [gramsA, gramsB].map((all) => all.map((grams) => grams.reduce((sum, gram) => sum + weigh(gram), 0)));
  const common = commonOf(gramsA, gramsB, weigh);
  const rivals = rivalsOf(common, linked, split);
  return common.filter(({ a: x, b: y, score }) => {
    if (score < closestRule.score || linked(x, y) || score < closestRule.margin * rivals(x, y)) return false;
    return score >= closestRule.share * Math.min(sumsA?.[x] ?? Infinity, sumsB?.[y] ?? Infinity);
  }).sort((one, other) => one.a - other.a || one.b - other.b);
}

interface Common extends ClosestPair {
  readonly score: number;
}

/** Pairs of neighbouring characters, each once; none holds a sign or a gap. */
function gramsOf(text: string): number[] {
  const grams = new Set<number>();
  for (let i = 0; i + 1 < text.length; i++) {
    const [one, other] = [text.charCodeAt(i), text.charCodeAt(i + 1)];
    if (one !== 0 && other !== 0 && !isSign(one) && !isSign(other)) grams.add(one * 65_536 + other);
  }
  return [...grams];
}

/** 1 for what two tasks have, less the more have it, 0 for what all have. */
function weightsOf(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): (gram: number) => number {
  const holders = new Map<number, number>();
  for (const grams of [...a, ...b]) for (const gram of grams) holders.set(gram, (holders.get(gram) ?? 0) + 1);
  const all = a.length + b.length;
  const most = Math.log(all / 2);
  return (gram) => Math.log(all / Math.max(2, holders.get(gram) ?? 0)) / most;
}

/** A pair of characters that more tasks of a notice have says nothing of any. */
const mostHolders = 64;

function commonOf(a: readonly (readonly number[])[], b: readonly (readonly number[])[], weigh: (gram: number) => number): Common[] {
  const holders = new Map<number, number[]>();
  a.forEach((grams, x) => {
    for (const gram of grams) {
      addTo(holders, gram, x);
    }
  });
  return b.flatMap((grams, y) => {
    const scores = new Map<number, number>();
    for (const gram of grams) {
      const there = holders.get(gram) ?? [];
      if (there.length <= mostHolders) for (const x of there) scores.set(x, (scores.get(x) ?? 0) + weigh(gram));
    }
    return [...scores].map(([x, score]) => ({ a: x, b: y, score }));
  });
}

/** The best score of the others for a task of either side. */
function rivalsOf(common: readonly Common[], linked: (a: number, b: number) => boolean, split: SplitSide): (a: number, b: number) => number {
  const [ofA, ofB] = [new Map<number, Common[]>(), new Map<number, Common[]>()];
  const put = (best: Map<number, Common[]>, at: number, one: Common): void => {
    const two = [...(best.get(at) ?? []), one].sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
    best.set(at, two.slice(0, 2));
  };
  for (const one of common) {
    const isLinked = linked(one.a, one.b);
    if (!(isLinked && split === "a")) put(ofA, one.a, one);
    if (!(isLinked && split === "b")) put(ofB, one.b, one);
  }
  const best = (some: readonly Common[] | undefined, a: number, b: number): number => some?.find((one) => one.a !== a || one.b !== b)?.score ?? 0;
  return (a, b) => Math.max(best(ofA.get(a), a, b), best(ofB.get(b), a, b));
}
