import { expect, test } from "vitest";
import { parseNotice, type ParseResult } from "../../../src/index.ts";
import { encodeGb18030 } from "../../../src/text/gb18030.ts";
import { faultsOf } from "../../hostile/judge.ts";
import { surelySuperlinear } from "../../hostile/growth.ts";
import { base64, message, multipart, quoted, type PartMarkup } from "./build.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const gbk = (text: string): Uint8Array => encodeGb18030(text) ?? new Uint8Array();

const rows = [["1", "修路，架桥", "市交通局牵头，市财政局配合", "6月底前"], ["2", "绿化㛃镕", "市林业局", "年底前"]];
const page = (meta = ""): string => `<!DOCTYPE html><html><head>${meta}<title>2023年重点任务分工</title></head>\n<body><h1>2023年重点任务分工</h1><table><tr><th>序号<th>重点任务<th>责任单位<th>完成时限</tr>${rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join("")}</tr>\n`).join("")}</table></body></html>`;

const told = ({ tasks, notice }: ParseResult): unknown => [notice.title, tasks.map(({ id, text, due, place, assignment: { lead, support, responsible } }) => [id, text, due, place, lead, support, responsible])];
const read = (bytes: Uint8Array, name = "a.mht"): Promise<ParseResult> => parseNotice({ name, bytes });
const alone = await read(utf8(page()), "a.html");

const html = (more: string, body: string | Uint8Array, location = "http://www.example.gov.cn/art/1.html"): PartMarkup => ({ headers: [`Content-Type: text/html${more}`, `Content-Location: ${location}`], body });
const packed = (part: PartMarkup, encoding: string): PartMarkup => ({ ...part, headers: [...part.headers, `Content-Transfer-Encoding: ${encoding}`] });
const picture: PartMarkup = { headers: ["Content-Type: image/png", "Content-Transfer-Encoding: base64", "Content-Location: http://www.example.gov.cn/a.png"], body: base64(Uint8Array.from({ length: 300 }, (_, i) => i & 255)) };

test.each<[what: string, bytes: Uint8Array, charset: string]>([
  ["Chromium: quoted-printable in UTF-8, no label", message(multipart("related", "----MultipartBoundary--x----", [packed(html("", quoted(utf8(page('<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">')))), "quoted-printable"), picture])), "utf-8"],
  ["Word and IE: quoted-printable in GBK with its label", message(multipart("related", "----=_NextPart_01", [packed(html(';\r\n\tcharset="gb2312"', quoted(gbk(page()))), "quoted-printable"), picture])), "gb18030"],
  ["GBK without a label", message(multipart("related", "b", [packed(html("", quoted(gbk(page()))), "quoted-printable")])), "gb18030"],
  ["GBK with the label of the page alone", message(multipart("related", "b", [packed(html("", quoted(gbk(page('<meta charset="gbk">')))), "quoted-printable")])), "gb18030"],
  ["base 64 in UTF-16 with a mark", message(multipart("related", "b", [packed(html('; charset="unicode"', base64(new Uint8Array(Buffer.from(`\ufeff${page()}`, "utf16le")))), "base64")])), "utf-16le"],
  ["eight bits as they are", message(multipart("related", "b", [packed(html("; charset=gb2312", gbk(page())), "8bit")])), "gb18030"],
  ["a page that is the whole message", message({ ...packed(html("; charset=utf-8", quoted(utf8(page()))), "quoted-printable") }), "utf-8"],
  ["parts in parts, plain text first, as mails have them", message(multipart("mixed", "out", [multipart("alternative", "in", [{ headers: ["Content-Type: text/plain; charset=utf-8"], body: utf8("分工见附件") }, packed(html("; charset=utf-8", base64(utf8(page()))), "base64")])])), "utf-8"],
  ["a page of frames before the page", message(multipart("related", "b", [packed(html("", "<html><head><title>frames</title></head><frameset><frame src=a.htm></frameset></html>", "file:///C:/x.htm"), "7bit"), packed(html("; charset=utf-8", base64(utf8(page()))), "base64")])), "utf-8"],
  ["lines that end in LF alone", new Uint8Array(Buffer.from(Buffer.from(message(multipart("related", "b", [packed(html("; charset=utf-8", quoted(utf8(page()))), "quoted-printable")]))).toString("latin1").replaceAll("\r\n", "\n"), "latin1")), "utf-8"],
])("%s", async (_, bytes, charset) => {
  const result = await read(bytes);
  expect(faultsOf(result)).toEqual([]);
  expect(told(result)).toEqual(told(alone));
  expect(result.sources[0]).toMatchObject({ format: "mht", charset, uri: "http://www.example.gov.cn/art/1.html" });
  expect(result.diagnostics).toEqual(alone.diagnostics);
});

test("a label that lies is said, and the bytes decide", async () => {
  const result = await read(message(multipart("related", "b", [packed(html('; charset="gb2312"', quoted(utf8(page()))), "quoted-printable")])));
  expect(told(result)).toEqual(told(alone));
  expect(result.diagnostics.map(({ code }) => code)).toContain("html/charset-lied");
});

test("an archive that is cut is read to its end, and said", async () => {
  const whole = message(multipart("related", "b", [packed(html("; charset=utf-8", quoted(utf8(page()))), "quoted-printable")], ""));
  const result = await read(whole);
  expect(told(result)).toEqual(told(alone));
  expect(result.diagnostics.map(({ code }) => code)).toContain("mht/cut");
});

test("a mail of plain text is read, an archive of pictures is refused", async () => {
  const { tasks } = await read(message({ headers: ["Content-Type: text/plain; charset=gb2312"], body: gbk("各单位：\r\n一、修路。（责任单位：市交通局）") }), "a.eml");
  expect(tasks.map(({ assignment }) => assignment.responsible.map(({ text }) => text))).toEqual([["市交通局"]]);
  expect((await read(message(multipart("related", "b", [picture])))).diagnostics.map(({ code }) => code)).toEqual(["mht/no-page"]);
});

test("boundaries in any number take linear time", async () => {
  const work = (bytes: Uint8Array): Promise<unknown> => read(bytes);
  const open = (length: number): Uint8Array => message({ headers: ['Content-Type: multipart/mixed; boundary="b"'], body: "--b\r\n".repeat(length / 5) });
  const nested = (length: number): Uint8Array => message({ headers: ['Content-Type: multipart/mixed; boundary="b"'], body: '--b\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n'.repeat(length / 50) });
  for (const make of [open, nested]) expect(await surelySuperlinear((length) => make(length) as never, (input) => work(input as never))).toBeNull();
});
