/**
 * A workbook of ours that somebody edited, as corrections. Cells are compared with those of the same workbook written anew, read by the same
 * reader, so that a number format is no edit. What is not certain (an id that nobody knows, a day that is none) is listed, and nothing is guessed.
 */
import { wrongValue, type Setting } from "../dataset/correct/overrides.ts";
import { taskFields } from "../dataset/correct/settable.ts";
import { ledgerTable } from "../emit/ledger/table.ts";
import { writeXlsx } from "../emit/xlsx.ts";
import { openContext } from "../model/context.ts";
import type { Language } from "../model/finding.ts";
import { flatTables, type FlatTable, type FlatValue } from "../model/flat.ts";
import type { Column } from "../model/column.ts";
import type { ParseResult } from "../model/notice.ts";
import { readXlsxSheets } from "../read/sheets/xlsx/workbook.ts";
import { dayOf } from "./day.ts";
import { ledgerByKey, ledgerColumns, ledgerEdit, ledgerKey, type LedgerRow } from "./edited-ledger.ts";
import { changedElsewhere, tableIn, type TableRow } from "./edited-sheets.ts";
import { valueIn } from "./state.ts";

/** Who corrects, when, and why where the column 更正理由 does not say it. */
export interface Signature {
  readonly person: string;
  readonly date: string;
  readonly reason: string | null;
}

/** An edit that became no correction, and why. */
export interface Listed {
  /** What stands on the tab. */
  readonly sheet: string;
  /** Row of the sheet as Excel counts it; null for a row that is gone. */
  readonly row: number | null;
  readonly why: "unknown-id" | "no-id" | "twice" | "not-settable" | "no-reason" | "value" | "gone" | "other-sheet" | "differs" | "headers";
  readonly detail: string;
}

/** What a workbook says. Null: it is none of ours. */
export interface Edits {
  readonly corrections: readonly Setting[];
  readonly listed: readonly Listed[];
}

const columns = flatTables.find(({ name }) => name === "tasks")?.columns;

/** The headers of a sheet, to its keys. */
function headersOf({ columns: own }: Pick<FlatTable, "columns">, language: Language): ReadonlyMap<string, string> {
  return new Map(Object.entries(own).map(([key, { zh }]) => [language === "zh" ? zh : key, key]));
}

/** The corrections in a workbook, against the results that it was written from. */
export async function readEdits(bytes: Uint8Array, results: readonly ParseResult[], signature: Signature): Promise<Edits | null> {
  const found = await sheetsIn(bytes);
  if (found === null) return null;
  const fresh = await sheetsIn(await written(results, found.language));
  const edits = new Edit(results, signature, found.language);
  if (found.tasks !== null) edits.takeTasks(found.tasks, fresh?.tasks ?? []);
  if (found.ledger !== null) edits.takeLedger(found.ledger, fresh?.ledger ?? [], results);
  for (const sheet of found.headless) edits.listed.push({ sheet, row: 1, why: "headers", detail: "" });
  edits.listed.push(...changedElsewhere(found.others, fresh?.others ?? new Map()));
  return edits;
}

interface Workbook {
  readonly language: Language;
  /** Null: there is no such sheet. */
  readonly tasks: readonly TableRow[] | null;
  readonly ledger: readonly TableRow[] | null;
  readonly others: ReadonlyMap<string, readonly TableRow[]>;
  /** Sheets with the name of one of ours whose headers are others. */
  readonly headless: readonly string[];
}

