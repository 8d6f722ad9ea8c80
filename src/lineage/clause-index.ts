/**
 * All sentences of all notices, and which of them share a fingerprint. Held in typed arrays, not in `node:sqlite`: the 1.8 million fingerprints of a
 * hundred thousand tasks took 3 s of processor to make and to ask for, in a database 8 s, at half the memory (docs/links.md).
 */
import { clausesIn, comparable, countedIn, gap } from "./clauses.ts";
import { fingerprints } from "./fingerprints.ts";
import type { LinkedNotice, LinkedTask } from "./notices.ts";
import { leastRepeated, withoutOwnPhrases } from "./own-phrases.ts";
import { leastRun } from "./rules.ts";

/** A sentence of a task. */
export interface Clause {
  /** Index of the notice and of the task in it. */
  readonly notice: number;
  readonly task: number;
  readonly field: string;
  readonly start: number;
  readonly end: number;
  /** Comparable text. */
  readonly text: string;
  /** How many characters of it count. */
  readonly length: number;
}

/** Two places of one fingerprint. */
export interface Hit {
  readonly here: number;
  readonly there: number;
  /** How many notices have it. */
  readonly notices: number;
}

export interface ClauseIndex {
  readonly clauses: readonly Clause[];
  /** Clauses of a task, as a range of indexes. */
  readonly ofTask: (notice: number, task: number) => readonly [from: number, to: number];
  readonly tasksOf: (notice: number) => number;
  /** All clauses of a notice. */
  readonly ofNotice: (notice: number) => readonly [from: number, to: number];
  /** Every sentence of a later notice that shares a fingerprint with one, and where. */
  readonly partners: (clause: number) => ReadonlyMap<number, readonly Hit[]>;
}

/** A fingerprint that more sentences have is a phrase, whatever it says. */
const mostClauses = 1_000;

/** Reads all sentences. The order of the notices is that of the caller. */
export function indexClauses(notices: readonly LinkedNotice[]): ClauseIndex {
  const read = notices.flatMap(({ tasks }, notice) => tasks.flatMap((one, task) => [...clausesOf(one)].map((clause): Clause => ({ notice, task, ...clause }))));
  const first = sortPostings(read);
  const clauses = withoutRepeated(read, first, notices);
  const postings = clauses === read ? first : sortPostings(clauses);
  const firstOf = firstsOf(clauses, notices);
  return {
    clauses,
    ofTask: (notice, task) => [firstOf[notice]?.[task] ?? 0, firstOf[notice]?.[task + 1] ?? 0],
    tasksOf: (notice) => notices[notice]?.tasks.length ?? 0,
    ofNotice: (notice) => [firstOf[notice]?.[0] ?? 0, firstOf[notice]?.at(-1) ?? 0],
    partners: (clause) => partnersOf(clause, clauses, postings),
  };
}

/** For each notice the first clause of each of its tasks, and behind the last the end. */
function firstsOf(clauses: readonly Clause[], notices: readonly LinkedNotice[]): number[][] {
  let at = 0;
  return notices.map(({ tasks }, notice) => {
    const firsts = tasks.map((_, task) => {
      const first = at;
      while (clauses[at]?.notice === notice && clauses[at]?.task === task) at++;
      return first;
    });
    return [...firsts, at];
  });
}

/** The clauses without what their notice repeats in most of its tasks; the same ones where none does. */
function withoutRepeated(clauses: readonly Clause[], { groups, members, clauseOf }: Postings, notices: readonly LinkedNotice[]): readonly Clause[] {
  const repeating = new Set<number>();
  for (let group = 0; group + 1 < groups.length; group++) {
    let [notice, task, count] = [-1, -1, 0];
    for (let at = groups[group] ?? 0; at < (groups[group + 1] ?? 0); at++) {
      const clause = clauses[clauseOf[members[at] ?? 0] ?? 0];
      if (clause === undefined || (clause.notice === notice && clause.task === task)) continue;
      count = clause.notice === notice ? count + 1 : 1;
      [notice, task] = [clause.notice, clause.task];
      if (count >= leastRepeated(notices[notice]?.tasks.length ?? 0)) repeating.add(notice);
    }
  }
  if (repeating.size === 0) return clauses;
  return [...Map.groupBy(clauses, ({ notice }) => notice)].flatMap(([notice, own]) => {
    if (!repeating.has(notice)) return own;
    return withoutOwnPhrases(own, notices[notice]?.tasks.length ?? 0).flatMap((text, i): Clause[] => {
      const clause = own[i];
      const length = countedIn(text);
      return clause === undefined || length < leastRun.related ? [] : [{ ...clause, text, length }];
    });
  });
}

