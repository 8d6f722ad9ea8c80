import { expect, test } from "vitest";
import { pageFurnitureRule } from "../../src/rules/text-furniture.ts";

test.each([
  ["— 3 —", "page:dashes"],
  ["第 2 页 共 15 页", "page:words"],
  ["3", null],
  ["12%", null],
  ["iv", null],
  ["各部门要落实", null],
])("%s is %s", (line, rule) => {
  expect(pageFurnitureRule(line)).toBe(rule);
});
