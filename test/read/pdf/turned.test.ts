/** Tables that go on from an upright page to one that is turned, and wider. */
import { expect, test } from "vitest";
import { grid, makePdf, words } from "./make.ts";
import { codesOf, readFile, tablesOf } from "./reading.ts";

const head = ["序号", "任务", "责任单位"];
const first = [head, ["1", "完善目录。", "市财政局"], ["2", "更新清单。", "市教育局"]];
const second = [head, ["3", "接受监督。", "市司法局"]];

function table(rows: readonly (readonly string[])[], xs: readonly number[], top: number): string {
  const lines = rows.map((_, i) => top - 30 * i);
  return grid(xs, [...lines, top - 30 * rows.length]) + rows.map((row, i) => row.map((text, column) => words(text, (xs[column] ?? 0) + 5, top - 30 * i - 20)).join("")).join("");
}

const wide = [50, 120, 600, 790];
const narrow = wide.map((x) => 50 + ((x - 50) * 500) / 740);
/** Content turned a quarter to the left, for a portrait sheet. */
const turned = (content: string): string => `q 0 1 -1 0 595 0 cm ${content} Q\n`;
const landscape = { width: 842, height: 595, rotate: 0 };
const portrait = { width: 595, height: 842, rotate: 0 };

test.each([
  ["upright, then a landscape sheet", table(second, wide, 500), landscape],
  ["upright, then turned content", turned(table(second, wide, 500)), portrait],
  ["upright, then turned content on a sheet with /Rotate", turned(table(second, wide, 500)), { ...portrait, rotate: 90 }],
])("%s: one table", async (_, content, sheet) => {
  const { document, context } = await readFile(makePdf([table(first, narrow, 700), content], { sheets: [portrait, sheet] }));
  if (document === null) throw new Error("nothing read");
  expect(codesOf(context)).toEqual([]);
  expect(tablesOf(document).map(({ rows, columns, parts }) => [rows, columns, parts.length])).toEqual([[4, 3, 2]]);
});

test("other shares of the width: two tables", async () => {
  const other = table(second, [50, 400, 600, 790], 500);
  const { document, context } = await readFile(makePdf([table(first, narrow, 700), other], { sheets: [portrait, landscape] }));
  expect(document === null ? [] : tablesOf(document)).toHaveLength(2);
  expect(codesOf(context)).toEqual(["table/unjoined-part"]);
});
