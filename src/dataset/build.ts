/** Builds the next version of a dataset, or says that there is nothing new. */
import { join } from "node:path";
import { asShortage } from "../batch/shortage.ts";
import type { ParseOptions } from "../model/context.ts";
import type { Lookups } from "../model/lookups.ts";
import { parserVersion, schemaVersion } from "../model/version.ts";
import { sha256 } from "../text/digest.ts";
import { assemble } from "./assemble.ts";
import { openCache } from "./cache.ts";
import type { RunLock } from "./edition.ts";
import { openEditionStore } from "./edition-store.ts";
import { enterDataset, isSameLock, readingKey, versionId } from "./lock.ts";
import type { Override } from "./overrides.ts";
import { loadLock, openPrevious } from "./previous.ts";
import { DamagedVersions, publishEdition, sweep, type Published } from "./publish-edition.ts";
import type { Reader } from "./reader.ts";
import { openReadingsStore } from "./readings-store.ts";
import type { DatasetSettings } from "./settings.ts";
import { findSources } from "./sources.ts";
import { loadVersions, type Versions } from "./versions.ts";

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
  readonly options: ParseOptions;
  readonly reader: Reader;
  /** Moment of the build, ISO 8601, UTC. */
  readonly now: string;
}

/** What came of a build. `same`: nothing is new since the newest version; its outcome stands. `read`: how many readings were made and not taken from the cache. */
export type Built = { readonly outcome: Published; readonly read: number } | { readonly outcome: { readonly status: "same"; readonly version: string; readonly passed: boolean }; readonly read: 0 };

/** Name of the file in which an edition is put together. */
const assembling = ".fengong-assembling";

/** Builds. One at a time for a dataset; killed at any moment, the next build does what was left. */
export async function buildDataset(building: Building): Promise<Built> {
  const lock = await enterDataset(building.out);
  try {
    return await build(building);
  } catch (error) {
    // What SQLite says names no file.
    throw error instanceof Error && "path" in error ? error : asShortage(error, building.out);
  } finally {
    await lock.release();
  }
}

async function build(building: Building): Promise<Built> {
  const { out, corrections, reader, settings } = building;
  const known = await loadVersions(out);
  if (known.versions === null) throw new DamagedVersions(known.damage);
  const options = corrections.lookups === null ? building.options : { ...building.options, lookups: corrections.lookups.lookups };
  const sources = await findSources(building.sources, { manifest: building.manifest, out, options, redact: building.settings.redact });
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
  if (newest !== null && isSameLock(newest.lock, wanted)) return { outcome: { status: "same", version: newest.version, passed: newest.passed }, read: 0 };

  await sweep(out);
  const previous = await openPrevious(out, lastSuccessful);
  const cache = openCache(out);
  const readings = openReadingsStore(cache, reader);
  const store = await openEditionStore(join(out, assembling));
  try {
    const version = versionId(nextNumber(versions.map((entry) => entry.version)), wanted);
    const texts = { lookups: corrections.lookups?.text ?? null, overrides: corrections.overrides?.text ?? null };
    const edition = await assemble({ version, lock: wanted, sources, options, corrections: texts, overrides: corrections.overrides?.overrides ?? [], pairs: corrections.pairs, redact: settings.redact, previous, readings, store });
    const outcome = await publishEdition(edition, { out, settings, gold: building.gold, now: building.now });
    await cache.prune(new Set(wanted.items.flatMap(({ key }) => key ?? [])), new Set(wanted.items.flatMap(({ files }) => files.flatMap(({ sha256 }) => sha256 ?? []))));
    return { outcome, read: readings.count() };
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

function nextNumber(versions: readonly string[]): number {
  return Math.max(0, ...versions.map((version) => Number(version.split("-")[0]))) + 1;
}

function hashOf(text: string | null): string | null {
  return text === null ? null : sha256(text);
}
