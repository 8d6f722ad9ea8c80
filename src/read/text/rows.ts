/** Finds the rows of tables in a plain text: cells parted by tabs or pipes, with rule lines between them or not. */
import type { Span } from "../../model/position.ts";
import { pageFurnitureRule } from "../../rules/text-furniture.ts";
import { isHeaderRow } from "./header.ts";
import { isEmpty, stringOf, type Line, type Words } from "./lines.ts";
import { paragraphsIn } from "./paragraphs.ts";
import { addAll } from "../../model/add-all.ts";

/** The paragraphs of one cell. */
export type Cell = readonly Words[];

export type Row = readonly Cell[];

/** Rows below one printed header, or below none: a page of a table, or all of it. */
export interface Part {
  readonly header: Row | null;
  readonly rows: readonly Row[];
  /** Cells of most of its rows. */
  readonly width: number;
  /** Page by form feeds, from 0. */
  readonly page: number;
}

/** Lines that make one or several tables. */
export interface Region {
  /** Half-open range of lines. */
  readonly lines: readonly [from: number, to: number];
  readonly parts: readonly Part[];
  /** Page numbers between the parts. */
  readonly furniture: readonly { readonly line: Line; readonly rule: string }[];
}

const separators = [/\t/u, /[|｜│┃║]/u] as const;
const ruleLine = /^[\s|｜│┃║+:=＝\-—─━═┄┈┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋]+$/u;

/** Whether a line only draws: |---|---|, ┌──┬──┐. */
function isRule(string: string): boolean {
  return ruleLine.test(string) && /[-—─━═=]{3}/u.test(string);
}

/** Finds the table that begins at a line, or null. Ask line by line: what was looked through in vain is not looked at again. */
export function regionFinder(text: string, lines: readonly Line[]): (from: number) => Region | null {
  const searched = separators.map(() => 0);
  return (from) => {
    const first = lines[from];
    if (first === undefined) return null;
    const string = text.slice(first.start, first.end);
    for (const [i, separator] of separators.entries()) {
      if (from < (searched[i] ?? 0) || !(separator.test(string) || isRule(string))) continue;
      const grown = grow(text, lines, from, separator);
      if (grown.region !== null) return grown.region;
      searched[i] = grown.to;
    }
    return null;
  };
}

/** A row as printed: its cells by line, before lines are joined. */
interface RawRow {
  readonly cells: Span[][];
  /** A blank line or rule stands before it. */
  readonly parted: boolean;
  readonly page: number;
}

function grow(text: string, lines: readonly Line[], from: number, separator: RegExp): { readonly region: Region | null; readonly to: number } {
  const rows: RawRow[] = [];
  const furniture: { line: Line; rule: string }[] = [];
  let rules = 0;
  let parted = false;
  let to = from;
  let width = 0;
  for (let i = from; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) break;
    const string = text.slice(line.start, line.end);
    const rule = pageFurnitureRule(string);
    if (isRule(string)) {
      rules++;
      parted = true;
    } else if (isEmpty(text, line) && !separator.test(string)) {
      const next = lines[i + 1];
      if (next !== undefined && isRule(text.slice(next.start, next.end))) break;
      parted = true;
      continue;
    } else if (rule !== null && rows.length > 0) {
      furniture.push({ line, rule });
      parted = true;
      continue;
    } else if (separator.test(string)) {
      const previous = lines[i - 1];
      const below = i > from && previous !== undefined && isRule(text.slice(previous.start, previous.end));
      if (below && rows.length > 1 && rows.at(-1)?.cells.length !== cellsOn(text, line, separator).length) break;
      rows.push({ cells: cellsOn(text, line, separator).map((cell) => [cell]), parted, page: line.page });
      width = Math.max(width, rows.at(-1)?.cells.length ?? 0);
      parted = false;
    } else if (!parted && continues(text, rows.at(-1), width, lines, i, separator)) {
      rows.at(-1)?.cells.at(-1)?.push(line);
    } else break;
    to = i + 1;
  }
  const joined = joinRows(text, unframed(text, rows, separator), rules >= 3 && rules * 2 >= rows.length);
  const read = joined.map(({ cells, page, parted: apart }) => ({ row: cells.map((spans) => spans.flatMap((span) => paragraphsIn(text, span))), page, parted: apart }));
  if (!isTable(text, read.map(({ row }) => row))) return { region: null, to };
  const last = lines[to - 1]?.end ?? 0;
  return { region: { lines: [from, to], parts: partsOf(text, read), furniture: furniture.filter(({ line }) => line.end <= last) }, to };
}

