/** Which new task an old one has become, when its id is another: the same number and nearly the same words, or the same words. */
import { idnorm } from "../../normalise/identity.ts";
import type { TaskValues } from "../fields.ts";
import type { Pairs } from "./rekeys.ts";
import { bagOf, likenessOf } from "./word-bags.ts";

/** How alike two texts must be, of 1: with the same number under the same heading, and without. */
const alike = { numbered: 0.6, unnumbered: 0.85 };
/** The best candidate must be better than the next one by so much, or none is taken. */
const margin = 0.1;

/** Pairs of tasks that went and tasks that came; what is ambiguous is in none. */
export function pairTasks(gone: readonly TaskValues[], come: readonly TaskValues[], explicit: Pairs = new Map<string, string>()): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  const told = gone.filter(({ id }) => come.some((other) => other.id === explicit.get(id)));
  for (const { id } of told) pairs.set(id, explicit.get(id) ?? id);
  const taken = new Set(pairs.values());
  const open = { gone: gone.filter(({ id }) => !pairs.has(id)), come: come.filter(({ id }) => !taken.has(id)) };
  const bags = new Map([...open.gone, ...open.come].map((task) => [task, bagOf(textOf(task))]));
  const score = (a: TaskValues, b: TaskValues): number => likeness(a, b, bags);
  for (const task of open.gone) {
    const best = bestOf(task, open.come, score);
    if (best !== null && bestOf(best, open.gone, (a, b) => score(b, a)) === task) pairs.set(task.id, best.id);
  }
  return pairs;
}

/** The one that is clearly most alike; null when there is none. */
function bestOf(task: TaskValues, others: readonly TaskValues[], score: (a: TaskValues, b: TaskValues) => number): TaskValues | null {
  const ranked = others.map((other) => ({ other, score: score(task, other) })).filter((candidate) => candidate.score > 0);
  ranked.sort((a, b) => b.score - a.score);
  const [first, second] = ranked;
  if (first === undefined || (second !== undefined && first.score - second.score < margin)) return null;
  return first.other;
}

/** 0 for tasks that are not the same; the same number counts for a little more than the same words. */
function likeness(a: TaskValues, b: TaskValues, bags: ReadonlyMap<TaskValues, ReadonlyMap<string, number>>): number {
  const same = likenessOf(bags.get(a) ?? new Map(), bags.get(b) ?? new Map());
  const number = numberOf(a);
  const numbered = number !== "" && number === numberOf(b) && a.values["group"] === b.values["group"];
  if (same < (numbered ? alike.numbered : alike.unnumbered)) return 0;
  return same + (numbered ? 0.3 : 0);
}

function numberOf({ values }: TaskValues): string {
  return idnorm(String(values["number"] ?? values["label"] ?? ""));
}

function textOf({ values }: TaskValues): string {
  return idnorm(String(values["text"] ?? ""));
}
