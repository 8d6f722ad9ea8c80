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
import type { JobFile } from "../batch/job.ts";
import type { ShelfItem } from "./shelf.ts";

/** The notices of the last successful version. Throws {@link DamagedDataset}. */
export async function findDatasetItems(out: string, sources: string | null, options: ReadingOptions): Promise<ShelfItem[]> {
  const { versions, damage } = await loadVersions(out);
  if (versions === null) throw new DamagedDataset(damage);
  const previous = await openPrevious(out, versions.lastSuccessful);
  if (previous === null) return [];
  const cache = openCache(out);
  const known = sources === null ? new Map<string, string>() : await hashesIn(sources);
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
        const path = known.get(hash ?? "");
        if (sources !== null && path === undefined && hash !== null) changed ||= existsSync(join(sources, name));
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

/** The files of a folder and those below it, by their hash. */
async function hashesIn(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path).catch(() => null);
    if (bytes !== null) found.set(sha256(bytes), path);
  }
  return found;
}
