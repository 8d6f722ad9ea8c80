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
import { indexClauses, type Clause, type ClauseIndex } from "./clause-index.ts";
import { differencesOf } from "./differences.ts";
import { directionOf } from "./direction.ts";
import { linkedNotice, type LinkedNotice, type LinkedTask } from "./notices.ts";
import { isOtherOpening, type Opened } from "./openings.ts";
import type { LinkedPair } from "./pairs.ts";
import { coverOf, partsOf } from "./parts.ts";
import { openPrinted, type PrintedOf } from "./printed.ts";
import { relate, type Relations } from "./relations.ts";
import { isSuccession } from "./series.ts";
import { leastCoverOfOthers, leastRarity } from "./rules.ts";
import { linkedPairs, type SearchSetting } from "./search.ts";
import type { SplitSide } from "./closest.ts";
import { largest } from "../model/extremes.ts";

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
  const setting: SearchSetting = { index, printedOf: work.printedOf, near: relations.near, splitSide: (a, b) => splitSideOf(a, b, work) };
  for (const [a, { tasks }] of notices.entries()) {
    for (const pairs of linkedPairs(a, tasks.length, setting)) {
      for (const [, some] of [...pairs].sort(([x], [y]) => x - y)) {
        const link = linkOf(some, work);
        if (link !== null) yield link;
      }
    }
  }
}

/** A task of the upper notice may be answered by several of the lower one. */
function splitSideOf(a: number, b: number, { notices, relations }: Work): SplitSide | undefined {
  const [noticeA, noticeB, documents] = [notices[a], notices[b], relations.between(a, b)];
  if (noticeA === undefined || noticeB === undefined || documents === null || documents.relation === "repeals") return undefined;
  const { direction, swapped } = directionOf(noticeA, noticeB, documents);
  return direction === null ? null : swapped ? "a" : "b";
}

/** The link of two tasks, by the pairs of their sentences. */
function linkOf(all: readonly LinkedPair[], { notices, index, relations, printedOf }: Work): Link | null {
  const [first] = all;
  if (first === undefined) return null;
  const [{ notice: a, task: taskA }, { notice: b, task: taskB }] = [first.a, first.b];
  const [noticeA, noticeB] = [notices[a], notices[b]];
  const [mine, other] = [noticeA?.tasks[taskA], noticeB?.tasks[taskB]];
  if (noticeA === undefined || noticeB === undefined || mine === undefined || other === undefined) return null;
  const documents = relations.between(a, b);
  const pairs = documents === null ? all.filter((pair) => standsAlone(pair, printedOf)) : all;
  if (pairs.length === 0) return null;
  const known = pairs.flatMap(({ rarity: one }) => one ?? []);
  const rarity = known.length === 0 ? null : largest(known);
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
    run: largest(pairs.map(({ run }) => run)),
    rarity: rarity === null ? null : round(rarity),
    differences: differencesOf(sides, pairs, swapped, printedOf),
    sameFunction: sides[0].functions.filter((one) => sides[1].functions.includes(one)),
    basis: [...new Set(pairs.map(({ rule }) => rule.id))].sort(),
    certain: isPrinted(documents) && pairs.some(({ rule }) => !rule.related),
  };
}

/** Whether equal words say something of themselves, where nothing relates the notices. */
function standsAlone({ a, b, cover }: LinkedPair, printedOf: PrintedOf): boolean {
  const opened = (clause: Clause): Opened => ({ text: clause.text, opening: clause.text.slice(0, printedOf(clause).phraseEnds[0]) });
  return cover >= leastCoverOfOthers || !isOtherOpening(opened(a), opened(b));
}

/** A relation that is printed in one of the notices. */
function isPrinted(documents: DocumentRelation | null): boolean {
  return documents !== null && documents.relation !== "series" && documents.relation !== "repeats" && documents.relation !== "repeals";
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
