/**
 * One notice from bytes to result. Read this first: each line is a folder.
 *
 *     read        bytes           -> one text with blocks and places
 *     segment     document        -> drafts: which words play which part
 *     normalise   drafts          -> deadlines, units, metadata
 *     validate    notice          -> coverage and findings
 *     emit        all of it       -> the result
 */
import { composeResult, describeSource, failedResult } from "./emit/result.ts";
import { openContext, type ParseOptions } from "./model/context.ts";
import type { NoticeDocument } from "./model/document.ts";
import type { Diagnostic, ParseResult } from "./model/notice.ts";
import type { Format, InputFile } from "./model/reader.ts";
import { normalise } from "./normalise/normalise.ts";
import { read } from "./read/read.ts";
import { segment } from "./segment/segment.ts";
import { measureCoverage } from "./validate/coverage.ts";
import { validate } from "./validate/validate.ts";

/** A file in memory. The name is for people; the format is found by content. */
export interface NoticeInput {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where it was fetched from. */
  readonly uri?: string | null;
}

/**
 * Reads one notice. Never throws for what a file holds: poor input gives a result with diagnostics,
 * and status `failed` when nothing was readable.
 *
 * @example
 * const result = await parseNotice({ name: "66.html", bytes: await readFile("66.html") });
 * for (const task of result.tasks) console.log(task.number, task.due, task.text);
 */
export async function parseNotice(input: NoticeInput, options: ParseOptions = {}): Promise<ParseResult> {
  const context = openContext(options);
  const file = fileOf(input);

  const { format, document } = await read(file, 0, context);
  if (format === null || document === null) return failedResult(file, format, context.diagnostics);
  const draft = segment(document, context);
  const { notice, tasks } = normalise(draft, document, context);
  const coverage = measureCoverage(document, draft.claims, context);
  validate({ notice, tasks, coverage }, context);

  return composeResult({ sources: [describeSource(file, format, document)], notice, tasks, coverage, diagnostics: context.diagnostics });
}

/** What the reader alone makes of a file: the text, its blocks and tables, before any meaning. */
export async function readDocument(input: NoticeInput, options: ParseOptions = {}): Promise<DocumentResult> {
  const context = openContext(options);
  const { format, document } = await read(fileOf(input), 0, context);
  return { format, document, diagnostics: context.diagnostics };
}

/** A file as its reader saw it; `document` is null when nothing was readable. */
export interface DocumentResult {
  readonly format: Format | null;
  readonly document: NoticeDocument | null;
  readonly diagnostics: readonly Diagnostic[];
}

function fileOf({ name, bytes, uri = null }: NoticeInput): InputFile {
  return { name, bytes, uri, role: "notice", label: null };
}
