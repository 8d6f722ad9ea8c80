/** Tables that print several tasks of one unit in one row: 科室 | 上半年重点任务 | 完成时限 | 下半年重点任务 | 完成时限. */
import type { Cell, Table } from "../../model/document.ts";
import { headsShare } from "../../rules/columns.ts";
import { folded } from "../../text/fold.ts";
import { isFullWidth, type Grid, type GridCell } from "./grid.ts";
import { findHeader, repeatsHeader } from "./header.ts";
import type { Header, HeaderColumn } from "./header-columns.ts";
import type { ToldColumn, Turned } from "./told-header.ts";

/** Where the shares of a row stand: columns that all have in common, then for each share its task with what belongs to it alone. */
interface Shares {
  /** Columns before the first share. */
  readonly before: number;
  readonly width: number;
  readonly count: number;
  /** Which column of a share holds its task. */
  readonly task: number;
  /** What each share is called; null where nothing tells them apart. */
  readonly names: readonly (GridCell | null)[];
}

/** The table with a row for each of these tasks; null for any other table. */
export function turnSideTasks(table: Table, grid: Grid): Turned | null {
  const header = findHeader(grid);
  const shares = header === null ? null : sharesIn(grid, header);
  return header === null || shares === null ? null : turn(table, grid, header, shares);
}

function sharesIn(grid: Grid, header: Header): Shares | null {
  const heads = header.columns.map(headOf);
  const works = nextWorks(heads);
  for (let width = 2; width * 2 < grid.columns; width++) {
    for (let before = 1; before + width * 2 <= grid.columns; before++) {
      const task = (works[before] ?? Infinity) - before;
      if (task >= width || heads[before + width + task]?.work !== true) continue;
      const count = countOf(heads, before, width, task);
      const shares = count < 2 ? null : namesOf(header, { before, width, count, task });
      if (shares !== null && areShares(grid, header, shares)) return shares;
    }
  }
  return null;
}

/** How many times the columns beside the task stand there. */
function countOf(heads: readonly Head[], before: number, width: number, task: number): number {
  const matches = (share: number): boolean => heads.slice(before, before + width).every((first, i) => {
    const other = heads[before + share * width + i];
    if (i === task) return other?.work === true;
    return first.belongs && first.words === other?.words;
  });
  let count = 0;
  while (before + (count + 1) * width <= heads.length && matches(count)) count++;
  return count;
}

/** For each column the first from there on that heads work: a share holds no other. */
function nextWorks(heads: readonly Head[]): readonly number[] {
  let next = Infinity;
  return heads.map((_, i) => {
    const column = heads.length - 1 - i;
    if (heads[column]?.work === true) next = column;
    return next;
  }).reverse();
}

/** What the search for shares asks of a column. */
interface Head {
  readonly work: boolean;
  readonly belongs: boolean;
  /** Null where no cell stands above the column. */
  readonly words: string | null;
}

function headOf(column: HeaderColumn): Head {
  const printed = column.cell !== null;
  return { work: saysWork(column), belongs: printed && belongsToTask(column), words: printed ? lowest(column) : null };
}

/** A time or a unit: what is done by then, or by it, is one of several things. */
function belongsToTask({ meaning }: HeaderColumn): boolean {
  return meaning?.kind === "time" || meaning?.kind === "start" || meaning?.kind === "units";
}

function saysWork({ cell, meaning }: HeaderColumn): boolean {
  return cell !== null && (meaning === null || meaning.kind === "period" || isText(meaning.kind) || meaning.kind === "aim");
}

function isText(kind: string): boolean {
  return kind === "task" || kind === "content" || kind === "detail";
}

function lowest({ cell }: HeaderColumn): string {
  return folded(cell?.quote.text ?? "").replace(/\s+/gu, "");
}

/** What tells the shares apart: the heads of their tasks, or the cells above all of their columns. */
function namesOf(header: Header, { before, width, count, task }: Omit<Shares, "names">): Shares | null {
  const shares = Array.from({ length: count }, (_, share) => before + share * width);
  const heads = shares.map((column) => header.columns[column + task]);
  const words = heads.map((head) => (head === undefined ? "" : lowest(head)));
  const cells = heads.map((head) => head?.cell ?? null);
  if (new Set(words).size === count) return headsShare(words) ? { before, width, count, task, names: cells } : null;
  if (new Set(words).size > 1 || heads.some((head) => head?.meaning == null)) return null;
  const above = shares.map((column) => header.columns[column + task]?.above ?? null);
  const wide = above.every((cell, share) => cell !== null && cell.cell.c0 === shares[share] && cell.cell.c1 === cell.cell.c0 + width);
  return { before, width, count, task, names: wide ? above : above.map(() => null) };
}

/** Whether nothing beside the shares says what to do, and no cell of one reaches into another or down. */
function areShares(grid: Grid, header: Header, { before, width, count }: Shares): boolean {
  const end = before + width * count;
  if (header.columns.some(({ meaning }, column) => (column < before || column >= end) && meaning !== null && isText(meaning.kind))) return false;
  for (let row = header.rows[1]; row < grid.rows; row++) {
    if (isSole(grid, row)) continue;
    for (const { cell } of grid.row(row)) {
      if (cell.c1 <= before || cell.c0 >= end) continue;
      const inOne = cell.c0 >= before && cell.c1 <= end && Math.floor((cell.c0 - before) / width) === Math.floor((cell.c1 - 1 - before) / width);
      if (!inOne || cell.r1 > cell.r0 + 1) return false;
    }
  }
  return true;
}

