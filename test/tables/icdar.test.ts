import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { grid, makePdf, words } from "../read/pdf/make.ts";
import { assign } from "./assignment.ts";
import { report, scoreFolder } from "./icdar.ts";
import { comparable, lacking, ratios, relationsOf, shared, size, type GridCell } from "./relations.ts";
import { readTruth } from "./structure-truth.ts";

let folder = "";
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "true-tables-"))));
afterAll(() => rmSync(folder, { recursive: true }));

const cell = (r0: number, c0: number, text: string, r1 = r0 + 1, c1 = c0 + 1): GridCell => ({ r0, r1, c0, c1, text });

test("a relation is a cell, the nearest cell with words to the right or below, and the direction", () => {
  // a b .
  // c . d
  const relations = relationsOf([cell(0, 0, "a"), cell(0, 1, "b"), cell(0, 2, " "), cell(1, 0, "c"), cell(1, 2, "d")]);
  expect([...relations.keys()].sort()).toEqual(["A\t→\tB", "A\t↓\tC", "C\t→\tD"].sort());
});

test("a merged cell is the neighbour of each cell along it, once", () => {
  // a a b
  // c d b
  const relations = relationsOf([cell(0, 0, "a", 1, 2), cell(0, 2, "b", 2), cell(1, 0, "c"), cell(1, 1, "d")]);
  expect([...relations.entries()].sort()).toEqual([["A\t→\tB", 1], ["A\t↓\tC", 1], ["A\t↓\tD", 1], ["C\t→\tD", 1], ["D\t→\tB", 1]].sort());
});

test("words are compared without white space, case and the kind of marks", () => {
  expect(comparable("Total\n population – 1,5")).toBe(comparable("TOTALPOPULATION-1.5"));
  expect(comparable("牵头 单位：")).toBe("牵头单位_");
});

test("equal relations count as often as both tables have them", () => {
  const one = relationsOf([cell(0, 0, "1"), cell(0, 1, "1"), cell(0, 2, "1")]);
  const other = relationsOf([cell(0, 0, "1"), cell(0, 1, "1")]);
  expect([size(one), size(other), shared(one, other)]).toEqual([2, 1, 1]);
  expect(lacking(one, other)).toEqual(["1\t→\t1"]);
  expect(ratios({ right: 1, given: 1, wanted: 2 })).toEqual({ precision: 1, recall: 0.5, f: 2 / 3 });
});

test("tables are assigned so that most is right in all", () => {
  expect(assign([[5, 4], [4, 0]])).toEqual([1, 0]);
  expect(assign([[0, 3, 0]])).toEqual([1]);
  expect(assign([[2], [3], [0]])).toEqual([-1, 0, -1]);
  expect(assign([])).toEqual([]);
});

test("regions of a table stand side by side by their increments", () => {
  const region = (id: number, increment: number, text: string): string => `<region id="${id}" page="3" col-increment="${increment}" row-increment="0"><cell id="1" start-row="1" start-col="0" end-col="1"><content>${text}</content></cell></region>`;
  const [table] = readTruth(`<document><table id="7">${region(1, 0, "年龄")}${region(2, 2, "人数")}</table></document>`);
  expect(table).toEqual({ id: "7", pages: [3, 3], cells: [cell(1, 0, "年龄", 2, 2), cell(1, 2, "人数", 2, 4)] });
});

/** A page with a ruled table of two rows and two columns at each of these heights. */
function page(...tables: readonly { readonly y: number; readonly texts: readonly string[] }[]): string {
  return tables.map(({ y, texts }) => grid([100, 200, 300], [y, y + 30, y + 60]) + texts.map((text, i) => words(text, 110 + 100 * (i % 2), y + (i < 2 ? 40 : 10))).join("")).join("");
}

function truth(...tables: readonly (readonly string[])[]): string {
  const cells = (texts: readonly string[]): string => texts.map((text, i) => `<cell id='1' start-row='${i < 2 ? 0 : 1}' start-col='${i % 2}'><content>${text}</content></cell>`).join("");
  return `<?xml version="1.0"?><document>${tables.map((texts, i) => `<table id='${i + 1}'><region id='1' col-increment='0' row-increment='0' page='1'>${cells(texts)}</region></table>`).join("")}</document>`;
}

test("a folder is scored file by file, whatever is missing, wrong or too many", async () => {
  mkdirSync(join(folder, "inner"));
  const save = (name: string, pdf: string, xml: string): void => {
    writeFileSync(join(folder, `${name}.pdf`), makePdf([pdf]));
    writeFileSync(join(folder, `${name}-str.xml`), xml);
  };
  save("right", page({ y: 600, texts: ["项目", "单位", "道路", "城建局"] }), truth(["项目", "单位", "道路", "城建局"]));
  save("inner/wrong", page({ y: 600, texts: ["项目", "单位", "道路", "水务局"] }, { y: 300, texts: ["甲", "乙", "丙", "丁"] }), truth(["项目", "单位", "道路", "城建局"]));
  save("inner/lost", words("没有表格", 100, 700), truth(["项目", "单位", "", "城建局"]));
  writeFileSync(join(folder, "no-truth.pdf"), makePdf([words("无", 100, 700)]));

  const scored = await scoreFolder(folder);
  expect(scored.map(({ name, right, given, wanted }) => ({ name, right, given, wanted }))).toEqual([
    { name: "lost.pdf", right: 0, given: 0, wanted: 2 },
    { name: "wrong.pdf", right: 2, given: 8, wanted: 4 },
    { name: "right.pdf", right: 4, given: 4, wanted: 4 },
  ]);
  expect(scored.map(({ tables }) => tables.map(({ table, exact, sameGrid }) => [table, exact, sameGrid]))).toEqual([[[null, false, false]], [[0, false, false]], [[0, true, true]]]);
  expect(scored[1]?.extra).toMatchObject([{ table: 1, pages: [1], relations: 4 }]);

  const lines = report(scored, true).split("\n");
  expect(lines).toContain("    - 单位 ↓ 城建局");
  expect(lines).toContain("    + 单位 ↓ 水务局");
  expect(lines.find((line) => line.startsWith("All 3 files"))).toContain("precision 0.500 recall 0.600 F 0.545 (6 right, 12 given, 10 wanted)");
  expect(lines.find((line) => line.startsWith("Only tables"))).toContain("precision 0.750 recall 0.750");
  expect(lines.find((line) => line.startsWith("Tables: 3"))).toBe("Tables: 3, found 2, exact 1, of these with the very grid 1; further tables read 1");
  expect((await scoreFolder(folder, "right")).map(({ name }) => name)).toEqual(["right.pdf"]);
});
