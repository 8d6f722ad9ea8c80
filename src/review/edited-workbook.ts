/**
 * A workbook of ours that somebody edited, as corrections. Cells are compared with those of the same workbook written anew, read by the same
 * reader, so that a number format is no edit. What is not certain (an id that nobody knows, a day that is none) is listed, and nothing is guessed.
 */
import { wrongValue, type Setting } from "../dataset/overrides.ts";
import { taskFields } from "../dataset/settable.ts";
import { writeXlsx } from "../emit/xlsx.ts";
import { openContext } from "../model/context.ts";
import type { Language } from "../model/finding.ts";
import { flatTables, type FlatValue } from "../model/flat.ts";
import type { Column } from "../model/column.ts";
import type { ParseResult } from "../model/notice.ts";
import { wordsOf, type Sheet } from "../read/sheets/sheet.ts";
import { readXlsxSheets } from "../read/sheets/xlsx/workbook.ts";
import { valueIn } from "./state.ts";

/** Who corrects, when, and why where the column 更正理由 does not say it. */
export interface Signature {
  readonly person: string;
  readonly date: string;
  readonly reason: string | null;
}

/** An edit that became no correction, and why. */
export interface Listed {
  /** Row of the sheet as Excel counts it. */
  readonly row: number;
  readonly why: "unknown-id" | "no-id" | "twice" | "not-settable" | "no-reason" | "value";
  readonly detail: string;
}

/** What a workbook says. Null: it is none of ours. */
export interface Edits {
  readonly corrections: readonly Setting[];
  readonly listed: readonly Listed[];
}

const reasonHeaders = ["更正理由", "reason"];
const columns = flatTables.find(({ name }) => name === "tasks")?.columns;

/** The corrections in a workbook, against the results that it was written from. */
export async function readEdits(bytes: Uint8Array, results: readonly ParseResult[], { person, date, reason }: Signature): Promise<Edits | null> {
  const found = await tasksIn(bytes);
  if (found === null) return null;
  const fresh = await tasksIn(await written(results, found.language));
  const before = new Map(fresh?.rows.map((row) => [row.cells.get("taskId") ?? "", row]));
  const holders = new Map(results.flatMap((result) => result.tasks.map(({ id }) => [id, result] as const)));
  const corrections: Setting[] = [];
  const listed: Listed[] = [];
  const seen = new Set<string>();
  for (const { row, cells, told } of found.rows) {
    const id = cells.get("taskId") ?? "";
    const [then, result] = [before.get(id), holders.get(id)];
    if (then === undefined || result === undefined || seen.has(id)) {
      listed.push({ row, why: id === "" ? "no-id" : seen.has(id) ? "twice" : "unknown-id", detail: id === "" ? (cells.get("text") ?? "").slice(0, 40) : id });
      continue;
    }
    seen.add(id);
    for (const [field, after] of cells) {
      const was = then.cells.get(field) ?? "";
      if (after === was) continue;
      const why = told ?? reason;
      if (!Object.hasOwn(taskFields, field)) listed.push({ row, why: "not-settable", detail: `${field}: ${was} → ${after}` });
      else if (why === null) listed.push({ row, why: "no-reason", detail: `${field}: ${was} → ${after}` });
      else {
        const value = valueOf(after, columns?.[field], found.language);
        const wrong = value === undefined ? "?" : wrongValue(id, field, value);
        if (value === undefined || wrong !== null) listed.push({ row, why: "value", detail: `${field}: ${was} → ${after}` });
        else corrections.push({ id, field, expected: valueIn(result, id, field) ?? null, value, reason: why, person, date });
      }
    }
  }
  return { corrections, listed };
}

interface TaskRows {
  readonly language: Language;
  readonly rows: readonly { readonly row: number; readonly cells: ReadonlyMap<string, string>; readonly told: string | null }[];
}

/** The rows of the sheets that have ids of tasks at their head. */
async function tasksIn(bytes: Uint8Array): Promise<TaskRows | null> {
  const workbook = await readXlsxSheets(bytes, 0, openContext());
  for (const language of ["zh", "en"] as const) {
    const sheets = (workbook?.sheets ?? []).map((sheet) => rowsOf(sheet, language)).filter((rows) => rows !== null);
    if (sheets.length > 0) return { language, rows: sheets.flat() };
  }
  return null;
}

function rowsOf({ cells }: Sheet, language: Language): TaskRows["rows"] | null {
  const byRow = Map.groupBy(cells, ({ row }) => row);
  const names = new Map(Object.entries(columns ?? {}).map(([key, { zh }]) => [language === "zh" ? zh : key, key]));
  const head = byRow.get(0) ?? [];
  const keys = new Map(head.flatMap((cell) => (names.has(wordsOf(cell)) ? [[cell.column, names.get(wordsOf(cell)) ?? ""] as const] : [])));
  // The sheets of units and deadlines repeat the id of their task; only that of tasks has the headings above.
  if (![...keys.values()].includes("taskId") || ![...keys.values()].includes("path")) return null;
  const reasons = head.find((cell) => reasonHeaders.includes(wordsOf(cell).trim()))?.column;
  return [...byRow].flatMap(([row, own]) => {
    if (row === 0) return [];
    const said = new Map(own.map((cell) => [cell.column, wordsOf(cell)]));
    const told = (reasons === undefined ? "" : (said.get(reasons) ?? "")).trim();
    return [{ row: row + 1, told: told === "" ? null : told, cells: new Map([...keys].map(([column, key]) => [key, (said.get(column) ?? "").trim()])) }];
  });
}

async function written(results: readonly ParseResult[], headers: Language): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeXlsx(results, { headers })) pieces.push(Buffer.from(piece));
  return new Uint8Array(Buffer.concat(pieces));
}

const day = /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/u;

/** The value of a cell; undefined where nobody can know it. */
function valueOf(cell: string, column: Column | undefined, language: Language): FlatValue | undefined {
  if (cell === "") return null;
  switch (column?.type) {
    case "boolean":
      return { 是: true, yes: true, true: true, 否: false, no: false, false: false }[cell.toLowerCase()];
    case "date": {
      const [, year = "", month, date, otherMonth, otherDate] = day.exec(cell) ?? [];
      return year === "" ? undefined : [year, (month ?? otherMonth ?? "").padStart(2, "0"), (date ?? otherDate ?? "").padStart(2, "0")].join("-");
    }
    case "number":
    case "integer":
      return /^-?\d+(?:\.\d+)?%?$/u.test(cell) ? Number(cell.replace("%", "")) : undefined;
    case "text":
    case undefined:
      return (language === "zh" ? Object.entries(column?.values ?? {}).find(([, words]) => words === cell)?.[0] : undefined) ?? cell;
  }
}
