/** How the tests of the DOCX reader read files, and what must hold for every file. */
import { load } from "cheerio";
import { expect } from "vitest";
import { fromBufferPromise } from "yauzl";
import { openContext } from "../../../src/model/context.ts";
import type { Context, ParseOptions } from "../../../src/model/context.ts";
import type { Block, NoticeDocument, Table } from "../../../src/model/document.ts";
import { cellText } from "../../../src/model/quote.ts";
import { readDocx } from "../../../src/read/docx/document.ts";
import { docx, type Markup } from "./build.ts";
import { checkBlocks } from "../grid-checks.ts";

export interface Reading {
  readonly document: NoticeDocument;
  readonly context: Context;
  /** Codes of the diagnostics in order. */
  readonly codes: readonly string[];
}

/** Reads bytes; the document is null when nothing was readable. */
export async function tryBytes(bytes: Uint8Array, options: ParseOptions = {}): Promise<{ document: NoticeDocument | null; context: Context; codes: string[] }> {
  const context = openContext(options);
  const document = await readDocx({ name: "notice.docx", bytes, uri: null, role: "notice", label: null }, 0, context);
  if (document !== null) await checkInvariants(document, bytes);
  return { document, context, codes: context.diagnostics.map(({ code }) => code) };
}

export async function readBytes(bytes: Uint8Array, options: ParseOptions = {}): Promise<Reading> {
  const { document, context, codes } = await tryBytes(bytes, options);
  if (document === null) throw new Error(`nothing read: ${codes.join(", ")}`);
  return { document, context, codes };
}

/** Reads a file made of markup. */
export async function readMarkup(markup: Markup | string, options?: ParseOptions): Promise<Reading> {
  return readBytes(docx(typeof markup === "string" ? { body: markup } : markup), options);
}

/** The blocks as short lines: kind, label and text, line feeds shown as ⏎; a page break is ⤓. */
export function outline(document: NoticeDocument): string[] {
  return document.blocks.map((block) => line(document, block));
}

function line(document: NoticeDocument, block: Block): string {
  const text = document.text.slice(block.span.start, block.span.end).replaceAll("\n", "⏎").replaceAll("\t", "⇥");
  if (block.kind === "furniture") return `${block.rule}| ${text}`;
  if (block.kind === "table") return `table ${String(block.rows)}x${String(block.columns)}| ${text}`;
  return `${block.breakBefore ? "⤓" : ""}${block.level === null ? "p" : `h${String(block.level)}`}| ${block.label === null ? "" : `${block.label.text}│`}${text}`;
}

export function tablesOf(document: NoticeDocument): Table[] {
  return document.blocks.filter((block) => block.kind === "table");
}

/** The first table; a test without one fails. */
export function tableOf(document: NoticeDocument): Table {
  const [table] = tablesOf(document);
  if (table === undefined) throw new Error("no table");
  return table;
}

/** Cells as `r0-r1 c0-c1 text`. */
export function cellsOf(document: NoticeDocument, table: Table): string[] {
  return table.cells.map((cell) => `${String(cell.r0)}-${String(cell.r1)} ${String(cell.c0)}-${String(cell.c1)} ${cellText(document, cell)}`);
}

/** What holds for every file: blocks in order, cells that tile their grid, fragments that copy what they point at. */
async function checkInvariants(document: NoticeDocument, bytes: Uint8Array): Promise<void> {
  checkBlocks(document);
  await checkFragments(document, bytes);
}

interface TreeNode {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly children?: readonly TreeNode[];
}

/** Fragments cover every character but line feeds between blocks, and each leads to its words in another parser's tree. */
async function checkFragments(document: NoticeDocument, bytes: Uint8Array): Promise<void> {
  const parts = new Map<string, TreeNode | undefined>();
  const known = new Map<string, string>();
  let end = 0;
  for (const { span, place } of document.fragments) {
    expect(document.text.slice(end, span.start)).toMatch(/^\n*$/u);
    end = span.end;
    if (place.kind !== "element") throw new Error("a DOCX has element places");
    const [part = "", path = ""] = place.path.split("#");
    if (!parts.has(part)) parts.set(part, load(await partOf(bytes, part), { xml: true }).root()[0]);
    const content = known.get(place.path) ?? textContent(resolve(parts.get(part), path));
    known.set(place.path, content);
    const shown = document.text.slice(span.start, span.end);
    const copied = content.slice(place.start ?? 0, place.end ?? 0);
    expect([...copied].map((character, i) => (character === "\u0000" ? [...shown][i] : character)).join("")).toBe(shown);
  }
  expect(document.text.slice(end)).toMatch(/^\n*$/u);
}

async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  const archive = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
  const chunks: Buffer[] = [];
  for await (const entry of archive.eachEntry()) {
    if (entry.fileName === name) for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function resolve(root: TreeNode | undefined, path: string): TreeNode | undefined {
  let node = root;
  for (const step of path.split("/").slice(1)) {
    const [, name, index] = /^(.+?)(?:\[(\d+)\])?$/u.exec(step) ?? [];
    const alike: TreeNode[] = (node?.children ?? []).filter((child) => child.name === name);
    if (index === undefined) expect(alike, path).toHaveLength(1);
    node = alike[Number(index ?? "1") - 1];
  }
  expect(node, path).toBeDefined();
  return node;
}

const single: Readonly<Record<string, string>> = { "w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-", "w:sym": "\u0000" };

/** The text content of a paragraph by the definition in `drafts.ts`; the character of a symbol is left open. */
function textContent(node: TreeNode | undefined): string {
  if (node === undefined) return "";
  if (node.name === "w:t" || node.name === "m:t") return (node.children ?? []).map((child) => child.data ?? "").join("");
  const one = single[node.name ?? ""];
  if (one !== undefined) return one;
  return (node.children ?? []).filter((child) => child.name !== "w:p" && child.name !== "w:pPr").map(textContent).join("");
}
