import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { align, gritsCon, longestCommon, type Matrix } from "./grits.ts";

describe("longest common subsequence", () => {
  test.each([
    ["", "", 0],
    ["市财政局", "市财政局", 4],
    ["市财政局", "省财政厅", 2],
    ["abcbdab", "bdcaba", 4],
    // The matching blocks of difflib find 3 here: they take the longest block first.
    ["abxcd", "cdabxcd".slice(0, 4) + "cd", 4],
  ])("%s, %s: %d", (a, b, length) => {
    expect(longestCommon(a, b)).toBe(length);
  });
});

test("alignment keeps the order and takes the greatest sum", () => {
  const rewards = [
    [0, 0.9],
    [0.8, 0],
    [0, 0.5],
  ];
  expect(align(3, 2, (i, j) => rewards[i]?.[j] ?? 0)).toEqual([
    [1, 0],
    [2, 1],
  ]);
});

describe("GriTS_Con", () => {
  const table = [
    ["一", "1", "甲"],
    ["一", "2", "乙"],
    ["二", "3", "丙"],
  ];
  test.each<[string, Matrix, number]>([
    ["the same table", table, 1],
    ["without its last row", table.slice(0, 2), (2 * 6) / 15],
    ["without its last column", table.map((row) => row.slice(0, 2)), (2 * 6) / 15],
    ["with an empty column between", table.map(([a = "", b = "", c = ""]) => [a, "", b, c]), (2 * 9) / 21],
    ["one cell of nine empty", [["", "1", "甲"], ...table.slice(1)], 16 / 18],
    ["nothing", [], 0],
  ])("%s", (_, got, score) => {
    expect(gritsCon(got, table).score).toBeCloseTo(score, 10);
  });

  test("is symmetric and between 0 and 1", () => {
    const matrix = fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(fc.constantFrom("", "甲", "甲乙", "丙"), { minLength: width, maxLength: width }), { maxLength: 4 }));
    fc.assert(
      fc.property(matrix, matrix, (a, b) => {
        const { score } = gritsCon(a, b);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1 + 1e-9);
        expect(gritsCon(b, a).score).toBeCloseTo(score, 10);
        expect(gritsCon(a, a).score).toBe(1);
      }),
      { seed: 11 },
    );
  });
});
