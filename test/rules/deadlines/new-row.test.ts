/** A holiday, an event and a period are one row each: with no other place touched they are read in a cell, a bracket, running text, a column and a list of units. */
import { expect, test, vi } from "vitest";
import { findDeadlines, parseDeadline } from "../../../src/deadlines.ts";
import { looksBinding, looksLikeTime } from "../../../src/rules/columns.ts";
import type * as Moments from "../../../src/rules/deadlines/moments.ts";
import type * as Occasions from "../../../src/rules/deadlines/occasions.ts";
import { findTime } from "../../../src/rules/units/times.ts";
import { allocationBrackets } from "../../../src/segment/outline/brackets.ts";

vi.mock("../../../src/rules/deadlines/occasions.ts", async (original) => {
  const rows = await original<typeof Occasions>();
  return {
    ...rows,
    holidays: [...rows.holidays, { names: "火把节", falls: { calendar: "lunar", month: 6, day: 24, after: 0 } }],
    events: [...rows.events, { id: "fishing-ban", pattern: "禁渔期", examples: [], not: [] }],
  };
});
vi.mock("../../../src/rules/deadlines/moments.ts", async (original) => {
  const rows = await original<typeof Moments>();
  const summer = { id: "summer", convention: "WHOLE_PERIOD", follows: "year", pattern: "暑假", reads: () => ({ start: "2021-07-10", end: "2021-08-31", precision: "month", whole: true }), examples: [], not: [] };
  return { ...rows, moments: [summer, ...rows.moments] };
});

const context = { workYear: { year: 2021, basis: "title" }, dateIssued: "2021-03-08" } as const;

test.each([
  ["火把节前", "by", "2021-08-01"],
  ["2022年火把节前", "by", "2022-07-21"],
  ["禁渔期前", "event", null],
  ["暑假前", "by", "2021-07-09"],
])("%s", (words, kind, due) => {
  for (const [read] of [parseDeadline(words, context), findDeadlines(`各乡镇要于${words}完成整治。`, context), findDeadlines(`完成整治（县文旅局，${words}）。`, context)]) {
    expect(read).toMatchObject({ text: words, kind, due });
  }
  expect([looksLikeTime(words), looksBinding(words)]).toEqual([true, true]);
  expect(findTime(`县文旅局${words}完成`)).toBe(4);
  expect(allocationBrackets(`完成整治（县文旅局、县财政局，${words}）`)).toHaveLength(1);
});

test("after a new holiday is an event too", () => {
  expect(parseDeadline("火把节后", context)).toMatchObject([{ kind: "event", due: null, text: "火把节后" }]);
  expect(findDeadlines("各乡镇要在火把节后完成整治。", context)).toMatchObject([{ kind: "event", due: null }]);
});
