/** Whether the delta of a version is what it must be: by the truth of the notices, and by the tables of both versions. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Change } from "../../src/dataset/edition.ts";
import type { Expected, Views } from "./notices/expected.ts";
import { surrogates } from "./notices/view.ts";

/** Columns that say where something stands or what was found about it, that repeat another table, or that belong to the run. */
const noValues = new Set(["result", "position", "ordinal", "file", "page", "place", "findings", "noticeId", "taskId", "noticeTitle", "tasks", "errors", "warnings", "characters", "unclaimed", "sha256", "parserVersion", "schemaVersion"]);
/** Parts that no table shows. */
const untabled = new Set(["columns", "sections", "rules", "unitLists", "further"]);

export function ndjson<T>(path: string): T[] {
  return readFileSync(path, "utf8").split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as T);
}

function csv(path: string): Record<string, string>[] {
  return parse(readFileSync(path), { columns: true });
}

const keyOf = ({ op, notice, task, field }: Pick<Change, "op" | "notice" | "task" | "field">): string => [op, task ?? notice, field ?? ""].join(" ").trimEnd();

/** One line for each change that is missing, invented, or has another cause or value. */
export function againstTruth(changes: readonly Change[], expected: readonly Expected[]): string[] {
  const found = new Map(changes.map((change) => [keyOf(change), change]));
  const troubles = found.size === changes.length ? [] : ["two changes of one value"];
  const meant = new Map(expected.map((change) => [keyOf(change), change]));
  for (const [key, want] of meant) {
    const is = found.get(key);
    if (is === undefined) troubles.push(`missing: ${key} (${want.causes.join(", ")})`);
    else troubles.push(...unlike(key, is, want));
  }
  for (const [key, is] of found) {
    // A corrected due date corrects the deadline it comes from.
    if (is.field === "deadlines" && is.causes.join() === "override" && found.get(keyOf({ ...is, field: "due" }))?.causes.includes("override") === true) continue;
    if (!meant.has(key)) troubles.push(`invented: ${key} (${is.causes.join(", ")}) ${JSON.stringify(is.before)} -> ${JSON.stringify(is.after)}`);
  }
  return troubles;
}

function unlike(key: string, is: Change, want: Expected): string[] {
  const troubles: string[] = [];
  if (is.causes.join() !== want.causes.join()) troubles.push(`${key}: caused by ${is.causes.join(", ")} for ${want.causes.join(", ")}`);
  if (!is.certain) troubles.push(`${key}: not certain`);
  if (want.field !== null && surrogates.has(want.field)) return troubles;
  if (is.before !== want.before || is.after !== want.after) troubles.push(`${key}: ${JSON.stringify([is.before, is.after])} for ${JSON.stringify([want.before, want.after])}`);
  return troubles;
}

/** One line for each task or notice that is published and should not be, or the other way round. */
export function idsAgainstTruth(version: string, views: Views): string[] {
  const tasks = csv(join(version, "tasks.csv")).map(({ taskId = "" }) => taskId);
  const notices = csv(join(version, "notices.csv")).map(({ noticeId = "" }) => noticeId);
  const all = [...views.values()];
  return [...unequal(new Set(tasks), new Set(all.flatMap((view) => [...view.tasks.values()].map(({ id }) => id)))), ...unequal(new Set(notices), new Set(all.map(({ id }) => id)))];
}

function unequal(is: ReadonlySet<string>, meant: ReadonlySet<string>): string[] {
  return [...[...meant].filter((id) => !is.has(id)).map((id) => `not published: ${id}`), ...[...is].filter((id) => !meant.has(id)).map((id) => `published: ${id}`)];
}

/** One line for each difference between the tables of two versions that no change names, and for each change that no table shows. */
export function againstTables(changes: readonly Change[], before: string, after: string): string[] {
  const troubles: string[] = [];
  const renamed = new Map(changes.filter(({ op }) => op === "REKEY").map(({ before: old, after: now }) => [String(old), String(now)]));
  const named = new Set(changes.map(keyOf));
  const shown = new Set<string>();
  const show = (change: Parameters<typeof keyOf>[0]): void => void shown.add(keyOf(change));
  const now = (id: string): string => renamed.get(id) ?? id;

  for (const [old, id] of renamed) show({ op: "REKEY", notice: noticeOf(old), task: id.includes("/") ? id : null, field: null });
  for (const table of ["notices", "tasks"] as const) {
    const key = table === "tasks" ? "taskId" : "noticeId";
    const [olds, news] = [before, after].map((version) => new Map(csv(join(version, `${table}.csv`)).map((row) => [row[key] ?? "", row])));
    const kept = new Set<string>();
    for (const [id, old] of olds ?? []) {
      const row = news?.get(now(id));
      const about = (one: string, field: string | null) => ({ notice: noticeOf(one), task: table === "tasks" ? one : null, field });
      if (row === undefined) show({ op: "DEL", ...about(id, null) });
      else {
        kept.add(now(id));
        for (const [column, value] of Object.entries(row)) if (!noValues.has(column) && !(table === "tasks" && column === "documentNumber") && value !== old[column]) show({ op: "MOD", ...about(now(id), column) });
      }
    }
    for (const id of news?.keys() ?? []) if (!kept.has(id)) show({ op: "ADD", notice: noticeOf(id), task: table === "tasks" ? id : null, field: null });
  }
  for (const [table, field] of [["assignments", "units"], ["deadlines", "deadlines"]] as const) {
    const [olds, news] = [before, after].map((version) => byTask(join(version, `${table}.csv`)));
    for (const id of csv(join(before, "tasks.csv")).map(({ taskId = "" }) => taskId)) {
      const task = now(id);
      if (!shown.has(keyOf({ op: "DEL", notice: "", task: id, field: null })) && olds?.get(id) !== news?.get(task)) show({ op: "MOD", notice: noticeOf(task), task, field });
    }
  }
  for (const key of shown) if (!named.has(key)) troubles.push(`the tables differ without a change: ${key}`);
  for (const change of changes) {
    const key = keyOf(change);
    if (!shown.has(key) && !untabled.has(change.field ?? "")) troubles.push(`a change that the tables do not show: ${key}`);
  }
  return troubles;
}

/** What the rows of a table say of each task, without the columns that repeat the task and those that composites leave out. */
function byTask(path: string): Map<string, string> {
  const repeated = new Set([...noValues, "documentNumber", "number", "text", "due", "basis"]);
  const keep = path.endsWith("assignments.csv") ? repeated : new Set([...repeated].filter((column) => column !== "text" && column !== "due"));
  const found = new Map<string, string>();
  for (const row of csv(path)) {
    const words = Object.entries(row).filter(([column]) => !keep.has(column)).map(([, value]) => value);
    found.set(row["taskId"] ?? "", `${found.get(row["taskId"] ?? "") ?? ""}${JSON.stringify(words)}`);
  }
  return found;
}

function noticeOf(id: string): string {
  return id.split("/")[0] ?? "";
}
