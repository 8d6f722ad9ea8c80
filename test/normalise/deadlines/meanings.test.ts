/** What a time is for: a beginning, an event, a recurrence, a period that is reported on. */
import { describe, expect, test } from "vitest";
import { findDeadlines } from "../../../src/normalise/deadlines/find.ts";
import { parseDeadline } from "../../../src/normalise/deadlines/parse.ts";
import { brief } from "./brief.ts";

const context = { workYear: { year: 2020, basis: "title" }, dateIssued: "2020-06-08" } as const;
const read = (cell: string): string => parseDeadline(cell, context).map(brief).join("; ");

describe("after is no limit", () => {
  const after = ["国庆节后", "国庆后", "国庆节之后", "春节过后", "2021年春节后", "春节假期结束后", "五一节后", "元宵节以后", "中秋国庆后", "汛期结束后", "汛期过后", "主汛期后", "两会后", "秋季开学后", "采暖季结束后"];

  test.each(after)("%s, in a cell and in a sentence", (words) => {
    expect(parseDeadline(words, context)).toMatchObject([{ kind: "event", start: null, due: null, text: words, anchor: { relation: "after" } }]);
    for (const text of [`各县区要在${words}完成整改。`, `力争于${words}启动建设。`, `${words}全面推进。`]) {
      for (const { kind, due } of findDeadlines(text, context)) expect({ kind, due }).toEqual({ kind: "event", due: null });
    }
    expect(findDeadlines(`各县区要在${words}完成整改。`, context)).toMatchObject([{ text: words, anchor: { relation: "after" } }]);
  });

  test.each(["验收后", "项目竣工验收合格后", "9月后", "6月底以后", "2020年9月30日后", "第三季度后", "年底后", "2021年后"])("%s", (words) => {
    for (const { due } of parseDeadline(words, context)) expect(due).toBeNull();
    for (const text of [`各县区要在${words}完成整改。`, `计划于${words}启动。`, `拟${words}开展评估。`]) for (const { due } of findDeadlines(text, context)) expect(due).toBeNull();
  });

  test.each([["国庆节后至年底", "interval ../2020-12-31"], ["春节后到2021年6月底前", "interval ../2021-06-30"], ["汛期结束后—11月底", "interval ../2020-11-30"], ["国庆节后一周内", "relative P1W"], ["春节后10个工作日内", "relative P10D business"], ["五一节后一周内", "relative P1W"], ["五一后5日内", "relative P5D"], ["中秋国庆后一周内", "relative P1W"], ["端午节后三天内", "relative P3D"], ["6月30日后10日内", "relative P10D"]])("%s has an open start", (words, wanted) => {
    expect(read(words).replace(" calendar", "")).toBe(wanted);
    expect(parseDeadline(words, context)[0]?.anchor).toMatchObject({ relation: "after", date: null });
    expect(findDeadlines(`各县区要在${words}完成整改。`, context).map(({ text }) => text).join("")).toBe(parseDeadline(words, context)[0]?.text);
  });

  test.each(["2020年6月底前\n方案印发后1个月内", "6月底前印发后10日内", "6月底前，方案印发后10日内", "6月30日前\n通知下发后5个工作日内", "2020年6月底前；印发后1个月内"])("%j are two times, and the first binds", (words) => {
    expect(parseDeadline(words, context).map(({ kind, due }) => [kind, due])).toEqual([["by", "2020-06-30"], ["relative", null]]);
  });

  test.each([["国庆节前", "by ../2020-09-30"], ["6月底前后勤保障到位", "by ../2020-06-30"], ["年底前后续工作全部完成", "by ../2020-12-31"], ["6月底前后评估完成", "by ../2020-06-30"]])("%s is one", (words, wanted) => {
    expect(read(words)).toBe(wanted);
  });
});

describe("periods named from that of issue", () => {
  test.each([
    ["下一季度末", "by ../2020-09-30"], ["下一个季度", "interval 2020-07-01/2020-09-30"], ["次季度", "interval 2020-07-01/2020-09-30"], ["下一季度", "interval 2020-07-01/2020-09-30"], ["一季度", "interval 2020-01-01/2020-03-31"], ["第一季度末", "by ../2020-03-31"],
    ["前三季度", "interval 2020-01-01/2020-09-30"], ["下季度末", "by ../2020-09-30"], ["本季度末", "by ../2020-06-30"], ["二季度末", "by ../2020-06-30"],
  ])("%s is no first quarter", (words, wanted) => {
    expect(read(words)).toBe(wanted);
  });

  test.each(["上一季度末", "上一季度", "上一个季度", "前一季度", "前一个季度", "上季度末"])("%s is past", (words) => {
    expect(parseDeadline(words, context)).toMatchObject([{ due: "2020-03-31", warnings: expect.arrayContaining(["past"]) as string[] }]);
    expect(findDeadlines(`各县区要在${words}完成整改。`, context).filter(({ due }) => due !== null && due > "2020-03-31")).toEqual([]);
  });
});

