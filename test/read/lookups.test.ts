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
    ["a regex that looks around", "units:\n  - regex: 甲(?=局)\n    name: 甲局\n", "units[0]: regex “甲(?=局)” looks ahead or behind"],
    ["a regex that refers back", "units:\n  - regex: (甲)\\1\n    name: 甲局\n", "refers back to what a group matched"],
    ["a regex that is long when written out", "units:\n  - regex: ((甲{99}){99}){99}\n    name: 甲局\n", "is too long when its repetitions are written out"],
    ["too many expressions that fit anywhere", `units:\n${"  - regex: ^[甲乙]+局?\n    name: 甲局\n".repeat(21)}`, "21 regex forms hold no fixed word; at most 20 may"],
    ["names and expressions that multiply", `units:\n${[..."丁丙乙戊己庚辛壬癸子"].map((end) => `  - regex: 局(?:.?甲?){300}${end}\n    as: x\n`).join("")}${Array.from({ length: 400 }, (_, i) => `  - exact: 局${"中".repeat(40)}N${i}\n    as: x\n`).join("")}`, "too many comparisons: exact:局中"],
    ["expressions that are long together", `units:\n${Array.from({ length: 100 }, (_, i) => `  - regex: 局(?:.?甲?){300}丁${i}\n    as: x\n`).join("")}`, "units[83]: the regex forms up to here are too long"],
    ["no YAML", "units: [", ""],
    ["an empty file", "", ""],
  ])("%s", (_, text, trouble) => {
    const { lookups, troubles } = readLookups(text);
    expect(lookups).toBeNull();
    expect(troubles.join("\n")).toContain(trouble);
    expect(troubles).not.toHaveLength(0);
  });
});

describe("a file that costs little to check", () => {
  const long = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三";

  test.each(["^(([一-鿿])+)+!$", "^(一|二|[一-鿿])*!", "([一-鿿]+[一-鿿]+)+!", "(.*)*!", "^((.|一)+)+$!", "(?:(?:一?二?)*三?)*!"])("an expression that takes the engine of JavaScript for ever: %s", (regex) => {
    const { lookups } = readLookups(`units:\n  - regex: '${regex}'\n    as: x\n  - exact: ${long}\n    as: y\n`);
    expect(lookups?.units).toHaveLength(2);
  });

  test.each([
    ["exact rows", (i: number) => `  - exact: 第${i}局\n    as: 第${i}管理局\n`],
    ["contains rows", (i: number) => `  - contains: 第${i}局\n    as: 第${i}管理局\n`],
    ["both, which fit each other", (i: number) => (i % 2 === 0 ? `  - exact: 某市第${i}局\n    kind: agency\n` : `  - contains: 第${i - 1}局\n    kind: agency\n`)],
  ])("60,000 %s", (_, row) => {
    const { lookups, troubles } = readLookups(`units:\n${Array.from({ length: 60_000 }, (__, i) => row(i)).join("")}`);
    expect(troubles).toEqual([]);
    expect(lookups?.units).toHaveLength(60_000);
  });

  test("60,000 rows of one name are told in a hundred sentences", () => {
    const { troubles } = readLookups(`units:\n${Array.from({ length: 60_000 }, (__, i) => `  - exact: 某局\n    as: 第${i}局\n`).join("")}`);
    expect(troubles).toHaveLength(101);
    expect(troubles.at(-1)).toBe("and 59899 more");
  });
});
