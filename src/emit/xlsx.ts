/** Flat tables as one workbook: the 台账 for people first, a sheet a table, and a sheet that describes the columns. Written row by row. */
import { text, type ColumnType } from "../model/column.ts";
import type { Language } from "../model/finding.ts";
import { flatTables, type FlatRow, type FlatTable, type FlatValue } from "../model/flat.ts";
import { parserVersion, schemaVersion } from "../model/version.ts";
import { flatten } from "./flatten.ts";
import { ledgerOf } from "./ledger/ledger.ts";
import { ledgerRows, ledgerTable, ledgerWidths } from "./ledger/table.ts";
import { columnsOf, headerOf, type OutputOptions, type Pieces, type Results } from "./output.ts";
import type { TableRows } from "./rows.ts";
import { shownValue } from "./shown-value.ts";
import { cellOf, columnsTaken, rowXml, type Cell } from "./xlsx/cells.ts";
import { listingParts, looks, packageXml, sheetEnd, sheetHead, sheetPart, stylesXml, type Standing } from "./xlsx/parts.ts";
import { zipOf, type ZipEntry } from "./xlsx/zip.ts";

/** Widths of columns, in characters of a narrow script, and the number of rows that settle them. */
const widest = 60;
const narrowest = 8;
const sampled = 1_000;
/** Most rows of one sheet in Excel; further ones stand in further sheets. */
const longestSheet = 1_048_576;

/** Writes the workbook when all results are there: its sheets stand one behind the other. The same rows give the same bytes. */
export async function* writeXlsx(results: Results, options: Pick<OutputOptions, "headers">): Pieces {
  const headers = options.headers ?? "zh";
  const tables = [ledgerTable, ...flatTables];
  const rows = new Map<string, FlatRow[]>(tables.map(({ name }) => [name, []]));
  let number = 0;
  for await (const result of results) {
    const all = { ...flatten(result, ++number), [ledgerTable.name]: ledgerRows(ledgerOf(result, headers), headers) };
    for (const [name, some] of Object.entries(all)) for (const row of some) rows.get(name)?.push(row);
  }
  yield* workbookOf(tables.map((table) => ({ table, rows: [rows.get(table.name) ?? []] })), { headers });
}

interface Wanted {
  readonly headers: Language;
  /** Most rows of a sheet, its header counted. */
  readonly most?: number;
}

/** A workbook of some tables: the 台账 first, then the tasks. */
export function workbookOf(tables: readonly TableRows[], { headers, most = longestSheet }: Wanted): Pieces {
  const rank = ({ table: { name } }: TableRows): number => (name === ledgerTable.name ? 0 : name === "tasks" ? 1 : 2);
  const order = [...tables].sort((a, b) => rank(a) - rank(b));
  return zipOf(entriesOf(order, headers, most));
}

async function* entriesOf(tables: readonly TableRows[], headers: Language, most: number): AsyncGenerator<ZipEntry, void, undefined> {
  const sheets: Standing[] = [];
  let opened = 0;
  const add = (name: string, grid: Grid, rows: AsyncIterable<readonly FlatRow[]>): ZipEntry => {
    const first = sheets.length === 0;
    const counted = (count: number): void => {
      sheets.push({ name, columns: grid.titles.length, rows: count });
    };
    return { name: sheetPart(++opened), pieces: sheetOf(grid, rows, { first, counted }) };
  };
  yield { name: "_rels/.rels", pieces: [packageXml] };
  yield { name: "xl/styles.xml", pieces: [stylesXml] };
  for (const { table, rows } of tables) {
    const feed = openFeed(rows);
    const name = headers === "zh" ? table.zh : table.name;
    const grid = gridOf(table, await feed.peek(sampled), headers);
    for (let part = 1; part === 1 || (await feed.peek(1)).length > 0; part++) {
      yield add(part === 1 ? name : `${name} ${part}`, grid, feed.take(most - 1));
    }
  }
  const described = descriptions(tables.map(({ table }) => table), headers);
  yield add(headers === "zh" ? "字段说明" : "columns", described, described.rows());
  yield* listingParts(sheets);
}

/** The columns of a sheet: their widths, and the cells of a row. */
interface Grid {
  readonly titles: readonly string[];
  readonly widths: readonly number[];
  readonly heading: Cell["look"];
  readonly cells: (row: FlatRow) => (Cell | null)[];
}

