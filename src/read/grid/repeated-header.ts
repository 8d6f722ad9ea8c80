/** Headers printed again at the top of each page. */
import type { GrowingCell } from "./growing-cell.ts";

/** Headers have no more rows than this. */
const mostRows = 5;

/** How many leading rows of a part of `rows` rows repeat the leading rows of the table. */
export function headerHeight(head: readonly GrowingCell[], part: readonly GrowingCell[], rows: number): number {
  let height = 0;
  for (let row = 0; row < Math.min(mostRows, rows - 1); row++) {
    const own = keysOf(part, row);
    if (own.every((key) => key.endsWith(":")) || own.join("|") !== keysOf(head, row).join("|")) break;
    height = row + 1;
  }
  // A header cell over several rows brings all of them.
  while (height > 0 && part.some(({ r0, r1 }) => r0 < height && r1 > height)) height--;
  return height;
}

function keysOf(cells: readonly GrowingCell[], row: number): string[] {
  return cells.filter(({ r0 }) => r0 === row).map(({ r1, c0, c1, words }) => `${c0},${c1},${r1 - row}:${words}`).sort();
}
