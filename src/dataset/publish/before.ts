/** What a new version needs of the last successful one. */
import { join } from "node:path";
import { readPlain } from "../keep/plain-file.ts";
import { readLockHead } from "../keep/run-lock-file.ts";
import { readSums } from "../keep/sums.ts";
import { statisticsSchema, type Statistics } from "./statistics.ts";
import { versionFiles } from "../keep/version-files.ts";
import { folderOf } from "../keep/versions.ts";

/** Each part is null when there is no such version, or its files are gone. */
export interface Before {
  readonly statistics: Statistics | null;
  readonly changelog: string | null;
  /** Hashes of its files by name. */
  readonly sums: ReadonlyMap<string, string> | null;
  readonly settings: string | null;
}

/** Reads what is there of a version. */
export async function loadBefore(out: string, version: string | null): Promise<Before> {
  const text = async (name: string): Promise<string | null> => (version === null ? null : readPlain(join(folderOf(out, version), name)).catch(() => null));
  const [statistics, sums] = [await text(versionFiles.statistics), await text(versionFiles.sums)];
  const lock = version === null ? null : await readLockHead(join(folderOf(out, version), versionFiles.lock)).catch(() => null);
  return {
    statistics: statistics === null ? null : (statisticsSchema.safeParse(parsed(statistics)).data ?? null),
    changelog: await text(versionFiles.changelog),
    sums: sums === null ? null : readSums(sums),
    settings: typeof lock?.["settings"] === "string" ? lock["settings"] : null,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
