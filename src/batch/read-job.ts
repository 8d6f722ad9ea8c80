/** Does one job: load, compare, read, write. Runs in a process of its own; the readers are loaded when there is something to read. */
import { dirname } from "node:path";
import { withEngine } from "./engine.ts";
import { diagnose } from "../model/context.ts";
import type { ParseResult } from "../model/notice.ts";
import { diagnosticsOf, toText, type Answer, type Job, type Seen } from "./job.ts";
import { staysInside } from "./inside.ts";
import { inputsOf, loadAll, seenOf } from "./job-files.ts";
import type { Loaded } from "./load.ts";
import { contentKey, settingsKey } from "./key.ts";
import { unwatched, type Watcher } from "./serve.ts";
import { isThere, writeOutput } from "./write.ts";

/** Reads the notice of a job, unless its output is there and nothing has changed. */
export async function readJob(job: Job, { begin, pause, note }: Watcher<readonly Seen[]> = unwatched): Promise<Answer> {
  begin();
  const loaded = await loadAll(job.files, job.options);
  const seen = loaded.map(seenOf);
  note(seen);
  const key = keyOf(job, seen);
  if (job.kept !== null && key === job.kept.key && (job.output === null || (await isThere(job.output, job.kept.bytes)))) return { kept: true };
  if (job.expected !== undefined && key !== job.expected) return notAsExpected(job, key, loaded);
  pause();
  const { parseNotice } = await import("../pipeline.ts");
  const options = await withEngine(job.options);
  begin();
  return deliver(job, key, await parseNotice(inputsOf(job.files, loaded), options));
}

/** Nothing is written of files that cannot be loaded for now, or hold something else than they did. */
function notAsExpected({ files, options, pretty }: Job, key: string | null, loaded: readonly Loaded[]): Answer {
  const problem = loaded.find((one) => one.problem !== null)?.problem ?? diagnose("input/changed", { params: { name: files[0].name } });
  return { kept: false, report: { bytes: 0, settings: settingsKey(options, pretty), key, status: "failed", tasks: 0, diagnostics: diagnosticsOf([problem]) }, json: null };
}

/** Version, options and bytes as one hash, null when a file was not loaded. */
export function keyOf({ options, pretty, files }: Job, seen: readonly Seen[]): string | null {
  return contentKey(settingsKey(options, pretty), files, seen.map(({ sha256 }) => sha256));
}

/** Writes a result where the job wants it. */
export async function deliver(job: Job, key: string | null, result: ParseResult): Promise<Answer> {
  const json = toText(result, job.pretty);
  const settings = settingsKey(job.options, job.pretty);
  const diagnostics = diagnosticsOf(result.diagnostics);
  const report = { bytes: Buffer.byteLength(json), settings, key, status: result.status, tasks: result.tasks.length, diagnostics };
  if (job.output === null) return { kept: false, report, json };
  const strays = job.within !== undefined && !(await staysInside(job.within, dirname(job.output)));
  const problem = strays ? diagnose("output/link-outside", { params: { name: job.files[0].name } }) : await writeOutput(job.output, json);
  if (problem === null) return { kept: false, report, json: null };
  return { kept: false, report: { ...report, key: null, status: "failed", diagnostics: diagnosticsOf([problem]) }, json: null };
}
