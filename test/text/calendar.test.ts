import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, daysInMonth, isoDate, partsOf, weekday } from "../../src/text/calendar.ts";

describe("isoDate", () => {
  test.each([
    [2020, 2, 29, "2020-02-29"], [2021, 2, 29, null], [1900, 2, 29, null], [2000, 2, 29, "2000-02-29"],
    [2020, 6, 31, null], [2020, 13, 1, null], [2020, 0, 1, null], [2020, 1, 0, null], [2020, 1.5, 1, null], [800, 1, 2, "0800-01-02"],
  ])("%d %d %d", (year, month, day, iso) => {
    expect(isoDate(year, month, day)).toBe(iso);
  });
});

test.each([[2020, 2, 29], [2021, 2, 28], [2020, 4, 30], [2020, 12, 31], [2020, 13, 0]])("days of %d-%d", (year, month, days) => {
  expect(daysInMonth(year, month)).toBe(days);
});

test.each([["2020-06-08", 30, "2020-07-08"], ["2020-12-31", 1, "2021-01-01"], ["2020-03-01", -1, "2020-02-29"]])("%s + %d days", (iso, days, to) => {
  expect(addDays(iso, days)).toBe(to);
});

test.each([["2020-06-08", 1, "2020-07-08"], ["2021-01-31", 1, "2021-02-28"], ["2020-02-29", 12, "2021-02-28"], ["2019-01-22", 36, "2022-01-22"], ["2020-01-15", -1, "2019-12-15"]])(
  "%s + %d months", (iso, months, to) => {
    expect(addMonths(iso, months)).toBe(to);
  },
);

test("2020-06-08 was a Monday and 2022-01-22 a Saturday", () => {
  expect([weekday("2020-06-08"), weekday("2022-01-22"), weekday("2022-01-23")]).toEqual([1, 6, 7]);
});

test("days go there and back", () => {
  fc.assert(fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
    expect(addDays(addDays("2020-06-08", days), -days)).toBe("2020-06-08");
    const [year, month, day] = partsOf(addDays("2020-06-08", days));
    expect(isoDate(year, month, day)).toBe(addDays("2020-06-08", days));
  }));
});
