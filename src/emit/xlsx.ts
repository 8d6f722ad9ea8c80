/** All flat tables as one workbook: a sheet a table, and a sheet that describes the columns. */
import writeExcelFile, { type CellObject, type Sheet } from "write-excel-file/universal";
import type { Language } from "../model/finding.ts";
import { flatTables, type Column, type FlatRow, type FlatTable, type FlatValue } from "../model/flat.ts";
import { parserVersion, schemaVersion } from "../model/version.ts";
import { dateOf } from "./dates.ts";
import { gather } from "./gather.ts";
import { columnsOf, headerOf, type OutputOptions, type Pieces, type Results } from "./output.ts";
import { stampZip } from "./stamp-zip.ts";

/** Most characters of one cell in Excel, and what stands at the end of a longer one. */
const longest = 32_767;
const cut: Readonly<Record<Language, string>> = { zh: "……（超出单元格上限，全文见 JSON）", en: "… (longer than a cell can be; the JSON has it in full)" };

/** Yes and no in words: programs show truth values as TRUE, 1 or 是 as they like. */
export const truth: Readonly<Record<Language, { readonly yes: string; readonly no: string }>> = { zh: { yes: "是", no: "否" }, en: { yes: "yes", no: "no" } };

/** Widths of columns, in characters of a narrow script, and heights of rows, in points; Excel knows no higher row. */
const widest = 60;
const narrowest = 8;
const lineHeight = 17;
/** Most rows of one sheet in Excel; further ones stand in further sheets. */
const longestSheet = 1_048_576;
const highest = 409;

/** Writes the workbook when all results are there. The same rows give the same bytes. */
export async function* writeXlsx(results: Results, options: Pick<OutputOptions, "headers">): Pieces {
  const headers = options.headers ?? "zh";
  const rows = await gather(results);
  const order = [...flatTables.filter(({ name }) => name === "tasks"), ...flatTables.filter(({ name }) => name !== "tasks")];
  const sheets = [...order.flatMap((table) => sheetsOf(table, rows[table.name], headers)), descriptions(headers)];
  const blob = await writeExcelFile(sheets, { fontFamily: "SimSun", fontSize: 11 }).toBlob();
  yield stampZip(new Uint8Array(await blob.arrayBuffer()));
}

/** The sheets of a table: one, or as many as its rows fill. */
export function sheetsOf(table: FlatTable, rows: readonly FlatRow[], headers: Language, most = longestSheet): Sheet<Blob>[] {
  const name = headers === "zh" ? table.zh : table.name;
  const parts = Math.max(1, Math.ceil(rows.length / (most - 1)));
  return Array.from({ length: parts }, (_, i) => sheetOf(i === 0 ? name : `${name} ${i + 1}`, table, rows.slice(i * (most - 1), (i + 1) * (most - 1)), headers));
}

function sheetOf(name: string, table: FlatTable, rows: readonly FlatRow[], headers: Language): Sheet<Blob> {
  const columns = columnsOf(table).map(([key, column]) => {
    const header = headerOf(key, column, headers);
    return { key, column, header, width: widthOf(header, key, rows) };
  });
  return {
    sheet: name,
    stickyRowsCount: 1,
    orientation: "landscape",
    columns: columns.map(({ width }) => ({ width })),
    data: [
      columns.map(({ header }) => heading(header)),
      ...rows.map((row) => columns.map(({ key, column, width }) => cellOf(row[key] ?? null, column, { width, headers }))),
    ],
  };
}

/** What each column means, for those who were handed the workbook. */
function descriptions(headers: Language): Sheet<Blob> {
  const zh = headers === "zh";
  const titles = zh ? ["工作表", "列", "JSON 结构中的名字", "类型", "说明"] : ["sheet", "column", "name in the schema", "type", "description"];
  const rows = flatTables.flatMap((table) =>
    columnsOf(table).map(([key, column]) => [zh ? table.zh : table.name, headerOf(key, column, headers), `${table.name}.${key}`, column.type, column.about[headers]]),
  );
  const version = ["fengong", parserVersion, schemaVersion, "", zh ? "程序版本、结构版本" : "versions of the program and of the contract"];
  return {
    sheet: zh ? "字段说明" : "columns",
    stickyRowsCount: 1,
    columns: [12, 18, 30, 10, widest].map((width) => ({ width })),
    data: [titles.map(heading), ...[...rows, version].map((row) => row.map((words) => textCell(words, { width: widest, headers })))],
  };
}

function heading(words: string): CellObject {
  return { value: words, type: String, format: "@", fontWeight: "bold", backgroundColor: "#DDEBF7", alignVertical: "center", wrap: true };
}

/** What a cell needs to know of its column. */
interface Surroundings {
  readonly width: number;
  readonly headers: Language;
}

function cellOf(value: FlatValue, { type }: Column, around: Surroundings): CellObject | null {
  if (value === null || value === "") return null;
  if (typeof value === "number") return { value, type: Number, alignVertical: "top" };
  if (typeof value === "boolean") return textCell(truth[around.headers][value ? "yes" : "no"], around);
  if (type === "date") return { value: dateOf(value), type: Date, format: "yyyy-mm-dd", alignVertical: "top" };
  return textCell(value, around);
}

function textCell(words: string, { width, headers }: Surroundings): CellObject {
  const kept = words.length > longest ? words.slice(0, longest - cut[headers].length) + cut[headers] : words;
  return { value: escaped(kept), type: String, format: "@", alignVertical: "top", wrap: true, height: heightOf(kept, width) };
}

/** Height of the wrapped words: not every program finds it out by itself. */
function heightOf(words: string, width: number): number {
  const lines = words.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(columnsTaken(line) / (width - 1))), 0);
  return Math.min(highest, lines * lineHeight);
}

/** `_x0041_` in the text would be read as a character (ST_Xstring, ECMA-376 part 1, 22.9.2.19). */
function escaped(words: string): string {
  return words.replace(/_(?=x[\da-f]{4}_)/giu, "_x005F_");
}

/** Width in characters of a narrow script: wide enough for the header and the longest line, within bounds. */
function widthOf(header: string, key: string, rows: readonly FlatRow[]): number {
  let width = Math.max(narrowest, columnsTaken(header) + 2);
  for (const row of rows) {
    if (width >= widest) break;
    width = Math.max(width, ...String(row[key] ?? "").slice(0, 2 * widest).split("\n").map((line) => columnsTaken(line) + 1));
  }
  return Math.min(width, widest);
}

function columnsTaken(line: string): number {
  let taken = 0;
  for (const character of line) taken += character > "\u2E7F" ? 2 : 1;
  return taken;
}