function* clausesOf({ text, fields }: LinkedTask): Generator<Omit<Clause, "notice" | "task">, void, undefined> {
  for (const field of [{ name: "text", text }, ...fields]) {
    for (const { start, end } of clausesIn(field.text, leastRun.related)) {
      const words = comparable(field.text.slice(start, end)).text;
      const length = countedIn(words);
      if (length >= leastRun.related) yield { field: field.name, start, end, text: words, length };
    }
  }
}

interface Postings {
  /** First and last posting of each clause, in the order in which they were made. */
  readonly first: Uint32Array;
  readonly offsets: Uint32Array;
  /** Group of equal hashes that each posting belongs to, and where the group's clauses and offsets begin in `members`. */
  readonly group: Uint32Array;
  readonly groups: Uint32Array;
  readonly members: Uint32Array;
  readonly clauseOf: Uint32Array;
  readonly notices: Uint32Array;
}

function sortPostings(clauses: readonly Clause[]): Postings {
  const [hashes, places] = [growing(), growing()];
  const first = new Uint32Array(clauses.length + 1);
  clauses.forEach(({ text }, i) => {
    first[i] = hashes.length();
    fingerprints(text, gap, (hash, offset) => {
      hashes.push(hash);
      places.push(offset);
    });
  });
  const hash = hashes.done();
  first[clauses.length] = hash.length;
  const clauseOf = new Uint32Array(hash.length);
  for (let i = 0; i < clauses.length; i++) clauseOf.fill(i, first[i], first[i + 1]);
  const members = sortedBy(hash);
  const group = new Uint32Array(hash.length);
  const [groups, notices] = [growing(), growing()];
  for (let at = 0; at < members.length; ) {
    let end = at;
    let [last, count] = [-1, 0];
    // Members of one hash are in the order of their clauses, so those of one notice stand together.
    for (; end < members.length && hash[members[end] ?? 0] === hash[members[at] ?? 0]; end++) {
      const posting = members[end] ?? 0;
      group[posting] = groups.length();
      const { notice } = clauses[clauseOf[posting] ?? 0] ?? { notice: -1 };
      if (notice !== last) [last, count] = [notice, count + 1];
    }
    groups.push(at);
    notices.push(count);
    at = end;
  }
  groups.push(members.length);
  return { first, offsets: places.done(), group, groups: groups.done(), members, clauseOf, notices: notices.done() };
}

function partnersOf(clause: number, clauses: readonly Clause[], { first, offsets, group, groups, members, clauseOf, notices }: Postings): Map<number, Hit[]> {
  const found = new Map<number, Hit[]>();
  const own = clauses[clause]?.notice ?? 0;
  for (let posting = first[clause] ?? 0; posting < (first[clause + 1] ?? 0); posting++) {
    const at = group[posting] ?? 0;
    const [from, to] = [groups[at] ?? 0, groups[at + 1] ?? 0];
    if (to - from > mostClauses) continue;
    for (let i = to - 1; i >= from; i--) {
      const member = members[i] ?? 0;
      const other = clauseOf[member] ?? 0;
      if ((clauses[other]?.notice ?? 0) <= own) break;
      const hit = { here: offsets[posting] ?? 0, there: offsets[member] ?? 0, notices: notices[at] ?? 0 };
      const hits = found.get(other);
      if (hits === undefined) found.set(other, [hit]);
      else hits.push(hit);
    }
  }
  return found;
}

/** Indexes in the order of their values; equal values keep their order (two passes of counting). */
function sortedBy(values: Uint32Array): Uint32Array {
  let order = Uint32Array.from(values, (_, i) => i);
  for (const shift of [0, 16]) {
    const starts = new Uint32Array(65_537);
    for (const value of values) starts[((value >>> shift) & 0xffff) + 1] = (starts[((value >>> shift) & 0xffff) + 1] ?? 0) + 1;
    for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
    const next = new Uint32Array(order.length);
    for (const index of order) {
      const bucket = ((values[index] ?? 0) >>> shift) & 0xffff;
      const to = starts[bucket] ?? 0;
      next[to] = index;
      starts[bucket] = to + 1;
    }
    order = next;
  }
  return order;
}

interface Growing {
  readonly push: (value: number) => void;
  readonly length: () => number;
  readonly done: () => Uint32Array;
}

/** Whole numbers, as many as come. */
function growing(): Growing {
  let held = new Uint32Array(1 << 12);
  let count = 0;
  return {
    push: (value) => {
      if (count === held.length) {
        const more = new Uint32Array(count * 2);
        more.set(held);
        held = more;
      }
      held[count++] = value;
    },
    length: () => count,
    done: () => held.slice(0, count),
  };
}
