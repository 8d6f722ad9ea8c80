/**
 * Sources to an edition, in order:
 *
 *     read        what the cache lacks, several at a time
 *     group       readings by the notice they are of
 *     compare     each notice with what was published before, step by step: parser, sources, lookups, corrections
 *     remember    since when each value holds, and which ids became others
 */
import { diagnose, type ParseOptions } from "../model/context.ts";
import type { FindingCode } from "../model/finding.ts";
import type { Lookups } from "../model/lookups.ts";
import { usedLookups } from "../normalise/units/unused-lookups.ts";
import { lookupIds } from "../rules/units/lookups.ts";
import { changesOf } from "./changes.ts";
import { failedReading, type Edition, type Issue, type LockedItem, type Rekey, type RunLock } from "./edition.ts";
import type { EditionStore } from "./edition-store.ts";
import { valuesOf } from "./fields.ts";
import { lossesOf } from "./losses.ts";
import { candidatesOf, linesOf, type Grouping, type Line } from "./notice-lines.ts";
import type { Override } from "./overrides.ts";
import type { Previous } from "./previous.ts";
import { follow, PairsOver } from "./rekeys.ts";
import type { ReadingsStore, Wanted } from "./readings-store.ts";
import { isSameNotice } from "./same-notice.ts";
import type { SourceItem } from "./sources.ts";
import { statementsOf } from "./statements.ts";
import { travel, type News, type Side } from "./steps.ts";

/** All that an edition is made of. */
export interface Materials {
  readonly version: string;
  readonly lock: RunLock;
  readonly sources: readonly SourceItem[];
  /** Options of all readings, lookups among them. */
  readonly options: ParseOptions;
  readonly corrections: Edition["corrections"];
  readonly overrides: readonly Override[];
  /** Pairs of ids that people named. */
  readonly pairs: ReadonlyMap<string, string>;
  readonly redact: boolean;
  readonly previous: Previous | null;
  readonly readings: ReadingsStore;
  readonly store: EditionStore;
}

/** Puts an edition together. */
export async function assemble(materials: Materials): Promise<Edition> {
  const { version, lock, previous, readings, store, sources, options } = materials;
  const wanted = new Map(sources.map(({ item, locked }): [string, Wanted] => [locked.item, { locked, options, item }]));
  await readings.prepare([...wanted.values()]);

  const now = await groupNow(wanted, materials);
  const before = await groupBefore(previous);
  const lines = linesOf(before, now, await renamedOf(candidatesOf(before, now), now, wanted, materials));
  const rekeys: Rekey[] = [...(previous?.rekeys ?? [])];
  const pairs = new Map(rekeys.map((rekey) => [rekey.old, rekey.new]));
  const used = { ids: new Set<string>(), lookups: new Set<string>() };
  const past = new Map((previous?.lock.items ?? []).map((item) => [item.item, item]));
  for (const line of lines) await addLine(line, { materials, wanted, past, now, rekeys, pairs, used });
  await addForgotten(lines, materials);
  for (const issue of leftOver(materials, used)) store.addIssue(issue);
  store.settle();

  const corrected = { ...lock, items: lock.items.map((item) => ({ ...item, key: readings.isPassing(wanted.get(item.item) ?? { locked: item, options, item: null }) ? null : item.key })) };
  const { notices, changes, statements, issues } = store;
  return { version, previous: previous?.version ?? null, lock: corrected, corrections: materials.corrections, notices, changes, statements, issues, rekeys: () => rekeys };
}

/** Items of this version by notice; a source of which nothing could be read is said and belongs to none. */
async function groupNow(wanted: ReadonlyMap<string, Wanted>, { readings, store }: Materials): Promise<Map<string, string[]>> {
  const groups = new Map<string, string[]>();
  for (const [item, one] of wanted) {
    const result = await readings.result(one);
    if (result === null || result.status === "failed") store.addIssue(about(failedReading, { reason: result?.diagnostics[0]?.code ?? "" }, item));
    else groups.set(result.notice.id, [...(groups.get(result.notice.id) ?? []), item]);
  }
  return groups;
}

/** Those candidates that are the same notice: people said so, or both say mostly the same. */
async function renamedOf(candidates: ReadonlyMap<string, string>, now: Grouping, wanted: ReadonlyMap<string, Wanted>, { previous, pairs, readings }: Materials): Promise<Map<string, string>> {
  const renamed = new Map<string, string>();
  for (const [id, to] of candidates) {
    const record = await previous?.notice(id);
    const one = wanted.get(now.get(to)?.[0] ?? "");
    const result = one === undefined ? null : await readings.result(one);
    if (pairs.get(id) === to || (record != null && result !== null && isSameNotice(record.result, result))) renamed.set(id, to);
  }
  return renamed;
}

async function groupBefore(previous: Previous | null): Promise<Grouping> {
  const groups = new Map<string, string[]>();
  for (const id of previous?.ids ?? []) groups.set(id, (await previous?.notice(id))?.readings.map(({ item }) => item) ?? []);
  return groups;
}

interface Work {
  readonly materials: Materials;
  readonly wanted: ReadonlyMap<string, Wanted>;
  /** Items of the version before, by name. */
  readonly past: ReadonlyMap<string, LockedItem>;
  readonly now: Grouping;
  readonly rekeys: Rekey[];
  /** The same as a table from old to new. */
  readonly pairs: Map<string, string>;
  readonly used: { readonly ids: Set<string>; readonly lookups: Set<string> };
}

