import { expect, test } from "vitest";
import { parseDeadline } from "../../src/deadlines.ts";
import { isPrompt, promptWords } from "../../src/rules/prompts.ts";
import { parseAssignment } from "../../src/units.ts";

test.each([...promptWords.examples])("%s is no value", (words) => {
  for (const printed of [words, `${words}。`, ` ${words} `]) {
    expect(isPrompt(printed)).toBe(true);
    expect(parseDeadline(printed, { year: 2032 })).toEqual([]);
    expect(parseAssignment(printed, { header: "责任单位" }).responsible).toEqual([]);
  }
});

test.each([...promptWords.not])("%s is words", (words) => {
  expect(isPrompt(words)).toBe(false);
});
