/** How times are printed: letters like digits, list marks, blanks, dates that no calendar has. No reading gives a day that was not printed. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findDeadlines } from "../../../src/normalise/deadlines/find.ts";
import { parseDeadline } from "../../../src/normalise/deadlines/parse.ts";
import { brief } from "./brief.ts";

const context = { workYear: { year: 2020, basis: "title" }, dateIssued: "2020-06-08" } as const;
const read = (cell: string): string => parseDeadline(cell, context).map(brief).join("; ");

describe("letters that look like digits are read with a warning", () => {
  test.each([
    ["1O月底前", "by ../2020-10-31"], ["1o月", "interval 2020-10-01/2020-10-31"], ["l2月底前", "by ../2020-12-31"], ["I2月31日前", "by ../2020-12-31"], ["ll月底前", "by ../2020-11-30"], ["lO月15日前", "by ../2020-10-15"],
    ["6月3O日前", "by ../2020-06-30"], ["7月l5日前", "by ../2020-07-15"], ["202l年6月底前", "by ../2021-06-30"], ["2O21年9月30日", "by ../2021-09-30"], ["2〇21年9月30日前", "by ../2021-09-30"], ["1〇月底前", "by ../2020-10-31"],
    ["6月30曰前", "by ../2020-06-30"], ["2020年6月30曰", "by ../2020-06-30"], ["六月三十曰前", "by ../2020-06-30"], ["１Ｏ月底前", "by ../2020-10-31"],
  ])("%s", (cell, wanted) => {
    const readings = parseDeadline(cell, context);
    expect(readings.map(brief).join("; ")).toBe(wanted);
    expect(readings.map(({ text }) => text)).toEqual([cell]);
    expect(readings[0]?.warnings).toContain("damaged-text-repaired");
  });

  test("in running text too", () => {
    expect(findDeadlines("各单位于9月3O日前完成整改。", context)).toMatchObject([{ due: "2020-09-30", text: "9月3O日前", warnings: ["damaged-text-repaired"] }]);
  });

  test.each(["二○二○年六月底前", "二O二O年六月底前", "二〇二〇年六月三十日前", "6月30日前", "10月底前", "〇八年底前"])("%s has none", (cell) => {
    for (const { warnings } of parseDeadline(cell, context)) expect(warnings).not.toContain("damaged-text-repaired");
  });

  test.each(["II月底前", "B月底前", "S月底前", "1Z月底前", "AO月底前", "几月底前", "两月底前", "x月底前"])("%s gives no date", (cell) => {
    expect(parseDeadline(cell, context)).toMatchObject([{ kind: "unrecognized", due: null, text: cell }]);
  });
});

describe("months, days, quarters and weeks that no calendar has", () => {
  const impossible = [
    "13月底前", "13月", "0月底前", "00月", "14月10日前", "2020年13月", "2020年15月10日前", "明年16月底前", "二十月底前", "十三月中旬", "6月31日前", "6月32日前", "2月30日前", "6月00日前", "2020年6月45日", "6月310日前",
    "第五季度", "五季度末前", "2021年0季度", "2021Q5", "Q0前", "第54周前", "第0周", "2020年第60周前", "99月底前", "200月", "1 6月底前",
  ];

  test.each(impossible)("%s is named, and nothing of it is read", (cell) => {
    expect(parseDeadline(cell, context)).toMatchObject([{ kind: "unrecognized", start: null, due: null, text: cell }]);
  });

  test("whatever the month, in a cell and in a sentence", () => {
    fc.assert(fc.property(fc.integer({ min: 13, max: 9999 }), fc.constantFrom("", "2020年", "2021年"), fc.constantFrom("底前", "前", "15日前", "上旬前", "底"), (month, year, tail) => {
      const words = `${year}${String(month)}月${tail}`;
      for (const { due } of [...parseDeadline(words, context), ...findDeadlines(`各单位于${words}完成整改。`, context)]) expect(due).toBeNull();
    }));
  });

  test("a last day in running text is said", () => {
    for (const words of ["2019年2月29日前", "13月底前", "6月32日前"]) expect(findDeadlines(`各单位于${words}完成整改。`, context)).toMatchObject([{ kind: "unrecognized", text: words, warnings: ["no-such-day"] }]);
  });

  test.each(["18月龄免疫", "适龄儿童满24月龄", "房号6月32号楼", "按365日计算", "《2019年2月29日前》"])("nothing in %s", (text) => {
    expect(findDeadlines(text, context)).toEqual([]);
  });
});

describe("list marks are no digits", () => {
  test.each([
    ["①6月底前；②9月底前", "by ../2020-06-30; by ../2020-09-30"], ["①6月底前②9月底前", "by ../2020-06-30; by ../2020-09-30"], ["❶6月底前\n❷9月底前", "by ../2020-06-30; by ../2020-09-30"], ["⑴6月底前⑵9月底前", "by ../2020-06-30; by ../2020-09-30"],
    ["⒈6月底前⒉9月底前", "by ../2020-06-30; by ../2020-09-30"], ["(1)6月底前；(2)9月底前", "by ../2020-06-30; by ../2020-09-30"], ["（1）2月底前（2）1月底前", "by ../2020-02-29; by ../2020-01-31"], ["1、6月底前；2、9月底前", "by ../2020-06-30; by ../2020-09-30"],
    ["1、6月底前\n2、9月底前\n3、12月底前", "by ../2020-06-30; by ../2020-09-30; by ../2020-12-31"], ["一、6月底前；二、9月底前", "by ../2020-06-30; by ../2020-09-30"], ["1.6月底前 2.9月底前", "by ../2020-06-30; by ../2020-09-30"], ["1．1月底前；2．12月底前", "by ../2020-01-31; by ../2020-12-31"],
    ["①6月；②9月", "interval 2020-06-01/2020-06-30; interval 2020-09-01/2020-09-30"], ["①2020年6月底前完成试点；②2021年6月底前推开", "by ../2020-06-30; by ../2021-06-30"],
  ])("%j", (cell, wanted) => {
    expect(read(cell)).toBe(wanted);
  });

  test.each([
    ["1、2、3月底前", "by ../2020-01-31; by ../2020-02-29; by ../2020-03-31"], ["3、6、9月底前", "by ../2020-03-31; by ../2020-06-30; by ../2020-09-30"], ["一、二季度", "interval 2020-01-01/2020-03-31; interval 2020-04-01/2020-06-30"], ["1.15前", "by ../2020-01-15"], ["1月、2月底前", "by ../2020-01-31; by ../2020-02-29"],
  ])("%j is a list of months", (cell, wanted) => {
    expect(read(cell)).toBe(wanted);
  });

  test("in running text", () => {
    expect(findDeadlines("①6月底前完成摸底；②9月底前完成整改。", context)).toMatchObject([{ due: "2020-06-30" }, { due: "2020-09-30" }]);
  });
});

describe("a year is kept in every print of a quarter, half-year or week", () => {
  test.each([
    ["2021Q4", "interval 2021-10-01/2021-12-31"], ["2021年Q4", "interval 2021-10-01/2021-12-31"], ["2021 Q4", "interval 2021-10-01/2021-12-31"], ["2021-Q4", "interval 2021-10-01/2021-12-31"], ["2021/q4", "interval 2021-10-01/2021-12-31"], ["21Q4", "interval 2021-10-01/2021-12-31"],
    ["Q4 2021", "interval 2021-10-01/2021-12-31"], ["4Q2021", "interval 2021-10-01/2021-12-31"], ["2021四季度", "interval 2021-10-01/2021-12-31"], ["2021第四季度", "interval 2021-10-01/2021-12-31"], ["2021Q4末前", "by ../2021-12-31"], ["2021Q1-Q3", "interval 2021-01-01/2021-09-30"],
    ["2021Q1至2022Q2", "interval 2021-01-01/2022-06-30"], ["Q4", "interval 2020-10-01/2020-12-31"], ["2021H1", "interval 2021-01-01/2021-06-30"], ["2021下半年", "interval 2021-07-01/2021-12-31"], ["2021底前", "by ../2021-12-31"], ["2021年末", "by ../2021-12-31"],
  ])("%s", (cell, wanted) => {
    expect(read(cell)).toBe(wanted);
  });
});

describe("a year in a bracket beside the time is its year", () => {
  test.each([
    ["9月底前（2021年）", "by ../2021-09-30"], ["6月底前(2021)", "by ../2021-06-30"], ["年底前（2021年度）", "by ../2021-12-31"], ["Q3（2021年）", "interval 2021-07-01/2021-09-30"], ["第三季度（2021）", "interval 2021-07-01/2021-09-30"], ["3月至6月（2021年）", "interval 2021-03-01/2021-06-30"],
    ["（2021年）9月底前", "by ../2021-09-30"], ["(2021)四季度", "interval 2021-10-01/2021-12-31"], ["2021年（四季度）", "interval 2021-10-01/2021-12-31"], ["2021（Q2）", "interval 2021-04-01/2021-06-30"], ["2021年（6月底前）", "by ../2021-06-30"],
    ["（2020年）9月底前；（2021年）9月底前", "by ../2020-09-30; by ../2021-09-30"], ["6月底前（2020年）、12月底前（2021年）", "by ../2020-06-30; by ../2021-12-31"],
  ])("%s", (cell, wanted) => {
    const readings = parseDeadline(cell, context);
    expect(readings.map(brief).join("; ")).toBe(wanted);
    for (const { yearFrom, range, text } of readings) expect([yearFrom, cell.slice(...range)]).toEqual(["text", text]);
  });

  test.each([
    ["9月底前（第2项）", "by ../2020-09-30"], ["9月底前（含9月）", "by ../2020-09-30"], ["2020年9月底前（2021年）", "by ../2020-09-30; interval 2021-01-01/2021-12-31"], ["2021年", "interval 2021-01-01/2021-12-31"], ["2021年（持续推进）", "interval 2021-01-01/2021-12-31; ongoing"],
  ])("other brackets are not, and a year that is printed with the time goes first: %s", (cell, wanted) => {
    expect(read(cell)).toBe(wanted);
  });

  test("in running text", () => {
    expect(findDeadlines("于9月底前（2021年）完成整改，10月底前（市级）验收。", context)).toMatchObject([{ due: "2021-09-30", text: "9月底前（2021年）" }, { text: "10月底前" }]);
  });
});

test.each([
  ["9 月 底前", "by ../2020-09-30"], ["2021 年 6 月", "interval 2021-06-01/2021-06-30"], ["2021 年 6 月底 前", "by ../2021-06-30"], ["6 月 30 日 前", "by ../2020-06-30"], ["2021　年　底　前", "by ../2021-12-31"], ["第 三 季 度", "interval 2020-07-01/2020-09-30"],
  ["1 2 月底前", "by ../2020-12-31"], ["12\u00a0月底前", "by ../2020-12-31"], ["6\u200b月底前", "by ../2020-06-30"], ["6月\n底前", "by ../2020-06-30"],
])("blanks inside %j part nothing", (cell, wanted) => {
  expect(read(cell)).toBe(wanted);
});

describe("years before a quarter or a half get their 年", () => {
  test.each([
    ["2021Q4前；𠮷林镇2022年3月底前", ["2021Q4前", "2022年3月底前"]], ["𠮷𠮷𠮷2021-Q4前、2022/H1前", ["2021-Q4前", "2022/H1前"]], ["2O21Q2前，2022Q3前", ["2O21Q2前", "2022Q3前"]],
  ])("%s keeps the words behind it, whatever characters stand around", (cell, printed) => {
    const readings = parseDeadline(cell, context);
    expect(readings.map(({ text }) => text)).toEqual(printed);
    for (const { text, range } of readings) expect(cell.slice(...range)).toBe(text);
  });

  test("a cell of many is read entry by entry", () => {
    const cell = Array.from({ length: 300 }, (_, i) => `${2021 + (i % 70)}Q${1 + (i % 4)}`).join("；");
    expect(parseDeadline(cell, context).map(({ text }) => text)).toEqual(cell.split("；"));
  });
});
