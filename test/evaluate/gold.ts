/** The answers a careful reader wrote, in their own form, and the list of files of a corpus. */
import { z } from "zod";

const words = z.string().nullable().optional();
const list = z.array(z.string());
const reasoned = z.array(z.looseObject({ text: z.string() })).default([]);

const deadlineKind = z.enum(["by", "end", "range", "period", "ongoing", "recurring", "relative", "immediate", "unspecified", "conditional"]);

const deadlineSchema = z.looseObject({
  text: z.string(),
  textAlternatives: list.optional(),
  kind: deadlineKind,
  start: words,
  startAlternative: words,
  end: words,
  endIfAnchored: words,
  recurrence: words,
  recurrenceAlternatives: list.optional(),
  offset: z.looseObject({ amount: z.number().nullable(), unit: words, from: words }).nullable().optional(),
  interval: z.looseObject({ amount: z.number(), unit: z.string() }).optional(),
  where: z.string().optional(),
  optional: z.boolean().optional(),
  column: z.string().optional(),
  /** Other readings that are as good; what they leave out is as above. */
  alternatives: z.array(z.looseObject({ kind: deadlineKind, start: words, end: words })).optional(),
});

const roles = { lead: list.optional(), support: list.optional(), responsible: list.optional() };
const otherRoles = z.looseObject(roles);

/** Members in another role: the units by their role, or `{"responsible": "support"}` for all that stand in one. */
const roleName = z.enum(["lead", "support", "responsible"]);
const otherRole = z.partialRecord(roleName, z.union([list, roleName]));

const unitsSchema = z.looseObject({
  text: words,
  lead: list.default([]),
  support: list.default([]),
  responsible: list.default([]),
  openEnded: z.boolean().default(false),
  byDuty: z.boolean().default(false),
  source: words,
  optional: z.boolean().optional(),
  leadAlternative: list.optional(),
  responsibleAlternative: list.optional(),
  unitsAlternative: otherRoles.optional(),
  roleAlternative: otherRole.optional(),
  /** Members of a printed list whose lead only a note makes. */
  unranked: list.optional(),
  guidance: list.optional(),
  mentioned: list.optional(),
  responsibleByRule: list.optional(),
  fieldWords: list.optional(),
});

const passageSchema = z.looseObject({
  text: z.string(),
  heading: words,
  deadlines: z.array(deadlineSchema).default([]),
  optionalTimes: list.default([]),
  notDeadlines: reasoned,
  units: unitsSchema.optional(),
});

const partSchema = z.looseObject({ number: z.string(), heading: words, text: z.string() });

const taskSchema = passageSchema.extend({
  group: z.string().default("task"),
  attachment: z.string().optional(),
  optional: z.boolean().optional(),
  number: z.string().nullable().default(null),
  numberByPosition: z.string().optional(),
  label: words,
  part: z.number().optional(),
  path: list.default([]),
  pathPrinted: list.optional(),
  pathInherited: list.optional(),
  /** Numbered paragraphs that one allocation holds for: one record, or one each. */
  parts: z.array(partSchema).optional(),
  unitsAlternative: otherRoles.optional(),
  textBySense: z.string().optional(),
  weight: z.number().nullable().optional(),
  columns: z.record(z.string(), z.string()).optional(),
  fields: z.record(z.string(), z.string()).optional(),
  fieldsAlternative: z.record(z.string(), z.string()).optional(),
});

const noticeSchema = z.looseObject({
  documentNumber: words,
  documentNumberAlternative: list.optional(),
  agencyCode: words,
  year: z.number().nullable().optional(),
  serial: z.number().nullable().optional(),
  title: words,
  titleAlternative: words,
  issuers: list.optional(),
  addressees: list.optional(),
  addresseesAlternative: list.optional(),
  enclosure: words,
  dateIssued: words,
  datePublished: words,
  draft: z.boolean().optional(),
  publicityNote: words,
  disclosure: words,
  indexNumber: words,
  subjectCategory: words,
  workYear: z.number().nullable().optional(),
  period: deadlineSchema.nullable().optional(),
  /** A title alone is one without a label. */
  attachments: z.array(z.union([z.looseObject({ label: z.string(), title: z.string() }), z.string().transform((title) => ({ label: null, title }))])).optional(),
  references: list.optional(),
  referencesAlternative: z.array(list).optional(),
  repeals: list.optional(),
  leadRule: z.looseObject({ text: z.string(), kind: z.string() }).nullable().optional(),
  commonUnits: z.looseObject({ text: z.string(), units: list.optional() }).nullable().optional(),
  goals: z.array(passageSchema).default([]),
  closing: z.array(passageSchema).default([]),
  notDeadlines: reasoned,
  notUnits: reasoned,
});

/** Gold of one notice. Keys that no rule reads are kept and ignored. */
const goldSchema = z.looseObject({
  notice: noticeSchema,
  tasks: z.array(taskSchema),
  goals: z.array(passageSchema).default([]),
  closing: z.array(passageSchema).default([]),
  unitLists: z.array(z.looseObject({ attachment: z.string().optional(), heading: z.string(), members: list })).default([]),
  optionalTasks: z.array(taskSchema).default([]),
  notTasks: reasoned,
  notDeadlines: reasoned,
  /** The records behind the last one were not read by a person. */
  partial: z.boolean().optional(),
});

export type Gold = z.infer<typeof goldSchema>;
export type GoldTask = z.infer<typeof taskSchema>;
export type GoldPassage = z.infer<typeof passageSchema>;
export type GoldDeadline = z.infer<typeof deadlineSchema>;
export type GoldUnits = z.infer<typeof unitsSchema>;
export type GoldNotice = z.infer<typeof noticeSchema>;

/** `manifest.json` of a corpus: its files, in order. */
export const manifestSchema = z.looseObject({
  files: z.array(
    z.looseObject({
      file: z.string(),
      format: z.string().default("html"),
      gold: z.string(),
      goldOverrides: z.record(z.string(), z.unknown()).default({}),
    }),
  ),
});

export type ManifestFile = z.infer<typeof manifestSchema>["files"][number];

/** Gold as read from JSON, the values that one file of the notice has otherwise put in (`notice.datePublished`: null). */
export function readGold(json: unknown, overrides: Readonly<Record<string, unknown>> = {}): Gold {
  const copy: unknown = structuredClone(json);
  for (const [path, value] of Object.entries(overrides)) override(copy, path.split("."), value);
  return goldSchema.parse(copy);
}

function override(target: unknown, [key, ...rest]: readonly string[], value: unknown): void {
  if (key === undefined || typeof target !== "object" || target === null) throw new Error("a gold override names no field");
  if (rest.length > 0) override(Reflect.get(target, key), rest, value);
  else Reflect.set(target, key, value);
}

/** Aims and closing orders, wherever the gold keeps them. */
export function passagesOf(gold: Gold): GoldPassage[] {
  return [...gold.goals, ...gold.notice.goals, ...gold.closing, ...gold.notice.closing];
}
