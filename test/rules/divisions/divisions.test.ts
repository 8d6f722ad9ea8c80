/** The table of divisions against a second table of the same edition, with its former names. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { allDivisions, divisionOf, divisionsNamed, liesIn, parentCode, zonesOf } from "../../../src/rules/divisions/divisions.ts";

const [, ...lines] = readFileSync(new URL("divisions.tsv", import.meta.url), "utf8").trimEnd().split("\n");
const rows = lines.map((line) => {
  const [code = "", name = "", level = "", parent = "", former = "", note = ""] = line.split("\t");
  return { code, name, level, parent, former: former.split(";").filter((entry) => entry !== ""), note };
});
const real = rows.filter(({ note }) => note !== "placeholder");

/** Where the two tables differ for good. */
const differences = {
  // The statistics count the city a second time as its own district.
  missing: ["620201 嘉峪关市"],
  // The statistics count them as counties of their own code, not as zones.
  levels: ["232761 加格达奇区", "232762 松岭区", "232763 新林区", "232764 呼中区", "460321 西沙群岛", "460322 南沙群岛", "460323 中沙群岛的岛礁及其海域", "632857 大柴旦行政委员会"],
} as const;

test("holds the same places of today", () => {
  const today = new Set(allDivisions().filter(({ ended }) => !ended).map(({ code, name }) => `${code} ${name}`));
  const expected = real.map(({ code, name }) => `${code} ${name}`);
  expect(expected.filter((place) => !today.has(place))).toEqual(differences.missing);
  expect([...today].filter((place) => !expected.includes(place))).toEqual([]);
});

test("on the same levels", () => {
  const levelOf = ({ level, note }: (typeof rows)[number]): string => (note === "statistical" ? "zone" : level);
  const differing = real.filter((row) => divisionOf(row.code)?.name === row.name && divisionOf(row.code)?.level !== levelOf(row));
  expect(differing.map(({ code, name }) => `${code} ${name}`)).toEqual(differences.levels);
});

test("with the same parents; a level that is never printed is passed over", () => {
  const placeholders = new Set(rows.filter(({ note }) => note === "placeholder").map(({ code }) => code));
  const differing = real.filter(({ code, parent }) => {
    const expected = parent === "" ? "000000" : placeholders.has(parent) ? `${parent.slice(0, 2)}0000` : parent;
    return parentCode(code) !== expected;
  });
  expect(differing.map(({ code, name }) => `${code} ${name}`)).toEqual([]);
});

test("former names since 2003 are found in the year in which they ended", () => {
  const former = real.flatMap(({ code, former: entries }) => entries.map((entry) => ({ code, name: entry.split("@")[0] ?? "", year: Number(entry.split("@")[1]) })));
  const lost = former.filter(({ name, year, code }) => year > 2002 && !divisionsNamed(name, year).some((division) => division.code.slice(0, 2) === code.slice(0, 2)));
  expect(lost).toEqual([]);
});

describe("years", () => {
  test.each([
    ["繁昌县", 2018, ["340222"]],
    ["繁昌区", 2021, ["340212"]],
    ["三山区", 2018, ["340208"]],
    ["无为县", 2015, ["340225"]],
    ["无为市", 2021, ["340281"]],
    ["巢湖市", 2008, ["341400"]],
    ["巢湖市", 2015, ["340181"]],
    ["芜湖县", 2016, ["340221"]],
    ["鼓楼区", 2020, ["320106", "320302", "350102", "410204"]],
  ])("%s in %d", (name, year, codes) => expect(divisionsNamed(name, year).map(({ code }) => code)).toEqual(codes));

  test("codes that have ended keep their names", () => {
    expect(divisionOf("340208")).toMatchObject({ name: "三山区", ended: true, until: 2020 });
    expect(divisionOf("340222")).toMatchObject({ name: "繁昌县", ended: true, until: 2020 });
    expect(divisionOf("999999")).toBeNull();
  });
});

test("every name but those of some districts is one of a kind", () => {
  const names = new Map<string, number>();
  for (const { name, ended } of allDivisions()) if (!ended) names.set(name, (names.get(name) ?? 0) + 1);
  const repeated = [...names].filter(([, count]) => count > 1).map(([name]) => name);
  expect(repeated.filter((name) => !name.endsWith("区"))).toEqual([]);
  expect(repeated).toHaveLength(28);
});

test("places lie in places", () => {
  expect(liesIn("341702", "340000")).toBe(true);
  expect(liesIn("341702", "341700")).toBe(true);
  expect(liesIn("341702", "340200")).toBe(false);
  expect(liesIn("341702", "000000")).toBe(true);
  expect(parentCode("419001")).toBe("410000");
  expect(parentCode("110105")).toBe("110000");
  expect(zonesOf("340200").map(({ code }) => code)).toEqual(["340271", "340272"]);
});

test("the data are small", () => {
  expect(readFileSync(new URL("../../../src/rules/divisions/rows.ts", import.meta.url)).length).toBeLessThan(100_000);
});
