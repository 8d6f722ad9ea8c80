import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseDeadline } from "../../../src/normalise/deadlines/parse.ts";
import type { DeadlineContext } from "../../../src/normalise/deadlines/reading.ts";
import { brief } from "./brief.ts";

const context: DeadlineContext = { workYear: { year: 2020, basis: "title" }, dateIssued: "2020-06-08" };

/** What the sixty phrases of the study expect, in the words of `brief`. */
const expected: readonly [pattern: RegExp, brief: (match: RegExpExecArray) => string][] = [
  [/^deadline\+continuous due (\S+)/, ([, due]) => `by ../${due ?? ""}; ongoing`],
  [/^(?:deadline|approximate) due (\S+)/, ([, due]) => `by ../${due ?? ""}`],
  [/^interval (\S+)/, ([, range]) => `interval ${range ?? ""}`],
  [/^recurring RRULE:(\S+)/, ([, rule]) => `recurring ${rule ?? ""}`],
  [/^relative due (\S+) after issue \((\S+)\)/, ([, duration, due]) => `relative ../${due ?? ""} ${duration ?? ""} calendar`],
  [/^relative (P\d+) business/, ([, duration]) => `relative ${duration ?? ""}D business`],
  [/^continuous/, () => "ongoing"],
  [/^immediate/, () => "immediate"],
  [/^event/, () => "event"],
];

const phrases = readFileSync(new URL("fixtures/phrases60.tsv", import.meta.url), "utf8").trim().split("\n").slice(1).map((line) => line.split("\t"));

test("there are sixty phrases", () => {
  expect(phrases).toHaveLength(60);
});

test.each(phrases)("phrase %s (%s): %s", (_id, _group, phrase = "", _year, reading = "") => {
  const row = expected.find(([pattern]) => pattern.test(reading));
  const match = row?.[0].exec(reading);
  expect(match).toBeTruthy();
  const wanted = match === null || match === undefined ? "" : row?.[1](match);
  const readings = parseDeadline(phrase, context).map((entry) => brief({ ...entry, alternatives: [] }));
  expect(readings.join("; ")).toBe(wanted);
});

describe("a whole cell", () => {
  test.each([
    ["9月底前 持续推进", ["9月底前", "持续推进"], "by ../2020-09-30; ongoing"],
    ["9月底前\n持续推进", ["9月底前", "持续推进"], "by ../2020-09-30; ongoing"],
    ["年内持续推进", ["年内持续推进"], "by ../2020-12-31"],
    ["完成时限：年底前", ["年底前"], "by ../2020-12-31"],
    ["2020 年 6 月\n30 日 前", ["2020 年 6 月\n30 日 前"], "by ../2020-06-30"],
    ["２０２０年６月底前", ["２０２０年６月底前"], "by ../2020-06-30"],
    ["8月底前完成试点验收，9月底前报送", ["8月底前", "9月底前"], "by ../2020-08-31; by ../2020-09-30"],
    ["按市里安排另行通知", ["按市里安排另行通知"], "unrecognized"],
    ["9月底前完成；视情而定", ["9月底前", "视情而定"], "by ../2020-09-30; unrecognized"],
    ["2021年2月底前、3月底前", ["2021年2月底前", "3月底前"], "by ../2021-02-28; by ../2021-03-31"],
    ["一、二季度", ["一", "二季度"], "interval 2020-01-01/2020-03-31; interval 2020-04-01/2020-06-30"],
    ["9月10号，11号", ["9月10号", "11号"], "by ../2020-09-10; by ../2020-09-11"],
    ["2020.6-2020.12", ["2020.6-2020.12"], "interval 2020-06-01/2020-12-31"],
    ["2020", ["2020"], "interval 2020-01-01/2020-12-31"],
    ["5.31", ["5.31"], "by ../2020-05-31"],
    ["农历八月十五", ["农历八月十五"], "unrecognized"],
    ["6月31日前", ["6月31日前"], "unrecognized"],
    ["", [], ""],
    ["——", [], ""],
    ["无", [], ""],
  ])("%j", (cell, texts, readings) => {
    const entries = parseDeadline(cell, context);
    expect(entries.map(({ text }) => text)).toEqual(texts);
    expect(entries.map(brief).join("; ")).toBe(readings);
  });

  test("年内持续推进 runs all the time", () => {
    expect(parseDeadline("年内持续推进", context)[0]).toMatchObject({ kind: "by", ongoing: true, basis: ["YEAR_END_INCLUSIVE", "ONGOING"] });
  });
});

describe("the year that is not printed", () => {
  test.each([
    [{ workYear: { year: 2020, basis: "title" }, dateIssued: null }, "2020-09-30", "title"],
    [{ workYear: { year: 2021, basis: "documentNumber" }, dateIssued: "2021-03-01" }, "2021-09-30", "documentNumber"],
    [{ workYear: { year: 2021, basis: "datePublished" }, dateIssued: null }, "2021-09-30", "dateIssued"],
    [{ workYear: { year: 2019, basis: "option" }, dateIssued: null }, "2019-09-30", "option"],
    [{ workYear: null, dateIssued: "2022-01-05" }, "2022-09-30", "dateIssued"],
    [{ workYear: null, dateIssued: null }, null, "none"],
  ] satisfies [DeadlineContext, string | null, string][])("%j", (where, due, yearFrom) => {
    expect(parseDeadline("9月底前", where)[0]).toMatchObject({ kind: "by", due, yearFrom });
  });

  test("nothing settles it: a warning, no date", () => {
    expect(parseDeadline("9月底前", { workYear: null, dateIssued: null })[0]?.warnings).toEqual(["no-year"]);
  });

  test("a printed year is from the text", () => {
    expect(parseDeadline("2021年9月底前", context)[0]).toMatchObject({ due: "2021-09-30", yearFrom: "text" });
  });

  test("a day before the issue keeps its year, with a warning", () => {
    expect(parseDeadline("3月底前", context)[0]).toMatchObject({ due: "2020-03-31", warnings: ["due-before-issue"] });
  });
});

describe("doubts", () => {
  test.each([
    ["力争2020年底前", "hedged"],
    ["原则上于6月底前", "hedged"],
    ["三年内", "assumed-anchor"],
    ["5日内", "short-period"],
    ["9月前", "ambiguous"],
    ["2021131日前", "damaged-text-repaired"],
    ["到2022年或更长时间", "open-ended"],
    ["2024年冬至", "partly-read"],
    ["每年春节", "partly-read"],
  ])("%s: %s", (cell, warning) => {
    expect(parseDeadline(cell, context)[0]?.warnings).toContain(warning);
  });

  test("damaged digits with two readings give none", () => {
    expect(parseDeadline("2020125日前", context)[0]).toMatchObject({
      due: null, warnings: ["damaged-text-repaired", "ambiguous"], alternatives: [{ due: "2020-01-25" }, { due: "2020-12-05" }],
    });
  });

  test("a period that ends on a Saturday can end on the Monday after", () => {
    const [reading] = parseDeadline("三年内", { workYear: null, dateIssued: "2019-01-22" });
    expect(reading).toMatchObject({ due: "2022-01-22", alternatives: [{ due: "2022-01-24", reason: "holiday-roll" }] });
  });

  test("a start is not a finish", () => {
    expect(parseDeadline("5月底前开工，12月底前完工", context).map(({ bound }) => bound)).toEqual(["start", "finish"]);
  });
});
