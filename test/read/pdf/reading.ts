/** How the tests of the PDF reader read files, and what must hold for every file. */
import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { openContext } from "../../../src/model/context.ts";
import type { Context, ParseOptions } from "../../../src/model/context.ts";
import type { Block, NoticeDocument, Table } from "../../../src/model/document.ts";
import { read } from "../../../src/read/read.ts";

export interface Reading {
  readonly document: NoticeDocument | null;
  readonly context: Context;
}

export const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));

export async function readFile(bytes: Uint8Array, options: ParseOptions = {}): Promise<Reading> {
  const context = openContext(options);
  const { document } = await read({ name: "notice.pdf", bytes, uri: null, role: "notice", label: null }, 0, context);
  if (document !== null) checkInvariants(document);
  return { document, context };
}

/** Reads a file that must give a document. */
export async function readFixture(name: string): Promise<{ readonly document: NoticeDocument; readonly codes: readonly string[] }> {
  const { document, context } = await readFile(fixture(name));
  if (document === null) throw new Error(`nothing read: ${codesOf(context).join(", ")}`);
  return { document, codes: codesOf(context) };
}

export const codesOf = (context: Context): string[] => context.diagnostics.map(({ code }) => code);

/** Spans ascend, every character has one place on an existing page, and cells tile their grid. */
export function checkInvariants(document: NoticeDocument): void {
  let end = 0;
  const covered = new Uint8Array(document.text.length);
  for (const { span, place } of document.fragments) {
    expect(span.start).toBeGreaterThanOrEqual(end);
    end = span.end;
    covered.fill(1, span.start, span.end);
    if (place.kind !== "page") throw new Error("a place without a page");
    expect(place.page).toBeGreaterThanOrEqual(1);
    expect(place.page).toBeLessThanOrEqual(document.pages ?? 0);
    expect(place.bbox[2]).toBeGreaterThanOrEqual(place.bbox[0]);
    expect(place.bbox[3]).toBeGreaterThanOrEqual(place.bbox[1]);
  }
  for (let i = 0; i < covered.length; i++) if (covered[i] === 0) expect(document.text[i]).toBe("\n");
  checkBlocks(document.blocks, 0, document.text.length);
}

function checkBlocks(blocks: readonly Block[], start: number, end: number): void {
  let at = start;
  for (const block of blocks) {
    expect(block.span.start).toBeGreaterThanOrEqual(at);
    expect(block.span.end).toBeGreaterThanOrEqual(block.span.start);
    at = block.span.end;
    if (block.kind === "table") checkTable(block);
  }
  expect(at).toBeLessThanOrEqual(end);
}

function checkTable(table: Table): void {
  const owners = new Uint8Array(table.rows * table.columns);
  for (const { r0, r1, c0, c1, blocks, span } of table.cells) {
    expect(r1 <= table.rows && c1 <= table.columns && r0 < r1 && c0 < c1).toBe(true);
    for (let row = r0; row < r1; row++) {
      for (let column = c0; column < c1; column++) {
        expect(owners[row * table.columns + column], `slot ${row},${column}`).toBe(0);
        owners[row * table.columns + column] = 1;
      }
    }
    if (blocks.length > 0) checkBlocks(blocks, span.start, span.end);
  }
  for (const { row, column } of table.missing) {
    expect(owners[row * table.columns + column]).toBe(0);
    owners[row * table.columns + column] = 1;
  }
  expect(owners.every((owner) => owner === 1)).toBe(true);
}

export const tablesOf = (document: NoticeDocument): Table[] => document.blocks.filter((block) => block.kind === "table");

/** The words of each slot; slots of a merged cell share them, missing ones are empty. */
export function slotsOf(document: NoticeDocument, table: Table): string[][] {
  const slots = Array.from({ length: table.rows }, () => Array.from({ length: table.columns }, () => ""));
  for (const { r0, r1, c0, c1, span } of table.cells) {
    const text = document.text.slice(span.start, span.end).replace(/\s+/gu, "");
    for (let row = r0; row < r1; row++) for (let column = c0; column < c1; column++) slots[row]![column] = text;
  }
  return slots;
}

/** A document as a person would write down what the pages show: a line a paragraph, tables with their cells and spans. */
export function outline(document: NoticeDocument): string[] {
  return document.blocks.flatMap((block) => linesOf(document, block, ""));
}

function linesOf(document: NoticeDocument, block: Block, indent: string): string[] {
  const words = document.text.slice(block.span.start, block.span.end);
  if (block.kind === "furniture") return words.split("\n").map((line) => `${indent}(${block.rule}) ${line}`);
  if (block.kind === "paragraph") return [`${indent}${block.align === "center" ? "> " : block.align === "right" ? ">> " : ""}${block.bold.length > 0 ? "**" : ""}${words}`];
  const lines = [`${indent}table ${block.rows}x${block.columns} ${block.method}, pages ${block.parts.map(({ page }) => page).join(" ")}`];
  for (const cell of block.cells) {
    const rows = cell.r1 === cell.r0 + 1 ? `${cell.r0}` : `${cell.r0}-${cell.r1 - 1}`;
    const columns = cell.c1 === cell.c0 + 1 ? `${cell.c0}` : `${cell.c0}-${cell.c1 - 1}`;
    const paragraphs = cell.blocks.flatMap((inner) => (inner.kind === "table" ? [] : [document.text.slice(inner.span.start, inner.span.end)]));
    lines.push(`${indent}  ${rows} | ${columns} | ${paragraphs.join(" / ")}${cell.header ? " (header)" : ""}`);
    for (const inner of cell.blocks) if (inner.kind === "table") lines.push(...linesOf(document, inner, `${indent}      `));
  }
  for (const { row, column } of block.missing) lines.push(`${indent}  ${row} | ${column} | (no cell)`);
  return lines;
}
