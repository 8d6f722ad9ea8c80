/** Notices as library users hand them in. What they hand in is checked and taken over first; the work is done by pipeline.ts. */
import { checkedOptions, takeFile, takeFiles, type Bytes } from "./arguments.ts";
import { diagnose, type ParseOptions } from "./model/context.ts";
import type { ParseResult } from "./model/notice.ts";
import { endableOptionsSchema } from "./model/options.ts";
import { failedNotice, parseNotice as parse, readDocument as readOne, type DocumentResult, type NoticeFiles as OwnFiles, type NoticeInput as OwnInput } from "./pipeline.ts";

/** A file in memory. The name is for people; the format is found by content. */
export interface NoticeInput extends Omit<OwnInput, "bytes"> {
  /** They are copied at the call: what happens to them afterwards changes nothing. Null for a file that could not be had; `problem` says why. */
  readonly bytes: Bytes | null;
}

/** One file, or the letter and its attachments. */
export type NoticeFiles = NoticeInput | readonly [NoticeInput, ...NoticeInput[]];

/**
 * Reads one notice: one file, or a letter and its attachments. Never throws for what a file holds: poor input gives a result
 * with diagnostics, and status `failed` when nothing was readable. An attachment that cannot be read makes the result `partial`.
 *
 * @throws {TypeError} for arguments that are none: bytes of another kind, an option that does not exist or has no such value. It names the argument.
 * Rejects with the reason of `signal` once that is aborted.
 *
 * @example
 * const result = await parseNotice({ name: "66.html", bytes: await readFile("66.html") });
 * for (const task of result.tasks) console.log(task.number, task.due, task.text);
 *
 * @example
 * const letter = { name: "letter.html", bytes: await readFile("letter.html"), role: "letter" };
 * const table = { name: "table.docx", bytes: await readFile("table.docx"), role: "attachment", label: "附件1" };
 * const { notice, tasks } = await parseNotice([letter, table]);
 */
export async function parseNotice(input: NoticeFiles, options: EndableOptions = {}): Promise<ParseResult> {
  const { signal, ...told } = checkedOptions(options, endableOptionsSchema) as EndableOptions;
  return parse(await takeFiles(input, "input", told), told, signal);
}

/** Options of a parse that can be ended. */
export interface EndableOptions extends ParseOptions {
  /** Ends the reading at the next page or stage: what was asked for rejects with the reason of the signal. In between, others have the thread. */
  readonly signal?: AbortSignal;
}

/**
 * Reads notices one after the other, in their order. The next one is asked for only when its result is wanted, so that a slow
 * taker holds up the giver and nothing piles up. A defect of the program gives a failed result and the next notice is read.
 *
 * @throws {TypeError} for arguments that are none, and ends with one at an input that is no file: `inputs[3].bytes: …`.
 *
 * @example
 * for await (const { notice, tasks } of parseMany([{ name: "66.html", bytes: await readFile("66.html") }])) {
 *   console.log(notice.title, tasks.length);
 * }
 */
export function parseMany(inputs: Iterable<NoticeFiles> | AsyncIterable<NoticeFiles>, options: EndableOptions = {}): AsyncGenerator<ParseResult, void, void> {
  const { signal, ...told } = checkedOptions(options, endableOptionsSchema) as EndableOptions;
  if (!isIterable(inputs)) throw new TypeError("inputs: must be an iterable of notices, such as an array");
  return readMany(inputs, told, signal);
}

async function* readMany(inputs: Iterable<unknown> | AsyncIterable<unknown>, options: ParseOptions, signal: AbortSignal | undefined): AsyncGenerator<ParseResult, void, void> {
  let index = 0;
  signal?.throwIfAborted();
  for await (const input of inputs) {
    signal?.throwIfAborted();
    yield await parseOrFail(await takeFiles(input, `inputs[${index++}]`, options), options, signal);
    signal?.throwIfAborted();
  }
}

async function parseOrFail(files: OwnFiles, options: ParseOptions, signal: AbortSignal | undefined): Promise<ParseResult> {
  return parse(files, options, signal).catch((error: unknown) => {
    signal?.throwIfAborted();
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return failedNotice(files, diagnose("internal/crash", { params: { reason } }));
  });
}

function isIterable(value: unknown): boolean {
  return typeof value === "object" && value !== null && (Symbol.iterator in value || Symbol.asyncIterator in value);
}

/**
 * What the reader alone makes of a file: the text, its blocks and tables, before any meaning.
 *
 * @throws {TypeError} for arguments that are none.
 */
export async function readDocument(input: NoticeInput, options: EndableOptions = {}): Promise<DocumentResult> {
  const { signal, ...told } = checkedOptions(options, endableOptionsSchema) as EndableOptions;
  return readOne(await takeFile(input, "input", told), told, signal);
}
