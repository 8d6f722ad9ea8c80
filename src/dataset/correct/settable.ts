/** The fields that people may correct, and how a value gets into a result. One row a field; values are those of the flat tables. */
import { z } from "zod";
import { deadlineSchema, taskSchema, unitSchema, type Assignment, type Deadline, type Notice, type Task, type Unit } from "../../model/notice.ts";
import type { FlatValue } from "../../model/flat.ts";
import { taskDue } from "../../normalise/deadlines/due.ts";
import { corrected, withDue } from "./corrected-due.ts";
import { Refusal } from "./refusal.ts";

/** A field of `T`: what values it takes, and a copy with another value. */
interface Settable<T> {
  readonly schema: z.ZodType<FlatValue>;
  /** Refused where the value and the rest of the result would disagree. */
  readonly set: (whole: T, value: FlatValue) => T | Refusal;
  /** What is read, of fields that no column holds. */
  readonly read?: (whole: T) => FlatValue;
}

const day = z.iso.date().nullable();
/** YAML reads digits without quotes as a number. */
const words = z.preprocess((given) => (typeof given === "number" ? String(given) : given), z.string().min(1));
const maybe = words.nullable();

function settable<T, V extends FlatValue>(schema: z.ZodType<V>, set: (whole: T, value: V) => T | Refusal): Settable<T> {
  return { schema, set: (whole, value) => set(whole, schema.parse(value)) };
}

/** Names parted by ；. A unit that was read stays as it is; a new one is known by its name alone. */
function unitsOf(value: string | null, before: readonly Unit[]): Unit[] {
  return partsOf(value).map((name) => unitOf(name, before));
}

function unitOf(name: string, before: readonly Unit[]): Unit {
  return before.find((unit) => unit.name === name) ?? unitSchema.parse({ text: name, name, kind: "other", function: null, division: null, members: [], basis: ["override"], place: [] });
}

function partsOf(value: string | null): string[] {
  return (value ?? "").split(/[；;]/u).map((part) => part.trim()).filter((part) => part !== "");
}

const roles = ["lead", "support", "responsible"] as const;

/** 指导：市财政局；督导：市审计局. */
const othersForm = /^[^：:；;]+[：:][^；;]+(?:[；;][^：:；;]+[：:][^；;]+)*$/u;
const others = z.string().regex(othersForm, "must be role：unit, several parted by ；").nullable();

function othersOf(value: string | null, before: readonly Unit[]): Assignment["others"] {
  return partsOf(value).map((part) => {
    const [role = "", name = ""] = part.split(/[：:]/u, 2).map((one) => one.trim());
    return { role, unit: unitOf(name, before) };
  });
}

/** 张三（责任人）；李四（县住建局 责任人). */
const personForm = /^([^（）()]+)[（(]([^（）()]+)[）)]$/u;
/** Several of them, or blank parts between two ；. Written so that it is the pattern of an input of HTML too. */
const peopleForm = /^(?:\s*[^\s（）\u0028\u0029；;][^（）\u0028\u0029；;]*[（\u0028][^（）\u0028\u0029；;]+[）\u0029]\s*|\s*)(?:[；;](?:\s*[^\s（）\u0028\u0029；;][^（）\u0028\u0029；;]*[（\u0028][^（）\u0028\u0029；;]+[）\u0029]\s*|\s*))*$/u;
const people = z.string().regex(peopleForm, "must be name（role） or name（unit role）, several parted by ；").nullable();

function peopleOf(value: string | null): Assignment["people"] {
  return partsOf(value).map((part) => {
    const [, name = "", told = ""] = personForm.exec(part) ?? [];
    const blank = told.lastIndexOf(" ");
    return { name: name.trim(), role: told.slice(blank + 1), unit: blank < 0 ? null : told.slice(0, blank) };
  });
}

const withAssignment = (task: Task, part: Partial<Assignment>): Task => ({ ...task, assignment: { ...task.assignment, ...part } });

export const taskFields: Readonly<Record<string, Settable<Task>>> = {
  kind: settable(taskSchema.shape.kind, (task, kind) => ({ ...task, kind })),
  number: settable(maybe, (task, number) => ({ ...task, number })),
  label: settable(maybe, (task, label) => ({ ...task, label })),
  group: settable(maybe, (task, group) => ({ ...task, group })),
  path: settable(maybe, (task, path) => ({ ...task, path: (path ?? "").split(" / ").filter((part) => part !== "") })),
  heading: settable(maybe, (task, heading) => ({ ...task, heading })),
  text: settable(words, (task, text) => ({ ...task, text })),
  weight: settable(z.number().nullable(), (task, weight) => ({ ...task, weight })),
  due: settable(day, withDue),
  openEnded: settable(z.boolean(), (task, openEnded) => withAssignment(task, { openEnded })),
  byDuty: settable(z.boolean(), (task, byDuty) => withAssignment(task, { byDuty })),
  ...Object.fromEntries(roles.map((role) => [role, settable<Task, string | null>(maybe, (task, names) => withAssignment(task, { [role]: unitsOf(names, allUnits(task)) }))])),
  others: settable<Task, string | null>(others, (task, given) => withAssignment(task, { others: othersOf(given, allUnits(task)) })),
  people: settable<Task, string | null>(people, (task, given) => withAssignment(task, { people: peopleOf(given) })),
};

