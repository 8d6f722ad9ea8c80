import { describe, expect, test } from "vitest";
import { fileName, siteLabel, siteLabels } from "../../src/rules/site-labels.ts";
import { recogniseAllocation } from "../../src/rules/units/allocation.ts";

describe.each(siteLabels)("$id", ({ id, examples, not }) => {
  test.each([...examples])("%s", (line) => {
    expect(siteLabel(line)?.id).toBe(id);
    expect(recogniseAllocation(line)).toBeNull();
  });
  test.each([...not])("not %s", (line) => {
    expect(siteLabel(line)?.id).not.toBe(id);
  });
});

test.each([...fileName.examples])("%s names a file", (line) => {
  expect(fileName.pattern.test(line)).toBe(true);
});

test.each([...fileName.not])("%s names none", (line) => {
  expect(fileName.pattern.test(line)).toBe(false);
});
