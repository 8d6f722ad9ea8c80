/** Every output is read back by a reader that is not its writer, and holds the values of the rows; test/emit/flatten.test.ts compares those with the JSON. */
import { parse } from "csv-parse/sync";
import { parquetReadObjects } from "hyparquet";
import readExcelFile from "read-excel-file/node";
import { DatabaseSync } from "node:sqlite";
import { beforeAll, describe, expect, test } from "vitest";
import { flatten } from "../../src/emit/flatten.ts";
import { columnsOf, tableNamed } from "../../src/emit/output.ts";
import { outputs, tableNames } from "../../src/emit/outputs.ts";
import { ledgerTable } from "../../src/emit/ledger/table.ts";
import { shownValue } from "../../src/emit/shown-value.ts";
import { flatTables, type FlatRow, type FlatTable, type TableName } from "../../src/model/flat.ts";
import type { ParseResult } from "../../src/model/notice.ts";
import { harmless } from "../../src/text/shown.ts";
import { skippedCorpora } from "../evaluate/corpora.ts";
import { corpusResults, failed, nastyResult, written, writtenText } from "./results.ts";

let results: ParseResult[] = [];
let rowsBy = new Map<string, FlatRow[]>();
let rows: Record<TableName, FlatRow[]> = { notices: [], tasks: [], assignments: [], deadlines: [] };

beforeAll(async () => {
  const skipped = skippedCorpora();
  if (skipped !== null) console.log(skipped);
  results = [...(await corpusResults()), failed, await nastyResult()];
  const flat = results.map((result, i) => flatten(result, i + 1));
  rows = { notices: flat.flatMap((one) => one.notices), tasks: flat.flatMap((one) => one.tasks), assignments: flat.flatMap((one) => one.assignments), deadlines: flat.flatMap((one) => one.deadlines) };
  rowsBy = new Map(Object.entries(rows));
});

/** Rows as plain values in the order of the columns; no value and no words are the same where a format cannot tell. */
function plain(name: TableName, all: readonly FlatRow[]): (string | number | boolean | null)[][] {
  const columns = columnsOf(tableNamed(name));
  return all.map((row) => columns.map(([key]) => (row[key] === "" ? null : (row[key] ?? null))));
}

function keysOf(table: FlatTable, headers: "zh" | "en"): string[] {
  return columnsOf(table).map(([key, column]) => (headers === "zh" ? column.zh : key));
}

test("JSON and NDJSON hold the results", async () => {
  const lines = (await writtenText("ndjson", results)).trimEnd().split("\n");
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual(results);
  expect(await writtenText("json", results)).toBe(await writtenText("ndjson", results));
  const one = await writtenText("json", results.slice(0, 1), { pretty: true });
  expect(JSON.parse(one)).toEqual(results[0]);
  expect(one).toContain('\n  "status"');
});

