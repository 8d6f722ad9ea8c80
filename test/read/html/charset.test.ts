import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseNotice } from "../../../src/pipeline.ts";
import { decode } from "../../../src/read/charset.ts";
import { readBytes } from "./reading.ts";

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`fixtures/charset/${name}.html`, import.meta.url)));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytesOf = (...parts: (string | number[])[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...utf8(part)] : part)));
const gbk = { 任务: [0xc8, 0xce, 0xce, 0xf1], 单位: [0xb5, 0xa5, 0xce, 0xbb], 㛃: [0x82, 0x30, 0xb7, 0x31] };

describe("five pages of one text", () => {
  const charsets = { gbk_meta: "gb18030", gbk_nometa: "gb18030", late: "gb18030", lie: "gb18030", utf8: "utf-8" };
  test.each(Object.entries(charsets))("%s is read as %s", async (name, charset) => {
    const { document, context } = await readBytes(fixture(name));
    const { document: reference } = await readBytes(fixture("utf8"));
    expect(document.charset).toBe(charset);
    expect(document.text).toBe(reference.text);
    expect(document.blocks).toEqual(reference.blocks);
    expect(context.diagnostics.map(({ code }) => code)).toEqual(name === "lie" ? ["html/charset-lied"] : []);
  });
});

interface Case {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly charset: string;
  readonly has: string;
  readonly lied?: boolean;
  readonly damaged?: number;
}

const cases: Case[] = [
  { name: "UTF-8 with a mark that says gb2312", bytes: bytesOf([0xef, 0xbb, 0xbf], '<meta charset="gb2312">任务'), charset: "utf-8", has: "任务", lied: true },
  { name: "UTF-8 without declaration", bytes: utf8("<p>任务</p>"), charset: "utf-8", has: "任务" },
  { name: "UTF-16 with mark", bytes: bytesOf([0xff, 0xfe, 0x3c, 0, 0x70, 0, 0x3e, 0, 0xfb, 0x4e, 0xa1, 0x52]), charset: "utf-16le", has: "任务" },
  { name: "UTF-16 without mark", bytes: Uint8Array.from([..."<html><body><p>"].flatMap((c) => [0, c.charCodeAt(0)]).concat([0x4e, 0xfb])), charset: "utf-16be", has: "任" },
  { name: "gb2312 that uses GBK is no lie", bytes: bytesOf('<meta charset="gb2312">', gbk.任务), charset: "gb18030", has: "任务" },
  { name: "gbk with four-byte characters", bytes: bytesOf('<meta charset="gbk">', gbk.㛃), charset: "gb18030", has: "㛃" },
  { name: "GBK that says utf-8", bytes: bytesOf('<meta http-equiv="Content-Type" content="text/html; charset=utf-8">', gbk.单位), charset: "gb18030", has: "单位", lied: true },
  { name: "GBK that says iso-8859-1", bytes: bytesOf('<meta charset="iso-8859-1">', gbk.单位), charset: "gb18030", has: "单位", lied: true },
  { name: "Big5 as declared", bytes: bytesOf('<meta charset="big5">', [0xa5, 0xf4, 0xb0, 0xc8]), charset: "big5", has: "任務" },
  { name: "an XML declaration counts", bytes: bytesOf('<?xml version="1.0" encoding="gbk"?><p>', gbk.任务), charset: "gb18030", has: "任务" },
  { name: "UTF-8 cut in its last character", bytes: utf8("<p>重点任务分工</p><p>责任单位").subarray(0, -1), charset: "utf-8", has: "责任单", damaged: 1 },
  { name: "UTF-8 with one broken character", bytes: bytesOf("<p>重点任务分工责任单位", [0xe4, 0xbb], "市财政局年底前</p>"), charset: "utf-8", has: "市财政局", damaged: 1 },
  { name: "ASCII that says gbk", bytes: utf8('<meta charset="gbk"><p>ok'), charset: "utf-8", has: "ok" },
];

