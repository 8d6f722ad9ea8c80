import { describe, expect, test } from "vitest";
import { awaitsMore, continuations, countsRows } from "../../src/rules/continuations.ts";

describe.each(Object.values(continuations))("$id", ({ pattern, examples, not }) => {
  test.each([...examples])("%s", (words) => expect(pattern.test(words)).toBe(true));
  test.each([...not])("not %s", (words) => expect(pattern.test(words)).toBe(false));
});

test.each(["落实《政府信息公开条例", "市文化局（牵头", "“一网通办"])("%s stands within brackets", (words) => {
  expect(awaitsMore(words)).toBe(true);
});

test.each([[["1", "2", "3"], true], [["11", "12", "13", "14"], true], [["1", "2"], false], [["1", "3", "5"], false], [["2019", "2020年", "2021"], false]])("%j counts rows: %s", (words, counts) => {
  expect(countsRows(words)).toBe(counts);
});
