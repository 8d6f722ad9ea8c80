/**
 * What one version of a dataset holds, whoever assembles or writes it. Everything here follows from the sources, the parser, the
 * corrections and the version before; no clock, no order of arrival.
 *
 * The zod schemas are the source of the types and of `schemas/*.json`.
 */
import { z } from "zod";
import type { FindingCode } from "../model/finding.ts";
import type { Link } from "../model/link.ts";
import { diagnosticSchema, parseResultSchema, sourceSchema } from "../model/notice.ts";

/** What made a value change. Several when more than one step changed it. */
const causeSchema = z.enum(["source", "parser", "lookup", "override"]);

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const day = z.iso.date();
const several = <S extends z.ZodType>(schema: S) => z.array(schema).readonly();

/** A file of a reading: what the parser says of it, and what the manifest of the sources says. */
const sourceFileSchema = sourceSchema
  .extend({
    retrieved: day.nullable().describe("Day on which it was fetched."),
    publisher: z.string().nullable().describe("Who published it there."),
  })
  .readonly()
  .meta({ id: "SourceFile", description: "A file of a reading." });

/** One reading of a notice: one file, or a letter and its attachments. The same notice from another site or in another format is another reading. */
const readingSchema = z
  .strictObject({
    item: z.string().describe("Name of the letter or only file below the source folder."),
    chosen: z.boolean().describe("Its result is the published one."),
    status: parseResultSchema.shape.status,
    tasks: z.int().min(0),
    agrees: z.boolean().nullable().describe("Whether it says the same as the chosen one; null for the chosen one."),
    files: several(sourceFileSchema),
  })
  .readonly()
  .meta({ id: "Reading", description: "One file, or a letter and its attachments, read." });

/** A correction by a person that was applied. */
const appliedOverrideSchema = z
  .strictObject({
    id: z.string().describe("Id of a task, or of the notice."),
    field: z.string(),
    before: value,
    after: value,
    reason: z.string(),
    person: z.string(),
    date: day,
  })
  .readonly()
  .meta({ id: "AppliedOverride", description: "A correction by a person that was applied." });

/** One published notice. */
export const noticeRecordSchema = z
  .strictObject({
    id: z.string(),
    readings: several(readingSchema),
    result: parseResultSchema.omit({ marks: true }).describe("The chosen result with corrections applied and personal data masked."),
    overrides: several(appliedOverrideSchema),
  })
  .readonly()
  .meta({ id: "NoticeRecord", title: "fengong NoticeRecord", description: "One published notice: a line of notices.ndjson." });

/** One change against the last successful version. */
export const changeSchema = z
  .strictObject({
    op: z.enum(["ADD", "MOD", "DEL", "REKEY"]),
    notice: z.string(),
    task: z.string().nullable().describe("Null when the change is one of the notice itself."),
    field: z.string().nullable().describe("The field of a MOD; null for the whole task or notice."),
    before: value.describe("MOD: the value; DEL: the words of the task or title of the notice; REKEY: the old id; ADD: null."),
    after: value.describe("MOD: the value; ADD: the words of the task or title of the notice; REKEY: the new id; DEL: null."),
    causes: z.array(causeSchema).min(1).readonly().describe("In the order parser, source, lookup, override; never empty."),
    certain: z.boolean().describe("False when what is needed to tell source from parser is gone: then both are named."),
  })
  .readonly()
  .meta({ id: "Change", title: "fengong Change", description: "One change against the last successful version: a line of delta.ndjson." });

/** A value and the versions that say it. */
export const statementSchema = z
  .strictObject({
    notice: z.string(),
    task: z.string().nullable(),
    field: z.string(),
    value,
    firstSeen: z.string().describe("Version id."),
    lastSeen: z.string().describe("Version id; this version for all values that hold."),
  })
  .readonly()
  .meta({ id: "Statement", title: "fengong Statement", description: "A value and the versions that say it: a line of statements.ndjson." });

/** A finding of the parser about a published notice, or of the dataset. */
export const issueSchema = diagnosticSchema
  .extend({
    notice: z.string().nullable(),
    item: z.string().nullable().describe("Name of the item it was found in."),
  })
  .readonly()
  .meta({ id: "Issue", title: "fengong Issue", description: "A finding about a published notice, or of the dataset: a line of issues.ndjson." });

/** Code of the issue about a source of which nothing could be read: it belongs to no notice. */
export const failedReading = "dataset/failed-reading" satisfies FindingCode;

