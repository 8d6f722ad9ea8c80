import { describe, expect, test } from "vitest";
import { isRaisedMark, raisedContent } from "../../src/rules/raised-marks.ts";

describe.each(raisedContent)("raised content: $id", ({ raised, before, notAfter, examples, not }) => {
  test("matches its examples and no counter-example", () => {
    const matches = (one: (typeof examples)[number]): boolean => raised.test(one.raised) && before.test(one.before) && notAfter?.test(one.after) !== true;
    expect(examples.filter((one) => !matches(one))).toEqual([]);
    expect(not.filter(matches)).toEqual([]);
  });

  test("its examples are no marks", () => {
    expect(examples.filter((one) => isRaisedMark(one.before, one.raised, one.after))).toEqual([]);
  });
});

test.each([
  ["市财政局", "2", ""], ["市财政局", "²", "、市审计局"], ["9", "¹", "月底前"], ["10", "1", "月底前"], ["市教育局", "①", ""], ["市教育局", "[1]", ""], ["市教育局", "（注1）", ""],
  ["完成改造。", "*", ""], ["市水利局", "1,2", "、市财政局"], ["12月底前", "†", ""], ["GDP", "1", "增长"], ["《办法》", "〔3〕", "要求"], ["1000m", "①", ""],
])("“%s” raised “%s” before “%s” is the mark of a note", (before, raised, after) => {
  expect(isRaisedMark(before, raised, after)).toBe(true);
});

test.each([
  ["3000m", "²", "以上"], ["5万m", "³", ""], ["CO", "2", "减排"], ["1", "st", ""], ["华为", "TM", ""], ["", "1", "指市财政局"], ["10", "³", "吨"], ["市教育局", "（试行）", ""], ["25", "℃", ""], ["30万米", "²", ""],
])("“%s” raised “%s” before “%s” is content", (before, raised, after) => {
  expect(isRaisedMark(before, raised, after)).toBe(false);
});
