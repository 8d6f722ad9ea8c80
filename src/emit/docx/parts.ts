/** The parts of a Word document with tables (ECMA-376 part 1, WordprocessingML), and its elements. */
import { harmless } from "../../text/shown.ts";

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
const type = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** A4 across in twentieths of a point, and what its margins leave. */
const page = { width: 16_838, height: 11_906, margin: 1_000 } as const;
const room = page.width - 2 * page.margin;

/** The looks of paragraphs. */
type Look = "Title" | "Subtitle" | "Heading" | "Cell" | "Note";

const fonts = (east: string): string => `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${east}" w:cs="Times New Roman"/>`;
const style = (id: string, name: string, paragraphs: string, runs: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}" w:customStyle="1"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:pPr>${paragraphs}</w:pPr><w:rPr>${runs}</w:rPr></w:style>`;

/** Titles in 小标宋, text in 仿宋 as official papers have them; a machine without them takes its own. Sizes in half points. */
const styles = [
  `${head}<w:styles xmlns:w="${word}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts("仿宋")}<w:sz w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>`,
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
  style("Title", "fengong title", '<w:keepNext/><w:spacing w:after="120"/><w:jc w:val="center"/>', `${fonts("方正小标宋简体")}<w:b/><w:sz w:val="36"/>`),
  style("Subtitle", "fengong subtitle", '<w:keepNext/><w:spacing w:after="60"/><w:jc w:val="center"/>', '<w:sz w:val="24"/>'),
  style("Heading", "fengong heading", '<w:jc w:val="center"/>', `${fonts("黑体")}<w:b/>`),
  style("Cell", "fengong cell", "", ""),
  style("Note", "fengong note", '<w:spacing w:before="60"/>', ""),
  "</w:styles>",
].join("");

const footer = `${head}<w:ftr xmlns:w="${word}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>`;

/** The parts before the document itself, and what stands around its body. */
export const packageParts = {
  before: [
    [
      "[Content_Types].xml",
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="${type}.footer+xml"/></Types>`,
    ],
    ["_rels/.rels", `${head}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`],
    ["word/_rels/document.xml.rels", `${head}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${relations}/footer" Target="footer1.xml"/></Relationships>`],
    ["word/styles.xml", styles],
    ["word/footer1.xml", footer],
  ],
  documentHead: `${head}<w:document xmlns:w="${word}" xmlns:r="${relations}"><w:body>`,
  documentEnd: "</w:body></w:document>",
} as const;

/** The last element of the body: the paper. */
export const section = `<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="${page.width}" w:h="${page.height}" w:orient="landscape"/><w:pgMar w:top="${page.margin}" w:right="${page.margin}" w:bottom="${page.margin}" w:left="${page.margin}" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>`;

/** A paragraph; `newPage`: it begins a page. */
export function paragraph(words: string, look: Look, newPage = false): string {
  return `<w:p><w:pPr><w:pStyle w:val="${look}"/>${newPage ? "<w:pageBreakBefore/>" : ""}</w:pPr>${words === "" ? "" : `<w:r><w:t xml:space="preserve">${xmlWords(words)}</w:t></w:r>`}</w:p>`;
}

/** A table with a frame; the lines of a cell are paragraphs. `widths` are shares of the paper. */
export function table(headers: readonly string[], rows: readonly (readonly string[])[], widths: readonly number[]): string {
  const all = widths.reduce((sum, width) => sum + width, 0);
  const own = widths.map((width) => Math.floor((room * width) / all));
  const cell = (words: string, i: number, look: Look): string => `<w:tc><w:tcPr><w:tcW w:w="${own[i] ?? 0}" w:type="dxa"/></w:tcPr>${words.split("\n").map((line) => paragraph(line, look)).join("")}</w:tc>`;
  const row = (words: readonly string[], look: Look, properties: string): string => `<w:tr><w:trPr>${properties}</w:trPr>${words.map((one, i) => cell(one, i, look)).join("")}</w:tr>`;
  const border = ["top", "left", "bottom", "right", "insideH", "insideV"].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`).join("");
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${own.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/><w:tblBorders>${border}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>`,
    `<w:tblGrid>${own.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>`,
    row(headers, "Heading", "<w:cantSplit/><w:tblHeader/>"),
    ...rows.map((words) => row(words, "Cell", "")),
    "</w:tbl>",
  ].join("");
}

/** Words as XML text: what XML cannot hold and what steers is U+FFFD. */
function xmlWords(words: string): string {
  return harmless(words.toWellFormed()).replace(/[\uFFFE\uFFFF]/gu, "\uFFFD").replace(/[&<>\t\r]/gu, (character) => (character === "\t" ? " " : `&#${character.charCodeAt(0)};`));
}
