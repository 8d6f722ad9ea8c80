/** Builds the next version of a dataset, or says that there is nothing new. */
import { join } from "node:path";
import { asShortage } from "../batch/shortage.ts";
import type { ReadingOptions } from "../model/context.ts";
import type { Lookups } from "../model/lookups.ts";
import { parserVersion, schemaVersion } from "../model/version.ts";
import { sha256 } from "../text/digest.ts";
import { absentOf } from "./gather/absent.ts";
import { assemble } from "./assemble/assemble.ts";
import { openCache, type Cache } from "./keep/cache.ts";
import { DamagedDataset } from "./keep/damage.ts";
import { openDisk } from "./keep/disk.ts";
import { failedReading, keptReading, restingCodes, type Edition, type Issue, type LockedItem, type RunLock } from "./edition.ts";
import { openEditionStore } from "./assemble/edition-store.ts";
import { withLinks, type Linker } from "./assemble/linked.ts";
import { enterDataset, type Entry } from "./keep/lock.ts";
import type { Override } from "./correct/overrides.ts";
import { loadLock, openPrevious, type Previous } from "./assemble/previous.ts";
import { letGo, publishEdition, sweep, type Published } from "./publish/publish-edition.ts";
import type { Reader } from "./gather/reader.ts";
import { refuseInside } from "./keep/places.ts";
import { mendVersions, namesIn, type Mended } from "./publish/recover.ts";
import { openReadingsStore } from "./gather/readings-store.ts";
import { isSameLock, readingKey, versionId } from "./gather/run-lock.ts";
import type { DatasetSettings } from "./correct/settings.ts";
import type { Sources } from "./gather/found-sources.ts";
import { findSources } from "./gather/sources.ts";
import { verifyVersion } from "./keep/verify.ts";
import { artifacts, loadVersions, type Versions } from "./keep/versions.ts";

/** What people keep beside the sources. Texts are kept with each version. */
export interface Corrections {
  readonly lookups: { readonly text: string; readonly lookups: Lookups } | null;
  readonly overrides: { readonly text: string; readonly overrides: readonly Override[] } | null;
  /** Pairs of ids that people named. */
  readonly pairs: ReadonlyMap<string, string>;
}

/** A build. */
export interface Building {
  readonly sources: string;
  readonly out: string;
  /** Path of the manifest; null: `manifest.json` in the source folder, where there is one. */
  readonly manifest: string | null;
  readonly settings: DatasetSettings;
  /** Text of the settings, null when there are none. */
  readonly settingsText: string | null;
  readonly corrections: Corrections;
  /** Text of the file of checked values. */
  readonly gold: string | null;
  readonly options: ReadingOptions;
  readonly reader: Reader;
  /** Links the notices where the settings ask for it. */
  readonly linker?: Linker;
  /** This one version may lose notices, tasks and sources: people took them away. */
  readonly allowLoss?: boolean;
  /** Links that lead out of the source folder are followed. */
  readonly followLinks?: boolean;
  /** Moment of the build, ISO 8601, UTC. */
  readonly now: string;
}

/** Sources that were not read, each with the reason. */
export type Unread = readonly { readonly item: string; readonly reason: string }[];

/** What came of a build. `same`: nothing is new since the newest version; its outcome stands. `read`: how many readings were made and not taken from the cache. */
export interface Built extends Pick<Sources, "passed" | "manifest"> {
  readonly outcome: Published | { readonly status: "same"; readonly version: string; readonly passed: boolean };
  readonly read: number;
  /** Sources that could not be read this time: their notices stay as they were. */
  readonly kept: Unread;
  /** Sources of which nothing is published. */
  readonly failed: Unread;
  /** Corrections by people that were not applied, each with what is said of it. */
  readonly resting: readonly Issue[];
  /** What was done to the index before; null when it was as it should be. */
  readonly mended: Mended | null;
  /** The newest version was built with settings and this one without: its gates are only the usual ones. */
  readonly settingsGone: boolean;
}

/** Name of the file in which an edition is put together. */
const assembling = ".fengong-assembling";

/** Builds. One at a time for a dataset; killed at any moment, the next build does what was left. */
export async function buildDataset(building: Building): Promise<Built> {
  await refuseInside(building.out);
  const entry = await enterDataset(building.out);
  try {
    return await build(building, entry);
  } catch (error) {
    // What SQLite says names no file.
    throw error instanceof Error && "path" in error ? error : asShortage(error, building.out);
  } finally {
    await entry.release();
  }
}

