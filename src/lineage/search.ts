/** Sentences of one notice and of those behind it that a rule links: by fingerprints among all, more closely among related ones. */
import { commonBlocks, type Block } from "./blocks.ts";
import type { Clause, ClauseIndex, Hit } from "./clause-index.ts";
import { countedIn, gap } from "./clauses.ts";
import { closestTasks, type SplitSide } from "./closest.ts";
import { closePartners } from "./close-reading.ts";
import { addTo } from "./lists.ts";
import { isOtherObject } from "./openings.ts";
import { comparePair, type LinkedPair } from "./pairs.ts";
import type { PrintedOf } from "./printed.ts";
import { closestRule } from "./rules.ts";

/** What a search stands on. */
export interface SearchSetting {
  readonly index: ClauseIndex;
  readonly printedOf: PrintedOf;
  /** Notices that are read closely beside one: named by it, naming it, of its series. */
  readonly near: (notice: number) => readonly number[];
  /** Which of two notices may have a task answered by several; undefined where nothing that is printed or titled relates them. */
  readonly splitSide: (a: number, b: number) => SplitSide | undefined;
}

/** The other task of a pair, by notice and task. */
export type PairsByTask = ReadonlyMap<number, readonly LinkedPair[]>;

/** No notice has so many tasks: a pair of indexes as one number. */
const tasksOfNotice = 2 ** 24;

/** For each task of a notice, the linked sentences by the task that they are linked with. Only notices behind it are looked at. */
export function linkedPairs(a: number, tasks: number, setting: SearchSetting): readonly PairsByTask[] {
  const { index, near } = setting;
  const close = near(a).filter((b) => b > a);
  const partners = close.length === 0 ? new Map<number, number[]>() : closePartners(index.ofNotice(a), close.map(index.ofNotice), index);
  const search: Search = { ...setting, close: new Set(close), partners };
  const found = Array.from({ length: tasks }, (_, task) => pairsOf(index.ofTask(a, task), search));
  for (const b of close) addClosest(a, b, found, setting);
  return found;
}

interface Search extends SearchSetting {
  readonly close: ReadonlySet<number>;
  readonly partners: ReadonlyMap<number, readonly number[]>;
}

function pairsOf([from, to]: readonly [number, number], { close, partners, printedOf, index }: Search): Map<number, LinkedPair[]> {
  const found = new Map<number, LinkedPair[]>();
  const phraseEnds = (clause: Clause): readonly number[] => printedOf(clause).phraseEnds;
  for (let i = from; i < to; i++) {
    const hits = index.partners(i);
    for (const other of likeliest([...new Set([...hits.keys(), ...(partners.get(i) ?? [])])], hits, index)) {
      const [a, b] = [index.clauses[i], index.clauses[other]];
      const pair = a === undefined || b === undefined ? null : comparePair(a, b, { hits: hits.get(other) ?? [], related: close.has(b.notice), phraseEnds });
      if (pair === null) continue;
      const key = keyOf(pair.b.notice, pair.b.task);
      addTo(found, key, pair);
    }
  }
  return found;
}

function keyOf(notice: number, task: number): number {
  return notice * tasksOfNotice + task;
}

/** A sentence that a notice repeats all over answers no more than so many of it. */
const mostOfNotice = 20;

/** Of each notice the sentences with most in common, of equal ones those that stand first. */
function likeliest(others: readonly number[], hits: ReadonlyMap<number, readonly Hit[]>, { clauses }: ClauseIndex): number[] {
  if (others.length <= mostOfNotice) return [...others];
  const common = (other: number): number => hits.get(other)?.length ?? 0;
  return [...Map.groupBy(others, (other) => clauses[other]?.notice).values()].flatMap((some) =>
    some.length <= mostOfNotice ? some : some.sort((x, y) => common(y) - common(x) || x - y).slice(0, mostOfNotice),
  );
}

/** Adds the tasks of a related notice that are closest though no sentence is linked. */
function addClosest(a: number, b: number, found: readonly Map<number, LinkedPair[]>[], { index, printedOf, splitSide }: SearchSetting): void {
  const split = splitSide(a, b);
  if (split === undefined) return;
  const clausesOf = (notice: number, task: number): Clause[] => {
    const [from, to] = index.ofTask(notice, task);
    return index.clauses.slice(from, to);
  };
  const textsOf = (notice: number): string[] => Array.from({ length: index.tasksOf(notice) }, (_, task) => clausesOf(notice, task).map(({ text }) => text).join(gap));
  const opening = (clause: Clause | undefined): string => (clause === undefined ? "" : clause.text.slice(0, printedOf(clause).phraseEnds[0]));
  for (const pair of closestTasks(textsOf(a), textsOf(b), (x, y) => found[x]?.has(keyOf(b, y)) === true, split)) {
    const [own, others] = [clausesOf(a, pair.a), clausesOf(b, pair.b)];
    if (isOtherObject(opening(own[0]), opening(others[0]))) continue;
    const pairs = own.flatMap((clause) => closestClause(clause, others));
    if (pairs.length > 0) found[pair.a]?.set(keyOf(b, pair.b), pairs);
  }
}

/** A sentence beside the one of some that shares most with it. */
function closestClause(a: Clause, others: readonly Clause[]): LinkedPair[] {
  const compared = others.map((b) => {
    const blocks = commonBlocks(a.text, b.text, gap);
    const counts = blocks.map((block) => countOf(a, block));
    return { b, blocks, shared: counts.reduce((sum, count) => sum + count, 0), run: Math.max(0, ...counts) };
  });
  const most = Math.max(0, ...compared.map(({ shared }) => shared));
  const best = compared.find(({ shared, run }) => shared === most && run >= closestRule.run);
  return best === undefined ? [] : [{ a, b: best.b, rule: closestRule, blocks: best.blocks, run: best.run, cover: best.shared / Math.min(a.length, best.b.length), rarity: null }];
}

function countOf({ text }: Clause, { a, length }: Block): number {
  return countedIn(text.slice(a, a + length));
}
