/** The public way to units alone, and the examples that its documentation shows. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as front from "../src/index.ts";
import { parseAssignment, resolveUnit, type ResolvedUnit } from "../src/units.ts";

const guichi = { region: "341702", issued: "2018-05-01" };

test("the front door gives the same functions", () => {
  expect(front.parseAssignment).toBe(parseAssignment);
  expect(front.resolveUnit).toBe(resolveUnit);
  const { exports }: { exports: Record<string, unknown> } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  expect(exports["./units"]).toEqual({ types: "./dist/units.d.ts", default: "./dist/units.js" });
});

test("the examples of docs/library.md are what the program gives", () => {
  const page = readFileSync(new URL("../docs/library.md", import.meta.url), "utf8");
  const block = /```ts\n(import \{ parseAssignment, resolveUnit \}.+?)```/su.exec(page)?.[1] ?? "";
  const lines = block.split("\n").flatMap((line) => {
    const [, code, value] = /^(\S.*;) \/\/ (.+)$/u.exec(line) ?? [];
    return code === undefined || value === undefined ? [] : [{ code, value }];
  });
  expect(lines.length).toBeGreaterThanOrEqual(5);
  const scope = { parseAssignment, resolveUnit, place: guichi };
  for (const { code, value } of lines) expect(`${code} ${String(valueOf(code, scope))}`).toBe(`${code} ${value}`);
});

/** The value of one line of the page. */
function valueOf(code: string, scope: Record<string, unknown>): unknown {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the line is ours and stands in docs/library.md
  const line: unknown = new Function(...Object.keys(scope), `return ${code}`);
  return typeof line === "function" ? Reflect.apply(line, null, Object.values(scope)) : null;
}

test("the lookups of docs/rules.md are accepted", () => {
  const page = readFileSync(new URL("../docs/rules.md", import.meta.url), "utf8");
  const { lookups, troubles } = front.readLookups(/```yaml\n(units:.+?)```/su.exec(page)?.[1] ?? "");
  expect(troubles).toEqual([]);
  expect(resolveUnit("区大数据办", { ...guichi, lookups }).name).toBe("贵池区数据资源管理局");
});

describe("parseAssignment", () => {
  test("reads a list without any context", () => {
    const { lead, support, responsible, openEnded } = parseAssignment("市教育局牵头，市财政局等部门配合");
    expect([lead, support, responsible].map((units) => units.map(({ text }) => text))).toEqual([["市教育局"], ["市财政局"], []]);
    expect(openEnded).toBe(true);
    expect(lead[0]).toMatchObject({ name: "市教育局", function: "education", division: null, range: [0, 4] });
  });

  test("headers and rules give roles", () => {
    expect(parseAssignment("市教育局、市财政局", { header: "配合单位" }).support).toHaveLength(2);
    expect(parseAssignment("市财政局", { header: "责任单位", otherHeaders: ["牵头单位"] }).support).toHaveLength(1);
    expect(parseAssignment("市教育局、市财政局", { header: "责任单位", rules: ["first-is-lead"] })).toMatchObject({ lead: [{ text: "市教育局" }], support: [{ text: "市财政局" }] });
    expect(parseAssignment("县住建局 张三\n县城管局 李四", { header: "责任单位及责任人" })).toMatchObject({
      responsible: [{ text: "县住建局" }, { text: "县城管局" }],
      people: [{ name: "张三", unit: "县住建局" }, { name: "李四", unit: "县城管局" }],
    });
  });

  test("other roles, times and unread words are told", () => {
    const text = "市教育局指导，各学校组织实施，2024年6月底前完成";
    const { others, times } = parseAssignment(text);
    expect(others.map(({ unit, role }) => [unit.text, role])).toEqual([["市教育局", "指导"], ["各学校", "组织实施"]]);
    expect(times.map((range) => text.slice(...range))).toEqual(["2024年6月底前完成"]);
    expect(parseAssignment("同上", { header: "责任单位" }).unread).toEqual([{ text: "同上", range: [0, 2] }]);
  });
});

