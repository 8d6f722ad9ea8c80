import { describe, expect, test } from "vitest";
import { momentsThatClaim, readPeriod } from "../../../src/rules/deadlines/period.ts";
import type { Base } from "../../../src/rules/deadlines/shapes.ts";
import { moments } from "../../../src/rules/deadlines/moments.ts";

const base: Base = { year: 2020, thisYear: 2020, yearFrom: "title", issued: "2020-06-08", month: null };

test("ids are unique", () => {
  expect(new Set(moments.map(({ id }) => id)).size).toBe(moments.length);
});

describe.each(moments)("moment $id", (rule) => {
  test("has an example", () => {
    expect(rule.examples).not.toHaveLength(0);
  });

  test.each(rule.examples)("alone reads $words", ({ words, gives }) => {
    expect(momentsThatClaim(words)).toEqual([rule.id]);
    const period = readPeriod(words, base);
    expect(`${period?.start ?? ".."}/${period?.end ?? ".."}`).toBe(gives);
  });
});
