/** How the tests of the HTML reader read pages, and what must hold for every page. */
import { load } from "cheerio";
import { expect } from "vitest";
import { openContext } from "../../../src/model/context.ts";
import type { Context, ParseOptions } from "../../../src/model/context.ts";
import type { Block, NoticeDocument, Table } from "../../../src/model/document.ts";
import { decode } from "../../../src/read/charset.ts";
import { read } from "../../../src/read/read.ts";
import { checkBlocks } from "../grid-checks.ts";

export interface Reading {
  readonly document: NoticeDocument;
  readonly context: Context;
}

export async function readBytes(bytes: Uint8Array, name = "notice.html", options: ParseOptions = {}): Promise<Reading> {
  const context = openContext(options);
  const { document } = await read({ name, bytes, uri: null, role: "notice", label: null }, 0, context);
  if (document === null) throw new Error(`nothing read: ${context.diagnostics.map(({ code }) => code).join(", ")}`);
  checkInvariants(document, bytes);
  return { document, context };
}

export async function readText(markup: string, name?: string, options?: ParseOptions): Promise<Reading> {
  return readBytes(new TextEncoder().encode(markup), name, options);
}

/** The blocks as short lines: kind, and the text with line feeds shown as ⏎. */
export function outline(document: NoticeDocument): string[] {
  return document.blocks.map((block) => line(document, block));
}

function line(document: NoticeDocument, block: Block): string {
  const text = document.text.slice(block.span.start, block.span.end).replaceAll("\n", "⏎");
  if (block.kind === "furniture") return `${block.rule}| ${text}`;
  if (block.kind === "table") return `table ${String(block.rows)}x${String(block.columns)}| ${text}`;
  return `${block.level === null ? "p" : `h${String(block.level)}`}| ${block.label?.text ?? ""}${text}`;
}

export function tablesOf(document: NoticeDocument): Table[] {
  return document.blocks.filter((block) => block.kind === "table");
}

/** What holds for every page: ordered blocks, cells that tile their grid, fragments that copy what they point at. */
export function checkInvariants(document: NoticeDocument, bytes: Uint8Array): void {
  checkBlocks(document);
  expect(sortedInk(document.text)).toBe(sortedInk(shownText(withoutRuled(decode(bytes).text))));
  checkFragments(document, bytes);
}

const unseen = new Set(
  "head script style noscript noframes noembed select datalist textarea iframe object audio video canvas svg math template xml map".split(" "),
);

/** The page without what its own style rules hide, by the selectors of another library. */
function withoutRuled(text: string): TreeNode | undefined {
  const page = load(text);
  const rules = page("style").text().replace(/\/\*[^]*?\*\/|@[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/gu, "");
  for (const [, selector = "", css = ""] of rules.matchAll(/([^{}]+)\{([^{}]*)\}/gu)) {
    if (/display\s*:\s*none|visibility\s*:\s*hidden/iu.test(css) && !/[:[+~*]/u.test(selector)) page(selector.trim()).filter((_, element) => !/display\s*:\s*(?!none)/iu.test(page(element).attr("style") ?? "")).remove();
  }
  return page.root()[0];
}

/** The characters a page shows, by a walk that knows nothing of blocks. */
function shownText(node: TreeNode | undefined): string {
  if (node?.type === "text") return node.data ?? "";
  if (node === undefined || unseen.has(node.name ?? "")) return "";
  if (node.attribs?.["hidden"] !== undefined || /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/iu.test(node.attribs?.["style"] ?? "")) return "";
  return (node.children ?? []).map(shownText).join("");
}

/** Order is left to other tests: feet of tables move. */
function sortedInk(text: string): string {
  return [...text.replace(/[\s\u00ad\u180e\u200b-\u200f\u2060\ufeff]/gu, "")].sort().join("");
}

interface TreeNode {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly TreeNode[];
}

function checkFragments(document: NoticeDocument, bytes: Uint8Array): void {
  const root: TreeNode | undefined = load(decode(bytes).text).root()[0];
  const known = new Map<string, string>();
  let end = 0;
  for (const { span, place } of document.fragments) {
    expect(document.text.slice(end, span.start).trim()).toBe("");
    end = span.end;
    if (place.kind !== "element") throw new Error("a page has element places");
    const content = known.get(place.path) ?? textContent(resolve(root, place.path));
    known.set(place.path, content);
    expect(content.slice(place.start ?? 0, place.end ?? 0)).toBe(document.text.slice(span.start, span.end));
  }
  expect(document.text.slice(end).trim()).toBe("");
}

function resolve(root: TreeNode | undefined, path: string): TreeNode | undefined {
  let node = root;
  for (const step of path.split("/").slice(1)) {
    const [, name, index] = /^(.+?)(?:\[(\d+)\])?$/u.exec(step) ?? [];
    const alike: TreeNode[] = (node?.children ?? []).filter((child) => child.name === name);
    if (index === undefined) expect(alike, path).toHaveLength(1);
    node = alike[Number(index ?? "1") - 1];
  }
  return node;
}

function textContent(node: TreeNode | undefined): string {
  if (node === undefined) return "";
  if (node.type === "text") return node.data ?? "";
  return node.name === "template" ? "" : (node.children ?? []).map(textContent).join("");
}
