/** The whole review as one HTML file: the same page, with all it would ask a server for inside. */
import { createHash } from "node:crypto";
import { markup } from "../emit/report/markup.ts";
import type { Language } from "../model/finding.ts";
import { bundle, moduleNames } from "./assets.ts";
import { openSideBySide } from "./beside.ts";
import { besideOf } from "./beside-view.ts";
import { fieldRules } from "./field-rules.ts";
import { noticeOf, valuesFor } from "./notice-view.ts";
import { pageOf } from "./page.ts";
import { previewPage } from "./preview.ts";
import type { Shelf, Shelved } from "./shelf.ts";
import { stateOf } from "./state.ts";
import { stillPage } from "./still-page.ts";
import { printable } from "../text/shown.ts";
import type { Stored } from "./store.ts";
import { style } from "./style.ts";
import { emptyWords } from "./value-words.ts";
import { Drawing } from "./view.ts";
import { words } from "./words.ts";

/** Writes the file. Nothing is fetched by it and nothing is sent from it; corrections made in it are downloaded as YAML. */
export async function packReview(shelf: Shelf, stored: Stored, language: Language, person: string | null = null): Promise<string> {
  const drawing = new Drawing(language);
  const sideBySide = await openSideBySide(shelf, language)(stored);
  const notices = [];
  for (const [n] of shelf.items.entries()) {
    const notice = await shelf.notice(n);
    if (notice === null) continue;
    const state = stateOf(notice.result, stored, language);
    const data = noticeOf(notice, state, stored, language);
    const sources = data.sources.map((source) => (source.view === "pdf" ? { ...source, view: "pages" } : source));
    notices.push({
      name: printable(notice.item.name),
      open: state.counts.open,
      notice: { n, ...data, sources, readOnly: null, ...drawing.notice(state), changed: false, undo: null },
      frames: await framesOf(shelf, n, notice),
      files: await Promise.all(sources.map(async ({ i, preview }) => (preview ? base64Of(await shelf.bytes(n, i)) : null))),
      renderings: notice.renderings,
      beside: besideOf(notice.result.notice.id, sideBySide, language),
      values: Object.fromEntries([...state.result.tasks.map(({ id }) => id), state.result.notice.id].map((id) => [id, valuesFor(state, id, language)])),
    });
  }
  const preview = notices.some(({ files }) => files.some((file) => file !== null)) ? await previewPage() : null;
  const empty = { reason: emptyWords(words.reason[language], language), person: emptyWords(words.person[language], language), words: emptyWords(words.printedWords[language], language) };
  const data = JSON.stringify({ notices, person, preview: preview?.html ?? null, rules: fieldRules(language), words: { empty, download: words.download[language], withdraw: words.withdraw[language], notConfirmed: words.notConfirmed[language], notWithdrawn: words.notWithdrawn[language], added: words.added[language], unchanged: words.unchanged[language] } }).replace(/</gu, "\\u003c");
  const script = await pageScript();
  const policy = `default-src 'none'; script-src ${[hashOf(script), ...(preview === null ? [] : [preview.scripts])].join(" ")}; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'`;
  const head = markup`<meta http-equiv="Content-Security-Policy" content="${policy}"><style>${{ html: style }}</style>`;
  const foot = { html: `<script type="application/json" id="data">${data}</script><script type="module">${script}</script>` };
  return pageOf({ language, head, foot });
}

function hashOf(script: string): string {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}

function base64Of(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : Buffer.from(bytes).toString("base64");
}

async function framesOf(shelf: Shelf, n: number, { result }: Shelved): Promise<(string | null)[]> {
  return Promise.all(
    result.sources.map(async ({ format, charset }, i) => {
      const bytes = format === "html" ? await shelf.bytes(n, i) : null;
      return bytes === null ? null : stillPage(bytes, charset);
    }),
  );
}

/** All modules of the page as one. */
export async function pageScript(): Promise<string> {
  const names = await moduleNames();
  const one = await bundle([...names.filter((name) => name !== "main"), "main"]);
  return `\n${one.replace(/<\/script/giu, "<\\/script")}\n`;
}
