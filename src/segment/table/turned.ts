/** Tables whose first column holds the headers, and each further column a record. */
import type { Table } from "../../model/document.ts";
import type { Grid } from "./grid.ts";
import { findHeader } from "./header.ts";
import { areLabels, labelOf } from "./labels.ts";

/** A record has no more fields than these. */
const mostLabels = 30;

/** The table with rows and columns exchanged; null where its headers do not stand in the first column. */
export function turnRecords(table: Table, grid: Grid): Table | null {
  if (table.rows < 2 || table.rows > mostLabels) return null;
  const labels = [...new Set(Array.from({ length: table.rows }, (_, row) => grid.at(row, 0)).filter((cell) => cell !== null))];
  if (labels.length < 2 || labels.some(({ cell, words }) => cell.c1 !== 1 || words === "") || !areLabels(labels) || findHeader(grid) !== null || holdsLabels(table, grid)) return null;
  const cells = table.cells.map((cell) => ({ ...cell, r0: cell.c0, r1: cell.c1, c0: cell.r0, c1: cell.r1 })).sort((a, b) => a.r0 - b.r0 || a.c0 - b.c0);
  return { ...table, rows: table.columns, columns: table.rows, cells, missing: table.missing.map(({ row, column }) => ({ row: column, column: row })) };
}

/** Labels behind the first column stand before values of their own: a card, of which the columns are no records. */
function holdsLabels(table: Table, grid: Grid): boolean {
  const inside = new Set(Array.from({ length: table.rows }, (_, row) => grid.row(row).filter(({ cell }) => cell.c0 > 0)).flat());
  return [...inside].filter((cell) => labelOf(cell) !== null).length >= 2;
}
