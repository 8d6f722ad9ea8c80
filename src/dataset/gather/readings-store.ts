/** Results by key: from the cache, or read now. What a limit of this machine cut short is not kept. */
import type { Item } from "../../batch/item.ts";
import type { JobFile } from "../../batch/job.ts";
import { Refused } from "../../batch/refused.ts";
import { defaultLimits, type ReadingOptions } from "../../model/context.ts";
import type { ParseResult } from "../../model/notice.ts";
import { sha256 } from "../../text/digest.ts";
import type { Cache } from "../keep/cache.ts";
import type { LockedItem } from "../edition.ts";
import type { Reader } from "./reader.ts";
import { readingKey } from "./run-lock.ts";

/** A reading that is wanted: an item as it was or is, under some options. */
export interface Wanted {
  readonly locked: Omit<LockedItem, "key">;
  readonly options: ReadingOptions;
  /** Where its files are, when they are still the same; else their bytes are looked for in the cache. */
  readonly item: Item | null;
}

/** Results of readings. */
export interface ReadingsStore {
  /** Makes sure that all of them are there; those whose bytes are gone are not. */
  readonly prepare: (wanted: readonly Wanted[]) => Promise<void>;
  /** Null when its bytes are gone. */
  readonly result: (wanted: Wanted) => Promise<ParseResult | null>;
  /** Code of what kept it from being read this time, when another try may give more: a limit of this machine, a file that cannot be opened. */
  readonly passing: (wanted: Wanted) => string | null;
  /** How many were read, and not taken from the cache. */
  readonly count: () => number;
}

/** A source was changed while the dataset was built. */
class SourceChanged extends Refused {
  readonly wrong = "sourceChanged";
}

/** Findings about a file that could not be opened for now, or is not where it may be read. */
const notOpened = /^(?:machine\/|input\/(?:not-found|permission|special|unreadable|directory|too-deep|no-handles|link-outside|outside)$)/u;

/** Findings that the next try may not make: those, and limits of this machine. */
const passing = new RegExp(`^limit/(?:bytes|time|stall|memory|killed)$|^internal/|${notOpened.source}`, "u");

/** Whether the next try may not make this finding: nothing is concluded from it. */
export function isPassing(code: string): boolean {
  return passing.test(code);
}

export function openReadingsStore(cache: Cache, reader: Reader): ReadingsStore {
  const loose = new Map<string, ParseResult | null>();
  let count = 0;

  const keyOf = ({ locked, options }: Wanted): string => readingKey(locked, reader.code, options) ?? sha256(JSON.stringify(locked));

  const read = async (wanted: Wanted): Promise<void> => {
    const key = keyOf(wanted);
    if (loose.has(key) || (await cache.result(key)) !== null) return;
    const files: readonly JobFile[] | null = wanted.item === null ? await filesFromCache(wanted.locked, cache) : wanted.item.files;
    if (files === null) {
      loose.set(key, null);
      return;
    }
    const [first, ...others] = files;
    if (first === undefined) throw new TypeError("an item without files");
    count++;
    const json = await reader.read({ files: [first, ...others], options: { ...wanted.options, ...wanted.locked.options } });
    const result = JSON.parse(json) as ParseResult;
    result.sources.forEach((source, i) => {
      const locked = wanted.locked.files[i]?.sha256 ?? null;
      if (source.sha256 !== locked && (source.sha256 !== null || wasNotOpened(result))) throw new SourceChanged(source.name);
    });
    if (result.diagnostics.some(({ code }) => passing.test(code)) || wanted.locked.files.some((file) => file.sha256 === null)) loose.set(key, result);
    else await cache.keep(key, json);
    if (wanted.item !== null) await keepSources(wanted.item, cache, wanted.options, reader.files);
  };

  return {
    prepare: async (all) => {
      const queue = all.values();
      const lane = async (): Promise<void> => {
        for (const wanted of queue) await read(wanted);
      };
      await Promise.all(Array.from({ length: Math.max(1, reader.jobs) }, lane));
    },
    result: async (wanted) => {
      const key = keyOf(wanted);
      const kept = loose.get(key) ?? (await cache.result(key));
      if (kept !== null || loose.has(key)) return kept;
      await read(wanted);
      return loose.get(key) ?? (await cache.result(key));
    },
    passing: (wanted) => loose.get(keyOf(wanted))?.diagnostics.find(({ code }) => passing.test(code))?.code ?? null,
    count: () => count,
  };
}

/** Whether a file that was there a moment ago could not be opened: nothing may be concluded from that. */
function wasNotOpened({ diagnostics }: ParseResult): boolean {
  return diagnostics.some(({ code }) => notOpened.test(code));
}

/** The bytes of a source are kept so that the next version can tell what a better program would have read in them. */
async function keepSources({ files }: Item, cache: Cache, options: ReadingOptions, { load }: Reader["files"]): Promise<void> {
  for (const { path } of files) {
    const { bytes } = await load(path, options.limits?.bytes ?? defaultLimits.bytes);
    if (bytes !== null) await cache.keepBytes(sha256(bytes), bytes);
  }
}

async function filesFromCache({ files }: Wanted["locked"], cache: Cache): Promise<JobFile[] | null> {
  const jobs: JobFile[] = [];
  for (const { name, role, label, uri, sha256: hash } of files) {
    const bytes = hash === null ? null : await cache.bytes(hash);
    if (bytes === null) return null;
    jobs.push({ path: name, name, role, label, uri, bytes });
  }
  return jobs;
}
