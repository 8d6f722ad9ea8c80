/** Tables that go on beside themselves: the same header two or three times, and below each its own records. */
import type { Cell, Table } from "../../model/document.ts";
import { isFullWidth, type Grid } from "./grid.ts";
import { findHeader } from "./header.ts";
import type { Header } from "./header-columns.ts";

/** The table with its halves below each other, each under its header; null where the header stands once. */
export function foldHalves(table: Table, grid: Grid): Table | null {
  const header = findHeader(grid);
  const count = header === null ? 1 : repeats(header);
  if (header === null || count === 1) return null;
  const width = table.columns / count;
  const top = header.rows[0];
  const body = table.cells.filter(({ r0 }) => r0 >= top);
  if (body.some(({ c0, c1 }) => Math.floor(c0 / width) !== Math.floor((c1 - 1) / width)) || table.cells.some((cell) => cell.r0 < top && cell.r1 > top)) return null;
  const height = table.rows - top;
  const across = runsAcross(grid, header, width, count);
  const headRows = header.rows[1] - top;
  const rowOf = (row: number, half: number): number => {
    const own = row - top;
    if (!across) return top + half * height + own;
    return top + (own < headRows ? half * headRows + own : count * headRows + (own - headRows) * count + half);
  };
  const move = (cell: Cell): Cell => {
    const half = Math.floor(cell.c0 / width);
    return { ...cell, r0: rowOf(cell.r0, half), r1: rowOf(endOf(grid, cell) - 1, half) + 1, c0: cell.c0 - half * width, c1: cell.c1 - half * width };
  };
  const cells = [...table.cells.filter(({ r0 }) => r0 < top).map((cell) => ({ ...cell, c0: Math.min(cell.c0, width - 1), c1: Math.max(1, Math.min(cell.c1, width)) })), ...body.map(move)];
  return { ...table, rows: top + count * height, columns: width, cells: cells.sort((a, b) => a.r0 - b.r0 || a.c0 - b.c0), missing: [] };
}

/** Where a cell ends: at the end of the page, where only a blank one at the top of the next page goes on from it. */
function endOf(grid: Grid, { r0, r1, c0 }: Cell): number {
  return r1 - r0 === 2 && grid.at(r0, c0)?.cutAt === r0 + 1 ? r0 + 1 : r1;
}

/** How many times the same headers stand side by side. */
function repeats({ columns }: Header): number {
  const texts = columns.map(({ text }) => text);
  return [2, 3, 4].find((count) => texts.length % count === 0 && texts.length / count >= 2 && texts[0] !== null && texts.every((text, i) => text === texts[i % (texts.length / count)])) ?? 1;
}

/** Whether the records run on across the halves (1 | 2, 3 | 4) and not down the first and then down the next, by their numbers. */
function runsAcross(grid: Grid, { rows, columns }: Header, width: number, count: number): boolean {
  const number = columns.findIndex(({ meaning }) => meaning?.kind === "number");
  if (number < 0 || number >= width) return false;
  let across = 0;
  for (let row = rows[1]; row < grid.rows; row++) {
    const cells = Array.from({ length: count }, (_, half) => grid.at(row, number + half * width));
    if (cells.some((cell) => cell !== null && (endOf(grid, cell.cell) - cell.cell.r0 > 1 || isFullWidth(grid, cell)))) return false;
    const numbers = cells.map((cell) => Number(cell?.words.replace(/\D/gu, "") ?? NaN));
    if (numbers[1] === (numbers[0] ?? NaN) + 1) across++;
  }
  return grid.rows - rows[1] >= 2 ? across >= 2 : across === 1 && count === 2;
}
