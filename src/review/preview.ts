/**
 * The page of a frame in which docx-preview draws a DOCX as Word lays it out. The frame has no origin: neither the page around it, nor its token, nor
 * anything of the network is in reach of what a file makes the library do.
 */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { markup } from "../emit/report/markup.ts";
import { bundle, inTypeScript } from "./assets.ts";

/** The page of the frame, and the scripts that may run in it, as a content policy names them. */
export interface PreviewPage {
  readonly html: string;
  readonly scripts: string;
}

/** Sheets of paper on the ground of the page; what a file says of its own style comes after it. */
const style = `:root{color-scheme:light dark;background:light-dark(#e6e8eb,#0b0d10)}body{margin:0}
.docx-wrapper{background:none!important;padding:12px!important}.docx-wrapper>section.docx{box-shadow:0 1px 4px #0004;margin-bottom:16px!important}`;

let made: Promise<PreviewPage> | null = null;

/** The page; it is the same for every file. */
export function previewPage(): Promise<PreviewPage> {
  return (made ??= makePage());
}

/** What the frame may do, beside the scripts of its page: show words, pictures and type that the file brings. */
export function previewPolicy({ scripts }: PreviewPage): string {
  return `sandbox allow-scripts; default-src 'none'; script-src ${scripts}; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`;
}

async function makePage(): Promise<PreviewPage> {
  const texts = await Promise.all([...libraries().map((path) => readFile(path, "utf8")), previewScript()]);
  const scripts = texts.map((text) => text.replace(/^\/\/# sourceMappingURL=.*$/gmu, "").replace(/<\/script/giu, "<\\/script"));
  const { html } = markup`<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>docx-preview</title><style>${{ html: style }}</style></head><body>${scripts.map((script, i) => ({ html: `<script${i === scripts.length - 1 ? ' type="module"' : ""}>${script}</script>` }))}</body></html>`;
  return { html, scripts: scripts.map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`).join(" ") };
}

/** Our own modules of the frame as one. */
export function previewScript(): Promise<string> {
  return bundle(["highlights", "scrolling", "preview-frame"]);
}

/** In the repository they are those of npm; the build puts them into the package. */
function libraries(): readonly string[] {
  if (!inTypeScript) return ["jszip.min.js", "docx-preview.min.js"].map((name) => fileURLToPath(new URL(`../review/docx-preview/${name}`, import.meta.url)));
  const of = (name: string, file: string): string => fileURLToPath(new URL(file, import.meta.resolve(name)));
  return [of("jszip", "../dist/jszip.min.js"), of("docx-preview", "docx-preview.min.js")];
}
