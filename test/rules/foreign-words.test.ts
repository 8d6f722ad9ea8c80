import { describe, expect, test } from "vitest";
import { foreignColumns, foreignWords, isForeign, isForeignColumn, privateBody, publicInstitution } from "../../src/rules/foreign-words.ts";

const count = (pattern: RegExp, text: string): number => text.match(pattern)?.length ?? 0;

describe.each(foreignWords)("$id", ({ pattern, examples, not }) => {
  test.each([...examples])("finds %s", (words) => {
    expect(count(pattern, words)).toBeGreaterThan(0);
  });
  test.each([...not])("leaves %s", (words) => {
    expect(count(pattern, words)).toBe(0);
  });
});

describe.each(foreignColumns)("$id", ({ id, examples, not }) => {
  test.each([...examples])("knows %s", (header) => {
    expect(foreignColumns.filter(({ pattern }) => pattern.test(header)).map((row) => row.id)).toEqual([id]);
  });
  test.each([...not])("leaves %s", (header) => {
    expect(isForeignColumn(header)).toBe(false);
  });
});

test.each([...privateBody.examples])("%s binds its own people", (title) => {
  expect(privateBody.pattern.test(title)).toBe(true);
});

test.each([...privateBody.not])("%s is public", (title) => {
  expect(privateBody.pattern.test(title)).toBe(false);
});

test.each([...publicInstitution.examples])("%s is of a school or hospital", (title) => {
  expect(publicInstitution.pattern.test(title)).toBe(true);
});

test.each([...publicInstitution.not])("%s is not", (title) => {
  expect(publicInstitution.pattern.test(title)).toBe(false);
});

test("one word says nothing, many in few lines do", () => {
  expect(isForeign("甲方负责。")).toBe(false);
  expect(isForeign("甲方向乙方交付本产品，乙方按本合同验收。")).toBe(true);
  expect(isForeign(`甲方、乙方、本合同、投标人。${"推进政务公开，落实责任。".repeat(60)}`)).toBe(false);
});
