/** One row of a task table, before the rows are told apart into tasks. */
import type { Grid, GridCell } from "./grid.ts";
import type { Layout } from "./layout.ts";

/** The cells of one row by their use; merged cells appear in each row they cover. */
export interface Row {
  readonly index: number;
  readonly number: GridCell | null;
  readonly groups: readonly (GridCell | null)[];
  readonly heading: GridCell | null;
  readonly text: GridCell | null;
  readonly cells: readonly { readonly column: number; readonly cell: GridCell }[];
}

/** Reads a row through the layout. */
export function readRow(grid: Grid, layout: Layout, index: number): Row {
  const cells: { column: number; cell: GridCell }[] = [];
  for (let column = 0; column < grid.columns; column++) {
    const cell = grid.at(index, column);
    if (cell !== null && cells.at(-1)?.cell !== cell) cells.push({ column, cell });
  }
  const first = (kind: string): GridCell | null => {
    const column = layout.findIndex(({ use }) => use.kind === kind);
    return column < 0 ? null : grid.at(index, column);
  };
  return {
    index,
    number: first("number"),
    groups: layout.flatMap(({ use }, column) => (use.kind === "group" ? [grid.at(index, column)] : [])),
    heading: first("heading"),
    text: first("text"),
    cells,
  };
}

/** Whether a merged cell began in a row above. */
export function beganAbove(cell: GridCell | null, row: number): boolean {
  return cell !== null && cell.cell.r0 < row;
}
