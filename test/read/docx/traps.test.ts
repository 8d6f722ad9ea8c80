/** One trap of WordprocessingML a row: a tiny file and what a person sees in it. */
import { describe, expect, test } from "vitest";
import { openContext } from "../../../src/model/context.ts";
import { read } from "../../../src/read/read.ts";
import { docx, p, pack, r, tbl, tc, tr, zip, partsOf, type Markup } from "./build.ts";
import { slotsOf } from "../grid-checks.ts";
import { cellsOf, outline, readBytes, readMarkup, tableOf } from "./reading.ts";

interface Trap {
  readonly name: string;
  readonly markup: string | Markup;
  readonly shows: readonly string[];
  readonly codes?: readonly string[];
}

const box = (text: string): string => `<w:txbxContent>${p(text)}</w:txbxContent>`;
const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const style = (id: string, content: string, type = "paragraph"): string => `<w:style w:type="${type}" w:styleId="${id}">${content}</w:style>`;
const section = (content = ""): string => `<w:pPr><w:sectPr>${content}</w:sectPr></w:pPr>`;
const portrait = '<w:pgSz w:w="11906" w:h="16838"/>';
const landscape = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>';

const traps: readonly Trap[] = [
  {
    name: "tracked insertions are read, deletions are not",
    markup: `<w:p>${r("甲")}<w:ins w:id="1">${r("乙")}</w:ins><w:del w:id="2"><w:r><w:delText>丙</w:delText></w:r></w:del></w:p>`,
    shows: ["p| 甲乙"],
    codes: ["docx/tracked-changes"],
  },
  {
    name: "a move is read where it went",
    markup: `<w:p><w:moveFrom w:id="1">${r("移出")}</w:moveFrom>${r("留")}</w:p><w:p><w:moveTo w:id="2">${r("移入")}</w:moveTo></w:p>`,
    shows: ["p| 留", "p| 移入"],
    codes: ["docx/tracked-changes"],
  },
  {
    name: "a deleted paragraph mark joins two paragraphs",
    markup: `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${r("前半句")}</w:p>${p("后半句")}`,
    shows: ["p| 前半句后半句"],
  },
  {
    name: "a deleted paragraph at the end is not lost",
    markup: `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${r("末句")}</w:p>`,
    shows: ["p| 末句"],
  },
  { name: "hidden text is left out and reported", markup: `<w:p>${r("见")}${r("隐", "<w:vanish/>")}</w:p>`, shows: ["p| 见"], codes: ["docx/hidden-text"] },
  { name: "vanish that is switched off hides nothing", markup: `<w:p>${r("见", '<w:vanish w:val="0"/>')}</w:p>`, shows: ["p| 见"] },
  {
    name: "hidden by a character style",
    markup: { body: `<w:p>${r("见")}${r("隐", '<w:rStyle w:val="h"/>')}</w:p>`, styles: style("h", "<w:rPr><w:vanish/></w:rPr>", "character") },
    shows: ["p| 见"],
    codes: ["docx/hidden-text"],
  },
  {
    name: "a style separator runs two paragraphs together",
    markup: `<w:p><w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>${r("（一）标题。")}</w:p>${p("正文。")}`,
    shows: ["p| （一）标题。正文。"],
  },
  { name: "soft breaks stay in the paragraph", markup: "<w:p><w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:cr/><w:t>三</w:t></w:r></w:p>", shows: ["p| 一⏎二⏎三"] },
  {
    name: "tabs, hyphens and symbols are characters",
    markup: '<w:p><w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:noBreakHyphen/><w:t>三</w:t><w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p>',
    shows: ["p| 一⇥二-三☑"],
  },
  { name: "white space at the ends is layout", markup: `<w:p>${r("　　")}${r(" 首 行 ")}<w:r><w:tab/></w:r></w:p>`, shows: ["p| 首 行"] },
  {
    name: "field codes are no text, their results are",
    markup: `<w:p>${r("截至")}${field('DATE \\@ "yyyy"', "2021")}${r("年")}<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>3</w:t></w:r></w:fldSimple></w:p>`,
    shows: ["p| 截至2021年3"],
  },
  {
    name: "nested fields",
    markup: `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>${field("X", "内")}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r("外")}<w:r><w:fldChar w:fldCharType="end"/></w:r>${r("后")}</w:p>`,
    shows: ["p| 外后"],
  },
  {
    name: "a field that never ends swallows its own paragraph only",
    markup: `<w:p>${r("前")}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>X</w:instrText></w:r></w:p>${p("后")}`,
    shows: ["p| 前", "p| 后"],
  },
  {
    name: "a text box is read once, by its first form",
    markup: `<w:p>${r("锚")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box("框")}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box("框")}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    shows: ["p| 锚", "p| 框"],
  },
  {
    name: "a text box that only the fallback holds",
    markup: `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wpc"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:textbox>${box("框")}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    shows: ["p| 框"],
  },
  {
    name: "content controls around runs, paragraphs and in each other",
    markup: `<w:sdt><w:sdtPr/><w:sdtContent><w:sdt><w:sdtContent><w:p><w:sdt><w:sdtContent>${r("控件")}</w:sdtContent></w:sdt><w:smartTag>${r("标记")}</w:smartTag></w:p></w:sdtContent></w:sdt></w:sdtContent></w:sdt><w:customXml>${p("自定义")}</w:customXml>`,
    shows: ["p| 控件标记", "p| 自定义"],
  },
  { name: "formulas are text", markup: "<w:p><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>", shows: ["p| x=1"] },
  {
    name: "the words under a reading aid",
    markup: `<w:p><w:r><w:ruby><w:rt>${r("xiang")}</w:rt><w:rubyBase>${r("乡")}</w:rubyBase></w:ruby></w:r>${r("村")}</w:p>`,
    shows: ["p| 乡村"],
  },
  { name: "unknown wrappers are looked through", markup: `<w:wrap><w:p><w:other>${r("一")}</w:other></w:p></w:wrap>`, shows: ["p| 一"] },
  { name: "a page break before words", markup: `${p("一")}<w:p><w:r><w:br w:type="page"/><w:t>二</w:t></w:r></w:p>`, shows: ["p| 一", "⤓p| 二"] },
  { name: "a page break inside a paragraph parts it", markup: '<w:p><w:r><w:t>一</w:t><w:br w:type="page"/><w:t>二</w:t></w:r></w:p>', shows: ["p| 一", "⤓p| 二"] },
  { name: "pageBreakBefore", markup: p("一") + p("二", "<w:pageBreakBefore/>"), shows: ["p| 一", "⤓p| 二"] },
  { name: "a section starts a page", markup: `${p("一")}<w:p>${section(portrait)}</w:p>${p("二")}<w:sectPr>${portrait}</w:sectPr>`, shows: ["p| 一", "⤓p| 二"] },
  {
    name: "a continuous section does not",
    markup: `<w:p>${section(portrait)}${r("一")}</w:p>${p("二")}<w:sectPr><w:type w:val="continuous"/>${portrait}</w:sectPr>`,
    shows: ["p| 一", "p| 二"],
  },
  {
    name: "a continuous section that turns the page does",
    markup: `<w:p>${section(portrait)}${r("一")}</w:p>${p("二")}<w:sectPr><w:type w:val="continuous"/>${landscape}</w:sectPr>`,
    shows: ["p| 一", "⤓p| 二"],
  },
  {
    name: "styles and outline levels make headings",
    markup: {
      body: p("章", '<w:pStyle w:val="1"/>') + p("节", '<w:pStyle w:val="z"/>') + p("条", '<w:outlineLvl w:val="3"/>') + p("文", '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>'),
      styles: style("1", '<w:name w:val="heading 1"/>') + style("2", '<w:name w:val="标题 2"/>') + style("z", '<w:basedOn w:val="2"/>'),
    },
    shows: ["h1| 章", "h2| 节", "h4| 条", "p| 文"],
  },
  {
    name: "styles that are based on each other in a ring",
    markup: { body: p("章", '<w:pStyle w:val="a"/>'), styles: style("a", '<w:basedOn w:val="b"/>') + style("b", '<w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>') },
    shows: ["h1| 章"],
  },
  {
    name: "notes stand at the end, in the order of their references",
    markup: {
      body: `<w:p>${r("甲")}<w:r><w:endnoteReference w:id="5"/></w:r>${r("乙")}<w:r><w:footnoteReference w:id="3"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
      footnotes: `<w:footnote w:id="0" w:type="separator">${p("—")}</w:footnote><w:footnote w:id="2">${p("脚注二")}</w:footnote><w:footnote w:id="3">${p("脚注三")}</w:footnote>`,
      endnotes: `<w:endnote w:id="5">${p("尾注")}</w:endnote>`,
    },
    shows: ["p| 甲乙", "p| 脚注三", "p| 脚注二", "p| 尾注"],
  },
  {
    name: "a table of contents is furniture",
    markup: {
      body: `${p("目录一……1", '<w:pStyle w:val="t"/>')}<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p("一、总体要求……2")}</w:sdtContent></w:sdt>${p("一、总体要求")}`,
      styles: style("t", '<w:name w:val="toc 1"/>'),
    },
    shows: ["docx:contents| 目录一……1⏎一、总体要求……2", "p| 一、总体要求"],
  },
  {
    name: "headers and footers are read once; a document number in one is part of the notice",
    markup: {
      body: `${p("正文")}<w:sectPr><w:headerReference w:type="default" r:id="a"/><w:headerReference w:type="first" r:id="b"/><w:headerReference w:type="even" r:id="c"/><w:footerReference w:type="default" r:id="d"/><w:titlePg/></w:sectPr>`,
      headers: { a: p("2021年工作要点"), b: p("示例市人民政府文件") + p("示政〔2021〕3号"), c: p("偶数页") },
      footers: { d: `<w:p>${r("第 ")}${field("PAGE", "1")}${r(" 页")}</w:p>` + p("抄送：市委各部门。") },
    },
    shows: ["docx:running-head| 2021年工作要点", "p| 示例市人民政府文件", "p| 示政〔2021〕3号", "p| 正文", "docx:page-number| 第 1 页", "p| 抄送：市委各部门。"],
  },
  {
    name: "first and even headers show only where the file asks for them",
    markup: {
      body: `${p("正文")}<w:sectPr><w:headerReference w:type="first" r:id="b"/><w:headerReference w:type="even" r:id="c"/></w:sectPr>`,
      headers: { b: p("示政〔2021〕3号"), c: p("示政〔2021〕3号") },
      settings: "<w:evenAndOddHeaders/>",
    },
    shows: ["p| 示政〔2021〕3号", "p| 正文"],
  },
  {
    name: "objects whose words stand elsewhere are reported",
    markup: '<w:p><w:r><w:t>图</w:t><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r></w:p><w:altChunk r:id="x"/>',
    shows: ["p| 图"],
    codes: ["docx/unread-object", "docx/unread-object"],
  },
];

describe("what a person sees", () => {
  test.each(traps)("$name", async ({ markup, shows, codes = [] }) => {
    const { document, codes: found } = await readMarkup(markup);
    expect(outline(document)).toEqual(shows);
    expect(found).toEqual(codes);
  });
});

interface TableTrap {
  readonly name: string;
  readonly rows: readonly string[];
  readonly widths?: readonly number[];
  readonly cells: readonly string[];
  readonly missing?: readonly (readonly [number, number])[];
  readonly codes?: readonly string[];
}

const restart = '<w:vMerge w:val="restart"/>';
const goOn = "<w:vMerge/>";
const span = (columns: number): string => `<w:gridSpan w:val="${String(columns)}"/>`;
const width = (twips: number): string => `<w:tcW w:w="${String(twips)}" w:type="dxa"/>`;

const tableTraps: readonly TableTrap[] = [
  {
    name: "gridSpan and vMerge",
    rows: [tr([tc("甲", span(2)), tc("乙")]), tr([tc("一", restart), tc("二"), tc("三")]), tr([tc("", goOn), tc("四"), tc("五")])],
    cells: ["0-1 0-2 甲", "0-1 2-3 乙", "1-3 0-1 一", "1-2 1-2 二", "1-2 2-3 三", "2-3 1-2 四", "2-3 2-3 五"],
  },
  {
    name: "gridBefore and gridAfter leave slots without a cell",
    rows: [tr([tc("甲"), tc("乙"), tc("丙")]), tr([tc("合计")], '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>')],
    cells: ["0-1 0-1 甲", "0-1 1-2 乙", "0-1 2-3 丙", "1-2 1-2 合计"],
    missing: [[1, 0], [1, 2]],
  },
  {
    name: "a merge goes on by column, not by the number of the cell",
    rows: [tr([tc("甲"), tc("乙", restart)]), tr([tc("", goOn)], '<w:gridBefore w:val="1"/>')],
    cells: ["0-1 0-1 甲", "0-2 1-2 乙"],
    missing: [[1, 0]],
  },
  {
    name: "the old hMerge of WPS",
    rows: [tr([tc("甲", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), tc("乙")]), tr([tc("一"), tc("二"), tc("三")])],
    cells: ["0-1 0-2 甲", "0-1 2-3 乙", "1-2 0-1 一", "1-2 1-2 二", "1-2 2-3 三"],
  },
  {
    name: "a merge that starts nowhere is a cell of its own",
    rows: [tr([tc("甲", goOn), tc("乙")]), tr([tc("丙", goOn), tc("丁")])],
    cells: ["0-1 0-1 甲", "0-1 1-2 乙", "1-2 0-1 丙", "1-2 1-2 丁"],
    codes: ["docx/loose-merge"],
  },
  {
    name: "a merge of other columns is a cell of its own",
    rows: [tr([tc("甲", restart), tc("乙"), tc("丙")]), tr([tc("宽", span(2) + goOn), tc("丁")])],
    cells: ["0-1 0-1 甲", "0-1 1-2 乙", "0-1 2-3 丙", "1-2 0-2 宽", "1-2 2-3 丁"],
    codes: ["docx/loose-merge"],
  },
  {
    name: "words under a merged cell are not shown, and reported",
    rows: [tr([tc("甲", restart), tc("乙")]), tr([tc("盖住", goOn), tc("丁")])],
    cells: ["0-2 0-1 甲", "0-1 1-2 乙", "1-2 1-2 丁"],
    codes: ["docx/covered-text"],
  },
  {
    name: "a row without spans is drawn by its widths",
    widths: [2000, 1000, 3000],
    rows: [tr([tc("甲", width(2000)), tc("乙", width(1000)), tc("丙", width(3000))]), tr([tc("宽", width(3000)), tc("丁", width(3010))])],
    cells: ["0-1 0-1 甲", "0-1 1-2 乙", "0-1 2-3 丙", "1-2 0-2 宽", "1-2 2-3 丁"],
  },
  {
    name: "rows without spans over a finer grid",
    widths: [1000, 1000, 1000, 1000, 2000],
    rows: [tr([tc("甲", width(2000)), tc("乙", width(2000)), tc("丙", width(2000))]), tr([tc("一", width(1000)), tc("二", width(2000)), tc("三", width(1000)), tc("四", width(2000))])],
    cells: ["0-1 0-2 甲", "0-1 2-4 乙", "0-1 4-5 丙", "1-2 0-1 一", "1-2 1-3 二", "1-2 3-4 三", "1-2 4-5 四"],
  },
  {
    name: "rows without spans and without a grid",
    rows: [tr([tc("甲", width(2000)), tc("乙", width(4000))]), tr([tc("一", width(2000)), tc("二", width(1000)), tc("三", width(3000))])],
    cells: ["0-1 0-1 甲", "0-1 1-3 乙", "1-2 0-1 一", "1-2 1-2 二", "1-2 2-3 三"],
  },
  {
    name: "a grid that states more columns than there are",
    widths: [500, 500, 500, 500],
    rows: [tr([tc("甲"), tc("乙")]), tr([tc("丙"), tc("丁")])],
    cells: ["0-1 0-1 甲", "0-1 1-2 乙", "1-2 0-1 丙", "1-2 1-2 丁"],
  },
  {
    name: "a short row lacks cells",
    rows: [tr([tc("甲"), tc("乙")]), tr([tc("丙")])],
    cells: ["0-1 0-1 甲", "0-1 1-2 乙", "1-2 0-1 丙"],
    missing: [[1, 1]],
    codes: ["table/short-row"],
  },
  {
    name: "rulings that no cell touches make no columns",
    rows: [tr([tc("甲", span(2)), tc("乙", span(3))]), tr([tc("丙", span(2)), tc("丁", span(3))])],
    cells: ["0-1 0-1 甲", "0-1 1-2 乙", "1-2 0-1 丙", "1-2 1-2 丁"],
  },
  {
    name: "deleted rows, hidden rows and deleted cells go",
    rows: [tr([tc("甲"), tc("删", '<w:cellDel w:id="1"/>')]), tr([tc("删行")], '<w:del w:id="2"/>'), tr([tc("隐行")], "<w:hidden/>"), tr([tc("乙")], '<w:ins w:id="3"/>')],
    cells: ["0-1 0-1 甲", "1-2 0-1 乙"],
    codes: ["docx/tracked-changes"],
  },
  {
    name: "controls around rows and cells",
    rows: [`<w:sdt><w:sdtContent>${tr([tc("甲"), `<w:sdt><w:sdtContent>${tc("乙")}</w:sdtContent></w:sdt>`])}</w:sdtContent></w:sdt>`, `<w:customXml>${tr([`<w:customXml>${tc("丙")}</w:customXml>`, tc("丁")])}</w:customXml>`],
    cells: ["0-1 0-1 甲", "0-1 1-2 乙", "1-2 0-1 丙", "1-2 1-2 丁"],
  },
];

describe("tables", () => {
  test.each(tableTraps)("$name", async ({ rows, widths, cells, missing = [], codes = [] }) => {
    const { document, codes: found } = await readMarkup(tbl(rows, widths));
    const table = tableOf(document);
    expect(cellsOf(document, table)).toEqual(cells);
    expect(table.missing).toEqual(missing.map(([row, column]) => ({ row, column })));
    expect(found).toEqual(codes);
  });

  test("header rows are those that lead", async () => {
    const { document } = await readMarkup(tbl([tr([tc("任务"), tc("单位")], "<w:tblHeader/>"), tr([tc("甲"), tc("乙")]), tr([tc("丙"), tc("丁")], "<w:tblHeader/>")]));
    const table = tableOf(document);
    expect(table.headerRows).toBe(1);
    expect(table.cells.map((cell) => cell.header)).toEqual([true, true, false, false, false, false]);
  });

  test("a table in a cell is a block of that cell", async () => {
    const { document } = await readMarkup(tbl([tr([tc(p("外") + tbl([tr([tc("内一"), tc("内二")])]) + p("后")), tc("右")])]));
    const table = tableOf(document);
    expect(table.cells[0]?.blocks.map((block) => block.kind)).toEqual(["paragraph", "table", "paragraph"]);
    const inner = table.cells[0]?.blocks[1];
    expect(inner?.kind === "table" ? slotsOf(document, inner) : null).toEqual([["内一", "内二"]]);
    expect(document.text).toBe("外\n内一\n内二\n后\n右");
  });

  test("a table of one cell around running text is a frame", async () => {
    const { document } = await readMarkup(tbl([tr([tc(p("一、总体要求") + p("二、任务"))])]));
    expect(outline(document)).toEqual(["p| 一、总体要求", "p| 二、任务"]);
  });

  test("letterheads and colophons drawn with tables are lines", async () => {
    const head = tbl([tr([tc("示例市人民政府办公室"), tc("文件")]), tr([tc("示政办〔2021〕3号"), tc("签发人：张某")])]);
    const foot = tbl([tr([tc("抄送：市委各部门。", span(2))]), tr([tc("示例市人民政府办公室"), tc("2021年3月5日印发")])]);
    const { document } = await readMarkup(head + p("正文") + foot);
    expect(outline(document)).toEqual(["p| 示例市人民政府办公室文件", "p| 示政办〔2021〕3号", "p| 签发人：张某", "p| 正文", "p| 抄送：市委各部门。", "p| 示例市人民政府办公室2021年3月5日印发"]);
  });

  test("a table without words is not there", async () => {
    const { document } = await readMarkup(p("前") + tbl([tr([tc(""), tc("")])]) + p("后"));
    expect(outline(document)).toEqual(["p| 前", "p| 后"]);
  });

  test("more cells than the limit are reported", async () => {
    const rows = Array.from({ length: 30 }, (_, i) => tr([tc(String(i)), tc("甲")]));
    const { document, codes } = await readMarkup(tbl(rows), { limits: { cells: 20 } });
    expect(tableOf(document).rows).toBe(10);
    expect(codes).toContain("limit/cells");
  });
});

describe("looks", () => {
  const looksOf = async (markup: Markup | string): Promise<(string | null)[]> => {
    const { document } = await readMarkup(markup);
    return document.blocks.map((block) => (block.kind === "paragraph" ? block.bold.map(({ start, end }) => document.text.slice(start, end)).join("|") : null));
  };

  test("bold by run, by style, switched off, and by two styles that cancel each other out", async () => {
    const styles = style("B", "<w:rPr><w:b/></w:rPr>") + style("C", "<w:rPr><w:b/></w:rPr>", "character") + style("D", '<w:basedOn w:val="B"/>');
    const body = [
      `<w:p>${r("粗", "<w:b/>")}${r("细")}${r("粗二", '<w:b w:val="true"/>')}</w:p>`,
      `<w:p><w:pPr><w:pStyle w:val="D"/></w:pPr>${r("粗")}${r("细", '<w:b w:val="0"/>')}${r("抵消", '<w:rStyle w:val="C"/>')}</w:p>`,
      `<w:p>${r("细")}${r("粗", '<w:rStyle w:val="C"/>')}</w:p>`,
      `<w:p>${r("一、标题", '<w:rFonts w:eastAsia="黑体"/>')}${r("正文", '<w:rFonts w:eastAsia="仿宋_GB2312"/>')}</w:p>`,
    ];
    expect(await looksOf({ body: body.join(""), styles })).toEqual(["粗|粗二", "粗", "粗", "一、标题"]);
  });

  test("alignment by paragraph, style and defaults", async () => {
    const styles = `<w:docDefaults><w:pPrDefault><w:pPr><w:jc w:val="both"/></w:pPr></w:pPrDefault></w:docDefaults>${style("c", '<w:pPr><w:jc w:val="center"/></w:pPr>')}${style("d", '<w:basedOn w:val="c"/>')}`;
    const { document } = await readMarkup({ body: p("一", '<w:jc w:val="end"/>') + p("二", '<w:pStyle w:val="d"/>') + p("三") + p("四", '<w:jc w:val="start"/>'), styles });
    expect(document.blocks.map((block) => (block.kind === "paragraph" ? block.align : null))).toEqual(["right", "center", "justify", "left"]);
  });

  test("links by relationship and by field are given, none is followed", async () => {
    const body = `<w:p><w:hyperlink r:id="k">${r("附件1")}</w:hyperlink>${r("、")}${field('HYPERLINK "https://example.com/2.docx"', "附件2")}<w:hyperlink w:anchor="x">${r("见上")}</w:hyperlink></w:p>`;
    const { document } = await readMarkup({ body, links: { k: "https://example.com/1.docx" } });
    expect(document.links.map(({ span: at, target }) => [document.text.slice(at.start, at.end), target])).toEqual([
      ["附件1", "https://example.com/1.docx"],
      ["附件2", "https://example.com/2.docx"],
    ]);
  });
});

test("document properties are meta values", async () => {
  const { document } = await readMarkup({ body: p("一"), core: "<dc:title>任务分工</dc:title><dc:creator>示例市</dc:creator><dcterms:created>2021-03-01T08:00:00Z</dcterms:created>" });
  expect(document.meta.map(({ name, content }) => [name, content])).toEqual([["dc:title", "任务分工"], ["dc:creator", "示例市"], ["dcterms:created", "2021-03-01T08:00:00Z"]]);
  expect(document.meta[0]?.place).toMatchObject({ path: "docProps/core.xml#/cp:coreProperties/dc:title[1]" });
});

test("strict files with other prefixes and part names are read alike", async () => {
  const strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
  const parts = new Map<string, string>();
  parts.set("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/doc/main.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>');
  parts.set("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/doc/main.xml"/></Relationships>');
  parts.set("doc/main.xml", `<document xmlns="${strict}" xmlns:x="${strict}"><body><p><pPr><jc x:val="center"/></pPr><r><t>任务</t></r></p></body></document>`);
  const { document, format } = await read({ name: "a.docx", bytes: pack(parts), uri: null, role: "notice", label: null }, 0, openContext());
  expect(format?.id).toBe("docx");
  expect(document?.text).toBe("任务");
  expect(document?.blocks[0]).toMatchObject({ align: "center" });
  expect(document?.fragments[0]?.place).toMatchObject({ path: "doc/main.xml#/w:document/w:body/w:p[1]" });
});

test("parts in UTF-16 are read", async () => {
  const entries = [...partsOf({ body: p("任务") })].map(([name, content]) => ({
    name,
    bytes: name === "word/document.xml" ? new Uint8Array(Buffer.from(`\ufeff${content.replace("UTF-8", "UTF-16")}`, "utf16le")) : new TextEncoder().encode(content),
  }));
  const { document } = await read({ name: "a.docx", bytes: zip(entries), uri: null, role: "notice", label: null }, 0, openContext());
  expect(document?.text).toBe("任务");
});

test("the same bytes give the same answer", async () => {
  const bytes = docx({ body: p("一") + tbl([tr([tc("甲"), tc("乙")])]) });
  const first = await readBytes(bytes);
  const second = await readBytes(bytes);
  expect(second.document).toEqual(first.document);
});
