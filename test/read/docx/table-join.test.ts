/** A table that was cut into one a page is one; two tables that stand for themselves are two. */
import { describe, expect, test } from "vitest";
import { p, tbl, tc, tr } from "./build.ts";
import { cellsOf, outline, readMarkup, tableOf, tablesOf } from "./reading.ts";

const widths = [900, 4200, 2200, 1700];
const head = ["序号", "工作任务", "责任单位", "完成时限"];
const first = ["1", "新建阅览室12间", "市文化局", "10月底前"];
const cut = ["2", "改造阅览室30间，", "市教育局", "9月底前"];
const third = ["3", "开通图书车", "市交通局", "11月底前"];
const turn = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
const table = (rows: readonly (readonly string[])[], edges: readonly number[] = widths): string => tbl(rows.map((row) => tr(row.map((cell) => tc(cell)))), edges);

async function rowsOf(markup: string): Promise<string[][]> {
  const { document } = await readMarkup(markup);
  const one = tableOf(document);
  const rows = Array.from({ length: one.rows }, (): string[] => []);
  for (const line of cellsOf(document, one)) {
    const [, row = "0", words = ""] = /^(\d+)-\d+ \S+ (.*)$/su.exec(line) ?? [];
    rows[Number(row)]?.push(words);
  }
  return rows;
}

describe("joined", () => {
  test.each([
    ["a row that goes on below", [head, first, cut], [["", "配齐桌椅", "", ""], third], [head, first, ["2", "改造阅览室30间，配齐桌椅", "市教育局", "9月底前"], third]],
    ["a row cut in the middle of a word", [head, first, ["2", "改造阅览", "市教育局", "9月底前"]], [["", "室30间并配齐全部桌椅", "", ""], third], [head, first, ["2", "改造阅览室30间并配齐全部桌椅", "市教育局", "9月底前"], third]],
    ["a new row", [head, first], [["2", "改造", "市教育局", "9月底前"]], [head, first, ["2", "改造", "市教育局", "9月底前"]]],
    ["a header that was printed again", [head, first], [head, ["2", "改造", "市教育局", "9月底前"]], [head, first, ["2", "改造", "市教育局", "9月底前"]]],
    ["a split row below a header that was printed again", [head, first, cut], [head, ["", "配齐桌椅", "", ""], third], [head, first, ["2", "改造阅览室30间，配齐桌椅", "市教育局", "9月底前"], third]],
    ["a unit that goes on too", [head, first, ["2", "改造阅览室30间，", "市住房和", "9月底前"]], [["", "配齐桌椅", "城乡建设局", ""], third], [head, first, ["2", "改造阅览室30间，配齐桌椅", "市住房和城乡建设局", "9月底前"], third]],
  ])("%s", async (_, above, below, rows) => {
    expect(await rowsOf(table(above) + turn + table(below))).toEqual(rows);
  });

  test.each(["— 2 —", "2", "第2页 共8页", "- 12 -"])("over the number of a page that was printed between: %s", async (number) => {
    const markup = table([head, first]) + p(number) + table([["2", "改造", "市教育局", "9月底前"]]);
    expect(await rowsOf(markup)).toEqual([head, first, ["2", "改造", "市教育局", "9月底前"]]);
    expect(outline((await readMarkup(markup)).document)[0]).toContain(number);
  });

  test.each(["附件2", "以下由各乡镇落实。", "2021年"])("not over other words: %s", async (words) => {
    expect(tablesOf((await readMarkup(table([head, first]) + p(words) + table([["2", "改造", "市教育局", "9月底前"]]))).document)).toHaveLength(2);
  });

  test("three pages", async () => {
    expect(await rowsOf(table([head, first, cut]) + turn + table([["", "配齐桌椅", "", ""]]) + turn + table([third]))).toEqual([head, first, ["2", "改造阅览室30间，配齐桌椅", "市教育局", "9月底前"], third]);
  });

  test("the words of a repeated header are furniture, and both places are kept", async () => {
    const { document, codes } = await readMarkup(table([head, first]) + turn + table([head, ["2", "改造", "市教育局", "9月底前"]]));
    expect(codes).toEqual([]);
    expect(outline(document)[0]).toBe(`table:repeated-header| ${head.join("⏎")}`);
    expect(tableOf(document).place).toHaveLength(2);
    expect(tableOf(document).parts.map(({ rows }) => rows)).toEqual([[0, 2], [2, 3]]);
  });
});

describe("two tables", () => {
  test.each([
    ["words between them", table([head, first]) + p("附件2") + table([["2", "改造", "市教育局", "9月底前"]])],
    ["another header", table([head, first]) + turn + table([["序号", "项目名称", "责任单位", "备注"], ["2", "改造", "市教育局", "无"]])],
    ["numbers that begin again", table([head, first]) + turn + table([head, ["1", "改造", "市教育局", "9月底前"]])],
    ["numbers that begin again without a header", table([head, first, cut]) + turn + table([["1", "改造", "市教育局", "9月底前"]])],
    ["numbers that skip", table([head, first]) + turn + table([["7", "改造", "市教育局", "9月底前"]])],
    ["other columns", table([head, first]) + turn + table([["2", "改造", "市教育局"]], [900, 4200, 3900])],
    ["other widths", table([head, first]) + turn + table([["2", "改造", "市教育局", "9月底前"]], [2900, 2200, 2200, 1700])],
    ["no header at all", table([["1", "甲", "乙", "丙"]]) + turn + table([["2", "甲", "乙", "丙"]])],
    ["the same header without numbers", table([head.slice(1), first.slice(1)], widths.slice(1)) + turn + table([head.slice(1), third.slice(1)], widths.slice(1))],
    ["a signature table", table([head, first]) + turn + table([["联系人", "甲某", "电话", "0000"]])],
  ])("%s", async (name, markup) => {
    const { document } = await readMarkup(markup);
    expect(tablesOf(document), name).toHaveLength(2);
  });
});
