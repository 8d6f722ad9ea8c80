/** A real RTF file beside its DOCX; and RTF files that are damaged by chance. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseNotice } from "../../../src/index.ts";
import { findings } from "../../../src/model/finding.ts";
import type { ParseResult } from "../../../src/model/notice.ts";
import { cellText } from "../../../src/model/quote.ts";
import { cpuTime } from "../../cpu-time.ts";
import { tableOf } from "../docx/reading.ts";
import { tryRtf } from "./reading.ts";

const file = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(path, import.meta.url)));
const notice = file("fixtures/notice.rtf");

test("every cell of the table stands where the truth says", async () => {
  const truth: { r: number; c: number; rs: number; cs: number; t: string }[] = JSON.parse(readFileSync(new URL("../html/fixtures/tables/truth-grid.json", import.meta.url), "utf8"));
  const { document, codes } = await tryRtf(notice);
  if (document === null) throw new Error("nothing read");
  expect(tableOf(document).cells.map((cell) => ({ r: cell.r0, c: cell.c0, rs: cell.r1 - cell.r0, cs: cell.c1 - cell.c0, t: cellText(document, cell) }))).toEqual(truth);
  expect(codes).toEqual([]);
});

test("gives what its DOCX gives, places too", async () => {
  const same = (result: ParseResult): ParseResult => JSON.parse(JSON.stringify(result).replaceAll("word/document.xml#", "rtf#")) as ParseResult;
  const ours = same(await parseNotice({ name: "notice.rtf", bytes: notice }));
  const theirs = same(await parseNotice({ name: "notice.docx", bytes: file("../docx/fixtures/notice.docx") }));
  expect(ours.tasks).toEqual(theirs.tasks);
  expect(ours.notice).toEqual(theirs.notice);
  expect(ours.diagnostics).toEqual(theirs.diagnostics);
  expect([ours.status, ours.sources[0]?.format]).toEqual(["success", "rtf"]);
});

const words = ["{", "}", "\\par ", "\\cell ", "\\row ", "\\trowd\\cellx1000\\cellx2000 ", "\\intbl ", "\\itap2 ", "\\nestcell ", "{\\*\\nesttableprops\\trowd\\cellx9\\nestrow}", "\\clvmgf", "\\clvmrg", "\\pard ", "{\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}", "\\u20219?", "\\'c8", "\\'ce", "{\\footnote x}", "{\\header x}", "\\sect ", "{\\listtext 1.}", "{\\*\\x y}", "\\bin9 ", "\\uc99 ", "\\v ", "\\deleted ", "{\\pict 00}", "{\\shp{\\*\\shpinst{\\shptxt x\\par}}}", "任务", "\\f1 ", "{\\fonttbl{\\f1\\fcharset134 A;}}", "{\\stylesheet{\\s1 heading 1;}}", "\\ls1 ", "{\\*\\listtable{\\list\\listid1}}", "{\\upr{a}", "\\", "\xff"];

test("any signs end in a document or in a finding", async () => {
  const signs = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((chosen) => `{\\rtf1\\ansi ${chosen.join("")}`);
  const damaged = fc.array(fc.tuple(fc.nat(notice.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }).map((changes) => {
    const bytes = Uint8Array.from(notice);
    for (const [at, byte] of changes) bytes[at] = byte;
    return bytes;
  });
  const holds = async (made: string | Uint8Array): Promise<void> => {
    const { document, context } = await tryRtf(made);
    if (document === null) expect(context.diagnostics.some(({ code }) => findings[code as keyof typeof findings].severity === "error")).toBe(true);
  };
  await fc.assert(fc.asyncProperty(signs, holds), { numRuns: 400 });
  await fc.assert(fc.asyncProperty(damaged, holds), { numRuns: 20 });
});

describe("takes linear time", () => {
  test.each<[string, (n: number) => string]>([
    ["paragraphs", (n) => "任务\\par ".repeat(n)],
    ["groups", (n) => "{\\b x}".repeat(n)],
    ["rows", (n) => "\\trowd\\cellx1000\\cellx2000\\pard\\intbl a\\cell b\\cell\\row ".repeat(n / 4)],
    ["definitions that no row takes", (n) => "\\trowd\\cellx1\\cellx2 ".repeat(n)],
    ["cells of one definition", (n) => `\\trowd${"\\cellx9".repeat(n)}\\intbl a\\cell\\row `],
    ["open groups of passed over words", (n) => "{\\*\\x ".repeat(n)],
    ["labels", (n) => "{\\listtext 1.}x\\par ".repeat(n)],
    ["fields in fields", (n) => "{\\field{\\*\\fldinst ".repeat(n / 100)],
    ["skipped signs", (n) => "\\uc100\\u20219 ".repeat(n)],
  ])("%s", async (_, shape) => {
    const start = cpuTime();
    await tryRtf(`{\\rtf1\\ansi ${shape(20_000)}}`);
    expect(cpuTime() - start).toBeLessThan(4000);
  });
});
