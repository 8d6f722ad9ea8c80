import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
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
