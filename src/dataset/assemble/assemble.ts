/**
 * Sources to an edition, in order:
 *
 *     read        what the cache lacks, several at a time
 *     keep        notices of which a source could not be read this time: they stay as they were
 *     group       readings by the notice they are of
 *     compare     each notice with what was published before, step by step: parser, sources, lookups, corrections
 *     remember    since when each value holds, and which ids became others
 */
import { diagnose, type ReadingOptions } from "../../model/context.ts";
import type { FindingCode } from "../../model/finding.ts";
import type { Lookups } from "../../model/lookups.ts";
import { usedLookups } from "../../normalise/units/unused-lookups.ts";
import { lookupIds } from "../../rules/units/lookups.ts";
import { changesOf } from "./changes.ts";
import { failedReading, keptReading, lostNotice, lostSource, shrunkNotice, type Edition, type Issue, type LockedItem, type Rekey, type RunLock } from "../edition.ts";
import type { EditionStore } from "./edition-store.ts";
import { valuesOf } from "../fields.ts";
import { keptOf, type Kept } from "./kept.ts";
import { lossesOf } from "./losses.ts";
import { candidatesOf, linesOf, type Grouping, type Line } from "./notice-lines.ts";
import { fieldOf, type Override } from "../correct/overrides.ts";
import type { Origin, Previous } from "./previous.ts";
import { follow, PairsOver } from "./rekeys.ts";
import type { ReadingsStore, Wanted } from "../gather/readings-store.ts";
import { isSameNotice } from "./same-notice.ts";
import type { SourceItem } from "../gather/found-sources.ts";
import { readingKey } from "../gather/run-lock.ts";
import { statementsOf } from "./statements.ts";
import { travel, type News, type Side } from "./steps.ts";

/** All that an edition is made of. */
export interface Materials {
  readonly version: string;
  readonly lock: RunLock;
  readonly sources: readonly SourceItem[];
  /** Options of all readings, lookups among them. */
  readonly options: ReadingOptions;
  readonly corrections: Edition["corrections"];
  readonly overrides: readonly Override[];
  /** Pairs of ids that people named. */
  readonly pairs: ReadonlyMap<string, string>;
  readonly redact: boolean;
  readonly previous: Previous | null;
  /** Sources of the version before that are not there and were not taken away, each with the reason. */
  readonly absent: ReadonlyMap<string, string>;
  readonly readings: ReadingsStore;
  readonly store: EditionStore;
}

/** What is said of one build alone, and not again while a notice rests. */
const ofOneBuild: ReadonlySet<string> = new Set([keptReading, lostNotice, lostSource, shrunkNotice]);

/** Puts an edition together. */
export async function assemble(materials: Materials): Promise<Edition> {
  const { version, lock, previous, readings, store, sources, options } = materials;
  const wanted = new Map(sources.map(({ item, locked }): [string, Wanted] => [locked.item, { locked, options, item }]));
  await readings.prepare([...wanted.values()]);

  const all = await groupBefore(previous);
  const kept = keptOf({ previous, before: all, wanted, readings, absent: materials.absent });
  for (const { item, locked } of sources) for (const finding of item.findings ?? []) store.addIssue({ ...finding, notice: null, item: locked.item });
  const now = await groupNow(wanted, kept, materials);
  const before = new Map([...all].filter(([notice]) => !kept.notices.has(notice)));
  const lines = [...linesOf(before, now, await renamedOf(candidatesOf(before, now), now, wanted, materials)), ...[...kept.notices.keys()].map((notice) => ({ before: notice, now: notice }))].sort(byId);
  const findings = Map.groupBy((await previous?.issues(new Set(kept.notices.keys()))) ?? [], ({ notice }) => notice ?? "");
  const rekeys: Rekey[] = [...(previous?.rekeys ?? [])];
  const pairs = new Map(rekeys.map((rekey) => [rekey.old, rekey.new]));
  const used = { ids: new Set<string>(), lookups: new Set<string>() };
  const work = { materials, wanted, now, rekeys, pairs, used };
  for (const line of lines) {
    const issues = kept.notices.get(line.before ?? "");
    if (issues === undefined) await addLine(line, work);
    else await addKept(line.before ?? "", [...(findings.get(line.before ?? "") ?? []).filter(({ code }) => !ofOneBuild.has(code)), ...issues], work);
  }
  await addForgotten(lines, materials);
  for (const issue of leftOver(materials, used)) store.addIssue(issue);
  store.settle();

  const corrected = { ...lock, items: lockedItems(materials, kept, wanted) };
  const { notices, changes, statements, issues } = store;
  return { version, previous: previous?.version ?? null, lock: corrected, corrections: materials.corrections, notices, changes, statements, issues, rekeys: () => rekeys };
}

