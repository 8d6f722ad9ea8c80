import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseNotice, readDocument, type ParseResult } from "../../../src/index.ts";
import { parameterText } from "../../../src/read/mht/header-words.ts";
import { encodeGb18030 } from "../../../src/text/gb18030.ts";
import { page } from "../../batch/tree-of.ts";
import { faultsOf } from "../../hostile/judge.ts";
import { zip } from "../docx/build.ts";
import { base64, message, multipart, type PartMarkup } from "./build.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const gbk = (text: string): Buffer => Buffer.from(encodeGb18030(text) ?? []);
const table = utf8(page("编制公开目录"));
const letter = "某市人民政府办公室关于印发2021年重点工作任务分工的通知\r\n某政办〔2021〕8号\r\n各区人民政府：\r\n现将《2021年重点工作任务分工》印发给你们，请认真落实。\r\n附件：任务分解表\r\n";

const words = (text: string): PartMarkup => ({ headers: ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64"], body: base64(utf8(text)) });
const attached = (name: string, bytes: Uint8Array, more: readonly string[] = [`Content-Disposition: attachment; filename="${name}"`]): PartMarkup => ({
  headers: [`Content-Type: application/octet-stream; name="${name}"`, "Content-Transfer-Encoding: base64", ...more],
  body: base64(bytes),
});
const mail = (...parts: readonly PartMarkup[]): Uint8Array => message(multipart("mixed", `=_${String(parts.length)}`, parts), ["From: a@example.gov.cn", "MIME-Version: 1.0"]);
const read = async (bytes: Uint8Array): Promise<ParseResult> => {
  const result = await parseNotice({ name: "来信.eml", bytes });
  expect(faultsOf(result)).toEqual([]);
  return result;
};
const told = ({ status, sources, tasks, diagnostics }: ParseResult): unknown => ({
  status,
  sources: sources.map(({ name, role, label }) => [name, role, label].filter((word) => word !== null).join(" ")),
  tasks: tasks.map(({ due }) => due),
  codes: diagnostics.filter(({ severity }) => severity !== "info").map(({ code }) => code),
});

describe("a mail and its files are one notice", () => {
  test("its words are the letter, its files the attachments", async () => {
    const result = await read(mail(words(letter), attached("fujian1.html", table)));
    expect(told(result)).toEqual({ status: "success", sources: ["来信.eml letter", "来信.eml/fujian1.html attachment 附件1"], tasks: ["2021-06-30"], codes: [] });
    expect(result.notice.documentNumber?.text).toBe("某政办〔2021〕8号");
  });

  test("a file that is named as the letter is the letter", async () => {
    const docx = new Uint8Array(readFileSync(new URL("../../../corpus/seeds/files/liutiliucu-4.docx", import.meta.url)));
    const result = await read(mail(words("请查收附件。"), attached(`=?utf-8?B?${Buffer.from("关于任务分工的通知.docx").toString("base64")}?=`, docx)));
    const alone = await parseNotice({ name: "a.docx", bytes: docx });
    expect(result.sources.map(({ name, role }) => [name, role])).toEqual([["来信.eml/关于任务分工的通知.docx", "letter"], ["来信.eml", "attachment"]]);
    expect(result.tasks).toEqual(alone.tasks);
  });

  test("a mail that says nothing is its files", async () => {
    const blank: PartMarkup = { headers: ["Content-Type: text/html"], body: "<html><body><div>&nbsp;<br></div></body></html>" };
    expect(told(await read(mail(blank, attached("a.html", table))))).toEqual({ status: "success", sources: ["来信.eml/a.html notice"], tasks: ["2021-06-30"], codes: [] });
    const pictured: PartMarkup = { headers: ["Content-Type: text/html"], body: '<html><body><img src="cid:1" width="900" height="600"></body></html>' };
    expect(told(await read(mail(pictured, attached("a.html", table))))).toMatchObject({ status: "partial", codes: expect.arrayContaining(["picture/not-read", "html/no-text"]) as unknown });
  });

  test("packages and mails in it are opened, pictures of its words and signatures are no files", async () => {
    const inner = mail(words("转发"), attached("fujian2.html", table));
    const logo: PartMarkup = { headers: ['Content-Type: image/png; name="logo.png"', "Content-ID: <1>", "Content-Disposition: inline; filename=logo.png", "Content-Transfer-Encoding: base64"], body: base64(Uint8Array.of(1, 2, 3)) };
    const result = await read(mail(words(letter), logo, attached("fujian1.zip", zip([{ name: "附件1.html", bytes: table }])), { headers: ["Content-Type: message/rfc822"], body: inner }, attached("smime.p7s", Uint8Array.of(1))));
    expect(told(result)).toMatchObject({ status: "success", sources: ["来信.eml letter", "来信.eml/fujian1.zip/附件1.html attachment 附件1", "来信.eml/message.eml/fujian2.html attachment 附件2", "来信.eml/message.eml attachment"], tasks: ["2021-06-30", "2021-06-30"], codes: [] });
    expect(result.diagnostics.map(({ code, actual }) => [code, actual])).toContainEqual(["package/passed-over", "smime.p7s"]);
  });

  test("its tables are those of its files", async () => {
    const { format, document } = await readDocument({ name: "来信.eml", bytes: mail(words(letter), attached("fujian1.html", table)) });
    expect([format?.id, document?.blocks.filter(({ kind }) => kind === "table").length]).toEqual(["mht", 1]);
  });
});

test.each<[string, PartMarkup, string[]]>([
  ["of a format that is not read", attached("fujian2.png", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3)), ["picture/unreadable"]],
  ["that is empty", attached("fujian2.html", new Uint8Array()), ["input/empty"]],
  ["that is a broken package", attached("fujian2.zip", zip([{ name: "a.html", bytes: table }]).subarray(0, 60)), ["package/damaged"]],
  ["without a name", { headers: ["Content-Type: application/octet-stream", "Content-Disposition: attachment"], body: "\0\0\0" }, ["input/unknown-format"]],
])("a file %s is said, and the rest is read", async (_, part, codes) => {
  expect(told(await read(mail(words(letter), attached("fujian1.html", table), part)))).toMatchObject({ status: "partial", tasks: ["2021-06-30"], codes });
});

test("a mail that is cut in its file says so", async () => {
  const whole = mail(words(letter), attached("fujian1.html", table));
  expect(told(await read(whole.subarray(0, whole.length - 300)))).toMatchObject({ codes: expect.arrayContaining(["mht/cut"]) as unknown });
});

const encoded = (charset: string, bytes: Buffer): string => `=?${charset}?B?${bytes.toString("base64")}?=`;

test.each<[what: string, header: string]>([
  ["encoded words", `attachment; filename="${encoded("gb2312", gbk("附件1：任务.xlsx"))}"`],
  ["a character cut in two by encoded words", `attachment; filename="${encoded("gbk", gbk("附件1：任务.xlsx").subarray(0, 3))} ${encoded("gbk", gbk("附件1：任务.xlsx").subarray(3))}"`],
  ["quoted encoded words", "attachment; filename==?UTF-8?Q?=E9=99=84=E4=BB=B61=EF=BC=9A=E4=BB=BB=E5=8A=A1.xlsx?="],
  ["an encoded parameter", "attachment; filename*=UTF-8''%E9%99%84%E4%BB%B61%EF%BC%9A%E4%BB%BB%E5%8A%A1.xlsx"],
  ["a parameter in pieces", "attachment; filename*1*=%BB%B61%EF%BC%9A%E4%BB%BB%E5%8A%A1; filename*0*=utf-8'zh'%E9%99%84%E4; filename*2=.xlsx"],
  ["bytes of GBK", `attachment; filename="${gbk("附件1：任务.xlsx").toString("latin1")}"`],
  ["bytes of UTF-8", `attachment; filename="${Buffer.from("附件1：任务.xlsx").toString("latin1")}"`],
])("a name of %s", (_, header) => {
  expect(parameterText(header, "filename")).toBe("附件1：任务.xlsx");
});

test("names that are none", () => {
  expect(parameterText("attachment", "filename")).toBeNull();
  expect(parameterText('attachment; filename="a\\"b.doc"', "filename")).toBe('a"b.doc');
  expect(parameterText("attachment; filename*=x", "filename")).toBe("x");
});

test.each([0, 2, 5, 100, 1000])("%i headers of servers on the way before its own are passed over", async (count) => {
  const way = Array.from({ length: count }, (_, i) => `Received: from mx${i}.example.gov.cn (10.0.0.${i % 255}) by mail.example.gov.cn\r\n\twith ESMTP id ${"x".repeat(60)}; Mon, 1 Mar 2021 08:00:00 +0800`);
  const result = await read(message({ headers: ["Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: base64"], body: base64(table) }, [...way, "From: a@example.gov.cn", "MIME-Version: 1.0"]));
  expect([result.sources[0]?.format, result.tasks.length]).toEqual(["mht", 1]);
});

test.each([
  ["without MIME-Version", ["From: a@example.gov.cn", "Date: Mon, 1 Mar 2021 08:00:00 +0800"]],
  ["as a mailbox keeps it", ["From a@example.gov.cn Mon Mar  1 08:00:00 2021", "Received: from mx.example.gov.cn", "Subject: x"]],
  ["with nothing but parts", []],
])("a message %s is a mail", async (_, before) => {
  const { headers, body } = multipart("mixed", "=_m", [words("各单位：\r\n请按附件分工抓好落实。\r\n"), attached("附件1.html", table)]);
  const result = await read(message({ headers, body }, before));
  expect([result.sources.map(({ format }) => format), result.tasks.length]).toEqual([["mht", "html"], 1]);
});

test.each(["标题：关于印发工作分工的通知\nContent-Type: text/html\n\n正文", "From: 市政府办公室\n\n一、抓好落实。", "Content-Type: text/plain\n\n正文"])("text that only looks like headers is text: %j", async (text) => {
  expect((await parseNotice({ name: "a.txt", bytes: utf8(text) })).sources[0]?.format).toBe("text");
});
