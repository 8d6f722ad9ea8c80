import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseNotice, type ParseResult } from "../../../src/index.ts";
import { encodeGb18030 } from "../../../src/text/gb18030.ts";
import { page } from "../../batch/tree-of.ts";
import { zip, type ZipEntry } from "../docx/build.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const letter = bytes('<!DOCTYPE html><meta charset="utf-8"><h1>某市人民政府办公室关于印发2021年重点工作任务分工的通知</h1><p>某政办〔2021〕8号</p><p>各区人民政府：</p><p>现将《2021年重点工作任务分工》印发给你们，请认真落实。</p><p>附件：任务分解表</p>');
const table = bytes(page("编制公开目录"));
const both: readonly ZipEntry[] = [{ name: "附件：任务分解表.html", bytes: table }, { name: "通知.html", bytes: letter }];

const read = (content: Uint8Array, name = "包.zip"): Promise<ParseResult> => parseNotice({ name, bytes: content });
const told = ({ status, sources, tasks, diagnostics }: ParseResult): unknown => ({
  status,
  sources: sources.map(({ name, role, label }) => [name, role, label].filter((word) => word !== null).join(" ")),
  tasks: tasks.map(({ due }) => due),
  codes: diagnostics.filter(({ severity }) => severity !== "info").map(({ code }) => code),
});

describe("a package is one notice", () => {
  test("as if its files were handed in together", async () => {
    const packed = await read(zip(both));
    expect(told(packed)).toEqual({ status: "success", sources: ["包.zip/通知.html letter", "包.zip/附件：任务分解表.html attachment 附件"], tasks: ["2021-06-30"], codes: [] });
    const { notice, tasks } = await parseNotice([{ name: "包.zip/通知.html", bytes: letter, role: "letter" }, { name: "包.zip/附件：任务分解表.html", bytes: table, role: "attachment", label: "附件" }]);
    expect([packed.notice, packed.tasks]).toEqual([notice, tasks]);
  });

  test("of one file it is that notice", async () => {
    expect(told(await read(zip([{ name: "a/任务.html", bytes: table }])))).toEqual({ status: "success", sources: ["包.zip/a/任务.html notice"], tasks: ["2021-06-30"], codes: [] });
  });

  test("of the whole corpus of one notice: a DOCX in it gives what the DOCX gives", async () => {
    const docx = readFileSync(new URL("../../../corpus/seeds/files/liutiliucu-4.docx", import.meta.url));
    const [packed, plain] = [await read(zip([{ name: "liutiliucu-4.docx", bytes: docx }])), await parseNotice({ name: "liutiliucu-4.docx", bytes: docx })];
    expect([packed.notice, packed.tasks]).toEqual([plain.notice, plain.tasks]);
  });

  test("in which packages lie", async () => {
    const inner = zip([{ name: "附件2.html", bytes: table }]);
    expect(told(await read(zip([{ name: "通知.html", bytes: letter }, { name: "附件.zip", bytes: inner }])))).toMatchObject({ sources: ["包.zip/通知.html letter", "包.zip/附件.zip/附件2.html attachment 附件2"], tasks: ["2021-06-30"], codes: [] });
    const third = zip([{ name: "c.zip", bytes: zip([{ name: "d.html", bytes: table }]) }]);
    expect(told(await read(zip([{ name: "通知.html", bytes: letter }, { name: "附件1.zip", bytes: third }])))).toMatchObject({ status: "partial", codes: ["package/too-deep", "notice/tasks-elsewhere"] });
  });

  test("that is an attachment gives attachments", async () => {
    const result = await parseNotice([{ name: "通知.html", bytes: letter }, { name: "附件.zip", bytes: zip([{ name: "表一.html", bytes: table }]), label: "附件1" }]);
    expect(told(result)).toMatchObject({ status: "success", sources: ["通知.html letter", "附件.zip/表一.html attachment 附件1"], tasks: ["2021-06-30"] });
  });
});

test.each([
  ["in UTF-8 with its flag", Buffer.from("通知.html"), 0x0800],
  ["in UTF-8 without it", Buffer.from("通知.html"), 0],
  ["in GBK", Buffer.from(encodeGb18030("通知.html") ?? []), 0],
])("a name %s", async (_, name, flags) => {
  const archive = Buffer.from(zip([{ name: "X".repeat(name.length), bytes: table, flags }]));
  for (let at = archive.indexOf("X".repeat(name.length)); at >= 0; at = archive.indexOf("X".repeat(name.length), at)) name.copy(archive, at);
  expect(told(await read(archive))).toMatchObject({ status: "success", sources: ["包.zip/通知.html notice"] });
});

describe("what is not read is said, and the rest is read", () => {
  test.each<[string, readonly ZipEntry[], string, readonly string[]]>([
    ["a member with a password", [...both, { name: "附件3.html", bytes: table, flags: 0x0801 }], "partial", ["package/locked-member"]],
    ["a member that is a bomb", [...both, { name: "附件3.html", bytes: new Uint8Array(40_000_000) }], "partial", ["package/zip-bomb"]],
    ["a member that lies about its size", [...both, { name: "附件3.html", bytes: new Uint8Array(100_000), claimed: 10 }], "partial", ["package/damaged-member"]],
    ["a member of a format that is not read", [...both, { name: "附件3.png", bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3) }], "partial", ["picture/unreadable"]],
    ["an empty member", [...both, { name: "附件3.html", bytes: new Uint8Array() }], "partial", ["input/empty"]],
    ["nothing but junk", [{ name: "__MACOSX/._a.html", bytes: table }, { name: "~$a.docx", bytes: table }], "failed", ["package/empty"]],
    ["nothing at all", [], "failed", ["package/empty"]],
  ])("%s", async (_, entries, status, codes) => {
    expect(told(await read(zip(entries)))).toMatchObject({ status, codes });
  });

  test("what lies beside documents is passed over, and named", async () => {
    const { diagnostics, sources } = await read(zip([...both, { name: ".DS_Store", bytes: table }, { name: "x/setup.exe", bytes: table }]));
    expect(sources).toHaveLength(2);
    expect(diagnostics.map(({ code, params, actual }) => [code, params["count"], actual])).toEqual([["package/passed-over", "2", ".DS_Store | x/setup.exe"]]);
  });

  test("names that lead out lead nowhere", async () => {
    expect(told(await read(zip([{ name: "../../etc/通知.html", bytes: table }])))).toMatchObject({ sources: ["包.zip/etc/通知.html notice"] });
  });

  test("a broken archive is one failed notice", async () => {
    const archive = zip(both);
    expect(told(await read(archive.subarray(0, archive.length - 30)))).toMatchObject({ status: "failed" });
  });
});
