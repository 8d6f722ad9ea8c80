/** What the gates need beyond counts: which notices a number stands for. Taken in the same pass as the counts. */
import { failedReading, keptReading, restingCodes, lostNotice, lostSource, refusedOverride, shrunkNotice, staleOverride, type Issue,  } from "../edition.ts";
import { personalIn } from "../correct/personal.ts";
import { versionFiles } from "../keep/version-files.ts";
import type { Watcher } from "./watcher.ts";

/** A personal number that is still there: in which notice or file, what kind, in which field. */
export interface PersonalLeft {
  readonly where: string;
  readonly rule: string;
  readonly field: string;
}

/** Ids of notices, each once and in order. */
export interface Facts {
  readonly failed: readonly string[];
  readonly disagreeing: readonly string[];
  readonly unknownDeadlines: readonly string[];
  readonly unknownUnits: readonly string[];
  readonly stale: readonly string[];
  readonly staleOverrides: number;
  readonly gone: readonly string[];
  readonly shrunk: readonly string[];
  /** Notices that are gone, and that lost most of their tasks, though their source is there. */
  readonly lost: readonly string[];
  readonly cut: readonly string[];
  /** Sources that are no reading of their notice any more, and those that could not be read this time. */
  readonly silent: readonly string[];
  /** What is said of sources of which nothing was read, and of corrections that were not applied. */
  readonly unread: readonly Issue[];
  readonly resting: readonly Issue[];
  readonly kept: readonly string[];
  readonly personal: readonly PersonalLeft[];
  /** Where the files come from: name of the publisher, and the address of the site. */
  readonly publishers: readonly { readonly title: string; readonly path: string | null }[];
}

/** Takes them. */
interface Collecting extends Watcher {
  /** Looks for personal numbers in what is no record. */
  readonly check: (where: string, value: unknown) => void;
  readonly done: () => Facts;
}

/** Opens the collection. */
export function openFacts(): Collecting {
  const sets = { failed: new Set<string>(), disagreeing: new Set<string>(), unknownDeadlines: new Set<string>(), unknownUnits: new Set<string>(), stale: new Set<string>(), gone: new Set<string>(), shrunk: new Set<string>(), lost: new Set<string>(), cut: new Set<string>(), silent: new Set<string>(), kept: new Set<string>() };
  const personal: PersonalLeft[] = [];
  const [unread, resting]: [Issue[], Issue[]] = [[], []];
  const publishers = new Map<string, string | null>();
  let staleOverrides = 0;
  const check = (where: string, value: unknown): void => {
    for (const { rule, field } of personalIn(value)) personal.push({ where, rule, field });
  };
  return {
    check,
    notice: (record, rows) => {
      const { id, readings } = record;
      check(id, record);
      if (readings.some(({ status }) => status === "failed")) sets.failed.add(id);
      if (readings.some(({ agrees }) => agrees === false)) sets.disagreeing.add(id);
      if (rows["deadlines"]?.some(({ kind }) => kind === "unrecognized") === true) sets.unknownDeadlines.add(id);
      if (rows["assignments"]?.some(({ unitKind, unitFunction }) => unitKind === "agency" && unitFunction === null) === true) sets.unknownUnits.add(id);
      for (const { publisher, uri } of readings.flatMap(({ files }) => files)) {
        const origin = uri === null || !URL.canParse(uri) ? null : new URL(uri).origin;
        const title = publisher ?? (origin === null || origin === "null" ? null : new URL(origin).host);
        if (title !== null && (publishers.get(title) ?? null) === null) publishers.set(title, origin === "null" ? null : origin);
      }
    },
    change: (change) => {
      check(change.notice, change);
      if (change.op === "DEL") sets[change.task === null ? "gone" : "shrunk"].add(change.notice);
    },
    issue: (issue) => {
      check(issue.notice ?? versionFiles.issues, issue);
      if (issue.code === failedReading) unread.push(issue);
      if (restingCodes.has(issue.code)) resting.push(issue);
      if (issue.code === failedReading && issue.item !== null) sets.failed.add(issue.item);
      if (issue.code === lostNotice && issue.notice !== null) sets.lost.add(issue.notice);
      if (issue.code === shrunkNotice && issue.notice !== null) sets.cut.add(issue.notice);
      if (issue.code === lostSource && issue.item !== null) sets.silent.add(issue.item);
      if (issue.code === keptReading && issue.item !== null) sets.kept.add(issue.item);
      if (issue.code !== staleOverride && issue.code !== refusedOverride) return;
      staleOverrides++;
      if (issue.notice !== null) sets.stale.add(issue.notice);
    },
    statement: (statement) => {
      check(statement.notice, statement);
    },
    done: () => ({
      failed: [...sets.failed],
      disagreeing: [...sets.disagreeing],
      unknownDeadlines: [...sets.unknownDeadlines],
      unknownUnits: [...sets.unknownUnits],
      stale: [...sets.stale],
      staleOverrides,
      gone: [...sets.gone],
      shrunk: [...sets.shrunk],
      lost: [...sets.lost],
      cut: [...sets.cut],
      silent: [...sets.silent],
      unread,
      resting,
      kept: [...sets.kept],
      personal,
      publishers: [...publishers].map(([title, path]) => ({ title, path })).sort((a, b) => (a.title < b.title ? -1 : 1)),
    }),
  };
}
