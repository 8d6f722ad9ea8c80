/**
 * What a build needs of the last successful version: its lock, its corrections, and its records where they stand on the disk. They are
 * our own files, whole by their sums: they are not validated a second time.
 */
import { join } from "node:path";
import type { Lookups } from "../../model/lookups.ts";
import { readLookups } from "../../read/lookups.ts";
import type { Issue, NoticeRecord, Rekey, RunLock, Statement } from "../edition.ts";
import { indexLines, valuesIn } from "../keep/ndjson.ts";
import { readOverrides, type Override } from "../correct/overrides.ts";
import { readPlain } from "../keep/plain-file.ts";
import { readLock } from "../keep/run-lock-file.ts";
import { loadRekeys } from "./rekeys.ts";
import { versionFiles } from "../keep/version-files.ts";
import { folderOf } from "../keep/versions.ts";

/** What decided a version. */
export interface Origin {
  readonly version: string;
  readonly lock: RunLock;
  readonly lookups: Lookups | null;
  readonly overrides: readonly Override[];
}

/** The version before. */
export interface Previous extends Origin {
  readonly rekeys: readonly Rekey[];
  /** Ids of its notices, in order. */
  readonly ids: readonly string[];
  readonly notice: (id: string) => Promise<NoticeRecord | null>;
  /** Ids of all notices that statements are about, in order. */
  readonly toldOf: readonly string[];
  readonly statements: (id: string) => Promise<readonly Statement[]>;
  /** What was found about some notices. */
  readonly issues: (notices: ReadonlySet<string>) => Promise<readonly Issue[]>;
  /** What decided an older version whose readings this one kept; null when its files are gone. */
  readonly origin: (version: string) => Promise<Origin | null>;
  readonly close: () => Promise<void>;
}

/** The lock of a version, null when it is not there. */
export async function loadLock(out: string, version: string): Promise<RunLock | null> {
  return readLock(join(folderOf(out, version), versionFiles.lock));
}

async function loadOrigin(out: string, version: string): Promise<Origin | null> {
  const lock = await loadLock(out, version);
  if (lock === null) return null;
  const text = (name: string): Promise<string | null> => readPlain(join(folderOf(out, version), name)).catch(() => null);
  const [lookups, overrides] = [await text("corrections/lookups.yaml"), await text("corrections/overrides.yaml")];
  return { version, lock, lookups: lookups === null ? null : readLookups(lookups).lookups, overrides: readOverrides(overrides).overrides };
}

/** Opens a version; null when there is none or its files are gone. */
export async function openPrevious(out: string, version: string | null): Promise<Previous | null> {
  const own = version === null ? null : await loadOrigin(out, version);
  if (own === null) return null;
  const folder = folderOf(out, own.version);
  const origins = new Map<string, Origin | null>([[own.version, own]]);
  const [notices, statements] = [await indexLines(join(folder, versionFiles.notices), "id"), await indexLines(join(folder, versionFiles.statements), "notice")];
  return {
    ...own,
    rekeys: await loadRekeys(join(folder, versionFiles.rekeys)),
    ids: notices.ids(),
    notice: async (id) => {
      const [line] = await notices.read(id);
      return line === undefined ? null : (line as NoticeRecord);
    },
    toldOf: statements.ids(),
    statements: async (id) => (await statements.read(id)) as Statement[],
    issues: (about) => issuesIn(join(folder, versionFiles.issues), about),
    origin: async (wanted) => {
      if (!origins.has(wanted)) origins.set(wanted, await loadOrigin(out, wanted));
      return origins.get(wanted) ?? null;
    },
    close: async () => {
      await notices.close();
      await statements.close();
    },
  };
}

async function issuesIn(path: string, notices: ReadonlySet<string>): Promise<Issue[]> {
  const found: Issue[] = [];
  if (notices.size === 0) return found;
  for await (const issue of valuesIn<Issue>(path)) {
    if (issue.notice !== null && notices.has(issue.notice)) found.push(issue);
  }
  return found;
}
