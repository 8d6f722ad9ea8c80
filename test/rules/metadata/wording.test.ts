import { describe, expect, test } from "vitest";
import { columnBeforeTitle, headYear, wordingRows } from "../../../src/rules/metadata/wording.ts";
import { folded } from "../../../src/text/fold.ts";

describe.each(wordingRows.map((row) => [row.id, row] as const))("wording %s", (_, row) => {
  test("has examples and refusals", () => {
    expect(row.examples).not.toHaveLength(0);
    expect(row.refuses).not.toHaveLength(0);
  });
  test.each(row.examples)("finds %s", (text) => {
    expect(folded(text)).toBe(text);
    expect(row.pattern.test(text)).toBe(true);
  });
  test.each(row.refuses)("leaves %s", (text) => {
    expect(row.pattern.test(text)).toBe(false);
  });
});

describe("the column of a site before a title", () => {
  test.each([...columnBeforeTitle.examples])("%s", (words) => {
    expect(columnBeforeTitle.pattern.exec(words)?.[0]).toBe(words.slice(0, words.indexOf("】") + 1));
  });

  test.each([...columnBeforeTitle.not])("not %s", (words) => {
    expect(columnBeforeTitle.pattern.test(words)).toBe(false);
  });
});

describe("the year at the head", () => {
  test.each([...headYear.examples])("%s stands alone", (words) => {
    expect(headYear.alone.test(words)).toBe(true);
  });

  test.each([...headYear.rows])("%s is a title", (words) => {
    expect(headYear.titleRow.test(words)).toBe(true);
  });

  test.each([...headYear.givenRows])("%s says when the work was given", (words) => {
    expect(headYear.given.test(words)).toBe(true);
  });

  test.each([...headYear.columns])("%s heads times", (words) => {
    expect(headYear.column.test(words)).toBe(true);
  });

  test.each([...headYear.not])("not %s", (words) => {
    expect(headYear.alone.test(words) || headYear.titleRow.test(words) || headYear.given.test(words)).toBe(false);
  });
});