/** Codes of the issues about corrections that were not applied. */
export const staleOverride = "dataset/override-stale" satisfies FindingCode;
export const refusedOverride = "dataset/override-refused" satisfies FindingCode;

/** Codes of the issues about corrections by people that were not applied. */
export const restingCodes: ReadonlySet<string> = new Set([staleOverride, refusedOverride, "dataset/override-unknown" satisfies FindingCode]);

/** Code of the issue about a notice that is gone though its source is there. */
export const lostNotice = "dataset/lost-notice" satisfies FindingCode;

/** Code of the issue about a notice of which most tasks are gone though its source is there. */
export const shrunkNotice = "dataset/shrunk-notice" satisfies FindingCode;

/** Code of the issue about a source that was a reading of a notice and is none any more, while other sources still say the notice. */
export const lostSource = "dataset/lost-source" satisfies FindingCode;

/** Code of the issue about a source that could not be read this time: its notice stays as it was. */
export const keptReading = "dataset/kept-reading" satisfies FindingCode;

/** One item of the sources as it was read. */
export const lockedItemSchema = z
  .strictObject({
    item: z.string(),
    files: several(
      z
        .strictObject({
          name: z.string(),
          role: sourceSchema.shape.role,
          label: z.string().nullable(),
          uri: z.string().nullable(),
          bytes: z.int().min(0).nullable(),
          sha256: z.string().nullable(),
          retrieved: day.nullable(),
          publisher: z.string().nullable(),
        })
        .readonly(),
    ),
    options: z.strictObject({ year: z.int().exactOptional(), issued: z.string().exactOptional(), region: z.string().exactOptional() }).readonly(),
    key: z.string().nullable().describe("Key in the parse cache: bytes, names, options, parser, lookups. Null when a file could not be opened, or a limit of the machine cut the reading short."),
    kept: z.string().exactOptional().describe("Version whose reading stands: this time a source of the notice could not be read."),
  })
  .readonly()
  .meta({ id: "LockedItem", description: "One item of the sources as it was read." });

/** All that decides what a version holds. Written as `run.lock.json`. */
export const runLockSchema = z
  .strictObject({
    previous: z.string().nullable(),
    parser: z
      .strictObject({ name: z.literal("fengong"), version: z.string(), schemaVersion: z.string(), idnorm: z.literal("idnorm/1"), code: z.string().describe("Hash of its code.") })
      .readonly(),
    lookups: z.string().nullable().describe("SHA-256 of the file; null when there is none."),
    overrides: z.string().nullable().describe("The same."),
    settings: z.string().nullable().describe("The same."),
    items: several(lockedItemSchema),
  })
  .readonly()
  .meta({ id: "RunLock", title: "fengong RunLock", description: "All that decides what a version of a dataset holds: run.lock.json." });

export type Cause = z.infer<typeof causeSchema>;

/** The order in which causes are named. */
export const causeOrder: readonly Cause[] = ["parser", "source", "lookup", "override"];

export type SourceFile = z.infer<typeof sourceFileSchema>;
export type Reading = z.infer<typeof readingSchema>;
export type AppliedOverride = z.infer<typeof appliedOverrideSchema>;
export type NoticeRecord = z.infer<typeof noticeRecordSchema>;
export type Change = z.infer<typeof changeSchema>;
export type Statement = z.infer<typeof statementSchema>;
export type Issue = z.infer<typeof issueSchema>;
export type LockedItem = z.infer<typeof lockedItemSchema>;
export type RunLock = z.infer<typeof runLockSchema>;

/** An id that became another one, ever. */
export interface Rekey {
  readonly old: string;
  readonly new: string;
  /** Version in which it happened. */
  readonly version: string;
  readonly causes: readonly Cause[];
}

/** One version. The iterators are sorted (notices by id by code unit; everything else by notice, then task in reading order) and can be asked for again. */
export interface Edition {
  /** `0007-3fa9c2d1`: running number and the first characters of the hash of {@link RunLock}. Sorts by age. */
  readonly version: string;
  readonly previous: string | null;
  readonly lock: RunLock;
  /** Texts of the files of corrections, to be kept beside the data: the next version needs them to tell causes apart. */
  readonly corrections: { readonly lookups: string | null; readonly overrides: string | null };
  readonly notices: () => Iterable<NoticeRecord>;
  readonly changes: () => Iterable<Change>;
  readonly statements: () => Iterable<Statement>;
  readonly rekeys: () => Iterable<Rekey>;
  readonly issues: () => Iterable<Issue>;
  /** Links between its tasks; left out where the settings ask for none. */
  readonly links?: () => Iterable<Link>;
}
