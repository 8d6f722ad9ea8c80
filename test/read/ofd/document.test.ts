import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseNotice } from "../../../src/index.ts";
import { openContext } from "../../../src/model/context.ts";
import { readOfd } from "../../../src/read/ofd/document.ts";
import { checkInvariants } from "../pdf/reading.ts";
import { seen } from "../sheets/seen.ts";
import { ofd, page, path, resources, table, text } from "./build.ts";

const columns = [20, 40, 120, 180];
const rows = [100, 110, 120];
const words = [["序号", "工作任务", "责任单位"], ["1", "编制公开目录", "市司法局"]];
const title = text("2021年重点工作任务分工", 60, 40, { size: 6 });
const plain = `${title}${table(columns, rows, words)}`;
const read = (pages: readonly string[], extras: Parameters<typeof ofd>[1] = {}): ReturnType<typeof seen> => seen(ofd(pages, extras), "a.ofd");
const cells = words.map((row) => [...row]);

test("the sample gives the tasks of its DOCX", async () => {
  const tasksOf = async (name: string, bytes: Uint8Array): Promise<unknown> => {
    const { tasks, notice } = await parseNotice({ name, bytes });
    return { number: notice.documentNumber?.text, title: notice.title, addressees: notice.addressees, tasks: tasks.map(({ id, number, path: above, text: what, due, assignment }) => [id, number, above, what.replaceAll("\n", ""), due, assignment.lead.map(({ name: unit }) => unit), assignment.responsible.map(({ name: unit }) => unit)]) };
  };
  const own = readFileSync(new URL("fixtures/notice.ofd", import.meta.url));
  const sheet = readFileSync(new URL("../sheets/fixtures/notice.xlsx", import.meta.url));
  const { tasks } = (await tasksOf("notice.ofd", own)) as { tasks: unknown[][] };
  const other = ((await tasksOf("notice.xlsx", sheet)) as { tasks: unknown[][] }).tasks;
  expect(tasks.map((task) => task.slice(1))).toEqual(other.map((task) => task.slice(1)));
});

describe("a table is the same", () => {
  test.each([
    ["drawn with strokes", plain, {}],
    ["drawn with thin fills", `${title}${table(columns, rows, words, (x0, y0, x1, y1) => path(x0 === x1 ? `M 0 0 L 0.2 0 L 0.2 ${y1 - y0} L 0 ${y1 - y0} C` : `M 0 0 L ${x1 - x0} 0 L ${x1 - x0} 0.2 L 0 0.2 C`, x0, y0, 'Stroke="false" Fill="true"'))}`, {}],
    ["in a block", `<ofd:PageBlock ID="5">${plain}</ofd:PageBlock>`, {}],
    ["whatever the prefix", plain, { spelling: (xml: string) => xml.replaceAll("ofd:", "").replace('xmlns:ofd="', 'xmlns="') }],
    ["whatever the case", plain, { spelling: (xml: string) => xml.replace(/ofd:(TextObject|PathObject|Layer|TextCode)/gu, (name) => name.toUpperCase().replace("OFD:", "ofd:")) }],
    ["by absolute paths with backslashes", plain, { spelling: (xml: string) => xml.replace("Pages/Page_0/Content.xml", "\\Doc_0\\Pages\\Page_0\\Content.xml") }],
    ["in the units of a composite object", `${title}<ofd:CompositeObject ID="7" ResourceID="50" Boundary="0 0 210 297" CTM="0.5 0 0 0.5 0 0"/>`, { common: "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>", parts: { "Doc_0/DocumentRes.xml": resources(`<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="50" Width="420" Height="594"><ofd:Content>${table(columns.map((x) => 2 * x), rows.map((y) => 2 * y), words)}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`) } }],
    ["partly on a template", `${title}${words.flatMap((row, r) => row.map((cell, c) => text(cell, (columns[c] ?? 0) + 1, (rows[r] ?? 0) + 1, { size: 4 }))).join("")}`, { spelling: (xml: string) => xml.replace("<ofd:Content>", '<ofd:Template TemplateID="90"/><ofd:Content>'), common: '<ofd:TemplatePage ID="90" BaseLoc="Tpls/T.xml"/>', parts: { "Doc_0/Tpls/T.xml": `<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content ><ofd:Layer>${table(columns, rows, [])}</ofd:Layer></ofd:Content></ofd:Page>` } }],
    ["on a page whose box begins elsewhere", plain, { box: "-10 -10 230 317" }],
  ])("%s", async (_, content, extras) => {
    const { blocks, codes } = await read([content], extras);
    expect({ blocks, codes }).toEqual({ blocks: ["2021年重点工作任务分工", cells], codes: [] });
  });
});

