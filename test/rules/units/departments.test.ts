import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { departments } from "../../../src/rules/units/departments.ts";
import { collectiveForm } from "../../../src/rules/units/collectives.ts";
import { findField, findLocalDepartment, findNationalDepartment } from "../../../src/rules/units/department-names.ts";

test("ids are unique and stay as published", () => {
  const ids = departments.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const published: string[] = JSON.parse(readFileSync(new URL("function-ids.json", import.meta.url), "utf8"));
  expect(published.filter((id) => !ids.includes(id))).toEqual([]);
  expect(ids.filter((id) => !published.includes(id))).toEqual([]);
});

test("each row says where it comes from", () => {
  expect(departments.filter(({ source }) => source.length === 0 || source.some((words) => words === ""))).toEqual([]);
});

test("a form that two departments share is one of the listed", () => {
  const owners = new Map<string, Set<string>>();
  for (const { id, names } of departments) for (const form of names.flatMap((name) => (name.split("@")[0] ?? "").split("="))) owners.set(form, (owners.get(form) ?? new Set()).add(id));
  expect([...owners].filter(([, ids]) => ids.size > 1).map(([form]) => form)).toEqual(["金融监管局"]);
});

test("names are well formed: a period has one dash and four-digit years", () => {
  for (const { names, national } of departments) {
    for (const name of [...names, ...national]) expect(name).toMatch(/^[\u4e00-\u9fff()\d、]+(?:=[\u4e00-\u9fff()]+)*(?:@(?:\d{4})?-(?:\d{4})?)?$/u);
  }
});

test("no field word belongs to two departments", () => {
  const fields = departments.flatMap((department) => department.fields);
  expect(fields.filter((field, i) => fields.indexOf(field) !== i)).toEqual([]);
});

describe.each(departments)("$id", (department) => {
  test("has an example", () => expect(department.examples).not.toHaveLength(0));

  test.each(department.examples)("$words", ({ words, name, year, national }) => {
    if (department.kind === "collective") {
      expect(collectiveForm(words)?.function).toBe(department.id);
      return;
    }
    const reading = (national === true ? findNationalDepartment : findLocalDepartment)(words, year ?? null);
    expect(reading?.department.id).toBe(department.id);
    expect(reading?.full).toBe(name);
  });

  test.each([...department.fields])("field %s", (field) => expect(findField(field)?.department.id).toBe(department.id));

  test.each([...department.national])("central %s", (notation) => {
    const [full = ""] = notation.split(/[=@]/u);
    expect(findNationalDepartment(full, null)?.full).toBe(full);
  });
});

describe("years", () => {
  test.each([
    ["农委", 2018, "农业委员会"],
    ["农委", 2021, "农业农村委员会"],
    ["网信办", 2016, "委网络安全和信息化领导小组办公室"],
    ["网信办", 2020, "委网络安全和信息化委员会办公室"],
    ["环保局", 2022, "环境保护局"],
    ["消防支队", 2016, "公安消防支队"],
    ["金融监管局", 2020, "地方金融监督管理局"],
    ["金融监管局", 2025, "金融监管局"],
    ["金融监管局", 2024, undefined],
  ])("%s in %d is %s", (words, year, name) => expect(findLocalDepartment(words, year)?.full).toBe(name));

  test("a short form with two meanings and no year has no full name", () => {
    expect(findLocalDepartment("农委", null)).toMatchObject({ full: null, basis: "department:ambiguous" });
  });
});

test("a name that is not listed is known by its field only", () => {
  expect(findLocalDepartment("文化旅游和体育局", 2020)).toMatchObject({ department: { id: "culture_tourism" }, full: null });
  expect(findLocalDepartment("护城河指挥部", 2020)).toBeNull();
});
