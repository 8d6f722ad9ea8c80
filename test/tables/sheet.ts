/** A made table with the heights of its rows and its words in lines, and cut in two where a page ends. */
import type { MadeTable } from "./generator.ts";
import { wrap } from "./type.ts";

/** A cell with its words in lines; rows and columns are half-open. */
export interface SheetCell {
  readonly r0: number;
  readonly r1: number;
  readonly c0: number;
  readonly c1: number;
  readonly lines: readonly string[];
}

/** Rows of a table that stand on one page. */
export interface Sheet {
  readonly table: MadeTable;
  /** Numbers of the rows in the table; a cut row stands on both pages. */
  readonly rows: readonly number[];
  readonly heights: readonly number[];
  /** With rows counted in this sheet. */
  readonly cells: readonly SheetCell[];
}

/** Edges of the columns from 0, in points. */
export function edgesOf({ columns, padding, size }: MadeTable): number[] {
  const edges = [0];
  for (const { width } of columns) edges.push((edges.at(-1) ?? 0) + (width + 2 * padding.x) * size);
  return edges;
}

/** The whole table. */
export function sheetOf(table: MadeTable): Sheet {
  const edges = edgesOf(table);
  const cells = table.cells.map(({ r0, r1, c0, c1, text }): SheetCell => {
    const room = ((edges[c1] ?? 0) - (edges[c0] ?? 0)) / table.size - 2 * table.padding.x;
    return { r0, r1, c0, c1, lines: wrap(text, room + 0.001) };
  });
  const rows = table.rows.map((_, row) => row);
  return { table, rows, cells, heights: heightsOf(table, rows.length, cells) };
}

function heightsOf(table: MadeTable, rows: number, cells: readonly SheetCell[]): number[] {
  const heights = new Array<number>(rows).fill(heightFor(table, 1));
  for (const { r0, r1, lines } of cells) if (r1 === r0 + 1) heights[r0] = Math.max(heights[r0] ?? 0, heightFor(table, lines.length));
  for (const { r0, r1, lines } of cells) {
    const short = heightFor(table, lines.length) - heights.slice(r0, r1).reduce((sum, height) => sum + height, 0);
    if (short > 0) heights[r1 - 1] = (heights[r1 - 1] ?? 0) + short;
  }
  return heights;
}

/** Height of a cell of so many lines. */
function heightFor({ size, leading, padding }: MadeTable, lines: number): number {
  return size * ((lines - 1) * leading + 1 + 2 * padding.y);
}

/** Height of a sheet. */
export function heightOf({ heights }: Sheet): number {
  return heights.reduce((sum, height) => sum + height, 0);
}

/** What of a sheet fits into a height, and the rest; the first is null when not even the header and a row fit. `again`: the header is printed again. */
export function cut(sheet: Sheet, room: number, again: boolean): readonly [Sheet | null, Sheet | null] {
  if (heightOf(sheet) <= room) return [sheet, null];
  const { table, rows, heights } = sheet;
  const header = table.rows.filter((kind) => kind === "header").length;
  let fits = 0;
  for (let height = heights[0] ?? 0; height <= room; height += heights[fits] ?? Infinity) fits++;
  if (fits <= header) return [null, sheet];
  const left = room - heights.slice(0, fits).reduce((sum, height) => sum + height, 0);
  const own = sheet.cells.filter(({ r0 }) => r0 === fits);
  const lines = Math.min(linesIn(table, left), Math.max(...own.map((cell) => cell.lines.length)) - 1);
  const split = table.cuttable && table.rows[rows[fits] ?? 0] === "body" && canSplit(own, lines);
  const repeated = again ? pick(sheet, 0, header) : [];
  const start = repeated.length === 0 ? 0 : header;
  const upper = [...pick(sheet, 0, fits), ...(split ? own.map((cell) => ({ ...cell, lines: cell.lines.slice(0, lines) })) : [])];
  const first = split ? own.map((cell) => ({ ...cell, r0: start, r1: start + 1, lines: cell.lines.slice(lines) })) : pick(sheet, fits, fits + 1, start);
  const lower = [...repeated, ...first, ...pick(sheet, fits + 1, rows.length, start + 1)];
  const rest = [...rows.slice(0, start), ...rows.slice(fits)];
  return [sheetFrom(table, rows.slice(0, split ? fits + 1 : fits), upper), sheetFrom(table, rest, lower)];
}

function sheetFrom(table: MadeTable, rows: readonly number[], cells: readonly SheetCell[]): Sheet {
  return { table, rows, cells, heights: heightsOf(table, rows.length, cells) };
}

/** The cells of rows, the first of which becomes row `to`. */
function pick({ cells }: Sheet, from: number, end: number, to = from): SheetCell[] {
  return cells.filter(({ r0 }) => r0 >= from && r0 < end).map((cell) => ({ ...cell, r0: cell.r0 - from + to, r1: cell.r1 - from + to }));
}

function linesIn({ size, leading, padding }: MadeTable, height: number): number {
  return Math.floor((height / size - 1 - 2 * padding.y) / leading) + 1;
}

/** A row is cut only where a reader sees it: its first cell ends above, and words break off in the middle of a sentence. */
function canSplit(cells: readonly SheetCell[], lines: number): boolean {
  if (lines < 1 || cells.some(({ c0, lines: own }) => c0 === 0 && own.length !== 1)) return false;
  const goingOn = cells.filter(({ lines: own }) => own.length > lines);
  return goingOn.length > 0 && goingOn.every(({ lines: own }) => !/[。；.;]$/u.test(own[lines - 1] ?? ""));
}
