/** A version on disk read by programs of others: every table in every format must say what the JSON says. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { isDeepStrictEqual } from "node:util";
import { parse } from "csv-parse/sync";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import readExcelFile from "read-excel-file/node";
import type { Change, NoticeRecord } from "../../src/dataset/edition.ts";
import { changeRow, datasetTables, rowsOf } from "../../src/dataset/publish/tables.ts";
import { columnsOf } from "../../src/emit/output.ts";
import { shownValue } from "../../src/emit/shown-value.ts";
import type { FlatRow, FlatTable, FlatValue } from "../../src/model/flat.ts";
import { ndjson } from "./delta-checks.ts";

type Grid = readonly (readonly unknown[])[];

/** One line for each table of each format that says something else, and how many rows were compared. */
export async function readBack(version: string): Promise<{ readonly rows: number; readonly troubles: readonly string[] }> {
  const records = ndjson<NoticeRecord>(join(version, "notices.ndjson"));
  const changes = ndjson<Change>(join(version, "delta.ndjson"));
  const book = await readExcelFile(join(version, "dataset.xlsx"), { trim: false });
  const database = new DatabaseSync(join(version, "dataset.sqlite"), { readOnly: true });
  const troubles: string[] = [];
  let rows = 0;
  for (const table of datasetTables) {
    const file = table.name === "changes" ? "delta" : table.name;
    const meant = (table.name === "changes" ? changes.map((change, i) => changeRow(change, i + 1)) : records.flatMap((record) => rowsOf(record)[table.name] ?? [])).map((row) => valuesOf(table, row));
    const printed = meant.map((row) => row.map((value) => (value === null ? "" : `${value}`)));
    const compare = (format: string, is: Grid, want: Grid): void => {
      rows += want.length;
      const at = want.findIndex((row, i) => !isDeepStrictEqual(row, is[i]));
      if (is.length !== want.length) troubles.push(`${format} of ${table.name}: ${is.length} rows for ${want.length}`);
      else if (at >= 0) troubles.push(`${format} of ${table.name}, row ${at + 1}: ${JSON.stringify(is[at])} for ${JSON.stringify(want[at])}`);
    };
    compare("CSV", parse(readFileSync(join(version, `${file}.csv`))).slice(1), printed);
    compare("CSV for Excel", parse(readFileSync(join(version, "excel", `${file}.csv`)), { bom: true }).slice(1).map((row) => row.map(undisguised)), meant.map((row) => columnsOf(table).map(([, column], i) => String(shownValue((row[i] ?? null), column, "zh") ?? ""))));
    compare("Parquet", await parquetRows(join(version, `${file}.parquet`), table), meant);
    compare("XLSX", book.find(({ sheet }) => sheet === table.zh)?.data.slice(1) ?? [], meant.map((row) => asExcel(table, row)));
    compare("SQLite", sqliteRows(database, table), meant);
  }
  database.close();
  return { rows, troubles };
}

function valuesOf(table: FlatTable, row: FlatRow): FlatValue[] {
  return columnsOf(table).map(([key]) => row[key] ?? null);
}

/** What a spreadsheet would take for a formula or a number is disguised for Excel. */
function undisguised(value: string): string {
  return /^="([^"]*)"$/u.exec(value)?.[1] ?? value.replace(/^'(?=[-=+@])/u, "");
}

async function parquetRows(path: string, table: FlatTable): Promise<Grid> {
  const read: readonly Readonly<Record<string, unknown>>[] = await parquetReadObjects({ file: await asyncBufferFromFile(path) });
  return read.map((row) =>
    columnsOf(table).map(([key]): unknown => {
      const value = row[key] ?? null;
      return value instanceof Date ? value.toISOString().slice(0, 10) : value;
    }),
  );
}

function asExcel(table: FlatTable, row: readonly unknown[]): unknown[] {
  return columnsOf(table).map(([, column], i) => {
    const value = shownValue((row[i] ?? null) as FlatValue, column, "zh");
    if (value === "") return null;
    return column.type === "date" && typeof value === "string" ? new Date(`${value}T00:00:00Z`) : value;
  });
}

function sqliteRows(database: DatabaseSync, table: FlatTable): Grid {
  const read = database.prepare(`SELECT * FROM "${table.name}" ORDER BY "row"`).all();
  return read.map((row) => columnsOf(table).map(([key, { type }]) => (type === "boolean" && row[key] !== null ? row[key] === 1 : row[key])));
}
