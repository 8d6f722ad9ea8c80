/** Matrices with a row for each unit and a column for each task: the marks say who acts in which, the rows below them until when. */
import type { Cell, Table } from "../../model/document.ts";
import { matrixMark } from "../../rules/matrix-marks.ts";
import { reading } from "../../text/reading.ts";
import { isUnitName } from "../item/unit-name.ts";
import type { Grid, GridCell } from "./grid.ts";
import { labelOf } from "./labels.ts";

/** Rows of the header: 责任单位 | 工作任务, and below the latter the tasks. */
const headRows = 2;

/** The matrix with a row for each task and a column for each unit; null for any other table. */
export function turnUnitRows(table: Table, grid: Grid): Table | null {
  const [corner, wide] = [grid.at(0, 0), grid.at(0, 1)];
  if (corner === null || wide === null || !headsBoth(corner, wide, grid)) return null;
  const names = Array.from({ length: grid.rows - headRows }, (_, i) => headRows + i).findIndex((row) => !isUnitRow(grid, row));
  const units = names < 0 ? grid.rows - headRows : names;
  const labels = Array.from({ length: grid.rows - headRows - units }, (_, i) => grid.at(headRows + units + i, 0));
  if (units < 2 || labels.some((label) => label === null || labelOf(label) === null)) return null;
  return { ...table, rows: headRows + grid.columns - 1, columns: 1 + grid.rows - headRows, cells: cellsOf(table, { corner, wide, units }), missing: [], headerRows: 0 };
}

/** 责任单位 over the names of units, 工作任务 over those of tasks. */
function headsBoth(corner: GridCell, wide: GridCell, grid: Grid): boolean {
  const who = labelOf(corner)?.kind === "units" && corner.cell.c1 === 1 && corner.cell.r1 === headRows;
  const what = ["task", "content", "detail"].includes(labelOf(wide)?.kind ?? "") && wide.cell.c1 === grid.columns && wide.cell.r1 === 1;
  const tasks = Array.from({ length: Math.max(0, grid.columns - 1) }, (_, i) => grid.at(1, 1 + i));
  return who && what && tasks.length >= 2 && tasks.every((cell) => cell !== null && cell.words !== "" && cell.cell.c1 === cell.cell.c0 + 1 && cell.cell.r1 === headRows);
}

/** A name with nothing but marks behind it; a unit that has no part in any task has none. */
function isUnitRow(grid: Grid, row: number): boolean {
  const [name, ...marks] = grid.row(row);
  if (name === undefined || name.words === "" || name.cell.c1 !== 1 || name.cell.r1 !== row + 1 || labelOf(name)?.kind === "time") return false;
  const filled = marks.filter(({ words }) => words !== "");
  return (filled.length > 0 || isUnitName(reading(name.words))) && filled.every(({ words, cell }) => matrixMark.pattern.test(words) && cell.c1 === cell.c0 + 1);
}

function cellsOf(table: Table, { corner, wide, units }: { readonly corner: GridCell; readonly wide: GridCell; readonly units: number }): Cell[] {
  const turned = table.cells.map((cell): Cell => {
    if (cell === wide.cell) return { ...cell, r0: 0, r1: headRows, c0: 0, c1: 1 };
    if (cell === corner.cell) return { ...cell, r0: 0, r1: 1, c0: 1, c1: 1 + units };
    const column = cell.r0 < headRows ? 0 : cell.r0 - headRows + 1;
    if (cell.c0 > 0) return { ...cell, r0: cell.c0 - 1 + headRows, r1: cell.c1 - 1 + headRows, c0: column, c1: column + 1 };
    return { ...cell, r0: column <= units ? 1 : 0, r1: headRows, c0: column, c1: column + 1 };
  });
  return turned.sort((a, b) => a.r0 - b.r0 || a.c0 - b.c0);
}
