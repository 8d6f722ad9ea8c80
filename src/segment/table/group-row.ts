/** Rows that fill only number and name, and number otherwise than the tasks do: 一 | 空气质量目标 above 1, 2, 3. */
import { readMarker } from "../../rules/markers.ts";
import type { Grid, GridCell } from "./grid.ts";
import { headingOf, type Heading } from "./headings.ts";
import type { Layout } from "./layout.ts";
import type { Row } from "./row.ts";

/** How a running number is printed. */
type NumberStyle = "digits" | "pairs" | "han" | "bracketed-han" | "bracketed-digits";

const styles: readonly (readonly [style: NumberStyle, pattern: RegExp])[] = [
  ["digits", /^\d{1,4}[.．、]?$/u],
  ["pairs", /^(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:[-.．—–－]\d{1,3}){1,3}$/u],
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

/** A sum of the rows below: 5600, 3个, 120.5万元. */
const amount = /^[\d,，]+(?:\.\d+)?\s?(?:[%个项户件处条亩台套人名]|[万亿]?元|公里)?$/u;

/** Whether a row may be a heading: it fills two cells at most, and sums. */
function isSparse(grid: Grid, row: number): boolean {
  const filled = grid.row(row).filter(({ words }) => words !== "");
  return filled.length <= 2 || filled.slice(1).filter(({ words }) => !amount.test(words)).length <= 1;
}

/** A heading row, and the cells that add up the rows below it. */
export interface GroupRow {
  readonly heading: Heading;
  readonly sums: readonly GridCell[];
}

/** The heading that a row is, where it fills its number, of another style than `usual`, and one name, and no other cell but sums of the rows below. */
export function groupRow(row: Row, usual: NumberStyle | null): GroupRow | null {
  const { number } = row;
  if (usual === null || number === null || number.cell.r0 !== row.index) return null;
  if (number === row.text) return wideGroup(number, row, usual);
  const style = styleOf(number.words);
  const filled = row.cells.map(({ cell }) => cell).filter((cell) => cell !== number && cell.words !== "");
  const [name] = filled;
  const others = filled.filter((cell) => cell === name || !amount.test(cell.words));
  if (style === null || style === usual || others.length !== 1 || name === undefined || !isName(name, row)) return null;
  return { heading: headingOf(name, number), sums: filled.filter((cell) => !others.includes(cell)) };
}

/** 一、交通类 in one cell over number and name, of another style than `usual`, with sums or nothing beside it. */
function wideGroup(name: GridCell, row: Row, usual: NumberStyle): GroupRow | null {
  const sums = row.cells.map(({ cell }) => cell).filter((cell) => cell !== name && cell.words !== "");
  const marker = readMarker(name.quote.text);
  const isHeading = marker !== null && styleOf(marker.text.trim().normalize("NFKC")) !== usual && isName(name, row) && sums.every(({ words }) => amount.test(words));
  return isHeading ? { heading: headingOf(name), sums } : null;
}

function isName(cell: GridCell, row: Row): boolean {
  return cell.cell.r0 === row.index && cell.words.length <= longestName && !/[。；;]/u.test(cell.words);
}
