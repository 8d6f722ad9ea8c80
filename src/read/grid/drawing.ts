/** What the pages show beside their text, for pictures of a reading. */
import type { PageDrawing } from "../../model/document.ts";
import type { Box } from "../../model/position.ts";
import type { BodyPage } from "./furniture.ts";
import type { PageTable } from "./page-table.ts";

/** The drawings of some pages; `glyphs` are the boxes of the characters of each, by its number. */
export function drawPages(pages: readonly BodyPage[], glyphs: ReadonlyMap<number, readonly Box[]>): PageDrawing[] {
  return pages.map(({ layout: { number, width, height, lines }, items }) => ({
    page: number,
    width,
    height,
    lines,
    cells: items.flatMap((item) => (item.kind === "table" ? cellsOf(item.table) : [])),
    glyphs: glyphs.get(number) ?? [],
  }));
}

function cellsOf({ xs, ys, cells }: PageTable): Box[] {
  return cells.flatMap(({ r0, r1, c0, c1, nested }) => [[xs[c0] ?? 0, ys[r0] ?? 0, xs[c1] ?? 0, ys[r1] ?? 0] satisfies Box, ...nested.flatMap(cellsOf)]);
}
