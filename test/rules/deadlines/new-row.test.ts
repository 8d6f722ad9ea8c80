/** A holiday, an event and a period are one row each: with no other place touched they are read in a cell, a bracket, running text, a column and a list of units. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { findDeadlines as FindDeadlines, parseDeadline as ParseDeadline } from "../../../src/deadlines.ts";
import type { looksBinding as LooksBinding, looksLikeTime as LooksLikeTime } from "../../../src/rules/columns.ts";
import type * as Moments from "../../../src/rules/deadlines/moments.ts";
import type * as Occasions from "../../../src/rules/deadlines/occasions.ts";
import type { findTime as FindTime } from "../../../src/rules/units/times.ts";
import type { allocationBrackets as AllocationBrackets } from "../../../src/segment/item/brackets.ts";

const changed = ["../../../src/rules/deadlines/occasions.ts", "../../../src/rules/deadlines/moments.ts"] as const;
let findDeadlines: typeof FindDeadlines;
let parseDeadline: typeof ParseDeadline;
let looksBinding: typeof LooksBinding;
let looksLikeTime: typeof LooksLikeTime;
let findTime: typeof FindTime;
let allocationBrackets: typeof AllocationBrackets;

/** Files of tests share their modules: the program is loaded anew with the rows, and anew without them for those that follow. */
beforeAll(async () => {
  vi.resetModules();
  vi.doMock(changed[0], async (original) => {
    const rows = await original<typeof Occasions>();
    return {
      ...rows,
      holidays: [...rows.holidays, { names: "火把节", falls: { calendar: "lunar", month: 6, day: 24, after: 0 } }],
      events: [...rows.events, { id: "fishing-ban", pattern: "禁渔期", examples: [], not: [] }],
    };
  });
  vi.doMock(changed[1], async (original) => {
    const rows = await original<typeof Moments>();
    const summer = { id: "summer", convention: "WHOLE_PERIOD", follows: "year", pattern: "暑假", reads: () => ({ start: "2021-07-10", end: "2021-08-31", precision: "month", whole: true }), examples: [], not: [] };
    return { ...rows, moments: [summer, ...rows.moments] };
  });
  ({ findDeadlines, parseDeadline } = await import("../../../src/deadlines.ts"));
  ({ looksBinding, looksLikeTime } = await import("../../../src/rules/columns.ts"));
  ({ findTime } = await import("../../../src/rules/units/times.ts"));
  ({ allocationBrackets } = await import("../../../src/segment/item/brackets.ts"));
});

afterAll(() => {
  for (const path of changed) vi.doUnmock(path);
  vi.resetModules();
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
