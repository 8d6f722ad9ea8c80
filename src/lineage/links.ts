/**
 * Links between the tasks of several notices, from their results alone.
 *
 *     notices     results          -> what takes part, each notice once
 *     clauses     texts            -> comparable sentences
 *     fingerprints, clause-index   -> sentences that share twelve characters in a row
 *     blocks, pairs                -> what is equal, and whether a rule links it
 *     relations   references       -> what relates the notices
 */
import type { DocumentRelation, Link } from "../model/link.ts";
import type { Diagnostic, ParseResult } from "../model/notice.ts";
import { indexClauses, type Clause, type ClauseIndex, type Hit } from "./clause-index.ts";
import { differencesOf } from "./differences.ts";
import { directionOf } from "./direction.ts";
import { linkedNotice, type LinkedNotice, type LinkedTask } from "./notices.ts";
import { comparePair, type LinkedPair } from "./pairs.ts";
import { closePartners } from "./close-reading.ts";
import { coverOf, partsOf } from "./parts.ts";
import { openPrinted, type PrintedOf } from "./printed.ts";
import { isSuccession, relate, type Relations } from "./relations.ts";
import { leastRarity } from "./rules.ts";

/** All that links a set of notices. */
export interface Lineage {
  /** Each notice once, by id. */
  readonly notices: readonly LinkedNotice[];
  /** Sorted by the ids of the notices, then in reading order of the tasks. Can be asked for again. */
  readonly links: () => Iterable<Link>;
  /** Notices of which one names the other, though no task may be linked. */
  readonly relations: ReturnType<Relations["direct"]>;
  readonly findings: readonly Diagnostic[];
}

/** Links results. The same links come out whatever the order in which they are given; the same notice from two files is one notice. */
export function linkResults(results: Iterable<ParseResult>): Lineage {
  const notices = onceEach(results);
  const relations = relate(notices);
  const index = indexClauses(notices);
  return { notices, links: () => allLinks(notices, index, relations), relations: relations.direct(), findings: relations.findings };
}

