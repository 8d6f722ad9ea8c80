/** What a delta must say, from the truth alone: no text is compared with another here, each task is known by its uid. */
import type { Cause, Change } from "../../../src/dataset/edition.ts";
import type { Fields, NoticeView, TaskView } from "./view.ts";

/** Notices as published, by their name in the world. */
export type Views = ReadonlyMap<string, NoticeView>;

/** What is published once one more of sources, parser, lookups, overrides is the new one. */
export interface Step {
  readonly cause: Cause;
  readonly views: Views;
}

export type Expected = Pick<Change, "op" | "notice" | "task" | "field" | "causes" | "before" | "after">;

/** The changes from what was published along the steps, in no order. */
export function expectedChanges(before: Views, steps: readonly Step[]): Expected[] {
  const names = new Set([...before.keys(), ...steps.flatMap(({ views }) => [...views.keys()])]);
  return [...names].flatMap((name) => ofNotice(before.get(name), steps.map(({ cause, views }) => [cause, views.get(name)] as const)));
}

type Path<T> = readonly (readonly [Cause, T])[];

function ofNotice(first: NoticeView | undefined, path: Path<NoticeView | undefined>): Expected[] {
  const last = path.at(-1)?.[1];
  const notice = (last ?? first)?.id ?? "";
  const uids = new Set([first, ...path.map(([, view]) => view)].flatMap((view) => [...(view?.tasks.keys() ?? [])]));
  const tasks = [...uids].flatMap((uid) => ofTask(notice, first?.tasks.get(uid), path.map(([cause, view]) => [cause, view?.tasks.get(uid)] as const)));
  return [...ofWhole(notice, first, path), ...tasks];
}

function ofWhole(notice: string, first: NoticeView | undefined, path: Path<NoticeView | undefined>): Expected[] {
  const last = path.at(-1)?.[1];
  const title = (view: NoticeView): Expected["before"] => view.fields["title"] ?? null;
  if (first === undefined && last === undefined) return [];
  if (first === undefined && last !== undefined) return [{ op: "ADD", notice, task: null, field: null, before: null, after: title(last), causes: causesOf(undefined, path, (view) => view !== undefined) }];
  if (first !== undefined && last === undefined) return [{ op: "DEL", notice, task: null, field: null, before: title(first), after: null, causes: causesOf(first, path, (view) => view !== undefined) }];
  return fieldChanges(notice, null, first, path);
}

function ofTask(notice: string, first: TaskView | undefined, path: Path<TaskView | undefined>): Expected[] {
  const last = path.at(-1)?.[1];
  const there = (view: TaskView | undefined): boolean => view !== undefined;
  const words = (view: TaskView): Expected["before"] => view.fields["text"] ?? null;
  if (first === undefined) return last === undefined ? [] : [{ op: "ADD", notice, task: last.id, field: null, before: null, after: words(last), causes: causesOf(first, path, there) }];
  if (last === undefined) return [{ op: "DEL", notice, task: first.id, field: null, before: words(first), after: null, causes: causesOf(first, path, there) }];
  const rekey: Expected[] = first.id === last.id ? [] : [{ op: "REKEY", notice, task: last.id, field: null, before: first.id, after: last.id, causes: causesOf(first, path, (view) => view?.id) }];
  return [...rekey, ...fieldChanges(notice, last.id, first, path)];
}

function fieldChanges(notice: string, task: string | null, first: { readonly fields: Fields } | undefined, path: Path<{ readonly fields: Fields } | undefined>): Expected[] {
  const last = path.at(-1)?.[1];
  return Object.keys(first?.fields ?? {}).flatMap((field) => {
    const [before, after] = [first?.fields[field] ?? null, last?.fields[field] ?? null];
    return before === after ? [] : [{ op: "MOD" as const, notice, task, field, before, after, causes: causesOf(first, path, (view) => view?.fields[field]) }];
  });
}

/** The causes of the steps in which a value becomes another one. */
function causesOf<T>(first: T, path: Path<T>, value: (view: T) => unknown): Cause[] {
  let now = value(first);
  return path.flatMap(([cause, view]) => {
    const next = value(view);
    if (next === now) return [];
    now = next;
    return [cause];
  });
}
