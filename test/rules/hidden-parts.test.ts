import { expect, test } from "vitest";
import { hiddenAllocation, partNames } from "../../src/rules/hidden-parts.ts";

test.each([...partNames, hiddenAllocation])("$id knows its examples and no counter-example", ({ pattern, examples, not }) => {
  expect(examples.filter((name) => !pattern.test(name))).toEqual([]);
  expect(not.filter((name) => pattern.test(name))).toEqual([]);
});
