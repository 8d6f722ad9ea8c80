import chineseDays from "chinese-days";
import { expect, test } from "vitest";
import { lunarFrom, lunarTables } from "../../../src/rules/deadlines/holidays.ts";

test.each([["spring", "01-01"], ["dragon", "05-05"], ["moon", "08-15"]] as const)("the days of %s are those of the lunar calendar", (name, lunar) => {
  for (const [index, solar] of lunarTables[name].entries()) {
    const { date } = chineseDays.getSolarDateFromLunar(`${String(lunarFrom + index)}-${lunar}`);
    expect(date.slice(5).replace("-", "")).toBe(solar);
  }
  expect(lunarTables[name]).toHaveLength(51);
});
