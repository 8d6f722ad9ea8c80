/** What holds for every document with tables from markup, and its grids for comparing. */
import { expect } from "vitest";
import type { NoticeDocument, Table } from "../../src/model/document.ts";
import { cellText } from "../../src/model/quote.ts";

/** Every slot with the text of the cell that owns it, numbers included; null for missing slots. */
export function slotsOf(document: NoticeDocument, table: Table): (string | null)[][] {
  const slots = Array.from({ length: table.rows }, () => Array.from({ length: table.columns }, (): string | null => null));
  for (const cell of table.cells) {
    for (let r = cell.r0; r < cell.r1; r++) for (let c = cell.c0; c < cell.c1; c++) (slots[r] ?? [])[c] = cellText(document, cell);
  }
  return slots;
}

/** Blocks follow each other with one line feed between them, and cells tile their grid. */
export function checkBlocks(document: NoticeDocument): void {
  let end = -1;
  for (const block of document.blocks) {
    expect(block.span.start).toBe(end + 1);
    expect(block.span.end).toBeGreaterThanOrEqual(block.span.start);
    end = block.span.end;
    if (block.kind === "table") checkTable(block);
  }
  expect(end).toBe(document.text.length);
}

function checkTable(table: Table): void {
  const slots = new Set<string>();
  const own = (row: number, column: number): void => {
    const slot = `${String(row)},${String(column)}`;
    expect(slots.has(slot), `slot ${slot} has two owners`).toBe(false);
    slots.add(slot);
  };
  for (const cell of table.cells) {
    for (let r = cell.r0; r < cell.r1; r++) for (let c = cell.c0; c < cell.c1; c++) own(r, c);
    expect(cell.span.start).toBeGreaterThanOrEqual(table.span.start);
    expect(cell.span.end).toBeLessThanOrEqual(table.span.end);
    for (const block of cell.blocks) if (block.kind === "table") checkTable(block);
  }
  for (const { row, column } of table.missing) own(row, column);
  expect(slots.size).toBe(table.rows * table.columns);
}
