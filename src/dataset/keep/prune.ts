/** Old versions give back their space; their entries stay. */
import { stat } from "node:fs/promises";
import type { Disk } from "./disk.ts";
import type { Versions } from "./versions.ts";
import { folderOf } from "./versions.ts";

/** The same versions with the oldest marked as pruned, so that the newest `keep` stay; the last successful one always does, and those that are `needed`. Null keeps all. */
export function pruned({ lastSuccessful, versions }: Versions, keep: number | null, needed: ReadonlySet<string> = new Set()): Versions {
  if (keep === null) return { lastSuccessful, versions };
  const here = versions.filter((entry) => !entry.pruned && entry.version !== lastSuccessful && !needed.has(entry.version));
  const most = Math.max(0, keep - (lastSuccessful === null ? 0 : 1));
  const old = new Set(here.slice(0, Math.max(0, here.length - most)).map(({ version }) => version));
  return { lastSuccessful, versions: versions.map((entry) => (old.has(entry.version) ? { ...entry, pruned: true } : entry)) };
}

/** Removes the files of pruned versions: after the entry says so, never before. */
export async function prune(out: string, { versions }: Versions, disk: Disk): Promise<void> {
  for (const { version, pruned: gone } of versions) {
    const folder = folderOf(out, version);
    if (gone && (await stat(folder).catch(() => null)) !== null) await disk.remove(folder);
  }
}
