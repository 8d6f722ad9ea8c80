/** `dataset.yaml`: what a dataset is called, in which forms it is published, and what it must hold. Every key may be left out. */
import { LineCounter, parseDocument, type Document } from "yaml";
import { z } from "zod";
import { flatTables } from "../../model/flat.ts";

/** Forms in which the tables are published. NDJSON is always written: the next version is compared with it. */
export const formats = ["ndjson", "csv", "csv-excel", "xlsx", "parquet", "sqlite"] as const;

const words = z.string().min(1);
const link = z.string().regex(/^(?:https?:\/\/\S+|(?![./~])(?!.*\.\.\/)[^\\:]+)$/u, "a URL, or a path inside the dataset");
const share = z.number().min(0).max(1);
const bounds = z.strictObject({ min: z.int().min(0).optional(), max: z.int().min(0).optional() });

/** Columns whose rows can be counted. */
const columns = new Set(flatTables.flatMap(({ name, columns: own }) => Object.keys(own).map((key) => `${name}.${key}`)));

/** Those with a default hold without a file: what was published is not lost by accident. 1, or a number, lets it go. */
const gatesSchema = z.strictObject({
  notices: bounds.optional(),
  tasks: bounds.optional(),
  fill: z.record(z.string().refine((name) => columns.has(name), "no such column: notices.…, tasks.…, assignments.… or deadlines.…"), share).optional().describe("Smallest share of rows with a value."),
  unclaimed: share.optional().describe("Largest share of characters that no field took."),
  noticesDrop: share.default(0.5).describe("Largest share of notices fewer than in the last successful version."),
  tasksDrop: share.default(0.5).describe("Largest share of tasks fewer than in the last successful version."),
  deleted: share.default(0.5).describe("Largest share of the tasks of the last successful version that are gone."),
  lostNotices: z.int().min(0).default(0).describe("Most notices that are gone though their source is there: an error page, a log-in, another document."),
  shrunkNotices: z.int().min(0).default(0).describe("Most notices that lost more than half of their tasks though their source is there."),
  lostSources: z.int().min(0).default(0).describe("Most sources that were readings of a notice and are none any more, while other sources still say it."),
  failedShare: share.default(0.5).describe("Largest share of sources of which nothing could be read."),
  keptReadings: z.int().min(0).optional().describe("Most sources that could not be read this time and whose notices stay as they were."),
  unknownDeadlines: share.optional().describe("Largest share of deadlines that were not understood."),
  unknownUnits: share.optional().describe("Largest share of agencies without a known function."),
  failedReadings: z.int().min(0).optional(),
  disagreements: z.int().min(0).optional().describe("Most notices whose sources say different things."),
  staleOverrides: z.int().min(0).optional(),
  gold: z.strictObject({ min: share, file: words.optional() }).optional().describe("Smallest share of values that people checked: CSV with task, field, value."),
});

/** The file. */
export const settingsSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]*$/u, "small letters, digits, . _ -")
    .default("fengong-dataset"),
  title: words.default("任务分工数据集"),
  description: words.nullable().default(null),
  homepage: z.url().nullable().default(null),
  licence: z
    .strictObject({ name: z.string().regex(/^[-a-zA-Z0-9._]+$/u, "an identifier such as CC-BY-4.0").optional(), title: words.optional(), path: link.optional() })
    .refine(({ name, path }) => name !== undefined || path !== undefined, "name or path is needed")
    .nullable()
    .default(null),
  contributors: z
    .array(z.strictObject({ title: words, path: link.optional(), email: z.email().optional(), organization: words.optional(), roles: z.array(words).min(1).optional() }))
    .default([]),
  lookups: words.nullable().default(null),
  overrides: words.nullable().default(null),
  rekeys: words.nullable().default(null),
  gold: words.nullable().default(null),
  formats: z.array(z.enum(formats)).default([...formats]),
  redact: z.boolean().default(true),
  links: z.boolean().default(false).describe("Link tasks of different notices that have equal words: the table links."),
  keep: z.int().min(1).nullable().default(null).describe("How many versions stay on the disk."),
  gates: gatesSchema.prefault({}),
}).meta({ id: "DatasetSettings", title: "fengong DatasetSettings", description: "dataset.yaml: what a dataset is called, in which forms it is published, and what it must hold. Every key may be left out." });

export type DatasetSettings = z.infer<typeof settingsSchema>;
export type GateSettings = Partial<z.infer<typeof gatesSchema>>;
export type TableFormat = (typeof formats)[number];

/** What is wrong with the file and where, line counted from 1. */
export interface SettingsTrouble {
  readonly line: number;
  readonly message: string;
}

/** Settings that may be used, or why the file was refused. */
export type SettingsReading = { readonly settings: DatasetSettings; readonly troubles: readonly [] } | { readonly settings: null; readonly troubles: readonly SettingsTrouble[] };

/** Reads the text of the file; null when there is none. */
export function readSettings(text: string | null): SettingsReading {
  const lines = new LineCounter();
  const document = parseDocument(text ?? "", { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return { settings: null, troubles: document.errors.map(({ message, pos: [start] }) => ({ line: lines.linePos(start).line, message })) };
  }
  const value = valueOf(document);
  if (value instanceof Error) return { settings: null, troubles: [{ line: 1, message: value.message }] };
  const read = settingsSchema.safeParse(value ?? {});
  if (read.success) return { settings: read.data, troubles: [] };
  const troubles = read.error.issues.map((issue) => ({
    line: lineOf(document, issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path, lines),
    message: `${issue.path.length === 0 ? "" : `${issue.path.join(".")}: `}${issue.code === "invalid_key" ? (issue.issues[0]?.message ?? issue.message) : issue.message}${issue.code === "unrecognized_keys" ? keysWords(issue.path) : ""}`,
  }));
  return { settings: null, troubles };
}

/** The keys that may stand where one stands that may not. */
function keysWords(path: readonly PropertyKey[]): string {
  const shape = path.length === 0 ? settingsSchema.shape : path.length === 1 && path[0] === "gates" ? gatesSchema.shape : null;
  return shape === null ? "" : ` (${Object.keys(shape).join(", ")})`;
}

/** An error where its aliases would grow without end. */
function valueOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** The line of what a path leads to, or of the nearest thing above it. */
function lineOf(document: Document, path: readonly PropertyKey[], lines: LineCounter): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (typeof node !== "object" || node === null || !("range" in node) || !Array.isArray(node.range)) continue;
    const start: unknown = node.range[0];
    if (typeof start === "number") return lines.linePos(start).line;
  }
  return 1;
}
