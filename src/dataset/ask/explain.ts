/** The history of one task: what is published of it, why, since when, and what it was before. */
import { join } from "node:path";
import { Refused } from "../../batch/refused.ts";
import type { FlatValue } from "../../model/flat.ts";
import type { Task } from "../../model/notice.ts";
import type { Place } from "../../model/position.ts";
import { DamagedDataset } from "../keep/damage.ts";
import { loadChanges } from "./diff.ts";
import type { AppliedOverride, Change, NoticeRecord, Reading, Statement } from "../edition.ts";
import { linksOf, type LinkTold } from "./explain-links.ts";
import { indexLines, valuesIn } from "../keep/ndjson.ts";
import { follow, loadRekeys } from "../assemble/rekeys.ts";
import { versionFiles } from "../keep/version-files.ts";
import { folderOf, loadVersions } from "../keep/versions.ts";

/** A value of a task and its history. */
export interface FieldHistory {
  readonly field: string;
  readonly value: FlatValue;
  readonly since: string;
  readonly correction: AppliedOverride | null;
  readonly earlier: readonly Pick<Statement, "value" | "firstSeen" | "lastSeen">[];
}

/** All that is known of a task. */
export interface Explanation {
  /** Id as asked, and the one it has become. */
  readonly asked: string;
  readonly id: string;
  readonly version: string;
  readonly notice: { readonly id: string; readonly title: string | null };
  /** Null when the task is gone. */
  readonly task: Task | null;
  readonly place: readonly Place[];
  /** Ids of the rules that read its deadlines and units. */
  readonly rules: readonly string[];
  readonly fields: readonly FieldHistory[];
  /** Oldest first, of the versions that are on the disk. */
  readonly changes: readonly (Change & { readonly version: string })[];
  readonly readings: readonly Reading[];
  /** Tasks of other notices with equal words, where the dataset has links. */
  readonly links: readonly LinkTold[];
}

/** There is no version of which anything could be told; the message is where it was looked for. */
class NoVersion extends Refused {
  readonly wrong = "noDataset";
}

/** Several tasks have the short id that was asked for. */
class SeveralTasks extends Refused {
  readonly wrong = "severalTasks";
}

/**
 * Explains a task of the last successful version; null when nothing was ever said of it. Throws {@link NoVersion} where there is none, and
 * {@link DamagedDataset}. The part of the id behind the notice, or a beginning of it, will do.
 */
export async function explainTask(out: string, asked: string): Promise<Explanation | null> {
  const { versions: known, damage } = await loadVersions(out);
  if (known === null) throw new DamagedDataset(damage);
  const version = known.lastSuccessful;
  if (version === null) throw new NoVersion(out);
  const folder = folderOf(out, version);
  const pairs = new Map((await loadRekeys(join(folder, versionFiles.rekeys))).map((rekey) => [rekey.old, rekey.new]));
  const idOf = follow(pairs);
  const id = idOf(await meant(asked, folder, pairs));
  const names = new Set([id, ...[...pairs.keys()].filter((old) => idOf(old) === id)]);
  const notice = id.slice(0, id.lastIndexOf("/"));
  const record = await firstLine<NoticeRecord>(join(folder, versionFiles.notices), "id", notice);
  const statements = (await allLines<Statement>(join(folder, versionFiles.statements), "notice", notice)).filter(({ task }) => task !== null && names.has(task));
  const changes: Explanation["changes"][number][] = [];
  for (const entry of known.versions.filter(({ status }) => status === "success")) {
    for (const change of (await loadChanges(out, entry.version)) ?? []) {
      if (names.has(change.task ?? "") || (change.op === "REKEY" && names.has(String(change.after)))) changes.push({ ...change, version: entry.version });
    }
  }
  const task = record?.result.tasks.find((one) => one.id === id) ?? null;
  if (task === null && statements.length === 0) return null;
  return {
    asked,
    id,
    version,
    notice: { id: notice, title: record?.result.notice.title ?? null },
    task,
    place: task?.place ?? [],
    rules: task === null ? [] : rulesOf(task),
    fields: fieldsOf(statements, version, record?.overrides.filter((override) => override.id === id) ?? []),
    changes,
    readings: record?.readings ?? [],
    links: task === null ? [] : await linksOf(folder, task, (other) => firstLine<NoticeRecord>(join(folder, versionFiles.notices), "id", other)),
  };
}

/** The whole id of a task of which people have the printed part. */
async function meant(asked: string, folder: string, pairs: ReadonlyMap<string, string>): Promise<string> {
  const known = new Set<string>(pairs.keys());
  for await (const { task } of valuesIn<Statement>(join(folder, versionFiles.statements))) {
    if (task !== null) known.add(task);
  }
  if (known.has(asked)) return asked;
  const keyOf = (id: string): string => id.slice(id.lastIndexOf("/") + 1);
  const exact = [...known].filter((id) => keyOf(id) === asked);
  const begun = exact.length > 0 ? exact : [...known].filter((id) => asked !== "" && (id.startsWith(asked) || keyOf(id).startsWith(asked)));
  if (begun.length > 1) throw new SeveralTasks(begun.slice(0, 10).join(", "));
  return begun[0] ?? asked;
}

function fieldsOf(statements: readonly Statement[], version: string, overrides: readonly AppliedOverride[]): FieldHistory[] {
  return [...new Set(statements.map(({ field }) => field))].flatMap((field): FieldHistory[] => {
    const all = statements.filter((statement) => statement.field === field);
    const now = all.find(({ lastSeen }) => lastSeen === version);
    // Under an id that became another, a value that still holds is said again: no change.
    const earlier = all.filter((statement) => statement !== now && statement.value !== now?.value).map(({ value, firstSeen, lastSeen }) => ({ value, firstSeen, lastSeen }));
    return [{ field, value: now?.value ?? null, since: now?.firstSeen ?? "", correction: overrides.find((override) => override.field === field) ?? null, earlier }];
  });
}

function rulesOf({ deadlines, assignment: { lead, support, responsible } }: Task): string[] {
  return [...new Set([...deadlines, ...lead, ...support, ...responsible].flatMap(({ basis }) => basis))];
}

async function allLines<T>(path: string, key: "id" | "notice", id: string): Promise<T[]> {
  const index = await indexLines(path, key);
  try {
    return (await index.read(id)) as T[];
  } finally {
    await index.close();
  }
}

async function firstLine<T>(path: string, key: "id" | "notice", id: string): Promise<T | null> {
  return (await allLines<T>(path, key, id))[0] ?? null;
}
