/** The script of the process in which the commands read single files. */
import { serve } from "../batch/serve.ts";
import { toSvg } from "../emit/svg.ts";
import { tablesToCsv } from "../emit/tables-csv.ts";
import { viewTables } from "../emit/tables.ts";
import { inspectNotice, parseNotice, readDocument } from "../pipeline.ts";
import type { Answer, Job } from "./job.ts";

serve((job: Job, begin) => {
  begin();
  return run(job);
});

async function run(job: Job): Promise<Answer> {
  if (job.kind === "parse") return { kind: "parse", result: await parseNotice(job.input, job.options) };
  if (job.kind === "inspect") {
    const { document, draft, result } = await inspectNotice(job.input, job.options);
    const { page, language } = job;
    return { kind: "inspect", result, svg: document === null ? null : toSvg({ name: job.input.name, document, claims: draft.claims, page, language }) };
  }
  const { format, document, diagnostics } = await readDocument(job.input, job.options);
  const all = viewTables({ name: job.input.name, format: format?.id ?? null, document, diagnostics });
  const result = job.table === null ? all : { ...all, tables: all.tables.filter((table) => table.index === job.table) };
  return { kind: "tables", result, csv: job.csv === null ? null : tablesToCsv(result.tables, job.csv) };
}
