import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseNotice } from "../../../../src/index.ts";
import { faultsOf } from "../../../hostile/judge.ts";
import { cell, merges, rows, xlsx } from "../build.ts";
import { seen } from "../seen.ts";

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)));

interface TruthCell {
  readonly r: number;
  readonly c: number;
  readonly rs: number;
  readonly cs: number;
  readonly t: string;
}

test("the sample has every cell and every merge of its truth, its title above, its note beside", async () => {
  const truth = JSON.parse(new TextDecoder().decode(fixture("truth-grid.json"))) as TruthCell[];
  const { document, codes } = await seen(fixture("notice.xlsx"));
  const tables = document?.blocks.filter((block) => block.kind === "table") ?? [];
  const words = ({ start, end }: { start: number; end: number }): string => document?.text.slice(start, end) ?? "";
  expect(tables[0]?.cells.map(({ r0, r1, c0, c1, span }) => ({ r: r0, c: c0, rs: r1 - r0, cs: c1 - c0, t: words(span) }))).toEqual(truth);
  expect(document?.blocks[0]?.span).toEqual({ start: 0, end: 17 });
  expect(tables[1]?.cells.map(({ span }) => words(span))).toEqual(["完成日期", "2021年12月31日"]);
  expect(codes).toEqual([]);
});

test("strings: shared, inline, in runs, without readings, with escapes", async () => {
  const strings = [
    "<si><t>责任单位</t></si>",
    '<si><r><t>市财政局</t></r><r><rPr><b/></rPr><t xml:space="preserve">牵头 </t></r><rPh sb="0" eb="2"><t>しざい</t></rPh><phoneticPr fontId="1"/></si>',
    "<si><t>第一行_x000D_\n第二行</t></si>",
    "<si><t>_x005F_x0041_</t></si>",
    "<si><r><rPr><strike/></rPr><t>市经信委</t></r><r><rPr><strike val=\"0\"/></rPr><t>市工信局</t></r></si>",
  ].join("");
  const shared = (name: string, index: number): string => `<c r="${name}" t="s"><v>${index}</v></c>`;
  const { blocks, document, codes } = await seen(xlsx({ strings, sheets: [{ rows: `<row r="1">${shared("A1", 0)}${cell("B1", "时限")}</row><row r="2">${shared("A2", 1)}${shared("B2", 2)}</row><row r="3">${shared("A3", 3)}${shared("B3", 4)}</row>` }] }));
  expect(blocks).toEqual([[["责任单位", "时限"], ["市财政局牵头", "第一行\n第二行"], ["_x0041_", "市工信局"]]]);
  expect(codes).toEqual(["words/struck 4 市经信委"]);
  const table = document?.blocks[0];
  const bold = table?.kind === "table" ? table.cells[2]?.blocks[0] : undefined;
  expect(bold?.kind === "paragraph" ? bold.bold.map(({ start, end }) => document?.text.slice(start, end)) : null).toEqual(["牵头"]);
});

test("places name the part and the cell, offsets count in what it shows", async () => {
  const { document } = await seen(xlsx({ sheets: [{ rows: rows(2, [["序号", "任务"], ["1", "  修路\n 架桥"]]) }] }));
  expect(document?.fragments.map(({ span, place }) => [document.text.slice(span.start, span.end), place])).toEqual([
    ["序号", { source: 0, kind: "element", path: "xl/worksheets/sheet1.xml#A2", start: 0, end: 2 }],
    ["任务", { source: 0, kind: "element", path: "xl/worksheets/sheet1.xml#B2", start: 0, end: 2 }],
    ["1", { source: 0, kind: "element", path: "xl/worksheets/sheet1.xml#A3", start: 0, end: 1 }],
    ["修路", { source: 0, kind: "element", path: "xl/worksheets/sheet1.xml#B3", start: 2, end: 4 }],
    ["架桥", { source: 0, kind: "element", path: "xl/worksheets/sheet1.xml#B3", start: 6, end: 8 }],
  ]);
});

test("values as Excel shows them", async () => {
  const styles = '<numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月底前&quot;"/></numFmts><fonts><font/><font><strike/></font></fonts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="9"/><xf numFmtId="57"/><xf numFmtId="0" fontId="1"/></cellXfs>';
  const value = (name: string, style: number, value: string, type = "n"): string => `<c r="${name}" s="${style}" t="${type}"><v>${value}</v></c>`;
  const line = [value("A1", 0, "3"), value("B1", 1, "44561"), value("C1", 2, "44561"), value("D1", 3, "0.6"), value("E1", 4, "44561"), value("F1", 0, "1", "b"), value("G1", 0, "#REF!", "e"), value("H1", 0, "市财政局", "str"), value("I1", 1, "2021-12-31T00:00:00", "d"), value("J1", 5, "7")];
  const file = (workbookPr: string): Uint8Array => xlsx({ styles, workbookPr, sheets: [{ rows: `<row r="1">${line.join("")}</row>` }] });
  expect((await seen(file(""))).blocks).toEqual([[["3", "2021/12/31", "2021年12月底前", "60%", "2021年12月", "TRUE", "#REF!", "市财政局", "2021/12/31"]]]);
  expect((await seen(file('<workbookPr date1904="1"/>'))).blocks[0]?.[0]?.[1]).toBe("2026/1/1");
});