describe("characters stand where they are put", () => {
  test.each([
    ["by one advance for all", text("各单位：", 20, 60)],
    ["by a list of advances", text("各单位：", 20, 60, { delta: "5 5 5" })],
    ["by runs of advances", text("各单位：", 20, 60, { delta: "g 2 5 5" })],
    ["by none", text("各单位：", 20, 60, { delta: null })],
    ["by a matrix of their own", text("各单位：", 20, 60, { size: 2.5, more: 'CTM="2 0 0 2 0 0"' })],
    ["in two pieces", `${text("各单", 20, 60)}${text("位：", 30, 60)}`],
    ["in two codes", text("各单", 20, 60).replace("</ofd:TextObject>", '<ofd:TextCode X="10" Y="5" DeltaX="5">位：</ofd:TextCode></ofd:TextObject>')],
  ])("%s", async (_, content) => {
    expect((await read([content])).blocks).toEqual(["各单位："]);
  });

  test("Latin letters and figures are narrow where nothing tells their width", async () => {
    expect((await read([text("2021年12月31日前", 20, 60, { delta: "2.5 2.5 2.5 2.5 5 2.5 2.5 5 2.5 2.5 5" })])).blocks).toEqual(["2021年12月31日前"]);
  });

  test("signs of a symbol font are what they look like", async () => {
    expect((await read([`${text("\uf0fe", 20, 60).replace('Font="3"', 'Font="4"')}${text("已完成", 25, 60)}`])).blocks).toEqual(["☑已完成"]);
    expect((await read([text("\uf0fe", 20, 60).replace('Font="3"', 'Font="4"') + text("已完成工作任务", 30, 60)])).codes).toEqual([]);
  });
});

describe("what is not read is said", () => {
  test.each<[string, readonly string[], Parameters<typeof ofd>[1], string[]]>([
    ["a page that is a picture", [plain, '<ofd:ImageObject ID="8" Boundary="0 0 210 297" ResourceID="70" CTM="210 0 0 297 0 0"/>'], {}, ["ofd/needs-ocr 2"]],
    ["a page of shapes", [plain, Array.from({ length: 120 }, (_, i) => path("M 0 0 Q 1 2 3 1 L 1 1", 20 + i, 50)).join("")], {}, ["ofd/needs-ocr 2"]],
    ["characters that only their font knows", [`${plain}${text("\ue001\ue002公开", 20, 200)}`], {}, ["ofd/no-mapping 1 2"]],
    ["objects that are not shown", [`${plain}${text("内部传阅", 20, 200, { more: 'Visible="false"' })}`], {}, ["ofd/hidden-text 1 4 内部传阅"]],
    ["attached files", [plain], { document: "<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>", parts: { "Doc_0/Attachs/Attachments.xml": '<ofd:Attachments xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Attachment ID="1" Name="附件1.xlsx"><ofd:FileLoc>a.xlsx</ofd:FileLoc></ofd:Attachment></ofd:Attachments>' } }, ["ofd/attachments 1 附件1.xlsx"]],
    ["a page that is not there", [plain, plain], { parts: { "Doc_0/Pages/Page_1/Content.xml": "<ofd:Page" } }, ["package/damaged-part Doc_0/Pages/Page_1/Content.xml XML", "ofd/damaged-page 2"]],
  ])("%s", async (_, pages, extras, said) => {
    const { codes, blocks } = await read(pages, extras);
    expect(codes).toEqual(said);
    expect(blocks).toContainEqual(cells);
  });

  test.each<[string, Uint8Array, string]>([
    ["nothing but an empty page", ofd([""]), "ofd/no-text"],
    ["a file with a password", ofd([plain], { parts: { "Encryptions.xml": "<ofd:Encryptions/>" } }), "input/encrypted"],
  ])("%s gives no document", async (_, bytes, code) => {
    const { document, codes } = await seen(bytes, "a.ofd");
    expect([document, codes]).toEqual([null, [code]]);
  });

  test("pages beyond the limit", async () => {
    const { codes } = await seen(ofd([plain, plain, plain]), "a.ofd", { limits: { pages: 2 } });
    expect(codes).toContain("ofd/too-many-pages 3 2");
  });
});

