/** A table on one page: its cells with their lines of text. */
import type { Table } from "../../model/document.ts";
import type { Box } from "../../model/position.ts";
import type { CellLines } from "./cell-lines.ts";
import { extentsOf } from "./extents.ts";
import type { Lattice, LatticeCell } from "./lattice.ts";
import type { Line } from "./lines.ts";
import type { Room } from "./paragraphs.ts";
import { smallest } from "../../model/extremes.ts";

/** A cell on one page; rows and columns are half-open. */
export interface PageCell {
  readonly r0: number;
  readonly r1: number;
  readonly c0: number;
  readonly c1: number;
  readonly lines: readonly Line[];
  /** Its words without blanks, for comparing. */
  readonly words: string;
  readonly nested: readonly PageTable[];
  /** No line closes it where the table ends: it goes on where the table goes on. */
  readonly openBelow: boolean;
  /** Where its lines may stand. */
  readonly room: Room;
}

/** A table on one page. */
export interface PageTable {
  readonly page: number;
  /** Edges of the columns and rows, ascending. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly PageCell[];
  readonly missing: Table["missing"];
  readonly box: Box;
  readonly method: Table["method"];
  readonly confidence: number;
  /** Regions whose outline was no rectangle. */
  readonly irregular: number;
}

/** Reads the text of a grid of ruling lines. */
export function tableOf(lattice: Lattice, texts: CellLines): PageTable {
  const { page } = texts;
  const drafts = lattice.cells.map((cell) => ({ cell, lines: texts.of(cell).map(withoutGlyphs) }));
  const margins = marginsOf(lattice, drafts);
  const cells = drafts.map(({ cell, lines }): PageCell => {
    const { r0, r1, c0, c1, nested, openBelow } = cell;
    return { r0, r1, c0, c1, lines, words: plainText(lines), nested: nested.map((inner) => tableOf(inner, texts)), openBelow, room: roomOf(lattice, cell, lines, margins) };
  });
  const { xs, ys, missing, box, irregular } = lattice;
  return { page, xs, ys, cells, missing, box, method: "ruled", irregular, confidence: 1 };
}

/** Nobody asks for the characters of a cell again but for where they stand; they would fill the memory with all pages of a file. */
function withoutGlyphs(line: Line): Line {
  return { ...line, glyphs: [], extents: extentsOf(line) };
}

/** Space between the borders of a column and the longest line in it: what every line of the column could use. */
function marginsOf({ xs }: Lattice, drafts: readonly { readonly cell: LatticeCell; readonly lines: readonly Line[] }[]): { left: number; right: number }[] {
  const margins = xs.slice(1).map(() => ({ left: Infinity, right: Infinity }));
  for (const { cell, lines } of drafts) {
    const left = margins[cell.c0];
    const right = margins[cell.c1 - 1];
    for (const line of lines) {
      if (line.direction !== 0) continue;
      if (left !== undefined) left.left = Math.min(left.left, Math.max(0, line.left - (xs[cell.c0] ?? 0)));
      if (right !== undefined) right.right = Math.min(right.right, Math.max(0, (xs[cell.c1] ?? 0) - line.right));
    }
  }
  return margins;
}

/** Cell padding of office programs, in points; a column of short words does not show its own. */
const usualPadding = 6;

function roomOf({ xs, ys }: Lattice, { r0, r1, c0, c1 }: LatticeCell, lines: readonly Line[], margins: readonly { left: number; right: number }[]): Room {
  const direction = lines[0]?.direction ?? 0;
  if (direction !== 0) return { from: smallest(lines.map(({ start }) => start)), to: smallest(lines.map(({ start }) => start)) + (ys[r1] ?? 0) - (ys[r0] ?? 0) - 2 * usualPadding };
  const left = Math.min(margins[c0]?.left ?? usualPadding, usualPadding);
  const right = Math.min(margins[c1 - 1]?.right ?? usualPadding, usualPadding);
  return { from: (xs[c0] ?? 0) + left, to: (xs[c1] ?? 0) - right };
}

/** The text of a cell without its line breaks, for comparing. */
export function plainText(lines: readonly Line[]): string {
  let words = "";
  for (const { text } of lines) words += text;
  return words.includes(" ") ? words.replaceAll(" ", "") : words;
}