describe("days and months written digit by digit", () => {
  test.each([
    ["九月三〇日前", "2020-09-30"], ["九月三O日前", "2020-09-30"], ["九月三o日前", "2020-09-30"], ["九月三0日前", "2020-09-30"], ["六月三O曰前", "2020-06-30"], ["十月二〇日前", "2020-10-20"], ["一〇月底前", "2020-10-31"], ["一O月底前", "2020-10-31"],
    ["九月二五日前", "2020-09-25"], ["九月一八日前", "2020-09-18"], ["十月三一日前", "2020-10-31"], ["二〇二〇年九月三〇日前", "2020-09-30"],
  ])("%s", (words, due) => {
    expect(parseDeadline(words, context)).toMatchObject([{ kind: "by", due }]);
    expect(findDeadlines(`各县区要在${words}完成整改。`, context)).toMatchObject([{ kind: "by", due }]);
  });

  test.each(["九月一二日前", "九月二三日前", "九月四〇日前"])("%s is none: it may be two days, or is no day", (words) => {
    for (const { due } of parseDeadline(words, context)) expect(due).toBeNull();
  });
});

describe("around keeps both sides", () => {
  test.each(["汛期前后", "主汛期前后", "两节前后", "双节前后", "开学前后", "秋季开学前后", "两会前后", "换届前后", "采暖季前后", "入冬前后", "元旦春节前后", "中秋、国庆前后"])("%s", (words) => {
    for (const readings of [parseDeadline(words, context), findDeadlines(`各县区要在${words}完成整改。`, context)]) {
      expect(readings).toMatchObject([{ kind: "event", due: null, text: words, warnings: ["approximate"], basis: ["AROUND_EVENT"] }]);
    }
  });

  test.each(["竣工前后", "项目验收前后", "汛期左右"])("%s in a cell", (words) => {
    expect(parseDeadline(words, context)).toMatchObject([{ kind: "event", due: null, text: words, warnings: ["approximate"] }]);
  });

  test.each([["春节前后", "2021-02-12"], ["国庆节前后", "2020-10-01"], ["2021年2月10日前后", "2021-02-10"], ["年底前后", "2020-12-31"], ["五一左右", "2020-05-01"]])("%s is a day, about", (words, due) => {
    expect(parseDeadline(words, context)).toMatchObject([{ kind: "by", due, mod: "APPROX", text: words }]);
  });
});

describe("times a period", () => {
  test.each([
    ["每月巡查1次", "FREQ=MONTHLY"], ["每季度走访不少于3次", "FREQ=MONTHLY;INTERVAL=3"], ["每周至少一次", "FREQ=WEEKLY"], ["每月不少于2次", "FREQ=MONTHLY"], ["每年2次", "FREQ=YEARLY"], ["每半年至少1次", "FREQ=MONTHLY;INTERVAL=6"], ["每月1-2次", "FREQ=MONTHLY"],
    ["每日2次", "FREQ=DAILY"], ["每两周1次", "FREQ=WEEKLY;INTERVAL=2"], ["月巡查1次", "FREQ=MONTHLY"], ["季度1次", "FREQ=MONTHLY;INTERVAL=3"], ["半年1次", "FREQ=MONTHLY;INTERVAL=6"], ["一年2次", "FREQ=YEARLY"], ["每月召开1次", "FREQ=MONTHLY"],
  ])("%s", (words, rrule) => {
    expect(parseDeadline(words, context)).toMatchObject([{ kind: "recurring", rrule, due: null, warnings: [] }]);
  });

  test.each(["河长每月巡查1次以上", "班子成员每季度走访不少于3次", "每周至少一次调度", "每年演练2次"])("in running text: %s", (text) => {
    expect(findDeadlines(text, context)).toMatchObject([{ kind: "recurring", due: null }]);
  });
});

