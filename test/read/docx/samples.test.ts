/** Whole sample files, and what a person sees in them. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { NoticeDocument, Table } from "../../../src/model/document.ts";
import { cellText, paragraphsOf } from "../../../src/model/quote.ts";
import { slotsOf } from "../grid-checks.ts";
import { outline, readBytes, tableOf, tablesOf } from "./reading.ts";

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
const json = (name: string): unknown => JSON.parse(new TextDecoder().decode(fixture(name)));

type TrueCell = readonly [startColumn: number, span: number, merge: "restart" | "continue" | null, text: string];

/** The cells of a written answer. Merged cells show the words of their first row; a merge of one row is none. */
function trueCells(rows: readonly (readonly TrueCell[])[]): string[] {
  const cells: { r0: number; r1: number; c0: number; c1: number; text: string }[] = [];
  rows.forEach((row, r) => {
    for (const [c0, span, merge, text] of row) {
      const above = merge === "continue" ? cells.find((cell) => cell.c0 === c0 && cell.r1 === r) : undefined;
      if (above === undefined) cells.push({ r0: r, r1: r + 1, c0, c1: c0 + span, text: text.replaceAll("\n", "") });
      else above.r1 = r + 1;
    }
  });
  return cells.map(({ r0, r1, c0, c1, text }) => `${String(r0)}-${String(r1)} ${String(c0)}-${String(c1)} ${text}`);
}

/** The cells as read; numbers are left out and paragraphs glued together, those of nested tables behind, as the answers have it. */
function readCells(document: NoticeDocument, table: Table): string[] {
  const words = (cell: Table["cells"][number]): string => {
    const own = cell.blocks.filter((block) => block.kind === "paragraph");
    const nested = paragraphsOf(cell.blocks.filter((block) => block.kind === "table"));
    const text = (paragraphs: typeof own): string[] => paragraphs.map(({ span }) => document.text.slice(span.start, span.end));
    return [...text(own), ...text(nested)].join("");
  };
  return table.cells.map((cell) => `${String(cell.r0)}-${String(cell.r1)} ${String(cell.c0)}-${String(cell.c1)} ${words(cell)}`);
}

/** The text around the table: the letterhead stands in the page header, the page number in the footer. */
const letter = [
  "p| 示例市人民政府办公室文件",
  "p| 示例市人民政府办公室关于印发示例市2031年重点工作任务分工的通知",
  "p| 示政办〔2031〕7号",
  "p| 各县（市、区）人民政府，市政府各部门、各直属机构：",
  "p| 为做好各项工作，现将任务分工通知如下。（插入文字）",
  "p| 一、│总体要求",
  "p| （一）│提高认识",
  "p| 1.│加强领导",
  "p| 2.│明确责任",
  "p| （二）│狠抓落实",
  "p| 二、│工作安排",
  "⤓p| 附件",
  "p| 示例市2031年重点工作任务分工表",
  "p| （此件公开发布）",
  "docx:page-number| —  —",
];

describe.each(["notice-small", "notice-50p"])("%s", (name) => {
  test("gives its grid", async () => {
    const { document, context } = await readBytes(fixture(`${name}.docx`));
    const [table] = tablesOf(document);
    if (table === undefined) throw new Error("no table");
    expect(readCells(document, table)).toEqual(trueCells(json(`${name}.grid.json`) as TrueCell[][]));
    expect(table).toMatchObject({ headerRows: 1, confidence: 1, method: "markup" });
    // 合计 stands behind two columns without cells, and two follow it.
    expect(table.missing).toEqual([0, 1, 4, 5].map((column) => ({ row: table.rows - 2, column })));
    // The generator left words in merged cells that no page shows, and tracked changes.
    expect(context.diagnostics.map(({ code }) => code)).toEqual(["docx/covered-text", "docx/tracked-changes"]);
  });

  test("numbers its tasks as Word does", async () => {
    const { document } = await readBytes(fixture(`${name}.docx`));
    const [table] = tablesOf(document);
    const numbers = table?.cells.flatMap((cell) => (cell.c0 === 2 && cell.c1 === 3 && cell.r0 > 0 && cell.r1 < table.rows - 1 ? [cellText(document, cell)] : [])) ?? [];
    expect(numbers).toEqual(numbers.map((_, i) => String(i + 1)));
    expect(numbers.length).toBeGreaterThan(10);
  });

  test("has its letter before the table, its heading numbers and its letterhead", async () => {
    const { document } = await readBytes(fixture(`${name}.docx`));
    expect(outline(document).filter((line) => !line.startsWith("table"))).toEqual(letter);
  });
});

