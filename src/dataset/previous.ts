/**
 * What a build needs of the last successful version: its lock, its corrections, and its records where they stand on the disk. They are
 * our own files, whole by their sums: they are not validated a second time.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Lookups } from "../model/lookups.ts";
import { readLookups } from "../read/lookups.ts";
import { folderOf } from "./before.ts";
import { runLockSchema, type NoticeRecord, type Rekey, type RunLock, type Statement } from "./edition.ts";
import { indexLines } from "./ndjson.ts";
import { readOverrides, type Override } from "./overrides.ts";
import { loadRekeys } from "./rekeys.ts";

/** The version before. */
export interface Previous {
  readonly version: string;
  readonly lock: RunLock;
  readonly lookups: Lookups | null;
  readonly overrides: readonly Override[];
  readonly rekeys: readonly Rekey[];
  /** Ids of its notices, in order. */
  readonly ids: readonly string[];
  readonly notice: (id: string) => Promise<NoticeRecord | null>;
  /** Ids of all notices that statements are about, in order. */
  readonly toldOf: readonly string[];
  readonly statements: (id: string) => Promise<readonly Statement[]>;
  readonly close: () => Promise<void>;
}

/** The lock of a version, null when it is not there. */
export async function loadLock(out: string, version: string): Promise<RunLock | null> {
  const text = await readFile(join(folderOf(out, version), "run.lock.json"), "utf8").catch(() => null);
  return text === null ? null : runLockSchema.parse(JSON.parse(text));
}

/** Opens a version; null when there is none or its files are gone. */
export async function openPrevious(out: string, version: string | null): Promise<Previous | null> {
  const lock = version === null ? null : await loadLock(out, version);
  if (version === null || lock === null) return null;
  const folder = folderOf(out, version);
  const text = (name: string): Promise<string | null> => readFile(join(folder, name), "utf8").catch(() => null);
  const [lookups, overrides] = [await text("corrections/lookups.yaml"), await text("corrections/overrides.yaml")];
  const [notices, statements] = [await indexLines(join(folder, "notices.ndjson"), "id"), await indexLines(join(folder, "statements.ndjson"), "notice")];
  return {
    version,
    lock,
    lookups: lookups === null ? null : readLookups(lookups).lookups,
    overrides: readOverrides(overrides).overrides,
    rekeys: await loadRekeys(join(folder, "rekeys.csv")),
    ids: notices.ids(),
    notice: async (id) => {
      const [line] = await notices.read(id);
      return line === undefined ? null : (line as NoticeRecord);
    },
    toldOf: statements.ids(),
    statements: async (id) => (await statements.read(id)) as Statement[],
    close: async () => {
      await notices.close();
      await statements.close();
    },
  };
}
