/** What a person sees of a sheet: merged cells as one, covered cells and hidden rows and columns left out and reported. */
import type { Context } from "../../model/context.ts";
import type { Place } from "../../model/position.ts";
import { reportAside, type Aside } from "../aside.ts";
import { countBefore } from "../../model/sorted.ts";
import { pathOf, placeOf, wordsOf, type CellRun, type Range, type Sheet, type SheetCell } from "./sheet.ts";

/** A cell as it is seen: words or not, over the rows and columns that are shown. */
export interface SeenCell extends Range {
  /** Where it stands in the file. */
  readonly row: number;
  readonly column: number;
  readonly runs: readonly CellRun[];
  readonly align: SheetCell["align"];
}

/** A sheet as it is seen. Rows and columns are those that are shown, counted from 0. */
export interface Seen {
  /** Cells with words, and merged ones without; by row, then by column. They do not overlap. */
  readonly cells: readonly SeenCell[];
}

/** The sheet without what nobody sees. */
export function seenOf(sheet: Sheet, source: number, context: Context): Seen {
  reportUnseen(sheet, source, context);
  const shown = openLines(sheet);
  const allShown = sheet.hiddenRows.size + sheet.hiddenColumns.size === 0;
  const { merged, covered } = applyMerges(sheet.cells, sheet.merges, () => {
    context.report("table/overlap", { place: [{ source, kind: "element", path: sheet.part, start: null, end: null }] });
  });
  reportLeftOut("sheet/covered-text", covered, { sheet, source, context });
  if (allShown) return { cells: merged };
  const hidden = merged.filter((cell) => shown.span(cell) === null && wordsOf(cell).trim() !== "");
  reportLeftOut("sheet/hidden-rows", hidden.filter((cell) => shown.rows(cell.r0, cell.r1) === null), { sheet, source, context });
  reportLeftOut("sheet/hidden-columns", hidden.filter((cell) => shown.rows(cell.r0, cell.r1) !== null), { sheet, source, context });
  const cells = merged.flatMap((cell): SeenCell[] => {
    const span = shown.span(cell);
    return span === null ? [] : [{ ...cell, ...span }];
  });
  // A merged cell that begins in a hidden row is seen in the next one.
  return { cells: cells.sort((a, b) => a.r0 - b.r0 || a.c0 - b.c0) };
}

interface Reporting {
  readonly sheet: Sheet;
  readonly source: number;
  readonly context: Context;
}

/** Places and words that one finding names at most. */
const mostNamed = 50;

function reportLeftOut(code: "sheet/covered-text" | "sheet/hidden-rows" | "sheet/hidden-columns", cells: readonly MergedCell[], { sheet, source, context }: Reporting): void {
  if (cells.length === 0) return;
  const lines = new Set(cells.map(({ row, column }) => (code === "sheet/hidden-columns" ? column : row)));
  const named = cells.slice(0, mostNamed);
  const place = named.map((cell): Place => placeOf(source, sheet.part, cell));
  context.report(code, { params: { sheet: sheet.name, count: String(lines.size) }, actual: named.map(wordsOf).join(" | ").slice(0, 500), place });
}

/** Words that are struck out or that nobody sees are set aside, as in every format. */
function reportUnseen(sheet: Sheet, source: number, context: Context): void {
  const asides: Aside[] = [];
  for (const cell of sheet.cells) {
    if (!isStruck(cell)) continue;
    let at = 0;
    for (const { text, struck } of cell.runs) {
      if (struck) asides.push({ kind: "struck", text, place: { source, kind: "element", path: pathOf(sheet.part, cell.row, cell.column), start: at, end: at + text.length } });
      at += text.length;
    }
  }
  for (const { text, path } of sheet.unseen) asides.push({ kind: "hidden", text, place: { source, kind: "element", path, start: 0, end: text.length } });
  reportAside(asides, context);
}

function isStruck({ runs }: SheetCell): boolean {
  for (const { struck } of runs) if (struck) return true;
  return false;
}

interface MergedCell extends SheetCell, Range {}

