/** Corrections by people, apart from code: each holds only while the program still reads what the person saw. */
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import type { FlatValue } from "../../model/flat.ts";
import { placeSchema, type ParseResult, type Task } from "../../model/notice.ts";
import { reasonOf } from "../../text/reason.ts";
import { withoutBom } from "../../text/utf8.ts";
import { addTask, dropTask } from "./corrected-tasks.ts";
import type { AppliedOverride } from "../edition.ts";
import { valuesOf, type Values } from "../fields.ts";
import { Refusal } from "./refusal.ts";
import { settableFor, settableNames, taskFields } from "./settable.ts";

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const signature = { reason: z.string().min(1), person: z.string().min(1), date: z.iso.date() };

const settingSchema = z.strictObject({
  id: z.string().min(1).describe("Id of a task, or of a notice."),
  field: z.string().min(1),
  expected: value.describe("What the program reads; while it reads anything else, the correction rests."),
  value: value.describe("What holds instead."),
  ...signature,
});

const droppingSchema = z.strictObject({
  op: z.literal("drop").describe("What was read as a task is none."),
  id: z.string().regex(/\//u, "must be the id of a task"),
  expected: z.string().describe("The text of the task as the program reads it."),
  ...signature,
});

const addingSchema = z.strictObject({
  op: z.literal("add").describe("A task that the program did not see."),
  id: z.string().regex(/^[^/]+$/u, "must be the id of a notice"),
  after: z.string().nullable().describe("Id of the task behind which it stands; null: before all."),
  words: z.string().min(1).describe("Printed words of it that must stand in the source."),
  fields: z.record(z.string(), value).describe("Its values by field; text must be among them."),
  place: z.array(placeSchema).optional().describe("Where the words stand."),
  ...signature,
});

/** A correction of a value. */
export type Setting = z.infer<typeof settingSchema>;
export type Adding = z.infer<typeof addingSchema>;
/** A correction: of a value, or a task that is none, or one that was not seen. */
export type Override = Setting | z.infer<typeof droppingSchema> | Adding;

/** What is wrong with the file and where, line counted from 1. */
export interface OverrideTrouble {
  readonly line: number;
  readonly message: string;
}

/** Reads a YAML list of corrections. A file with anything wrong is not used at all; of two corrections of one value the later holds. */
export function readOverrides(text: string | null): { readonly overrides: readonly Override[]; readonly troubles: readonly OverrideTrouble[] } {
  const lines = new LineCounter();
  // Dates stay the words they are.
  const document = parseDocument(withoutBom(text ?? "[]"), { lineCounter: lines, prettyErrors: false, schema: "core" });
  const lineOf = (path: readonly PropertyKey[]): number => {
    const node: unknown = document.getIn(path.slice(0, 1), true);
    const range = typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range) ? (node.range as unknown[]) : [];
    return typeof range[0] === "number" ? lines.linePos(range[0]).line : 1;
  };
  if (document.errors.length > 0) return { overrides: [], troubles: document.errors.map(({ message, pos: [start] }) => ({ line: lines.linePos(start).line, message })) };
  let rows: unknown;
  try {
    rows = document.toJS({ maxAliasCount: 20 });
  } catch (error) {
    return { overrides: [], troubles: [{ line: 1, message: reasonOf(error) }] };
  }
  const list = z.array(z.unknown()).safeParse(rows ?? []);
  if (!list.success) return { overrides: [], troubles: [{ line: 1, message: list.error.issues[0]?.message ?? "" }] };
  const overrides: Override[] = [];
  const troubles: OverrideTrouble[] = [];
  for (const [i, row] of list.data.entries()) {
    const read = readOverride(row);
    if (typeof read !== "string") overrides.push(read);
    else troubles.push({ line: lineOf([i]), message: read });
  }
  return troubles.length > 0 ? { overrides: [], troubles } : { overrides: laterOnes(overrides), troubles: [] };
}

/** One row, or what is wrong with it. */
export function readOverride(row: unknown): Override | string {
  const op = typeof row === "object" && row !== null && "op" in row ? row.op : undefined;
  const schema: z.ZodType<Override> = op === undefined ? settingSchema : op === "drop" ? droppingSchema : addingSchema;
  const read = schema.safeParse(row);
  if (!read.success) {
    const [issue] = read.error.issues;
    return `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`;
  }
  return troubleOf(read.data) ?? read.data;
}

function troubleOf(override: Override): string | null {
  if ("field" in override) return wrongValue(override.id, override.field, override.value);
  if (override.op === "drop") return null;
  if (typeof override.fields["text"] !== "string") return "fields.text: must be there";
  const wrong = Object.entries(override.fields).map(([field, given]) => (field in taskFields ? wrongValue(`${override.id}/`, field, given) : `must be one of ${Object.keys(taskFields).join(", ")}`));
  const at = wrong.findIndex((one) => one !== null);
  return at < 0 ? null : `fields.${Object.keys(override.fields)[at] ?? ""}: ${wrong[at] ?? ""}`;
}

/** What is wrong with a value for a field of a task or notice; null: nothing. */
export function wrongValue(id: string, field: string, given: unknown): string | null {
  const issue = valueIssue(id, field, given);
  if (issue === "unknown") return `${field}: must be one of ${settableNames(id).join(", ")}`;
  return issue === null ? null : `value: ${issue.message}`;
}

