import { describe, expect, test } from "vitest";
import { singleYear, termYear, yearRange } from "../../src/normalise/title-years.ts";

describe("a range of years in a title is no year of the work", () => {
  test.each([
    "示例市数字政府建设行动计划（2018—2020年）", "2018-2020年重点任务分工", "2018年至2020年工作方案", "2018～2020年实施方案", "二〇一八—二〇二〇年规划", "2018年—2020年任务分解", "２０１８—２０２０年方案", "2018--2020年方案", "2018 - 2020 年方案", "2018到2020年方案", "2018―2020年方案", "2018–2020年方案", "2018‑2020年方案", "2018−2020年方案",
  ])("%s", (title) => {
    expect(yearRange(title)).toMatchObject({ first: 2018, last: 2020 });
    expect(singleYear(title)).toBeNull();
  });

  test.each([
    ["2024—2025学年第一学期教务处工作安排", 2024], ["2024-2025学年度第2学期工作计划", 2025], ["2024—2025学年秋季学期任务分工", 2024], ["2024—2025学年春学期任务分工", 2025], ["2024—2025学年工作要点", null], ["2024—2025年工作要点", null],
  ])("the year of a school term: %s: %s", (title, year) => {
    expect(termYear(title)).toBe(year);
    expect(singleYear(title)).toBe(year);
  });

  test.each([["2020年重点工作任务分解表", 2020], ["二〇二〇年工作要点", 2020], ["关于印发2021年度任务的通知", 2021], ["2020年、2021年任务", null], ["工作方案", null]])("%s: %s", (title, year) => {
    expect(yearRange(title)).toBeNull();
    expect(singleYear(title)).toBe(year);
  });
});
