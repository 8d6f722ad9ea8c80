/** One flat table as Parquet: text as UTF-8, dates as DATE, counts as INT32, empty as null. */
import { ByteWriter, parquetWrite } from "hyparquet-writer";
import type { ColumnType, FlatRow, FlatValue } from "../model/flat.ts";
import { parserVersion, schemaVersion } from "../model/version.ts";
import { dateOf } from "./dates.ts";
import { gather } from "./gather.ts";
import { columnsOf, headerOf, tableNamed, type OutputOptions, type Pieces, type Results } from "./output.ts";

type SchemaElement = NonNullable<Parameters<typeof parquetWrite>[0]["schema"]>[number];

const kinds: Readonly<Record<ColumnType, Omit<SchemaElement, "name" | "repetition_type">>> = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT32" },
  number: { type: "DOUBLE" },
  date: { type: "INT32", converted_type: "DATE" },
  boolean: { type: "BOOLEAN" },
};

/** Writes the table when all results are there. The same rows give the same bytes. */
export async function* writeParquet(results: Results, { table: name, headers }: Pick<OutputOptions, "table" | "headers">): Pieces {
  const table = tableNamed(name);
  const rows: readonly FlatRow[] = (await gather(results))[name];
  const columns = columnsOf(table).map(([key, column]) => ({ key, column, name: headerOf(key, column, headers ?? "en") }));
  const writer = new ByteWriter();
  await parquetWrite({
    writer,
    schema: [
      { name, num_children: columns.length },
      ...columns.map((entry): SchemaElement => ({ name: entry.name, repetition_type: "OPTIONAL", ...kinds[entry.column.type] })),
    ],
    columnData: columns.map((entry) => ({ name: entry.name, data: rows.map((row) => stored(row[entry.key] ?? null, entry.column.type)) })),
    createdBy: `fengong ${parserVersion}`,
    kvMetadata: [{ key: "schemaVersion", value: schemaVersion }, ...columns.map((entry) => ({ key: `about:${entry.name}`, value: entry.column.about[headers ?? "en"] }))],
  });
  yield new Uint8Array(writer.getBytes());
}

function stored(value: FlatValue, type: ColumnType): FlatValue | Date {
  return type === "date" && typeof value === "string" ? dateOf(value) : value;
}