describe("resolveUnit", () => {
  test.each([
    ["区环保局", guichi, "贵池区环境保护局", "ecology_environment", "341702"],
    ["省发展改革委", guichi, "安徽省发展和改革委员会", "development_reform", "340000"],
    ["市公安局", guichi, "池州市公安局", "public_security", "341700"],
    ["合肥市教育局", {}, "合肥市教育局", "education", "340100"],
    ["鼓楼区教育局", {}, "鼓楼区教育局", "education", null],
    ["市财政局", { region: "340000" }, "市财政局", "finance", null],
    ["发展改革委", { region: "000000" }, "国家发展和改革委员会", "development_reform", null],
    ["三山经济开发区管委会", { region: "340200" }, "安徽芜湖三山经济开发区管理委员会", "development_zone", "340272"],
    ["团区委", guichi, "共青团贵池区委员会", "youth_league", "341702"],
    ["国家税务总局芜湖市税务局", {}, "国家税务总局芜湖市税务局", "taxation", "340200"],
    ["芜湖海关", {}, "芜湖海关", "customs", "340200"],
    ["人民银行合肥中心支行", {}, "人民银行合肥中心支行", "central_bank", "340100"],
    ["州财政局", { region: "422801" }, "恩施土家族苗族自治州财政局", "finance", "422800"],
    ["自治区发展改革委", { region: "150000" }, "内蒙古自治区发展和改革委员会", "development_reform", "150000"],
    ["区委区政府信访局", guichi, "区委区政府信访局", "letters_calls", "341702"],
    ["市政府", { region: "340200" }, "芜湖市人民政府", "peoples_government", "340200"],
  ])("%s in %o", (text, context, name, id, division) => {
    expect(resolveUnit(text, context)).toMatchObject({ name, function: id, division });
  });

  test("the twelve digits of a statistical code mean the first six", () => {
    expect(resolveUnit("市财政局", { region: "341702000000" })).toEqual(resolveUnit("市财政局", guichi));
  });

  test("lookups go first", () => {
    const { lookups } = front.readLookups("units:\n  - exact: 区数管局\n    as: 区数据资源管理局\n");
    expect(resolveUnit("区数管局", { ...guichi, lookups })).toEqual({ name: "贵池区数据资源管理局", kind: "agency", function: "data", division: "341702", basis: ["lookup:exact:区数管局", "department:local", "prefix:district"] });
  });
});

describe("what is no argument is a TypeError that names it", () => {
  test.each([
    [undefined, {}, "text: must be a string (it is undefined)"],
    ["市财政局", null, "context: must be an object (it is null)"],
    ["市财政局", { region: 341702 }, "context.region: must be six digits of GB/T 2260, or the twelve of the statistical code that begins with them (it is 341702)"],
    ["市财政局", { region: "3417" }, 'context.region: must be six digits of GB/T 2260, or the twelve of the statistical code that begins with them (it is "3417")'],
    ["市财政局", { issued: "2018-13-01" }, 'context.issued: must be a real date, YYYY-MM-DD (it is "2018-13-01")'],
    ["市财政局", { year: 2018.5 }, "context.year: must be a whole number of four digits (it is 2018.5)"],
    ["市财政局", { lookups: "rows" }, "context.lookups"],
    ["市财政局", { lookups: { units: [{ exact: "甲", kind: "none" }] } }, "context.lookups.units[0].kind"],
    ["市财政局", { regoin: "341702" }, 'context: has no "regoin"; it may have issued, year, region, lookups'],
  ])("%j %j", (text, context, said) => {
    for (const read of [parseAssignment, resolveUnit]) {
      expect(() => read(text as string, context as front.UnitContext)).toThrow(TypeError);
      expect(() => read(text as string, context as front.UnitContext)).toThrow(said);
    }
  });

  test.each([
    [{ header: 1 }, "context.header: must be a string (it is 1)"],
    [{ otherHeaders: "责任单位" }, 'context.otherHeaders: must be an array of strings (it is "责任单位")'],
    [{ otherHeaders: [null] }, "context.otherHeaders[0]: must be a string (it is null)"],
    [{ rules: ["first"] }, 'context.rules[0]: must be first-is-lead or responsible-is-lead (it is "first")'],
  ])("%j", (context, said) => {
    expect(() => parseAssignment("市财政局", context as never)).toThrow(said);
  });

  test("null and names without a value are accepted", () => {
    expect(resolveUnit("区环保局", { issued: null, year: null, region: null, lookups: null }).name).not.toBe("");
    expect(parseAssignment("市财政局", { header: null, rules: undefined as never }).responsible).toEqual(parseAssignment("市财政局").responsible);
  });
});

test("what resolveUnit gives has a name in the types", () => {
  const unit: ResolvedUnit = resolveUnit("区环保局", { region: "341702", issued: "2018-05-01" });
  expect(unit.name).toBe("贵池区环境保护局");
});
