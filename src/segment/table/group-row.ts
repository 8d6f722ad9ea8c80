/** Rows that fill only number and name, and number otherwise than the tasks do: 一 | 空气质量目标 above 1, 2, 3. */
import type { Grid, GridCell } from "./grid.ts";
import { headingOf, type Heading } from "./headings.ts";
import type { Layout } from "./layout.ts";
import type { Row } from "./row.ts";

/** How a running number is printed. */
type NumberStyle = "digits" | "han" | "bracketed-han" | "bracketed-digits";

const styles: readonly (readonly [style: NumberStyle, pattern: RegExp])[] = [
  ["digits", /^\d{1,4}[.．、]?$/u],
  ["han", /^(?:[一二三四五六七八九十]{1,3}[、.]?|第[一二三四五六七八九十]{1,3}[章部节类])$/u],
  ["bracketed-han", /^\([一二三四五六七八九十]{1,3}\)$/u],
  ["bracketed-digits", /^\(\d{1,3}\)$/u],
];

/** The longest name of a group. */
const longestName = 40;

function styleOf(words: string): NumberStyle | null {
  return styles.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** How most rows that fill more than number and name print their numbers; null when there are none. */
export function usualNumberStyle(grid: Grid, layout: Layout, firstRow: number): NumberStyle | null {
  const column = layout.findIndex(({ use }) => use.kind === "number");
  if (column < 0) return null;
  const counts = new Map<NumberStyle | null, number>();
  for (let row = firstRow; row < grid.rows; row++) {
    const cell = grid.at(row, column);
    if (cell === null || cell.words === "" || cell.cell.r0 !== row || isSparse(grid, row)) continue;
    const style = styleOf(cell.words);
    counts.set(style, (counts.get(style) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? null;
}

/** Whether a row may be a heading: it fills two cells at most. */
function isSparse(grid: Grid, row: number): boolean {
  return grid.row(row).filter(({ words }) => words !== "").length <= 2;
}

/** The heading that a row is, where it fills its number, of another style than `usual`, and one name, and no other cell. */
export function groupRow(row: Row, usual: NumberStyle | null): Heading | null {
  const { number } = row;
  if (usual === null || number === null || number.cell.r0 !== row.index) return null;
  const style = styleOf(number.words);
  const others = row.cells.map(({ cell }) => cell).filter((cell) => cell !== number && cell.words !== "");
  const [name] = others;
  if (style === null || style === usual || others.length !== 1 || name === undefined || !isName(name, row)) return null;
  return headingOf(name, number);
}

function isName(cell: GridCell, row: Row): boolean {
  return cell.cell.r0 === row.index && cell.words.length <= longestName && !/[。；;]/u.test(cell.words);
}
