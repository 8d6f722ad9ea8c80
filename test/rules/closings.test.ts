import { describe, expect, test } from "vitest";
import { closesAsItem, closingRules, keepingTogether } from "../../src/rules/closings.ts";

describe.each(closingRules)("$id", ({ pattern, numbered, examples, not }) => {
  test.each(examples)("closes: %s", (words) => {
    expect(pattern.test(words)).toBe(true);
    if (numbered) expect(closesAsItem(words)).toBe(true);
  });

  test.each(not)("does not close: %s", (words) => {
    expect(pattern.test(words)).toBe(false);
  });
});

test.each([...keepingTogether.examples])("keeps together: %s", (words) => {
  expect(keepingTogether.pattern.test(words)).toBe(true);
});

test.each([...keepingTogether.not])("is work: %s", (words) => {
  expect(keepingTogether.pattern.test(words)).toBe(false);
});
