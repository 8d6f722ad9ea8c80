/** The rows of a version in one SQLite file: filled in one pass over the notices, then read for every other form. Memory stays flat. */
import { DatabaseSync } from "node:sqlite";
import { linkRow } from "../../emit/link-table.ts";
import { columnsOf } from "../../emit/output.ts";
import { openTables } from "../../emit/sqlite.ts";
import type { FlatRow, FlatTable } from "../../model/flat.ts";
import { changeRow } from "./tables.ts";
import type { Watcher } from "./watcher.ts";

/** A database that is being filled. */
interface Store extends Watcher {
  /** Ends the writing; the file is then as it stays. */
  readonly finish: () => void;
  /** Gives up. */
  readonly close: () => void;
}

/** Makes an empty database. It may be lost in a crash: it is only in its place when all is written. */
export function openStore(path: string, wanted: readonly FlatTable[]): Store {
  const database = new DatabaseSync(path);
  database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE");
  const tables = openTables({ exec: (sql) => database.exec(sql), prepare: (sql) => database.prepare(sql) }, wanted, "en");
  const close = (): void => {
    if (database.isOpen) database.close();
  };
  let [changes, links] = [0, 0];
  return {
    change: (change) => {
      tables.add("changes", [changeRow(change, ++changes)]);
    },
    notice: (_, rows) => {
      for (const [table, some] of Object.entries(rows)) tables.add(table, some);
    },
    link: (link) => {
      tables.add("links", [linkRow(link, ++links)]);
    },
    finish: () => {
      tables.finish();
      close();
    },
    close,
  };
}

/** So many rows are handed on at a time. */
const batch = 500;

/** The rows of a table, in batches. */
export function* storedRows(path: string, table: FlatTable): Generator<readonly FlatRow[], void, undefined> {
  const columns = columnsOf(table);
  const truths = columns.filter(([, { type }]) => type === "boolean").map(([key]) => key);
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const all = database.prepare(`SELECT ${columns.map(([key]) => `"${key}"`).join(", ")} FROM "${table.name}" ORDER BY "row"`).iterate();
    let rows: FlatRow[] = [];
    for (const stored of all) {
      rows.push(rowOf(stored, truths));
      if (rows.length < batch) continue;
      yield rows;
      rows = [];
    }
    if (rows.length > 0) yield rows;
  } finally {
    database.close();
  }
}

/** SQLite has no truth values: they are numbers there. Nothing else is stored in another way. */
function rowOf(stored: Record<string, unknown>, truths: readonly string[]): FlatRow {
  for (const key of truths) if (stored[key] !== null) stored[key] = stored[key] === 1;
  return stored as FlatRow;
}
