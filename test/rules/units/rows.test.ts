import { describe, expect, test } from "vitest";
import { collectiveForm, collectiveForms } from "../../../src/rules/units/collectives.ts";
import { unitEnding, unitEndings } from "../../../src/rules/units/endings.ts";
import { isAnswerable, isWordForUnit, memberHead, patchHead, patchName, readUnitHeader, unitHeaders, wordForUnit } from "../../../src/rules/units/headers.ts";
import { regionPrefix, regionPrefixes } from "../../../src/rules/units/regions.ts";
import { findTime, findTimeBracket, timeBracket, timeStretches } from "../../../src/rules/units/times.ts";
import { bodyInRow, gluedOffices, isBodyInRow, wholeStation } from "../../../src/rules/units/words.ts";
import { byDutyWords, roleOpeners, roleVerbs, takenAlong } from "../../../src/rules/units/verbs.ts";
import { readVerb } from "../../../src/rules/units/role-words.ts";

test("ids are unique over all tables", () => {
  const ids = [...collectiveForms, ...unitEndings, ...unitHeaders, ...regionPrefixes, ...timeStretches, ...roleVerbs, ...roleOpeners, byDutyWords].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each([...wordForUnit.examples])("%s is a word for a unit", (words) => {
  expect(isWordForUnit(words)).toBe(true);
});

test.each([...wordForUnit.not])("%s is a unit, or a class of them", (words) => {
  expect(isWordForUnit(words)).toBe(false);
});

describe.each([memberHead, patchHead, patchName, takenAlong])("$id", ({ pattern, examples, not }) => {
  test.each([...examples])("%s", (words) => expect(words).toMatch(pattern));
  test.each([...not])("not %s", (words) => expect(words).not.toMatch(pattern));
});

describe.each(unitHeaders)("header $id", ({ id, role, examples }) => {
  test("has an example", () => expect(examples).not.toHaveLength(0));
  test.each(examples)("reads %s", (words) => expect(readUnitHeader(words)).toEqual({ role, basis: id }));
});

describe("headers", () => {
  test.each([
    ["责 任 单 位", "responsible"],
    ["责任\n单位：", "responsible"],
    ["牵頭單位", "lead"],
    ["分 管 县领导", "people"],
    ["责任单位（科室）", "responsible"],
  ])("reads %s as printed", (words, role) => expect(readUnitHeader(words)?.role).toBe(role));

  test.each(["序号", "工作任务", "完成时限", "具体要求", "单位名称", "责任追究", "项目名称", "联系电话", "主要任务", "投资额", "备注", "负责事项", "存在问题"])(
    "%s announces no unit",
    (words) => expect(readUnitHeader(words)).toBeNull(),
  );
});

describe.each(unitEndings)("ending $id", ({ id, examples }) => {
  test.each(examples)("%s", (words) => expect(unitEnding(words)?.id).toBe(id));
});

test.each(["社会", "工作机会", "全部", "党员干部", "发展格局", "统一部署", "推进会", "市财政", "各项任务", "认真查处"])("%s does not end like a unit", (words) => {
  expect(unitEnding(words)).toBeNull();
});

describe.each(collectiveForms)("$id", ({ id, examples }) => {
  test.each(examples)("%s", (words) => expect(collectiveForm(words)?.id).toBe(id));
});

test.each(["区财政局", "黄埔区政府", "国务院办公厅", "市机关事务管理局"])("%s is no class of units", (words) => {
  expect(collectiveForm(words)).toBeNull();
});

describe.each(regionPrefixes)("$id", (row) => {
  test.each(row.examples)("%s", (words) => expect(regionPrefix(words)).toBe(row));
});

test.each(["市场监管局", "市容局", "市政公用局", "区域合作处", "乡村振兴局", "县级各部门", "财政局"])("%s has no region prefix", (words) => {
  expect(regionPrefix(words)).toBeNull();
});

describe.each(timeStretches)("$id", ({ examples }) => {
  test.each(examples)("%s is a time", (words) => expect(findTime(words)).toBe(0));
});

test.each(gluedOffices.examples)("%s are two offices", (words) => expect(gluedOffices.pattern.test(words)).toBe(true));
test.each(gluedOffices.not)("%s is one name, or may be", (words) => expect(gluedOffices.pattern.test(words)).toBe(false));

test.each([...bodyInRow.examples])("%s may stand in a row", (words) => expect(bodyInRow.pattern.test(words)).toBe(true));
test.each(["李建社", "张小园"])("%s is a person, no body", (words) => expect(isBodyInRow(words)).toBe(false));
test.each(["公路站", "超限站", "示范农场", "杨家场"])("%s is a body, no person", (words) => expect(isBodyInRow(words)).toBe(true));
test.each([...bodyInRow.not])("%s is no body in a row", (words) => expect(bodyInRow.pattern.test(words)).toBe(false));
test.each([...wholeStation.examples])("%s is whole", (words) => expect(wholeStation.pattern.test(words)).toBe(true));
test.each([...wholeStation.not])("%s is no whole station", (words) => expect(wholeStation.pattern.test(words)).toBe(false));

test.each(timeBracket.examples)("a time stands in the bracket of %s", (words) => expect(findTimeBracket(words)).not.toBeNull());
test.each(timeBracket.not)("no time stands in the bracket of %s", (words) => expect(findTimeBracket(words)).toBeNull());

test.each(["市财政局", "年鉴编辑部", "月坛街道办事处", "市委网信办", "日报社"])("%s holds no time", (words) => {
  expect(findTime(words)).toBe(-1);
});

describe.each(roleVerbs)("$id", ({ role, examples }) => {
  test("has an example", () => expect(examples).not.toHaveLength(0));
  test.each(examples)("$words", ({ words, unit }) => {
    const verb = readVerb(words);
    expect(verb?.role).toBe(role);
    expect(words.slice(0, verb?.unitsEnd)).toBe(unit);
  });
});

test.each(["市就业指导中心", "市场监督管理局", "国有资产监督管理委员会", "市教育督导委员会", "牵头单位", "市主办方机构", "主要负责人", "市委组织部"])("%s holds no role verb", (words) => {
  expect(readVerb(words)).toBeNull();
});

test.each(byDutyWords.examples)("%s sets byDuty", (words) => expect(byDutyWords.pattern.exec(words)?.[0]).toBe(words));

test.each([["责任人", true], ["整改责任人", true], ["责任领导", true], ["负责人", false], ["联系人", false], ["主持人", false]])("%s answers for work: %s", (header, answers) => {
  expect(isAnswerable(header)).toBe(answers);
});
