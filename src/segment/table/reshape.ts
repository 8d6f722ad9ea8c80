/** Tables that are laid out otherwise than in rows under one header, as such tables: halves side by side, records as columns, one card a record, units as rows of a matrix, tasks beside each other, records in step. */
import type { NoticeDocument, Table } from "../../model/document.ts";
import type { Steps } from "../../model/steps.ts";
import { cutSteps } from "./steps.ts";
import { layGrid, type Grid } from "./grid.ts";
import { turnCards } from "./cards.ts";
import { foldHalves } from "./halves.ts";
import { turnSideTasks } from "./side-tasks.ts";
import { turnTaskColumns } from "./task-columns.ts";
import { tellHeader } from "./told-header.ts";
import { turnUnitRows } from "./unit-rows.ts";
import { turnRecords } from "./turned.ts";

const grids = new WeakMap<Table, Grid>();

/** The grid of a table with its records in rows; of each table it is laid once. */
export function* gridOf(document: NoticeDocument, table: Table): Steps<Grid> {
  const known = grids.get(table);
  if (known !== undefined) return known;
  const printed = layGrid(document, table);
  yield;
  const rows = table.columns < 2 ? null : turnUnitRows(table, printed);
  const turnedWithHeader = rows !== null || table.columns < 2 ? null : (turnTaskColumns(table, printed) ?? turnSideTasks(table, printed));
  if (turnedWithHeader !== null) {
    const grid = layGrid(document, turnedWithHeader.table);
    tellHeader(grid, turnedWithHeader.told);
    grids.set(table, grid);
    return grid;
  }
  const turned = table.columns < 2 ? table : (rows ?? turnCards(table, printed) ?? turnRecords(table, printed) ?? foldHalves(table, printed) ?? table);
  yield;
  const shaped = cutSteps(document, turned);
  yield;
  const grid = shaped === table ? printed : layGrid(document, shaped);
  grids.set(table, grid);
  yield;
  return grid;
}