function turn(table: Table, grid: Grid, header: Header, shares: Shares): Turned {
  const { before, width, count, names } = shares;
  const [top, firstRow] = header.rows;
  const height = firstRow - top;
  const named = names.every((name) => name !== null) ? 1 : 0;
  const nameAt = nameColumn(header, before);
  const columns = table.columns - width * (count - 1) + named;
  const shareOf = (column: number): number => Math.floor((column - before) / width);
  const isShared = (column: number): boolean => column < before || column >= before + width * count;
  const columnOf = (column: number): number => (column < nameAt ? column : column < before ? column + named : column >= before + width * count ? column - width * (count - 1) + named : before + named + ((column - before) % width));
  const kept = Array.from({ length: table.rows }, (_, row) => (row < firstRow ? [] : filledShares(grid, row, header, shares)));
  const starts = rowStarts(kept, top, firstRow, height * count);
  const start = (row: number): number => starts[row] ?? row;
  const move = (cell: Cell): Cell[] => {
    if (cell.c0 === 0 && cell.c1 === table.columns) return [{ ...cell, r0: start(cell.r0), r1: start(cell.r1), c1: columns }];
    const share = shareOf(cell.c0);
    if (cell.r0 < top) return [{ ...cell, c0: Math.min(cell.c0, columns - 1), c1: Math.min(cell.c1, columns) }];
    const headed = cell.r0 < firstRow;
    const spans = isShared(cell.c0) ? { r0: start(cell.r0), r1: headed ? start(firstRow) : start(cell.r1) } : headed ? { r0: cell.r0 + height * share, r1: cell.r1 + height * share } : rowOf(cell, share);
    return spans === null ? [] : [{ ...cell, ...spans, c0: columnOf(cell.c0), c1: columnOf(cell.c1 - 1) + 1 }];
  };
  const rowOf = (cell: Cell, share: number): { r0: number; r1: number } | null => {
    const at = kept[cell.r0]?.indexOf(share) ?? -1;
    return at < 0 ? null : { r0: start(cell.r0) + at, r1: start(cell.r0) + at + 1 };
  };
  const heads = named === 0 ? [] : kept.flatMap((filled, row) => filled.flatMap((share, i): Cell[] => (isSole(grid, row) || repeatsHeader(grid, row, header.columns) ? [] : nameCell(names[share] ?? null, start(row) + i, nameAt))));
  const cells = [...table.cells.flatMap(move), ...heads].sort((a, b) => a.r0 - b.r0 || a.c0 - b.c0);
  return { table: { ...table, rows: start(table.rows), columns, cells, missing: [], headerRows: 0, parts: table.parts.slice(0, 1) }, told: { rows: [top, top + height * count], columns: toldColumns(header, shares, named === 1), aside: [] } };
}

/** The names of the shares head what a number counts: they stand before it. */
function nameColumn({ columns }: Pick<Header, "columns">, before: number): number {
  const number = columns.slice(0, before).findIndex(({ meaning }) => meaning?.kind === "number");
  return number < 0 ? before : number;
}

function nameCell(name: GridCell | null, row: number, column: number): Cell[] {
  return name === null ? [] : [{ ...name.cell, r0: row, r1: row + 1, c0: column, c1: column + 1 }];
}

function isSole(grid: Grid, row: number): boolean {
  const [cell, ...more] = grid.row(row);
  return cell !== undefined && more.length === 0 && isFullWidth(grid, cell);
}

/** The shares of a row in which something stands; a row without any keeps the first. */
function filledShares(grid: Grid, row: number, header: Header, { before, width, count }: Shares): number[] {
  if (isSole(grid, row)) return [0];
  const all = Array.from({ length: count }, (_, share) => share);
  if (repeatsHeader(grid, row, header.columns)) return all;
  const filled = all.filter((share) => Array.from({ length: width }, (_, i) => grid.at(row, before + share * width + i)).some((cell) => cell !== null && cell.words !== ""));
  return filled.length === 0 ? [0] : filled;
}

/** Where each row begins in the new table, and the end of the last. */
function rowStarts(kept: readonly (readonly number[])[], top: number, firstRow: number, heads: number): number[] {
  const starts: number[] = [];
  for (let row = 0, at = 0; row <= kept.length; row++) {
    if (row === firstRow) at = top + heads;
    starts.push(at);
    at += row < firstRow ? 1 : (kept[row]?.length ?? 0);
  }
  return starts;
}

function toldColumns({ rows: [top, end], columns }: Header, { before, width, count, task, names }: Shares, named: boolean): ToldColumn[] {
  const headRow = end - 1;
  const own = columns.filter((_, column) => column < before + width || column >= before + width * count).map((column, i): ToldColumn => {
    if (i !== before + task) return { meaning: column.meaning, headRow: i < before || i >= before + width ? top : headRow };
    const printed = names.flatMap((name) => (name === null || name.cell.r1 < end ? [] : [name.quote.text.replace(/\s+/gu, "")])).join("/");
    return { meaning: { kind: "task" }, headRow, ...(printed === "" ? {} : { text: printed }) };
  });
  const name: ToldColumn = { meaning: { kind: "category" }, headRow: null, text: names.map((cell) => cell?.quote.text.replace(/\s+/gu, "") ?? "").join("/") };
  const at = nameColumn({ columns }, before);
  return named ? [...own.slice(0, at), name, ...own.slice(at)] : own;
}
