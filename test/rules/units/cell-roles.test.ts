import { describe, expect, test } from "vitest";
import { bracketHeader, bracketOfName, bracketOfRemark, cellRoleNote, firstOfSeveral, namesOthers, pairedHeader, readCellRoles, signHeader } from "../../../src/rules/units/cell-roles.ts";

describe.each([[bracketHeader, "bracket"], [signHeader, "sign"]] as const)("header of two roles", (rule, by) => {
  test.each([...rule.examples])("%s", (words) => {
    expect(pairedHeader(words)?.by).toBe(by);
  });

  test.each([...rule.not])("%s names one role", (words) => {
    expect(pairedHeader(words)).toBeNull();
  });
});

test.each([
  ["主办（协办）单位", ["lead", "support"], ["主办单位", "协办单位"]],
  ["责任部门（协同部门）", ["responsible", "support"], ["责任部门", "协同部门"]],
  ["牵头及配合单位", ["lead", "support"], ["牵头单位", "配合单位"]],
  ["配合单位/牵头单位", ["support", "lead"], ["配合单位", "牵头单位"]],
  ["牵头单位/配合单位（列第一位的为牵头单位）", ["lead", "support"], ["牵头单位", "配合单位"]],
])("%s", (words, roles, heads) => {
  expect(pairedHeader(words)).toMatchObject({ roles, heads });
});

test.each([...cellRoleNote.examples])("$words", ({ words, place, role }) => {
  const [match] = words.matchAll(cellRoleNote.pattern);
  expect(match?.groups).toEqual({ place, role });
});

test.each([...cellRoleNote.not])("%s gives no role", (words) => {
  expect([...words.matchAll(cellRoleNote.pattern)]).toEqual([]);
});

test("a note may give a role to both sides of a slash", () => {
  expect(readCellRoles(["注：斜杠前为主办单位，斜杠后为协办单位。"])).toEqual({ bracket: null, beforeSlash: "lead", behindSlash: "support" });
});

test.each([...firstOfSeveral.examples])("%s: the first leads", (words) => {
  expect(firstOfSeveral.pattern.test(words)).toBe(true);
});

test.each([...firstOfSeveral.not])("%s says nothing of the first", (words) => {
  expect(firstOfSeveral.pattern.test(words)).toBe(false);
});

test.each([...bracketOfName.examples])("%s（%s） is one name", (before, inner) => {
  expect(namesOthers(before, inner)).toBe(false);
});

test.each([...bracketOfName.not])("%s（%s） names others", (before, inner) => {
  expect(namesOthers(before, inner)).toBe(true);
});

test.each([...bracketOfRemark.examples])("（%s） names nobody else", (inner) => {
  expect(namesOthers("县水利局", inner)).toBe(false);
});

test.each([...bracketOfRemark.not])("（%s） names others", (inner) => {
  expect(namesOthers("县水利局", inner)).toBe(true);
});
