import { expect, test } from "vitest";
import { randomOf } from "../dataset/notices/random.ts";
import { makeTable } from "./generator.ts";
import { layouts } from "./layouts.ts";
import { measure, report } from "./measure.ts";
import { makeFile } from "./pages.ts";
import { cut, heightOf, sheetOf } from "./sheet.ts";
import { widthOf, wrap } from "./type.ts";

const seeds = Array.from({ length: 60 }, (_, i) => `generator-${i}`);
const tables = seeds.map((seed) => makeTable(randomOf(seed)));
const unspaced = (text: string): string => text.replace(/\s/gu, "");

test("the same seed gives the same file", () => {
  expect(makeFile("same").bytes).toEqual(makeFile("same").bytes);
  expect(makeFile("same").bytes).not.toEqual(makeFile("other").bytes);
});

test("cells tile the grid, each row begins with words, and each column has a header", () => {
  for (const { cells, rows, columns } of tables) {
    const owners = new Uint8Array(rows.length * columns.length);
    for (const { r0, r1, c0, c1 } of cells) for (let row = r0; row < r1; row++) for (let column = c0; column < c1; column++) owners[row * columns.length + column]! += 1;
    expect([...owners].every((owner) => owner === 1)).toBe(true);
    for (const { c0, r0, text } of cells) if (c0 === 0 || rows[r0] === "header") expect(text).not.toBe("");
  }
});

test("merged cells stand only where lines prove them", () => {
  for (const { cells, layout } of tables) {
    for (const { r0, r1, c0, c1 } of cells) {
      if (c1 > c0 + 1) expect(layout.columnLines).toBe(true);
      if (r1 > r0 + 1) expect(layout.rowLines || (layout.columnLines && r0 === 0)).toBe(true);
    }
  }
});

test("all choices come up", () => {
  expect(new Set(tables.map(({ layout }) => layout.name)).size).toBe(layouts.length);
  expect(new Set(tables.flatMap(({ features }) => features))).toEqual(new Set(["blanks", "bottom", "groups", "middle", "row spans", "total", "two header rows"]));
});

test("lines hold all words, within their width, and begin with no closing mark", () => {
  for (const text of ["推进农村公路养护，加强河道清淤，建立台账并按季通报。", "Repair bridges and renew signs along the main road.", "共12.5公里（含支线）、8座桥"]) {
    for (const width of [7, 9, 12]) {
      const lines = wrap(text, width);
      expect(unspaced(lines.join(""))).toBe(unspaced(text));
      for (const line of lines) {
        expect(widthOf(line)).toBeLessThanOrEqual(width);
        expect(line).not.toMatch(/^[，。、）]/u);
      }
    }
  }
});

test("a table cut anywhere keeps its words, and a cut row stands on both pages", () => {
  let rowsCut = 0;
  for (const table of tables) {
    const sheet = sheetOf({ ...table, cuttable: true });
    for (let share = 0.1; share < 1; share += 0.1) {
      const [upper, lower] = cut(sheet, heightOf(sheet) * share, false);
      if (upper === null || lower === null) continue;
      const words = (part: typeof sheet): string[] => part.cells.flatMap(({ lines }) => lines);
      expect([...words(upper), ...words(lower)].sort()).toEqual(words(sheet).sort());
      expect(heightOf(upper)).toBeLessThanOrEqual(heightOf(sheet) * share + 0.001);
      if (upper.rows.at(-1) === lower.rows[0]) rowsCut++;
    }
  }
  expect(rowsCut).toBeGreaterThan(10);
});

test("fully ruled tables are read as they were made", async () => {
  const full = layouts.find(({ name }) => name === "full");
  const measured = await measure(seeds.slice(0, 20), full);
  const chinese = measured.tables.filter(({ made }) => made.table.words.total !== "Total");
  expect(chinese.length).toBeGreaterThan(20);
  expect(chinese.filter(({ correct }) => !correct).map(({ file, id, wrong }) => [file, id, wrong])).toEqual([]);
  expect(report(measured)).toMatch(/^full +\d+ +\d+ +\d+ /mu);
});