function gridOf(table: FlatTable, sample: readonly FlatRow[], headers: Language): Grid {
  const columns = columnsOf(table);
  const titles = columns.map(([key, column]) => headerOf(key, column, headers));
  if (table.name === ledgerTable.name) {
    const cells = (row: FlatRow): Cell[] => columns.map(([key, column]) => cellOf(row[key] ?? null, { column, headers, look: looks.framed }) ?? { look: looks.framed, value: "" });
    return { titles, widths: ledgerWidths, heading: looks.framedHeading, cells };
  }
  return {
    titles,
    widths: columns.map(([key, column], i) => widthOf(titles[i] ?? "", sample.map((row) => shownValue(row[key] ?? null, column, headers)))),
    heading: looks.heading,
    cells: (row) => columns.map(([key, column]) => cellOf(row[key] ?? null, { column, headers })),
  };
}

/** The pieces of a sheet; `counted` is told how many rows it has when they are written. */
async function* sheetOf({ titles, widths, heading, cells }: Grid, rows: AsyncIterable<readonly FlatRow[]>, { first, counted }: { readonly first: boolean; readonly counted: (rows: number) => void }): AsyncGenerator<string, void, undefined> {
  let number = 1;
  yield sheetHead(widths, first) + rowXml(number, titles.map((value) => ({ look: heading, value })), widths);
  for await (const batch of rows) yield batch.map((row) => rowXml(++number, cells(row), widths)).join("");
  yield sheetEnd({ columns: titles.length, rows: number });
  counted(number);
}

/** What each column means, for those who were handed the workbook. */
function descriptions(tables: readonly FlatTable[], headers: Language): Grid & { readonly rows: () => AsyncGenerator<readonly FlatRow[], void, undefined> } {
  const zh = headers === "zh";
  const titles = zh ? ["工作表", "列", "JSON 结构中的名字", "类型", "说明"] : ["sheet", "column", "name in the schema", "type", "description"];
  const types: Readonly<Record<ColumnType, string>> = { text: "文字", integer: "整数", number: "数字", date: "日期", boolean: "是否" };
  const rows = tables.flatMap((table) =>
    columnsOf(table).map(([key, column]) => [zh ? table.zh : table.name, headerOf(key, column, headers), `${table.name}.${key}`, zh ? types[column.type] : column.type, column.about[headers]]),
  );
  const version = ["fengong", parserVersion, schemaVersion, "", zh ? "程序版本、结构版本" : "versions of the program and of the contract"];
  const column = text("", "", "");
  return {
    titles,
    widths: [12, 18, 30, 10, widest],
    heading: looks.heading,
    cells: (row) => Object.values(row).map((words) => cellOf(words, { column, headers })),
    rows: async function* () {
      yield await Promise.resolve([...rows, version].map((row) => Object.fromEntries(row.map((words, i) => [`c${i}`, words]))));
    },
  };
}

/** Rows that can be looked at before they are taken. */
interface Feed {
  /** The next rows, or as many as there are; they stay. */
  readonly peek: (count: number) => Promise<readonly FlatRow[]>;
  /** Takes so many rows, batch by batch. */
  readonly take: (count: number) => AsyncGenerator<readonly FlatRow[], void, undefined>;
}

function openFeed(rows: TableRows["rows"]): Feed {
  const source = batchesOf(rows);
  let waiting: readonly FlatRow[] = [];
  const peek = async (count: number): Promise<readonly FlatRow[]> => {
    while (waiting.length < count) {
      const next = await source.next();
      if (next.done === true) break;
      waiting = waiting.length === 0 ? next.value : [...waiting, ...next.value];
    }
    return waiting;
  };
  return {
    peek,
    take: async function* (count) {
      for (let left = count; left > 0 && (await peek(1)).length > 0; ) {
        const batch = waiting.slice(0, left);
        waiting = waiting.slice(batch.length);
        left -= batch.length;
        yield batch;
      }
    },
  };
}

async function* batchesOf(rows: TableRows["rows"]): AsyncGenerator<readonly FlatRow[], void, undefined> {
  for await (const batch of rows) yield batch;
}

/** Width in characters of a narrow script: wide enough for the header and the longest line, within bounds. */
function widthOf(header: string, values: readonly FlatValue[]): number {
  let width = Math.max(narrowest, columnsTaken(header) + 2);
  for (const value of values.slice(0, sampled)) {
    if (width >= widest) break;
    width = Math.max(width, ...String(value ?? "").slice(0, 2 * widest).split("\n").map((line) => columnsTaken(line) + 1));
  }
  return Math.min(width, widest);
}
