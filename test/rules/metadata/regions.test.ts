import { describe, expect, test } from "vitest";
import { divisionOf } from "../../../src/rules/divisions/divisions.ts";
import { localCodes, regionOfCode, regions } from "../../../src/rules/metadata/regions.ts";
import { placeOfNumber, placeOfOrgan, regionOfNumber } from "../../../src/normalise/jurisdiction.ts";

describe.each(regions.map((region) => [region.name, region] as const))("%s", (_, region) => {
  test.each(region.examples)("is the region of %s and of no other", (code) => {
    expect(regionOfNumber(code)?.code).toBe(region.code);
    expect(regions.filter((other) => other.codes.some((start) => code.startsWith(start)))).toEqual([region]);
  });
  test("its organs and its code lead to it", () => {
    for (const name of region.names) expect(placeOfOrgan(`${name}办公厅`, null, null)?.code).toBe(region.code);
    expect(regionOfCode(region.code)).toBe(region);
  });
});

test("31 provinces and the nation, each code once", () => {
  expect(new Set(regions.map((region) => region.code)).size).toBe(32);
});

describe.each(localCodes)("$start", ({ code, start, unique, examples }) => {
  test.each(examples)("%s is of that place where its province is known", (example) => {
    expect(placeOfNumber(example, `${code.slice(0, 2)}0000`)?.code).toBe(code);
    expect(placeOfNumber(example, null)?.code).toBe(unique ? code : undefined);
  });
  test("is of a place in the table and of no province", () => {
    expect(divisionOf(code)).not.toBeNull();
    expect(regionOfNumber(start)).toBeUndefined();
  });
});
