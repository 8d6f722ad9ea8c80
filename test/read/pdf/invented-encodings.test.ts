/** One-byte codes that mean nothing without a map to Unicode are told and not taken for characters; those that mean something stay. */
import { describe, expect, test } from "vitest";
import { pdfOf, stream } from "./objects.ts";
import { codesOf, readFile } from "./reading.ts";

interface Making {
  readonly more?: string;
  readonly width?: number;
  readonly name?: string;
  readonly objects?: readonly (string | Buffer)[];
}

/** A page for each row of codes, drawn in one font of one-byte codes; more objects are 5 and following. */
function drawnPages(rows: readonly (readonly number[])[], { more = "", width = 1000, name = "ABCDEF+Zhengwen", objects = [] }: Making = {}): Uint8Array {
  const first = 5 + objects.length;
  return pdfOf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${rows.length} /Kids [${rows.map((_, i) => `${first + 2 * i} 0 R`).join(" ")}] >>`,
    `<< /Type /Font /Subtype /TrueType /BaseFont /${name} /FirstChar 0 /LastChar 255 /Widths [${`${width} `.repeat(256)}] /FontDescriptor 4 0 R ${more} >>`,
    `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>`,
    ...objects,
    ...rows.flatMap((codes, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 2 * i + 1} 0 R >>`,
      stream(`BT /F1 12 Tf 1 0 0 1 40 700 Tm <${Buffer.from(codes).toString("hex")}> Tj ET`),
    ]),
  ]);
}

const drawn = (codes: readonly number[], making: Making = {}): Uint8Array => drawnPages([codes], making);

async function readIn(file: Uint8Array): Promise<{ text: string; codes: string[]; unknown: number }> {
  const { document, context } = await readFile(file);
  const finding = context.diagnostics.find(({ code }) => code === "pdf/no-mapping");
  return { text: document?.text ?? "", codes: codesOf(context), unknown: Number(finding?.params["count"] ?? 0) };
}

const row = (from: number, count: number): number[] => Array.from({ length: count }, (_, i) => from + i);
const bytes = (text: string): number[] => [...Buffer.from(text, "latin1")];

describe("codes of an invented encoding are unknown characters", () => {
  test.each([
    ["from 1 on, as wide as ideographs", row(1, 40), {}],
    ["from 1 on, among them codes met before", [...row(1, 12), 3, 5, ...row(13, 9), 2], {}],
    ["from 1 on, narrow", row(1, 20), { width: 500 }],
    ["a few, narrow", [1, 2, 3, 1], { width: 600 }],
    ["from ! on, as wide as ideographs", [...row(33, 20), 34, 40], {}],
    ["from ! on, narrow", [...row(33, 20), 34, 40], { width: 500 }],
    ["from ! on, as wide as ideographs, not in a row", [40, 33, 60, 61, 35, 90, 77], {}],
    ["read by the encoding of Windows", row(1, 40), { more: "/Encoding /WinAnsiEncoding" }],
  ])("%s", async (_, codes, making) => {
    const { text, unknown } = await readIn(drawn(codes, making));
    expect(text).not.toMatch(/[^\ufffd\s]/u);
    expect(unknown).toBe(codes.length);
  });

  test("one code is enough on a page after those that prove it", async () => {
    const { context } = await readFile(drawnPages([row(1, 40), [50]]));
    expect(context.diagnostics.map(({ code, params }) => [code, params["page"], params["count"]])).toContainEqual(["pdf/no-mapping", "2", "1"]);
  });
});

const toUnicode = stream(
  "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <01> <14> <4e00> endbfrange endcmap end end",
);

describe("codes that mean something stay", () => {
  test.each([
    ["Latin words", "Annex 3: report by 30 June", { width: 500 }],
    ["a wide letter or two", "W W 3 @ 50 M M", {}],
    ["full-width figures", "1234567890", {}],
    ["numbers in order", "1 2 3 4 5 6 7 8 9", { width: 500 }],
    ["letters in order", "ABCDEFGHIJKLMNOP", { width: 700 }],
  ])("%s", async (_, words, making) => {
    const { text, codes } = await readIn(drawn(bytes(words), { more: "/Encoding /WinAnsiEncoding", ...making }));
    expect(text.replace(/\s/gu, "")).toBe(words.replace(/\s/gu, ""));
    expect(codes).not.toContain("pdf/no-mapping");
  });

  test("a map to Unicode is believed", async () => {
    const { text, codes } = await readIn(drawn(row(1, 20), { more: "/ToUnicode 5 0 R", objects: [toUnicode] }));
    expect(text.replace(/\s/gu, "")).toBe(String.fromCharCode(...row(0x4e00, 20)));
    expect(codes).not.toContain("pdf/no-mapping");
  });

  test("names of glyphs are believed", async () => {
    const names = row(0x4e00, 20).map((code) => `/uni${code.toString(16).toUpperCase()}`).join(" ");
    const { text, codes } = await readIn(drawn(row(1, 20), { more: `/Encoding << /Type /Encoding /Differences [1 ${names}] >>` }));
    expect(text.replace(/\s/gu, "")).toBe(String.fromCharCode(...row(0x4e00, 20)));
    expect(codes).not.toContain("pdf/no-mapping");
  });

  test("ends of lines and tabs among words are none", async () => {
    const { text, codes } = await readIn(drawn(bytes("due\tby June\r\n"), { width: 500 }));
    expect(text).toContain("June");
    expect(codes).not.toContain("pdf/no-mapping");
  });

  test("a sign or two from a font of signs", async () => {
    expect((await readIn(drawn([1, 2, 1, 2, 2], { width: 600 }))).codes).not.toContain("pdf/no-mapping");
  });

  test("signs of a font of symbols are signs", async () => {
    const { codes } = await readIn(drawn(bytes("\xfe\xfe\xa8"), { name: "ABCDEF+Wingdings" }));
    expect(codes).not.toContain("pdf/no-mapping");
  });
});
