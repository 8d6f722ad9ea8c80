/**
 * All flat tables as one SQLite database with keys, foreign keys, indexes and a full-text index of the tasks.
 *
 * `tasks_search` (FTS5, without content of its own, rowid = `row` of `tasks`) holds pairs of characters (text/grams.ts). A word of two
 * characters is found as it is: `MATCH '政务'`. A longer one is asked for as a phrase of its pairs: `MATCH '"政务 务公 公开"'`; the
 * table `about` holds a query that builds the phrase from any word.
 */
import type { Language } from "../model/finding.ts";
import { flatTables, type ColumnType, type FlatRow, type FlatTable, type FlatValue, type TableName } from "../model/flat.ts";
import { parserVersion, schemaVersion } from "../model/version.ts";
import { indexTerms } from "../text/grams.ts";
import { gather } from "./gather.ts";
import { columnsOf, headerOf, tableNamed, type OutputOptions, type Pieces, type Results, type Scratch } from "./output.ts";

const types: Readonly<Record<ColumnType, string>> = { text: "TEXT", integer: "INTEGER", number: "REAL", date: "TEXT", boolean: "INTEGER" };

/** Columns that people filter and sort by. */
const indexed: Readonly<Record<TableName, readonly string[]>> = {
  notices: ["noticeId", "documentNumber"],
  tasks: ["taskId", "noticeId", "due"],
  assignments: ["unit", "role", "due"],
  deadlines: ["due", "ordinal"],
};

/** Columns of the tasks that are searched. */
const searched = ["noticeTitle", "path", "heading", "text", "allocation", "lead", "support", "responsible", "others"] as const;

/** Writes the database when all results are there. The same rows and the same SQLite give the same bytes. */
export async function* writeSqlite(results: Results, options: Pick<OutputOptions, "headers" | "openScratch">): Pieces {
  const headers = options.headers ?? "en";
  const rows = await gather(results);
  const database = await options.openScratch();
  database.exec("PRAGMA foreign_keys = ON; PRAGMA encoding = 'UTF-8'; BEGIN");
  for (const table of flatTables) fill(database, table, rows[table.name], headers);
  fillSearch(database, rows.tasks);
  fillAbout(database, headers);
  database.exec("COMMIT; INSERT INTO tasks_search(tasks_search) VALUES ('optimize'); VACUUM");
  yield await database.bytes();
}

function fill(database: Scratch, table: FlatTable, rows: readonly FlatRow[], headers: Language): void {
  const columns = columnsOf(table);
  database.exec(definition(table, headers));
  const insert = database.prepare(`INSERT INTO "${table.name}" VALUES (?${", ?".repeat(columns.length)})`);
  for (const [i, row] of rows.entries()) insert.run(i + 1, ...columns.map(([key]) => stored(row[key] ?? null)));
  const named = namesOf(table, headers);
  for (const key of indexed[table.name]) database.exec(`CREATE INDEX "${table.name}_${key}" ON "${table.name}" (${named([key])})`);
}

function definition(table: FlatTable, headers: Language): string {
  const named = namesOf(table, headers);
  const columns = columnsOf(table).map(([key, { type, schema }]) => `${named([key])} ${types[type]}${schema.safeParse(null).success ? "" : " NOT NULL"}`);
  const keys = table.refers.map(({ columns: own, to }) => {
    const target = tableNamed(to);
    return `FOREIGN KEY (${named(own)}) REFERENCES "${to}" (${namesOf(target, headers)(target.key)})`;
  });
  return `CREATE TABLE "${table.name}" (${['"row" INTEGER PRIMARY KEY', ...columns, `UNIQUE (${named(table.key)})`, ...keys].join(", ")}) STRICT`;
}

/** Names of columns in one language, quoted and parted by commas. */
function namesOf(table: FlatTable, headers: Language): (keys: readonly string[]) => string {
  return (keys) =>
    keys
      .map((key) => {
        const column = table.columns[key];
        if (column === undefined) throw new TypeError(`no column ${key}`);
        return `"${headerOf(key, column, headers)}"`;
      })
      .join(", ");
}

function fillSearch(database: Scratch, tasks: readonly FlatRow[]): void {
  database.exec(`CREATE VIRTUAL TABLE tasks_search USING fts5(${searched.map((key) => `"${key}"`).join(", ")}, content='', tokenize='unicode61 remove_diacritics 0')`);
  const insert = database.prepare(`INSERT INTO tasks_search (rowid, ${searched.map((key) => `"${key}"`).join(", ")}) VALUES (?${", ?".repeat(searched.length)})`);
  for (const [i, task] of tasks.entries()) insert.run(i + 1, ...searched.map((key) => indexTerms(String(task[key] ?? ""))));
}

/** The documented query: tasks that hold `:word`, best first. `:word` is Chinese characters; one alone is asked for as the beginning of a pair. */
export const searchSql = `WITH RECURSIVE pairs(i, phrase) AS (
  SELECT 1, substr(:word, 1, 2)
  UNION ALL
  SELECT i + 1, phrase || ' ' || substr(:word, i + 1, 2) FROM pairs WHERE i + 2 <= length(:word)
), query(words) AS (
  SELECT '"' || phrase || '"' || iif(length(:word) = 1, '*', '') FROM pairs ORDER BY i DESC LIMIT 1
)
SELECT tasks.* FROM tasks_search JOIN tasks ON tasks.row = tasks_search.rowid
WHERE tasks_search MATCH (SELECT words FROM query) ORDER BY tasks_search.rank`;

/** What is in the file, for those who were handed it. */
function fillAbout(database: Scratch, headers: Language): void {
  database.exec('CREATE TABLE "about" ("name" TEXT PRIMARY KEY, "text" TEXT NOT NULL) STRICT');
  const insert = database.prepare('INSERT INTO "about" VALUES (?, ?)');
  insert.run("parserVersion", parserVersion);
  insert.run("schemaVersion", schemaVersion);
  insert.run("search", searchSql);
  for (const table of flatTables) {
    insert.run(table.name, table.about[headers]);
    for (const [key, column] of columnsOf(table)) insert.run(`${table.name}.${headerOf(key, column, headers)}`, column.about[headers]);
  }
}

function stored(value: FlatValue): string | number | null {
  return typeof value === "boolean" ? Number(value) : value;
}
