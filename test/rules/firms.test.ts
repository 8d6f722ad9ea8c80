import { describe, expect, test } from "vitest";
import { firmDepartment, firmName, isByFirm, isFirmDepartments } from "../../src/rules/firms.ts";

describe("names of firms in titles", () => {
  test.each([...firmName.examples])("%s", (title) => {
    expect(firmName.pattern.test(title)).toBe(true);
  });
  test.each([...firmName.not])("not in %s", (title) => {
    expect(firmName.pattern.test(title)).toBe(false);
  });
});

test.each([
  ["清江市书法家协会2032年活动计划", true],
  ["石桥县水务集团有限公司关于设备检修的安排", true],
  ["宁川机械厂内部整改计划", true],
  ["石桥县化工公司搬迁工作方案", false],
  ["石桥县属国有公司改革实施方案", false],
  ["关于支持集团发展的若干措施", false],
])("%s is by a firm: %s", (title, by) => {
  expect(isByFirm(title)).toBe(by);
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
