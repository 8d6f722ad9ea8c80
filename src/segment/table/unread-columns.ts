/** What of a task table was not read, or only guessed: columns under words that no rule knows, marks without a legend. */
import type { Context } from "../../model/context.ts";
import type { NoticeDocument } from "../../model/document.ts";
import { placesOf } from "../../model/quote.ts";
import { findPeriod, isState, looksLikeTime } from "../../rules/columns.ts";
import { marksApart, roleOfMark } from "../../rules/matrix-marks.ts";
import { recogniseAllocation } from "../../rules/units/allocation.ts";
import { patchHead } from "../../rules/units/headers.ts";
import { folded } from "../../text/fold.ts";
import { rolesInCell } from "./cell-roles.ts";
import type { Grid, GridCell } from "./grid.ts";
import type { Header, HeaderColumn } from "./header-columns.ts";
import type { Layout } from "./layout.ts";
import type { TableNotes } from "./notes.ts";
import { isHalfRead } from "./remark-cells.ts";

/** Cells as long as these, on average, say something of the work. */
const longCells = 20;
/** Sentences as short as these still do. */
const shortSentences = 8;

/** Says which columns of a task table were not read as units or times, which were read by what they hold, which marks nothing explains, and where nothing parts the roles that a header names. */
export function reportUnreadColumns(grid: Grid, header: Header | null, layout: Layout, notes: TableNotes, document: NoticeDocument, context: Context): void {
  if (header === null) return;
  const heads = (is: (column: HeaderColumn, index: number) => boolean): GridCell[] => [...new Set(header.columns.flatMap((column, index) => (column.cell !== null && is(column, index) ? [column.cell] : [])))];
  const report = (code: "table/unread-columns" | "table/unknown-column" | "table/column-by-content" | "table/unexplained-marks" | "table/unparted-roles", cells: readonly GridCell[]): void => {
    if (cells.length === 0) return;
    const columns = cells.map(({ quote }) => quote.text.replace(/\s+/gu, "")).join("、");
    context.report(code, { params: { columns }, place: placesOf(document, cells.flatMap(({ quote }) => quote.spans)) });
  };
  const words = header.columns.map((_, index) => wordsBelow(grid, header.rows[1], index));
  const kinds = layout.map(({ use }) => use.kind);
  const unused = (index: number): boolean => ["other", "prose", "group", "heading"].includes(kinds[index] ?? "other");
  const unread = (column: HeaderColumn, index: number): boolean => (kinds[index] === "period" ? findPeriod(column.cell?.quote.text ?? "") === null : unused(index) && column.meaning === null && looksAllocated(words[index] ?? []));
  const timed = kinds.some((kind) => kind === "time" || kind === "period");
  const halfRead = (column: HeaderColumn, index: number): boolean => !timed && unused(index) && cellsBelow(grid, header.rows[1], index).some(({ quote }) => isHalfRead(column.text, quote));
  report("table/unread-columns", heads((column, index) => unread(column, index) || halfRead(column, index)));
  report("table/unread-columns", header.aside ?? []);
  report("table/unknown-column", heads((column, index) => unused(index) && column.meaning === null && !unread(column, index) && saysSomething(words[index] ?? [])));
  report("table/column-by-content", heads((column, index) => (byContent(layout[index]) || kinds[index] === "time" || kinds[index] === "text") && kinds[index - 1] !== "role" && column.meaning === null));
  report("table/unexplained-marks", heads((_, index) => kinds[index] === "marks" && (words[index] ?? []).some((mark) => roleOfMark(mark, notes.legend) === null) || kinds[index] === "units" && (words[index] ?? []).some((list) => marksApart(list).some((mark) => !notes.legend.has(mark)))));
  const unparted = (column: HeaderColumn, index: number): boolean => kinds[index] === "units" && cellsBelow(grid, header.rows[1], index).some(({ quote }) => rolesInCell(quote, { role: null, header: column.text, origin: "cell", head: column.cell?.quote.text ?? null }, notes.inCells)?.doubtful === true);
  if (!notes.firstLeads) report("table/unparted-roles", heads(unparted));
}

/** Units under words that no rule knows are responsible, and no patches (责任网格). */
function byContent(column: Layout[number] | undefined): boolean {
  return column?.use.kind === "units" && column.use.role === "responsible" && !patchHead.pattern.test(folded(column.header ?? ""));
}

/** Whether most cells of a column name units or times. */
function looksAllocated(words: readonly string[]): boolean {
  const some = (is: (word: string) => boolean): boolean => words.length > 0 && words.filter(is).length * 2 > words.length;
  return some((word) => word.length <= 80 && !word.endsWith("。") && recogniseAllocation(word) !== null) || (words.some(looksLikeTime) && some((word) => looksLikeTime(word) || isState(word)));
}

/** Long cells, or cells that are sentences: they say something of the work. */
function saysSomething(words: readonly string[]): boolean {
  const length = averageLength(words);
  return length >= longCells || (length >= shortSentences && words.filter((word) => word.endsWith("。")).length >= words.length * 0.8);
}

function averageLength(words: readonly string[]): number {
  return words.reduce((sum, { length }) => sum + length, 0) / Math.max(words.length, 1);
}

function wordsBelow(grid: Grid, from: number, column: number): string[] {
  return cellsBelow(grid, from, column).map(({ words }) => words);
}

function cellsBelow(grid: Grid, from: number, column: number): GridCell[] {
  return Array.from({ length: grid.rows - from }, (_, row) => grid.at(from + row, column)).flatMap((cell) => (cell !== null && cell.words !== "" && cell.cell.c1 - cell.cell.c0 < grid.columns ? [cell] : []));
}
