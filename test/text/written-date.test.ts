import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readOnlyDate, readWrittenDate } from "../../src/text/written-date.ts";

describe("whole dates in every form", () => {
  test.each([
    ["2020年6月8日", "2020-06-08"],
    ["２０２０年０６月０８日", "2020-06-08"],
    ["2022- 04- 27", "2022-04-27"],
    ["2019/11/12 14:38:04", "2019-11-12"],
    ["2020.9.29", "2020-09-29"],
    ["二○○六年四月二十八日", "2006-04-28"],
    ["二〇一二年九月六日", "2012-09-06"],
    ["二〇一〇年元月十日", "2010-01-10"],
    ["20060824", "2006-08-24"],
    ["印发日期：2020 年 6 月 8 日", "2020-06-08"],
    ["2020年6月8号", "2020-06-08"],
  ])("%s", (text, iso) => {
    expect(readWrittenDate(text)?.iso).toBe(iso);
  });

  test.each(["2020年2月30日", "6月8日", "2020年6月", "000014349/2018-00214", "12345678", "003091/202004-00012"])("%s is none", (text) => {
    expect(readWrittenDate(text)).toBeNull();
  });

  test("the leftmost date and its place", () => {
    const text = "发布时间：2020-10-10 16:52，成文于2020年9月29日";
    const found = readWrittenDate(text);
    expect(found?.iso).toBe("2020-10-10");
    expect(text.slice(...(found?.range ?? [0, 0]))).toBe("2020-10-10");
  });

  test("every day of the calendar in three forms", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date("1950-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }), (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split("-").map(Number);
        for (const text of [iso, `${year}年${month}月${day}日`, `${year}/${month}/${day}`]) expect(readWrittenDate(text)?.iso).toBe(iso);
      }),
    );
  });
});

describe("a date and nothing else", () => {
  test.each([
    ["（2020年6月8日）", "2020-06-08"],
    ["2020-10-10 16:52", "2020-10-10"],
    ["　二〇二〇年六月八日　", "2020-06-08"],
  ])("%s", (text, iso) => {
    expect(readOnlyDate(text)).toBe(iso);
  });

  test.each(["2020年6月8日前", "自2020年6月8日起施行", "2020年6月10日至年底"])("%s is more", (text) => {
    expect(readOnlyDate(text)).toBeNull();
  });
});
