/** One page, ruled: which cells a person sees. */
import { describe, expect, test } from "vitest";
import { draw, readDrawing, readInk } from "./draw.ts";

const plain = `
+--------+--------+
|序号    |任务    |
+--------+--------+
|1       |公开    |
+--------+--------+`;
const plainCells = ["table 2x2 ruled, pages 1", "  0 | 0 | 序号", "  0 | 1 | 任务", "  1 | 0 | 1", "  1 | 1 | 公开"];

interface Case {
  readonly name: string;
  readonly drawing: string;
  readonly sees: readonly string[];
}

const cases: readonly Case[] = [
  { name: "a plain grid", drawing: plain, sees: plainCells },
  {
    name: "a cell over two rows, a cell over two columns",
    drawing: `
+--------+-----------------+
|一、公开|任务             |
|        +--------+--------+
|        |甲      |乙      |
+--------+--------+--------+`,
    sees: ["table 2x3 ruled, pages 1", "  0-1 | 0 | 一、公开", "  0 | 1-2 | 任务", "  1 | 1 | 甲", "  1 | 2 | 乙"],
  },
  {
    name: "no side lines",
    drawing: `
---------+---------
序号     |任务
---------+---------
1        |公开
---------+---------`,
    sees: plainCells,
  },
  {
    name: "no line at the foot: the page ends within the row",
    drawing: `
+--------+--------+
|序号    |任务    |
+--------+--------+
|1       |公开    |
|        |        |`,
    sees: plainCells,
  },
  {
    name: "a row that lacks cells at its start",
    drawing: `
+------+------+------+
|甲    |乙    |丙    |
+------+------+------+
       |合计  |十项  |
       +------+------+`,
    sees: ["table 2x3 ruled, pages 1", "  0 | 0 | 甲", "  0 | 1 | 乙", "  0 | 2 | 丙", "  1 | 1 | 合计", "  1 | 2 | 十项", "  1 | 0 | (no cell)"],
  },
  {
    name: "a table within a cell",
    drawing: `
+--------------------+------+
|说明                |丁    |
|  +------+------+   |      |
|  |甲    |乙    |   |      |
|  +------+------+   |      |
+--------------------+------+`,
    sees: ["table 1x2 ruled, pages 1", "  0 | 0 | 说明", "      table 1x2 ruled, pages 1", "        0 | 0 | 甲", "        0 | 1 | 乙", "  0 | 1 | 丁"],
  },
  {
    name: "a table within a cell that shares its border",
    drawing: `
+--------------------+------+
|说明                |丁    |
+------+------+      |      |
|甲    |乙    |      |      |
+------+------+------+------+`,
    sees: ["table 1x2 ruled, pages 1", "  0 | 0 | 说明", "      table 1x2 ruled, pages 1", "        0 | 0 | 甲", "        0 | 1 | 乙", "  0 | 1 | 丁"],
  },
  {
    name: "an underline and a red head rule are no table",
    drawing: `
某市人民政府文件
----------------------
签发人
      ------`,
    sees: ["某市人民政府文件", "签发人"],
  },
  {
    name: "a box around text is no table",
    drawing: `
+----------------------+
|各县（市、区）：      |
|现印发给你们。        |
+----------------------+`,
    sees: ["各县（市、区）：", "现印发给你们。"],
  },
  {
    name: "two tables with words between",
    drawing: `
+----+----+
|甲  |乙  |
+----+----+
表二
+----+----+
|丙  |丁  |
+----+----+`,
    sees: ["table 1x2 ruled, pages 1", "  0 | 0 | 甲", "  0 | 1 | 乙", "表二", "table 1x2 ruled, pages 1", "  0 | 0 | 丙", "  0 | 1 | 丁"],
  },
  {
    name: "English words keep their blanks over line ends",
    drawing: `
+-----------+--------+
|Total net  |2020    |
|income     |        |
+-----------+--------+`,
    sees: ["table 1x2 ruled, pages 1", "  0 | 0 | Total net income", "  0 | 1 | 2020"],
  },
];

describe("drawn tables", () => {
  test.each(cases)("$name", ({ drawing, sees }) => {
    expect(readDrawing(drawing)).toEqual(sees);
  });
});

describe("lines however they are drawn", () => {
  test.each(["double", "dashed"] as const)("%s", (style) => {
    expect(readInk([draw(plain, { style })])).toEqual(plainCells);
  });

  test("in pieces that leave small gaps", () => {
    const page = draw(plain);
    const rules = page.rules.flatMap((rule) => {
      const middle = (rule.from + rule.to) / 2;
      return [{ ...rule, to: middle - 1, at: rule.at + 0.4 }, { ...rule, from: middle + 1, at: rule.at - 0.4 }];
    });
    expect(readInk([{ ...page, rules }])).toEqual(plainCells);
  });

  test("in any order", () => {
    const page = draw(plain);
    expect(readInk([{ ...page, rules: [...page.rules].reverse(), glyphs: [...page.glyphs].reverse() }])).toEqual(plainCells);
  });

  test("an outline that is no rectangle is cut, and that is counted", () => {
    const sees = readDrawing(`
+------+------+
|甲           |
+      +------+
|      |乙    |
+------+------+`);
    expect(sees[0]).toBe("table 2x2 ruled, pages 1");
    expect(sees.filter((line) => /甲|乙/u.test(line))).toHaveLength(2);
  });
});
