/** The addresses of the review: the page and its parts for everybody who asks from the page's own address, notices and writes for those with the token. */
import { randomBytes } from "node:crypto";
import { Hono, type Context } from "hono";
import type { z } from "zod";
import { markup } from "../emit/report/markup.ts";
import type { Language } from "../model/finding.ts";
import { loadAsset } from "./assets.ts";
import { openSideBySide } from "./beside.ts";
import { besideOf } from "./beside-view.ts";
import { confirmationSchema, correctionSchema, Desk, withdrawalSchema, type DeskSetting, type Written } from "./desk.ts";
import { framePolicy, guard, secret } from "./guard.ts";
import { noticeOf, valuesFor } from "./notice-view.ts";
import { pageOf } from "./page.ts";
import { previewPage, previewPolicy } from "./preview.ts";
import { stateOf } from "./state.ts";
import { stillPage } from "./still-page.ts";
import { printable } from "../text/shown.ts";
import { emptyWords } from "./value-words.ts";
import { Drawing } from "./view.ts";
import { words } from "./words.ts";

/** What the addresses need. */
export interface RoutesSetting extends DeskSetting {
  readonly token: string;
  /** The token for a word that opens once; null for any other. */
  readonly exchange: (word: string) => string | null;
  /** Hears what went wrong through a fault of the program. */
  readonly defect: (error: unknown) => void;
  /** Known once the port is open. */
  readonly port: () => number;
  readonly person: string | null;
}

/** Makes the application. */
export function routesOf(setting: RoutesSetting): Hono {
  const { shelf, store, language, token, exchange, defect, port, person } = setting;
  const app = new Hono();
  const desk = new Desk(setting);
  const drawing = new Drawing(language);
  const frames = openFrames();
  const sideBySide = openSideBySide(shelf, language);

  app.use(guard(port));
  app.get("/", (context) => context.html(pageOf({ language, head: markup`<link rel="stylesheet" href="/assets/style.css">`, foot: markup`<script type="module" src="/assets/client/main.js"></script>` })));
  app.get("/assets/:folder{client|pdfjs}/:name", async (context) => assetOf(context, `${context.req.param("folder")}/${context.req.param("name")}`));
  app.get("/assets/:name", async (context) => assetOf(context, context.req.param("name")));
  app.get("/preview", async (context) => {
    const page = await previewPage();
    return context.html(page.html, 200, { "content-security-policy": previewPolicy(page) });
  });
  app.get("/frames/:id", (context) => {
    const html = frames.take(context.req.param("id"));
    return html === null ? context.notFound() : context.html(html, 200, { "content-security-policy": framePolicy });
  });

  app.post("/pass", (context) => {
    const given = exchange((context.req.header("authorization") ?? "").replace(/^Bearer /u, ""));
    return given === null ? context.json({ error: "pass" }, 401) : context.json({ token: given });
  });

  app.use("/api/*", secret(token));
  app.get("/api/notices", async (context) => {
    const stored = await store.load();
    const notices = shelf.items.map((item, n) => {
      const known = shelf.peek(n);
      return known === null ? { n, name: printable(item.name), title: null, open: null } : { n, name: printable(item.name), title: known.result.notice.title, open: stateOf(known.result, stored, language).counts.open };
    });
    return context.json({ notices, person, revision: stored.revision });
  });
  app.get("/api/notices/:n{[0-9]+}", async (context) => {
    const n = Number(context.req.param("n"));
    const notice = await shelf.notice(n);
    if (notice === null) return context.json({ error: "unknown" }, 404);
    const stored = await store.load();
    const state = stateOf(notice.result, stored, language);
    return context.json({ n, ...noticeOf(notice, state, stored, language), ...drawing.notice(state), changed: !(await shelf.isSame(n)) });
  });
  app.get("/api/source/:n{[0-9]+}/:i{[0-9]+}", async (context) => {
    const [n, i] = [Number(context.req.param("n")), Number(context.req.param("i"))];
    const notice = await shelf.notice(n);
    const source = notice?.result.sources[i];
    if (notice === null || source === undefined) return context.json({ error: "unknown" }, 404);
    if (context.req.query("drawn") !== undefined) return context.json({ rendering: notice.renderings[i] ?? null });
    const bytes = await shelf.bytes(n, i);
    if (bytes === null) return context.json({ error: "changed" }, 410);
    if (context.req.query("file") !== undefined && source.format === "docx") return context.body(new Uint8Array(bytes), 200, { "content-type": "application/octet-stream" });
    if (source.format === "html") return context.json({ frame: frames.put(stillPage(bytes, source.charset)) });
    if (source.format === "pdf") return context.body(new Uint8Array(bytes), 200, { "content-type": "application/pdf" });
    return context.json({ rendering: notice.renderings[i] ?? null });
  });
  app.get("/api/values/:n{[0-9]+}/:id", async (context) => {
    const notice = await shelf.notice(Number(context.req.param("n")));
    if (notice === null) return context.json({ error: "unknown" }, 404);
    return context.json({ values: valuesFor(stateOf(notice.result, await store.load(), language), context.req.param("id"), language) });
  });
  app.get("/api/beside/:n{[0-9]+}", async (context) => {
    const notice = await shelf.notice(Number(context.req.param("n")));
    if (notice === null) return context.json({ error: "unknown" }, 404);
    return context.json(besideOf(notice.result.notice.id, await sideBySide(await store.load()), language));
  });
  app.post("/api/corrections", async (context) => {
    let row: string | null = null;
    const written = await asked(context, correctionSchema, language, (given) => {
      row = "op" in given ? null : given.id;
      return desk.correct(given);
    });
    return answered(context, written, { drawing, language }, row);
  });
  app.delete("/api/corrections/:id/:field", async (context) => {
    const { id, field } = context.req.param();
    const written = await fitting({ words: null, ...context.req.query(), id, field }, withdrawalSchema, language, (given) => desk.withdraw(given));
    return answered(context, written, { drawing, language }, field === "drop" || field === "add" ? null : id);
  });
  app.post("/api/confirmations", async (context) => {
    let row: string | null = null;
    const written = await asked(context, confirmationSchema, language, (given) => {
      row = given.id;
      return desk.confirm(given);
    });
    return answered(context, written, { drawing, language }, row);
  });
  app.notFound((context) => context.text("not found", 404));
  app.onError((error, context) => {
    defect(error);
    return context.json({ error: "defect" }, 500);
  });
  return app;
}

