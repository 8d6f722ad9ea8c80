/** The signature of a notice below a table that was found by its words is no row of it; words of cells like it are. */
import { describe, expect, test } from "vitest";
import { readDrawing } from "./draw.ts";

const table = `
序号   任务           责任单位         完成时限

1      修订服务指南   县水务局         2023年5月9日

2      整理旧档案     县档案局         6月底前
`;
const line = "\n-----------------------------------------------------";
/** Lines of one word each keep the lines drawn around it from making a grid of it. */
const wrappedTable = `
序号   任务           责任单位         完成时限

1      修订服务指南   县水务局         2023年5月
       并在窗口公布
       每年更新一次
       向社会公开

2      整理旧档案     县档案局         6月底前
       并逐件登记
       年底前完成
       向社会公开
`;

function rowsAndWords(pages: readonly string[]): { rows: string | undefined; outside: string[] } {
  const seen = readDrawing(...pages);
  return { rows: seen.find((words) => words.startsWith("table")), outside: seen.filter((words) => !words.startsWith("table") && !words.startsWith("  ")) };
}

const ended: readonly (readonly [name: string, pages: readonly string[], outside: readonly string[]])[] = [
  ["near the last row", [`${table}\n\n                                       青禾县人民政府\n\n                                       2023年4月2日`], ["青禾县人民政府", "2023年4月2日"]],
  ["of two organs", [`${table}\n\n                                       青禾县教育局\n                                       青禾县财政局\n                                       2023年4月2日`], ["青禾县教育局", "青禾县财政局", "2023年4月2日"]],
  ["dated in Chinese figures", [`${table}\n\n                                       青禾县人民政府\n                                       二〇二三年四月二日`], ["青禾县人民政府", "二〇二三年四月二日"]],
  ["that is only a date, behind a gap", [`${table}\n\n\n\n                                       2023年4月2日`], ["2023年4月2日"]],
  ["on the next page", [table, "\n                                       青禾县人民政府\n\n                                       2023年4月2日"], ["青禾县人民政府", "2023年4月2日"]],
];

describe("a table found by its words ends before a signature", () => {
  test.each(ended)("%s", (_, pages, outside) => {
    const seen = rowsAndWords(pages);
    expect(seen.rows).toContain("table 3x4 unruled");
    expect(seen.outside.map((words) => words.replace(/^>> /u, "")).join("")).toBe(outside.join(""));
  });
});

test("words far below a table are no row of it", () => {
  const seen = rowsAndWords([`${table}\n\n\n\n\n\n\n\n                        联系人甲某`]);
  expect(seen.rows).toContain("table 3x4");
  expect(seen.outside).toEqual(["联系人甲某"]);
});

test("words below the line that closes a table are no row of it", () => {
  const closed = rowsAndWords([`${line}${wrappedTable}${line}\n                        联系人甲某`]);
  expect(closed.rows).toContain("table 3x4 unruled");
  expect(closed.outside).toEqual(["联系人甲某"]);
});

test("rows below a line between rows stay, for no line on top ends where it does", () => {
  expect(rowsAndWords([`${table}${line}\n3      清点旧器材     县体育局         7月底前`]).rows).toContain("table 4x4");
});

const kept: readonly (readonly [name: string, more: string])[] = [
  ["an organ wrapped into a line of its own", "\n3      清点旧器材     县体育局、县公   7月底前\n                      共资源中心"],
  ["an organ alone, with more rows below", "\n                      县农业局\n\n3      清点旧器材     县体育局         7月底前"],
  ["a deadline wrapped into a line of its own", "\n3      清点旧器材     县体育局         两次，分别在\n                                       2023年7月1日"],
];

describe("a table found by its words goes on", () => {
  test.each(kept)("over %s", (_, more) => {
    expect(rowsAndWords([table + more]).outside).toEqual([]);
  });
});
