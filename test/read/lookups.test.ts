import { describe, expect, test } from "vitest";
import { readLookups } from "../../src/read/lookups.ts";

describe("a file that may be used", () => {
  test("holds rows of three forms", () => {
    const { lookups, troubles } = readLookups("units:\n  - exact: [区数管局, 数管局]\n    as: 区数据资源管理局\n    note: 2019\n  - contains: 政务公开办\n    function: open_government_office\n  - regex: ^(.)旅发委$\n    as: $1旅游发展委员会\n");
    expect(troubles).toEqual([]);
    expect(lookups?.units).toHaveLength(3);
  });

  test.each([
    ["two rows that say the same of a name", "units:\n  - exact: 甲局\n    kind: agency\n  - contains: 甲\n    kind: agency\n"],
    ["null takes a value away", "units:\n  - exact: 甲局\n    division: null\n"],
    ["no rows", "units: []\n"],
  ])("%s", (_, text) => expect(readLookups(text).troubles).toEqual([]));
});

describe("a file that is refused", () => {
  test.each([
    ["rows that contradict each other", "units:\n  - exact: 甲局\n    name: 乙局\n  - exact: 甲局\n    name: 丙局\n", "exact:甲局 and exact:甲局 say different things of “甲局”"],
    ["an exact row against a contains row", "units:\n  - exact: 甲局\n    name: 乙局\n  - contains: 甲\n    name: 丙局\n", "exact:甲局 and contains:甲 say different things of “甲局”"],
    ["an exact row against a regex", "units:\n  - regex: ^甲\n    name: 丙局\n  - exact: 甲局\n    name: 乙局\n", "exact:甲局 and regex:^甲 say different things of “甲局”"],
    ["the same row twice", "units:\n  - exact: 甲局\n    name: 乙局\n  - exact: [甲局]\n    name: 乙局\n", "exact:甲局 is listed twice"],
    ["an unknown key", "units:\n  - exact: 甲局\n    nmae: 乙局\n", "nmae"],
    ["no form", "units:\n  - name: 乙局\n", "exactly one of exact, contains, regex"],
    ["two forms", "units:\n  - exact: 甲局\n    contains: 甲\n    name: 乙局\n", "exactly one of exact, contains, regex"],
    ["nothing to say", "units:\n  - exact: 甲局\n", "at least one of as, name, kind, function, division"],
    ["an unknown function", "units:\n  - exact: 甲局\n    function: nothing\n", "unknown function “nothing”"],
    ["an unknown division", "units:\n  - exact: 甲局\n    division: 999999\n", "unknown division “999999”"],
    ["a regex that cannot be read", "units:\n  - regex: '('\n    name: 甲局\n", "regex “(” cannot be read"],
    ["a tag that asks for code", "units: !!js/function 'x'\n", "Unresolved tag"],
    ["a tag on a row", "units:\n  - !!js/undefined { exact: 甲局, as: 乙局 }\n", "Unresolved tag"],
    ["aliases that multiply", `a: &a [${"x,".repeat(9)}]\nb: &b [${"*a,".repeat(9)}]\nc: &c [${"*b,".repeat(9)}]\nunits: [${"*c,".repeat(9)}]\n`, "alias"],
    ["a key of prototypes", "units:\n  - { exact: 甲局, as: 乙局, __proto__: { kind: agency } }\n", "__proto__"],
    ["a key of prototypes at the top", "__proto__: { units: [] }\n", "__proto__"],
    ["five thousand brackets", `units: ${"[".repeat(5000)}`, "stack"],
    ["no YAML", "units: [", ""],
    ["an empty file", "", ""],
  ])("%s", (_, text, trouble) => {
    const { lookups, troubles } = readLookups(text);
    expect(lookups).toBeNull();
    expect(troubles.join("\n")).toContain(trouble);
    expect(troubles).not.toHaveLength(0);
  });
});
