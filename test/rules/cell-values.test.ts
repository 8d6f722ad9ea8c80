import { describe, expect, test } from "vitest";
import { isValue, labelledValue, signs } from "../../src/rules/cell-values.ts";

describe.each([labelledValue, signs])("$id", ({ pattern, examples, not }) => {
  test.each([...examples])("%s", (words) => expect(pattern.test(words)).toBe(true));
  test.each([...not])("not %s", (words) => expect(pattern.test(words)).toBe(false));
});

test.each(["12", "1,200.5", "85%", "6月底", "2021.09", "√", "N/A"])("%s is a value", (words) => {
  expect(isValue(words)).toBe(true);
});

test.each(["市财政局", "电话：62601234", "建成5个阅览室并开放使用", "第1号令印发的办法", "12345678901234567"])("%s is none", (words) => {
  expect(isValue(words)).toBe(false);
});
