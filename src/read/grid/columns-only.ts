/** Tables with lines between their columns only: the rows show by their running numbers. */
import { columnKind } from "../../rules/columns.ts";
import { readUnitHeader } from "../../rules/units/headers.ts";
import type { TextColumn } from "./gutters.ts";
import type { Line } from "./lines.ts";
import type { PageCell, PageTable } from "./page-table.ts";
import { serialNumber } from "./profile.ts";
import { planOf, tableFromText } from "./text-rows.ts";

/** Parts the one tall row of a table without lines between its rows; any other table as it is. */
export function splitTallRow(table: PageTable): PageTable {
  const rows = table.ys.length - 1;
  if (rows > 2) return table;
  const row = rows - 1;
  const tall = table.cells.filter(({ r0 }) => r0 === row);
  if (tall.length < 2 || tall.length !== table.xs.length - 1 || !tall.some(({ lines }) => lines.filter(({ text }) => serialNumber.test(text)).length >= 2)) return table;
  const columns = tall.map((cell): TextColumn => extentOf(cell));
  const lines = tall.flatMap((cell) => cell.lines).sort((a, b) => a.top - b.top);
  const plan = { ...planOf(columns, lines, [table.xs[0] ?? 0, table.xs.at(-1) ?? 0]), xs: table.xs };
  if (plan.serial === -1) return table;
  const known = headLines(tall);
  const split = tableFromText(plan, table.page, lines, [], "part-ruled", known);
  const above = table.cells.filter(({ r0 }) => r0 < row);
  const cells = [...above, ...split.cells.map((cell) => ({ ...cell, r0: cell.r0 + row, r1: cell.r1 + row }))];
  return { ...split, cells, box: table.box, ys: [...table.ys.slice(0, row), ...split.ys.slice(0, -1), table.ys.at(-1) ?? 0] };
}

function extentOf({ lines, room }: PageCell): TextColumn {
  return { left: Math.min(room.start, ...lines.map(({ left }) => left)), right: Math.max(room.end, ...lines.map(({ right }) => right)) };
}

/** Tops of the header and of what follows it, when the row begins with the words that head its columns. */
function headLines(tall: readonly PageCell[]): number[] {
  const heads = tall.flatMap(({ lines }): Line[] => lines.slice(0, 1));
  const known = heads.filter(({ text }) => columnKind(text) !== null || readUnitHeader(text) !== null);
  return known.length * 2 > tall.length ? [Math.min(...heads.map(({ top }) => top))] : [];
}
