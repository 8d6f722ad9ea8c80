/** Words of a Word file that are no part of what it says: struck out, prompts, marks of notes; each is said. */
import { describe, expect, test } from "vitest";
import { p, r, tbl, tc, tr, type Markup } from "./build.ts";
import { outline, readMarkup } from "./reading.ts";

interface Row {
  readonly name: string;
  readonly markup: string | Markup;
  readonly shows: readonly string[];
  /** Code and words of each finding. */
  readonly says: readonly (readonly [code: string, words: string | null])[];
}

const paragraph = (...runs: string[]): string => `<w:p>${runs.join("")}</w:p>`;
const style = (id: string, properties: string, type = "character"): string => `<w:style w:type="${type}" w:styleId="${id}"><w:rPr>${properties}</w:rPr></w:style>`;
const control = (content: string, properties = "<w:showingPlcHdr/>"): string => `<w:sdt><w:sdtPr>${properties}<w:text/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const up = (text: string): string => r(text, '<w:vertAlign w:val="superscript"/>');

const struck: readonly Row[] = [
  { name: "once", markup: paragraph(r("市财政局", "<w:strike/>"), r("市审计局")), shows: ["p| 市审计局"], says: [["words/struck", "市财政局"]] },
  { name: "twice", markup: paragraph(r("6月底前", "<w:dstrike/>"), r("9月底前")), shows: ["p| 9月底前"], says: [["words/struck", "6月底前"]] },
  { name: "switched off", markup: paragraph(r("9月底前", '<w:strike w:val="0"/><w:dstrike w:val="false"/>')), shows: ["p| 9月底前"], says: [] },
  { name: "one off, one on", markup: paragraph(r("甲", '<w:strike w:val="0"/><w:dstrike/>'), r("乙")), shows: ["p| 乙"], says: [["words/struck", "甲"]] },
  { name: "by a character style", markup: { body: paragraph(r("甲", '<w:rStyle w:val="x"/>'), r("乙")), styles: style("x", "<w:strike/>") }, shows: ["p| 乙"], says: [["words/struck", "甲"]] },
  { name: "by a paragraph style", markup: { body: p("甲", '<w:pStyle w:val="x"/>') + p("乙"), styles: style("x", "<w:strike/>", "paragraph") }, shows: ["p| 乙"], says: [["words/struck", "甲"]] },
  { name: "inherited and switched off in the run", markup: { body: `<w:p><w:pPr><w:pStyle w:val="x"/></w:pPr>${r("甲", '<w:strike w:val="0"/>')}</w:p>`, styles: style("x", "<w:strike/>", "paragraph") }, shows: ["p| 甲"], says: [] },
  { name: "two styles that cancel out", markup: { body: `<w:p><w:pPr><w:pStyle w:val="x"/></w:pPr>${r("甲", '<w:rStyle w:val="y"/>')}</w:p>`, styles: style("x", "<w:strike/>", "paragraph") + style("y", "<w:strike/>") }, shows: ["p| 甲"], says: [] },
  { name: "in two runs, one piece", markup: paragraph(r("市财", "<w:strike/>"), r("政局", "<w:strike/>"), r("市审计局")), shows: ["p| 市审计局"], says: [["words/struck", "市财政局"]] },
  { name: "in two places, one finding", markup: paragraph(r("甲", "<w:strike/>"), r("乙"), r("丙", "<w:strike/>")), shows: ["p| 乙"], says: [["words/struck", "甲 | 丙"]] },
  { name: "in a cell", markup: tbl([tr([tc("序号"), tc("单位")]), tr([tc("1"), tc(paragraph(r("甲局", "<w:strike/>"), r("乙局")))])]), shows: ["table 2x2| 序号⏎单位⏎1⏎乙局"], says: [["words/struck", "甲局"]] },
  { name: "a whole paragraph", markup: p("甲") + paragraph(r("乙", "<w:strike/>")), shows: ["p| 甲"], says: [["words/struck", "乙"]] },
];

const prompts: readonly Row[] = [
  { name: "in a line", markup: paragraph(r("单位："), control(r("单击此处输入文字。"))), shows: ["p| 单位："], says: [["words/prompt", "单击此处输入文字。"]] },
  { name: "around a paragraph", markup: p("甲") + control(p("选择一项。")), shows: ["p| 甲"], says: [["words/prompt", "选择一项。"]] },
  { name: "around a cell", markup: tbl([tr([tc("甲"), control(tc("选择一项。"))]), tr([tc("乙"), tc("丙")])]), shows: ["table 2x2| 甲⏎乙⏎丙"], says: [["words/prompt", "选择一项。"]] },
  { name: "in a cell", markup: tbl([tr([tc("甲"), tc(control(p("输入日期")))]), tr([tc("乙"), tc("丙")])]), shows: ["table 2x2| 甲⏎乙⏎丙"], says: [["words/prompt", "输入日期"]] },
  { name: "a control that was filled in", markup: paragraph(control(r("市财政局"), "")), shows: ["p| 市财政局"], says: [] },
  { name: "switched off", markup: paragraph(control(r("市财政局"), '<w:showingPlcHdr w:val="0"/>')), shows: ["p| 市财政局"], says: [] },
  { name: "inside of a filled control", markup: control(p("甲") + control(p("乙")), ""), shows: ["p| 甲"], says: [["words/prompt", "乙"]] },
  { name: "typed words in the style of prompts", markup: paragraph(r("市财政局", '<w:rStyle w:val="PlaceholderText"/>')), shows: ["p| 市财政局"], says: [] },
  { name: "two controls", markup: p("甲") + control(p("乙")) + control(p("丙")), shows: ["p| 甲"], says: [["words/prompt", "乙 | 丙"]] },
  { name: "a control in a control", markup: p("甲") + control(control(p("乙"), "")), shows: ["p| 甲"], says: [["words/prompt", "乙"]] },
];

const raised: readonly Row[] = [
  { name: "behind a unit", markup: paragraph(r("市财政局"), up("2")), shows: ["p| 市财政局"], says: [["words/raised-mark", "2"]] },
  { name: "inside of a time", markup: paragraph(r("9"), up("1"), r("月底前")), shows: ["p| 9月底前"], says: [["words/raised-mark", "1"]] },
  { name: "several", markup: paragraph(r("市财政局"), up("1"), up(","), up("2"), r("、市审计局")), shows: ["p| 市财政局、市审计局"], says: [["words/raised-mark", "1,2"]] },
  { name: "in brackets", markup: paragraph(r("完成改造"), up("[1]"), r("。")), shows: ["p| 完成改造。"], says: [["words/raised-mark", "[1]"]] },
  { name: "a circled number", markup: paragraph(r("市财政局"), up("①")), shows: ["p| 市财政局"], says: [["words/raised-mark", "①"]] },
  { name: "a digit that Unicode raises", markup: p("市财政局²、市审计局"), shows: ["p| 市财政局、市审计局"], says: [["words/raised-mark", "²"]] },
  { name: "drawn up by hand", markup: paragraph(r("市财政局"), r("2", '<w:position w:val="8"/><w:sz w:val="14"/>'), r("、市审计局")), shows: ["p| 市财政局、市审计局"], says: [["words/raised-mark", "2"]] },
  { name: "a little higher", markup: paragraph(r("9", '<w:position w:val="4"/>'), r("月底前")), shows: ["p| 9月底前"], says: [] },
  { name: "by a style", markup: { body: paragraph(r("市财政局"), r("1", '<w:rStyle w:val="x"/>')), styles: style("x", '<w:vertAlign w:val="superscript"/>') }, shows: ["p| 市财政局"], says: [["words/raised-mark", "1"]] },
  { name: "square metres", markup: paragraph(r("3000m"), up("2"), r("以上")), shows: ["p| 3000m2以上"], says: [] },
  { name: "square metres by Unicode", markup: p("3000m²以上"), shows: ["p| 3000m²以上"], says: [] },
  { name: "a power of ten", markup: paragraph(r("2×10"), up("3"), r("吨")), shows: ["p| 2×103吨"], says: [] },
  { name: "lowered", markup: paragraph(r("CO"), r("2", '<w:vertAlign w:val="subscript"/>')), shows: ["p| CO2"], says: [] },
  { name: "words", markup: paragraph(r("办法"), up("（试行）")), shows: ["p| 办法（试行）"], says: [] },
  { name: "on the line after all", markup: { body: paragraph(r("第"), r("1", '<w:rStyle w:val="x"/><w:vertAlign w:val="baseline"/>'), r("项")), styles: style("x", '<w:vertAlign w:val="superscript"/>') }, shows: ["p| 第1项"], says: [] },
];

const white = '<w:color w:val="FFFFFF"/>';
const painted = (fill: string): string => `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`;
const whiteIn = (properties: string, run = white): string => `<w:p><w:pPr>${properties}</w:pPr>${r("甲")}${r("乙", run)}</w:p>`;
const tableStyle = `<w:style w:type="table" w:styleId="t"><w:tblStylePr w:type="firstRow"><w:tcPr>${painted("4472C4")}</w:tcPr></w:tblStylePr></w:style>`;

const unseen: readonly Row[] = [
  { name: "white", markup: paragraph(r("市财政局"), r("、市公安局", white)), shows: ["p| 市财政局"], says: [["words/hidden", "、市公安局"]] },
  { name: "white in small letters of the value", markup: paragraph(r("甲"), r("乙", '<w:color w:val="ffffff"/>')), shows: ["p| 甲"], says: [["words/hidden", "乙"]] },
  { name: "the background of the theme", markup: paragraph(r("甲"), r("乙", '<w:color w:val="FFFFFF" w:themeColor="background1"/>')), shows: ["p| 甲"], says: [["words/hidden", "乙"]] },
  { name: "white by a style", markup: { body: paragraph(r("甲"), r("乙", '<w:rStyle w:val="x"/>')), styles: style("x", white) }, shows: ["p| 甲"], says: [["words/hidden", "乙"]] },
  { name: "white by the style of the paragraph", markup: { body: p("甲") + p("乙", '<w:pStyle w:val="x"/>'), styles: style("x", white, "paragraph") }, shows: ["p| 甲"], says: [["words/hidden", "乙"]] },
  { name: "white on shading that is white", markup: paragraph(r("甲"), r("乙", white + painted("FFFFFF"))), shows: ["p| 甲"], says: [["words/hidden", "乙"]] },
  { name: "white in a plain cell", markup: tbl([tr([tc("序号"), tc("单位")]), tr([tc("1"), tc(paragraph(r("甲局"), r("乙局", white)))])]), shows: ["table 2x2| 序号⏎单位⏎1⏎甲局"], says: [["words/hidden", "乙局"]] },
  { name: "of 1 point", markup: paragraph(r("甲"), r("乙", '<w:sz w:val="2"/>')), shows: ["p| 甲"], says: [["words/hidden", "乙"]] },
  { name: "of 2 points by a style", markup: { body: paragraph(r("甲"), r("乙", '<w:rStyle w:val="x"/>')), styles: style("x", '<w:sz w:val="4"/>') }, shows: ["p| 甲"], says: [["words/hidden", "乙"]] },
  { name: "a whole paragraph", markup: p("甲") + paragraph(r("2.拆除违建。（县公安局）", '<w:sz w:val="2"/>')), shows: ["p| 甲"], says: [["words/hidden", "2.拆除违建。（县公安局）"]] },
];

const seen: readonly Row[] = [
  { name: "white with a colour behind it", markup: paragraph(r("甲", white + painted("1F4E79"))), shows: ["p| 甲"], says: [] },
  { name: "white with a colour of the theme behind it", markup: paragraph(r("甲", `${white}<w:shd w:val="clear" w:fill="auto" w:themeFill="accent1"/>`)), shows: ["p| 甲"], says: [] },
  { name: "white under a marker pen", markup: paragraph(r("甲", `${white}<w:highlight w:val="darkBlue"/>`)), shows: ["p| 甲"], says: [] },
  { name: "white in a shaded paragraph", markup: whiteIn(painted("C00000")), shows: ["p| 甲乙"], says: [] },
  { name: "white in a shaded style", markup: { body: whiteIn('<w:pStyle w:val="x"/>'), styles: `<w:style w:type="paragraph" w:styleId="x"><w:pPr>${painted("C00000")}</w:pPr></w:style>` }, shows: ["p| 甲乙"], says: [] },
  { name: "white in a shaded cell", markup: tbl([tr([tc(whiteIn(""), painted("1F4E79")), tc("丙")])]) + p("丁"), shows: ["table 1x2| 甲乙⏎丙", "p| 丁"], says: [] },
  { name: "white in a table whose style shades rows", markup: { body: tbl([tr([tc(whiteIn("")), tc("丙")])]).replace("<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="t"/></w:tblPr>') + p("丁"), styles: tableStyle }, shows: ["table 1x2| 甲乙⏎丙", "p| 丁"], says: [] },
  { name: "black again in the run", markup: { body: whiteIn('<w:pStyle w:val="x"/>', '<w:color w:val="auto"/>'), styles: style("x", '<w:color w:val="000000"/>', "paragraph") }, shows: ["p| 甲乙"], says: [] },
  { name: "white that the theme darkens", markup: whiteIn("", '<w:color w:val="A6A6A6" w:themeColor="background1" w:themeShade="A6"/>'), shows: ["p| 甲乙"], says: [] },
  { name: "of 5 points", markup: whiteIn("", '<w:sz w:val="10"/>'), shows: ["p| 甲乙"], says: [] },
  { name: "a tiny style and a size of its own", markup: { body: whiteIn('<w:pStyle w:val="x"/>', '<w:sz w:val="24"/>').replace(r("甲"), r("甲", '<w:sz w:val="24"/>')), styles: style("x", '<w:sz w:val="2"/>', "paragraph") }, shows: ["p| 甲乙"], says: [] },
  { name: "a blank", markup: whiteIn("", white).replace("乙", " "), shows: ["p| 甲"], says: [] },
];

describe.each([["struck out", struck], ["prompts", prompts], ["raised", raised], ["too small or white", unseen], ["seen all the same", seen]] as const)("%s", (_, rows) => {
  test.each(rows)("$name", async ({ markup, shows, says }) => {
    const { document, context } = await readMarkup(markup);
    expect(outline(document)).toEqual(shows);
    expect(context.diagnostics.map(({ code, actual }) => [code, actual])).toEqual(says);
    for (const { place } of context.diagnostics) expect(place.length).toBeGreaterThan(0);
  });
});

test("prompts are counted by their characters, and the sentence says so", async () => {
  const { context } = await readMarkup(p("甲") + control(p("输入日期")) + control(p("选择一项。")));
  expect(context.diagnostics.map(({ message, params }) => [message, params])).toEqual([["没有填写的内容控件只显示占位提示，共9个字，未计入：“输入日期 | 选择一项。”。", { count: "9" }]]);
});
