import { describe, expect, test } from "vitest";
import { cellCharacters, columnLabel, labelNumber, levelForm } from "../../src/rules/vertical-forms.ts";

describe.each([cellCharacters, columnLabel])("$id", ({ pattern, examples, not }) => {
  test.each([...examples])("%s", (words) => expect(pattern.test(words)).toBe(true));
  test.each([...not])("not %s", (words) => expect(pattern.test(words)).toBe(false));
});

test.each([["︐", "，"], ["︒", "。"], ["︵", "（"], ["︾", "》"], ["︙", "…"], ["路", "路"], [",", ","], ["﹏", "﹏"]])("%s is %s", (form, mark) => {
  expect(levelForm(form)).toBe(mark);
});

test.each([["三、护树", 3], ["（十）改房", 10], ["12.挂牌", 12], ["②", 2], ["护树", null]])("%s is headed by %s", (words, number) => {
  expect(labelNumber(words)).toBe(number);
});
