import { describe, expect, test } from "vitest";
import { memberLabel, memberLabels } from "../../src/rules/member-labels.ts";
import { reading } from "../../src/text/reading.ts";

describe.each(memberLabels)("$id", ({ means, examples, not }) => {
  test.each(examples)("%s", (label) => {
    expect(memberLabel(reading(label))).toBe(means);
  });

  test.each(not)("not %s", (label) => {
    expect(memberLabel(reading(label))).not.toBe(means);
  });
});