async function build(building: Building, entry: Entry): Promise<Built> {
  const { out, corrections, reader, settings } = building;
  const mended = await mendVersions(out, openDisk());
  const known = await loadVersions(out);
  if (known.versions === null) throw new DamagedDataset(known.damage);
  const options = corrections.lookups === null ? building.options : { ...building.options, lookups: corrections.lookups.lookups };
  const { allowLoss = false, followLinks = false } = building;
  const found = await findSources(building.sources, { manifest: building.manifest, out, options, allowEmpty: allowLoss, followLinks, redact: building.settings.redact, files: reader.files, budget: reader.budget });
  const { items: sources, passed, manifest } = found;
  const { lastSuccessful, versions } = known.versions;
  const wanted: RunLock = {
    previous: lastSuccessful,
    parser: { name: "fengong", version: parserVersion, schemaVersion, idnorm: "idnorm/1", code: reader.code },
    lookups: hashOf(corrections.lookups?.text ?? null),
    overrides: hashOf(corrections.overrides?.text ?? null),
    settings: hashOf(building.settingsText === null && building.gold === null ? null : JSON.stringify([building.settingsText, building.gold])),
    items: sources.map(({ locked }) => ({ ...locked, key: readingKey(locked, reader.code, options) })),
  };
  const newest = await newestVersion(out, known.versions);
  const settingsGone = newest !== null && newest.lock.settings !== null && wanted.settings === null;
  if (newest !== null && isSameLock(newest.lock, wanted) && (newest.passed || !allowLoss)) {
    await letGo(out, known.versions, newest.lock, settings, openDisk());
    return { outcome: { status: "same", version: newest.version, passed: newest.passed }, read: 0, kept: [], failed: [], resting: [], mended, settingsGone, passed, manifest };
  }

  await requireStanding(out, known.versions);
  await sweep(out);
  const previous = await openPrevious(out, lastSuccessful);
  const cache = openCache(out);
  const readings = openReadingsStore(cache, reader);
  const absent = await absentOf(building.sources, previous?.lock.items ?? [], found, { emptied: !allowLoss });
  const store = await openEditionStore(join(out, assembling));
  try {
    const version = versionId(await nextNumber(out, versions), wanted);
    const texts = { lookups: corrections.lookups?.text ?? null, overrides: corrections.overrides?.text ?? null };
    const assembled = await assemble({ version, lock: wanted, sources, options, corrections: texts, overrides: corrections.overrides?.overrides ?? [], pairs: corrections.pairs, redact: settings.redact, previous, absent, readings, store });
    const { linker } = building;
    const edition = settings.links && linker !== undefined ? await withLinks(assembled, { out, store, linker, previous }) : assembled;
    const outcome = await publishEdition(edition, { out, settings, allowLoss, gold: building.gold, now: building.now, check: entry.check });
    await keepOnly([...wanted.items, ...(await stillNeeded(edition, outcome, previous))], cache);
    return { outcome, read: readings.count(), ...toldOf(edition), mended, settingsGone, passed, manifest };
  } finally {
    await store.close();
    await previous?.close();
  }
}

/** The newest version that stands on the disk, with its lock. */
async function newestVersion(out: string, { versions, lastSuccessful }: Versions): Promise<{ readonly version: string; readonly lock: RunLock; readonly passed: boolean } | null> {
  const entry = versions.at(-1);
  const lock = entry === undefined ? null : await loadLock(out, entry.version);
  return entry === undefined || lock === null ? null : { version: entry.version, lock, passed: entry.version === lastSuccessful };
}

/** What must not be forgotten beside the sources of today: what a kept notice was read from, and what stands while a version is not published. */
async function stillNeeded({ lock }: Edition, { status }: Published, previous: Previous | null): Promise<LockedItem[]> {
  const needed = status === "failed" ? [...(previous?.lock.items ?? [])] : [];
  for (const { item, kept } of lock.items) {
    const origin = kept === undefined ? null : await previous?.origin(kept);
    needed.push(...(origin?.lock.items ?? []).filter((one) => one.item === item));
  }
  return needed;
}

async function keepOnly(items: readonly LockedItem[], cache: Cache): Promise<void> {
  await cache.prune(new Set(items.flatMap(({ key }) => key ?? [])), new Set(items.flatMap(({ files }) => files.flatMap(({ sha256 }) => sha256 ?? []))));
}

function toldOf({ issues }: Edition): Pick<Built, "kept" | "failed" | "resting"> {
  const resting: Issue[] = [];
  const told = { [keptReading]: [] as { item: string; reason: string }[], [failedReading]: [] as { item: string; reason: string }[] };
  for (const issue of issues()) {
    const { code, item, params } = issue;
    if (restingCodes.has(code)) resting.push(issue);
    if (code === keptReading || code === failedReading) told[code].push({ item: item ?? "", reason: params["reason"] ?? "" });
  }
  return { kept: told[keptReading], failed: told[failedReading], resting };
}

/** Above all that are entered, and above all that stand on the disk. */
async function nextNumber(out: string, versions: Versions["versions"]): Promise<number> {
  const there = await namesIn(join(out, artifacts));
  const numbers = [...there, ...versions.map(({ version }) => version)].map((version) => Number(/^\d+/u.exec(version)?.[0] ?? 0));
  return Math.max(0, ...numbers) + 1;
}

/** The version that holds must stand as it was entered: nothing is compared with half of it, and nothing is new because it is gone. */
async function requireStanding(out: string, { lastSuccessful, versions }: Versions): Promise<void> {
  const entry = versions.find(({ version }) => version === lastSuccessful);
  const [wrong] = entry === undefined ? [] : await verifyVersion(out, entry);
  if (wrong !== undefined) throw new DamagedDataset(wrong.en);
}

function hashOf(text: string | null): string | null {
  return text === null ? null : sha256(text);
}
