import { describe, expect, test } from "vitest";
import { isPageNumber, marginForms, marginRule, pageNumberForms } from "../../src/rules/page-furniture.ts";

describe.each(pageNumberForms)("$id", ({ pattern, examples, not }) => {
  test("has examples", () => {
    expect(examples).not.toHaveLength(0);
  });
  test.each(examples)("%s numbers a page", (line) => {
    expect(isPageNumber(line)).toBe(true);
    expect(pattern.test(line.replace(/\s+/gu, "").replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)))).toBe(true);
  });
  test.each(not)("%s does not", (line) => {
    expect(isPageNumber(line)).toBe(false);
  });
});

test("a long line is never tried", () => {
  expect(isPageNumber("1".repeat(1000))).toBe(false);
});

describe.each(marginForms)("$id", ({ id, examples, not }) => {
  test.each(examples)("%s runs along an edge", (words) => expect(marginRule(words)).toBe(id));
  test.each(not)("%s does not", (words) => expect(marginRule(words)).not.toBe(id));
});
