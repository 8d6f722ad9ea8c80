/** Does one job: load, compare, read, write. Runs in a process of its own; the readers are loaded when there is something to read. */
import { dirname } from "node:path";
import { defaultLimits, diagnose } from "../model/context.ts";
import type { Diagnostic, ParseResult } from "../model/notice.ts";
import type { NoticeFiles, NoticeInput } from "../pipeline.ts";
import { diagnosticsOf, toText, type Answer, type Job, type JobFile } from "./job.ts";
import { staysInside } from "./inside.ts";
import { contentKey, settingsKey } from "./key.ts";
import { loadFile, type Loaded } from "./load.ts";
import { isThere, writeOutput } from "./write.ts";

/** Reads the notice of a job, unless its output is there and nothing has changed. `begin` is called when the program is loaded. */
export async function readJob(job: Job, begin: () => void = () => undefined): Promise<Answer> {
  const loaded = await loadAll(job);
  const key = contentKey(settingsKey(job.options, job.pretty), job.files, loaded);
  if (job.kept !== null && job.output !== null && key === job.kept.key && (await isThere(job.output, job.kept.bytes))) return { kept: true };
  const { parseNotice } = await import("../pipeline.ts");
  begin();
  return deliver(job, key, await parseNotice(inputsOf(job, loaded), job.options));
}

/** The answer for a notice whose reading ended without a result: its time ran out, or its process did. */
export async function giveUp(job: Job, problem: Diagnostic): Promise<Answer> {
  const loaded = await loadAll(job);
  const result = await import("../pipeline.ts").then(({ failedNotice }) => failedNotice(inputsOf(job, loaded), problem));
  return deliver(job, contentKey(settingsKey(job.options, job.pretty), job.files, loaded), result);
}

async function deliver(job: Job, key: string | null, result: ParseResult): Promise<Answer> {
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

function loadAll({ files, options }: Job): Promise<Loaded[]> {
  const limit = options.limits?.bytes ?? defaultLimits.bytes;
  return Promise.all(files.map((file) => load(file, limit)));
}

async function load({ path, name, base64, problem }: JobFile, limit: number): Promise<Loaded> {
  if (problem !== undefined) return { name, bytes: null, problem };
  if (base64 !== undefined) return { name, bytes: Uint8Array.from(Buffer.from(base64, "base64")), problem: null };
  return loadFile(path, limit, name);
}

function inputsOf({ files: [letter, ...others] }: Job, [first, ...rest]: readonly Loaded[]): NoticeFiles {
  const own = inputOf(letter, first);
  return others.length === 0 ? own : [own, ...others.map((file, i) => inputOf(file, rest[i]))];
}

function inputOf({ name, role, label, uri }: JobFile, loaded: Loaded | undefined): NoticeInput {
  const input = { name, role, label, uri, bytes: loaded?.bytes ?? null };
  return loaded === undefined || loaded.problem === null ? input : { ...input, problem: loaded.problem };
}
