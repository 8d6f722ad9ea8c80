import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseNotice, readLookups, unusedLookups } from "../../../src/index.ts";

const file = "guichi-2018.html";
const bytes = new Uint8Array(readFileSync(new URL(`../../../corpus/seeds/files/${file}`, import.meta.url)));
const unitsOf = async (yaml: string) => {
  const { lookups, troubles } = readLookups(yaml);
  expect(troubles).toEqual([]);
  const result = await parseNotice({ name: file, bytes }, lookups === null ? {} : { lookups });
  const units = result.tasks.flatMap(({ assignment }) => [...assignment.lead, ...assignment.support, ...assignment.responsible]);
  return { result, units, unused: lookups === null ? [] : unusedLookups(lookups, [result]) };
};

test("aliases and corrections are applied, say so, and unused rows are listed", async () => {
  const { units, unused } = await unitsOf("units:\n  - exact: 区信息办\n    as: 区大数据局\n  - regex: ^区旅发委\n    name: 贵池区旅游委\n    division: null\n  - exact: 区没有局\n    kind: agency\n");
  expect(units.find(({ text }) => text === "区信息办")).toMatchObject({ name: "贵池区大数据管理局", function: "data", division: "341702", basis: ["lookup:exact:区信息办", "department:local", "prefix:district"] });
  expect(units.find(({ text }) => text === "区旅发委")).toMatchObject({ name: "贵池区旅游委", function: "culture_tourism", division: null });
  expect(unused).toEqual(["exact:区没有局"]);
});

test("rows that contradict each other on a printed name are an error, and neither is applied", async () => {
  const { result, units } = await unitsOf("units:\n  - contains: 信息办\n    name: 甲\n  - regex: 信息办$\n    name: 乙\n");
  expect(units.find(({ text }) => text === "区信息办")?.name).toBe("贵池区信息化工作办公室");
  const [first, ...others] = result.diagnostics.filter(({ code }) => code === "lookup/conflict");
  expect(first).toMatchObject({ severity: "error", actual: "区信息办", params: { rows: "contains:信息办、regex:信息办$" } });
  expect(others).toHaveLength(units.filter(({ text }) => text === "区信息办").length - 1);
});
