/** The list of outputs. A new output is a new file and a new line here; its library is loaded when it is used. */
import type { Language } from "../model/finding.ts";
import type { TableName } from "../model/flat.ts";
import type { OutputOptions, Pieces, Results } from "./output.ts";

/** One form in which results can be written. */
export interface Output {
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  /** Usual file extension, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** Bytes that no terminal can show. */
  readonly binary: boolean;
  /** Flat tables that one file holds; none: results as they are, or words for people. */
  readonly tables: "none" | "one" | "all";
  /** Loads what writes it. */
  readonly load: () => Promise<(results: Results, options: OutputOptions) => Pieces>;
}

export const outputs = [
  {
    id: "json",
    title: { zh: "JSON，每份通知一个文档", en: "JSON, one document a notice" },
    extension: "json",
    mediaType: "application/json",
    binary: false,
    tables: "none",
    load: () => import("./json.ts").then(({ writeJson }) => writeJson),
  },
  {
    id: "ndjson",
    title: { zh: "NDJSON，每行一份通知", en: "NDJSON, one notice a line" },
    extension: "ndjson",
    mediaType: "application/x-ndjson",
    binary: false,
    tables: "none",
    load: () => import("./json.ts").then(({ writeNdjson }) => writeNdjson),
  },
  {
    id: "csv",
    title: { zh: "CSV（UTF-8）", en: "CSV (UTF-8)" },
    extension: "csv",
    mediaType: "text/csv; charset=utf-8",
    binary: false,
    tables: "one",
    load: () => import("./csv.ts").then(({ writeCsv }) => writeCsv),
  },
  {
    id: "csv-excel",
    title: { zh: "CSV，供 Excel 打开（BOM、CRLF）", en: "CSV for Excel (byte order mark, CRLF)" },
    extension: "csv",
    mediaType: "text/csv; charset=utf-8",
    binary: false,
    tables: "one",
    load: () => import("./csv.ts").then(({ writeExcelCsv }) => writeExcelCsv),
  },
  {
    id: "xlsx",
    title: { zh: "Excel 工作簿，每张表一个工作表", en: "Excel workbook, one sheet a table" },
    extension: "xlsx",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    binary: true,
    tables: "all",
    load: () => import("./xlsx.ts").then(({ writeXlsx }) => writeXlsx),
  },
  {
    id: "parquet",
    title: { zh: "Parquet", en: "Parquet" },
    extension: "parquet",
    mediaType: "application/vnd.apache.parquet",
    binary: true,
    tables: "one",
    load: () => import("./parquet.ts").then(({ writeParquet }) => writeParquet),
  },
  {
    id: "sqlite",
    title: { zh: "SQLite 数据库，带全文检索", en: "SQLite database with full-text search" },
    extension: "sqlite",
    mediaType: "application/vnd.sqlite3",
    binary: true,
    tables: "all",
    load: () => import("./sqlite.ts").then(({ writeSqlite }) => writeSqlite),
  },
  {
    id: "report",
    title: { zh: "核对报告，文本", en: "report of what needs eyes, as text" },
    extension: "txt",
    mediaType: "text/plain; charset=utf-8",
    binary: false,
    tables: "none",
    load: () => import("./report/text.ts").then(({ writeReport }) => writeReport),
  },
  {
    id: "report-html",
    title: { zh: "核对报告，单个 HTML 文件", en: "report of what needs eyes, as one HTML file" },
    extension: "html",
    mediaType: "text/html; charset=utf-8",
    binary: false,
    tables: "none",
    load: () => import("./report/html.ts").then(({ writeReportHtml }) => writeReportHtml),
  },
  {
    id: "ledger",
    title: { zh: "台账，在终端上看的表", en: "ledger of the tasks, as a table on a terminal" },
    extension: "txt",
    mediaType: "text/plain; charset=utf-8",
    binary: false,
    tables: "none",
    load: () => import("./ledger/text.ts").then(({ writeLedger }) => writeLedger),
  },
  {
    id: "markdown",
    title: { zh: "台账，Markdown 表格", en: "ledger as Markdown tables" },
    extension: "md",
    mediaType: "text/markdown; charset=utf-8",
    binary: false,
    tables: "none",
    load: () => import("./markdown.ts").then(({ writeMarkdown }) => writeMarkdown),
  },
  {
    id: "docx",
    title: { zh: "台账，Word 文档（A4 横向，表头逐页重复）", en: "ledger as a Word document (A4 across, header on every page)" },
    extension: "docx",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    binary: true,
    tables: "none",
    load: () => import("./docx.ts").then(({ writeDocx }) => writeDocx),
  },
  {
    id: "ics",
    title: { zh: "时限日历（iCalendar），可以订阅", en: "calendar of the deadlines (iCalendar)" },
    extension: "ics",
    mediaType: "text/calendar; charset=utf-8",
    binary: false,
    tables: "none",
    load: () => import("./ics.ts").then(({ writeIcs }) => writeIcs),
  },
] as const satisfies readonly Output[];

/** The flat tables that a form with one table may hold; the first is meant when none is named. */
export const tableNames = ["tasks", "assignments", "deadlines", "notices"] as const satisfies readonly TableName[];

/** The id of an output. */
export type OutputId = (typeof outputs)[number]["id"];

/** An output by its id. */
export function outputNamed(id: OutputId): Output {
  const found = outputs.find((output) => output.id === id);
  if (found === undefined) throw new TypeError(`no output ${id}`);
  return found;
}

/** Writes results in one form: results in, pieces out; text is UTF-8. */
export async function* writeResults(id: OutputId, results: Results, options: OutputOptions): Pieces {
  const write = await outputNamed(id).load();
  yield* write(results, options);
}
