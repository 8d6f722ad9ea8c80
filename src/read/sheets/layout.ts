/**
 * The rows of a sheet as paragraphs and tables. People write a title, a line with the unit of money and notes into the same cells that hold the
 * table: rows with one value above and below are paragraphs. An empty row parts two tables when the rows behind it begin anew.
 */
import { isHeaderRow } from "../text/header.ts";
import { readMarker } from "../../rules/markers.ts";
import { isSheetLine } from "../../rules/sheet-lines.ts";
import { countBefore } from "../../model/sorted.ts";
import { wordsOf, type Range } from "./sheet.ts";
import type { Seen, SeenCell } from "./visible.ts";
import { largest, smallest } from "../../model/extremes.ts";
import { addAll } from "../../model/add-all.ts";

/** A paragraph: the words of one cell, line by line. */
export interface LinesDraft {
  readonly kind: "lines";
  readonly cell: SeenCell;
}

/** A cell of a table; `source` is null for a slot without words. */
export interface TableCell extends Range {
  readonly source: SeenCell | null;
}

/** A table whose every slot is covered by one cell. */
export interface TableDraft {
  readonly kind: "table";
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly TableCell[];
  /** Its first and last cell with words. */
  readonly first: SeenCell;
  readonly last: SeenCell;
  /** Rows beyond the limit were left out. */
  readonly cut: boolean;
}

export type Draft = LinesDraft | TableDraft;

/** A row that holds words, and the cells that it shows: those that begin in it and those that reach into it. */
interface Row {
  readonly row: number;
  readonly own: readonly SeenCell[];
  readonly reaching: readonly SeenCell[];
  /** Merged cells without words that begin in it or above it, behind the row before. */
  readonly blank: readonly SeenCell[];
  /** An empty row stands before it. */
  readonly parted: boolean;
}

/** Lays out a sheet; its drafts hold all cells with words, each once. No table has more than `limit` slots. */
export function layOut({ cells }: Seen, limit: number): Draft[] {
  return joinedBlocks(blocksOf(rowsOf(cells))).flatMap(partedAtHeads).flatMap((block) => draftsOf(block, limit));
}

const hasWords = (cell: SeenCell): boolean => /\S/u.test(wordsOf(cell));

/** Rows with words in order. */
function rowsOf(cells: readonly SeenCell[]): Row[] {
  const rows: Row[] = [];
  let reaching: SeenCell[] = [];
  let blank: SeenCell[] = [];
  let end = -1;
  for (let i = 0; i < cells.length; ) {
    const row = cells[i]?.r0 ?? 0;
    const begun: SeenCell[] = [];
    const own: SeenCell[] = [];
    for (let cell = cells[i]; cell?.r0 === row; cell = cells[++i]) {
      begun.push(cell);
      (hasWords(cell) ? own : blank).push(cell);
    }
    reaching = reaching.length > 0 ? reaching.filter(({ r1 }) => r1 > row) : [];
    if (own.length > 0) {
      rows.push({ row, own, reaching, blank, parted: end !== -1 && row > end });
      blank = [];
      end = Math.max(end, row + 1);
    }
    for (const cell of begun) {
      if (cell.r1 > row + 1) {
        reaching.push(cell);
        // Rows that a merged cell covers are not empty.
        if (hasWords(cell)) end = Math.max(end, cell.r1);
      }
    }
  }
  return rows;
}

function blocksOf(rows: readonly Row[]): Row[][] {
  const blocks: Row[][] = [];
  for (const row of rows) {
    const last = blocks.at(-1);
    if (row.parted || last === undefined) blocks.push([row]);
    else last.push(row);
  }
  return blocks;
}

/** Whether a row holds one value alone, or values that are labelled lines. */
function isLine({ own, reaching }: Row): boolean {
  return !reaching.some(hasWords) && (own.length === 1 || own.every((cell) => isSheetLine(wordsOf(cell).trim())));
}

/** Blocks behind an empty row that go on with the table above are joined to it: their first row has its columns and is one of the body. */
function joinedBlocks(blocks: readonly Row[][]): Row[][] {
  const joined: Row[][] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last !== undefined && goesOn(last, block)) addAll(last, block);
    else joined.push([...block]);
  }
  return joined;
}

/** Running numbers and markers that begin a row of a table. */
const runningNumber = /^(?:\d{1,4}|[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]?)$/u;
/** Header words are short; longer text is a row of the body. */
const longestHeader = 24;

