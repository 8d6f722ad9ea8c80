/** One flat table as Parquet: text as UTF-8, dates as DATE, counts as INT32, empty as null. */
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { ColumnType } from "../model/column.ts";
import type { Language } from "../model/finding.ts";
import type { FlatValue } from "../model/flat.ts";
import { parserVersion, schemaVersion } from "../model/version.ts";
import { dateOf } from "./dates.ts";
import { columnsOf, headerOf, tableNamed, type OutputOptions, type Pieces, type Results } from "./output.ts";
import { inBatches, rowsOf, type TableRows } from "./rows.ts";

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]["schema"][number];

const kinds: Readonly<Record<ColumnType, Omit<SchemaElement, "name" | "repetition_type">>> = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT32" },
  number: { type: "DOUBLE" },
  date: { type: "INT32", converted_type: "DATE" },
  boolean: { type: "BOOLEAN" },
};

/** Rows of a row group: few in the first, so that a small table is one small group; never so many that they fill the memory. */
const groupSize = (group: number): number => (group === 0 ? 1_000 : 10_000);

/** Writes the rows of each result into row groups. The same rows give the same bytes. */
export function writeParquet(results: Results, { table: name, headers }: Pick<OutputOptions, "table" | "headers">): Pieces {
  return parquetOf({ table: tableNamed(name), rows: rowsOf(results, name) }, headers ?? "en");
}

/** A table as Parquet, row group by row group. */
export async function* parquetOf({ table, rows }: TableRows, headers: Language): Pieces {
  const columns = columnsOf(table).map(([key, column]) => ({ key, column, name: headerOf(key, column, headers) }));
  const writer = new ByteWriter();
  const file = new ParquetWriter({
    writer,
    schema: [
      { name: table.name, num_children: columns.length },
      ...columns.map((entry): SchemaElement => ({ name: entry.name, repetition_type: "OPTIONAL", ...kinds[entry.column.type] })),
    ],
    createdBy: `fengong ${parserVersion}`,
    kvMetadata: [{ key: "schemaVersion", value: schemaVersion }, ...columns.map((entry) => ({ key: `about:${entry.name}`, value: entry.column.about[headers] }))],
  });
  for await (const group of inBatches(rows, groupSize)) {
    const columnData = columns.map((entry) => ({ name: entry.name, data: group.map((row) => stored(row[entry.key] ?? null, entry.column.type)) }));
    await file.write({ columnData, rowGroupSize: group.length });
    yield taken(writer);
  }
  await file.finish();
  yield taken(writer);
}

/** What was written since the last time; the writer goes on counting where in the file it is. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}

function stored(value: FlatValue, type: ColumnType): FlatValue | Date {
  return type === "date" && typeof value === "string" ? dateOf(value) : value;
}