/** Cells with the range that each takes up, and those that stand behind a merged one. */
function applyMerges(cells: readonly SheetCell[], merges: readonly Range[], overlaps: () => void): { readonly merged: MergedCell[]; readonly covered: MergedCell[] } {
  const used = usedRange(cells);
  const owners = new Owners();
  const kept = merges.map((merge) => cut(merge, used)).filter((merge): merge is Range => merge !== null && merge.r1 - merge.r0 + (merge.c1 - merge.c0) > 2);
  const taken = kept.filter((merge) => owners.take(merge));
  if (taken.length < kept.length) overlaps();
  const merged: MergedCell[] = [];
  const covered: MergedCell[] = [];
  const anchored = new Set<Range>();
  for (const cell of cells) {
    const { row, column } = cell;
    const merge = owners.at(row, column);
    if (merge === null) merged.push({ row, column, runs: cell.runs, align: cell.align, r0: row, r1: row + 1, c0: column, c1: column + 1 });
    else if (merge.r0 === row && merge.c0 === column) {
      anchored.add(merge);
      merged.push({ ...cell, ...merge });
    } else covered.push({ ...cell, r0: row, r1: row + 1, c0: column, c1: column + 1 });
  }
  for (const merge of taken) if (!anchored.has(merge)) merged.push({ row: merge.r0, column: merge.c0, runs: [], align: null, ...merge });
  return { merged: taken.length === 0 ? merged : merged.sort((a, b) => a.r0 - b.r0 || a.c0 - b.c0), covered: covered.filter((cell) => wordsOf(cell).trim() !== "") };
}

function usedRange(cells: readonly SheetCell[]): Range {
  let [r0, r1, c0, c1] = [Infinity, 0, Infinity, 0];
  for (const { row, column } of cells) {
    r0 = Math.min(r0, row);
    r1 = Math.max(r1, row + 1);
    c0 = Math.min(c0, column);
    c1 = Math.max(c1, column + 1);
  }
  return { r0, r1, c0, c1 };
}

/** A merge within the used range: people merge whole columns and rows. */
function cut(merge: Range, used: Range): Range | null {
  const range = { r0: merge.r0, c0: merge.c0, r1: Math.min(merge.r1, Math.max(used.r1, merge.r0 + 1)), c1: Math.min(merge.c1, Math.max(used.c1, merge.c0 + 1)) };
  return merge.r0 >= used.r1 || merge.c0 >= used.c1 || merge.r1 <= used.r0 || merge.c1 <= used.c0 ? null : range;
}

/** Which merge a slot belongs to. Each row keeps its merges as an ascending list: a sheet has few in one row. */
class Owners {
  readonly #rows = new Map<number, Range[]>();
  /** Rows that merges may take up together: no sheet that people made comes near it. */
  #left = 2_000_000;

  /** Takes the slots of a merge unless another has one of them. */
  take(merge: Range): boolean {
    this.#left -= merge.r1 - merge.r0;
    if (this.#left < 0) return false;
    for (let row = merge.r0; row < merge.r1; row++) {
      const own = this.#rows.get(row) ?? [];
      const at = before(own, merge.c0);
      if ((own[at - 1]?.c1 ?? 0) > merge.c0 || (own[at]?.c0 ?? Infinity) < merge.c1) return this.#release(merge, row);
      own.splice(at, 0, merge);
      this.#rows.set(row, own);
    }
    return true;
  }

  #release(merge: Range, end: number): false {
    for (let row = merge.r0; row < end; row++) this.#rows.set(row, (this.#rows.get(row) ?? []).filter((one) => one !== merge));
    return false;
  }

  at(row: number, column: number): Range | null {
    const own = this.#rows.get(row);
    if (own === undefined) return null;
    const merge = own[before(own, column + 1) - 1];
    return merge !== undefined && merge.c1 > column ? merge : null;
  }
}

/** How many ranges begin left of a column. */
function before(ranges: readonly Range[], column: number): number {
  return countBefore(ranges, ({ c0 }) => c0 < column);
}

interface Lines {
  /** The shown rows of a range by their new numbers, null when all are hidden. */
  readonly rows: (from: number, to: number) => readonly [number, number] | null;
  /** The shown part of a range, null when nothing of it is seen. */
  readonly span: (range: Range) => Range | null;
}

function openLines({ hiddenRows, hiddenColumns }: Sheet): Lines {
  const rows = shownLines(hiddenRows);
  const columns = shownLines(hiddenColumns);
  return {
    rows,
    span: ({ r0, r1, c0, c1 }) => {
      const [across, down] = [columns(c0, c1), rows(r0, r1)];
      return across === null || down === null ? null : { r0: down[0], r1: down[1], c0: across[0], c1: across[1] };
    },
  };
}

/** New numbers of lines when the hidden ones are left out. */
function shownLines(hidden: ReadonlySet<number>): Lines["rows"] {
  const sorted = [...hidden].sort((a, b) => a - b);
  const below = (line: number): number => countBefore(sorted, (one) => one < line);
  return (from, to) => {
    const [start, end] = [from - below(from), to - below(to)];
    return start < end ? [start, end] : null;
  };
}
