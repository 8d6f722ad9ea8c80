/**
 * All flat tables as one SQLite database with keys, foreign keys, indexes and a full-text index of the tasks.
 *
 * The view `search` finds tasks by any word: `SELECT * FROM search WHERE words LIKE '%政务公开%'`. From three characters on an index of
 * trigrams answers (`tasks_words`), below that all rows are looked at; spaces and line ends inside words count nothing.
 *
 * `tasks_search` (FTS5, without content of its own, rowid = `row` of `tasks`) holds pairs of characters (text/grams.ts). A word of two
 * characters is found as it is: `MATCH '政务'`. A longer one is asked for as a phrase of its pairs: `MATCH '"政务 务公 公开"'`; the
 * table `about` holds a query that builds the phrase from any word.
 */
import type { ColumnType } from "../model/column.ts";
import type { Language } from "../model/finding.ts";
import { flatTables, type FlatRow, type FlatTable, type FlatValue } from "../model/flat.ts";
import { parserVersion, schemaVersion } from "../model/version.ts";
import { indexTerms } from "../text/grams.ts";
import { flatten } from "./flatten.ts";
import { columnsOf, headerOf, type OutputOptions, type Pieces, type Results, type Scratch } from "./output.ts";

const types: Readonly<Record<ColumnType, string>> = { text: "TEXT", integer: "INTEGER", number: "REAL", date: "TEXT", boolean: "INTEGER" };

/** Columns of the tasks that are searched. */
const searched = ["noticeTitle", "path", "heading", "text", "allocation", "lead", "support", "responsible", "others"] as const;

/** Writes the rows of each result. The same rows and the same SQLite give the same bytes. */
export async function* writeSqlite(results: Results, options: Pick<OutputOptions, "headers" | "openScratch">): Pieces {
  const scratch = await options.openScratch();
  const database = openTables(scratch, flatTables, options.headers ?? "en");
  let number = 0;
  for await (const result of results) {
    for (const [name, rows] of Object.entries(flatten(result, ++number))) database.add(name, rows);
  }
  database.finish();
  yield await scratch.bytes();
}

/** A database that is being filled. */
type Statements = Pick<Scratch, "exec" | "prepare">;

/** Tables of a database that take rows. A row that others refer to comes before them. */
export interface OpenTables {
  readonly add: (table: string, rows: readonly FlatRow[]) => void;
  /** Ends the writing; the database stays open. */
  readonly finish: () => void;
}

/** Makes the tables in an empty database. */
export function openTables(database: Statements, tables: readonly FlatTable[], headers: Language): OpenTables {
  database.exec("PRAGMA foreign_keys = ON; PRAGMA encoding = 'UTF-8'; BEGIN");
  const open = new Map(tables.map((table) => [table.name, openTable(database, table, { tables, headers })]));
  const tasks = tables.find(({ name }) => name === "tasks");
  const search = openSearch(database);
  const words = tasks === undefined ? null : openWords(database, namesOf(tasks, headers));
  return {
    add: (name, rows) => {
      const add = open.get(name);
      if (add === undefined) throw new TypeError(`no table ${name}`);
      for (const row of rows) {
        const number = add(row);
        if (name !== "tasks") continue;
        search(number, row);
        words?.(number, row);
      }
    },
    finish: () => {
      fillAbout(database, tables, headers);
      database.exec("COMMIT; INSERT INTO tasks_search(tasks_search) VALUES ('optimize'); INSERT INTO tasks_words(tasks_words) VALUES ('optimize'); VACUUM");
    },
  };
}

/** All tables, for those that refer to others, and the language of the column names. */
interface Surroundings {
  readonly tables: readonly FlatTable[];
  readonly headers: Language;
}

/** Makes a table and its indexes; what it gives adds a row and says its number. */
function openTable(database: Statements, table: FlatTable, around: Surroundings): (row: FlatRow) => number {
  const keys = columnsOf(table).map(([key]) => key);
  database.exec(definition(table, around));
  const named = namesOf(table, around.headers);
  for (const key of table.indexed) database.exec(`CREATE INDEX "${table.name}_${key}" ON "${table.name}" (${named([key])})`);
  const insert = database.prepare(`INSERT INTO "${table.name}" VALUES (?${", ?".repeat(keys.length)})`);
  let number = 0;
  return (row) => {
    insert.run(++number, ...keys.map((key) => stored(row[key] ?? null)));
    return number;
  };
}

function definition(table: FlatTable, { tables, headers }: Surroundings): string {
  const named = namesOf(table, headers);
  const columns = columnsOf(table).map(([key, { type, schema }]) => `${named([key])} ${types[type]}${schema.safeParse(null).success ? "" : " NOT NULL"}`);
  const keys = table.refers.map(({ columns: own, to }) => {
    const target = tables.find(({ name }) => name === to);
    if (target === undefined) throw new TypeError(`no table ${to}`);
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

/** Makes the full-text index; what it gives adds a task. */
function openSearch(database: Statements): (number: number, task: FlatRow) => void {
  database.exec(`CREATE VIRTUAL TABLE tasks_search USING fts5(${searched.map((key) => `"${key}"`).join(", ")}, content='', tokenize='unicode61 remove_diacritics 0')`);
  const insert = database.prepare(`INSERT INTO tasks_search (rowid, ${searched.map((key) => `"${key}"`).join(", ")}) VALUES (?${", ?".repeat(searched.length)})`);
  return (number, task) => {
    insert.run(number, ...searched.map((key) => indexTerms(String(task[key] ?? ""))));
  };
}

/** Parts words of two columns: no word that people look for holds it. */
const parting = "¦";

/** Makes the index of trigrams over a view of all words of a task, and the view that people ask; what it gives adds a task. */
function openWords(database: Statements, named: (keys: readonly string[]) => string): (number: number, task: FlatRow) => void {
  const bare = (name: string): string => `replace(replace(replace(coalesce(${name}, ''), char(10), ''), ' ', ''), char(12288), '')`;
  const all = searched.map((key) => bare(named([key]))).join(` || '${parting}' || `);
  database.exec(`CREATE VIEW tasks_text AS SELECT "row", ${all} AS words FROM "tasks"`);
  database.exec(`CREATE VIRTUAL TABLE tasks_words USING fts5(words, content='tasks_text', content_rowid='row', tokenize='trigram')`);
  database.exec(`CREATE VIEW search AS SELECT tasks_words.words AS words, "tasks".* FROM tasks_words JOIN "tasks" ON "tasks"."row" = tasks_words.rowid`);
  const insert = database.prepare("INSERT INTO tasks_words (rowid, words) VALUES (?, ?)");
  return (number, task) => {
    insert.run(number, searched.map((key) => String(task[key] ?? "").replace(/[\n \u3000]/gu, "")).join(parting));
  };
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
function fillAbout(database: Statements, tables: readonly FlatTable[], headers: Language): void {
  database.exec('CREATE TABLE "about" ("name" TEXT PRIMARY KEY, "text" TEXT NOT NULL) STRICT');
  const insert = database.prepare('INSERT INTO "about" VALUES (?, ?)');
  insert.run("parserVersion", parserVersion);
  insert.run("schemaVersion", schemaVersion);
  insert.run("search", searchSql);
  insert.run("find", "SELECT * FROM search WHERE words LIKE '%政务公开%'");
  for (const table of tables) {
    insert.run(table.name, table.about[headers]);
    for (const [key, column] of columnsOf(table)) insert.run(`${table.name}.${headerOf(key, column, headers)}`, column.about[headers]);
  }
}

function stored(value: FlatValue): string | number | null {
  return typeof value === "boolean" ? Number(value) : value;
}
