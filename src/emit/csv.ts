/** One flat table as CSV (RFC 4180): UTF-8 with line feeds, or a variant that Excel opens as meant. */
import { stringify } from "csv-stringify/sync";
import type { Column } from "../model/column.ts";
import type { FlatRow, FlatValue } from "../model/flat.ts";
import { harmless } from "../text/shown.ts";
import { columnsOf, headerOf, tableNamed, type OutputOptions, type Pieces, type Results } from "./output.ts";
import { rowsOf, type TableRows } from "./rows.ts";
import { shownValue } from "./shown-value.ts";

/** Text that Excel would take for a number or a date and change: leading zeros, more than 15 digits, 1-2, 3/4, 1e5, 10%. */
const mistaken = /^(?:0\d+|\d{16,}|\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?|\d+[eE][-+]?\d+|\d[\d.,]*%|\d{1,2}:\d{2}(?::\d{2})?)$/u;

/** What a spreadsheet would run (OWASP, CSV injection), and the same behind apostrophes, so that the apostrophe we add can be told. */
const formula = /^'*[-=+@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/u;

type Wanted = Pick<OutputOptions, "table" | "headers" | "escapeFormulas">;

/** Writes the rows of each result as soon as it is there. */
export function writeCsv(results: Results, wanted: Wanted): Pieces {
  return csvOf({ table: tableNamed(wanted.table), rows: rowsOf(results, wanted.table) }, { ...wanted, excel: false });
}

/** The same with byte order mark and CRLF, text kept as text, and values in words as in the workbook, for Excel. */
export function writeExcelCsv(results: Results, wanted: Wanted): Pieces {
  return csvOf({ table: tableNamed(wanted.table), rows: rowsOf(results, wanted.table) }, { ...wanted, excel: true });
}

/** A table as CSV, batch by batch. */
export async function* csvOf({ table, rows }: TableRows, { headers, escapeFormulas, excel }: Omit<Wanted, "table"> & { readonly excel: boolean }): Pieces {
  const columns = columnsOf(table);
  const write = (lines: readonly (readonly string[])[]): string =>
    stringify(lines.map((line) => [...line]), { record_delimiter: excel ? "\r\n" : "\n", quote_record_delimiter: true });
  const language = headers ?? (excel ? "zh" : "en");
  const valueOf = (value: FlatValue, column: Column): FlatValue => (excel ? shownValue(value, column, language) : value);
  const line = (row: FlatRow): string[] => columns.map(([key, column]) => cellOf(valueOf(row[key] ?? null, column), column, { excel, escapeFormulas }));

  yield (excel ? "\uFEFF" : "") + write([columns.map(([key, column]) => headerOf(key, column, language))]);
  for await (const batch of rows) if (batch.length > 0) yield write(batch.map(line));
}

/** A cell as text; for people nothing in it steers a terminal. What Excel must keep as text begins with = on purpose, so formulas are disarmed here and not by the library. */
function cellOf(value: FlatValue, { type }: Column, { excel, escapeFormulas }: { readonly excel: boolean; readonly escapeFormulas: boolean }): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const shown = escapeFormulas ? harmless(value) : value;
  if (type !== "text") return shown;
  if (excel && mistaken.test(shown)) return `="${shown}"`;
  return escapeFormulas && formula.test(value) ? `'${shown}` : shown;
}
