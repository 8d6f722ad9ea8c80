import { describe, expect, test } from "vitest";
import { markerRules, readMarker } from "../../src/rules/markers.ts";

describe.each(markerRules)("marker $id", (rule) => {
  test.each(rule.examples)("reads $words", ({ words, marker, value }) => {
    expect(readMarker(words)).toMatchObject({ rule: rule.id, text: marker, value });
  });

  test.each([...rule.not])("leaves %s alone", (words) => {
    expect(readMarker(words)?.rule).not.toBe(rule.id);
  });
});

test("the words behind a marker begin after its white space", () => {
  expect(readMarker("（一）　加强领导")?.end).toBe(4);
  expect(readMarker("1. 加强领导")?.end).toBe(3);
});
