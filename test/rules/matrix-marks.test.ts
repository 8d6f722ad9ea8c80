import { expect, test } from "vitest";
import { matrixMark } from "../../src/rules/matrix-marks.ts";

test.each([...matrixMark.examples])("%s marks a unit", (words) => {
  expect(matrixMark.pattern.test(words)).toBe(true);
});

test.each([...matrixMark.not])("%s does not", (words) => {
  expect(matrixMark.pattern.test(words)).toBe(false);
});
