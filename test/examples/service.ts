/**
 * A small HTTP service around the library. In a project of your own, import from "fengong".
 *
 *     POST /notices             one file as the body, or several as multipart/form-data: `letter`, `attachment`, `attachment` …
 *     POST /notices?year=2021   what the file does not say: year, issued, region
 *     GET  /health
 *
 * Reading keeps one processor busy and takes no time limit of its own: run one such process for each processor,
 * or hand the work to `fengong worker`, which ends what takes too long.
 */
import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { parseNotice, parserVersion, type NoticeFiles, type NoticeInput, type ParseOptions } from "../../src/index.ts";

/** The service; `limit` is the largest upload in bytes. */
export function service(limit = 20_000_000): Hono {
  const app = new Hono();
  app.get("/health", (context) => context.json({ status: "ok", version: parserVersion }));
  app.post("/notices", bodyLimit({ maxSize: limit, onError: (context) => context.json({ error: "too-large", limit }, 413) }), async (context) => {
    const options = optionsOf(context);
    if (options === null) return context.json({ error: "bad-options" }, 400);
    const files = await filesOf(context);
    if (files === null) return context.json({ error: "no-file" }, 400);
    const result = await parseNotice(files, { ...options, limits: { bytes: limit } });
    return context.json(result, result.status === "failed" ? 422 : 200);
  });
  return app;
}

async function filesOf(context: Context): Promise<NoticeFiles | null> {
  if (context.req.header("content-type")?.startsWith("multipart/form-data") !== true) {
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    return bytes.length === 0 ? null : { name: context.req.query("name") ?? "upload", bytes };
  }
  const form = await context.req.formData();
  const inputs: NoticeInput[] = [];
  for (const role of ["letter", "attachment"] as const) {
    for (const file of form.getAll(role)) if (typeof file !== "string") inputs.push({ name: file.name, role, bytes: new Uint8Array(await file.arrayBuffer()) });
  }
  const [first, ...others] = inputs;
  return first === undefined ? null : others.length === 0 ? { ...first, role: "notice" } : [first, ...others];
}

/** Null when a value is none. */
function optionsOf(context: Context): ParseOptions | null {
  const { year, issued, region } = context.req.query();
  if ((year !== undefined && !/^[12]\d{3}$/u.test(year)) || (issued !== undefined && !/^\d{4}-\d{2}-\d{2}$/u.test(issued)) || (region !== undefined && !/^\d{6}$/u.test(region))) return null;
  return { ...(year === undefined ? {} : { year: Number(year) }), ...(issued === undefined ? {} : { issued }), ...(region === undefined ? {} : { region }) };
}