async function assetOf(context: Context, name: string): Promise<Response> {
  const asset = await loadAsset(name);
  return asset === null ? context.notFound() : context.body(asset.body, 200, { "content-type": asset.type });
}

/** Does what a body asks for. */
async function asked<T>(context: Context, schema: z.ZodType<T>, language: Language, work: (given: T) => Promise<Written>): Promise<Written> {
  return fitting(await context.req.json().catch(() => null), schema, language, work);
}

/** Does what is asked for; what asks for nothing of the kind is answered like a wrong value. */
async function fitting<T>(body: unknown, schema: z.ZodType<T>, language: Language, work: (given: T) => Promise<Written>): Promise<Written> {
  const read = schema.safeParse(body);
  if (read.success) return work(read.data);
  const [issue] = read.error.issues.flatMap((one) => (one.code === "invalid_union" ? one.errors.flat().filter(({ code }) => code !== "unrecognized_keys") : [one]));
  const field = issue?.path.map(String).join(".") ?? "";
  const empty = field === "reason" || field === "person" || field === "words" ? words[field === "words" ? "printedWords" : field][language] : null;
  return { kind: "wrong", field, message: empty === null ? words.badRequest[language] : emptyWords(empty, language) };
}

/** `row`: the one task that a write can have changed; null: all may have. */
function answered(context: Context, written: Written, { drawing, language }: { readonly drawing: Drawing; readonly language: Language }, row: string | null): Response {
  switch (written.kind) {
    case "unknown":
      return context.json({ error: "unknown" }, 404);
    case "wrong":
      return context.json({ error: "wrong", field: written.field, message: written.message }, 422);
    case "locked":
      return context.json({ error: "locked", message: written.message }, 423);
    case "moved":
    case "written": {
      const { state, notice, stored } = written;
      const data = { ...noticeOf(notice, state, stored, language), marks: undefined };
      const known = { ...data, head: drawing.head(state), findings: drawing.findings(state) };
      const one = written.kind === "moved" ? undefined : state.tasks.find(({ task }) => task.id === row);
      const isNotice = written.kind === "written" && row === state.result.notice.id;
      const parts = one !== undefined ? { row: { id: one.task.id, html: drawing.row(one) } } : isNotice ? {} : { rows: drawing.rows(state) };
      return context.json({ ...known, ...parts, undo: written.kind === "written" ? written.undo : null }, written.kind === "moved" ? 409 : 200);
    }
  }
}

/** Pages for frames, each under an address that nobody can guess and that is good once: a frame cannot send the token. */
function openFrames(): { readonly put: (html: string) => string; readonly take: (id: string) => string | null } {
  const waiting = new Map<string, string>();
  return {
    put: (html) => {
      const id = randomBytes(16).toString("hex");
      waiting.set(id, html);
      for (const old of [...waiting.keys()].slice(0, -8)) waiting.delete(old);
      return id;
    },
    take: (id) => {
      const html = waiting.get(id) ?? null;
      waiting.delete(id);
      return html;
    },
  };
}
