/** The fields that people may correct, and how a value gets into a result. One row a field; values are those of the flat tables. */
import { z } from "zod";
import { unitSchema, type Notice, type Task, type Unit } from "../model/notice.ts";
import type { FlatValue } from "../model/flat.ts";
import { withDue, type Refusal } from "./corrected-due.ts";

/** A field of `T`: what values it takes, and a copy with another value. */
interface Settable<T> {
  readonly schema: z.ZodType<FlatValue>;
  /** Refused where the value and the rest of the result would disagree. */
  readonly set: (whole: T, value: FlatValue) => T | Refusal;
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
  return partsOf(value).map((name) => before.find((unit) => unit.name === name) ?? unitSchema.parse({ text: name, name, kind: "other", function: null, division: null, members: [], basis: ["override"], place: [] }));
}

function partsOf(value: string | null): string[] {
  return (value ?? "").split(/[；;]/u).map((part) => part.trim()).filter((part) => part !== "");
}

const roles = ["lead", "support", "responsible"] as const;

export const taskFields: Readonly<Record<string, Settable<Task>>> = {
  number: settable(maybe, (task, number) => ({ ...task, number })),
  label: settable(maybe, (task, label) => ({ ...task, label })),
  group: settable(maybe, (task, group) => ({ ...task, group })),
  path: settable(maybe, (task, path) => ({ ...task, path: (path ?? "").split(" / ").filter((part) => part !== "") })),
  heading: settable(maybe, (task, heading) => ({ ...task, heading })),
  text: settable(words, (task, text) => ({ ...task, text })),
  weight: settable(z.number().nullable(), (task, weight) => ({ ...task, weight })),
  due: settable(day, withDue),
  openEnded: settable(z.boolean(), (task, openEnded) => ({ ...task, assignment: { ...task.assignment, openEnded } })),
  byDuty: settable(z.boolean(), (task, byDuty) => ({ ...task, assignment: { ...task.assignment, byDuty } })),
  ...Object.fromEntries(
    roles.map((role) => [role, settable<Task, string | null>(maybe, (task, names) => ({ ...task, assignment: { ...task.assignment, [role]: unitsOf(names, allUnits(task)) } }))]),
  ),
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

function allUnits({ assignment: { lead, support, responsible, others } }: Task): Unit[] {
  return [...lead, ...support, ...responsible, ...others.map(({ unit }) => unit)];
}