function goesOn(above: readonly Row[], below: readonly Row[]): boolean {
  const last = above.at(-1);
  const first = below.find((row) => !isLine(row));
  if (first === undefined || last === undefined || isLine(last)) return false;
  const words = first.own.map((cell) => wordsOf(cell).trim());
  if (isHeaderRow(words)) return false;
  const isBody = runningNumber.test(words[0] ?? "") || words.some(({ length }) => length > longestHeader);
  const columns = new Set(above.filter((row) => !isLine(row)).flatMap(({ own }) => own.map(({ c0 }) => c0)));
  return isBody && first.own.every(({ c0 }) => columns.has(c0));
}

/** Tables right below one another, each below a line of its own: a line and then another header begin the next one. */
function partedAtHeads(block: readonly Row[]): Row[][] {
  const parts: Row[][] = [];
  let from = 0;
  let head: readonly string[] = [];
  block.forEach((row, i) => {
    if (isLine(row)) return;
    const words = row.own.map((cell) => wordsOf(cell).trim());
    const above = block[i - 1];
    if (head.length === 0) head = words;
    else if (above !== undefined && isLine(above) && !heads(above, row) && (isOtherHead(words, head) || (words.join("|") === head.join("|") && isNumberedLine(above)))) {
      let start = i;
      while (start > from && isLine(block[start - 1] ?? row)) start--;
      parts.push(block.slice(from, start));
      from = start;
      head = words;
    }
  });
  return [...parts, block.slice(from)];
}

/** 二、抢险救援组 between two tables under one header. */
function isNumberedLine({ own }: Row): boolean {
  return own.length === 1 && own.every((cell) => readMarker(wordsOf(cell).trim()) !== null);
}

/** Words of a header that is not the one of the table above: known ones, or short ones over another number of columns. */
function isOtherHead(words: readonly string[], head: readonly string[]): boolean {
  if (words.length < 2 || words.join("|") === head.join("|")) return false;
  return isHeaderRow(words) || (words.length !== head.length && words.every((word) => word.length <= longestName && /^[\u4e00-\u9fff、/]+$/u.test(word)));
}

/** Words of a header that no rule knows are no longer. */
const longestName = 8;

function draftsOf(block: readonly Row[], limit: number): Draft[] {
  const [start, end] = tableIn(block);
  const lines = (rows: readonly Row[]): LinesDraft[] => rows.flatMap(({ own }) => own.map((cell): LinesDraft => ({ kind: "lines", cell })));
  const tables = sideBySide(block.slice(start, end)).map((rows) => tableOf(rows, limit)).filter((table) => table !== null);
  return [...lines(block.slice(0, start)), ...tables, ...lines(block.slice(end))];
}

/** The parts of a table that an empty column parts: those beside few of its rows are notes of their own and come behind it. */
function sideBySide(rows: readonly Row[]): Row[][] {
  const groups = columnGroups(rows.filter((row) => !isLine(row)).flatMap(({ own }) => own));
  if (groups.length < 2) return [[...rows]];
  const heights = groups.map((group) => rows.filter(({ own, reaching }) => [...own, ...reaching].some((cell) => hasWords(cell) && isIn(cell, group))).length);
  const most = largest(heights);
  const aside = groups.filter((_, i) => (heights[i] ?? 0) * 2 < most);
  const part = (belongs: (cell: SeenCell) => boolean): Row[] =>
    rows.map((row) => ({ ...row, own: row.own.filter(belongs), blank: row.blank.filter(belongs), reaching: row.reaching.filter(belongs) })).filter(({ own }) => own.length > 0);
  return [part((cell) => !aside.some((group) => isIn(cell, group))), ...aside.map((group) => part((cell) => isIn(cell, group)))];
}

type Columns = readonly [start: number, end: number];

function isIn({ c0 }: SeenCell, [start, end]: Columns): boolean {
  return c0 >= start && c0 < end;
}

/** Columns that cells cover without a gap. */
function columnGroups(cells: readonly SeenCell[]): Columns[] {
  const groups: [number, number][] = [];
  const ends = new Map<number, number>();
  for (const { c0, c1 } of cells) if (c1 > (ends.get(c0) ?? 0)) ends.set(c0, c1);
  for (const [c0, c1] of [...ends].sort((a, b) => a[0] - b[0])) {
    const last = groups.at(-1);
    if (last !== undefined && c0 <= last[1]) last[1] = Math.max(last[1], c1);
    else groups.push([c0, c1]);
  }
  return groups;
}