test.each(cases)("$name", ({ bytes, charset, has, lied = false, damaged = 0 }) => {
  const decoded = decode(bytes);
  expect(decoded.text).toContain(has);
  expect({ charset: decoded.charset, lied: decoded.lied, damaged: decoded.damaged }).toEqual({ charset, lied, damaged });
});

/** Bytes of GB 2312 of each character, found by reading them all. */
const gb2312 = new Map<string, [number, number]>();
for (let row = 0xa1; row <= 0xf7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) gb2312.set(new TextDecoder("gb18030").decode(Uint8Array.of(row, cell)), [row, cell]);
const pairs = (text: string): string => [...text].map((character) => String.fromCharCode(...(gb2312.get(character) ?? [0, 0]).map((byte) => byte & 0x7f))).join("");
const hz = (text: string): string => text.replace(/[^\0-\x7f]+/gu, (run) => `~{${pairs(run)}~}`);
const utf7 = (text: string): string => text.replace(/[+]|[^\0-\x7f]+/gu, (run) => (run === "+" ? "+-" : `+${Buffer.from(run, "utf16le").swap16().toString("base64").replace(/=+$/u, "")}-`));
const iso2022 = (text: string): string => `\u001B$)A${text.replace(/[^\0-\x7f]+/gu, (run) => `\u000E${pairs(run)}\u000F`)}`;
const wide = (text: string, size: 2 | 4, little: boolean, mark: boolean): Uint8Array => {
  const codes = [...(mark ? "\uFEFF" : ""), ...text].map((character) => character.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(codes.length * size));
  for (const [i, code] of codes.entries()) {
    if (size === 2) view.setUint16(i * 2, code, little);
    else view.setUint32(i * 4, code, little);
  }
  return new Uint8Array(view.buffer);
};

const notice = "关于印发2021年政务公开工作任务分工的通知。各单位：一、编制公开清单，由市财政局牵头，6月底前完成。";
const html = (text: string, charset = ""): string => `<html><head>${charset === "" ? "" : `<meta charset="${charset}">`}<title>x</title></head><body><p>${text}</p></body></html>`;
/** Both marks of UTF-16 before what is none. */
const marks: readonly (readonly [string, number[]])[] = [["utf-16le", [0xff, 0xfe]], ["utf-16be", [0xfe, 0xff]]];

