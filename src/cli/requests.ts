/** `fengong worker`: requests on stdin, answers on stdout, one JSON a line, so that any batch engine can drive it. */
import { resolve } from "node:path";
import { z } from "zod";
import type { Job, JobFile } from "../batch/job.ts";
import { openPool, type Pool } from "../batch/pool.ts";
import { defaultLimits, diagnose } from "../model/context.ts";
import type { Diagnostic } from "../model/notice.ts";
import { toldFacts } from "../model/options.ts";
import { told } from "../model/told.ts";
import { jsonText } from "../text/shown.ts";
import { reasonOf } from "../text/reason.ts";
import type { Exit } from "./exit-codes.ts";
import { linesOf } from "./lines.ts";
import { writeData, type Settings } from "./run.ts";

const file = {
  path: z.string().min(1).optional(),
  base64: z.base64().optional(),
  name: z.string().min(1).optional(),
  role: z.enum(["notice", "letter", "attachment"]).optional(),
  label: z.string().nullable().optional(),
  uri: z.string().nullable().optional(),
};
const fileSchema = z.strictObject(file).refine(({ path, base64 }) => (path === undefined) !== (base64 === undefined), { error: "path or base64, one of them" });
const requestSchema = z
  .strictObject({
    id: z.union([z.string(), z.number()]),
    ...file,
    files: z.array(fileSchema).min(1).optional(),
    options: z.strictObject(toldFacts).partial().optional(),
  })
  .refine(({ path, base64, files }) => [path, base64, files].filter((one) => one !== undefined).length === 1, { error: "path, base64 or files, one of them" });

type Request = z.infer<typeof requestSchema>;

/** Answers requests until stdin ends. Not more are taken than are worked on; the answers come as they are done. */
export async function answerRequests(jobs: number, settings: Settings): Promise<Exit> {
  const pool = openPool(jobs, settings.budget);
  const largest = settings.options.limits?.bytes ?? defaultLimits.bytes;
  const lines = linesOf(settings.streams.stdin, 2 * largest + 10_000);
  const lane = async (): Promise<void> => {
    for (;;) {
      const { value: line, done } = await lines.next();
      if (done === true) return;
      if (line?.trim() === "") continue;
      await writeData(`${await answer(line, pool, settings)}\n`, settings);
    }
  };
  try {
    await Promise.all(Array.from({ length: jobs }, lane));
  } finally {
    pool.close();
  }
  return "ok";
}

async function answer(line: string | null, pool: Pool, settings: Settings): Promise<string> {
  const { request, id, reason } = read(line);
  if (request === null) return refusal(id, diagnose("input/bad-request", { params: { reason } }));
  const done = await pool.run(jobOf(request, settings));
  const json = done === null || done.kept ? "null" : (done.json ?? "null");
  return `{"id":${jsonText(request.id).trimEnd()},"result":${json.trimEnd()}}`;
}

function refusal(id: string | number | null, error: Diagnostic): string {
  return jsonText({ id, error }).trimEnd();
}

type Read = { readonly request: Request; readonly id: Request["id"]; readonly reason: "" } | { readonly request: null; readonly id: Request["id"] | null; readonly reason: string };

function read(line: string | null): Read {
  if (line === null) return { request: null, id: null, reason: "too long" };
  try {
    const raw: unknown = JSON.parse(line);
    const parsed = requestSchema.safeParse(raw);
    if (parsed.success) return { request: parsed.data, id: parsed.data.id, reason: "" };
    const id = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(raw).data?.id ?? null;
    const [issue] = parsed.error.issues;
    return { request: null, id, reason: [issue?.path.join(".") ?? "", issue?.message ?? ""].filter((words) => words !== "").join(": ") };
  } catch (error) {
    return { request: null, id: null, reason: reasonOf(error) };
  }
}

function jobOf({ files, options = {}, path, base64, name, role, label, uri }: Request, settings: Settings): Job {
  const given = files ?? [{ path, base64, name, role, label, uri }];
  const [first, ...others] = given.map((one, i) => fileOf(one, given.length === 1 ? "notice" : i === 0 ? "letter" : "attachment"));
  if (first === undefined) throw new RangeError("a request without files");
  return { files: [first, ...others], options: { ...settings.options, ...told(options) }, pretty: false, output: null, kept: null };
}

function fileOf({ path, base64, name, role, label = null, uri = null }: z.infer<typeof fileSchema>, usual: JobFile["role"]): JobFile {
  const known = { name: name ?? path ?? "-", role: role ?? usual, label, uri, path: resolve(path ?? "-") };
  return base64 === undefined ? known : { ...known, bytes: Uint8Array.from(Buffer.from(base64, "base64")) };
}

