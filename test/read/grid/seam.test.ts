/** A row cut by the page end without a running number of its own: what says that it goes on, and what says that a new row begins. */
import { describe, expect, test } from "vitest";
import { readDrawing } from "./draw.ts";

type Row = readonly [label: string, work: string, units: string];

const widths = [14, 24, 12];

/** A ruled table of one line a cell, the last row of the first page cut from the first of the second. */
function pagesOf(above: readonly Row[], below: readonly Row[]): [string, string] {
  const line = `+${widths.map((width) => "-".repeat(width)).join("+")}+`;
  const draw = (rows: readonly Row[]): string => `\n${line}\n${rows.map((row) => `|${row.map((text, i) => text + " ".repeat(widths[i]! - lengthOf(text))).join("|")}|\n${line}`).join("\n")}`;
  return [draw([["类别", "工作任务", "责任单位"], ...above]), draw(below)];
}

/** Half widths that a drawing gives to words. */
function lengthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u3001-\u9fff\uff01-\uff5e“”]/u.test(character) ? 2 : 1), 0);
}

const before: Row = ["1.1书屋建设", "新建书屋十二间。", "文化局"];
const after: Row = ["1.3人员培训", "培训管理员二百人次。", "教育局"];

function read(above: Row, below: Row, others: readonly Row[] = [before]): string[] {
  return readDrawing(...pagesOf([...others, above], [below, after]));
}

describe("a row that goes on", () => {
  test.each<[string, Row, Row, string[]]>([
    ["the label goes on in brackets, the units behind a comma", ["1.2流动服务", "开通图书车并建立台账；", "交通局、"], ["（6分）", "台账按季报送。", "文化局"], ["1.2流动服务（6分）", "开通图书车并建立台账；台账按季报送。", "交通局、文化局"]],
    ["the label stands above only", ["1.2流动服务", "开通图书车，每月到村，", "交通局"], ["", "并建立台账。", ""], ["1.2流动服务", "开通图书车，每月到村，并建立台账。", "交通局"]],
    ["a bracket is open", ["1.2流动服务", "开通图书车（每月到村", "交通局"], ["", "一次）并建台账。", ""], ["1.2流动服务", "开通图书车（每月到村一次）并建台账。", "交通局"]],
    ["the words below begin with a mark", ["1.2流动服务", "开通图书车每月到村一次", "交通局"], ["", "，并建立台账。", ""], ["1.2流动服务", "开通图书车每月到村一次，并建立台账。", "交通局"]],
    ["a clause ends where rows end with a full stop", ["1.2流动服务", "每月到村一次并建台账；", "交通局"], ["", "台账按季报送。", ""], ["1.2流动服务", "每月到村一次并建台账；台账按季报送。", "交通局"]],
  ])("%s", (_, above, below, [label, work, units]) => {
    const lines = read(above, below);
    expect(lines[0]).toMatch(/^table 4x3 /u);
    const shown = lines.map((line) => line.replaceAll(" / ", ""));
    for (const [column, text] of [label, work, units].entries()) expect(shown).toContain(`  2 | ${column} | ${text}`);
  });
});

describe("a new row", () => {
  test.each<[string, Row, Row, Row[]?]>([
    ["its number follows on", ["1.2流动服务", "开通图书车并建立台账；", "交通局"], ["1.3档案整理", "整理书目。", "档案局"]],
    ["behind a full sentence", ["1.2流动服务", "开通图书车并建立台账。", "交通局"], ["档案整理", "整理书目。", "档案局"]],
    ["where every row ends with a semicolon", ["流动服务", "开通图书车并建立台账；", "交通局"], ["档案整理", "整理书目并且编成目录；", "档案局"], [["书屋建设", "新建书屋；", "文化局"], ["维修", "修缮书架；", "城建局"]]],
    ["figures above figures", ["东岭县", "12.5", "30"], ["南塘区", "8", "25"], [["北渡县", "11.5", "20"]]],
    ["short names that fill their cells", ["东岭县南塘区县", "一百二十", "财政局教育局"], ["北渡县西湾区县", "一百三十", "交通局水务局"], [["平沙区大坝区县", "一百四十", "民政局林业局"]]],
    ["a label that is no addition", ["流动服务", "开通图书车并建立台账", "交通局"], ["（二）档案", "整理书目。", "档案局"]],
  ])("%s", (_, above, below, others = [before]) => {
    const lines = read(above, below, others);
    expect(lines[0]).toMatch(new RegExp(`^table ${others.length + 4}x3 `, "u"));
    const row = others.length + 2;
    [above, below].forEach((texts, i) => texts.forEach((text, column) => expect(lines).toContain(`  ${row + i - 1} | ${column} | ${text}`)));
  });
});