/** The sheets of ours: of the tasks and the 台账, by their headers, and the others by their names. */
async function sheetsIn(bytes: Uint8Array): Promise<Workbook | null> {
  const sheets = (await readXlsxSheets(bytes, 0, openContext()))?.sheets ?? [];
  for (const language of ["zh", "en"] as const) {
    // The sheets of units and deadlines repeat the id of their task; only that of tasks has the headings above.
    const tasks = sheets.map((sheet) => tableIn(sheet, headersOf({ columns: columns ?? {} }, language), ["taskId", "path"]));
    const ledger = sheets.map((sheet) => tableIn(sheet, ledgerColumns(language), ["number", "task", "source", "check"]));
    if (tasks.every((rows) => rows === null) && ledger.every((rows) => rows === null)) continue;
    const others = new Map<string, readonly TableRow[]>();
    const headless: string[] = [];
    for (const [i, sheet] of sheets.entries()) {
      const table = [ledgerTable, ...flatTables].find(({ name, zh }) => sheet.name === (language === "zh" ? zh : name));
      if (table === undefined || tasks[i] != null || ledger[i] != null) continue;
      const rows = table.name === "tasks" || table.name === ledgerTable.name ? null : tableIn(sheet, headersOf(table, language), []);
      if (rows === null) headless.push(sheet.name);
      else others.set(sheet.name, rows);
    }
    return { language, tasks: rowsOf(tasks), ledger: rowsOf(ledger), others, headless };
  }
  return null;
}

function rowsOf(sheets: readonly (readonly TableRow[] | null)[]): readonly TableRow[] | null {
  return sheets.every((rows) => rows === null) ? null : sheets.flatMap((rows) => rows ?? []);
}

async function written(results: readonly ParseResult[], headers: Language): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeXlsx(results, { headers })) pieces.push(Buffer.from(piece));
  return new Uint8Array(Buffer.concat(pieces));
}

/** The edits of one workbook as they are found. */
class Edit implements Edits {
  readonly corrections: Setting[] = [];
  readonly listed: Listed[] = [];
  readonly #settings = new Map<string, Setting>();
  readonly #holders: ReadonlyMap<string, ParseResult>;
  readonly #signature: Signature;
  readonly #language: Language;

