/** What lowers the confidence of a grid, and what does not. */
import { expect, test } from "vitest";
import { atOnce } from "../../../src/model/steps.ts";
import { compose } from "../../../src/read/grid/compose.ts";
import type { JoinedTable } from "../../../src/read/grid/join.ts";
import { layOutPage } from "../../../src/read/grid/page.ts";
import { draw } from "./draw.ts";

function tableIn(...drawings: readonly string[]): JoinedTable {
  const { tables } = atOnce(compose(drawings.map((drawing, i) => layOutPage(draw(drawing, { number: i + 1 }))), 0));
  expect(tables).toHaveLength(1);
  return tables[0]!;
}

const plain = `
+--------+----------------+--------+
|序号    |工作任务        |责任单位|
+--------+----------------+--------+
|1       |推进河道清淤，建|水务局  |
|        |立台账。        |财政局  |
+--------+----------------+--------+
|2       |养护公路。      |交通局  |
+--------+----------------+--------+`;

test("a ruled grid with wrapped cells and units one below the other is sure", () => {
  expect(tableIn(plain)).toMatchObject({ confidence: 1, doubtful: false, crowded: [] });
});

test("cells whose lines stand level and were not wrapped may be several rows", () => {
  const table = tableIn(`
+--------+----------------+--------+
|县区    |新建            |改造    |
+--------+----------------+--------+
|东岭县  |大桥            |小桥    |
|南塘区  |公路            |小路    |
+--------+----------------+--------+
|西湾区  |码头            |堤坝    |
+--------+----------------+--------+
|平沙区  |在河道两岸新建堤|水渠    |
|        |坝和码头。      |        |
+--------+----------------+--------+
|大坝区  |在河道两岸新建堤|水渠    |
|        |坝和码头。      |        |
+--------+----------------+--------+`);
  expect(table.doubtful).toBe(true);
  expect(table.confidence).toBeLessThan(0.7);
  expect(table.crowded.map(({ page }) => page)).toEqual([1, 1]);
});

test("figures below each other in one cell are two amounts", () => {
  const table = tableIn(`
+--------+----------------+--------+
|县区    |新建            |改造    |
+--------+----------------+--------+
|东岭县  |12              |小桥    |
|        |30              |        |
+--------+----------------+--------+
|西湾区  |8               |堤坝    |
+--------+----------------+--------+`);
  expect(table.crowded).toHaveLength(1);
  expect(table.doubtful).toBe(true);
});

test("a part of one row on a second page is no doubt, a lone frame around words is", () => {
  const rest = `
+--------+----------------+--------+
|3       |整修校舍。      |教育局  |
+--------+----------------+--------+`;
  expect(tableIn(plain, rest)).toMatchObject({ confidence: 1, doubtful: false });
  expect(tableIn(rest).confidence).toBeLessThan(0.9);
});

test("a caption within the frame lowers a little, without a finding", () => {
  const table = tableIn(`
+----------------------------------+
|            分工表                |
+--------+----------------+--------+
|序号    |工作任务        |责任单位|
+--------+----------------+--------+
|1       |养护公路。      |交通局  |
+--------+----------------+--------+`);
  expect(table.confidence).toBe(0.88);
  expect(table.doubtful).toBe(false);
});
