import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseDeadline } from "../../../src/normalise/deadlines/parse.ts";
import type { DeadlineContext } from "../../../src/normalise/deadlines/reading.ts";
import { surelySuperlinear } from "../../hostile/growth.ts";
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
    ["每周一次", ["每周"], "recurring FREQ=WEEKLY"],
    ["每年3、6、9、12月", ["每年3、6、9、12月"], "recurring FREQ=YEARLY;BYMONTH=3,6,9,12"],
    ["自2020年起每年", ["自2020年起每年"], "recurring FREQ=YEARLY"],
    ["2020—2022年每年年底前", ["2020—2022年每年年底前"], "recurring FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1;UNTIL=20221231"],
    ["7月中旬（或8月上旬）", ["7月中旬（或8月上旬）"], "interval 2020-07-11/2020-07-20 or 2020-08-10"],
    ["待上级文件印发后1个月内", ["1个月内"], "relative P1M calendar"],
    ["根据国家、省统一部署", ["根据国家、省统一部署"], "ongoing"],
    ["国庆期间", ["国庆期间"], "event"],
    ["2021年春节后", ["2021年春节后"], "event"],
    ["本通知印发之日起5个工作日内", ["5个工作日内"], "relative ../2020-06-15 P5D business"],
    ["3个月", ["3个月"], "relative ../2020-09-08 P3M calendar"],
    ["一季一评估、半年一通报", ["一季一评估", "半年一通报"], "recurring FREQ=MONTHLY;INTERVAL=3; recurring FREQ=MONTHLY;INTERVAL=6"],
    ["完成时限均为2023年12月底前", ["2023年12月底前"], "by ../2023-12-31"],
    ["表1 2021年底前完成事项", ["2021年底前"], "by ../2021-12-31"],
    ["2008.03-2009", ["2008.03-2009"], "interval 2008-03-01/2009-12-31"],
    ["2014年11月到下个月9号", ["2014年11月到下个月9号"], "interval 2014-11-01/2020-07-09"],
    ["2020年底前完成整改並長期堅持", ["2020年底前", "並長期堅持"], "by ../2020-12-31; ongoing"],
    ["10日前", ["10日前"], "by or 2020-06-10 or 2020-07-10"],
    ["农历八月十五", ["农历八月十五"], "by ../2020-10-01"],
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
    ["2024年梅雨季", "partly-read"],
    ["五一前", "due-before-issue"],
    ["八月十五前", "ambiguous"],
    ["20天后", "assumed-anchor"],
    ["三年前", "past"],
    ["08年", "two-digit-year"],
    ["2019年2月29日", "no-such-day"],
    ["1/2/2020", "ambiguous"],
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

describe("working days from the day of issue, by the holiday calendar", () => {
  test.each([
    ["本方案印发之日起10个工作日内", "2020-06-08", "2020-06-22"],
    ["自印发之日起20个工作日内", "2020-06-08", "2020-07-07"],
    ["印发之日起3个工作日内", "2020-09-28", "2020-10-09"],
  ])("%s from %s", (words, issued, due) => {
    expect(parseDeadline(words, { issued })[0]).toMatchObject({ kind: "relative", due, anchor: { dayKind: "business", date: issued }, basis: ["BUSINESS_DAYS"] });
  });

  test("beyond the years that the calendar covers no day is claimed, with a warning", () => {
    expect(parseDeadline("印发之日起20个工作日内", { issued: "2026-12-20" })[0]).toMatchObject({ due: null, warnings: ["holiday-calendar-unpublished"] });
    expect(parseDeadline("印发之日起20个工作日内", { issued: "2003-05-20" })[0]).toMatchObject({ due: null, warnings: ["holiday-calendar-unpublished"] });
  });

  test("without the event none is claimed", () => {
    expect(parseDeadline("20个工作日内", context)[0]).toMatchObject({ due: null, anchor: { event: null, date: null } });
  });
});

describe("holidays take the year of the notice, those at its turn the next", () => {
  test.each([["国庆节前", "2020-09-30"], ["中秋节前", "2020-09-30"], ["春节前", "2021-02-11"], ["元旦前", "2020-12-31"], ["清明节前", "2020-04-03"], ["五一前", "2020-04-30"]])("%s", (words, due) => {
    expect(parseDeadline(words, context)[0]?.due).toBe(due);
  });
});

describe("what repeats takes time by its length", () => {
  test.each(["《\t", "每月", "9月、", "2020年中《共。。。。。。。。。。", "每年春节", "上"])("%j", async (piece) => {
    expect(await surelySuperlinear((length) => piece.repeat(length / piece.length), (text) => parseDeadline(text, context))).toBeNull();
  });

  test("and a doubt about one entry is said once", () => {
    expect(parseDeadline("每月每月每月每月", context).map(({ warnings }) => warnings)).toEqual([["partly-read"]]);
  });
});

describe("numbered entries", () => {
  test.each([
    ["1.长期坚持2.2021年6月底前", [["1", null], ["2", "2021-06-30"]]],
    ["1.长期坚持\n2.2021年6月底前", [["1", null], ["2", "2021-06-30"]]],
    ["①6月底前；②9月底前", [["①", "2020-06-30"], ["②", "2020-09-30"]]],
    ["（1）6月底前；（2）12月底前", [["（1）", "2020-06-30"], ["（2）", "2020-12-31"]]],
    ["第1项6月底前，第2项9月底前", [["第1项", "2020-06-30"], ["第2项", "2020-09-30"]]],
    ["措施1：6月底前；措施2：年底前", [["措施1", "2020-06-30"], ["措施2", "2020-12-31"]]],
    ["1-2：6月底前；3：年底前", [["1-2", "2020-06-30"], ["3", "2020-12-31"]]],
    ["6月底前（第1项）；9月底前（第2项）", [["第1项", "2020-06-30"], ["第2项", "2020-09-30"]]],
    ["1.已完成；2.2021年6月底前", [["2", "2021-06-30"]]],
  ])("%s", (cell, entries) => {
    expect(parseDeadline(cell, { workYear: { year: 2020, basis: "title" }, dateIssued: "2020-02-08" }).map(({ appliesTo, due }) => [appliesTo, due])).toEqual(entries);
  });

  test.each([["2.5公里6月底前"], ["6月底前"]])("none in %s", (cell) => {
    expect(parseDeadline(cell, {}).every(({ appliesTo }) => appliesTo === null)).toBe(true);
  });
});

test.each(["已完成", "已办结", "现已全部整改到位", "已完成。", "均已销号"])("%s is a state and no time", (cell) => {
  expect(parseDeadline(cell, {})).toEqual([]);
});
