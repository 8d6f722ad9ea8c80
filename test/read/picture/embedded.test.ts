/** Tables that stand as pictures in pages and Word files: read with an engine, named without one. */
import { describe, expect, test } from "vitest";
import { openContext } from "../../../src/model/context.ts";
import type { OcrEngine } from "../../../src/model/ocr.ts";
import { read } from "../../../src/read/read.ts";
import { p, partsOf, zip } from "../docx/build.ts";
import { engineOf, Paper } from "../scan/paper.ts";
import { greyPng } from "./grey-png.ts";

const lines = ["关于分解任务", "工作", "任务书", "责任单位", "建设大厅吧"];
const png = greyPng(new Paper(300, 200).words(6, 40, 20).grid([40, 150, 260], [60, 100, 140]).words(2, 50, 74).words(3, 160, 74).words(4, 50, 114).words(5, 160, 114));
const letter = "各单位：现将任务分解表印发给你们，请认真落实。";

function webPage(source: string): Uint8Array {
  return new TextEncoder().encode(`<!DOCTYPE html><meta charset="utf-8"><h1>通知</h1><p>${letter}</p><p><img width="900" height="600" src="${source}"></p>`);
}

function wordFile(body: string): Uint8Array {
  const wp = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"';
  const picture = `<w:p><w:r><w:drawing><wp:inline ${wp}><wp:extent cx="5400000" cy="3600000"/><wp:docPr id="1" name="图片 1"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="pic1"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
  const parts = partsOf({ body: `${body}${picture}` });
  const relations = parts.get("word/_rels/document.xml.rels") ?? "";
  parts.set("word/_rels/document.xml.rels", relations.replace("</Relationships>", '<Relationship Id="pic1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image1.png"/></Relationships>'));
  return zip([...[...parts].map(([name, content]) => ({ name, bytes: new TextEncoder().encode(content) })), { name: "word/media/image1.png", bytes: png }]);
}

async function readBytes(bytes: Uint8Array, ocr?: OcrEngine): Promise<{ readonly text: string | null; readonly codes: string[]; readonly tables: number; readonly paths: ReadonlySet<string> }> {
  const context = openContext({ verify: false, ...(ocr === undefined ? {} : { ocr }) });
  const { document } = await read({ name: "notice", bytes, uri: null, role: "notice", label: null }, 0, context);
  return {
    text: document?.text ?? null,
    codes: context.diagnostics.map(({ code }) => code),
    tables: document?.blocks.filter(({ kind }) => kind === "table").length ?? 0,
    paths: new Set(document?.fragments.flatMap(({ place }) => (place.kind === "element" ? [place.path] : ["page"]))),
  };
}

const inPage = `data:image/png;base64,${png.toString("base64")}`;

describe.each([
  ["a web page", webPage(inPage), `通知\n${letter}`, "img"],
  ["a Word file", wordFile(p(letter)), letter, "pic:pic"],
])("a table that is a picture in %s", (_, bytes, own, element) => {
  test("is named without an engine", async () => {
    expect(await readBytes(bytes)).toMatchObject({ text: own, codes: ["picture/not-read"], tables: 0 });
  });

  test("is read with one, behind the words of the file, and stands where the picture stands", async () => {
    const { text, codes, tables, paths } = await readBytes(bytes, engineOf(lines));
    expect(text?.split("\n")).toEqual([...own.split("\n"), ...lines]);
    expect([codes, tables]).toEqual([["ocr/page-read"], 1]);
    expect([...paths].some((path) => path.includes(element))).toBe(true);
    expect(paths.has("page")).toBe(false);
  });
});

test("a Word file with nothing but a picture is read", async () => {
  const { text, codes } = await readBytes(wordFile(""), engineOf(lines));
  expect([text?.split("\n"), codes]).toEqual([lines, ["ocr/page-read"]]);
});

test("a picture that the page links to is named and never fetched; one that cannot be unpacked is named", async () => {
  expect((await readBytes(webPage("https://example.gov.cn/table.png"), engineOf(lines))).codes).toEqual(["picture/not-read"]);
  expect((await readBytes(webPage(`data:image/png;base64,${png.subarray(0, 40).toString("base64")}`), engineOf(lines))).codes).toEqual(["picture/not-read"]);
});
