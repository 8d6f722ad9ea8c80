import { describe, expect, test } from "vitest";
import { openContext } from "../../src/model/context.ts";
import type { ParseOptions } from "../../src/model/context.ts";
import { formats } from "../../src/read/formats.ts";
import { read } from "../../src/read/read.ts";
import { compoundFile, zipFile } from "./containers.ts";
import { cpuTime } from "../cpu-time.ts";

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const signature = (...bytes: number[]): Uint8Array => Uint8Array.from([...bytes, ...new Array<number>(32).fill(0)]);

const samples: Record<string, Uint8Array[]> = {
  pdf: [ascii("%PDF-1.7\n"), ascii("\r\njunk\n%PDF-1.4\n")],
  docx: [zipFile("[Content_Types].xml", "word/document.xml"), zipFile("word/document2.xml").subarray(0, 60)],
  xlsx: [zipFile("[Content_Types].xml", "xl/workbook.xml")],
  pptx: [zipFile("ppt/presentation.xml")],
  ofd: [zipFile("OFD.xml", "Doc_0/Document.xml")],
  "uof-package": [zipFile("uof.xml", "content.xml", "_meta/meta.xml")],
  odt: [zipFile("mimetype", "content.xml", "META-INF/manifest.xml")],
  zip: [zipFile("附件1.docx", "附件2.xlsx"), zipFile()],
  "ooxml-encrypted": [compoundFile("EncryptionInfo", "EncryptedPackage")],
  doc: [compoundFile("1Table", "WordDocument")],
  xls: [compoundFile("Workbook"), compoundFile("Book"), compoundFile("WORKBOOK"), signature(0x09, 0x08, 0x10, 0)],
  ppt: [compoundFile("PowerPoint Document")],
  ole: [compoundFile("Contents")],
  rtf: [ascii("{\\rtf1\\ansi <p>x</p>}")],
  mht: [ascii('From: "saved"\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n<html>')],
  rar: [ascii("Rar!\x1a\x07\x00")],
  "7z": [signature(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)],
  gzip: [signature(0x1f, 0x8b, 8)],
  png: [signature(0x89, 0x50, 0x4e, 0x47)],
  jpeg: [signature(0xff, 0xd8, 0xff, 0xe0)],
  gif: [ascii("GIF89a\x01\x00\x01\x00")],
  tiff: [signature(0x49, 0x49, 0x2a, 0), signature(0x4d, 0x4d, 0, 0x2a)],
  bmp: [signature(0x42, 0x4d, 0x36, 0x10)],
  webp: [ascii("RIFF\x10\x00\x00\x00WEBPVP8 ")],
  "fengong-result": [ascii('{"schemaVersion":"1.0.0","status":"success","parser":{"name":"fengong","version":"0.1.0"},"sources":[]}'), ascii('{"id":"皖政办秘-2020-66","readings":[{"item":"a.html"}]}')],
  html: [
    ascii("<!DOCTYPE html><p>x"),
    ascii("  \n<!-- saved from url -->\n<html>"),
    ascii('\ufeff<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "x">'),
    ascii("<p>　　各区人民政府：</p>"),
    ascii('<table class="t"><tr><td>任务</td></tr></table>'),
    ascii("<div>x</div>"),
    ascii("各区人民政府：<br>一、任务<br>二、要求<br>三、时限"),
    Uint8Array.from([0xff, 0xfe, ...[..."<html><p>x"].flatMap((c) => [c.charCodeAt(0), 0])]),
  ],
  "flat-opc": [
    ascii('<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'),
    ascii('<package xmlns="http://schemas.microsoft.com/office/2006/xmlPackage"><part name="/a"/></package>'),
  ],
  wordml: [ascii('<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument xmlns:w="x">'), ascii("<w:wordDocument>")],
  "excel-2003": [ascii('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'), ascii('<?xml version="1.0"?><ss:Workbook>')],
  fodt: [ascii('<?xml version="1.0" encoding="UTF-8"?>\n<office:document xmlns:office="x">')],
  uof: [ascii('<?xml version="1.0" encoding="UTF-8"?>\n<uof:UOF xmlns:uof="http://schemas.uof.org/cn/2003/uof">')],
  xml: [ascii('<?xml version="1.0"?><notice/>')],
  csv: [ascii("序号,重点任务,责任单位\n1,修路,市交通局\n"), ascii("甲\t乙\t丙\t丁\n1\t2\t3\t4\n1\t2\t3\t4\n1\t2\t3\t4\n1\t2\t3\t4\n")],
  text: [ascii("各区人民政府：\n一、任务 a < b\n"), ascii("x")],
};

