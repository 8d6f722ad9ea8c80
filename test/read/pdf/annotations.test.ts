/** Form fields, notes, stamps, comments and files beside the contents of a page. */
import { describe, expect, test } from "vitest";
import { parseNotice } from "../../../src/index.ts";
import { grid, words } from "./make.ts";
import { pdfOf, song, stream } from "./objects.ts";
import { readFile, slotsOf, tablesOf } from "./reading.ts";

const utf16 = (text: string): string => `<feff${[...text].map((character) => character.charCodeAt(0).toString(16).padStart(4, "0")).join("")}>`;
const annotation = (kind: string, rect: string, more = "", flags = 4): string => `<< /Type /Annot /Subtype /${kind} /Rect [${rect}] /F ${flags} ${more} >>`;
const field = (rect: string, more: string, flags = 4): string => annotation("Widget", rect, `/DA (/F1 10 Tf) ${more}`, flags);

/** A page with a table of one open cell, and these annotations. */
function withAnnotations(...annotations: (string | Buffer)[]): Uint8Array {
  const content = grid([60, 160, 260], [600, 640, 680]) + words("事项", 64, 660) + words("时限", 164, 660) + words("修缮石桥", 64, 620);
  const refs = annotations.flatMap((body, i) => (Buffer.isBuffer(body) ? [] : [`${i + 5} 0 R`])).join(" ");
  return pdfOf([
    `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [${refs}] /DR << /Font << /F1 ${song} >> >> >> >>`,
    "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [${refs}] /Resources << /Font << /F1 ${song} >> >> /Contents 4 0 R >>`,
    stream(content),
    ...annotations,
  ]);
}

async function open(file: Uint8Array): Promise<{ cell: string | undefined; findings: string[] }> {
  const { document, context } = await readFile(file);
  const table = document === null ? undefined : tablesOf(document)[0];
  const cell = document === null || table === undefined ? undefined : slotsOf(document, table)[1]?.[1];
  return { cell, findings: context.diagnostics.map(({ code, params, actual }) => [code, params["kinds"] ?? params["names"] ?? actual ?? ""].join(" ").trim()) };
}

const inCell = "162 602 258 638";

describe("words that everybody sees are read where they stand", () => {
  test.each([
    ["a text field", field(inCell, `/FT /Tx /T (a) /V ${utf16("九月底前")}`), "九月底前"],
    ["a text field of several lines", field(inCell, `/FT /Tx /T (a) /Ff 4096 /V ${utf16("九月底前\n完成")}`), "九月底前\n完成"],
    ["a choice", field(inCell, `/FT /Ch /T (a) /Opt [[(1) ${utf16("九月底前")}] [(2) ${utf16("年底前")}]] /V (2)`), "年底前"],
    ["a typed note", annotation("FreeText", inCell, `/DA (/F1 10 Tf) /Contents ${utf16("九月底前")}`), "九月底前"],
  ])("%s", async (_, body, text) => {
    const read = await open(withAnnotations(body));
    expect(read.cell?.replaceAll("\n", "")).toBe(text.replaceAll("\n", ""));
    expect(read.findings).toEqual([]);
  });

  test.each([
    ["ticked", "/Yes", "☑"],
    ["not ticked", "/Off", "☐"],
  ])("a box that is %s", async (_, state, text) => {
    const body = field("170 610 182 622", `/FT /Btn /T (a) /V ${state} /AS ${state} /AP << /N << /Yes 6 0 R /Off 6 0 R >> >>`);
    expect(await open(withAnnotations(body, stream("0 0 m", "/Type /XObject /Subtype /Form /BBox [0 0 12 12] ")))).toEqual({ cell: text, findings: [] });
  });

  test("a stamp", async () => {
    const body = annotation("Stamp", inCell, "/AP << /N 6 0 R >>");
    const form = stream("BT /F1 10 Tf 2 10 Td <5df2529e7ed3> Tj ET", `/Type /XObject /Subtype /Form /BBox [0 0 96 36] /Resources << /Font << /F1 ${song} >> >> `);
    expect(await open(withAnnotations(body, form))).toEqual({ cell: "已办结", findings: [] });
  });

  test("a value that the page draws as well stands there once", async () => {
    const body = field("62 602 158 638", `/FT /Tx /T (a) /V ${utf16("修缮石桥")}`);
    const { document } = await readFile(withAnnotations(body));
    expect(document?.text.split("修缮石桥")).toHaveLength(2);
  });
});

describe("what is not read is named", () => {
  test.each([
    ["a comment", annotation("Text", inCell, `/Contents ${utf16("请核实")}`), "pdf/comments 请核实"],
    ["a marked word", annotation("Highlight", inCell, `/QuadPoints [162 602 258 602 162 638 258 638] /Contents ${utf16("此处有误")}`), "pdf/comments 此处有误"],
    ["ink", annotation("Ink", inCell, "/InkList [[165 610 180 620]]"), "pdf/other-annotations Ink"],
    ["a redaction that was not made", annotation("Redact", inCell), "pdf/other-annotations Redact"],
    ["an attached file", annotation("FileAttachment", inCell, `/FS << /Type /Filespec /F (a.docx) /UF ${utf16("附件1.docx")} >>`), "pdf/embedded-files 附件1.docx"],
  ])("%s", async (_, body, finding) => {
    expect(await open(withAnnotations(body))).toEqual({ cell: "", findings: [finding] });
  });

  test.each([
    ["hidden", field(inCell, `/FT /Tx /T (a) /V ${utf16("九月底前")}`, 2)],
    ["not to be viewed", annotation("FreeText", inCell, `/DA (/F1 10 Tf) /Contents ${utf16("九月底前")}`, 32)],
    ["a link", annotation("Link", inCell, "/A << /S /URI /URI (https://example.org) >>")],
  ])("%s is neither", async (_, body) => {
    expect(await open(withAnnotations(body))).toEqual({ cell: "", findings: [] });
  });
});

test("the files of a package are named, and its cover is no notice", async () => {
  const inside = "/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a.docx) /UF <feff96444ef60031002e0064006f00630078> /EF << /F 5 0 R >> >>] >> >>";
  const file = (collection: string): Uint8Array =>
    pdfOf([`<< /Type /Catalog /Pages 2 0 R ${inside} ${collection} >>`, "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 ${song} >> >> /Contents 4 0 R >>`, stream(words("请用支持文件包的程序打开。", 72, 700)), stream("x", "/Type /EmbeddedFile ")]);
  const packaged = await parseNotice({ name: "a.pdf", bytes: file("/Collection << /Type /Collection >>") });
  expect(packaged.status).toBe("partial");
  expect(packaged.diagnostics.find(({ code }) => code === "pdf/package")?.params).toEqual({ count: "1", names: "附件1.docx" });
  const plain = await parseNotice({ name: "a.pdf", bytes: file("") });
  expect(plain.diagnostics.map(({ code }) => code)).toContain("pdf/embedded-files");
  expect(plain.status).not.toBe("partial");
});
