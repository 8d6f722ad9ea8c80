import { expect, test } from "vitest";
import { partNames } from "../../src/rules/hidden-parts.ts";

test.each(partNames)("$id knows its examples and no counter-example", ({ pattern, examples, not }) => {
  expect(examples.filter((name) => !pattern.test(name))).toEqual([]);
  expect(not.filter((name) => pattern.test(name))).toEqual([]);
});
