import { describe, expect, test } from "vitest";
import { numberFormat, numberFormats } from "../../src/rules/number-formats.ts";

describe.each(numberFormats)("number format $id", (format) => {
  test("has examples that it writes", () => {
    expect(format.examples).not.toHaveLength(0);
    for (const [number, text] of format.examples) expect(format.write(number)).toBe(text);
  });

  test("writes any number", () => {
    for (const number of [0, 1, 10, 99, 100, 1000, 9999, 10_000, 999_999_999]) {
      const text = format.write(number);
      if (format.id !== "none") expect(text).not.toBe("");
      expect(text.length).toBeLessThan(40);
    }
  });

  test("is found by its id alone", () => {
    expect(numberFormat(format.id)).toBe(format);
  });
});

test("ids are there once, others are unknown", () => {
  expect(new Set(numberFormats.map(({ id }) => id)).size).toBe(numberFormats.length);
  expect(numberFormat("thaiCounting")).toBeNull();
});
