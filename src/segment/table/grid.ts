/** A table as a grid of slots, with the words of each cell at hand. */
import type { Cell, NoticeDocument, Table } from "../../model/document.ts";
import { paragraphsOf, quote, quoteCell, type Quote } from "../../model/quote.ts";
import { readMarker } from "../../rules/markers.ts";
import { folded } from "../../text/fold.ts";

/** One cell and its words. Two slots of a merged cell give the same object. */
export interface GridCell {
  readonly cell: Cell;
  readonly quote: Quote;
  /** Folded text with automatic numbers, for comparing. */
  readonly words: string;
  /** The row in which a page begins within the cell, null where none does: what stands above it may be no part of what stands below. */
  readonly cutAt: number | null;
}

export interface Grid {
  readonly rows: number;
  readonly columns: number;
  /** The cell that covers a slot; null when the file leaves the slot without a cell. */
  readonly at: (row: number, column: number) => GridCell | null;
  /** The different cells of a row, left to right. */
  readonly row: (row: number) => readonly GridCell[];
  /** The caption above the table, as the markup states it. */
  readonly caption: Quote | null;
}

/** Lays a table out so that each slot finds its cell. */
export function layGrid(document: NoticeDocument, table: Table): Grid {
  const slots: (GridCell | undefined)[] = new Array<GridCell | undefined>(table.rows * table.columns);
  const starts = table.parts.slice(1).map(({ rows }) => rows[0]);
  for (const cell of table.cells) {
    const labels = paragraphsOf(cell.blocks).map((paragraph) => paragraph.label?.text ?? "");
    const words = quoteCell(document, cell);
    const gridCell = { cell, quote: words, words: folded(labels.join("") + words.text), cutAt: starts.find((row) => cell.r0 < row && row < cell.r1) ?? null };
    for (let r = cell.r0; r < Math.min(cell.r1, table.rows); r++) {
      for (let c = cell.c0; c < Math.min(cell.c1, table.columns); c++) slots[r * table.columns + c] ??= gridCell;
    }
  }
  const at = (row: number, column: number): GridCell | null => slots[row * table.columns + column] ?? null;
  const row = (index: number): GridCell[] => {
    const cells: GridCell[] = [];
    for (let c = 0; c < table.columns; c++) {
      const cell = at(index, c);
      if (cell !== null && cells.at(-1) !== cell) cells.push(cell);
    }
    return cells;
  };
  const caption = table.caption === null ? null : quote(document, table.caption.span);
  return { rows: table.rows, columns: table.columns, at, row, caption };
}

/** Whether a cell covers the whole width of the table. */
export function isFullWidth(grid: Grid, { cell }: GridCell): boolean {
  return grid.columns > 1 && cell.c0 === 0 && cell.c1 === grid.columns;
}

/** The one cell with words of a row that spans the table: a heading, a caption or a note. */
export function soleCell(grid: Grid, index: number): GridCell | null {
  const cells = grid.row(index);
  const filled = cells.filter(({ words }) => words !== "");
  const only = filled[0];
  if (filled.length !== 1 || only === undefined || only.cell.r0 !== index) return null;
  if (isFullWidth(grid, only)) return only;
  const wide = only.cell.c1 - only.cell.c0 >= Math.max(2, grid.columns - 1);
  const marked = only.words.length <= 60 && readMarker(only.quote.text)?.rule === "han-comma" && cells.every(({ cell }) => cell.r1 === index + 1);
  return wide || marked ? only : null;
}
