/** Lists of the same tasks one below the other, each with other columns (任务清单, 责任清单, 时间清单): one table with the columns of all. */
import type { Cell, NoticeDocument, Table } from "../model/document.ts";
import type { Ledger } from "./ledger.ts";
import type { Content } from "./outline/tree.ts";
import { layGrid, type Grid } from "./table/grid.ts";
import { findHeader } from "./table/header.ts";
import type { Header } from "./table/header-columns.ts";

/** So many rows of the same names are no chance. */
const fewestRows = 2;

/** A table that may be one of several lists, in the content it stands in. */
interface List {
  readonly index: number;
  readonly table: Table;
}

/** A table whose rows and columns are plain, laid once. */
interface PlainTable {
  readonly table: Table;
  readonly grid: Grid;
  readonly header: Header;
}

/** The content with such lists joined where the first of them stands; headings that held the others stay as lines. */
export function joinSideLists(content: readonly Content[], document: NoticeDocument, ledger: Ledger): readonly Content[] {
  const lists = content.flatMap((item, index): List[] => {
    const table = soleTable(item);
    return table === null ? [] : [{ index, table }];
  });
  const [first, ...others] = lists;
  if (first === undefined || others.length === 0) return content;
  let joined = first.table;
  let laid = layPlain(document, joined);
  const taken = new Set<number>();
  for (const { index, table } of others) {
    const both = laid === null ? null : joinColumns(laid, table, document, ledger);
    if (both === null) continue;
    joined = both;
    laid = layPlain(document, both);
    taken.add(index);
  }
  if (taken.size === 0) return content;
  return content.flatMap((item, index): Content[] => {
    if (index === first.index) return [...linesOf(item), { kind: "table", table: joined }];
    return taken.has(index) ? linesOf(item) : [item];
  });
}

/** The table of an item that holds one and no items of its own. */
function soleTable(item: Content): Table | null {
  if (item.kind === "table") return item.table;
  if (item.kind === "text" || item.node.content.some(({ kind }) => kind === "node")) return null;
  const [only, another] = item.node.content.flatMap((below) => (below.kind === "table" ? [below.table] : []));
  return another === undefined ? (only ?? null) : null;
}

/** The lines of an item without its table. */
function linesOf(item: Content): Content[] {
  if (item.kind !== "node") return [];
  return [{ kind: "text", paragraph: item.node.line }, ...item.node.content.filter(({ kind }) => kind === "text")];
}

/** Upper and lower as one table; null where they are not lists of the same tasks with other columns. Rows of the lower list may stand in another order, and some be missing. */
function joinColumns({ table: upper, grid: above, header: head }: PlainTable, lower: Table, document: NoticeDocument, ledger: Ledger): Table | null {
  if (upper.rows < lower.rows || lower.rows <= fewestRows) return null;
  const laid = layPlain(document, lower);
  if (laid === null) return null;
  const { grid: below, header: other } = laid;
  const keys = sharedColumns(head, other);
  const further = other.columns.flatMap(({ text, meaning }, column) => (keys.has(column) ? [] : [{ column, text, meaning }]));
  // Who does it and by when, said once more, is what others do: the list of another level.
  if (further.some(({ meaning }) => meaning !== null && head.columns.some((one) => one.meaning?.kind === meaning.kind))) return null;
  if (!namesTasks(other, keys) || !further.some(({ meaning }) => meaning !== null) || further.some(({ text }) => text === null)) return null;
  const rows = rowsBeside(above, below, keys);
  if (rows === null) return null;
  const at = new Map(further.map(({ column }, place) => [column, upper.columns + place]));
  for (const cell of lower.cells) if (!at.has(cell.c0)) ledger.takeBlocks("tasks.columns", cell.blocks);
  const moved = lower.cells.flatMap((cell): Cell[] => {
    const [c0, r0] = [at.get(cell.c0), rows.get(cell.r0)];
    return c0 === undefined || r0 === undefined ? [] : [{ ...cell, r0, r1: r0 + 1, c0, c1: c0 + 1 }];
  });
  const filled = new Set(rows.values());
  const blank = Array.from({ length: upper.rows }, (_, row) => row).filter((row) => !filled.has(row)).flatMap((row) => [...at.values()].map((column) => ({ row, column })));
  const cells = [...upper.cells, ...moved].sort((a, b) => a.r0 - b.r0 || a.c0 - b.c0);
  return { ...upper, columns: upper.columns + further.length, cells, missing: [...upper.missing, ...blank], place: [...upper.place, ...lower.place] };
}

/** A table with a header of one row over cells that are merged with no other; null for any other. */
function layPlain(document: NoticeDocument, table: Table): PlainTable | null {
  const grid = layGrid(document, table);
  const header = findHeader(grid);
  const plain = Array.from({ length: grid.rows }, (_, row) => grid.row(row)).flat().every(({ cell }) => cell.r1 === cell.r0 + 1 && cell.c1 === cell.c0 + 1);
  return plain && header !== null && header.rows[0] === 0 && header.rows[1] === 1 ? { table, grid, header } : null;
}

/** Columns of the lower header that stand under the same words in the upper one, with their place there. */
function sharedColumns(upper: Header, lower: Header): ReadonlyMap<number, number> {
  const found = lower.columns.map(({ text }, column) => [column, text === null ? -1 : upper.columns.findIndex((one) => one.text === text)] as const);
  return new Map(found.filter(([, place]) => place >= 0));
}

function namesTasks(header: Header, keys: ReadonlyMap<number, number>): boolean {
  return [...keys.keys()].some((column) => ["task", "content", "aim", "detail"].includes(header.columns[column]?.meaning?.kind ?? ""));
}

/** The row of the upper table for each of the lower; null where one has no fellow, or not only one. */
function rowsBeside(upper: Grid, lower: Grid, keys: ReadonlyMap<number, number>): ReadonlyMap<number, number> | null {
  const places = [...keys.values()];
  const named = Map.groupBy(rowsOf(upper), (row) => keyOf(upper, row, places));
  const found = rowsOf(lower).map((row) => [row, named.get(keyOf(lower, row, [...keys.keys()])) ?? []] as const);
  const beside = new Map(found.flatMap(([row, [only, another]]) => (only === undefined || another !== undefined ? [] : [[row, only] as const])));
  return beside.size === lower.rows && new Set(beside.values()).size === lower.rows ? beside : null;
}

function rowsOf({ rows }: Grid): number[] {
  return Array.from({ length: rows }, (_, row) => row);
}

function keyOf(grid: Grid, row: number, columns: readonly number[]): string {
  return columns.map((column) => grid.at(row, column)?.words ?? "").join("\n");
}
