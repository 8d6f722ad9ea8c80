/** Headers that whoever reshaped a table knows: none of its words need be read again. */
import type { Table } from "../../model/document.ts";
import type { Grid, GridCell } from "./grid.ts";
import type { Header, HeaderColumn, Meaning } from "./header-columns.ts";

/** What a column of a reshaped table holds. */
export interface ToldColumn {
  readonly meaning: Meaning | null;
  /** The row of its head; null where none is printed. */
  readonly headRow: number | null;
  /** The words of its head, where they stand in several cells. */
  readonly text?: string;
  /** A unit heads it, and marks say in which rows it acts. */
  readonly marks?: true;
  /** The column that holds the heads of what its header rows say. */
  readonly below?: number;
  /** The row that names a person beside the unit, and what that person is called. */
  readonly person?: { readonly row: number; readonly header: string };
}

/** A table in another shape, with what is known of its header. */
export interface Turned {
  readonly table: Table;
  readonly told: Told;
}

/** What is known of the header of a reshaped table. */
export interface Told {
  readonly rows: readonly [start: number, end: number];
  readonly columns: readonly ToldColumn[];
  /** Rows of the header that say something of each unit which no task has. */
  readonly aside: readonly number[];
}

const headers = new WeakMap<Grid, Header>();

/** Remembers the header of a grid. */
export function tellHeader(grid: Grid, { rows, columns, aside }: Told): void {
  headers.set(grid, {
    rows,
    columns: columns.map(({ meaning, headRow, text, marks, below, person }, column): HeaderColumn => {
      const cell = headRow === null ? null : grid.at(headRow, column);
      const named = person === undefined ? null : grid.at(person.row, column);
      return {
        text: text !== undefined ? text : cell === null || cell.words === "" ? null : textOf(below === undefined ? [cell] : pairsIn(grid, rows, below, column)),
        meaning,
        cell,
        ...(marks === true ? { marks } : {}),
        ...(person === undefined || named === null || named.words === "" ? {} : { person: { header: person.header, cell: named } }),
      };
    }),
    ...(aside.length === 0 ? {} : { aside: aside.flatMap((row) => grid.row(row).slice(0, 1)) }),
  });
}

/** What heads the column, row for row, before each the word for it: 单位 | 财政所, 负责人 | 李某. */
function pairsIn(grid: Grid, [start, end]: Told["rows"], heads: number, column: number): GridCell[] {
  return Array.from({ length: end - start }, (_, i) => start + i).flatMap((row) => {
    const value = grid.at(row, column);
    return [grid.at(row, heads), value].flatMap((cell) => (cell === null ? [] : [cell]));
  });
}

function textOf(cells: readonly GridCell[]): string {
  return cells.map(({ quote }) => quote.text.replace(/\s+/gu, "")).filter((words) => words !== "").join("/");
}

/** The header that was told of a grid, null for a table as it was printed. */
export function toldHeader(grid: Grid): Header | null {
  return headers.get(grid) ?? null;
}
