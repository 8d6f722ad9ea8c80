/** How the tests of the text reader read texts, and what must hold for every text. */
import { expect } from "vitest";
import { openContext, type Context } from "../../../src/model/context.ts";
import type { Block, NoticeDocument, Table } from "../../../src/model/document.ts";
import type { Span } from "../../../src/model/position.ts";
import { cellText } from "../../../src/model/quote.ts";
import { decode } from "../../../src/read/charset.ts";
import { readText } from "../../../src/read/text/text.ts";

export interface Reading {
  readonly document: NoticeDocument;
  readonly context: Context;
}

/** Reads a text and checks what must hold for all; null when there is nothing to see in it. */
export async function readBytes(bytes: Uint8Array): Promise<Reading | null> {
  const context = openContext();
  const document = await readText({ name: "notice.txt", bytes, uri: null, role: "notice", label: null }, 3, context);
  if (document === null) return null;
  checkInvariants(document, decode(bytes).text);
  return { document, context };
}

export async function reading(text: string): Promise<Reading> {
  const read = await readBytes(new TextEncoder().encode(text));
  if (read === null) throw new Error("nothing read");
  return read;
}

/** Characters that can be seen. */
export function ink(text: string): string {
  return text.replace(/[\s\u0085\u00ad\u200b-\u200f\u2060\ufeff]/gu, "");
}

/** The characters of a text, sorted. */
export function sorted(text: string): string {
  return [...ink(text)].sort().join("");
}

function checkInvariants({ text, blocks, fragments }: NoticeDocument, file: string): void {
  let end = 0;
  const used: Span[] = [];
  for (const { span, place } of fragments) {
    expect(text.slice(end, span.start)).toMatch(/^\n?$/u);
    expect(place).toMatchObject({ source: 3, kind: "element", path: "/" });
    if (place.kind !== "element" || place.start === null || place.end === null) throw new Error("no offsets");
    expect(file.slice(place.start, place.end)).toBe(text.slice(span.start, span.end));
    used.push({ start: place.start, end: place.end });
    end = span.end;
  }
  expect(end).toBe(text.length);
  used.sort((a, b) => a.start - b.start);
  for (const [i, span] of used.entries()) expect(span.start).toBeGreaterThanOrEqual(used[i - 1]?.end ?? 0);
  checkBlocks(blocks, { start: 0, end: text.length });
}

function checkBlocks(blocks: readonly Block[], within: Span): void {
  let at = within.start;
  for (const block of blocks) {
    expect(block.span.start).toBeGreaterThanOrEqual(at);
    expect(block.span.end).toBeGreaterThanOrEqual(block.span.start);
    expect(block.span.end).toBeLessThanOrEqual(within.end);
    at = block.span.end;
    if (block.kind === "table") checkTable(block);
  }
}

/** Cells and missing slots tile the grid. */
function checkTable(table: Table): void {
  const slots = new Set<string>();
  const take = (row: number, column: number): void => {
    expect(slots.has(`${row},${column}`)).toBe(false);
    expect(row < table.rows && column < table.columns).toBe(true);
    slots.add(`${row},${column}`);
  };
  for (const { r0, r1, c0, c1, span, blocks } of table.cells) {
    expect(span.start >= table.span.start && span.end <= table.span.end).toBe(true);
    checkBlocks(blocks, span);
    for (let r = r0; r < r1; r++) for (let c = c0; c < c1; c++) take(r, c);
  }
  for (const { row, column } of table.missing) take(row, column);
  expect(slots.size).toBe(table.rows * table.columns);
  expect(table.parts.map(({ rows }) => rows[0])).toEqual(table.parts.map((_, i) => (i === 0 ? 0 : table.parts[i - 1]?.rows[1])));
  expect(table.parts.at(-1)?.rows[1]).toBe(table.rows);
}

export function tablesOf({ document }: Reading): Table[] {
  return document.blocks.filter((block) => block.kind === "table");
}

/** A table as lines: cells in order, merged ones with their size, paragraphs parted by ⏎. */
export function gridOf({ document }: Reading, table: Table): string[] {
  const rows: string[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells) {
    const size = cell.r1 - cell.r0 > 1 || cell.c1 - cell.c0 > 1 ? ` [${cell.r1 - cell.r0}×${cell.c1 - cell.c0}]` : "";
    rows[cell.r0]?.push(cellText(document, cell).replace(/\n/gu, "⏎") + size);
  }
  return rows.map((row) => row.join(" | "));
}

/** Blocks outside tables as lines. */
export function proseOf({ document }: Reading): string[] {
  return document.blocks.flatMap((block) => {
    if (block.kind === "table") return ["(table)"];
    const text = document.text.slice(block.span.start, block.span.end).replace(/\n/gu, "⏎");
    return [block.kind === "furniture" ? `{${block.rule}} ${text}` : block.align === null ? text : `<${block.align}> ${text}`];
  });
}
