import { expect, test } from "vitest";
import { caption } from "../../src/rules/captions.ts";

test.each([...caption.examples])("%s heads a table or a figure", (words) => {
  expect(caption.pattern.test(words)).toBe(true);
});

test.each([...caption.not])("%s does not", (words) => {
  expect(caption.pattern.test(words)).toBe(false);
});
