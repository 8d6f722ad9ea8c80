import { expect, test } from "vitest";
import { askLookups, checkLookups, lookupIds } from "../../../src/rules/units/lookups.ts";

const lookups = {
  units: [
    { exact: ["区数管局", "數管局"], as: "区数据资源管理局" },
    { contains: "行管", as: "行政管理" },
    { regex: "^(.)旅发委$", as: "$1旅游发展委员会" },
    { contains: "行管局", kind: "institution" as const },
  ],
};

test.each([
  ["区数管局", { found: "one", id: "exact:区数管局", as: "区数据资源管理局" }],
  ["数管局", { found: "one", id: "exact:數管局", as: "区数据资源管理局" }],
  ["区行管办", { found: "one", id: "contains:行管", as: "区行政管理办" }],
  ["区旅发委", { found: "one", id: "regex:^(.)旅发委$", as: "区旅游发展委员会" }],
  ["区财政局", { found: "none" }],
  ["区行管局", { found: "conflict", ids: ["contains:行管", "contains:行管局"] }],
])("%s", (name, answer) => expect(askLookups(lookups, name)).toMatchObject(answer));

test("ids name the forms in the order of the file", () => {
  expect(lookupIds(lookups)).toEqual(["exact:区数管局", "exact:數管局", "contains:行管", "regex:^(.)旅发委$", "contains:行管局"]);
  expect(checkLookups(lookups)).toEqual([]);
});
