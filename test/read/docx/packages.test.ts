/** Packages that are written otherwise: backslashes, one XML file, other encodings, headers of earlier sections; objects that are not read. */
import { describe, expect, test } from "vitest";
import { openContext } from "../../../src/model/context.ts";
import { read } from "../../../src/read/read.ts";
import { p, partsOf, r, zip } from "./build.ts";
import { outline, readBytes, readMarkup } from "./reading.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const body = p("一、任务") + p("7月10日前完成。");

async function readFile(bytes: Uint8Array, name: string): Promise<{ shows: string[] | null; codes: string[]; format: string | undefined }> {
  const context = openContext();
  const { document, format } = await read({ name, bytes, uri: null, role: "notice", label: null }, 0, context);
  return { shows: document === null ? null : outline(document), codes: context.diagnostics.map(({ code }) => code), format: format?.id };
}

test("part names with backslashes", async () => {
  const bytes = zip([...partsOf({ body, headers: { h: p("第1页") } })].map(([name, content]) => ({ name: name.replaceAll("/", "\\"), bytes: utf8(content) })));
  expect(await readFile(bytes, "a.docx")).toEqual({ shows: ["p| 一、任务", "p| 7月10日前完成。"], codes: [], format: "docx" });
});

describe("Flat OPC", () => {
  const flat = (prefix: string, parts = partsOf({ body })): string => {
    const [tag, at] = prefix === "" ? ["", ""] : [`${prefix}:`, `:${prefix}`];
    const written = [...parts].filter(([name]) => name !== "[Content_Types].xml").map(([name, content]) =>
      `<${tag}part ${tag}name="/${name}" ${tag}contentType="${name === "word/document.xml" ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml" : "application/xml"}"><${tag}xmlData>${content.replace(/^<\?xml[^>]*\?>\s*/u, "")}</${tag}xmlData></${tag}part>`);
    return `<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?><${tag}package xmlns${at}="http://schemas.microsoft.com/office/2006/xmlPackage">${written.join("")}</${tag}package>`;
  };

  test.each(["pkg", "x", ""])("prefix “%s”", async (prefix) => {
    expect(await readFile(utf8(flat(prefix)), "a.xml")).toEqual({ shows: ["p| 一、任务", "p| 7月10日前完成。"], codes: [], format: "flat-opc" });
  });

  test("in UTF-16", async () => {
    const text = flat("pkg").replace("UTF-8", "UTF-16");
    const bytes = Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((character) => [character.charCodeAt(0) & 255, character.charCodeAt(0) >> 8])]);
    expect((await readFile(bytes, "a.xml")).shows).toEqual(["p| 一、任务", "p| 7月10日前完成。"]);
  });

  test("cut short, what stands before the end is read and the damage is said", async () => {
    const text = flat("pkg");
    const { shows, codes } = await readFile(utf8(text.slice(0, text.indexOf("7月10日"))), "a.xml");
    expect(shows).toEqual(["p| 一、任务"]);
    expect(codes).toContain("docx/damaged-part");
  });

  test("without a document it says so", async () => {
    const { shows, codes } = await readFile(utf8(flat("pkg", new Map())), "a.xml");
    expect(shows).toBeNull();
    expect(codes).toEqual(["docx/missing-document"]);
  });

  test("binary parts are passed over", async () => {
    const text = flat("pkg").replace("</pkg:package>", '<pkg:part pkg:name="/word/media/a.png" pkg:contentType="image/png"><pkg:binaryData>AAAA</pkg:binaryData></pkg:part></pkg:package>');
    expect((await readFile(utf8(text), "a.xml")).codes).toEqual([]);
  });
});

/** GBK bytes of the words below, by hand: the encoder of the platform writes UTF-8 only. */
const gbk: Readonly<Record<string, readonly number[]>> = { 任: [0xc8, 0xce], 务: [0xce, 0xf1], 月: [0xd4, 0xc2], 日: [0xc8, 0xd5], 前: [0xc7, 0xb0], 完: [0xcd, 0xea], 成: [0xb3, 0xc9] };
const inGbk = (text: string): Uint8Array => Uint8Array.from([...text].flatMap((character) => gbk[character] ?? [character.charCodeAt(0)]));

