/** Tables as CSV: the grid of each table as a person sees it, tables parted by an empty line. */
import { stringify } from "csv-stringify/sync";
import { harmless } from "../text/shown.ts";
import type { TableView } from "./tables.ts";

/** How the CSV is written. */
export interface CsvOptions {
  /** Write the words of a merged cell into each of its slots, not only into the first. */
  readonly fill?: boolean;
  /** Put an apostrophe before a cell that a spreadsheet would run as a formula, and U+FFFD for what steers a terminal (default true). */
  readonly escapeFormulas?: boolean;
  /** For Excel: byte order mark and CRLF. */
  readonly excel?: boolean;
}

/** One CSV for one or several tables. Slots without a cell and slots behind a merged cell are empty. */
export function tablesToCsv(tables: readonly TableView[], { fill = false, escapeFormulas = true, excel = false }: CsvOptions = {}): string {
  const end = excel ? "\r\n" : "\n";
  const parts = tables.map((table) => stringify(escapeFormulas ? gridOf(table, fill).map((row) => row.map((words) => harmless(words))) : gridOf(table, fill), { record_delimiter: end, quote_record_delimiter: true, escape_formulas: escapeFormulas }));
  return (excel ? "\uFEFF" : "") + parts.join(end);
}

/** Characters that merged cells take when their words stand in each of their slots. */
export function filledSize(tables: readonly TableView[]): number {
  return tables.reduce((sum, { cells }) => sum + cells.reduce((own, { text, r0, r1, c0, c1 }) => own + text.length * (r1 - r0) * (c1 - c0), 0), 0);
}

/** The words of a table by row and column. */
export function gridOf(table: TableView, fill: boolean): string[][] {
  const grid = Array.from({ length: table.rows }, () => Array.from({ length: table.columns }, () => ""));
  for (const cell of table.cells) {
    for (let row = cell.r0; row < (fill ? cell.r1 : cell.r0 + 1); row++) {
      grid[row]?.fill(cell.text, cell.c0, fill ? cell.c1 : cell.c0 + 1);
    }
  }
  return grid;
}