/** By the id that holds. */
function byId(a: Line, b: Line): number {
  return (a.now ?? a.before ?? "") < (b.now ?? b.before ?? "") ? -1 : 1;
}

/** Items of this version by notice; a source of which nothing could be read is said and belongs to none. */
async function groupNow(wanted: ReadonlyMap<string, Wanted>, kept: Kept, { readings, store }: Materials): Promise<Map<string, string[]>> {
  const groups = new Map<string, string[]>();
  for (const [item, one] of wanted) {
    if (kept.items.has(item)) continue;
    const result = await readings.result(one);
    if (result === null || result.status === "failed") store.addIssue(about(failedReading, { reason: result?.diagnostics[0]?.code ?? "" }, item));
    else if (!kept.notices.has(result.notice.id)) groups.set(result.notice.id, [...(groups.get(result.notice.id) ?? []), item]);
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
  const { then, now, news } = await sidesOf(line, before?.readings.map(({ item }) => item) ?? [], work);
  const published = before === null ? null : valuesOf(before.result);
  await readings.prepare(news.lookup || news.parser ? (then?.items ?? []) : []);
  const arrival = await travel({ news, then, now, ids: [line.before, line.now], published, pairs: new PairsOver(materials.pairs, pairs), result: readings.result, isPassing: (one) => readings.passing(one) !== null });
  const values = arrival.made === null ? null : valuesOf(arrival.made.record.result);

  const changes = changesOf(arrival.states, arrival.pairs);
  for (const issue of lossesOf(before, values, changes, work.wanted, work.now.get(line.now ?? "") ?? [])) store.addIssue(issue);
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

/** Adds a notice as it was published before: no value of it changes. */
async function addKept(id: string, issues: readonly Issue[], { materials, rekeys, used }: Work): Promise<void> {
  const { version, previous, store } = materials;
  const record = await previous?.notice(id);
  if (record == null) throw new TypeError("a notice that is not there cannot stay");
  const values = valuesOf(record.result);
  const idOf = follow(new Map(rekeys.map((rekey) => [rekey.old, rekey.new])));
  for (const statement of statementsOf(id, values, { version, earlier: (await previous?.statements(id)) ?? [], idOf })) store.addStatement(statement);
  store.addNotice(record);
  for (const issue of issues) store.addIssue(issue);
  for (const known of [id, ...values.tasks.map((task) => task.id)]) used.ids.add(known);
  for (const row of usedLookups(record.result)) used.lookups.add(row);
}

/** What is locked of the sources: those that rest name the version in which they were read, those that could not be read have no key. */
function lockedItems({ lock, previous, readings }: Materials, kept: Kept, wanted: ReadonlyMap<string, Wanted>): LockedItem[] {
  const items = lock.items.map((item): LockedItem => {
    const one = wanted.get(item.item);
    const since = kept.items.get(item.item);
    if (since !== undefined) return { ...item, key: null, kept: since };
    return one === undefined || readings.passing(one) === null ? item : { ...item, key: null };
  });
  const gone = (previous?.lock.items ?? []).flatMap((item) => (wanted.has(item.item) || !kept.items.has(item.item) ? [] : [{ ...item, key: null, kept: kept.items.get(item.item) ?? "" }]));
  return [...items, ...gone].sort((a, b) => (a.item < b.item ? -1 : 1));
}

/** What decided the notice before: the last version, or the older one whose reading it kept. Null when that one is gone. */
async function originOf(items: readonly string[], previous: Previous | null): Promise<Origin | null> {
  const names = new Set(items);
  const since = previous?.lock.items.find((item) => names.has(item.item) && item.kept !== undefined)?.kept;
  return previous === null || since === undefined ? previous : previous.origin(since);
}

/** The sources of a notice as they were read then, by name; what could not be read then was not there. */
function pastOf(names: ReadonlySet<string>, origin: Origin | null): LockedItem[] {
  return (origin?.lock.items ?? []).filter(({ item, key }) => names.has(item) && key !== null).sort((a, b) => (a.item < b.item ? -1 : 1));
}

/** The two sides of a notice, and what is new between them. */
async function sidesOf({ before, now }: Line, itemsBefore: readonly string[], { materials, wanted, now: groups }: Work): Promise<{ readonly then: Side | null; readonly now: Side; readonly news: News }> {
  const { previous, lock, options, redact } = materials;
  const names = new Set([...itemsBefore, ...(now === null ? [] : (groups.get(now) ?? []))]);
  const current = [...names].flatMap((name) => wanted.get(name) ?? []);
  const own = (overrides: readonly Override[]): readonly Override[] => overrides.filter(({ id }) => [before, now].some((notice) => notice !== null && (id === notice || id.startsWith(`${notice}/`))));
  const wishes = { overrides: own(materials.overrides), redact };
  const side = { items: current, options, wishes };
  const origin = await originOf([...names], previous);
  if (previous !== null && origin === null) return { then: null, now: side, news: { parser: true, source: true, lookup: true, override: true } };
  const past = pastOf(names, origin);
  const thenOptions = withLookups(options, origin?.lookups ?? null);
  const wishesThen = { overrides: own(origin?.overrides ?? []), redact };
  const items = past.map(({ item, files, options: given }): Wanted => {
    const locked = { item, files, options: given };
    const same = wanted.get(item);
    return { locked, options: thenOptions, item: same !== undefined && hasSameFiles(same.locked, locked) ? same.item : null };
  });
  const news = {
    // The options that all readings share are the program's: a key says whether they were others.
    parser: past.length > 0 && (JSON.stringify(origin?.lock.parser) !== JSON.stringify(lock.parser) || past.some((item) => item.key !== readingKey(item, origin?.lock.parser.code ?? "", thenOptions))),
    source: JSON.stringify(items.map(({ locked }) => locked)) !== JSON.stringify(current.map(({ locked }) => locked).sort((a, b) => (a.item < b.item ? -1 : 1))),
    lookup: past.length > 0 && origin?.lock.lookups !== lock.lookups,
    override: past.length > 0 && (JSON.stringify(wishes) !== JSON.stringify(wishesThen) || origin?.lock.settings !== lock.settings),
  };
  return { then: { items, options: thenOptions, wishes: wishesThen }, now: side, news };
}

function withLookups({ year, issued, region, verify, limits, ocr }: ReadingOptions, lookups: Lookups | null): ReadingOptions {
  const given = Object.entries({ year, issued, region, verify, limits, ocr, ...(lookups === null ? {} : { lookups }) }).filter(([, value]) => value !== undefined);
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
    ...overrides.filter(({ id }) => !used.ids.has(id) && !used.ids.has(idOf(id))).map((override) => about("dataset/override-unknown", { id: override.id, field: fieldOf(override) }, null)),
    ...(options.lookups === undefined ? [] : lookupIds(options.lookups)).filter((row) => !used.lookups.has(row)).map((row) => about("dataset/lookup-unused", { row }, null)),
  ];
}

function about(code: FindingCode, params: Readonly<Record<string, string>>, item: string | null): Issue {
  return { ...diagnose(code, { params }), notice: null, item };
}