describe.each(tableNames)("CSV of %s", (name) => {
  test("holds the rows, read by csv-parse", async () => {
    const [head, ...body] = parse(await writtenText("csv", results, { table: name, escapeFormulas: false }));
    expect(head).toEqual(keysOf(tableNamed(name), "en"));
    expect(body).toEqual(plain(name, rows[name]).map((row) => row.map((value) => (value === null ? "" : String(value)))));
  });

  test("for Excel begins with a byte order mark, ends lines with CRLF and holds the same", async () => {
    const text = await writtenText("csv-excel", results, { table: name });
    expect(text.startsWith("\uFEFF")).toBe(true);
    const [head, ...body] = parse(text, { bom: true, record_delimiter: "\r\n" });
    expect(head).toEqual(keysOf(tableNamed(name), "zh"));
    const columns = columnsOf(tableNamed(name));
    const asMeant = body.map((row) => row.map((value) => /^="([^"]*)"$/u.exec(value)?.[1] ?? value.replace(/^'(?='*[-=+@\uFF1D])/u, "")));
    expect(asMeant).toEqual(rows[name].map((row) => columns.map(([key, column]) => harmless(String(shownValue(row[key] ?? null, column, "zh") ?? "")))));
  });

  test("disarms formulas unless told otherwise", async () => {
    const cells = parse(await writtenText("csv", results, { table: name })).flat();
    expect(cells.filter((value) => /^[-=+@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/u.test(value))).toEqual([]);
  });
});

describe.each(tableNames)("Parquet of %s", (name) => {
  test("holds the rows with their types, read by hyparquet", async () => {
    const bytes = await written("parquet", results, { table: name });
    const read = await parquetReadObjects({ file: bytes.slice().buffer });
    const columns = columnsOf(tableNamed(name));
    const asRead = read.map((row) => columns.map(([key, { type }]) => valueOf(row[key], type)));
    expect(asRead).toEqual(rows[name].map((row) => columns.map(([key]) => row[key] ?? null)));
  });
});

function valueOf(value: unknown, type: string): unknown {
  if (type !== "date") return value ?? null;
  return value instanceof Date ? value.toISOString().slice(0, 10) : (value ?? null);
}

test("XLSX holds all rows: dates as dates, numbers as numbers, all else as text, read by read-excel-file", async () => {
  const book = await readExcelFile(Buffer.from(await written("xlsx", results)), { trim: false });
  expect(book.map((sheet) => sheet.sheet)).toEqual(["台账", "任务", "通知", "分工", "时限", "字段说明"]);
  for (const table of flatTables) {
    const [head = [], ...body] = book.find((sheet) => sheet.sheet === table.zh)?.data ?? [];
    expect(head).toEqual(keysOf(table, "zh"));
    const columns = columnsOf(table);
    const expected = (rowsBy.get(table.name) ?? []).map((row) =>
      columns.map(([key, column]) => {
        const value = shownValue(row[key] ?? null, column, "zh");
        if (value === "") return null;
        return column.type === "date" && typeof value === "string" ? new Date(`${value}T00:00:00Z`) : value;
      }),
    );
    expect(body).toEqual(expected);
  }
  const described = book.find((sheet) => sheet.sheet === "字段说明")?.data ?? [];
  expect(described).toHaveLength(1 + [ledgerTable, ...flatTables].flatMap(columnsOf).length + 1);
});

test("SQLite holds all rows, read by SQL, and its keys hold", async () => {
  const database = new DatabaseSync(":memory:");
  database.deserialize(await written("sqlite", results));
  expect(database.prepare("PRAGMA integrity_check").all()).toEqual([{ integrity_check: "ok" }]);
  expect(database.prepare("PRAGMA foreign_key_check").all()).toEqual([]);
  for (const table of flatTables) {
    const columns = columnsOf(table);
    const read = database.prepare(`SELECT * FROM "${table.name}" ORDER BY "row"`).all();
    const asRead = read.map((row) => columns.map(([key, { type }]) => (type === "boolean" ? row[key] === 1 : row[key])));
    expect(asRead).toEqual((rowsBy.get(table.name) ?? []).map((row) => columns.map(([key]) => row[key] ?? null)));
  }
});

test.each(outputs.map(({ id }) => id))("%s gives the same bytes twice", async (id) => {
  const some = results.slice(-6);
  expect(Buffer.compare(await written(id, some), await written(id, some))).toBe(0);
});

test.each(outputs.map(({ id }) => id))("%s stands when there is no result at all", async (id) => {
  expect((await written(id, [])).length).toBeGreaterThanOrEqual(id === "json" || id === "ndjson" ? 0 : 1);
});

test("headers come in both languages", async () => {
  const [zh] = parse(await writtenText("csv", [], { headers: "zh", table: "assignments" }));
  const [en] = parse(await writtenText("csv-excel", [], { headers: "en", table: "assignments" }), { bom: true });
  expect(zh).toEqual(keysOf(tableNamed("assignments"), "zh"));
  expect(en).toEqual(keysOf(tableNamed("assignments"), "en"));
  const database = new DatabaseSync(":memory:");
  database.deserialize(await written("sqlite", results.slice(-1), { headers: "zh" }));
  expect(database.prepare('SELECT "任务内容" AS text FROM tasks ORDER BY "任务序号" LIMIT 1').get()).toEqual({ text: "<script>alert(1)</script>" });
});
