/** What is asked of a reading process, and what it answers. Plain data only: it crosses a process. */
import type { ReadingOptions } from "../model/context.ts";
import type { Diagnostic, ParseResult } from "../model/notice.ts";
import { jsonText } from "../text/shown.ts";
import type { Entry } from "./journal.ts";
import type { ItemFile } from "./item.ts";

/** A file of a job: on disk, or in memory. */
export interface JobFile extends ItemFile {
  readonly bytes?: Uint8Array;
}

/** What is known of a file once it was loaded; null when it could not be. */
export interface Seen {
  readonly bytes: number | null;
  readonly sha256: string | null;
}

/** What every job says: the files of one notice, and how they are read. */
export interface ToRead {
  readonly files: readonly [JobFile, ...JobFile[]];
  readonly options: ReadingOptions;
}

/** One notice to read. */
export interface Job extends ToRead {
  readonly pretty: boolean;
  /** Path of the output; null: the result is the answer. */
  readonly output: string | null;
  /** Folder that the output stays in, whatever links lie there. */
  readonly within?: string;
  /** The key that it must have: of files that changed since then nothing is written. */
  readonly expected?: string;
  /** Key and size of the output that is there, null when there is none to keep. Of a job without output its caller knows that it is there. */
  readonly kept: { readonly key: string; readonly bytes: number } | null;
}

/** What came of a notice. */
export type Report = Pick<Entry, "bytes" | "settings" | "key" | "status" | "tasks" | "diagnostics">;

/** The answer to a job: the output was kept; or it was written, or `json` is the result. */
export type Answer = { readonly kept: true } | { readonly kept: false; readonly report: Report; readonly json: string | null };

/** What a journal says of a result: each code once. */
export function diagnosticsOf(diagnostics: readonly Diagnostic[]): Report["diagnostics"] {
  const seen = new Map<string, Report["diagnostics"][number]>();
  for (const { code, severity, params } of diagnostics) if (!seen.has(code)) seen.set(code, { code, severity, params });
  return [...seen.values()];
}

/** A result as it is written. */
export function toText(result: ParseResult, pretty: boolean): string {
  return jsonText(result, pretty);
}
