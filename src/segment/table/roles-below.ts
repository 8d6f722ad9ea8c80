/** Rows below each task that say who does it, by labels: 牵头单位：县文旅局；配合单位：各乡镇. */
import type { Grid } from "./grid.ts";
import { givesRoles } from "./roles-above.ts";

/** The rows from `first` on that do so; none where the first of them stands above its tasks, as the heading of a group. */
export function rolesBelow(grid: Grid, first: number): ReadonlySet<number> {
  const rows = Array.from({ length: Math.max(0, grid.rows - first) }, (_, i) => first + i).filter((row) => isOfRoles(grid, row));
  const [one] = rows;
  return one === undefined || one === first || !isTask(grid, one - 1) || isTwice(rows) || standsAlone(grid, first, rows) ? new Set() : new Set(rows);
}

function isOfRoles(grid: Grid, row: number): boolean {
  const filled = filledIn(grid, row);
  return filled.length > 0 && filled.every(({ cell, quote }) => cell.r0 === row && cell.r1 === row + 1 && givesRoles(quote.text.trim()));
}

/** A row of several cells, which is no heading of a group. */
function isTask(grid: Grid, row: number): boolean {
  return filledIn(grid, row).length > 1;
}

/** One such row below several tasks: it says it of all of them, or signs the table. */
function standsAlone(grid: Grid, first: number, rows: readonly number[]): boolean {
  return rows.length === 1 && Array.from({ length: Math.max(0, grid.rows - first) }, (_, i) => first + i).filter((row) => isTask(grid, row)).length > 1;
}

function isTwice(rows: readonly number[]): boolean {
  return rows.some((row, i) => rows[i + 1] === row + 1);
}

function filledIn(grid: Grid, row: number): ReturnType<Grid["row"]> {
  return grid.row(row).filter(({ words }) => words !== "");
}