/** The same as the schema says it; `unknown`: no such field can be set. */
export function valueIssue(id: string, field: string, given: unknown): z.core.$ZodIssue | "unknown" | null {
  const settable = settableFor(id, field);
  return settable === null ? "unknown" : (settable.schema.safeParse(given).error?.issues[0] ?? null);
}

/** The field that a correction is about; tasks that come or go are wholes. */
export function fieldOf(override: Override): string {
  return "field" in override ? override.field : "task";
}

/** What a correction is about: of two that are about the same, the later holds. */
export function subjectOf(override: Override): string {
  if ("field" in override) return `${override.id}\n${override.field}`;
  return override.op === "drop" ? `${override.id}\ndrop` : `${override.id}\nadd\n${override.words}`;
}

function laterOnes(overrides: readonly Override[]): Override[] {
  const last = new Map(overrides.map((override) => [subjectOf(override), override]));
  return overrides.filter((override) => last.get(subjectOf(override)) === override);
}

/** What became of the corrections of one notice. */
export interface Corrected {
  readonly result: ParseResult;
  readonly applied: readonly AppliedOverride[];
  /** The program reads something else than the person saw: the correction rests. `found` is what it reads. */
  readonly stale: readonly { readonly override: Override; readonly found: FlatValue }[];
  /** The result would no longer agree with itself, or with its source. */
  readonly refused: readonly { readonly override: Override; readonly reason: string }[];
}

/** Applies the corrections whose expected value still stands. `idOf` says which id an old one has become. */
export function applyOverrides(result: ParseResult, overrides: readonly Override[], idOf: (id: string) => string): Corrected {
  if (overrides.length === 0) return { result, applied: [], stale: [], refused: [] };
  const applying = new Applying(result, idOf);
  for (const override of overrides.filter((one) => "field" in one)) applying.set(override);
  for (const override of overrides.filter((one) => "op" in one)) applying.turn(override);
  return applying;
}

class Applying implements Corrected {
  readonly applied: AppliedOverride[] = [];
  readonly stale: { override: Override; found: FlatValue }[] = [];
  readonly refused: { override: Override; reason: string }[] = [];
  result: ParseResult;
  readonly #read: ParseResult;
  readonly #idOf: (id: string) => string;
  readonly #known: ReadonlyMap<string, Values>;

  constructor(result: ParseResult, idOf: (id: string) => string) {
    [this.result, this.#read, this.#idOf] = [result, result, idOf];
    const { id, values, tasks } = valuesOf(result);
    this.#known = new Map([[id, values], ...tasks.map((task) => [task.id, task.values] as const)]);
  }

  set(override: Setting): void {
    const id = this.#idOf(override.id);
    const values = this.#known.get(id);
    if (values === undefined) return;
    const task = this.#read.tasks.find((one) => one.id === id);
    const own = settableFor(override.id, override.field)?.read;
    const found = own === undefined || task === undefined ? (values[override.field] ?? null) : own(task);
    if (!isSame(found, override.expected)) {
      this.stale.push({ override, found });
      return;
    }
    const { field, value: after } = override;
    this.#take(override, withValue(this.result, id, override), { id, field, before: found, after });
  }

  /** Takes a task away, or adds one. */
  turn(override: Exclude<Override, Setting>): void {
    const id = this.#idOf(override.id);
    if (!this.#known.has(id)) return;
    if (override.op === "drop") {
      const text = this.#read.tasks.find((task) => task.id === id)?.text ?? null;
      if (text !== override.expected) this.stale.push({ override, found: text });
      else this.#take(override, dropTask(this.result, id), { id, field: "task", before: text, after: null });
      return;
    }
    const after = override.after === null ? null : this.#idOf(override.after);
    const next = addTask(this.result, { ...override, after });
    const added = next instanceof Refusal ? undefined : next.tasks.find((task) => !this.result.tasks.some((one) => one.id === task.id));
    this.#take(override, next, { id: added?.id ?? id, field: "task", before: null, after: added?.text ?? null });
  }

  #take(override: Override, next: ParseResult | Refusal, told: Pick<AppliedOverride, "id" | "field" | "before" | "after">): void {
    if (next instanceof Refusal) {
      this.refused.push({ override, reason: next.reason });
      return;
    }
    this.result = next;
    const { reason, person, date } = override;
    this.applied.push({ ...told, reason, person, date });
  }
}

/** Numbers that the file gives without quotes are the words that were printed. */
function isSame(found: FlatValue, expected: FlatValue): boolean {
  return found === null || expected === null ? found === expected : String(found) === String(expected);
}

function withValue(result: ParseResult, id: string, { id: named, field, value: given }: Setting): ParseResult | Refusal {
  const settable = settableFor(named, field);
  if (settable === null) return new Refusal(`${field} cannot be set`);
  if (settable.of === "notice") {
    const notice = settable.set(result.notice, given);
    return notice instanceof Refusal ? notice : { ...result, notice };
  }
  const tasks: Task[] = [];
  for (const task of result.tasks) {
    const next = task.id === id ? settable.set(task, given) : task;
    if (next instanceof Refusal) return next;
    tasks.push(next);
  }
  return { ...result, tasks };
}