describe("rare encodings are read where what they are is sure", () => {
  test.each([
    ["HZ that says so", bytesOf(hz(html(notice, "hz-gb-2312"))), "hz-gb-2312", false],
    ["HZ that says nothing", bytesOf(hz(html(notice))), "hz-gb-2312", false],
    ["HZ that says gb2312", bytesOf(hz(html(notice, "gb2312"))), "hz-gb-2312", true],
    ["HZ with markup signs among its letters, broken lines and tildes", bytesOf(hz(html(notice)).replace("</p>", "~\n~~</p>")), "hz-gb-2312", false],
    ["UTF-7 that says so", bytesOf(utf7(html(notice, "utf-7"))), "utf-7", false],
    ["UTF-7 that says nothing", bytesOf(utf7(html(notice))), "utf-7", false],
    ["UTF-7 that says utf-8", bytesOf(utf7(html(`${notice}1+1`, "utf-8"))), "utf-7", true],
    ["ISO-2022-CN that says so", bytesOf(iso2022(html(notice, "iso-2022-cn"))), "iso-2022-cn", false],
    ["ISO-2022-CN that says nothing", bytesOf(iso2022(html(notice))), "iso-2022-cn", false],
    ["UTF-32 with its mark", wide(html(notice), 4, true, true), "utf-32le", false],
    ["UTF-32 of the other order with its mark", wide(html(notice), 4, false, true), "utf-32be", false],
    ["UTF-32 without a mark", wide(html(notice), 4, true, false), "utf-32le", false],
    ["UTF-32 of the other order without a mark", wide(html(notice), 4, false, false), "utf-32be", false],
    ...marks.map(([name, mark]) => [`UTF-8 behind the mark of ${name}`, bytesOf(mark, html(notice)), "utf-8", true] as const),
    ...marks.map(([name, mark]) => [`UTF-8 that says so behind the mark of ${name}`, bytesOf(mark, html(notice, "utf-8")), "utf-8", true] as const),
    ["GBK behind the mark of UTF-16", bytesOf([0xff, 0xfe], "<p>", [...notice].flatMap((character) => [...(gb2312.get(character) ?? [character.charCodeAt(0)])]), "</p>"), "gb18030", true],
    ["UTF-16 behind its mark", wide(html(notice), 2, true, true), "utf-16le", false],
    ["UTF-16 without any ASCII", wide("关于印发政务公开工作任务分工的通知各单位编制公开清单由市财政局牵头", 2, true, true), "utf-16le", false],
  ] as const)("%s", (_, bytes, charset, lied) => {
    const decoded = decode(bytes);
    expect({ charset: decoded.charset, lied: decoded.lied, damaged: decoded.damaged }).toEqual({ charset, lied, damaged: 0 });
    expect(decoded.text).toContain(charset === "utf-16le" && !decoded.text.includes("<") ? "政务公开" : notice);
  });

  test.each([
    ["a page that holds ~{", html("press ~{ and ~} to go on; see ~{ab~}")],
    ["a page that holds +AGE-", html("send +AGE- and +ADw-script+AD4- to it, 1+1=2, a+bcd")],
    ["addresses of home pages", html('<a href="/~zhang/">~li ~~ x~}</a>')],
    ["a page about HZ, in English, with its example", html("The encoding shows ~{<:Ky2;VpJ)HKm#,NpJ)l6HK!#~} as its example, which readers of this page may know.")],
    ["sums and keys", html("AAAAB3NzaC1yc2E+AAAADAQABAAABgQC7+kL9mPq+Zm9vYmFyYmF6 key+value+something/else")],
    ["a script with all of them", `<script>var a="~{"+b+"~}"+CCCDDD+"+AGE-"</script><p>ok</p>`],
  ])("%s is as it stands", (_, text) => {
    expect(decode(utf8(text))).toMatchObject({ text, charset: "utf-8", lied: false, damaged: 0 });
  });

  test("Chinese pages that hold such signs are as they stand", () => {
    const text = html(`${notice}~{<:Ky2;VpJ)~} +T2BZfQ-`);
    expect(decode(utf8(text))).toMatchObject({ text, charset: "utf-8", damaged: 0 });
  });

  test("what cannot be read of one is said", async () => {
    const cut = hz(html(notice, "hz-gb-2312")).replace("~}", "").replace(/~\{./u, "~{\u0001");
    expect(decode(utf8(cut)).damaged).toBeGreaterThan(0);
    expect(decode(bytesOf(utf7(html(notice, "utf-7")).replace(/\+([A-Za-z0-9]{9})/u, "+$1A"))).damaged).toBeGreaterThan(0);
    const { context } = await readBytes(utf8(cut));
    expect(context.diagnostics.map(({ code }) => code)).toContain("html/charset-damaged");
  });

  test("the whole way: a notice in each gives the tasks of the same notice in UTF-8", async () => {
    const { document } = await readBytes(utf8(html(notice)));
    for (const bytes of [bytesOf(hz(html(notice))), bytesOf(utf7(html(notice))), wide(html(notice), 4, true, true), bytesOf([0xff, 0xfe], html(notice))]) expect((await readBytes(bytes)).document.text).toBe(document.text);
  });

  test("a text of a mainframe is no text of ours", async () => {
    const ebcdic = Uint8Array.from({ length: 400 }, (_, i) => (i % 6 === 5 ? 0x40 : 0x81 + (i % 9)));
    const { status, diagnostics } = await parseNotice({ name: "a.txt", bytes: ebcdic });
    expect([status, diagnostics.map(({ code }) => code)]).toEqual(["failed", ["input/unknown-format"]]);
  });

  test("a text behind a false mark is read and said", async () => {
    const { diagnostics, sources } = await parseNotice({ name: "a.txt", bytes: bytesOf([0xff, 0xfe], `${notice}\n${notice}`) });
    expect([sources[0]?.charset, diagnostics.map(({ code }) => code)]).toEqual(["utf-8", expect.arrayContaining(["text/charset-lied"])]);
  });
});
