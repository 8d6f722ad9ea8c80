/** A table that is put together cell by cell, before any file format. */

/** A cell; rows and columns are half-open, `lines` are its paragraphs. */
export interface MadeCell {
  readonly r0: number;
  readonly r1: number;
  readonly c0: number;
  readonly c1: number;
  readonly lines: readonly string[];
}

export interface MadeTable {
  readonly kind: "table";
  readonly rows: number;
  /** Width of each column in ems. */
  readonly widths: readonly number[];
  readonly cells: readonly MadeCell[];
  /** Rows at the top that a page prints again. */
  readonly headerRows: number;
}

/** A paragraph. */
export interface MadeLine {
  readonly kind: "line";
  readonly text: string;
  readonly align: "left" | "center" | "right";
  /** An automatic number in front, which is no character of the text. */
  readonly title?: boolean;
}

export type MadeBlock = MadeLine | MadeTable;

/** Cells that are written row by row. */
export class TableDraft {
  readonly cells: MadeCell[] = [];
  rows = 0;
  readonly widths: readonly number[];

  constructor(widths: readonly number[]) {
    this.widths = widths;
  }

  /** A row of one cell each. */
  row(cells: readonly (readonly string[])[]): number {
    const row = this.rows++;
    cells.forEach((lines, column) => this.put(row, row + 1, column, column + 1, lines));
    return row;
  }

  /** A row of one cell over the width. */
  banner(text: string): void {
    const row = this.rows++;
    this.put(row, row + 1, 0, this.widths.length, [text]);
  }

  put(r0: number, r1: number, c0: number, c1: number, lines: readonly string[]): void {
    this.cells.push({ r0, r1, c0, c1, lines });
  }

  /** Makes one cell of the slots of a column, with the words of the upper one. */
  merge(column: number, from: number, to: number): void {
    const kept = this.cells.findIndex((cell) => cell.r0 === from && cell.c0 === column);
    const cell = this.cells[kept];
    if (cell === undefined) return;
    this.cells[kept] = { ...cell, r1: to };
    for (let i = this.cells.length - 1; i >= 0; i--) {
      const other = this.cells[i];
      if (other !== undefined && i !== kept && other.c0 === column && other.r0 > from && other.r0 < to) this.cells.splice(i, 1);
    }
  }

  finish(headerRows: number): MadeTable {
    return { kind: "table", rows: this.rows, widths: this.widths, cells: [...this.cells].sort((a, b) => a.r0 - b.r0 || a.c0 - b.c0), headerRows };
  }
}