test("a formula shows its result; one without a result is said", async () => {
  const formula = (name: string, inner: string, type = "str"): string => `<c r="${name}" t="${type}"><f>A1</f>${inner}</c>`;
  const { blocks, codes } = await seen(xlsx({ sheets: [{ rows: `<row r="1">${cell("A1", "序号")}${formula("B1", "<v>责任单位</v>")}${formula("C1", "")}${formula("D1", "<v></v>")}${formula("E1", "<v>12</v>", "n")}</row>` }] }));
  expect(blocks).toEqual([[["序号", "责任单位", "12"]]]);
  expect(codes).toEqual(["sheet/uncalculated 表 1"]);
});

test.each(["<v></v>", "<v/>", ""])("a number that a program left for Excel to calculate is said: %s", async (inner) => {
  const { codes } = await seen(xlsx({ sheets: [{ rows: `<row r="1">${cell("A1", "序号")}${cell("B1", "完成时限")}<c r="C1"><f>TODAY()</f>${inner}</c></row>` }] }));
  expect(codes).toEqual(["sheet/uncalculated 表 1"]);
});

test("merges: cut at the used range, of whole columns, overlapping, over words that nobody sees", async () => {
  const lines = rows(1, [["重点任务分工表"], ["序号", "任务", "单位", "时限"], ["1", "修路", "市交通局", "年底前"], ["2", "架桥", "被盖住", "年底前"]]);
  const { blocks, codes } = await seen(xlsx({ sheets: [{ rows: lines, behind: merges("A1:XFD1", "C3:C1048576", "D3:D4", "C4:D4", "D2:E2", "Z1:Z9") }] }));
  expect(blocks).toEqual(["重点任务分工表", [["序号", "任务", "单位", "时限"], ["1", "修路", "市交通局|2x1", "年底前|2x1"], ["2", "架桥"]]]);
  expect(codes).toEqual(["table/overlap", "sheet/covered-text 表 1 被盖住 | 年底前"]);
});

test("a merged cell without words stays one cell", async () => {
  const { blocks } = await seen(xlsx({ sheets: [{ rows: rows(1, [["序号", "任务", "单位"], ["1", "修路", ""], ["2", "架桥", ""]]), behind: merges("C2:C3") }] }));
  expect(blocks).toEqual([[["序号", "任务", "单位"], ["1", "修路", "|2x1"], ["2", "架桥"]]]);
});

test("hidden rows, columns and sheets are left out and said", async () => {
  const line = (row: number, hidden: boolean, texts: readonly string[]): string => rows(row, [texts]).replace("<row ", hidden ? '<row hidden="1" ' : "<row ");
  const shown = { name: "任务", before: '<cols><col min="3" max="3" width="9" hidden="1"/><col min="9" max="16384" width="0"/></cols>', rows: line(1, false, ["序号", "任务", "内部备注", "单位"]) + line(2, true, ["1", "修路", "密", "市交通局"]) + line(3, false, ["2", "架桥", "密", "市住建局"]) + line(4, true, ["", "", "", ""]), behind: merges("D2:D3") };
  const choices = { name: "选项", state: "veryHidden", rows: rows(1, [["市交通局"], ["市住建局"]]) };
  const { blocks, codes, document } = await seen(xlsx({ sheets: [shown, choices, { name: "空", state: "hidden", rows: "" }] }));
  // The merged unit cell begins in a hidden row, and what it shows is seen in the other.
  expect(blocks).toEqual([[["序号", "任务", "单位"], ["2", "架桥", "市交通局"]]]);
  expect(codes).toEqual(["sheet/covered-text 任务 1 市住建局", "sheet/hidden-rows 任务 1 1 | 修路 | 密", "sheet/hidden-columns 任务 1 内部备注 | 密", "sheet/hidden-sheet 选项 2 市交通局 | 市住建局"]);
  expect(document?.meta.map(({ name, content }) => [name, content])).toEqual([["sheet", "任务"]]);
});