/** The rows of the table in a block: from the first to the last that is no line around it. */
function tableIn(block: readonly Row[]): readonly [start: number, end: number] {
  const start = block.findIndex((row, i) => !isLine(row) || heads(row, block[i + 1]));
  if (start === -1) return [block.length, block.length];
  const columns = block.flatMap(({ own }) => own.map(({ c0 }) => c0));
  const left = smallest(columns);
  let end = block.length;
  while (end > start + 1 && isNoteBelow(block[end - 1], left)) end--;
  // 牵头单位：… below each row of the table: so below the last one.
  const last = labelOf(block[end]);
  if (last !== null && block.slice(start + 1, end - 1).some((row) => labelOf(row) === last)) end++;
  return [start, end];
}

/** A single merged cell above some columns only is the upper level of a header. */
function heads(row: Row, next: Row | undefined): boolean {
  const [cell] = row.own;
  if (cell === undefined || next === undefined || row.own.length !== 1 || cell.c1 - cell.c0 < 2 || isLine(next)) return false;
  const outside = next.own.filter(({ c0 }) => c0 < cell.c0 || c0 >= cell.c1).length;
  return next.own.some(({ c0 }) => c0 >= cell.c0 && c0 < cell.c1) && next.own.some(({ c0 }) => c0 < cell.c0) && outside * 2 >= next.own.length;
}

/** The label that a row of one cell begins with. */
function labelOf(row: Row | undefined): string | null {
  const [cell] = row !== undefined && isLine(row) && row.own.length === 1 ? row.own : [];
  return cell === undefined ? null : (/^\s*([\u4e00-\u9fff]{2,8})[:：]/u.exec(wordsOf(cell))?.[1] ?? null);
}

/** A line below a table: a note from the left edge or over its width. A lone value elsewhere, or a lone number, is a row with empty cells. */
function isNoteBelow(row: Row | undefined, left: number): boolean {
  if (row === undefined || !isLine(row)) return false;
  const [cell] = row.own;
  return row.own.length > 1 || (cell !== undefined && cell.c0 === left && !/^[\d.\s]+$/u.test(wordsOf(cell)));
}

function tableOf(rows: readonly Row[], limit: number): TableDraft | null {
  const cells = rows.flatMap(({ own }) => own);
  const [first] = cells;
  const last = cells.at(-1);
  if (first === undefined || last === undefined) return null;
  const [across, down] = [linesOf(cells.map(({ c0 }) => c0)), linesOf(cells.map(({ r0 }) => r0))];
  const height = Math.min(down.count, Math.max(1, Math.floor(limit / across.count)));
  const place = (cell: SeenCell): TableCell => ({ r0: down.at(cell.r0), r1: Math.min(down.at(cell.r1), height), c0: across.at(cell.c0), c1: across.at(cell.c1), source: hasWords(cell) ? cell : null });
  const blank = rows.flatMap((row) => row.blank).filter(({ r0 }) => r0 >= first.r0);
  const placed = [...cells, ...blank].map(place).filter(({ r0, r1, c0, c1 }) => r0 < r1 && c0 < c1);
  if (blank.length > 0) placed.sort((a, b) => a.r0 - b.r0 || a.c0 - b.c0);
  return { kind: "table", rows: height, columns: across.count, cells: filled(placed, height, across.count), first, last, cut: height < down.count };
}

interface UsedLines {
  readonly count: number;
  /** The new number of a line in which a cell begins, or of the first one behind a cell. */
  readonly at: (line: number) => number;
}

/** Rows or columns in which a cell begins; the others show nothing of their own, and merged cells lie over them or nothing does. */
function linesOf(begun: readonly number[]): UsedLines {
  const used = [...new Set(begun)].sort((a, b) => a - b);
  return { count: used.length, at: (line) => countBefore(used, (one) => one < line) };
}

/** The cells and, for each slot that none covers, an empty one; in reading order. */
function filled(cells: readonly TableCell[], rows: number, columns: number): TableCell[] {
  const taken = new Uint8Array(rows * columns);
  const all: TableCell[] = [];
  let next = 0;
  for (const cell of cells) for (let row = cell.r0; row < cell.r1; row++) taken.fill(1, row * columns + cell.c0, row * columns + cell.c1);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const cell = cells[next];
      if (cell?.r0 === row && cell.c0 === column) {
        all.push(cell);
        next++;
      } else if (taken[row * columns + column] === 0) all.push({ r0: row, r1: row + 1, c0: column, c1: column + 1, source: null });
    }
  }
  return all;
}
