/** What speaks against the grid of a table on one page. */
import { countsRows, isFigures } from "../../rules/continuations.ts";
import type { Line } from "./lines.ts";
import type { PageCell, PageTable } from "./page-table.ts";
import { endsEarly } from "./paragraphs.ts";

/** Counts of what a table with the right grid hardly shows. */
export interface Evidence {
  /** Cells whose lines stand level with those of a neighbour and were not wrapped: rows may lack. */
  readonly crowded: readonly PageCell[];
  /** Words that reach over the edge of their cell. */
  readonly crossing: number;
  /** Lines of a cell with a wide gap in the middle: a column may lack. */
  readonly gapped: number;
  /** Rows with words in one column only, which is not the first. */
  readonly lone: number;
  /** Columns without a head. */
  readonly headless: number;
  /** Cells with words over several columns below the first row. */
  readonly wide: number;
  /** The first or the last row is one cell over all columns. */
  readonly bordered: boolean;
  /** Several cells of the last row hold three lines or more. */
  readonly tall: boolean;
}

/** Depths that differ by less than this share of the type's size are one. */
const level = 0.3;
/** Gaps wider than this many ems are no blank. */
const wideGap = 1.8;

/** Looks at the cells of a table. */
export function evidenceOf(table: PageTable): Evidence {
  const rows = rowsOf(table);
  const body = table.cells.filter(({ r0 }) => r0 > 0);
  return {
    crowded: rows.flatMap(crowdedIn),
    crossing: table.cells.filter((cell) => crosses(cell, table)).length,
    gapped: table.cells.filter(({ lines }) => lines.some(isGapped)).length,
    lone: rows.slice(1).filter((cells) => isLone(cells)).length,
    headless: (rows[0] ?? []).filter(({ words, c0 }) => words === "" && c0 > 0).length,
    wide: body.filter(({ c0, c1, words }) => c1 > c0 + 1 && words !== "").length,
    bordered: rows.length > 2 && [rows[0], rows.at(-1)].some((row) => isWhole(row, table)),
    tall: (rows.at(-1) ?? []).filter(({ lines }) => lines.length >= 3).length >= 2,
  };
}

function isWhole(row: readonly PageCell[] | undefined, { xs }: PageTable): boolean {
  const [first] = row ?? [];
  return xs.length > 2 && first?.c0 === 0 && first.c1 === xs.length - 1;
}

function rowsOf({ cells, ys }: PageTable): PageCell[][] {
  const rows: PageCell[][] = ys.slice(1).map(() => []);
  for (const cell of cells) rows[cell.r0]?.push(cell);
  return rows;
}

function crowdedIn(row: readonly PageCell[]): PageCell[] {
  const listed = row.filter((cell) => cell.r1 === cell.r0 + 1 && isListed(cell));
  const figured = listed.filter(({ lines }) => lines.every(({ text }) => isFigures(text.replaceAll(" ", ""))));
  const levelled = listed.filter((cell) => listed.some((other) => other !== cell && sharedLevels(cell.lines, other.lines) >= 2));
  return [...new Set([...figured, ...levelled])];
}

/** Whether the lines of a cell were broken by their writer, or belong to several rows. */
function isListed({ lines, room }: PageCell): boolean {
  if (countsRows(lines.map(({ text }) => text))) return true;
  return lines.length >= 2 && lines.every(({ direction }) => direction === 0) && lines.slice(1).every((line, i) => lines[i] !== undefined && endsEarly(lines[i], line, room, true));
}

function sharedLevels(one: readonly Line[], other: readonly Line[]): number {
  return one.filter(({ depth, size }) => other.some((line) => Math.abs(line.depth - depth) < level * size)).length;
}

function crosses({ lines, c0, c1 }: PageCell, { xs }: PageTable): boolean {
  return lines.some(({ left, right, direction }) => direction === 0 && (left < (xs[c0] ?? 0) - 1.5 || right > (xs[c1] ?? 0) + 1.5));
}

function isGapped({ pieces, size, direction }: Line): boolean {
  return direction === 0 && pieces.some(({ box }, i) => i > 0 && box[0] - (pieces[i - 1]?.box[2] ?? box[0]) > wideGap * size);
}

function isLone(row: readonly PageCell[]): boolean {
  const filled = row.filter(({ words }) => words !== "");
  return row.length > 1 && filled.length === 1 && (filled[0]?.c0 ?? 0) > 0;
}
