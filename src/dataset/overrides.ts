/** Corrections by people, apart from code: each holds only while the program still reads what the person saw. */
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import type { FlatValue } from "../model/flat.ts";
import type { ParseResult, Task } from "../model/notice.ts";
import { reasonOf } from "../text/reason.ts";
import { Refusal } from "./corrected-due.ts";
import type { AppliedOverride } from "./edition.ts";
import { valuesOf, type Values } from "./fields.ts";
import { noticeFields, taskFields } from "./settable.ts";

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const overrideSchema = z.strictObject({
  id: z.string().min(1).describe("Id of a task, or of a notice."),
  field: z.string().min(1),
  expected: value.describe("What the program reads; while it reads anything else, the correction rests."),
  value: value.describe("What holds instead."),
  reason: z.string().min(1),
  person: z.string().min(1),
  date: z.iso.date(),
});

/** A correction. */
export type Override = z.infer<typeof overrideSchema>;

/** What is wrong with the file and where, line counted from 1. */
export interface OverrideTrouble {
  readonly line: number;
  readonly message: string;
}

/** Reads a YAML list of corrections. A file with anything wrong is not used at all. */
export function readOverrides(text: string | null): { readonly overrides: readonly Override[]; readonly troubles: readonly OverrideTrouble[] } {
  const lines = new LineCounter();
  // Dates stay the words they are.
  const document = parseDocument(text ?? "[]", { lineCounter: lines, prettyErrors: false, schema: "core" });
  const lineOf = (path: readonly PropertyKey[]): number => {
    const node: unknown = document.getIn(path.slice(0, 1), true);
    const range = typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range) ? (node.range as unknown[]) : [];
    return typeof range[0] === "number" ? lines.linePos(range[0]).line : 1;
  };
  if (document.errors.length > 0) return { overrides: [], troubles: document.errors.map(({ message, pos: [start] }) => ({ line: lines.linePos(start).line, message })) };
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 20 });
  } catch (error) {
    return { overrides: [], troubles: [{ line: 1, message: reasonOf(error) }] };
  }
  const read = z.array(overrideSchema).safeParse(value ?? []);
  if (!read.success) return { overrides: [], troubles: read.error.issues.map(({ path, message }) => ({ line: lineOf(path), message: `${path.slice(1).join(".")}: ${message}` })) };
  const troubles = read.data.flatMap((override, i) => troublesOf(override, read.data.slice(0, i)).map((message) => ({ line: lineOf([i]), message })));
  return troubles.length > 0 ? { overrides: [], troubles } : { overrides: read.data, troubles: [] };
}

function troublesOf({ id, field, value: given }: Override, earlier: readonly Override[]): string[] {
  if (earlier.some((other) => other.id === id && other.field === field)) return [`${id} ${field}: a second correction of the same value`];
  const settable = fieldsFor(id)[field];
  if (settable === undefined) return [`${field}: must be one of ${Object.keys(fieldsFor(id)).join(", ")}`];
  const read = settable.schema.safeParse(given);
  return read.success ? [] : [`value: ${read.error.issues[0]?.message ?? ""}`];
}

/** Ids of tasks have the id of their notice before a slash. */
function fieldsFor(id: string): Readonly<Record<string, { readonly schema: z.ZodType<FlatValue> }>> {
  return id.includes("/") ? taskFields : noticeFields;
}

/** What became of the corrections of one notice. */
export interface Corrected {
  readonly result: ParseResult;
  readonly applied: readonly AppliedOverride[];
  /** The program reads something else than the person saw: the correction rests. `found` is what it reads. */
  readonly stale: readonly { readonly override: Override; readonly found: FlatValue }[];
  /** The result would no longer agree with itself. */
  readonly refused: readonly { readonly override: Override; readonly reason: string }[];
}

/** Applies the corrections whose expected value still stands. `idOf` says which id an old one has become. */
export function applyOverrides(result: ParseResult, overrides: readonly Override[], idOf: (id: string) => string): Corrected {
  if (overrides.length === 0) return { result, applied: [], stale: [], refused: [] };
  const read = valuesOf(result);
  const known = new Map<string, Values>([[read.id, read.values], ...read.tasks.map((task) => [task.id, task.values] as const)]);
  const [applied, stale]: [AppliedOverride[], { override: Override; found: FlatValue }[]] = [[], []];
  const refused: { override: Override; reason: string }[] = [];
  let corrected = result;
  for (const override of overrides) {
    const id = idOf(override.id);
    const values = known.get(id);
    if (values === undefined) continue;
    const found = values[override.field] ?? null;
    if (!isSame(found, override.expected)) {
      stale.push({ override, found });
      continue;
    }
    const next = withValue(corrected, id, override);
    if (next instanceof Refusal) {
      refused.push({ override, reason: next.reason });
      continue;
    }
    corrected = next;
    const { field, value: after, reason, person, date } = override;
    applied.push({ id, field, before: found, after, reason, person, date });
  }
  return { result: corrected, applied, stale, refused };
}

/** Numbers that the file gives without quotes are the words that were printed. */
function isSame(found: FlatValue, expected: FlatValue): boolean {
  return found === null || expected === null ? found === expected : String(found) === String(expected);
}

function withValue(result: ParseResult, id: string, { field, value: given }: Override): ParseResult | Refusal {
  if (id === result.notice.id) {
    const notice = noticeFields[field]?.set(result.notice, given) ?? result.notice;
    return notice instanceof Refusal ? notice : { ...result, notice };
  }
  const tasks: Task[] = [];
  for (const task of result.tasks) {
    const next = task.id === id ? (taskFields[field]?.set(task, given) ?? task) : task;
    if (next instanceof Refusal) return next;
    tasks.push(next);
  }
  return { ...result, tasks };
}
