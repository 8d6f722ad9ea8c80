/** Sheets as their files give them: what each cell shows and how it lies. Rows and columns count from 0, ranges are half-open. */
import type { Paragraph } from "../../model/document.ts";
import type { Place } from "../../model/position.ts";
import { largest, smallest } from "../../model/extremes.ts";

/** Words of one look inside a cell. */
export interface CellRun {
  readonly text: string;
  readonly bold: boolean;
  readonly struck: boolean;
}

/** A cell that shows something. Its text is that of its runs; line feeds in it are lines of the cell. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly runs: readonly CellRun[];
  readonly align: Paragraph["align"];
}

/** A rectangle of cells: rows `[r0, r1)`, columns `[c0, c1)`. */
export interface Range {
  readonly r0: number;
  readonly r1: number;
  readonly c0: number;
  readonly c1: number;
}

/** Something of a sheet that is no cell: words of a text box, a picture, a comment. */
export interface Floating {
  /** Its words, or the name of a picture. */
  readonly text: string;
  /** Path in the file. */
  readonly path: string;
}

/** One sheet. */
export interface Sheet {
  /** What stands on its tab. */
  readonly name: string;
  /** What the paths of its cells begin with: `xl/worksheets/sheet1.xml`. */
  readonly part: string;
  /** Whether a person sees it without asking for it. */
  readonly visible: boolean;
  /** By row, then by column, each place once. */
  readonly cells: readonly SheetCell[];
  readonly merges: readonly Range[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Formulas whose result the file does not hold. */
  readonly uncalculated: readonly { readonly row: number; readonly column: number }[];
  /** Words that a number format hides. */
  readonly unseen: readonly Floating[];
  readonly boxes: readonly Floating[];
  /** Pictures large enough to hold words. */
  readonly pictures: readonly Floating[];
  readonly comments: readonly Floating[];
  /** Words at the head and foot of printed pages. */
  readonly margins: readonly string[];
}

/** A sheet without anything beside its cells. */
export const bare: Omit<Sheet, "name" | "part" | "cells"> = {
  visible: true, merges: [], hiddenRows: new Set(), hiddenColumns: new Set(), uncalculated: [], unseen: [], boxes: [], pictures: [], comments: [], margins: [],
};

/** The words of a cell that stand: those that are struck out left aside. */
export function wordsOf({ runs }: Pick<SheetCell, "runs">): string {
  const [only] = runs;
  if (runs.length === 1 && only !== undefined) return only.struck ? "" : only.text;
  return runs.map(({ text, struck }) => (struck ? "" : text)).join("");
}

/** The name of a column: A, B … Z, AA, AB … */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** The path of a cell: `xl/worksheets/sheet1.xml#B7`. */
export function pathOf(part: string, row: number, column: number): string {
  return `${part}#${columnName(column)}${row + 1}`;
}

/** The place of a cell as a whole. */
export function placeOf(source: number, part: string, { row, column }: { readonly row: number; readonly column: number }): Place {
  return { source, kind: "element", path: pathOf(part, row, column), start: null, end: null };
}

/** Excel's last row and column (specification of XFD1048576). */
const last = { row: 1_048_575, column: 16_383 };

/** Row and column of a name such as B7 or $B$7, null for what is none of a sheet. */
export function cellAt(name: string): { readonly row: number; readonly column: number } | null {
  const found = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/u.exec(name);
  if (found === null) return null;
  let column = 0;
  for (const letter of (found[1] ?? "").toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(found[2]) - 1;
  return row < 0 || row > last.row || column - 1 > last.column ? null : { row, column: column - 1 };
}

/** The range of a name such as A1:F3, null for what is none. */
export function rangeAt(name: string): Range | null {
  const [first = "", second = first] = name.split(":");
  const [a, b] = [cellAt(first), cellAt(second)];
  if (a === null || b === null) return null;
  const [rows, columns] = [[a.row, b.row], [a.column, b.column]];
  return { r0: smallest(rows), r1: largest(rows) + 1, c0: smallest(columns), c1: largest(columns) + 1 };
}
