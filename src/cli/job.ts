/** What the commands that show a file ask of a reading process, and what they get back. Plain data only: it crosses a process. */
import type { JobFile } from "../batch/job.ts";
import type { CsvOptions } from "../emit/tables-csv.ts";
import type { TablesResult } from "../emit/tables.ts";
import type { ReadingOptions } from "../model/context.ts";
import type { Language } from "../model/finding.ts";
import type { ParseResult } from "../model/notice.ts";

/** One file to look at. */
export type Job =
  | { readonly kind: "tables"; readonly file: JobFile; readonly options: ReadingOptions; readonly table: number | null; readonly csv: CsvOptions | null }
  | { readonly kind: "inspect"; readonly file: JobFile; readonly options: ReadingOptions; readonly page: number; readonly language: Language };

/** What the job gave. `csv` is null unless it was asked for; `svg` is null when nothing was readable or there is no such page. */
export type Answer =
  | { readonly kind: "tables"; readonly result: TablesResult; readonly csv: string | null }
  | { readonly kind: "inspect"; readonly result: ParseResult; readonly svg: string | null };
