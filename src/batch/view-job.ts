/** Looks at one file for a command that shows it: its tables, or a picture of a page. */
import { filledSize, tablesToCsv, type CsvOptions } from "../emit/tables-csv.ts";
import { toSvg } from "../emit/svg.ts";
import { viewTables, type TablesResult } from "../emit/tables.ts";
import { defaultLimits, diagnose } from "../model/context.ts";
import type { Language } from "../model/finding.ts";
import type { ParseResult } from "../model/notice.ts";
import { inspectNotice, readDocument } from "../pipeline.ts";
import { inputOf, loadJob } from "./job-files.ts";
import type { Seen, ToRead } from "./job.ts";
import type { Watcher } from "./serve.ts";

/** One file to look at. */
export type ViewJob = ToRead & ({ readonly view: "tables"; readonly table: number | null; readonly csv: CsvOptions | null } | { readonly view: "page"; readonly page: number; readonly language: Language });

/** What the job gave. `csv` is null unless it was asked for; `svg` is null when nothing was readable or there is no such page. */
export type ViewAnswer = { readonly view: "tables"; readonly result: TablesResult; readonly csv: string | null } | { readonly view: "page"; readonly result: ParseResult; readonly svg: string | null };

/** Does the job. */
export async function viewFile(job: ViewJob, watcher: Watcher<readonly Seen[]>): Promise<ViewAnswer> {
  const { loaded, options } = await loadJob(job, watcher);
  const [file] = job.files;
  const input = inputOf(file, loaded[0]);
  const { name } = file;
  if (job.view === "page") {
    const { document, draft, result } = await inspectNotice(input, options);
    const { page, language } = job;
    return { view: "page", result, svg: document === null ? null : toSvg({ name, document, claims: draft.claims, page, language }) };
  }
  const limit = job.options.limits?.resultCharacters ?? defaultLimits.resultCharacters;
  const { format, document, diagnostics } = await readDocument(input, options);
  const all = viewTables({ name, format: format?.id ?? null, document, diagnostics, limit });
  const result = job.table === null ? all : { ...all, tables: all.tables.filter((table) => table.index === job.table) };
  if (job.csv?.fill !== true || filledSize(result.tables) <= limit) return { view: "tables", result, csv: job.csv === null ? null : tablesToCsv(result.tables, job.csv) };
  const merged = result.tables.reduce((sum, { cells }) => sum + cells.filter(({ r0, r1, c0, c1 }) => (r1 - r0) * (c1 - c0) > 1).length, 0);
  const unfilled = diagnose("limit/result", { params: { limit: String(limit), shortened: String(merged), left: "0" } });
  return { view: "tables", result: { ...result, diagnostics: [...result.diagnostics, unfilled] }, csv: tablesToCsv(result.tables, { ...job.csv, fill: false }) };
}
