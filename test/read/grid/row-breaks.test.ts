/** Rows that no line parts, shown as columns of words with the line each stands on: half lines are those of cells centred beside cells of more lines. */
import { describe, expect, test } from "vitest";
import { rowBreaks } from "../../../src/read/grid/row-breaks.ts";
import type { Entry, Tier } from "../../../src/read/grid/tiers.ts";

const size = 10;

/** Words by column and line; a line is 12 points high, a half line 6 lower. */
type Words = readonly (readonly [column: number, line: number, words: string])[];

function tiersFrom(words: Words, leading: number): Tier[] {
  const lines = [...new Set(words.map(([, line]) => line))].sort((a, b) => a - b);
  return lines.map((line): Tier => {
    const entries = words.filter(([, own]) => own === line).map(([column, , text]): Entry => ({ c0: column, c1: column + 1, left: column * 100, right: column * 100 + size * text.length, words: text }));
    return { top: line * leading, bottom: line * leading + size, size, entries };
  });
}

/** The words of each row. */
function rowsOf(words: Words, { columns, leading = 12 }: { columns: number; leading?: number }): string[] {
  const tiers = tiersFrom(words, leading);
  const breaks = [-Infinity, ...rowBreaks(tiers, columns), Infinity];
  return breaks.slice(1).map((to, i) => tiers.filter(({ top }) => top >= (breaks[i] ?? 0) && top < to).flatMap(({ entries }) => entries.map((entry) => entry.words)).join(" "));
}

describe("cells that are centred beside cells of more lines", () => {
  test("are of their row: what overlaps in height is no row of its own", () => {
    const words: Words = [
      [1, 0, "在偏远乡镇新建阅"], [2, 0.5, "2031年"], [0, 1, "1"], [1, 1, "览室12间，配齐"], [2, 1.5, "10月底前"], [1, 2, "桌椅和图书"],
      [1, 4, "改造村级阅览室30"], [2, 4, "2031年"], [0, 4.5, "2"], [1, 5, "间"], [2, 5, "9月底前"],
    ];
    expect(rowsOf(words, { columns: 3, leading: 16 / 1.6 + 2 })).toEqual(["在偏远乡镇新建阅 2031年 1 览室12间，配齐 10月底前 桌椅和图书", "改造村级阅览室30 2031年 2 间 9月底前"]);
  });
});

describe("a column that counts the rows", () => {
  const wrapped: Words = [
    [0, 0, "1"], [1, 0, "新建阅览室"], [2, 0, "2031年"], [2, 1, "10月底前"],
    [0, 2.4, "2"], [1, 2.4, "改造阅览室"], [2, 2.4, "2031年"], [2, 3.4, "9月底前"],
  ];

  test("says where they begin, though times beside it go on over two lines", () => {
    expect(rowsOf(wrapped, { columns: 3 })).toEqual(["1 新建阅览室 2031年 10月底前", "2 改造阅览室 2031年 9月底前"]);
  });

  test("says so with lines that are all equally far apart", () => {
    const even = wrapped.map(([column, line, words]) => [column, Math.floor(line), words] as const);
    expect(rowsOf(even, { columns: 3 })).toEqual(["1 新建阅览室 2031年 10月底前", "2 改造阅览室 2031年 9月底前"]);
  });

  test("is none where its numbers do not follow each other: sums in each line are rows", () => {
    expect(rowsOf([[0, 0, "12"], [1, 0, "30"], [0, 1, "8"], [1, 1, "7"], [0, 2, "5"], [1, 2, "25"]], { columns: 2 })).toEqual(["12 30", "8 7", "5 25"]);
  });
});

describe("a time over two lines", () => {
  test("is one value, and its year begins no row", () => {
    const words: Words = [
      [0, 0, "Lakeside"], [1, 0, "Train staff."], [2, 0, "Sept. 2028"],
      [0, 1.5, "Southport"], [1, 1.5, "Renew signs along"], [2, 1.5, "March"], [1, 2.5, "the road."], [2, 2.5, "2025"],
      [0, 4, "Ashford"], [1, 4, "Plant trees."], [2, 4, "June 2024"],
    ];
    expect(rowsOf(words, { columns: 3 })).toEqual(["Lakeside Train staff. Sept. 2028", "Southport Renew signs along March the road. 2025", "Ashford Plant trees. June 2024"]);
  });
});