describe("bytes of the document part", () => {
  const packed = (change: (text: string) => Uint8Array, words = "任务7月10日前完成"): Uint8Array =>
    zip([...partsOf({ body: p(words) })].map(([name, content]) => ({ name, bytes: name === "word/document.xml" ? change(content) : utf8(content) })));
  const damaged = (text: string, at: string): Uint8Array => {
    const bytes = utf8(text);
    const offset = utf8(text.slice(0, text.indexOf(at))).length;
    return Uint8Array.from([...bytes.slice(0, offset), 0xff, 0xfe, ...bytes.slice(offset + 3)]);
  };

  test.each([
    ["UTF-8", (text: string) => utf8(text), [], "任务7月10日前完成"],
    ["GBK declared", (text: string) => inGbk(text.replace("UTF-8", "GBK")), ["docx/charset"], "任务7月10日前完成"],
    ["GB2312 declared", (text: string) => inGbk(text.replace("UTF-8", "gb2312")), ["docx/charset"], "任务7月10日前完成"],
    ["GBK that calls itself UTF-8", (text: string) => inGbk(text), ["docx/charset"], "任务7月10日前完成"],
    ["GBK without a declaration", (text: string) => inGbk(text.replace(/^<\?xml[^>]*\?>\s*/u, "")), ["docx/charset"], "任务7月10日前完成"],
    ["UTF-8 that calls itself GBK", (text: string) => utf8(text.replace("UTF-8", "GBK")), ["docx/charset"], "任务7月10日前完成"],
    ["UTF-8 without a declaration", (text: string) => utf8(text.replace(/^<\?xml[^>]*\?>\s*/u, "")), [], "任务7月10日前完成"],
    ["one damaged character", (text: string) => damaged(text, "日"), ["docx/charset-damaged"], "任务7月10\ufffd\ufffd前完成"],
    ["a damaged first character", (text: string) => damaged(text, "任"), ["docx/charset-damaged"], "\ufffd\ufffd务7月10日前完成"],
    ["a byte order mark", (text: string) => Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8(text)]), [], "任务7月10日前完成"],
  ])("%s", async (_, change, codes, words) => {
    const { shows, codes: said } = await readFile(packed(change), "a.docx");
    expect(said).toEqual(codes);
    expect(shows).toEqual([`p| ${words}`]);
  });

  test("damage is quoted and placed", async () => {
    const context = openContext();
    await read({ name: "a.docx", bytes: packed((text) => damaged(text, "日")), uri: null, role: "notice", label: null }, 0, context);
    expect(context.diagnostics.map(({ actual, params, place }) => [actual, params["part"], place.length])).toEqual([["任务7月10\ufffd\ufffd前完成", "word/document.xml", 1]]);
  });

  test("a replacement character that the author wrote is no damage", async () => {
    expect((await readFile(packed(utf8, "任\ufffd务"), "a.docx")).codes).toEqual([]);
  });
});

const reference = (use: string, id: string): string => `<w:headerReference w:type="${use}" r:id="${id}"/>`;

test.each([
  ["a first header of an earlier section", reference("first", "a"), "<w:titlePg/>", ["p| 示政〔2021〕3号"]],
  ["the own one instead", reference("first", "a"), `${reference("first", "b")}<w:titlePg/>`, ["p| 示政〔2021〕4号"]],
  ["not shown where no section has a title page", reference("first", "a"), "", []],
])("%s", async (_, before, after, shows) => {
  const { document } = await readMarkup({
    body: `<w:p><w:pPr><w:sectPr>${before}</w:sectPr></w:pPr>${r("甲")}</w:p>${p("乙")}<w:sectPr>${after}</w:sectPr>`,
    headers: { a: p("示政〔2021〕3号"), b: p("示政〔2021〕4号") },
  });
  expect(outline(document)).toEqual([...shows, "p| 甲", "⤓p| 乙"]);
});

const wp = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"';
const cm = 360_000;
const drawing = (width: number, height: number, more = ""): string =>
  `<w:r><w:drawing><wp:inline ${wp}><wp:extent cx="${String(width * cm)}" cy="${String(height * cm)}"/><wp:docPr id="1" name="图片 1" ${more}/><a:graphic><a:graphicData><pic:pic><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
const shape = (css: string, more = "<v:imagedata/>"): string => `<w:r><w:pict><v:shape style="${css}">${more}</v:shape></w:pict></w:r>`;

test.each([
  ["a drawing of page size", drawing(14, 19), ["picture/not-read"]],
  ["a wide table", drawing(15, 4), ["picture/not-read"]],
  ["a picture of VML", shape("width:400pt;height:560pt"), ["picture/not-read"]],
  ["a picture of VML in inches", shape("position:absolute;width:5.5in;height:7in"), ["picture/not-read"]],
  ["two pictures, one finding", drawing(14, 19) + drawing(14, 19), ["picture/not-read"]],
  ["an embedded sheet and its face", `<w:r><w:object><v:shape style="width:400pt;height:300pt"><v:imagedata/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>`, ["docx/unread-object"]],
  ["a seal", drawing(4, 4), []],
  ["a signature", drawing(5, 2), []],
  ["a line", drawing(15, 0.1), []],
  ["a small picture of VML", shape("width:60pt;height:60pt"), []],
  ["a shape without a picture", shape("width:400pt;height:560pt", ""), []],
  ["a code to scan", drawing(7, 7, 'descr="二维码"'), []],
])("%s: %j", async (_, runs, codes) => {
  const reading = await readMarkup(`${p("甲")}<w:p>${runs}</w:p>`);
  expect(reading.codes).toEqual(codes);
  for (const { place } of reading.context.diagnostics) expect(place.length).toBeGreaterThan(0);
});

test("a document that embeds another says where", async () => {
  const { context } = await readBytes(zip([...partsOf({ body: `${p("甲")}<w:altChunk r:id="x"/>` })].map(([name, content]) => ({ name, bytes: utf8(content) }))));
  expect(context.diagnostics.map(({ code, place }) => [code, place[0]?.kind === "element" ? place[0].path : ""])).toEqual([["docx/unread-object", "word/document.xml#/w:document/w:body/w:altChunk[1]"]]);
});
