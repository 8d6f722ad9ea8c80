import { describe, expect, test } from "vitest";
import { firmDepartment, firmName, firmOfState, isByFirm, isFirmDepartments } from "../../src/rules/firms.ts";

describe("names of firms in titles", () => {
  test.each([...firmName.examples])("%s", (title) => {
    expect(firmName.pattern.test(title)).toBe(true);
  });
  test.each([...firmName.not])("not in %s", (title) => {
    expect(firmName.pattern.test(title)).toBe(false);
  });
});

test.each([...firmOfState.examples])("%s carries out what the state asks", (title) => {
  expect(firmName.pattern.test(title) && firmOfState.pattern.test(title)).toBe(true);
});

test.each([...firmOfState.not])("%s does not", (title) => {
  expect(firmOfState.pattern.test(title)).toBe(false);
});

test.each([
  ["清江市书法家协会2032年活动计划", true],
  ["石桥县水务集团有限公司关于设备检修的安排", true],
  ["宁川机械厂内部整改计划", true],
  ["石桥县化工公司搬迁工作方案", false],
  ["石桥县属国有公司改革实施方案", false],
  ["关于支持集团发展的若干措施", false],
  ["华岭集团宁川分公司2032年工作计划", true],
  ["涉县铸造有限公司2032年工作计划", true],
  ["无锡某某集团2032年工作计划", true],
  ["碧水苑小区2032年物业服务工作安排", true],
  ["打击治理电信诈骗犯罪集团专项行动方案", false],
  ["打击跨境赌博犯罪集团2032年专项行动方案", false],
  ["关于清理规范协会2032年收费行为的行动方案", false],
  ["行业协会商会乱收费专项整治行动方案", false],
  ["涉银行卡违法犯罪集中整治行动方案", false],
  ["无物业小区治理行动方案", false],
  ["空壳公司年度清理整治行动方案", false],
  ["2032年物业服务质量提升行动方案", false],
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
