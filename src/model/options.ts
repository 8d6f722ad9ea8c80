/** What callers may tell beside a file, as schemas: one place for the library, its doors and the worker. */
import { z } from "zod";
import { defaultLimits } from "./context.ts";
import { lookupsSchema, type Lookups } from "./lookups.ts";
import { noticeSchema } from "./notice.ts";
import type { OcrEngine } from "./ocr.ts";

const years = "must be a whole number of four digits";
const date = z.iso.date("must be a real date, YYYY-MM-DD");
const year = z.int(years).min(1000, years).max(2999, years);
const digits = "must be six digits of GB/T 2260, or the twelve of the statistical code that begins with them";
const region = z.string(digits).regex(/^\d{6}(?:\d{6})?$/u, digits).transform((code) => code.slice(0, 6));
const words = z.string("must be a string");

/** The facts about a notice that a caller may tell. */
export const toldFacts = { year, issued: date, region, verify: z.boolean("must be true or false"), marks: z.boolean("must be true or false") };

/** Lookups that were checked once, by the object that was handed in: they may have many thousand rows. */
const checkedLookups = new WeakMap<object, Lookups>();

const lookups = z.unknown().transform((value, context): Lookups => {
  const known = typeof value === "object" && value !== null ? checkedLookups.get(value) : undefined;
  if (known !== undefined) return known;
  const read = lookupsSchema.safeParse(value);
  if (!read.success) {
    for (const { path, message } of read.error.issues) context.addIssue({ code: "custom", path, message });
    return z.NEVER;
  }
  if (typeof value === "object" && value !== null) checkedLookups.set(value, read.data);
  return read.data;
});

/** An object that holds these names and no others, each of them if need be. */
function namesOnly<S extends z.ZodRawShape>(shape: S): z.ZodObject<{ [K in keyof S]: z.ZodOptional<S[K]> }, z.core.$strict> {
  const names = Object.keys(shape);
  return z.strictObject(shape, { error: ({ code, keys }) => (code === "unrecognized_keys" ? unknownName(keys, names) : "must be an object") }).partial();
}

function unknownName(keys: unknown, names: readonly string[]): string {
  return `has no ${JSON.stringify(Array.isArray(keys) ? keys[0] : keys)}; it may have ${names.join(", ")}`;
}

const whole = "must be a whole number from 1";
const limits = namesOnly(Object.fromEntries(Object.keys(defaultLimits).map((name) => [name, z.int(whole).min(1, whole)])));

const ocr = z.custom<OcrEngine>(isEngine, "must be an engine, as paddleEngine of fengong/ocr opens one");

function isEngine(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const names = ["name", "version", "model"] as const;
  return names.every((name) => typeof Reflect.get(value, name) === "string") && typeof Reflect.get(value, "read") === "function";
}

/** Options of a parse. */
export const parseOptionsSchema = namesOnly({ ...toldFacts, lookups, limits, ocr });

/** The same with a signal that ends it. */
export const endableOptionsSchema = namesOnly({ ...toldFacts, lookups, limits, ocr, signal: z.custom((value) => typeof value === "object" && value !== null && "throwIfAborted" in value, "must be an AbortSignal") });

/** What is known around a printed deadline. A whole notice may be handed in: its work year and date of issue are taken. */
export const deadlineContextSchema = z.looseObject({ workYear: noticeSchema.shape.workYear.optional(), dateIssued: date.nullable().optional(), year: year.optional(), issued: date.optional() }, "must be an object").superRefine((context, issues) => {
  const own = ["year", "issued", "dateIssued", "workYear"];
  const foreign = Object.keys(context).filter((name) => !own.includes(name) && !Object.hasOwn(noticeSchema.shape, name));
  if (foreign.length > 0) issues.addIssue({ code: "custom", message: unknownName(foreign, own) });
});

/** What is known around the times that chrono-node reads. */
export const officialContextSchema = namesOnly({ year, issued: date });

const unitFacts = { issued: date.nullable(), year: year.nullable(), region: region.nullable(), lookups: lookups.nullable() };

/** What is known around a printed unit. */
export const unitContextSchema = namesOnly(unitFacts);

/** What is known around a printed list of units. */
export const assignmentContextSchema = namesOnly({
  ...unitFacts,
  header: words.nullable(),
  otherHeaders: z.array(words, "must be an array of strings"),
  rules: z.array(z.enum(["first-is-lead", "responsible-is-lead"], "must be first-is-lead or responsible-is-lead"), "must be an array"),
});
