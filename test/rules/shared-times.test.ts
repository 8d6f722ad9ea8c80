import { describe, expect, test } from "vitest";
import { findSharedTime, sharedTimes } from "../../src/rules/shared-times.ts";

describe.each(sharedTimes)("a time for many rows: $id", (row) => {
  test.each([...row.examples])("$words", ({ words, time }) => {
    expect(row.pattern.exec(words)?.groups?.["time"]?.trim()).toBe(time);
    const found = findSharedTime(words, row.inRows);
    expect(found === null ? null : words.slice(...found)).toBe(time);
  });

  test.each([...row.not])("not %s", (words) => {
    expect(findSharedTime(words, row.inRows)).toBeNull();
  });
});
