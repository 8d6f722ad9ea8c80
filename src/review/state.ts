/** One notice as it stands for its reviewer: the reading, what people corrected and confirmed, and what should be looked at. */
import { applyOverrides, type Adding, type Corrected, type Override } from "../dataset/correct/overrides.ts";
import { valuesOf, type NoticeValues, type TaskValues, type Values } from "../dataset/fields.ts";
import { settableFor } from "../dataset/correct/settable.ts";
import { doubtOf, foundIn, isDoubtful, levelOrder, type Level } from "../emit/report/entries.ts";
import type { Language } from "../model/finding.ts";
import type { FlatValue } from "../model/flat.ts";
import type { ParseResult, Task } from "../model/notice.ts";
import { sha256 } from "../text/digest.ts";
import type { Stored } from "./store.ts";

/** How far a person got with a task; `again`: it was confirmed, and reads otherwise now. */
export type Standing = "open" | "finding" | "confirmed" | "corrected" | "again";

/** A task as it stands. */
export interface TaskState {
  readonly task: Task;
  /** Position among the tasks that were read; null for one that a person added. */
  readonly read: number | null;
  readonly standing: Standing;
  /** What a confirmation of all of it holds for. */
  readonly key: string;
  /** Corrections of its values by field. */
  readonly corrections: Readonly<Record<string, { readonly before: FlatValue; readonly person: string; readonly reason: string; readonly date: string }>>;
  /** Fields that a person confirmed by themselves, and that still say the same. */
  readonly confirmed: ReadonlySet<string>;
  /** The correction that added it. */
  readonly added: Adding | null;
  /** Names of marks by what carries the place: units and deadlines that a correction keeps, keep their mark. */
  readonly markOf: (place: object) => string | null;
}

/** A thing to look at. */
export interface FindingState {
  readonly level: Level;
  readonly code: string;
  readonly message: string;
  readonly where: string;
  /** Id of the task it is about, else null. */
  readonly task: string | null;
  readonly name: string | null;
  /** `diagnostics.3`, `tasks.4.deadlines.0`: the name of its mark. */
  readonly mark: string;
  readonly words: string | null;
  /** Field under which it is confirmed, and the key. */
  readonly field: string;
  readonly key: string;
  readonly settled: boolean;
}

/** All of a notice. */
export interface NoticeState {
  readonly read: ParseResult;
  readonly result: ParseResult;
  readonly corrected: Corrected;
  readonly tasks: readonly TaskState[];
  readonly findings: readonly FindingState[];
  readonly dropped: readonly { readonly id: string; readonly text: string; readonly reason: string; readonly person: string }[];
  readonly counts: { readonly tasks: number; readonly open: number; readonly corrected: number; readonly confirmed: number };
}

/** Puts a reading and the work of people together. */
export function stateOf(read: ParseResult, { overrides, reviews }: Pick<Stored, "overrides" | "reviews">, language: Language): NoticeState {
  const own = overrides.filter(({ id }) => id === read.notice.id || id.startsWith(`${read.notice.id}/`));
  const applied = applyOverrides(read, own, (id) => id);
  const added = addedBy(applied, own);
  const corrected = { ...applied, stale: [...applied.stale, ...homeless(read, own)] };
  const { result } = corrected;
  const last = new Map(reviews.map((review) => [`${review.id}\n${review.field ?? ""}`, review]));
  const verdict = (id: string, field: string | null, key: string): "none" | "holds" | "stale" => {
    const review = last.get(`${id}\n${field ?? ""}`);
    return review?.verdict !== "confirmed" ? "none" : review.key === key ? "holds" : "stale";
  };
  const reviewed = new Map<string, string[]>();
  for (const { id, field } of last.values()) if (field !== null && !field.startsWith("finding/")) reviewed.set(id, [...(reviewed.get(id) ?? []), field]);
  const findings = findingsOf(read, language).map((finding) => ({ ...finding, settled: verdict(finding.task ?? read.notice.id, finding.field, finding.key) === "holds" }));
  const pressing = new Set(findings.flatMap(({ task, level, settled }) => (task === null || settled || level === "info" ? [] : [task])));
  const positions = new Map(read.tasks.map((task, i) => [task.id, i]));
  const values = valuesIn(result).tasks;
  const byTask = Map.groupBy(corrected.applied, ({ id }) => id);
  const tasks = result.tasks.map((task, i): TaskState => {
    const key = keyOfTask(values[i]);
    const corrections = Object.fromEntries((byTask.get(task.id) ?? []).map(({ field, before, person, reason, date }) => [field, { before, person, reason, date }]));
    const looked = verdict(task.id, null, key);
    const standing = looked === "holds" ? "confirmed" : looked === "stale" ? "again" : pressing.has(task.id) ? "finding" : Object.keys(corrections).length > 0 ? "corrected" : "open";
    const position = positions.get(task.id) ?? null;
    const confirmed = new Set(reviewed.get(task.id)?.filter((field) => verdict(task.id, field, keyOfField(result, task.id, field)) === "holds"));
    return { task, read: position, standing, key, corrections, confirmed, added: added.get(task.id) ?? null, markOf: marksOfTask(position === null ? undefined : read.tasks[position]) };
  });
  const dropped = corrected.applied.filter(({ field, after }) => field === "task" && after === null).map(({ id, before, reason, person }) => ({ id, text: String(before), reason, person }));
  return {
    read,
    result,
    corrected,
    tasks,
    findings: [...findings.filter(({ settled }) => !settled), ...findings.filter(({ settled }) => settled)],
    dropped,
    counts: {
      tasks: tasks.length,
      open: findings.filter(({ settled, level }) => !settled && level !== "info").length + corrected.stale.length + corrected.refused.length,
      corrected: corrected.applied.length,
      confirmed: tasks.filter(({ standing }) => standing === "confirmed").length,
    },
  };
}

