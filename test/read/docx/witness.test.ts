/** The second witness finds what this reader lost, and says where it stands. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openContext } from "../../../src/model/context.ts";
import type { Place } from "../../../src/model/position.ts";
import { verify, type Testimony } from "../../../src/read/docx/witness.ts";
import { parseXml, type XmlElement } from "../../../src/read/xml.ts";
import { docx, p, partsOf, r, tbl, tc, tr, type Markup } from "./build.ts";
import { readBytes, readMarkup } from "./reading.ts";

const markup: Markup = { body: p("一、任务") + tbl([tr([tc("甲项"), tc("市财政局")]), tr([tc("乙项"), tc("市财政局")])]) + p("年底前完成") };

/** What the witness says against a reader that saw these paragraphs. */
async function against(seen: readonly string[], more: Partial<Testimony> = {}, file = markup): Promise<[code: string, words: string | null, place: Place | undefined][]> {
  const parts = new Map([...partsOf(file)].map(([name, content]) => [name, new TextEncoder().encode(content)] as const));
  const { root } = parseXml(new TextDecoder().decode(parts.get("word/document.xml")), { depth: 100, elements: 1000 });
  const placeOf = (element: XmlElement, start: number | null, end: number | null): Place => ({ source: 0, kind: "element", path: `${element.parent?.name ?? ""}/${element.name}[${String(element.position)}]`, start, end });
  const context = openContext();
  await verify(parts, { paragraphs: seen, symbols: 0, roots: root === null ? [] : [root], placeOf, ...more }, context);
  return context.diagnostics.map(({ code, actual, place }) => [code, actual, place[0]]);
}

test("it is content with all that it sees, in any order", async () => {
  expect(await against(["市财政局", "一、 任务", "甲项", "年底前完成", "乙项", "市财政局"])).toEqual([]);
  expect(await against(["一、任务甲项市财政局", "乙项市财政局年底前完成"])).toEqual([]);
});

test("a lost paragraph is named with its place", async () => {
  expect(await against(["一、任务", "甲项", "市财政局", "乙项", "市财政局"])).toEqual([
    ["docx/lost-text", "年底前完成", { source: 0, kind: "element", path: "w:body/w:p[2]", start: 0, end: 5 }],
  ]);
});

test("lost words inside a paragraph are named with their place", async () => {
  expect(await against(["一、任务", "甲项", "市财政局", "乙项", "市财政局", "完成"])).toEqual([
    ["docx/lost-text", "年底前", { source: 0, kind: "element", path: "w:body/w:p[2]", start: 0, end: 3 }],
  ]);
});

test("one of two equal cells is missed", async () => {
  expect((await against(["一、任务", "甲项", "市财政局", "乙项", "年底前完成"])).map(([code, words]) => [code, words])).toEqual([["docx/lost-text", "市财政局"]]);
});

test("footnotes are looked at too", async () => {
  const file = { body: `<w:p>${r("甲")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`, footnotes: `<w:footnote w:id="2">${p("脚注")}</w:footnote>` };
  expect((await against(["甲"], {}, file)).map(([code, words]) => [code, words])).toEqual([["docx/lost-text", "脚注"]]);
});

test("symbols that the two write differently are forgiven, as many as there are", async () => {
  expect(await against(["一、任务", "甲项", "市财政局", "乙项", "市财政局", "年底前完"], { symbols: 1 })).toEqual([]);
});

test("a witness that cannot read the file says so", async () => {
  const context = openContext();
  await verify(new Map(), { paragraphs: [], symbols: 0, roots: [], placeOf: () => ({ source: 0, kind: "element", path: "", start: null, end: null }) }, context);
  expect(context.diagnostics.map(({ code }) => code)).toEqual(["docx/not-verified"]);
});

test("verify: false leaves it out", async () => {
  const { document, codes } = await readMarkup(markup, { verify: false });
  expect(codes).toEqual([]);
  expect(document).toEqual((await readMarkup(markup)).document);
});

test("it is called on whole files and finds nothing missing", async () => {
  const bytes = new Uint8Array(readFileSync(new URL("fixtures/notice.docx", import.meta.url)));
  expect((await readBytes(bytes)).codes).toEqual([]);
  expect((await readBytes(docx(markup))).codes).toEqual([]);
});
