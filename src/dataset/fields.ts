/** What is compared between two versions: every published value of a notice and its tasks, without places and running positions. */
import { flatten } from "../emit/flatten.ts";
import type { FlatRow, FlatValue } from "../model/flat.ts";
import type { Deadline, ParseResult, Task } from "../model/notice.ts";
import { sha256 } from "../text/digest.ts";

/** Values by field. */
export type Values = Readonly<Record<string, FlatValue>>;

/** A task as it is compared. */
export interface TaskValues {
  readonly id: string;
  readonly values: Values;
}

/** A notice as it is compared; its tasks in reading order. */
export interface NoticeValues {
  readonly id: string;
  readonly values: Values;
  readonly tasks: readonly TaskValues[];
}

/** Columns that say where a row stands, or repeat another table. */
const noValues: ReadonlySet<string> = new Set(
  "result ordinal position file page place findings noticeId taskId noticeTitle tasks errors warnings characters unclaimed sha256 parserVersion schemaVersion".split(" "),
);
const repeatedInTasks: ReadonlySet<string> = new Set(["documentNumber"]);

/** The values of a result. */
export function valuesOf(result: ParseResult): NoticeValues {
  const rows = flatten(result, 1);
  const [notice = {}] = rows.notices;
  return {
    id: result.notice.id,
    values: { ...valuesIn(notice), ...compositesOf(result) },
    tasks: result.tasks.map((task, i) => ({ id: task.id, values: { ...valuesIn(rows.tasks[i] ?? {}, repeatedInTasks), ...taskComposites(task) } })),
  };
}

function valuesIn(row: FlatRow, without: ReadonlySet<string> = new Set()): Values {
  return Object.fromEntries(Object.entries(row).filter(([key]) => !noValues.has(key) && !without.has(key)));
}

/** What the columns of a task do not say. */
function taskComposites({ assignment, deadlines, columns }: Task): Values {
  const { lead, support, responsible, others } = assignment;
  const units = [
    ...[lead, support, responsible].flatMap((list, i) => list.map((unit) => ({ role: ["lead", "support", "responsible"][i] ?? "", unit }))),
    ...others.map(({ role, unit }) => ({ role, unit })),
  ].map(({ role, unit: { name, text, kind, function: id, division, members } }) => [role, name, text, kind, id, division, members]);
  return { units: compact(units), deadlines: compact(deadlines.map(meaningOf)), columns: compact(columns.map(({ header, text }) => [header, text])) };
}

function meaningOf(deadline: Deadline): object {
  return Object.fromEntries(Object.entries(deadline).filter(([key]) => key !== "place" && key !== "basis"));
}

/** Parts of a notice that no column holds. Long texts: whether they are the same, not what they say. */
function compositesOf({ notice }: ParseResult): Values {
  const { sections, rules, unitLists, further, period } = notice;
  return {
    period: period === null ? null : compact([meaningOf(period)]),
    sections: digestOf(sections),
    rules: digestOf(rules),
    unitLists: digestOf(unitLists),
    further: digestOf(further),
  };
}

/** `12 × 3fa9c2d1e5b7a810`: how many, and a hash of what they say. */
function digestOf(parts: readonly object[]): string | null {
  if (parts.length === 0) return null;
  const said = JSON.stringify(parts, (key, value: unknown) => (key === "place" || key === "basis" ? undefined : value));
  return `${parts.length} × ${sha256(said).slice(0, 16)}`;
}

function compact(list: readonly unknown[]): string | null {
  return list.length === 0 ? null : JSON.stringify(list);
}
