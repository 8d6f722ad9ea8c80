/** What the command asks of a worker thread, and what it gets back. Plain data only: it crosses a thread. */
import type { CsvOptions } from "../emit/tables-csv.ts";
import type { TablesResult } from "../emit/tables.ts";
import type { ParseOptions } from "../model/context.ts";
import type { ParseResult } from "../model/notice.ts";

/** A file in memory. */
export interface JobInput {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One file to read. */
export type Job =
  | { readonly kind: "parse"; readonly input: JobInput; readonly options: ParseOptions }
  | { readonly kind: "tables"; readonly input: JobInput; readonly options: ParseOptions; readonly table: number | null; readonly csv: CsvOptions | null };

/** What the job gave. `csv` is null unless it was asked for. */
export type Answer =
  | { readonly kind: "parse"; readonly result: ParseResult }
  | { readonly kind: "tables"; readonly result: TablesResult; readonly csv: string | null };

/** A message of the worker: an answer, or the words of an exception. */
export type Reply = { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly reason: string };
