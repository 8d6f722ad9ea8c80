import chineseDays from "chinese-days";
import { describe, expect, test } from "vitest";
import { holidayIn, isLunar, nextHoliday } from "../../../../src/rules/deadlines/calendar/holiday.ts";
import { lunarDay, lunarMonth, termDay } from "../../../../src/rules/deadlines/calendar/lunar.ts";
import { holidayNames } from "../../../../src/rules/deadlines/occasion-names.ts";
import { lunarEpoch, lunarYears, solarTerms, termDays, termsFrom } from "../../../../src/rules/deadlines/lunar-years.ts";
import { addDays } from "../../../../src/text/calendar.ts";

const years = lunarYears.map((_, index) => lunarEpoch.year + index);

describe("the lunar table", () => {
  test("holds two centuries", () => {
    expect([years[0], years.at(-1)]).toEqual([1900, 2100]);
  });

  test("every month begins on the day of an independent lunar calendar, leap months too", () => {
    for (const year of years) {
      for (let month = 1; month <= 12; month++) {
        const { date, leapMonthDate } = chineseDays.getSolarDateFromLunar(`${String(year)}-${String(month).padStart(2, "0")}-01`);
        expect(lunarDay(year, month, 1)).toBe(date);
        expect(lunarDay(year, month, 1, true)).toBe(leapMonthDate ?? null);
      }
    }
  });

  test("a year ends the day before the next begins", () => {
    for (const year of years.slice(0, -1)) expect(lunarDay(year, 12, 30)).toBe(addDays(lunarDay(year + 1, 1, 1) ?? "", -1));
  });

  test("no such year, month or day", () => {
    expect([lunarMonth(1899, 1), lunarMonth(2101, 1), lunarMonth(2020, 5, true), lunarDay(2020, 1, 30)]).toEqual([null, null, null, null]);
  });
});

/** Longitude of the sun in degrees (Meeus, Astronomical Algorithms, ch. 25, low accuracy) at the start of a day in China. */
function sunAt(iso: string): number {
  const centuries = (Date.parse(`${iso}T00:00:00+08:00`) / 86_400_000 + 2_440_587.5 + 70 / 86_400 - 2_451_545) / 36_525;
  const anomaly = ((357.52911 + 35_999.05029 * centuries) * Math.PI) / 180;
  const centre = (1.914602 - 0.004817 * centuries) * Math.sin(anomaly) + 0.019993 * Math.sin(2 * anomaly) + 0.000289 * Math.sin(3 * anomaly);
  const node = ((125.04 - 1934.136 * centuries) * Math.PI) / 180;
  return 280.46646 + 36_000.76983 * centuries + centre - 0.00569 - 0.00478 * Math.sin(node);
}

describe("the solar terms", () => {
  const all = termDays.flatMap((_, index) => Object.entries(solarTerms).map(([name, term]) => ({ year: termsFrom + index, name, place: term.index })));

  test("24 in each of 51 years", () => {
    expect(all).toHaveLength(24 * 51);
  });

  test("each on the day on which the sun reaches its place (a quarter of an hour is left to the formula)", () => {
    for (const { year, name, place } of all) {
      const day = termDay(name, year) ?? "";
      const past = (iso: string) => ((sunAt(iso) - 285 - 15 * place + 180 + 3600 * 360) % 360) - 180;
      expect(past(day), `${name} ${day}`).toBeLessThan(0.01);
      expect(past(addDays(day, 1)), `${name} ${day}`).toBeGreaterThan(-0.01);
    }
  });
});

describe("holidays", () => {
  test.each([
    ["春节", 2020, "2020-01-25"], ["除夕", 2021, "2021-02-11"], ["元宵节", 2021, "2021-02-26"], ["端午", 2020, "2020-06-25"], ["中秋节", 2020, "2020-10-01"],
    ["国庆", 2020, "2020-10-01"], ["清明", 2023, "2023-04-05"], ["冬至", 2021, "2021-12-21"], ["重阳节", 2020, "2020-10-25"],
  ])("%s %i", (name, year, day) => {
    expect(holidayIn(name, year)).toBe(day);
  });

  test("the next one after a day", () => {
    expect(nextHoliday("春节", "2020-06-08")).toBe("2021-02-12");
    expect(nextHoliday("国庆节", "2020-10-01")).toBe("2021-10-01");
    expect(nextHoliday("春节", "2100-06-08")).toBeNull();
  });

  test("every named day is read in 2020, those of the lunar calendar by it", () => {
    for (const name of holidayNames.keys()) expect(holidayIn(name, 2020)).toMatch(/^20/);
    expect([...holidayNames.keys()].filter(isLunar)).toEqual(["春节", "新春", "新年", "除夕", "元宵节", "元宵", "端午节", "端午", "中秋节", "中秋", "重阳节", "重阳"]);
  });
});