test("text boxes are read, large pictures and comments are said", async () => {
  const drawing = [
    '<xdr:twoCellAnchor><xdr:sp><xdr:txBody><a:p><a:r><a:t>注：按季度报送</a:t></a:r></a:p><a:p><a:r><a:t>市政府办</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor>',
    '<xdr:oneCellAnchor><xdr:ext cx="5400000" cy="2700000"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1" name="x" descr="分工表截图"/></xdr:nvPicPr></xdr:pic></xdr:oneCellAnchor>',
    '<xdr:oneCellAnchor><xdr:ext cx="900000" cy="900000"/><xdr:pic/></xdr:oneCellAnchor>',
  ];
  const wsDr = `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${drawing.join("")}</xdr:wsDr>`;
  const comments = '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><commentList><comment ref="B2"><text><r><t>请核对</t></r></text></comment></commentList></comments>';
  const embedded = '<row r="3" ht="120"><c r="A3" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c></row>';
  const file = xlsx({
    sheets: [{ rows: rows(1, [["序号", "任务"], ["1", "修路"]]) + embedded, behind: "<headerFooter><oddHeader>&amp;C&amp;\"宋体\"&amp;12市政府督查室台账</oddHeader><oddFooter>第&amp;P页，共&amp;N页</oddFooter></headerFooter>", related: [["drawing", "../drawings/drawing1.xml"], ["comments", "../comments1.xml"]] }],
    extra: { "xl/drawings/drawing1.xml": wsDr, "xl/comments1.xml": comments },
  });
  const { blocks, codes, document } = await seen(file);
  expect(blocks).toEqual([[["序号", "任务"], ["1", "修路"]], "注：按季度报送", "市政府办"]);
  expect(codes).toEqual(["picture/not-read 2 分工表截图", "sheet/comments 表 1 请核对", "sheet/margins 表 市政府督查室台账"]);
  expect(document?.fragments.at(-1)?.place).toMatchObject({ path: "xl/drawings/drawing1.xml#/xdr:wsDr/*[1]" });
});

test("sheets that are no tables, and formats that are named xlsx", async () => {
  const { codes } = await seen(xlsx({ sheets: [{ name: "图1", kind: "chartsheet", rows: "" }, { rows: rows(1, [["任务分工"]]) }] }));
  expect(codes).toEqual(["sheet/other-sheet 图1 图表工作表"]);
  const binary = xlsx({ sheets: [], extra: { "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>' } });
  expect((await seen(binary)).codes).toEqual(["input/unsupported-format XLSB（二进制工作簿）"]);
  expect((await seen(xlsx({ sheets: [{ rows: "" }] }))).codes).toEqual(["sheet/no-text"]);
});

test("prefixed names, rows and cells without names, cells out of order", async () => {
  const prefixed = '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>序号</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>任务</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
  expect((await seen(xlsx({ sheets: [{ rows: "" }], extra: { "xl/worksheets/sheet1.xml": prefixed } }))).blocks).toEqual([[["序号", "任务"]]]);
  const mixed = `<row r="2">${cell("B2", "修路")}${cell("A2", "1")}${cell("A2", "9")}</row><row r="1">${cell("A1", "序号")}${cell("B1", "任务")}</row>`;
  expect((await seen(xlsx({ sheets: [{ rows: mixed }] }))).blocks).toEqual([[["序号", "任务"], ["1", "修路"]]]);
});

test("a sheet that breaks off in a cell gives all that stands before", async () => {
  const broken = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows(1, [["序号", "任务"], ["1", "修路"]])}<row r="3">${cell("A3", "2")}<c r="B3" t="inlineStr"><is><t>架桥</t></is>`;
  const { blocks, codes } = await seen(xlsx({ sheets: [{ rows: "" }], extra: { "xl/worksheets/sheet1.xml": broken } }));
  expect(blocks).toEqual([[["序号", "任务"], ["1", "修路"], ["2", "架桥"]]]);
  expect(codes).toEqual(["package/damaged-part xl/worksheets/sheet1.xml XML"]);
});

test("the sample gives the tasks of the notice", async () => {
  const result = await parseNotice({ name: "notice.xlsx", bytes: fixture("notice.xlsx") });
  expect(faultsOf(result)).toEqual([]);
  expect(result.tasks.map(({ number }) => number)).toEqual(Array.from({ length: 12 }, (_, i) => String(i + 1)));
  expect(result.tasks[3]?.path).toEqual(["一、着力加强公开解读回应工作", "（二）围绕重点领域加大主动公开力度"]);
  expect(result.tasks[10]?.due).toBe("2021-11-30");
  expect(result.tasks[1]?.assignment.lead.map(({ text }) => text)).toEqual(["市司法局"]);
});

test("the merged first line of a sheet heads it without any style, so that its year is known", async () => {
  const sheet = (title: string): string => rows(1, [[title], ["序号", "任务", "责任单位", "完成时限"], ["1", "栽植行道柳九百株", "镇林业站", "3月20日前"], ["2", "整修苗圃灌溉渠", "镇水利站", "3月底前"]]);
  const dues = async (title: string): Promise<(string | null)[]> => (await parseNotice({ name: "a.xlsx", bytes: xlsx({ sheets: [{ rows: sheet(title), behind: merges("A1:D1") }] }) })).tasks.map(({ due }) => due);
  expect(await dues("城关镇2017年春季造林")).toEqual(["2017-03-20", "2017-03-31"]);
  expect(await dues("填报单位：城关镇")).toEqual([null, null]);
});
