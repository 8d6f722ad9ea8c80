/** Columns whose headers mean something that is not read yet: a unit with a mark in each row, a quarter or month with the work of it. */
import type { Context } from "../../model/context.ts";
import type { NoticeDocument } from "../../model/document.ts";
import { placesOf } from "../../model/quote.ts";
import { matrixMark } from "../../rules/matrix-marks.ts";
import { looksLikeUnit } from "../../rules/units/names.ts";
import { folded } from "../../text/fold.ts";
import type { Grid, GridCell } from "./grid.ts";
import type { Header, HeaderColumn } from "./header.ts";

/** Says which columns of a task table were not read as units or times. */
export function reportUnreadColumns(grid: Grid, header: Header | null, document: NoticeDocument, context: Context): void {
  const found = (header?.columns ?? []).flatMap((column, index): GridCell[] => (column.cell !== null && isUnread(grid, header, column, index) ? [column.cell] : []));
  const cells = [...new Set(found)];
  if (cells.length === 0) return;
  const columns = cells.map(({ quote }) => quote.text.replace(/\s+/gu, "")).join("、");
  context.report("table/unread-columns", { params: { columns }, place: placesOf(document, cells.flatMap(({ quote }) => quote.spans)) });
}

function isUnread(grid: Grid, header: Header | null, { text, meaning }: HeaderColumn, column: number): boolean {
  const words = wordsBelow(grid, header?.rows[1] ?? 0, column);
  if (words.length === 0) return false;
  if (meaning?.kind === "period") return true;
  const name = folded(text ?? "").split("/").at(-1) ?? "";
  return meaning === null && looksLikeUnit(name) && words.filter((one) => matrixMark.pattern.test(one)).length * 2 > words.length;
}

function wordsBelow(grid: Grid, from: number, column: number): string[] {
  return Array.from({ length: grid.rows - from }, (_, row) => grid.at(from + row, column)?.words ?? "").filter((words) => words !== "");
}
