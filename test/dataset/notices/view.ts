/** The truth of a notice as the flat columns that a dataset compares. Units stand for themselves as printed: their full names are the parser's business. */
import { taskIds } from "../../../src/normalise/identity.ts";
import { clauseOf, isTable, planOf, tasksOf, titleOf, truthOf, type Made, type Truth } from "./notice.ts";
import { gridOf } from "./page.ts";

/** Values of which only it is compared that they change: the dataset gives full names, composites and digests. */
export const surrogates: ReadonlySet<string> = new Set(["lead", "support", "responsible", "units", "deadlines", "columns", "sections"]);

export type Fields = Readonly<Record<string, string | number | boolean | null>>;

export interface TaskView {
  readonly id: string;
  readonly fields: Fields;
}

/** A notice as read; tasks by their uid. */
export interface NoticeView {
  readonly id: string;
  readonly fields: Fields;
  readonly tasks: ReadonlyMap<string, TaskView>;
}

export function idOf({ region, year, serial }: Made): string {
  return `${region.code}-${year}-${serial}`;
}

/** Units and times of which the words are printed elsewhere, in a merged cell. */
interface Inherited {
  readonly units: boolean;
  readonly time: boolean;
}

export function viewOf(made: Made): NoticeView {
  const id = idOf(made);
  const inherited = inheritedOf(made);
  const fields = truthOf(made).map((truth, i) => [truth.task.uid, fieldsOf(truth, made, inherited[i] ?? { units: false, time: false })] as const);
  return withIds(id, { title: titleOf(made), enclosure: planOf(made), dateIssued: made.date, sections: JSON.stringify([planOf(made), made.phone]) }, fields);
}

/** Tasks with the ids that follow from their fields. */
export function withIds(id: string, notice: Fields, tasks: readonly (readonly [string, Fields])[]): NoticeView {
  const words = (value: Fields[string] | undefined): string | null => (value == null ? null : String(value));
  const ids = taskIds(id, tasks.map(([, fields]) => ({ group: null, number: words(fields["number"]), label: words(fields["label"]), text: words(fields["text"]) ?? "" })));
  return { id, fields: notice, tasks: new Map(tasks.map(([uid, fields], i) => [uid, { id: ids[i] ?? "", fields }])) };
}

function fieldsOf({ number, label, heading, text, section, task }: Truth, { layout }: Made, inherited: Inherited): Fields {
  const list = (units: readonly string[]): string | null => (units.length === 0 ? null : units.join("；"));
  const { words, due, ongoing } = task.time;
  return {
    number, label, heading, text, path: section, lead: list(task.lead), support: list(task.support), responsible: list(task.responsible),
    allocation: allocationOf(task, layout), allocationBasis: !isTable(layout) ? "clause" : inherited.units ? "inherited" : "cell",
    time: words, due, ongoing,
    units: JSON.stringify([task.lead, task.support, task.responsible]), deadlines: JSON.stringify([words, inherited.time]),
    columns: isTable(layout) ? JSON.stringify([section, number, text, task.lead, task.support, task.responsible, words]) : null,
  };
}

function allocationOf(task: Truth["task"], layout: Made["layout"]): string {
  if (layout === "table") return task.responsible.join("、");
  if (layout === "lead-table") return `${task.lead.join("、")}\n${task.support.join("、")}`;
  return layout === "brackets" ? clauseOf(task) : `由${task.lead.join("、")}牵头，${task.support.join("、")}配合`;
}

/** The third column from the left holds the words, the next the units that answer or lead, the last the time. */
function inheritedOf(made: Made): Inherited[] {
  if (!isTable(made.layout)) return tasksOf(made).map(() => ({ units: false, time: false }));
  return gridOf(made).rows.map((row) => ({ units: row[3] === null, time: row.at(-1) === null }));
}
