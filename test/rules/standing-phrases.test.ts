import { describe, expect, test } from "vitest";
import { figure, placeWord, standingPhrases } from "../../src/rules/standing-phrases.ts";
import { reading } from "../../src/text/reading.ts";

describe.each(standingPhrases.map((row) => [row.id, row] as const))("standing phrase %s", (_, { pattern, examples, not }) => {
  test("has examples and counter-examples", () => {
    expect(examples).not.toHaveLength(0);
    expect(not).not.toHaveLength(0);
  });
  test.each(examples)("leaves out of $text", ({ text, out }) => {
    expect(reading(text)).toBe(text);
    expect([...text.matchAll(pattern)].map(([found]) => found)).toContain(out);
  });
  test.each(not)("finds nothing in %s", (text) => {
    expect([...text.matchAll(pattern)].map(([found]) => found)).toEqual([]);
  });
});

test.each([["开展全省评选", ["全省"]], ["我市各部门", ["我市"]], ["全国际化", []], ["全市级示范", []]])("places of %s", (text, found) => {
  expect([...text.matchAll(placeWord)].map(([word]) => word)).toEqual(found);
});

test.each([["改造管网12.5公里", ["12.5"]], ["提高到百分之九十五以上", ["九十五"]], ["举办首届文化节", ["首"]], ["第二批试点", ["二"]], ["统一许可条件，一体化推进，一窗受理", []]])("figures of %s", (text, found) => {
  expect([...text.matchAll(figure)].map(([word]) => word)).toEqual(found);
});