describe("what stands on pages beside their content", () => {
  const annotated = (annotation: string): Parameters<typeof ofd>[1] => ({
    document: "<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>",
    parts: {
      "Doc_0/Annots/Annotations.xml": '<ofd:Annotations xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Page PageID="1"><ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>',
      "Doc_0/Annots/Page_0/Annotation.xml": `<ofd:PageAnnot xmlns:ofd="http://www.ofdspec.org/2016">${annotation}</ofd:PageAnnot>`,
    },
  });
  const appearance = (words: string): string => `<ofd:Appearance Boundary="20 200 100 10">${text(words, 0, 0)}</ofd:Appearance>`;

  test("typed words are read, a watermark is furniture, remarks are named", async () => {
    const { blocks, codes, document } = await read([plain], annotated(`<ofd:Annot ID="8" Type="Stamp">${appearance("此件公开发布")}</ofd:Annot><ofd:Annot ID="9" Type="Watermark">${appearance("内部资料")}</ofd:Annot><ofd:Annot ID="10" Type="Highlight"><ofd:Remark>请核对</ofd:Remark></ofd:Annot><ofd:Annot ID="11" Type="Stamp" Visible="false">${appearance("作废")}</ofd:Annot>`));
    expect(codes).toEqual(["pdf/comments 1 1 请核对"]);
    expect(blocks).toEqual(expect.arrayContaining(["2021年重点工作任务分工", cells, "此件公开发布", "内部资料"]));
    expect(document?.blocks.flatMap((block) => (block.kind === "furniture" ? [block.rule] : []))).toEqual(["page:watermark"]);
  });

  test("files that are missing are as none", async () => {
    expect((await read([plain], { document: "<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>" })).codes).toEqual([]);
  });
});

describe("colours", () => {
  const list = [["序号", "工作任务", "责任单位"], ["1", "编制公开目录", "市司法局"], ["2", "修订公开指南", "市财政局"], ["3", "公开重大事项", "市统计局"]];
  const edges = [100, 110, 120, 130, 140];
  const placed = list.flatMap((row, r) => row.map((cell, c) => text(cell, (columns[c] ?? 0) + 1, (edges[r] ?? 0) + 2, { size: 4 }))).join("");
  const band = (from: number, color: string): string => path("M 0 0 L 160 0 L 160 10 L 0 10 C", 20, from, `Stroke="false" Fill="true" ${color.startsWith("D") ? color : ""}`).replace("</ofd:AbbreviatedData>", `</ofd:AbbreviatedData>${color.startsWith("<") ? color : ""}`);
  const white = (data: string, x: number, y: number): string => path(data, x, y).replace("</ofd:AbbreviatedData>", '</ofd:AbbreviatedData><ofd:StrokeColor Value="255 255 255"/>');
  const parted = [110, 120, 130].map((y) => white("M 0 0 L 160 0", 20, y)).join("") + [40, 120].map((x) => white("M 0 0 L 0 40", x, 100)).join("");
  const grey = '<ofd:FillColor Value="217 217 217"/>';

  test.each<[string, string, Parameters<typeof ofd>[1]]>([
    ["stated by the fill", edges.slice(0, 4).map((y) => band(y, grey)).join(""), {}],
    ["stated by parameters", edges.slice(0, 4).map((y) => band(y, 'DrawParam="60"')).join(""), { common: "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>", parts: { "Doc_0/DocumentRes.xml": resources('<ofd:DrawParams><ofd:DrawParam ID="59"><ofd:FillColor Value="217 217 217"/></ofd:DrawParam><ofd:DrawParam ID="60" Relative="59"/></ofd:DrawParams>') } }],
  ])("%s, parted by white lines, make a table", async (_, bands, extras) => {
    const { blocks } = await read([`${title}${bands}${parted}${placed}`], extras);
    expect(blocks).toEqual(["2021年重点工作任务分工", list]);
  });
});

test("lines that lead far off the page are cut at its edge", async () => {
  const { blocks, codes } = await read([`${plain}${path("M -1000000000 0 L 1000000000 0", 20, 250)}${path("M 0 0 L 1000000000 0", 1000000000, 250)}`]);
  expect({ blocks, codes }).toEqual({ blocks: ["2021年重点工作任务分工", cells], codes: [] });
});

test("struck words are kept apart and said", async () => {
  const { blocks, codes } = await read([`${plain}${text("本条废止", 20, 200)}${path("M 0 0 L 20 0", 20, 203.3)}`]);
  expect(codes).toEqual(["pdf/struck-text 1 4 本条废止"]);
  expect(blocks).toContainEqual(cells);
});

test("all documents of a file are read, and every character has its place", async () => {
  const two = ofd([plain], { root: "<ofd:DocBody><ofd:DocRoot>Doc_1/Document.xml</ofd:DocRoot></ofd:DocBody>", parts: { "Doc_1/Document.xml": '<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData/><ofd:Pages><ofd:Page ID="1" BaseLoc="P.xml"/></ofd:Pages></ofd:Document>', "Doc_1/P.xml": page(text("第二份文件的内容。", 20, 60)) } });
  const document = await readOfd({ name: "a.ofd", bytes: two, uri: null, role: "notice", label: null }, 0, openContext());
  if (document === null) throw new Error("nothing read");
  checkInvariants(document);
  expect([document.pages, document.text.endsWith("第二份文件的内容。")]).toEqual([2, true]);
});