/** Corrections of a task that is not there (any more): they rest, and that is said. */
function homeless({ notice, tasks }: ParseResult, own: readonly Override[]): { override: Override; found: FlatValue }[] {
  const known = new Set([notice.id, ...tasks.map(({ id }) => id)]);
  return own.flatMap((override) => (known.has(override.id) ? [] : [{ override, found: null }]));
}

/** The tasks that were added, by their ids: they come in the order of the corrections. */
function addedBy({ applied, refused }: Corrected, own: readonly Override[]): ReadonlyMap<string, Adding> {
  const adding = own.filter((override) => "op" in override && override.op === "add" && !refused.some((one) => one.override === override)) as Adding[];
  const ids = applied.filter(({ field, before }) => field === "task" && before === null).map(({ id }) => id);
  return new Map(ids.flatMap((id, i) => (adding[i] === undefined ? [] : [[id, adding[i]] as const])));
}

/** What a confirmation of one value holds for. */
export function keyOfField(result: ParseResult, id: string, field: string): string {
  return shortHash([field, valueIn(result, id, field) ?? null]);
}

/** What a confirmation of a task holds for: all that is said of it. */
function keyOfTask(task: TaskValues | undefined): string {
  return shortHash(task?.values ?? null);
}

function shortHash(value: unknown): string {
  return sha256(JSON.stringify(value)).slice(0, 16);
}

const flattened = new WeakMap<ParseResult, NoticeValues>();

/** The values of a result in the fields of a dataset. A result is flattened once, however often it is asked. */
export function valuesIn(result: ParseResult): NoticeValues {
  const values = flattened.get(result) ?? valuesOf(result);
  flattened.set(result, values);
  return values;
}

const indexed = new WeakMap<ParseResult, { readonly tasks: ReadonlyMap<string, Task>; readonly values: ReadonlyMap<string, Values> }>();

/** Tasks and their values by id; made once a result. */
function indexOf(result: ParseResult): { readonly tasks: ReadonlyMap<string, Task>; readonly values: ReadonlyMap<string, Values> } {
  const known = indexed.get(result) ?? { tasks: new Map(result.tasks.map((task) => [task.id, task])), values: new Map(valuesIn(result).tasks.map(({ id, values }) => [id, values])) };
  indexed.set(result, known);
  return known;
}

/** A value as it stands in a result. */
export function valueIn(result: ParseResult, id: string, field: string): FlatValue | undefined {
  const { tasks, values: ofTasks } = indexOf(result);
  const task = tasks.get(id);
  const read = task === undefined ? undefined : settableFor(id, field)?.read;
  if (task !== undefined && read !== undefined) return read(task);
  const values = id === result.notice.id ? valuesIn(result).values : ofTasks.get(id);
  return values?.[field];
}

/** The corrections of a notice that are about one value. */
export function correctionOf(overrides: readonly Override[], id: string, field: string): Override | null {
  return overrides.find((override) => "field" in override && override.id === id && override.field === field) ?? null;
}

function marksOfTask(task: Task | undefined): TaskState["markOf"] {
  const names = new Map<object, string>();
  if (task !== undefined) {
    const { lead, support, responsible, others, people } = task.assignment;
    for (const [role, units] of Object.entries({ lead, support, responsible })) units.forEach(({ place }, k) => names.set(place, `${role}.${k}`));
    others.forEach(({ unit }, k) => names.set(unit.place, `others.${k}`));
    people.forEach((person, k) => names.set(person, `people.${k}`));
    task.deadlines.forEach(({ place }, k) => names.set(place, `deadlines.${k}`));
  }
  return (place) => names.get(place) ?? null;
}

function findingsOf(read: ParseResult, language: Language): Omit<FindingState, "settled">[] {
  const told = foundIn(read, language).slice(0, read.diagnostics.length);
  const findings = told.map(({ task, entry }, i) => ({ task, entry, mark: `diagnostics.${i}`, words: read.diagnostics[i]?.actual ?? null }));
  const doubts = read.tasks.flatMap((task, i) =>
    task.deadlines.flatMap((deadline, k) => (isDoubtful(deadline) ? [{ task, entry: { level: "doubt" as const, code: "deadline/doubt", message: doubtOf(deadline, language), where: "", task: task.number ?? task.label }, mark: `tasks.${i}.deadlines.${k}`, words: deadline.text }] : [])),
  );
  const seen = new Map<string, number>();
  const all = [...findings, ...doubts].map(({ task, entry, mark, words }) => {
    const same = JSON.stringify([entry.code, task?.id ?? null, words]);
    const before = seen.get(same) ?? 0;
    seen.set(same, before + 1);
    // Of several that say the same of the same, each is a finding of its own.
    const about = [entry.code, task?.id ?? null, words, ...(before === 0 ? [] : [before])];
    return { level: entry.level, code: entry.code, message: entry.message, where: entry.where, task: task?.id ?? null, name: entry.task, mark, words, field: `finding/${entry.code}/${shortHash(about).slice(0, 8)}`, key: shortHash([...about, entry.message]) };
  });
  return levelOrder.flatMap((level) => all.filter((finding) => finding.level === level));
}
