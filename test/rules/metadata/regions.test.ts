import { describe, expect, test } from "vitest";
import { regionOfNumber, regionOfOrgan } from "../../../src/normalise/jurisdiction.ts";
import { regionOfCode, regions } from "../../../src/rules/metadata/regions.ts";

describe.each(regions.map((region) => [region.name, region] as const))("%s", (_, region) => {
  test.each(region.examples)("is the region of %s and of no other", (code) => {
    expect(regionOfNumber(code)?.code).toBe(region.code);
    expect(regions.filter((other) => other.codes.some((start) => code.startsWith(start)))).toEqual([region]);
  });
  test("its organs and its code lead to it", () => {
    for (const name of region.names) expect(regionOfOrgan(`${name}办公厅`)?.code).toBe(region.code);
    expect(regionOfCode(region.code)).toBe(region);
  });
});

test("31 provinces and the nation, each code once", () => {
  expect(new Set(regions.map((region) => region.code)).size).toBe(32);
});
