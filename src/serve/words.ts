/** `POST /v1/deadlines` and `POST /v1/units`: single cells and sentences, read at once in the serving process: they are short, and reading takes linear time. */
import { z } from "zod";
import { findDeadlines, parseDeadline } from "../deadlines.ts";
import { assignmentContextSchema, toldFacts } from "../model/options.ts";
import { assignmentSchema, deadlineSchema, unitSchema } from "../model/notice.ts";
import { told } from "../model/told.ts";
import { parseAssignment, resolveUnit, type AssignmentContext } from "../units.ts";
import { json, type Answer, type Call, type Route } from "./call.ts";
import { isRefused, jsonOf } from "./questions.ts";
import { receive } from "./receive.ts";
import type { Refused } from "./refusals.ts";

/** Most bytes of a body: reading them takes some hundredths of a second. */
const largest = 64_000;

const texts = z.array(z.string()).min(1).max(1000).describe("Printed words; the answers stand in the same order.");
const range = z.tuple([z.int(), z.int()]).describe("Half-open UTF-16 offsets in the text.");

const deadlinesAsked = z.strictObject({
  texts,
  read: z.enum(["cell", "prose"]).default("cell").describe("cell: all of the text is a deadline; prose: what binds the work is looked for."),
  year: toldFacts.year.optional(),
  issued: toldFacts.issued.optional(),
});

const { header, otherHeaders, rules, issued, year, region } = assignmentContextSchema.shape;
const unitsAsked = z.strictObject({
  texts,
  read: z.enum(["list", "name"]).default("list").describe("list: a cell or clause with roles; name: one unit, its full name and code."),
  header,
  otherHeaders,
  rules,
  issued,
  year,
  region,
});

const deadlineReading = deadlineSchema.omit({ place: true, origin: true }).extend({ range });
const listedUnit = unitSchema.omit({ place: true }).extend({ range });
const units = z.array(listedUnit);
const assignmentReading = z.strictObject({
  lead: units,
  support: units,
  responsible: units,
  others: z.array(z.strictObject({ unit: listedUnit, role: z.string() })),
  people: assignmentSchema.shape.people,
  openEnded: z.boolean(),
  byDuty: z.boolean(),
  times: z.array(range),
  unread: z.array(z.strictObject({ text: z.string(), range })),
  missingSeparators: z.array(z.array(z.string())),
});
const resolvedUnit = unitSchema.pick({ name: true, kind: true, function: true, division: true, basis: true });

/** What the two routes answer. */
const wordAnswers = {
  deadlines: z.strictObject({ deadlines: z.array(z.array(deadlineReading)) }),
  units: z.union([z.strictObject({ lists: z.array(assignmentReading) }), z.strictObject({ names: z.array(resolvedUnit) })]),
};

const refusals = ["bad-body", "slow-body", "too-large", "bad-options", "busy", "draining"] as const;

/** The routes. */
export const wordRoutes: readonly Route[] = [
  {
    method: "post",
    path: "/v1/deadlines",
    id: "readDeadlines",
    summary: { zh: "只读时限：每段文字得到它的时限。", en: "Read deadlines alone: each text gets its deadlines." },
    bodies: { "application/json": deadlinesAsked },
    answers: { 200: { type: "application/json", schema: wordAnswers.deadlines } },
    refusals,
    handle: (call) =>
      answer(call, deadlinesAsked, ({ texts: given, read, ...context }) => {
        const one = read === "cell" ? parseDeadline : findDeadlines;
        return { deadlines: given.map((text) => one(text, told(context))) };
      }),
  },
  {
    method: "post",
    path: "/v1/units",
    id: "readUnits",
    summary: { zh: "只读单位：一格或一句里谁牵头、谁配合；或一个名称的全称和代码。", en: "Read units alone: who leads and supports in a cell or clause; or the full name and code of one name." },
    bodies: { "application/json": unitsAsked },
    answers: { 200: { type: "application/json", schema: wordAnswers.units } },
    refusals,
    handle: (call) =>
      answer(call, unitsAsked, ({ texts: given, read, ...context }) => {
        const lookups = call.settings.options.lookups ?? null;
        if (read === "list") return { lists: given.map((text) => parseAssignment(text, { ...(told(context) as AssignmentContext), lookups })) };
        const { issued: day = null, year: of = null, region: place = null } = context;
        return { names: given.map((text) => resolveUnit(text, { issued: day, year: of, region: place, lookups })) };
      }),
  },
];

async function answer<S extends z.ZodType>({ request, admission, settings }: Call, schema: S, read: (asked: z.output<S>) => object): Promise<Answer | Refused> {
  const bytes = await receive(request, { ...settings.bounds, bytes: largest }, admission);
  if (isRefused(bytes)) return bytes;
  admission.release(bytes.length);
  const asked = jsonOf(bytes, schema);
  if (typeof asked === "object" && asked !== null && isRefused(asked)) return asked;
  return json(read(asked));
}
