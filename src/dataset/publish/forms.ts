/** The tables of a version in every wanted form, read from its store; and how the data package describes all files. */
import { csvOf } from "../../emit/csv.ts";
import { ledgerRowOf, ledgerTable } from "../../emit/ledger/table.ts";
import { parquetOf } from "../../emit/parquet.ts";
import { workbookOf } from "../../emit/xlsx.ts";
import type { FlatRow, FlatTable } from "../../model/flat.ts";
import type { Resource } from "./datapackage.ts";
import type { FilePieces } from "../keep/disk.ts";
import { versionFiles } from "../keep/version-files.ts";
import type { TableFormat } from "../correct/settings.ts";
import { storedRows } from "./store.ts";
import { datasetTables } from "./tables.ts";

/** A file of tables: how it is described, and its pieces. */
export interface TableFile {
  readonly resource: Resource;
  readonly pieces: (store: string) => FilePieces;
}

/** Plain CSV is for programs: nothing in it is disarmed. */
export const plainCsv = { headers: "en", escapeFormulas: false, excel: false } as const;

/** A table as plain CSV in the data package. */
export function csvResource(table: FlatTable): Resource {
  return { name: table.name, path: `${named(table)}.csv`, title: `${table.zh} ${table.about.en}`, format: "csv", mediatype: "text/csv", encoding: "utf-8", table, csv: true };
}

const named = (table: FlatTable): string => (table.name === "changes" ? "delta" : table.name);

/** Files of the tables by form. NDJSON and SQLite are written with the rows. */
const files: Readonly<Record<TableFormat, (tables: readonly FlatTable[]) => readonly TableFile[]>> = {
  ndjson: () => [],
  csv: (tables) => tables.map((table) => ({
    resource: csvResource(table),
    pieces: (store) => csvOf({ table, rows: storedRows(store, table) }, plainCsv),
  })),
  "csv-excel": (tables) => tables.map((table) => ({
    resource: { name: `${table.name}-excel`, path: `excel/${named(table)}.csv`, title: `${table.zh}，供 Excel 打开 ${table.about.en}, for Excel`, format: "csv", mediatype: "text/csv", encoding: "utf-8" },
    pieces: (store) => csvOf({ table, rows: storedRows(store, table) }, { headers: "zh", escapeFormulas: true, excel: true }),
  })),
  xlsx: (tables) => [
    {
      resource: { name: "dataset-xlsx", path: versionFiles.workbook, title: "工作簿，每张表一个工作表 Workbook, one sheet a table", format: "xlsx", mediatype: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
      pieces: (store) => workbookOf([{ table: ledgerTable, rows: ledgerIn(store) }, ...tables.map((table) => ({ table, rows: storedRows(store, table) }))], { headers: "zh" }),
    },
  ],
  parquet: (tables) => tables.map((table) => ({
    resource: { name: `${table.name}-parquet`, path: `${named(table)}.parquet`, title: `${table.zh} ${table.about.en}`, format: "parquet", mediatype: "application/vnd.apache.parquet", table, suffix: "-parquet" },
    pieces: (store) => parquetOf({ table, rows: storedRows(store, table) }, "en"),
  })),
  sqlite: () => [],
};

function* ledgerIn(store: string): Generator<readonly FlatRow[], void, undefined> {
  const table = datasetTables.find(({ name }) => name === "tasks");
  if (table === undefined) throw new TypeError("no table of tasks");
  for (const rows of storedRows(store, table)) yield rows.map(ledgerRowOf);
}

/** The files of some forms, in one order whatever order they were asked for. */
export function tableFiles(wanted: readonly TableFormat[], tables: readonly FlatTable[]): readonly TableFile[] {
  return Object.entries(files).flatMap(([format, all]) => (wanted.some((one) => one === format) ? all(tables) : []));
}
