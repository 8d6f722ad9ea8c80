/**
 * One notice from bytes to result. Read this first: each line is a folder.
 *
 *     read        bytes           -> one text with blocks and places
 *     segment     document        -> drafts: which words play which part
 *     normalise   drafts          -> deadlines, units, metadata
 *     validate    notice          -> coverage and findings
 *     emit        all of it       -> the result
 */
import { composeResult, describeSource, describeUnread, failedSources } from "./emit/result.ts";
import { marksOf } from "./emit/marks.ts";
import { diagnose, openContext, type Context, type ParseOptions } from "./model/context.ts";
import type { NoticeDocument } from "./model/document.ts";
import type { NoticeDraft } from "./model/draft.ts";
import type { Diagnostic, ParseResult, Source } from "./model/notice.ts";
import type { Format, InputFile } from "./model/reader.ts";
import { inTurns } from "./model/steps.ts";
import { normalise } from "./normalise/normalise.ts";
import { readFiles, type LostFile } from "./read/files.ts";
import { formatOf } from "./read/formats.ts";
import { unpackFiles } from "./read/package/unpack.ts";
import type { ReadFile } from "./read/read.ts";
import { segment } from "./segment/segment.ts";
import { findLost } from "./validate/arrival.ts";
import { measureCoverage } from "./validate/coverage.ts";
import { boundFindings, boundSize, withLeftOut } from "./validate/size.ts";
import { validate } from "./validate/validate.ts";

/** A file in memory. The name is for people; the format is found by content. */
export interface NoticeInput {
  readonly name: string;
  /** Null for a file that could not be had; `problem` says why. */
  readonly bytes: Uint8Array | null;
  /** Where it was fetched from. */
  readonly uri?: string | null;
  /** Of several files the first is the letter and the others are attachments, unless they say otherwise; one file is the notice. */
  readonly role?: InputFile["role"];
  /** “附件1” of an attachment; without it the letter's list and the file's own heading are asked. */
  readonly label?: string | null;
  /** Why there are no bytes. */
  readonly problem?: Diagnostic;
}

/** One file, or the letter and its attachments. */
export type NoticeFiles = NoticeInput | readonly [NoticeInput, ...NoticeInput[]];

/** Reads one notice from files that are whole and options that hold: notices.ts has made sure of both for callers of the library. */
export async function parseNotice(input: NoticeFiles, options: ParseOptions = {}, signal?: AbortSignal): Promise<ParseResult> {
  const { result } = await run(input, openContext(options, { signal }));
  return result;
}

/** The same with what the stages hand to each other, for people who check a reading. */
export async function inspectNotice(input: NoticeFiles, options: ParseOptions = {}): Promise<Inspection> {
  return run(input, openContext(options, { pictures: true }));
}

async function run(input: NoticeFiles, context: Context): Promise<Inspection> {
  const given = await unpackFiles(filesOf(input), context);

  const { files, document } = await readFiles(given, context);
  const sources = given.map((file, i) => sourceOf(file, files[i]));
  if (document === null) return marked({ document: null, draft: null, result: failedSources(sources, context.diagnostics) }, context);
  await context.rest();
  const draft = await inTurns(segment(document, context), context.rest);
  await context.rest();
  const { notice, tasks } = boundSize(await inTurns(normalise(draft, document, context), context.rest), context);
  await context.rest();
  const lost = withLeftOut(findLost(document, draft.claims, { notice, tasks }), draft.tasks, tasks.length);
  await context.rest();
  const coverage = measureCoverage(document, draft.claims, lost, context);
  await context.rest();
  validate({ notice, tasks, coverage }, context);

  const result = composeResult({ sources, notice, tasks, coverage, diagnostics: boundFindings(context.diagnostics, context) });
  return marked({ document, draft, result }, context);
}

/** With where every value stands, when that is asked for. */
function marked(inspection: Inspection, { marks }: Context): Inspection {
  return marks ? { ...inspection, result: { ...inspection.result, marks: marksOf(inspection) } } : inspection;
}

/** The result of a notice whose reading gave none: its time ran out, or its reader crashed. */
export function failedNotice(input: NoticeFiles, problem: Diagnostic): ParseResult {
  return failedSources(filesOf(input).map((file) => sourceOf(file, undefined)), [problem]);
}

/** A notice with the work of the stages; `document` and `draft` are null when nothing was readable. */
export type Inspection =
  | { readonly document: NoticeDocument; readonly draft: NoticeDraft; readonly result: ParseResult }
  | { readonly document: null; readonly draft: null; readonly result: ParseResult };

/** What the readers alone make of a file, or of the files of a package: the text, its blocks and tables, before any meaning. */
export async function readDocument(input: NoticeInput, options: ParseOptions = {}, signal?: AbortSignal): Promise<DocumentResult> {
  const context = openContext(options, { signal });
  const given = await unpackFiles([fileOf(input, "notice")], context);
  const { files, document } = await readFiles(given, context);
  const isPackage = given.length !== 1 || given[0]?.bytes !== input.bytes;
  return { format: isPackage && input.bytes !== null ? formatOf(input.bytes) : (files[0]?.format ?? null), document, diagnostics: context.diagnostics };
}

/** A file as its reader saw it; `document` is null when nothing was readable. */
export interface DocumentResult {
  readonly format: Format | null;
  readonly document: NoticeDocument | null;
  readonly diagnostics: readonly Diagnostic[];
}

function filesOf(input: NoticeFiles): (InputFile | LostFile)[] {
  if (!isSeveral(input)) return [fileOf(input, "notice")];
  return input.map((file, i) => fileOf(file, input.length === 1 ? "notice" : i === 0 ? "letter" : "attachment"));
}

function isSeveral(input: NoticeFiles): input is readonly [NoticeInput, ...NoticeInput[]] {
  return Array.isArray(input);
}

function fileOf({ name, bytes, uri = null, role, label = null, problem }: NoticeInput, usual: InputFile["role"]): InputFile | LostFile {
  const file = { name, uri, role: role ?? usual, label };
  if (bytes !== null) return { ...file, bytes };
  return { ...file, bytes, problem: problem ?? diagnose("input/unreadable", { params: { name, reason: "bytes: null" } }) };
}

function sourceOf(file: InputFile | LostFile, reading: ReadFile | undefined): Source {
  const { format = null, document = null } = reading ?? {};
  if (file.bytes === null) return describeUnread({ name: file.name, role: file.role, label: file.label, uri: file.uri }, format);
  return format === null || document === null ? describeUnread(file, format) : describeSource(file, format, document);
}
