/** A record that was cut by hand over two tables: the second begins with the rest of its words, the other cells of that row blank. */
import type { Cell, NoticeDocument, Table } from "../../model/document.ts";
import { layGrid, type Grid, type GridCell } from "./grid.ts";
import { findHeader, repeatsHeader } from "./header.ts";

/** One table of both; null where the second does not begin within a record of the first. */
export function joinCutRecord(document: NoticeDocument, upper: Table, lower: Table): Table | null {
  if (upper.columns !== lower.columns || upper.rows < 2) return null;
  const [above, below] = [layGrid(document, upper), layGrid(document, lower)];
  const header = findHeader(above);
  if (header === null) return null;
  const start = headerRows(below, header.columns);
  const rest = soleWords(below, start);
  const broken = rest === null ? null : above.at(above.rows - 1, rest.cell.c0);
  if (rest === null || broken === null || !breaksOff(broken, rest)) return null;
  const joined: Cell = { ...broken.cell, blocks: [...broken.cell.blocks, ...rest.cell.blocks], span: { start: broken.cell.span.start, end: rest.cell.span.end } };
  const lift = (row: number): number => upper.rows + (row > start ? row - 1 : row);
  const kept = lower.cells.filter(({ r0, r1 }) => r0 !== start || r1 > start + 1).map((cell) => ({ ...cell, r0: lift(cell.r0), r1: lift(cell.r1 - 1) + 1 }));
  return {
    ...upper,
    span: { start: upper.span.start, end: lower.span.end },
    rows: upper.rows + lower.rows - 1,
    cells: [...upper.cells.map((cell) => (cell === broken.cell ? joined : cell)), ...kept],
    missing: [...upper.missing, ...lower.missing.filter(({ row }) => row !== start).map(({ row, column }) => ({ row: lift(row), column }))],
    parts: [...upper.parts, ...lower.parts.map((part) => ({ ...part, rows: [lift(part.rows[0]), lift(part.rows[1] - 1) + 1] as const }))],
    place: [...upper.place, ...lower.place],
  };
}

/** How many leading rows only print the header again. */
function headerRows(grid: Grid, columns: Parameters<typeof repeatsHeader>[2]): number {
  let row = 0;
  while (row < grid.rows - 1 && repeatsHeader(grid, row, columns)) row++;
  return row;
}

/** The one filled cell of a row, where the row has others. */
function soleWords(grid: Grid, row: number): GridCell | null {
  const cells = grid.row(row);
  const filled = cells.filter(({ words }) => words !== "");
  const [only] = filled;
  if (cells.length < 3 || filled.length !== 1 || only === undefined || only.cell.r0 !== row || only.cell.r1 !== row + 1 || only.cell.c1 - only.cell.c0 > 1 || only.cell.c0 === 0) return null;
  return only;
}

/** Words that stop within a sentence, and words that begin with no number. */
function breaksOff(broken: GridCell, rest: GridCell): boolean {
  return broken.words.length >= 4 && !/[。！？.!?]$/u.test(broken.words) && !/^(?:[（(]?[一二三四五六七八九十\d]{1,3}[、.．）)]|注|备注|说明|合计)/u.test(rest.words);
}
