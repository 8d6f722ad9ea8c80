/** The tables of a file beside the true ones: which stands for which, and how many relations of neighbouring cells are right. */
import type { TableView } from "../../src/emit/tables.ts";
import { assign } from "./assignment.ts";
import { comparable, lacking, relationsOf, shared, size, total, type Counts, type GridCell, type Relations } from "./relations.ts";
import type { TrueTable } from "./structure-truth.ts";

/** A true table and what was read of it. */
export interface TableScore extends Counts {
  readonly id: string;
  readonly pages: readonly number[];
  /** Index of the table that was read for it, null when none was. */
  readonly table: number | null;
  readonly confidence: number | null;
  /** Every relation is right and none is wrong. */
  readonly exact: boolean;
  /** Every cell with words has the words, rows and columns of the truth, rows and columns without words left out. */
  readonly sameGrid: boolean;
  readonly missing: readonly string[];
  readonly wrong: readonly string[];
}

/** The tables of one file. */
export interface FileScore extends Counts {
  readonly tables: readonly TableScore[];
  /** Tables that stand for no true one; their relations are counted as wrong. */
  readonly extra: readonly { readonly table: number; readonly pages: readonly number[]; readonly relations: number; readonly confidence: number }[];
}

/** A table, or the part of it on one page: the competition knows no table that goes on over a page end. */
interface Part {
  readonly table: number;
  readonly pages: readonly number[];
  readonly confidence: number;
  readonly cells: readonly GridCell[];
  readonly relations: Relations;
}

/** Scores the tables of a file; `byPage` takes the parts of a table on several pages for tables. */
export function scoreTables(tables: readonly TableView[], truth: readonly TrueTable[], byPage: boolean): FileScore {
  const parts = tables.flatMap((table) => (byPage ? partsOf(table) : [wholeOf(table)]));
  const wanted = truth.map(({ cells }) => relationsOf(cells));
  const meet = (one: readonly number[], other: readonly number[]): boolean => one.some((page) => other.includes(page));
  const chosen = assign(truth.map(({ pages }, i) => parts.map((part) => (meet(pages, part.pages) ? shared(wanted[i] ?? new Map(), part.relations) : 0))));
  const scores = truth.map((table, i) => scoreOne(table, wanted[i] ?? new Map(), parts[chosen[i] ?? -1]));
  const extra = parts.flatMap(({ table, pages, relations, confidence }, i) => (chosen.includes(i) ? [] : [{ table, pages, relations: size(relations), confidence }]));
  return { tables: scores, extra, ...total([...scores, ...extra.map(({ relations }) => ({ right: 0, given: relations, wanted: 0 }))]) };
}

function scoreOne({ id, pages, cells }: TrueTable, wanted: Relations, part: Part | undefined): TableScore {
  const given: Relations = part?.relations ?? new Map();
  const counts = { right: shared(wanted, given), given: size(given), wanted: size(wanted) };
  return {
    id,
    pages,
    table: part?.table ?? null,
    confidence: part?.confidence ?? null,
    ...counts,
    exact: part !== undefined && counts.right === counts.wanted && counts.right === counts.given,
    sameGrid: part !== undefined && gridKey(cells) === gridKey(part.cells),
    missing: lacking(wanted, given),
    wrong: lacking(given, wanted),
  };
}

function wholeOf({ index, parts, cells, confidence }: TableView): Part {
  return { table: index, pages: parts.flatMap(({ page }) => (page === null ? [] : [page])), confidence, cells, relations: relationsOf(cells) };
}

function partsOf({ index, parts, cells, confidence }: TableView): Part[] {
  const ranges = parts.length === 0 ? [{ rows: [0, Infinity] as const, page: null }] : parts;
  return ranges.map(({ rows: [from, to], page }) => {
    const own = ranges.length === 1 ? cells : cells.filter(({ r0, r1 }) => r0 < to && r1 > from).map((cell) => ({ ...cell, r0: Math.max(cell.r0, from), r1: Math.min(cell.r1, to) }));
    return { table: index, pages: page === null ? [] : [page], confidence, cells: own, relations: relationsOf(own) };
  });
}

/** A grid as text: the cells with words, their rows and columns counted among those in which a cell with words begins. */
function gridKey(cells: readonly GridCell[]): string {
  const filled = cells.map((cell) => ({ ...cell, words: comparable(cell.text) })).filter(({ words }) => words !== "");
  const rows = ranks(filled.map(({ r0 }) => r0));
  const columns = ranks(filled.map(({ c0 }) => c0));
  return filled
    .map(({ r0, r1, c0, c1, words }) => `${rows(r0)}-${rows(r1)} ${columns(c0)}-${columns(c1)} ${words}`)
    .sort()
    .join("\n");
}

function ranks(starts: readonly number[]): (edge: number) => number {
  const sorted = [...new Set(starts)].sort((a, b) => a - b);
  return (edge) => sorted.filter((start) => start < edge).length;
}