function cellsOn(text: string, line: Line, separator: RegExp): Span[] {
  const cells: Span[] = [];
  let start = line.start;
  for (let i = line.start; i <= line.end; i++) {
    if (i < line.end && !separator.test(text.charAt(i))) continue;
    cells.push({ start, end: i });
    start = i + 1;
  }
  return cells;
}

/** Rows without the blank cells outside a frame: a bar before the first cell or behind the last one of every row. */
function unframed(text: string, rows: readonly RawRow[], separator: RegExp): readonly RawRow[] {
  if (!separator.test("|") || rows.some(({ cells }) => cells.length < 3)) return rows;
  const isBlank = (cell: readonly Span[] | undefined): boolean => cell?.every((span) => isEmpty(text, span)) ?? true;
  const from = rows.every(({ cells }) => isBlank(cells[0])) ? 1 : 0;
  const to = rows.every(({ cells }) => isBlank(cells.at(-1))) ? -1 : undefined;
  return rows.map((row) => ({ ...row, cells: row.cells.slice(from, to) }));
}

/** A line without separators goes on in the last cell when the row still lacks cells that the next line brings. */
function continues(text: string, row: RawRow | undefined, width: number, lines: readonly Line[], index: number, separator: RegExp): boolean {
  if (row === undefined) return false;
  for (let i = index + 1; i < Math.min(index + 20, lines.length); i++) {
    const line = lines[i];
    if (line === undefined || isEmpty(text, line)) return false;
    const string = text.slice(line.start, line.end);
    if (separator.test(string)) return row.cells.length < width && row.cells.length + cellsOn(text, line, separator).length - 1 === width;
  }
  return false;
}

/** Joins printed lines to rows: between rules where rules are drawn, else where a row was broken inside a cell. */
function joinRows(text: string, rows: readonly RawRow[], ruled: boolean): RawRow[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const joined: RawRow[] = [];
  for (const row of rows) {
    const last = joined.at(-1);
    if (last === undefined || row.parted || (!ruled && last.cells.length + row.cells.length - 1 !== width) || (!ruled && last.cells.length === width)) {
      joined.push({ ...row, cells: row.cells.map((cell) => [...cell]) });
    } else if (ruled) {
      for (const [i, cell] of row.cells.entries()) last.cells[Math.min(i, last.cells.length - 1)]?.push(...cell.filter((span) => !isEmpty(text, span)));
    } else {
      last.cells.at(-1)?.push(...(row.cells[0] ?? []));
      addAll(last.cells, row.cells.slice(1).map((cell) => [...cell]));
    }
  }
  return joined;
}

/** One separated line is no table: a second row of the same make, or a header that is known by its words, shows it. */
function isTable(text: string, rows: readonly Row[]): boolean {
  const filled = rows.map((row) => row.filter((cell) => cell.length > 0).length);
  if (rows.length >= 2 && rows.some((row) => isHeaderRow(stringsOf(text, row)))) return true;
  return filled.filter((count) => count >= 3).length >= 2 || filled.filter((count) => count >= 2).length >= 3;
}

/** The words of each cell of a row. */
export function stringsOf(text: string, row: Row): string[] {
  return row.map((cell) => cell.map((words) => stringOf(text, words)).join("\n"));
}

/** Cuts rows at printed headers, and where the number of cells changes: behind a gap, or in rows that no header stands above. */
function partsOf(text: string, rows: readonly { readonly row: Row; readonly page: number; readonly parted: boolean }[]): Part[] {
  const parts: { header: Row | null; rows: Row[]; page: number }[] = [];
  for (const { row, page, parted } of rows) {
    const last = parts.at(-1);
    const above = last?.rows.at(-1);
    const changes = above !== undefined && above.length !== row.length && (parted || last?.header === null);
    if (isHeaderRow(stringsOf(text, row))) parts.push({ header: row, rows: [], page });
    else if (last === undefined || changes) parts.push({ header: null, rows: [row], page });
    else last.rows.push(row);
  }
  return parts.map((part) => ({ ...part, width: commonWidth(part.rows) ?? part.header?.length ?? 0 }));
}

/** How many cells most rows have; of equally common widths the larger. Null without rows. */
export function commonWidth(rows: readonly Row[]): number | null {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || b - a)[0]?.[0] ?? null;
}
