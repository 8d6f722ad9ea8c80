import { describe, expect, test } from "vitest";
import { parseNotice } from "../../../src/index.ts";
import { grid, line, makePdf, words } from "./make.ts";
import { codesOf, fixture, readFile } from "./reading.ts";

const page = words("一、加强政务公开，及时更新目录。", 72, 700, 16);

describe("files that cannot be read", () => {
  const cases: readonly [string, Uint8Array, string][] = [
    ["with a user password", makePdf([page], { userPassword: "geheim", ownerPassword: "besitz" }), "pdf/encrypted"],
    ["cut off after the head", makePdf([page]).slice(0, 60), "pdf/damaged"],
    ["cut off before its table of contents", makePdf([page, page]).slice(0, -400), "pdf/damaged"],
    ["nothing but the head", new TextEncoder().encode("%PDF-1.7\n"), "pdf/damaged"],
    ["bytes of chance behind the head", Uint8Array.from([...new TextEncoder().encode("%PDF-1.4\n"), ...Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251)]), "pdf/damaged"],
    ["a page without text", makePdf([line(100, 100, 200, 100)]), "pdf/no-text"],
  ];
  test.each(cases)("%s", async (_, bytes, code) => {
    const result = await parseNotice({ name: "a.pdf", bytes });
    expect(result.status).toBe("failed");
    expect(result.diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
    expect(result.tasks).toEqual([]);
  });

  test("no pages", async () => {
    const { document, context } = await readFile(makePdf([]));
    expect(document).toBeNull();
    expect(["pdf/no-pages", "pdf/damaged"]).toContain(codesOf(context)[0]);
  });
});

describe("files that can be read in spite of it", () => {
  test("an owner password alone locks nothing", async () => {
    const { document, context } = await readFile(makePdf([page], { ownerPassword: "besitz" }));
    expect(document?.text).toBe("一、加强政务公开，及时更新目录。");
    expect(codesOf(context)).toEqual([]);
  });

  test("the last bytes are missing: all pages are read", async () => {
    const whole = makePdf([page, page, page]);
    const { document } = await readFile(whole.slice(0, whole.length - 20));
    expect(document?.text.match(/加强政务公开/gu)).toHaveLength(3);
  });

  test("a PDF under another name is read by its content, and that is said", async () => {
    const result = await parseNotice({ name: "notice.docx", bytes: makePdf([page]) });
    expect(result.status).not.toBe("failed");
    expect(result.diagnostics.map(({ code }) => code)).toContain("input/name-differs");
  });

  test("a scanned page between others is named, the others are read", async () => {
    const scan = "q 595 0 0 842 0 0 cm BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI Q\n";
    const { document, context } = await readFile(makePdf([page, scan, page]));
    expect(document?.text.split("\n")).toHaveLength(2);
    expect(context.diagnostics.map(({ code, params }) => [code, params["page"]])).toEqual([["pdf/needs-ocr", "2"]]);
  });

  test("every page of a scanned notice needs recognition", async () => {
    const bytes = fixture("../../../../corpus/seeds/files/wanzheng-66-scan.pdf");
    const result = await parseNotice({ name: "scan.pdf", bytes });
    expect(result.status).toBe("failed");
    expect(result.diagnostics.map(({ code, params }) => `${code} ${params["page"] ?? ""}`)).toEqual(Array.from({ length: 17 }, (_, i) => `pdf/needs-ocr ${i + 1}`));
    expect(JSON.stringify(result.notice)).not.toMatch(/[\u4e00-\u9fff]/u);
  });
});

describe("bounds", () => {
  test("of pages: the first are read, and the rest is named", async () => {
    const { document, context } = await readFile(makePdf(Array.from({ length: 40 }, () => page)), { limits: { pages: 5 } });
    expect(document?.text.split("\n")).toHaveLength(5);
    expect(context.diagnostics.map(({ code, params }) => [code, params])).toEqual([["pdf/too-many-pages", { pages: "40", limit: "5" }]]);
  });

  test("of characters on a page", async () => {
    const { document, context } = await readFile(makePdf([words("字".repeat(500), 10, 700, 1)]), { limits: { pageCharacters: 100 } });
    expect(document?.text).toHaveLength(100);
    expect(codesOf(context)).toEqual(["pdf/too-many-characters"]);
  });

  test("10 000 pages end soon", async () => {
    const { context } = await readFile(makePdf(Array.from({ length: 10_000 }, () => "")));
    expect(codesOf(context)).toContain("pdf/too-many-pages");
  });

  test("a page of a million lines: what it draws first is read, the other pages whole", async () => {
    const { document, context } = await readFile(makePdf([page + line(50, 100, 60, 100).repeat(1_000_000), page]));
    expect(document?.text.match(/加强政务公开/gu)).toHaveLength(2);
    expect(context.diagnostics.map(({ code, params }) => [code, params["page"]])).toEqual([["pdf/page-too-long", "1"], ["pdf/too-many-lines", "1"]]);
  });

  test("of cells: the words of a larger table are read as text", async () => {
    const xs = Array.from({ length: 13 }, (_, i) => 20 + 40 * i);
    const { document, context } = await readFile(makePdf([grid(xs, xs) + words("目录", 25, 25)]), { limits: { cells: 100 } });
    expect(document?.text).toBe("目录");
    expect(document?.blocks.map(({ kind }) => kind)).toEqual(["paragraph"]);
    expect(context.diagnostics.map(({ code, params }) => [code, params])).toEqual([["limit/cells", { limit: "100" }]]);
  });

  test("of cells: a table that would grow beyond is parted at a page end, and that is said", async () => {
    const part = grid([50, 100, 300, 500], [600, 630, 660, 690]) + [0, 1, 2].map((i) => words("目录", 55, 605 + 30 * i)).join("");
    const { document, context } = await readFile(makePdf([part, part, part]), { limits: { cells: 20 } });
    expect(document?.blocks.flatMap((block) => (block.kind === "table" ? [block.parts.length] : []))).toEqual([2, 1]);
    expect(codesOf(context)).toEqual(["table/full"]);
  });

  test("a page of 60 000 lines is no table, and its words are read", async () => {
    const lines = Array.from({ length: 60_000 }, (_, i) => line(50 + (i % 500), 100 + (i % 600), 60 + (i % 500), 100 + (i % 600)));
    const { document, context } = await readFile(makePdf([page + lines.join("")]));
    expect(document?.text).toContain("加强政务公开");
    expect(codesOf(context)).toEqual(["pdf/too-many-lines"]);
  });

  test("a table of 40 000 cells takes no more than its share", async () => {
    const steps = (count: number): number[] => Array.from({ length: count + 1 }, (_, i) => 10 + i * 8);
    const { document } = await readFile(makePdf([grid(steps(200), steps(200)) + page], { width: 1700, height: 1700 }));
    expect(document?.blocks.some(({ kind }) => kind === "table")).toBe(true);
  });
});