describe("every day, every working day", () => {
  test.each([
    ["每个工作日下午5点前", null], ["每工作日17时前", null], ["每个工作日", null], ["每天下午5点前", "FREQ=DAILY"], ["每日17:00前", "FREQ=DAILY"], ["每天上午10点前", "FREQ=DAILY"], ["每日", "FREQ=DAILY"], ["每日零时前", "FREQ=DAILY"],
    ["每周一至周五", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"], ["每周五下班前", "FREQ=WEEKLY;BYDAY=FR"],
  ])("%s", (words, rrule) => {
    expect(parseDeadline(words, context)).toMatchObject([{ kind: "recurring", rrule, text: words }]);
  });

  test("in running text only where something is handed in", () => {
    expect(findDeadlines("每个工作日下午5点前报送日报", context)).toMatchObject([{ kind: "recurring", duration: "P1D" }]);
    expect(findDeadlines("每个工作日上午9点至12点办公", context)).toEqual([]);
  });
});

describe("a week of the year is the week of ISO 8601", () => {
  test.each([
    ["第25周", "interval 2020-06-15/2020-06-21 or 2020-06-28"], ["第25周前", "by ../2020-06-14 or 2020-06-21"], ["第二十五周", "interval 2020-06-15/2020-06-21 or 2020-06-28"], ["第25周内", "by ../2020-06-21 or 2020-06-28"], ["2021年第1周", "interval 2021-01-04/2021-01-10"], ["2021年第30周前", "by ../2021-07-25 or 2021-08-01"],
    ["第25周周五前", "by ../2020-06-19 or 2020-06-26"], ["第25周末", "by ../2020-06-21 or 2020-06-28"], ["W25", "interval 2020-06-15/2020-06-21 or 2020-06-28"], ["2020-W25", "interval 2020-06-15/2020-06-21 or 2020-06-28"], ["第53周", "interval 2020-12-28/2021-01-03 or 2021-01-10"],
  ])("%s", (words, wanted) => {
    expect(read(words)).toBe(wanted);
  });

  test.each([
    ["第25周前完成摸底", "第25周前", "2020-06-14"], ["第40周完成招标", "第40周", "2020-10-04"], ["于第二十五周前报送", "第二十五周前", "2020-06-14"], ["2021年第30周前完成", "2021年第30周前", "2021-07-25"],
    ["2020Q4前完成验收", "2020Q4前", "2020-09-30"], ["确保2020年Q3完成过半", "2020年Q3", "2020-09-30"], ["Q4前完成验收", "Q4前", "2020-09-30"], ["２０２０ Ｑ４前完成", "２０２０ Ｑ４前", "2020-09-30"], ["2020Q3完成", "2020Q3", "2020-09-30"],
    ["Q3至Q4完成", "Q3至Q4", "2020-12-31"], ["2021.Q4前完成", "2021.Q4前", "2021-09-30"], ["2021-Q4前完成", "2021-Q4前", "2021-09-30"], ["21年Q4前完成", "21年Q4前", "2021-09-30"], ["21年第30周前完成", "21年第30周前", "2021-07-25"], ["明年Q2前完成", "明年Q2前", "2021-03-31"],
  ])("and the letter of a quarter in running text: %s", (text, words, due) => {
    expect(findDeadlines(text, context)).toMatchObject([{ text: words, due }]);
  });

  test.each(["孕第12周前完成建档", "连续第25周完成", "第一周完成部署", "开学第10周前完成", "每第25周", "第60周前完成", "编号A2020Q4前缀", "Q1完成整改的要求是什么", "型号EQ4前置", "红星Q4前完成", "2020Q45前完成"])("but nothing in %s", (text) => {
    expect(findDeadlines(text, context)).toEqual([]);
  });

  test("never weeks ago", () => {
    for (let week = 1; week < 54; week++) expect(parseDeadline(`第${String(week)}周前`, context)).toMatchObject([{ kind: "by" }]);
    expect(parseDeadline("2021年第53周前", context)).toMatchObject([{ kind: "unrecognized", due: null }]);
  });
});

describe("a period that is reported on is no deadline", () => {
  test.each([
    ["每季度首月10日前报送上季度进展情况", "recurring FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=10"], ["每月5日前报送上月情况", "recurring FREQ=MONTHLY;BYMONTHDAY=5"], ["每年1月底前报送上年度总结", "recurring FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=-1"],
    ["每年1月31日前公布上一年度报告", "recurring FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31"], ["7月10日前报送上半年总结", "by ../2020-07-10"], ["12月底前完成2019年结转项目", "by ../2020-12-31"], ["次月5日前上报上月数据", "by ../2020-07-05"], ["9月底前兑现2019年度补贴资金", "by ../2020-09-30"],
    ["10月15日前提交三季度报表", "by ../2020-10-15"], ["每月10日前汇总上月台账", "recurring FREQ=MONTHLY;BYMONTHDAY=10"],
    ["每年1月底前报上年度总结", "recurring FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=-1"], ["次月10日前报上月报表", "by ../2020-07-10"], ["每月10日前缴纳上月社保费", "recurring FREQ=MONTHLY;BYMONTHDAY=10"], ["次月5日前公示上月账目", "by ../2020-07-05"],
    ["7月10日前交二季度报表", "by ../2020-07-10"], ["6月底前完成上年度审计整改", "by ../2020-06-30"], ["9月底前化解去年遗留问题", "by ../2020-09-30"], ["每季度首月5日前晒上季度成绩单", "recurring FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=5"],
  ])("%s", (words, wanted) => {
    expect(read(words)).toBe(wanted);
  });

  test.each(["8月底前完成试点，9月份全面推开", "6月底前启动，第三季度完成"])("%s has two", (words) => {
    expect(parseDeadline(words, context)).toHaveLength(2);
  });

  test.each(["上季度", "上月", "上个月", "上月底前", "去年", "去年底前", "上年度", "上一年度", "前年", "近三年", "上周"])("%s is past", (words) => {
    expect(parseDeadline(words, context)[0]?.warnings).toContain("past");
  });
});