  constructor(results: readonly ParseResult[], signature: Signature, language: Language) {
    this.#holders = new Map(results.flatMap((result) => result.tasks.map(({ id }) => [id, result] as const)));
    [this.#signature, this.#language] = [signature, language];
  }

  takeTasks(rows: readonly TableRow[], fresh: readonly TableRow[]): void {
    const before = new Map(fresh.map((row) => [row.cells.get("taskId") ?? "", row]));
    const seen = new Set<string>();
    const copies = Map.groupBy(rows, ({ cells }) => cells.get("taskId") ?? "");
    for (const row of rows) {
      const id = row.cells.get("taskId") ?? "";
      const [then, result] = [before.get(id), this.#holders.get(id)];
      const one = then === undefined ? undefined : oneOf(copies.get(id) ?? [], then);
      if (one !== undefined) seen.add(id);
      if (then === undefined || result === undefined || row !== one) {
        this.#list(row, id === "" ? "no-id" : then !== undefined && (copies.get(id) ?? []).length > 1 ? "twice" : "unknown-id", id === "" ? (row.cells.get("text") ?? "").slice(0, 40) : id);
        continue;
      }
      for (const [field, after] of row.cells) {
        const was = then.cells.get(field) ?? "";
        if (row.unknown.has(field)) this.#list(row, "value", `${field}: ${was} → =`);
        if (after === was || row.unknown.has(field)) continue;
        const value = Object.hasOwn(taskFields, field) ? valueOf(after, columns?.[field], this.#language) : undefined;
        if (!Object.hasOwn(taskFields, field)) this.#list(row, "not-settable", `${field}: ${was} → ${after}`);
        else this.#set({ row, id, result, edit: value === undefined ? null : { field, value }, said: `${field}: ${was} → ${after}` });
      }
    }
    for (const [id, { sheet }] of before) if (!seen.has(id)) this.listed.push({ sheet, row: null, why: "gone", detail: id });
  }

  takeLedger(rows: readonly TableRow[], fresh: readonly TableRow[], results: readonly ParseResult[]): void {
    const before = ledgerByKey(results, this.#language);
    const written = new Map(fresh.map((row) => [ledgerKey((key) => row.cells.get(key) ?? ""), row.cells]));
    const seen = new Set<LedgerRow>();
    const headers = new Map([...ledgerColumns(this.#language)].map(([header, key]) => [key, header]));
    for (const row of rows) {
      const name = ledgerKey((key) => row.cells.get(key) ?? "");
      const then = before.get(name);
      if (then == null || seen.has(then)) {
        this.#list(row, then == null ? "unknown-id" : "twice", [row.cells.get("number"), row.cells.get("task")?.slice(0, 40)].join(" ").trim());
        continue;
      }
      seen.add(then);
      for (const [key, after] of row.cells) {
        const was = written.get(name)?.get(key) ?? "";
        if (row.unknown.has(key)) this.#list(row, "value", `${headers.get(key) ?? key}: ${was} → =`);
        if (after === was || row.unknown.has(key)) continue;
        const said = `${headers.get(key) ?? key}: ${was} → ${after}`;
        if (key === "check" || then.task === null) this.#list(row, "not-settable", said);
        else this.#set({ row, id: then.task.id, result: then.result, edit: ledgerEdit(key, { before: was, after }, then.task), said });
      }
    }
    const sheet = rows[0]?.sheet ?? fresh[0]?.sheet ?? "";
    for (const then of before.values()) if (then !== null && !seen.has(then)) this.listed.push({ sheet, row: null, why: "gone", detail: [then.cells["number"], then.cells["task"]].join(" ").trim().slice(0, 40) });
  }

  /** Makes a correction of one value, or lists why there is none: a value that its field does not take, no reason, or another sheet that says something else of it. */
  #set({ row, id, result, edit, said }: { readonly row: TableRow; readonly id: string; readonly result: ParseResult; readonly edit: { readonly field: string; readonly value: FlatValue } | null; readonly said: string }): void {
    const reason = row.told ?? this.#signature.reason;
    if (edit === null || wrongValue(id, edit.field, edit.value) !== null) this.#list(row, "value", said);
    else if (reason === null) this.#list(row, "no-reason", said);
    else {
      const { person, date } = this.#signature;
      const about = `${id}\n${edit.field}`;
      const same = this.#settings.get(about);
      const setting = { id, field: edit.field, expected: valueIn(result, id, edit.field) ?? null, value: edit.value, reason, person, date };
      if (same === undefined) {
        this.#settings.set(about, setting);
        this.corrections.push(setting);
      } else if (same.value !== edit.value) this.#list(row, "differs", said);
    }
  }

  #list({ sheet, row }: TableRow, why: Listed["why"], detail: string): void {
    this.listed.push({ sheet, row, why, detail });
  }
}

/** The row of a task among those with its id: of several the one that nobody edited. None where nobody can know it, or the id stands in the row of another task. */
function oneOf(rows: readonly TableRow[], then: TableRow): TableRow | undefined {
  const says = (row: TableRow, key: string): boolean => row.cells.get(key) === then.cells.get(key);
  if (rows.length > 1) return rows.find((row) => row.unknown.size === 0 && [...row.cells.keys()].every((key) => says(row, key)));
  return rows.find((row) => says(row, "ordinal") || says(row, "text"));
}

/** The value of a cell; undefined where nobody can know it. */
function valueOf(cell: string, column: Column | undefined, language: Language): FlatValue | undefined {
  if (cell === "") return null;
  switch (column?.type) {
    case "boolean":
      return { 是: true, yes: true, true: true, 否: false, no: false, false: false }[cell.toLowerCase()];
    case "date":
      return dayOf(cell);
    case "number":
    case "integer":
      return /^-?\d+(?:\.\d+)?%?$/u.test(cell) ? Number(cell.replace("%", "")) : undefined;
    case "text":
    case undefined:
      return (language === "zh" ? Object.entries(column?.values ?? {}).find(([, words]) => words === cell)?.[0] : undefined) ?? cell;
  }
}
