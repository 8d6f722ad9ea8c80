/** What an output is: results in, text or bytes out. */
import type { Column } from "../model/column.ts";
import type { Language } from "../model/finding.ts";
import { flatTables, type FlatTable, type TableName } from "../model/flat.ts";
import type { ParseResult } from "../model/notice.ts";

/** A database file in the making, lent by the caller: only the command knows files. */
export interface Scratch {
  readonly exec: (sql: string) => void;
  readonly prepare: (sql: string) => { readonly run: (...values: (string | number | null)[]) => unknown };
  /** Closes the database and gives the file. */
  readonly bytes: () => Promise<Uint8Array>;
}

/** What a caller may choose. */
export interface OutputOptions {
  /** Language of column headers; null: as the format is mostly used. */
  readonly headers: Language | null;
  /** Language of the words for people. */
  readonly language: Language;
  /** The table, for formats that hold one. */
  readonly table: TableName;
  /** Indent JSON. */
  readonly pretty: boolean;
  /** CSV: put an apostrophe before a cell that a spreadsheet would run as a formula. */
  readonly escapeFormulas: boolean;
  /** Columns of the terminal, for views made of characters; left out: as wide as a usual one. */
  readonly width?: number;
  /** SQLite: an empty database. */
  readonly openScratch: () => Promise<Scratch>;
}

/** The results of one output, in order. */
export type Results = AsyncIterable<ParseResult> | Iterable<ParseResult>;

/** What an output gives, piece by piece. */
export type Pieces = AsyncGenerator<string | Uint8Array, void, undefined>;

/** A flat table by its name. */
export function tableNamed(name: TableName): FlatTable {
  const table = flatTables.find((candidate) => candidate.name === name);
  if (table === undefined) throw new TypeError(`no table ${name}`);
  return table;
}

/** The header of a column: its Chinese name, or its key. */
export function headerOf(key: string, column: Column, headers: Language): string {
  return headers === "zh" ? column.zh : key;
}

/** The columns of a table with their keys, in order. */
export function columnsOf(table: FlatTable): readonly (readonly [key: string, column: Column])[] {
  return Object.entries(table.columns);
}
