/** The notices of a dataset, each with its sources where they are at hand: in a folder by their hash, else in the cache. */
import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { openCache } from "../dataset/keep/cache.ts";
import { DamagedDataset } from "../dataset/keep/damage.ts";
import { openPrevious } from "../dataset/assemble/previous.ts";
import { loadVersions } from "../dataset/keep/versions.ts";
import type { ReadingOptions } from "../model/context.ts";
import { sha256 } from "../text/digest.ts";
import { codeOf } from "../batch/system-code.ts";
import type { JobFile } from "../batch/job.ts";
import type { ShelfItem } from "./shelf.ts";

/** The notices of the last successful version. `sources`: where their files may be. Throws {@link DamagedDataset}. */
export async function findDatasetItems(out: string, sources: SourceFolder | null, options: ReadingOptions): Promise<ShelfItem[]> {
  const { versions, damage } = await loadVersions(out);
  if (versions === null) throw new DamagedDataset(damage);
  const previous = await openPrevious(out, versions.lastSuccessful);
  if (previous === null) return [];
  const cache = openCache(out);
  const told = new Map(previous.lock.items.map((item) => [item.item, item.options] as const));
  const items: ShelfItem[] = [];
  try {
    for (const id of previous.ids) {
      const record = await previous.notice(id);
      const chosen = record?.readings.find((reading) => reading.chosen);
      if (record === null || chosen === undefined) continue;
      const files: JobFile[] = [];
      let changed = false;
      for (const { name, role, label, uri, sha256: hash } of chosen.files) {
        const path = sources?.known.get(hash ?? "");
        if (sources !== null && path === undefined && hash !== null) changed ||= existsSync(join(sources.folder, name));
        const bytes = path === undefined && hash !== null ? await cache.bytes(hash) : null;
        if (path !== undefined) files.push({ path, name, role, label, uri });
        else if (bytes !== null) files.push({ path: name, name, role, label, uri, bytes });
      }
      const lookups = previous.lookups === null ? {} : { lookups: previous.lookups };
      items.push({ name: chosen.item, files: files.length === chosen.files.length ? files : [], options: { ...options, ...lookups, ...told.get(chosen.item) }, record: record.result, changed });
    }
  } finally {
    await previous.close();
  }
  return items;
}

/** A folder with sources: its files by their hash, and what of it could not be looked at, each with the code of the system. */
export interface SourceFolder {
  readonly folder: string;
  readonly known: ReadonlyMap<string, string>;
  readonly closed: readonly { readonly path: string; readonly reason: string }[];
}

/** Looks at the files of a folder and those below it. */
export async function openSourceFolder(folder: string): Promise<SourceFolder> {
  const known = new Map<string, string>();
  const closed: { readonly path: string; readonly reason: string }[] = [];
  const look = async <T>(path: string, looking: Promise<T>): Promise<T | null> =>
    looking.catch((error: unknown) => {
      closed.push({ path, reason: codeOf(error) });
      return null;
    });
  const folders = [folder];
  for (let path = folders.pop(); path !== undefined; path = folders.pop()) {
    for (const entry of (await look(path, readdir(path, { withFileTypes: true }))) ?? []) {
      const own = join(path, entry.name);
      if (entry.isDirectory()) folders.push(own);
      const bytes = entry.isFile() ? await look(own, readFile(own)) : null;
      if (bytes !== null) known.set(sha256(bytes), own);
    }
  }
  return { folder, known, closed };
}