describe.each(formats)("$id", (format) => {
  test("is known by its bytes", () => {
    const known = samples[format.id] ?? [];
    expect(known).not.toHaveLength(0);
    for (const bytes of known) expect(formats.find((candidate) => candidate.recognises(bytes))?.id).toBe(format.id);
  });
});

async function codes(bytes: Uint8Array, name: string, options: ParseOptions = {}): Promise<string[]> {
  const context = openContext(options);
  await read({ name, bytes, uri: null, role: "notice", label: null }, 0, context);
  return context.diagnostics.map(({ code, params }) => [code, ...Object.values(params)].join(" "));
}

test("every format without a reader is refused by its own name", async () => {
  const said = new Set<string>();
  for (const format of formats.filter((candidate) => candidate.read === null)) {
    const [bytes = new Uint8Array()] = samples[format.id] ?? [];
    const found = await codes(bytes, "file");
    expect(found).toEqual([`input/unsupported-format ${format.title.zh}`]);
    said.add(found[0] ?? "");
  }
  expect(said.size).toBe(formats.filter((candidate) => candidate.read === null).length);
});

describe("poor input", () => {
  test.each([
    ["an empty file", new Uint8Array(), "a.html", ["input/empty"]],
    ["unknown bytes", signature(1, 2, 3, 0, 5), "a.bin", ["input/unknown-format"]],
    ["a page that is named .doc", ascii("<p>一、任务</p>"), "a.doc", ["input/name-differs doc HTML"]],
    ["a page with an unknown extension", ascii("<p>一、任务</p>"), "a.do", []],
    ["a page without text", ascii("<html><body><img src=x></body></html>"), "a.html", ["html/no-text"]],
    ["a damaged ZIP", signature(0x50, 0x4b, 3, 4), "a.docx", ["input/unsupported-format ZIP 压缩包"]],
    ["a damaged OLE file", signature(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), "a.doc", ["input/unknown-format"]],
  ])("%s", async (_, bytes, name, expected) => {
    expect(await codes(bytes, name)).toEqual(expected);
  });

  test("a file beyond the limit is not read", async () => {
    expect(await codes(ascii("<p>一、任务</p>"), "a.html", { limits: { bytes: 10 } })).toEqual(["limit/bytes 19 10"]);
  });

  test.each(["div", "ul><li", "table><tr><td", "font color=red", "b", "span", "blockquote"])("10,000 levels of <%s>", async (tag) => {
    const start = cpuTime();
    const found = await codes(ascii(`<html><body>${`<${tag}>`.repeat(10_000)}任务`), "a.html");
    expect(found).toEqual(["limit/depth 500"]);
    expect(cpuTime() - start).toBeLessThan(500);
  });

  test("the deepest nesting that may be allowed is read", async () => {
    for (const tag of ["div", "ul><li", "table><tr><td", "span", "font size=2"]) {
      const levels = Math.floor(990 / (tag.startsWith("table") ? 4 : tag.split(">").length));
      expect(await codes(ascii(`<html><body>${`<${tag}>`.repeat(levels)}任务分工`), "a.html", { limits: { depth: 1_000_000 } })).toEqual([]);
    }
  });

  test("no bytes make it throw", async () => {
    const page = ascii('<html><table><tr><td rowspan=2 colspan="x">任务<td>单位</table><p>附件');
    for (let cut = 1; cut < page.length; cut += 3) await codes(page.subarray(0, cut), "a.html");
    for (const known of Object.values(samples).flat()) for (let cut = 1; cut < known.length; cut += 7) await codes(known.subarray(0, cut), "a");
  });
});

describe("reading takes linear time", () => {
  const shapes: [string, (n: number) => string][] = [
    ["lines", (n) => `<div>${"重点任务由市财政局负责落实<br>".repeat(n)}</div>`],
    ["links", (n) => `<div>${"<a href=/x>任务</a> ".repeat(n)}</div>`],
    ["sibling paragraphs", (n) => "<p>一、重点任务由市财政局负责落实。</p>".repeat(n)],
    ["tall and wide spans", (n) => `<table><tr>${"<td rowspan=65534>一".repeat(900)}${"<tr><td colspan=1000>x".repeat(n)}</table>`],
    ["open comments", (n) => `${"<!-- ".repeat(n)}<p>x`],
    ["blanks", (n) => `<p>${"\u3000".repeat(n)}x${" \n".repeat(n)}y</p>`],
    ["labels", (n) => `<p>${"<span>来源：</span>".repeat(n)}</p>`],
  ];
  test.each(shapes)("%s", async (_, shape) => {
    const start = cpuTime();
    await codes(ascii(shape(20_000)), "a.html");
    expect(cpuTime() - start).toBeLessThan(4000);
  });
});
