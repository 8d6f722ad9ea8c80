/** `fengong tables`: the tables of a file as the reader saw them, as JSON or CSV. */
import { shownName } from "../batch/shown-name.ts";
import type { CsvOptions } from "../emit/tables-csv.ts";
import { viewTables, type TablesResult } from "../emit/tables.ts";
import type { Diagnostic } from "../model/notice.ts";
import { jsonText } from "../text/shown.ts";
import { exitOf, type Exit } from "./exit-codes.ts";
import { openViewing } from "./reading.ts";
import { tellPeople, writeData, type Settings } from "./run.ts";

/** Which tables, and how. */
interface Wanted {
  /** Index of the one table that is wanted, null for all. */
  readonly table: number | null;
  /** Null: JSON. */
  readonly csv: CsvOptions | null;
}

/** Prints the tables of one file. Null when the file was read but has no table of the wanted index. */
export async function printTables(file: string, { table, csv }: Wanted, settings: Settings): Promise<Exit | null> {
  const viewing = openViewing(file, settings);
  try {
    const { answer, problem } = await viewing.view((given) => ({ view: "tables", files: [given], options: settings.options, table, csv }));
    const { result, csv: text } = answer?.view === "tables" ? answer : unread(shownName(file), problem);
    if (table !== null && result.status !== "failed" && result.tables.length === 0) return null;
    const pretty = settings.pretty ?? settings.streams.stdout.isTTY === true;
    await writeData(csv === null ? jsonText(result, pretty) : (text ?? ""), settings);
    tellPeople(shownName(file), { ...result, count: result.tables.length, noun: "tables" }, settings);
    return exitOf(result, settings.failOn);
  } finally {
    viewing.close();
  }
}

function unread(name: string, problem: Diagnostic | null): { readonly result: TablesResult; readonly csv: null } {
  return { result: viewTables({ name, format: null, document: null, diagnostics: problem === null ? [] : [problem] }), csv: null };
}
