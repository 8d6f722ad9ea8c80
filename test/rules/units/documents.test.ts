import { describe, expect, test } from "vitest";
import { documentRules, recogniseDocumentRule } from "../../../src/rules/units/documents.ts";

describe.each(documentRules)("$id", ({ id, kind, examples }) => {
  test.each(examples)("$words", ({ words, units, exceptions }) => {
    const rule = recogniseDocumentRule(words);
    expect(rule).toMatchObject({ kind, basis: id, exceptions: exceptions ?? null });
    const range = rule?.unitsRange ?? null;
    expect(range === null ? undefined : words.slice(...range)).toBe(units);
  });
});

describe("as printed in notices", () => {
  test.each([
    ["（列第一位的责任单位为牵头单位或汇总单位）", "first-is-lead"],
    ["税务总局、财政部、海关总署负责，排在第一位的部门为牵头部门，下同", "first-is-lead"],
    ["列第一位者为牵头单位，下同", "first-is-lead"],
    ["无牵头单位的,责任单位即为牵头单位,下同", "responsible-is-lead"],
    ["以下各项工作均需各县、区人民政府(管委会)落实,不再列出", "common-units"],
  ])("%s", (words, kind) => expect(recogniseDocumentRule(words)?.kind).toBe(kind));

  test("the range covers the rule and not the units before it", () => {
    const words = "税务总局、财政部、海关总署负责，排在第一位的部门为牵头部门，下同";
    const rule = recogniseDocumentRule(words);
    expect(rule === null ? "" : words.slice(...rule.range)).toBe("排在第一位的部门为牵头部门，下同");
  });
});

test.each(["各牵头部门要切实履行职责", "第一，加强组织领导", "市财政局牵头，市审计局配合", "各单位要将任务落实到人", "列入年度考核"])("%s is no rule", (words) => {
  expect(recogniseDocumentRule(words)).toBeNull();
});
