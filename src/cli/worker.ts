/** The script of the process in which the commands look at single files. */
import { withEngine } from "../batch/engine.ts";
import type { Seen } from "../batch/job.ts";
import { inputOf, loadAll, seenOf } from "../batch/job-files.ts";
import { serve, type Watcher } from "../batch/serve.ts";
import { toSvg } from "../emit/svg.ts";
import { filledSize, tablesToCsv } from "../emit/tables-csv.ts";
import { viewTables } from "../emit/tables.ts";
import { defaultLimits, diagnose } from "../model/context.ts";
import { inspectNotice, readDocument } from "../pipeline.ts";
import type { Answer, Job } from "./job.ts";

serve(run);

async function run(job: Job, { begin, note }: Watcher<readonly Seen[]>): Promise<Answer> {
  begin();
  const loaded = await loadAll([job.file], job.options);
  note(loaded.map(seenOf));
  const input = inputOf(job.file, loaded[0]);
  if (job.kind === "inspect") {
    const { document, draft, result } = await inspectNotice(input, await withEngine(job.options));
    const { page, language } = job;
    return { kind: "inspect", result, svg: document === null ? null : toSvg({ name: input.name, document, claims: draft.claims, page, language }) };
  }
  const limit = job.options.limits?.resultCharacters ?? defaultLimits.resultCharacters;
  const { format, document, diagnostics } = await readDocument(input, await withEngine(job.options));
  const all = viewTables({ name: input.name, format: format?.id ?? null, document, diagnostics, limit });
  const result = job.table === null ? all : { ...all, tables: all.tables.filter((table) => table.index === job.table) };
  if (job.csv?.fill !== true || filledSize(result.tables) <= limit) return { kind: "tables", result, csv: job.csv === null ? null : tablesToCsv(result.tables, job.csv) };
  const merged = result.tables.reduce((sum, { cells }) => sum + cells.filter(({ r0, r1, c0, c1 }) => (r1 - r0) * (c1 - c0) > 1).length, 0);
  const unfilled = diagnose("limit/result", { params: { limit: String(limit), shortened: String(merged), left: "0" } });
  return { kind: "tables", result: { ...result, diagnostics: [...result.diagnostics, unfilled] }, csv: tablesToCsv(result.tables, { ...job.csv, fill: false }) };
}
