/** What holds for every text: places lead back, nothing is lost but separators, rules and tags, and time is linear. */
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { openContext } from "../../../src/model/context.ts";
import { read } from "../../../src/read/read.ts";
import { gridOf, ink, readBytes, reading, sorted, tablesOf } from "./reading.ts";
import { cpuTime } from "../../cpu-time.ts";

const seed = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../../../corpus/seeds/text/${name}`, import.meta.url)));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const formatOf = async (bytes: Uint8Array): Promise<string | undefined> => (await read({ name: "a.txt", bytes, uri: null, role: "notice", label: null }, 0, openContext())).format?.id;

describe.each(["000.txt", "001.txt", "002.txt", "003.txt"])("seed %s", (name) => {
  test("keeps every character but tabs and tags", async () => {
    const read = await readBytes(seed(name));
    const file = new TextDecoder().decode(seed(name));
    expect(sorted(read?.document.text ?? "")).toBe(sorted(file.replace(/<\/?p>/gu, "")));
  });

  test("is read as text", async () => {
    expect(await formatOf(seed(name))).toBe("text");
  });
});

const header = /^工作任务.*$/u;
const variants: readonly (readonly [string, (line: string, index: number) => string])[] = [
  ["bars for tabs", (line) => line.replace(/\t/gu, " | ")],
  ["page numbers between the pages", (line) => line.replace(/^(?=工作任务)/u, "— 3 —\n\n")],
  ["the header on the first page only", (line, index) => (index > 20 && header.test(line) ? "" : line)],
];

test.each(variants)("seed 000.txt with %s gives the same grid", async (_, change) => {
  const file = new TextDecoder().decode(seed("000.txt"));
  const [original, changed] = [await reading(file), await reading(file.split("\n").map(change).join("\n"))];
  const grids = (read: typeof original): string[][] => tablesOf(read).map((table) => gridOf(read, table));
  expect(grids(changed)).toEqual(grids(original));
  expect(grids(original)).toHaveLength(1);
});

test.each([
  ["<p>甲</p>\n<p>乙</p>\n<p>丙</p>", "html"],
  ["甲<p>乙</p><p>丙</p><p>丁</p>", "html"],
  ["任务\t单位\t时限\n<p>1</p>\t<p>市司法局</p>\t年底\n2\t市府办\t<p>年底</p>\n", "text"],
  ["任务\t单位\t时限\n<p>1</p>\t<div>市司法局</div>\t年底\n2\t市府办\t<p>年底</p>\n", "html"],
])("%j is %s", async (text, format) => {
  expect(await formatOf(utf8(text))).toBe(format);
});

const word = fc.constantFrom("一、公开", "（一）解读", "序号", "任务", "具体要求", "责任单位", "时限", "1", "2 编制目录。", "市司法局", "年底前", "甲。 乙", "<p>", "</p>", "—", "- 3 -", "12%", "x", " ", "𠮷");
const gap = fc.constantFrom("\t", "\t", " | ", "    ", "\n", "\n", "\n\n", "\r\n", "\n\t", "\f", "\n|---|---|\n", "　");
const texts = fc.array(fc.tuple(word, gap), { maxLength: 60 }).map((pairs) => pairs.flat().join(""));

test("any text: places lead back, only separators, rules and tags are left out", async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const read = await readBytes(utf8(text));
      const kept = sorted(read?.document.text ?? "");
      const bare = sorted(text.replace(/<\/?p>/gu, ""));
      if (/[|─-]/u.test(text)) expect(bare.replace(/[|-]/gu, "")).toBe(kept.replace(/[|-]/gu, ""));
      else expect(kept).toBe(bare);
    }),
    { numRuns: 300 },
  );
});

test("a table without words at the end stands inside the text", async () => {
  const text = "一、公开\t一、公开\t一、公开\n\t一、公开\t一、公开\t一、公开\n\t";
  expect(sorted((await readBytes(utf8(text)))?.document.text ?? "")).toBe(sorted(text));
});

test("nothing to see", async () => {
  expect(await readBytes(utf8(" \n\t\n　"))).toBeNull();
});

test("damaged bytes are reported", async () => {
  const read = await readBytes(Uint8Array.from([...utf8("任务分工通知任务分工通知任务分工通知"), 0xff, ...utf8("各部门要落实")]));
  expect(read?.context.diagnostics.map(({ code }) => code)).toEqual(["text/charset-damaged"]);
});

test("GBK", async () => {
  const read = await readBytes(Uint8Array.from([0xc8, 0xce, 0xce, 0xf1, 0x0a, 0xb5, 0xa5, 0xce, 0xbb]));
  expect(read?.document.text).toBe("任务\n单位");
  expect(read?.document.charset).toBe("gb18030");
});

const long: readonly (readonly [string, (size: number) => string])[] = [
  ["rows", (size) => "序号\t任务\t责任单位\n" + "1\t编制目录\t市司法局\n".repeat(size)],
  ["single cells", (size) => "\t序号\n\t任务\n\t责任单位\n\n" + "\t1\n\t编制目录\n\t市司法局\n\n".repeat(size)],
  ["single cells without a table", (size) => "\t甲。\n".repeat(size * 3)],
  ["unended cells", (size) => "序号\t任务\t责任单位\n1\t甲\n" + "乙\n".repeat(size * 3)],
  ["pipes", (size) => `${"甲|".repeat(size)}\n${"乙|".repeat(size)}`],
  ["spaces", (size) => `序号    任务    责任单位\n${" ".repeat(size * 5)}甲    乙\n`],
  ["tags", (size) => "<p ".repeat(size * 3)],
  ["numbers", (size) => `任务\t\t具体要求\t责任单位\n一、甲\t\t${"甲。 1 乙。 2 丙。".repeat(size)}\t市司法局`],
];

test.each(long)("%s take linear time", async (_, make) => {
  const time = async (size: number): Promise<number> => {
    const bytes = utf8(make(size));
    const start = cpuTime();
    await readText(bytes);
    return cpuTime() - start;
  };
  await time(500);
  const small = await time(2000);
  expect(await time(8000)).toBeLessThan(Math.max(small * 12, 400));
});

async function readText(bytes: Uint8Array): Promise<void> {
  const { readText: readOne } = await import("../../../src/read/text/text.ts");
  await readOne({ name: "a.txt", bytes, uri: null, role: "notice", label: null }, 0, openContext());
}

test("ink leaves out what cannot be seen", async () => {
  expect(ink((await reading("甲 乙\u200b")).document.text)).toBe("甲乙");
});
