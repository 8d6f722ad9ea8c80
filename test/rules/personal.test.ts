import { describe, expect, test } from "vitest";
import { findPersonal } from "../../src/dataset/correct/personal.ts";
import { personalNumbers, personNames } from "../../src/rules/personal.ts";

describe.each(personalNumbers)("$id", ({ id, examples, not }) => {
  test.each(examples)("finds the number in %s", (example) => {
    const text = example.replace(/[【】]/gu, "");
    const found = findPersonal(text).map(({ rule, start, end }) => [rule, text.slice(start, end)]);
    expect(found).toEqual([[id, /【(.*)】/u.exec(example)?.[1]]]);
  });

  test.each(not)("finds none in %s", (text) => {
    expect(findPersonal(text)).toEqual([]);
  });
});

test("names of persons are told from classes of people and offices", () => {
  expect(personNames.examples.filter((words) => !personNames.pattern.test(words))).toEqual([]);
  expect(personNames.not.filter((words) => personNames.pattern.test(words))).toEqual([]);
});
