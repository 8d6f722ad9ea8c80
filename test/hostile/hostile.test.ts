/** A small dose of what `npm run hostile` gives: every input has one valid result. */
import { describe, expect, test } from "vitest";
import { parseNotice, type ParseOptions } from "../../src/index.ts";
import { docx, p } from "../read/docx/build.ts";
import { attacks } from "./attacks.ts";
import { surelySuperlinear } from "./growth.ts";
import { faultsOf } from "./judge.ts";
import { mutants } from "./mutants.ts";

describe("attacks", () => {
  test.each([...attacks({ cheap: true })])("$name", async ({ name, bytes, expect: { says, status } }) => {
    const result = await parseNotice({ name, bytes });
    expect(faultsOf(result)).toEqual([]);
    if (status !== undefined) expect(result.status).toBe(status);
    if (says !== undefined) expect(result.diagnostics.map(({ code }) => code)).toContain(says);
  });
});

test.each([["html", 15], ["txt", 15], ["docx", 6], ["xlsx", 12], ["xls", 20], ["csv", 15], ["mht", 15], ["ofd", 15]] as const)("damaged files: %s", async (format, count) => {
  for (const { name, bytes } of mutants(0, count, format)) expect(faultsOf(await parseNotice({ name, bytes })), name).toEqual([]);
});

test.each([["doc", 15], ["rtf", 15]] as const)("damaged files of Word: %s", async (format, count) => {
  for (const { name, bytes } of mutants(0, count, format)) expect(faultsOf(await parseNotice({ name, bytes })), name).toEqual([]);
});

test("what chance found: a number in a cell that is merged over headings and words", async () => {
  const page = "<table><tr><th>工作任务<th>具体要求<th>责任单位</tr><tr><td>一、公开<td>1.公开目录。<td>市财政局</tr><tr><td colspan=2>1.区信息办做好改版工作。<br>2.区信息办制定制度。<td>区信息办</tr></table>";
  expect(faultsOf(await parseNotice({ name: "a.html", bytes: new TextEncoder().encode(page) }))).toEqual([]);
});

test("what chance found: a value that its label begins with", async () => {
  expect(faultsOf(await parseNotice({ name: "a.txt", bytes: new TextEncoder().encode("一、\ufffd联系人：\n任务：任") }))).toEqual([]);
});

test("what chance found: labels in a row", async () => {
  const work = (text: string): unknown => parseNotice({ name: "a.txt", bytes: new TextEncoder().encode(text) });
  expect(await surelySuperlinear((length) => "（一）索引号：\t".repeat(length / 8), work)).toBeNull();
});

const file = docx({ body: Array.from({ length: 2000 }, () => p("任务".repeat(400))).join("") });
test.each<[keyof NonNullable<ParseOptions["limits"]>, number, string]>([
  ["entries", 2, "docx/too-large"],
  ["partBytes", 1000, "docx/zip-bomb"],
  ["unpackedBytes", 1000, "docx/too-large"],
  ["ratio", 2, "docx/zip-bomb"],
  ["elements", 10, "docx/too-large"],
  ["depth", 2, "limit/depth"],
  ["bytes", 10, "limit/bytes"],
])("the limit of %s can be set", async (limit, value, code) => {
  const result = await parseNotice({ name: "a.docx", bytes: file }, { limits: { ratio: 100_000, [limit]: value }, verify: false });
  expect(result.diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
});
