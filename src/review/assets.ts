/** What the page is made of beside its data: style, our module, and the pdf.js that the package ships. Named here one by one; no path is looked up. */
import { readFile, readdir } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { style } from "./style.ts";

/** A file of the page. */
export interface Asset {
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

const javascript = "text/javascript; charset=utf-8";
/** In the repository the module is TypeScript, whose types are taken out as Node does it. */
export const inTypeScript = import.meta.url.endsWith(".ts");
const folder = new URL("../review/client/", import.meta.url);
const pdfjs = new URL("../read/pdf/pdfjs/", import.meta.url);

/** Loads an asset by its name; null when there is none of that name. */
export async function loadAsset(name: string): Promise<Asset | null> {
  if (name === "style.css") return { type: "text/css; charset=utf-8", body: style };
  if (/^pdfjs\/(?:pdf|pdf\.worker|cmaps)\.mjs$/u.test(name)) return { type: javascript, body: new Uint8Array(await readFile(new URL(name.slice("pdfjs/".length), pdfjs))) };
  const module = /^client\/([a-z-]+)\.js$/u.exec(name)?.[1];
  if (module === undefined || !(await moduleNames()).includes(module)) return null;
  return { type: javascript, body: await moduleText(module) };
}

/** Names of the modules that run in the page; what runs in a frame is asked for by its own name. */
export async function moduleNames(): Promise<string[]> {
  const ending = inTypeScript ? /\.ts$/u : /\.js$/u;
  return (await readdir(folder)).filter((file) => ending.test(file) && !file.endsWith(".d.ts")).map((file) => file.replace(ending, "")).filter((name) => name !== "preview-frame").sort();
}

/** The JavaScript of one module. */
async function moduleText(module: string): Promise<string> {
  const text = await readFile(new URL(`${module}.${inTypeScript ? "ts" : "js"}`, folder), "utf8");
  return inTypeScript ? stripTypeScriptTypes(text).replace(/(from "\.\/[a-z-]+)\.ts"/gu, '$1.js"') : text;
}

/** Modules as one, in this order: what they import of each other stands beside them. */
export async function bundle(names: readonly string[]): Promise<string> {
  const texts = await Promise.all(names.map(moduleText));
  return texts.map((text) => text.replace(/^import [^;]*?from "\.\/[a-z-]+\.js";\n/gmu, "").replace(/^export /gmu, "")).join("\n");
}
