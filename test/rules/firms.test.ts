import { describe, expect, test } from "vitest";
import { firmDepartment, firmName, isFirmDepartments } from "../../src/rules/firms.ts";

describe("names of firms in titles", () => {
  test.each([...firmName.examples])("%s", (title) => {
    expect(firmName.pattern.test(title)).toBe(true);
  });
  test.each([...firmName.not])("not in %s", (title) => {
    expect(firmName.pattern.test(title)).toBe(false);
  });
});

describe("departments of firms", () => {
  test.each([...firmDepartment.examples])("%s", (words) => {
    expect(isFirmDepartments(words)).toBe(true);
  });
  test.each([...firmDepartment.not])("not %s", (words) => {
    expect(isFirmDepartments(words)).toBe(false);
  });

  test("several in one cell, and nothing beside them", () => {
    expect(isFirmDepartments("物流部、仓储部")).toBe(true);
    expect(isFirmDepartments("物流部、县财政局")).toBe(false);
    expect(isFirmDepartments("")).toBe(false);
  });
});
