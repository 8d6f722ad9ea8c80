/** Charts with grid lines are no tables; forms with blank rows are. */
import { expect, test } from "vitest";
import { layOutPage, type PageLayout } from "../../../src/read/grid/page.ts";
import type { PageInk, Rule } from "../../../src/read/grid/ink.ts";
import { draw } from "./draw.ts";

const tablesIn = ({ items }: PageLayout): number => items.filter(({ kind }) => kind === "table").length;
const wordsIn = ({ items }: PageLayout): string => items.flatMap((item) => (item.kind === "line" ? [item.line.text] : [])).join("|");

/** A frame with lines across it, and figures at the heights of the drawing, left of it. */
function framed(labels: string, lines: readonly number[], left = 110, right = 400): PageInk {
  const ink = draw(labels);
  const [top, bottom] = [lines[0]!, lines.at(-1)!];
  const rules: Rule[] = [
    ...lines.map((at): Rule => ({ axis: "horizontal", at, from: left, to: right })),
    ...[left, right].map((at): Rule => ({ axis: "vertical", at, from: top, to: bottom })),
  ];
  return { ...ink, rules };
}

const axis = "\n40\n\n30\n\n20\n\n10\n\n0\n        东岭县    南塘区";
const heights = [7, 35, 63, 91, 119];

test("figures at the lines of a blank frame are the axis of a chart, and stay as text", () => {
  const layout = layOutPage(framed(axis, heights));
  expect(tablesIn(layout)).toBe(0);
  expect(layout.charts).toEqual([[110, 7, 400, 119]]);
  expect(wordsIn(layout)).toContain("东岭县");
});

test("words in a chart stay as text, too", () => {
  const layout = layOutPage(framed("\n40\n          图例\n30\n\n20\n\n10\n\n0", heights));
  expect(tablesIn(layout)).toBe(0);
  expect(wordsIn(layout)).toContain("图例");
});

test("figures between the lines number the rows of a form", () => {
  const layout = layOutPage(framed("\n\n1\n\n2\n\n3\n\n4", heights));
  expect(tablesIn(layout)).toBe(1);
  expect(layout.charts).toEqual([]);
});

test("a form with a head and blank rows is a table", () => {
  const layout = layOutPage(draw(`
+--------+--------+--------+
|序号    |任务    |单位    |
+--------+--------+--------+
|        |        |        |
+--------+--------+--------+
|        |        |        |
+--------+--------+--------+
|        |        |        |
+--------+--------+--------+`));
  expect(tablesIn(layout)).toBe(1);
  expect(layout.charts).toEqual([]);
});

test("a grid without a word in any cell is a drawing, whatever stands around it", () => {
  const ink = framed("\n\n\n\n\n\n\n\n\n\n\n        1月    2月", heights);
  const layout = layOutPage({ ...ink, rules: [...ink.rules, { axis: "vertical", at: 250, from: heights[0]!, to: heights.at(-1)! }] });
  expect(tablesIn(layout)).toBe(0);
  expect(layout.charts).toEqual([[110, 7, 400, 119]]);
});
