import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseNotice, type ParseResult } from "../../../src/index.ts";
import { faultsOf } from "../../hostile/judge.ts";
import { seen } from "../sheets/seen.ts";
import { word2003 } from "./write.ts";

const told = ({ notice, tasks }: ParseResult): unknown => [notice.id, notice.title, tasks.map(({ id, number, path, text, due, assignment: { lead, support, responsible } }) => [id, number, path, text, due, [lead, support, responsible].map((units) => units.map(({ name }) => name))])];

test.each(["guichi-2018.docx", "wanzheng-66.docx", "liutiliucu-4.docx", "wuhu-kaoping.docx"])("%s as Word 2003 XML gives the same tasks", async (name) => {
  const docx = new Uint8Array(readFileSync(new URL(`../../../corpus/seeds/files/${name}`, import.meta.url)));
  const result = await parseNotice({ name: "a.doc", bytes: word2003(docx) });
  expect(faultsOf(result)).toEqual([]);
  expect(result.sources[0]?.format).toBe("wordml");
  expect(told(result)).toEqual(told(await parseNotice({ name, bytes: docx })));
});

const file = (body: string, before = ""): Uint8Array =>
  new TextEncoder().encode(`<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:v="urn:schemas-microsoft-com:vml">${before}<w:body>${body}</w:body></w:wordDocument>`);
const line = (words: string, properties = ""): string => `<w:p>${properties}<w:r><w:t>${words}</w:t></w:r></w:p>`;
const read = (body: string, before?: string): ReturnType<typeof seen> => seen(file(body, before), "a.doc");

test("numbers of lists, tracked changes, notes, boxes, margins and links", async () => {
  const lists = '<w:lists><w:listDef w:listDefId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="39"/><w:lvlText w:val="（%1）"/></w:lvl></w:listDef><w:list w:ilfo="1"><w:ilst w:val="0"/></w:list></w:lists>';
  const numbered = '<w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/></w:listPr></w:pPr>';
  const body = [
    `<wx:sub-section>${line("修路", numbered)}${line("架桥", numbered)}</wx:sub-section>`,
    '<w:p><aml:annotation w:type="Word.Insertion"><aml:content><w:r><w:t>新写的</w:t></w:r></aml:content></aml:annotation><aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>删掉的</w:delText></w:r></aml:content></aml:annotation><w:r><w:t>话</w:t></w:r></w:p>',
    `<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:footnote>${line("脚注的话")}</w:footnote></w:r></w:p>`,
    `<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>${line("框里的话")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`,
    '<w:p><w:hlink w:dest="http://www.example.gov.cn/a.docx"><w:r><w:t>附件：任务表</w:t></w:r></w:hlink></w:p>',
    `<w:sectPr><w:hdr w:type="odd">${line("内部资料")}</w:hdr></w:sectPr>`,
  ].join("");
  const { blocks, document, codes } = await read(body, lists);
  expect(blocks).toEqual(expect.arrayContaining(["修路", "架桥", "新写的话", "框里的话", "附件：任务表", "脚注的话", "内部资料"]));
  expect(document?.blocks.flatMap((block) => (block.kind === "paragraph" && block.label !== null ? [block.label.text] : []))).toEqual(["（一）", "（二）"]);
  expect(document?.links.map(({ target }) => target)).toEqual(["http://www.example.gov.cn/a.docx"]);
  expect(codes).toEqual(["docx/tracked-changes 1 1"]);
});

test("what is broken or hostile is refused or read as far as it goes", async () => {
  expect((await seen(new TextEncoder().encode('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><?mso-application progid="Word.Document"?><w:wordDocument/>'), "a.doc")).codes).toEqual(["docx/dtd a.doc"]);
  expect((await seen(file(line("修路")).subarray(0, -40), "a.doc")).blocks).toEqual(["修路"]);
  expect((await seen(file("<w:p>".repeat(2000)), "a.doc")).codes).toEqual(["limit/depth 500"]);
});