function onceEach(results: Iterable<ParseResult>): LinkedNotice[] {
  const byId = new Map<string, LinkedNotice>();
  for (const result of results) {
    const notice = linkedNotice(result);
    if (notice === null) continue;
    const known = byId.get(notice.id);
    byId.set(notice.id, known === undefined ? notice : merged(known, notice));
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The reading with more tasks holds, then the one with more words, then the first by its words. */
function merged(a: LinkedNotice, b: LinkedNotice): LinkedNotice {
  const sources = [...new Set([...a.sources, ...b.sources])].sort();
  const size = ({ tasks }: LinkedNotice): number => tasks.reduce((sum, { text }) => sum + text.length, 0);
  const [wordsA, wordsB] = [JSON.stringify({ ...a, sources: [] }), JSON.stringify({ ...b, sources: [] })];
  const better = b.tasks.length - a.tasks.length || size(b) - size(a) || (wordsB < wordsA ? 1 : -1);
  return { ...(better > 0 ? b : a), sources };
}

interface Work {
  readonly notices: readonly LinkedNotice[];
  readonly index: ClauseIndex;
  readonly relations: Relations;
  readonly printedOf: PrintedOf;
}

function* allLinks(notices: readonly LinkedNotice[], index: ClauseIndex, relations: Relations): Generator<Link, void, undefined> {
  const work: Work = { notices, index, relations, printedOf: openPrinted(notices) };
  for (let a = 0; a < notices.length; a++) {
    const close = relations.near(a).filter((b) => b > a);
    const partners = close.length === 0 ? new Map<number, number[]>() : closePartners(index.ofNotice(a), close.map(index.ofNotice), index);
    const search: Search = { close: new Set(close), partners, printedOf: work.printedOf, index };
    for (const task of notices[a]?.tasks.keys() ?? []) {
      const pairs = pairsOf(index.ofTask(a, task), search);
      for (const [, some] of [...pairs].sort(([x], [y]) => x - y)) {
        const link = linkOf(some, work);
        if (link !== null) yield link;
      }
    }
  }
}

/** No notice has so many tasks: a pair of indexes as one number. */
const tasksOfNotice = 2 ** 24;

interface Search {
  /** Notices that are read closely beside the one of the task. */
  readonly close: ReadonlySet<number>;
  readonly partners: ReadonlyMap<number, readonly number[]>;
  readonly printedOf: PrintedOf;
  readonly index: ClauseIndex;
}

/** Linked sentences of a task, by the task that they are linked with. */
function pairsOf([from, to]: readonly [number, number], { close, partners, printedOf, index }: Search): Map<number, LinkedPair[]> {
  const found = new Map<number, LinkedPair[]>();
  const phraseEnds = (clause: Clause): readonly number[] => printedOf(clause).phraseEnds;
  for (let i = from; i < to; i++) {
    const hits = index.partners(i);
    for (const other of likeliest([...new Set([...hits.keys(), ...(partners.get(i) ?? [])])], hits, index)) {
      const [a, b] = [index.clauses[i], index.clauses[other]];
      const pair = a === undefined || b === undefined ? null : comparePair(a, b, { hits: hits.get(other) ?? [], related: close.has(b.notice), phraseEnds });
      if (pair === null) continue;
      const key = pair.b.notice * tasksOfNotice + pair.b.task;
      const there = found.get(key);
      if (there === undefined) found.set(key, [pair]);
      else there.push(pair);
    }
  }
  return found;
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

/** The link of two tasks, by the pairs of their sentences. */
function linkOf(pairs: readonly LinkedPair[], { notices, index, relations, printedOf }: Work): Link | null {
  const [first] = pairs;
  if (first === undefined) return null;
  const [{ notice: a, task: taskA }, { notice: b, task: taskB }] = [first.a, first.b];
  const [noticeA, noticeB] = [notices[a], notices[b]];
  const [mine, other] = [noticeA?.tasks[taskA], noticeB?.tasks[taskB]];
  if (noticeA === undefined || noticeB === undefined || mine === undefined || other === undefined) return null;
  const documents = relations.between(a, b);
  const known = pairs.flatMap(({ rarity: one }) => one ?? []);
  const rarity = known.length === 0 ? null : Math.max(...known);
  if (documents === null && (rarity ?? 0) < leastRarity) return null;
  const { direction, swapped } = directionOf(noticeA, noticeB, documents);
  const sides: readonly [LinkedTask, LinkedTask] = swapped ? [other, mine] : [mine, other];
  const [from, to] = swapped ? [noticeB, noticeA] : [noticeA, noticeB];
  const parts = partsOf(pairs, swapped, printedOf);
  const [coverA, coverB] = [coverOf(pairs, "a", index.clauses, index.ofTask(a, taskA)), coverOf(pairs, "b", index.clauses, index.ofTask(b, taskB))];
  const [coverFrom, coverTo] = swapped ? [coverB, coverA] : [coverA, coverB];
  return {
    from: sides[0].id,
    to: sides[1].id,
    fromNotice: from.id,
    toNotice: to.id,
    kind: isSuccession(from, to) ? "succession" : "wording",
    direction,
    documents,
    parts,
    characters: coverFrom.characters,
    coverFrom: coverFrom.share,
    coverTo: coverTo.share,
    run: Math.max(...pairs.map(({ run }) => run)),
    rarity: rarity === null ? null : round(rarity),
    differences: differencesOf(sides, pairs, swapped, printedOf),
    sameFunction: sides[0].functions.filter((one) => sides[1].functions.includes(one)),
    basis: [...new Set(pairs.map(({ rule }) => rule.id))].sort(),
    certain: isPrinted(documents) && pairs.some(({ rule }) => !rule.related),
  };
}

/** A relation that is printed in one of the notices. */
function isPrinted(documents: DocumentRelation | null): boolean {
  return documents !== null && documents.relation !== "series" && documents.relation !== "repeats" && documents.relation !== "repeals";
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