export const noticeFields: Readonly<Record<string, Settable<Notice>>> = {
  title: settable(maybe, (notice, title) => ({ ...notice, title })),
  issuers: settable(maybe, (notice, issuers) => ({ ...notice, issuers: partsOf(issuers) })),
  addressees: settable(maybe, (notice, addressees) => ({ ...notice, addressees: partsOf(addressees) })),
  enclosure: settable(maybe, (notice, enclosure) => ({ ...notice, enclosure })),
  dateIssued: settable(day, (notice, dateIssued) => ({ ...notice, dateIssued })),
  datePublished: settable(day, (notice, datePublished) => ({ ...notice, datePublished })),
  draft: settable(z.boolean(), (notice, draft) => ({ ...notice, draft })),
  indexNumber: settable(maybe, (notice, indexNumber) => ({ ...notice, indexNumber })),
  validity: settable(maybe, (notice, validity) => ({ ...notice, validity })),
};

/** What may be set of one deadline: `deadlines.0.due`. */
const deadlineFields: Readonly<Record<string, Settable<Deadline>>> = {
  kind: settable(deadlineSchema.shape.kind, (deadline, kind) => ({ ...deadline, kind })),
  start: settable(day, (deadline, start) => (start !== null && deadline.due !== null && start > deadline.due ? new Refusal(`it ends on ${deadline.due}`) : { ...deadline, start, edtf: null })),
  due: settable(day, corrected),
  rrule: settable(maybe, (deadline, rrule) => ({ ...deadline, rrule, edtf: null })),
  duration: settable(maybe, (deadline, duration) => ({ ...deadline, duration })),
  action: settable(maybe, (deadline, action) => ({ ...deadline, action })),
  appliesTo: settable(maybe, (deadline, appliesTo) => ({ ...deadline, appliesTo })),
  bound: settable(deadlineSchema.shape.bound, (deadline, bound) => ({ ...deadline, bound })),
  ongoing: settable(z.boolean(), (deadline, ongoing) => ({ ...deadline, ongoing })),
};

const ofDeadline = /^deadlines\.(\d{1,4})\.(\w+)$/u;

/** A field by its name, of a task where the id is that of a task; null where there is no such field. */
export function settableFor(id: string, field: string): ({ readonly of: "task" } & Settable<Task>) | ({ readonly of: "notice"; readonly read?: undefined } & Settable<Notice>) | null {
  if (!id.includes("/")) {
    const found = Object.hasOwn(noticeFields, field) ? noticeFields[field] : undefined;
    return found === undefined ? null : { of: "notice", schema: found.schema, set: found.set };
  }
  const [, index, inner = ""] = ofDeadline.exec(field) ?? [];
  const part = index === undefined || !Object.hasOwn(deadlineFields, inner) ? undefined : deadlineFields[inner];
  if (part !== undefined) return { of: "task", ...inDeadline(Number(index), inner, part) };
  const found = Object.hasOwn(taskFields, field) ? taskFields[field] : undefined;
  return found === undefined ? null : { of: "task", ...found };
}

/** Names of the fields that may be set, for people. */
export function settableNames(id: string): string[] {
  return id.includes("/") ? [...Object.keys(taskFields), ...Object.keys(deadlineFields).map((field) => `deadlines.N.${field}`)] : Object.keys(noticeFields);
}

/** The due date of the task follows its deadlines. */
function inDeadline(index: number, field: string, { schema, set }: Settable<Deadline>): Settable<Task> {
  return {
    schema,
    read: (task) => {
      const found = (task.deadlines[index] as Readonly<Record<string, unknown>> | undefined)?.[field] ?? null;
      return typeof found === "object" ? null : (found as FlatValue);
    },
    set: (task, value) => {
      const before = task.deadlines[index];
      if (before === undefined) return new Refusal("the task has no such deadline");
      const after = set(before, value);
      if (after instanceof Refusal) return after;
      const basis = after.basis.includes("override") ? after.basis : [...after.basis, "override"];
      const deadlines = task.deadlines.map((deadline, i) => (i === index ? { ...after, basis } : deadline));
      return { ...task, deadlines, due: taskDue(deadlines) };
    },
  };
}

function allUnits({ assignment: { lead, support, responsible, others: other } }: Task): Unit[] {
  return [...lead, ...support, ...responsible, ...other.map(({ unit }) => unit)];
}
