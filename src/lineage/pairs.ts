/** Two sentences compared: the longest run they share, their common blocks, and how rare these are. */
import { commonBlocks, shortestBlock, type Block } from "./blocks.ts";
import { countedIn, figureSign, gap } from "./clauses.ts";
import type { Clause, Hit } from "./clause-index.ts";
import { leastRun, wordingRules, type WordingRule } from "./rules.ts";

/** Two sentences that a rule links. */
export interface LinkedPair {
  readonly a: Clause;
  readonly b: Clause;
  readonly rule: WordingRule;
  readonly blocks: readonly Block[];
  readonly run: number;
  /** Equal characters as a share of the shorter sentence. */
  readonly cover: number;
  /** 1: only these two notices have the words; null: not known. */
  readonly rarity: number | null;
}

/** What is known of two sentences before they are compared. */
export interface Known {
  readonly hits: readonly Hit[];
  readonly related: boolean;
  /** Units at which the phrases of a sentence end; asked for only when a rule needs them. */
  readonly phraseEnds: (clause: Clause) => readonly number[];
}

/** Compares two sentences; null when no rule links them. */
export function comparePair(a: Clause, b: Clause, { hits, related, phraseEnds }: Known): LinkedPair | null {
  if (!related && Math.max(0, ...hits.map((hit) => runAt(a.text, b.text, hit))) < leastRun.any) return null;
  const blocks = a.text === b.text ? wholeBlocks(a.text) : commonBlocks(a.text, b.text, gap);
  // Between any notices a run ends at a figure; between related ones it goes on over other figures.
  let [run, strict, shared] = [0, 0, 0];
  for (const block of blocks) {
    const words = a.text.slice(block.a, block.a + block.length);
    const count = countedIn(words);
    shared += count;
    run = Math.max(run, count);
    for (const piece of words.split(figureSign)) strict = Math.max(strict, countedIn(piece));
  }
  if (run < leastRun.related) return null;
  const cover = shared / Math.min(a.length, b.length);
  const rule = wordingRules.find((one) => (one.related ? run : strict) >= one.run && cover >= one.cover && (related || !one.related) && hasShape(one, blocks, [a, b], phraseEnds));
  return rule === undefined ? null : { a, b, rule, blocks, run, cover, rarity: rarityOf(hits) };
}

/** Which units of a sentence are equal to some of the other side: 1 where they are. */
export function equalIn(clause: Clause, pairs: readonly LinkedPair[], side: "a" | "b"): Uint8Array {
  const equal = new Uint8Array(clause.text.length);
  for (const pair of pairs) if (pair[side] === clause) for (const block of pair.blocks) equal.fill(1, block[side], block[side] + block.length);
  return equal;
}

/** A sentence beside itself. */
function wholeBlocks(text: string): Block[] {
  let start = 0;
  return text.split(gap).flatMap(({ length }) => {
    const block = { a: start, b: start, length };
    start += length + 1;
    return length < shortestBlock ? [] : [block];
  });
}

/** How many characters around a common fingerprint are equal. */
function runAt(a: string, b: string, { here, there }: Hit): number {
  const same = (i: number, j: number): boolean => i >= 0 && j >= 0 && i < a.length && j < b.length && a.charCodeAt(i) !== 0 && a.charCodeAt(i) === b.charCodeAt(j);
  let [before, behind] = [0, 0];
  while (same(here - before - 1, there - before - 1)) before++;
  while (same(here + behind, there + behind)) behind++;
  return countedIn(a.slice(here - before, here + behind));
}

function hasShape({ shape, run }: WordingRule, blocks: readonly Block[], [a, b]: readonly [Clause, Clause], phraseEnds: Known["phraseEnds"]): boolean {
  if (shape === null) return true;
  const [endsA, endsB] = [phraseEnds(a), phraseEnds(b)];
  if (shape === "opening") return blocks.some((block) => Math.min(block.length, (endsA[0] ?? 0) - block.a, (endsB[0] ?? 0) - block.b) >= shortestBlock);
  return blocks.some((block) => holdsPhrase(a, endsA, block.a, block.length, run) || holdsPhrase(b, endsB, block.b, block.length, run));
}

/** Whether a stretch of a sentence holds one of its phrases, and that is long enough. */
function holdsPhrase({ text }: Clause, ends: readonly number[], from: number, length: number, least: number): boolean {
  return ends.some((end, i) => {
    const start = ends[i - 1] ?? 0;
    return start >= from && end <= from + length && countedIn(text.slice(start, end)) >= least;
  });
}

/** 1 where two notices have the words, 1/2 where four have them, 1/3 where eight have. */
function rarityOf(hits: readonly Hit[]): number | null {
  if (hits.length === 0) return null;
  return hits.reduce((total, { notices }) => total + 1 / Math.log2(Math.max(2, notices)), 0) / hits.length;
}