/** Adds one notice: its record, its changes, its statements, what was found. */
async function addLine(line: Line, work: Work): Promise<void> {
  const { materials, rekeys, pairs, used } = work;
  const { version, previous, store, readings } = materials;
  const before = line.before === null ? null : ((await previous?.notice(line.before)) ?? null);
  const { then, now, news } = sidesOf(line, before?.readings.map(({ item }) => item) ?? [], work);
  const published = before === null ? null : valuesOf(before.result);
  await readings.prepare(news.lookup || news.parser ? then.items : []);
  const arrival = await travel({ news, then, now, ids: [line.before, line.now], published, pairs: new PairsOver(materials.pairs, pairs), result: readings.result });
  const values = arrival.made === null ? null : valuesOf(arrival.made.record.result);

  const changes = changesOf(arrival.states, arrival.pairs);
  for (const issue of lossesOf(before, values, changes, work.wanted)) store.addIssue(issue);
  for (const change of changes) {
    store.addChange(change);
    if (change.op !== "REKEY") continue;
    const rekey = { old: String(change.before), new: String(change.after), version, causes: change.causes };
    rekeys.push(rekey);
    pairs.set(rekey.old, rekey.new);
  }
  const idOf = follow(pairs);
  const id = values?.id ?? line.before ?? "";
  const earlier = [...((await previous?.statements(id)) ?? []), ...(line.before === null || line.before === id ? [] : ((await previous?.statements(line.before)) ?? []))];
  for (const statement of statementsOf(id, values, { version, earlier, idOf })) store.addStatement(statement);
  if (arrival.made === null) return;
  store.addNotice(arrival.made.record);
  for (const issue of arrival.made.issues) store.addIssue(issue);
  for (const known of [id, ...(values?.tasks ?? []).map((task) => task.id)]) used.ids.add(known);
  for (const row of usedLookups(arrival.made.record.result)) used.lookups.add(row);
}

/** The two sides of a notice, and what is new between them. */
function sidesOf({ before, now }: Line, itemsBefore: readonly string[], { materials, wanted, past: items, now: groups }: Work): { readonly then: Side; readonly now: Side; readonly news: News } {
  const { previous, lock, options, redact } = materials;
  const names = new Set([...itemsBefore, ...(now === null ? [] : (groups.get(now) ?? []))]);
  const current = [...names].flatMap((name) => wanted.get(name) ?? []);
  const thenOptions = withLookups(options, previous?.lookups ?? null);
  const past = [...names]
    .flatMap((name) => items.get(name) ?? [])
    .sort((a, b) => (a.item < b.item ? -1 : 1))
    .map(({ item, files, options: own }): Wanted => {
      const locked = { item, files, options: own };
      const same = wanted.get(locked.item);
      return { locked, options: thenOptions, item: same !== undefined && hasSameFiles(same.locked, locked) ? same.item : null };
    });
  const own = (overrides: readonly Override[]): readonly Override[] => overrides.filter(({ id }) => [before, now].some((notice) => notice !== null && (id === notice || id.startsWith(`${notice}/`))));
  const wishes = { overrides: own(materials.overrides), redact };
  const wishesThen = { overrides: own(previous?.overrides ?? []), redact };
  const news = {
    parser: past.length > 0 && JSON.stringify(previous?.lock.parser) !== JSON.stringify(lock.parser),
    source: JSON.stringify(past.map(({ locked }) => locked)) !== JSON.stringify(current.map(({ locked }) => locked).sort((a, b) => (a.item < b.item ? -1 : 1))),
    lookup: past.length > 0 && previous?.lock.lookups !== lock.lookups,
    override: past.length > 0 && (JSON.stringify(wishes) !== JSON.stringify(wishesThen) || previous?.lock.settings !== lock.settings),
  };
  return { then: { items: past, options: thenOptions, wishes: wishesThen }, now: { items: current, options, wishes }, news };
}

function withLookups({ year, issued, region, verify, limits }: ParseOptions, lookups: Lookups | null): ParseOptions {
  const given = Object.entries({ year, issued, region, verify, limits, ...(lookups === null ? {} : { lookups }) }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}

function hasSameFiles(a: Wanted["locked"], b: Wanted["locked"]): boolean {
  return JSON.stringify(a.files.map(({ sha256, name }) => [sha256, name])) === JSON.stringify(b.files.map(({ sha256, name }) => [sha256, name]));
}

/** Notices that were gone already: what was once said of them is kept. */
async function addForgotten(lines: readonly Line[], { previous, store }: Materials): Promise<void> {
  const told = new Set(lines.flatMap(({ before, now }) => [before, now]));
  for (const id of previous?.toldOf ?? []) if (!told.has(id)) for (const statement of (await previous?.statements(id)) ?? []) store.addStatement(statement);
}

/** Corrections and lookups that found nothing. */
function leftOver({ overrides, options, pairs, previous }: Materials, used: Work["used"]): Issue[] {
  const idOf = follow(new Map([...(previous?.rekeys ?? []).map((rekey) => [rekey.old, rekey.new] as const), ...pairs]));
  return [
    ...overrides.filter(({ id }) => !used.ids.has(id) && !used.ids.has(idOf(id))).map(({ id, field }) => about("dataset/override-unknown", { id, field }, null)),
    ...(options.lookups === undefined ? [] : lookupIds(options.lookups)).filter((row) => !used.lookups.has(row)).map((row) => about("dataset/lookup-unused", { row }, null)),
  ];
}

function about(code: FindingCode, params: Readonly<Record<string, string>>, item: string | null): Issue {
  return { ...diagnose(code, { params }), notice: null, item };
}