interface TrueSpan {
  readonly r: number;
  readonly c: number;
  readonly rs: number;
  readonly cs: number;
  readonly t: string;
}

test("notice.docx gives its grid", async () => {
  const { document } = await readBytes(fixture("notice.docx"));
  const truth = (json("notice.grid.json") as TrueSpan[]).sort((a, b) => a.r - b.r || a.c - b.c);
  const table = tablesOf(document).find((candidate) => candidate.columns === 6);
  const cells = table?.cells.map((cell) => ({ r: cell.r0, c: cell.c0, rs: cell.r1 - cell.r0, cs: cell.c1 - cell.c0, t: cellText(document, cell) }));
  expect(cells).toEqual(truth);
});

/**
 * odd-ooxml.docx as LibreOffice renders it (with ruling lines added to see the cells), in the state that accepts the tracked
 * changes. Three things the picture decides: “（续）” is not shown, as its cell is merged into A任务 above; rows three
 * and four have no cell under A任务; the number of the footnote is no part of its words. Two it does not: the text box has no size
 * there, and “孤” continues a cell that does not exist, which LibreOffice hides in the gap above while a first row with the same markup
 * is shown. Both are kept, so that no word is lost.
 */
test("odd-ooxml.docx gives what a person sees", async () => {
  const { document, codes } = await readBytes(fixture("odd-ooxml.docx"));
  expect(outline(document).filter((line) => !line.startsWith("table"))).toEqual([
    "h1| 标题",
    "p| 一、│第一节",
    "p| 二、│第二节",
    "p| （一）│（款）",
    "p| 文本框内容",
    "p| 三、│第三节",
    "h2| （一）│样式编号",
    "p| 脚注文字",
  ]);
  const [first, second] = tablesOf(document);
  if (first === undefined || second === undefined) throw new Error("two tables");
  expect(slotsOf(document, first)).toEqual([
    ["A任务", "B1", "C1", "D1"],
    ["A任务", "B2", "C2", "D1"],
    [null, "B3", "C3", "D1"],
    [null, "B4", "C4", null],
    ["孤", "B5", "C5", "D5"],
  ]);
  expect(slotsOf(document, second)).toEqual([
    ["甲", "甲", "乙", "丙"],
    ["控件行", "1", "控件格", "4"],
    ["插入行", "x", "y", "z"],
    ["第一行\n第二行", "软\n换行", "制\t表-符", "上标"],
    ["1", "2条目", "①子", "增"],
    ["3", "隐", "可见", "移入"],
  ]);
  expect(codes).toEqual(["docx/covered-text", "docx/loose-merge", "docx/hidden-text", "docx/tracked-changes"]);
});

/** border-styles.docx rendered: four tables of seven rows and four columns, whatever rulings are drawn, each under its title. */
test("border-styles.docx gives what a person sees", async () => {
  const { document, codes } = await readBytes(fixture("border-styles.docx"));
  expect(outline(document).filter((line) => !line.startsWith("table"))).toEqual(["p| 表一 无左右边框", "p| 表二 三线表", "p| 表三 无框线", "p| 表四 无横线"]);
  const task = "完善公开目录，及时更新权责清单并向社会公布，接受监督。";
  const rows = [1, 2, 3, 1, 2, 3].map((times, i) => [String(i + 1), task.repeat(times), i % 2 === 0 ? "市财政局" : "市教育局、市卫生健康委", i % 2 === 0 ? "6月底前" : "全年"]);
  const tables = tablesOf(document);
  expect(tables).toHaveLength(4);
  for (const table of tables) expect(slotsOf(document, table)).toEqual([["序号", "工作任务", "责任单位", "完成时限"], ...rows]);
  expect(codes).toEqual([]);
});

test("places are part, path and offsets", async () => {
  const { document } = await readBytes(fixture("odd-ooxml.docx"));
  const at = document.text.indexOf("可见");
  const fragment = document.fragments.find(({ span }) => span.start === at);
  expect(fragment?.place).toEqual({ source: 0, kind: "element", path: "word/document.xml#/w:document/w:body/w:tbl[2]/w:tr[6]/w:tc[3]/w:p[1]", start: 2, end: 4 });
  expect(tableOf(document).place).toEqual([{ source: 0, kind: "element", path: "word/document.xml#/w:document/w:body/w:tbl[1]", start: null, end: null }]);
});
