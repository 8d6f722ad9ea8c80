import { expect, test } from "vitest";
import { spotWords } from "../../../src/emit/report/spot.ts";

test.each([
  ["word/document.xml#/w:document/w:body/w:tbl[1]/w:tr[6]/w:tc[4]/w:p[1]", "第1张表第6行第4格", "table 1, row 6, cell 4"],
  ["WordDocument#/w:document/w:body/w:tbl[2]/w:tr[3]/w:tc[1]/w:p[2]", "第2张表第3行第1格", "table 2, row 3, cell 1"],
  ["word/document.xml#/w:document/w:body/w:p[12]", "正文第12段", "paragraph 12"],
  ["xl/worksheets/sheet1.xml#B7", "第1个工作表 B7", "sheet 1, B7"],
  ["/html/body/div[2]/table/tbody/tr[2]/td[3]", "表格第2行第3格", "table row 2, cell 3"],
  ["/html/body/table[2]/thead/tr/th[2]/p", "表头第1行第2格", "table head row 1, cell 2"],
  // A table in a cell: which one is meant, a person cannot count.
  ["word/document.xml#/w:document/w:body/w:tbl[1]/w:tr[6]/w:tc[4]/w:tbl[1]/w:tr[1]/w:tc[1]/w:p[1]", null, null],
  ["word/footnotes.xml#/w:footnotes/w:footnote[2]/w:p[1]", null, null],
  ["/html/body/p[3]", null, null],
  ["/", null, null],
])("%s", (path, zh, en) => {
  expect([spotWords(path, "zh"), spotWords(path, "en")]).toEqual([zh, en]);
});
