/** Pictures of a reading: well-formed, escaped, deterministic, every word on the colour of its owner. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { sheetsOf, toSvg, type SvgView } from "../../src/emit/svg.ts";
import { groupOf, ownerGroups, unclaimed } from "../../src/emit/svg/owners.ts";
import { inspectNotice } from "../../src/pipeline.ts";
import type { NoticeDocument } from "../../src/model/document.ts";
import type { Box, Fragment } from "../../src/model/position.ts";
import { documentOf } from "../segment/build-document.ts";

/** Elements of a picture in order, with their own text. The parser throws when the picture is not well-formed. */
interface Drawn {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

function elementsOf(svg: string): Drawn[] {
  const elements: Drawn[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  const open: Drawn[] = [];
  parser.on("opentag", ({ name, attributes }) => {
    const drawn = { name, attributes, text: "" };
    elements.push(drawn);
    open.push(drawn);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.on("text", (text) => {
    const inside = open.at(-1);
    if (inside !== undefined) inside.text += text;
  });
  parser.write(svg).close();
  return elements;
}

function draw(document: NoticeDocument, view: Partial<SvgView> = {}): Drawn[] {
  const svg = toSvg({ name: "notice", document, claims: [], page: 1, language: "zh", ...view });
  if (svg === null) throw new Error("no such page");
  return elementsOf(svg);
}

const textOf = (elements: readonly Drawn[]): string => elements.filter(({ name }) => name === "text").map(({ text }) => text).join("");
const ink = (text: string): string => text.replace(/\s/gu, "");

/** The fill of the box right before the words. */
function colourOf(elements: readonly Drawn[], words: string): string | undefined {
  const at = elements.findLastIndex(({ name, text }) => name === "text" && text === words);
  return elements[at - 1]?.attributes["fill"];
}

const colour = (id: string): string | undefined => [...ownerGroups, unclaimed].find((group) => group.id === id)?.colour;

describe("a document without pages", () => {
  const document = documentOf(["关于<公开>&“分工”的通知", { furniture: "首页", rule: "navigation" }, { table: [["序号", { text: "任务", columns: 2 }], ["1", "编制", "市司法局"]] }, { text: "落款", label: "一、" }]);
  const at = (words: string): { start: number; end: number } => ({ start: document.text.indexOf(words), end: document.text.indexOf(words) + words.length });
  const claims = [
    { span: at("关于<公开>&“分工”的通知"), owner: "notice.title" },
    { span: at("编制"), owner: "tasks.text" },
    { span: at("市司法局"), owner: "tasks.assignment" },
  ];
  const elements = draw(document, { claims });

  test("is one sheet that shows every word and label", () => {
    expect(sheetsOf(document)).toBe(1);
    expect(toSvg({ name: "n", document, claims, page: 2, language: "zh" })).toBeNull();
    for (const block of ["关于<公开>&“分工”的通知", "首页", "序号", "任务", "编制", "市司法局", "落款", "一、"]) expect(textOf(elements)).toContain(block);
  });

  test.each([
    ["关于<公开>&“分工”的通知", "title"],
    ["首页", "furniture"],
    ["编制", "text"],
    ["市司法局", "assignment"],
    ["落款", "unclaimed"],
  ])("draws %s in the colour of %s", (words, group) => {
    expect(colourOf(elements, words)).toBe(colour(group));
  });

  test("draws the frame of each cell; a merged one covers its columns", () => {
    const frames = elements.filter(({ name, attributes }) => name === "rect" && attributes["stroke"] === "#37474f").map(({ attributes }) => attributes);
    expect(frames).toHaveLength(5);
    expect(Number(frames[1]?.["width"])).toBeCloseTo(Number(frames[3]?.["width"]) + Number(frames[4]?.["width"]), 1);
  });

  test("has a legend in both languages", () => {
    expect(textOf(elements)).toContain("责任单位");
    expect(textOf(draw(document, { language: "en" }))).toContain("assignment");
  });
});

describe("a page", () => {
  const fragment = (start: number, end: number, page: number, bbox: Box): Fragment => ({ span: { start, end }, place: { source: 0, kind: "page", page, bbox } });
  const cell = { r0: 0, r1: 1, c0: 0, c1: 1, header: false };
  const paragraph = { kind: "paragraph", label: null, level: null, align: null, bold: [], breakBefore: false } as const;
  const document: NoticeDocument = {
    source: 0,
    text: "标题1任务上半\n下半",
    blocks: [
      { ...paragraph, span: { start: 0, end: 3 } },
      {
        kind: "table", span: { start: 3, end: 10 }, rows: 1, columns: 1, missing: [], headerRows: 0, caption: null, method: "ruled", confidence: 1, place: [],
        cells: [{ ...cell, span: { start: 3, end: 10 }, blocks: [{ ...paragraph, span: { start: 3, end: 10 } }] }],
        parts: [{ rows: [0, 1], page: 1, bbox: [50, 90, 250, 200] }, { rows: [0, 1], page: 2, bbox: null }],
      },
    ],
    fragments: [fragment(0, 3, 1, [10, 20, 60, 40]), fragment(3, 7, 1, [60, 100, 140, 120]), fragment(8, 10, 2, [60, 30, 100, 50])],
    meta: [], links: [], pages: 2, charset: null,
    drawing: [{ page: 1, width: 600, height: 300, lines: [[50, 90, 250, 91], [50, 90, 51, 200]], cells: [[50, 90, 250, 200]], glyphs: [[10, 20, 30, 40]] }],
  };
  const claims = [{ span: { start: 0, end: 2 }, owner: "notice.title" }, { span: { start: 2, end: 3 }, owner: "tasks.number" }, { span: { start: 3, end: 10 }, owner: "tasks.text" }];
  const first = draw(document, { claims });

  test("there are as many as the document has", () => {
    expect(sheetsOf(document)).toBe(2);
    for (const page of [0, 3, 1.5]) expect(toSvg({ name: "n", document, claims, page, language: "zh" })).toBeNull();
  });

  test("shows the words on it and no others, a shared box parted between its owners", () => {
    expect(textOf(first)).toContain("标题1任务上半");
    expect(textOf(first)).not.toContain("下半");
    expect(colourOf(first, "标题")).toBe(colour("title"));
    expect(colourOf(first, "1")).toBe(colour("number"));
  });

  test("shows ruling lines along their length, glyph boxes, the part of the table and a cell on several pages", () => {
    const lines = first.filter(({ name, attributes }) => name === "line" && attributes["stroke-opacity"] !== undefined).map(({ attributes: { x1, y1, x2, y2 } }) => [x1, y1, x2, y2].join(" "));
    expect(lines).toEqual(["50 90.5 250 90.5", "50.5 90 50.5 200"]);
    expect(first.filter(({ attributes }) => attributes["stroke-width"] === "0.25")).toHaveLength(1);
    expect(first.filter(({ name, attributes }) => name === "rect" && attributes["stroke"] === "#2e7d32").map(({ attributes: { x, width } }) => [x, width])).toEqual([["51.2", "197.6"]]);
    expect(first.find(({ attributes }) => attributes["stroke"] === "#1565c0" && attributes["width"] === "206")).toBeDefined();
    expect(first.filter(({ name, attributes }) => name === "rect" && attributes["stroke"] === "#d500f9")).toHaveLength(1);
    expect(textOf(draw(document, { claims, page: 2 }))).toContain("T0 2/2");
  });
});

test.each([
  ["notice.title", "title"],
  ["notice.documentNumber", "notice"],
  ["tasks.number", "number"],
  ["tasks.deadlines", "deadlines"],
  ["tasks.columns", "text"],
  ["sections.text", "sections"],
  ["furniture:navigation", "furniture"],
])("%s belongs to %s", (owner, group) => {
  expect(groupOf(owner).id).toBe(group);
});

test("any text gives a well-formed picture with all its words, the same each time", () => {
  const words = fc.string({ unit: fc.oneof(fc.constantFrom("任", "<", "&", '"', "]]>", "\n", " ", "\u0000", "\ud800", "\uffff", "𠮷", "a"), fc.string({ unit: "binary", maxLength: 2 })), maxLength: 80 });
  fc.assert(
    fc.property(words, fc.nat(40), fc.nat(40), (text, from, length) => {
      const document = documentOf([text, { table: [[text, "x"]] }]);
      const claims = [{ span: { start: from, end: from + length }, owner: "tasks.text" }];
      const view: SvgView = { name: text, document, claims, page: 1, language: "en" };
      expect(toSvg(view)).toBe(toSvg(view));
      const shown = ink(textOf(draw(document, view)));
      for (const character of ink(text).replace(/[^\u4e00-\u9fffa-z<&"\]>]/gu, "")) expect(shown).toContain(character);
    }),
    { numRuns: 150 },
  );
});

test.each([["deadlines", /^deadlines\./u], ["assignment", /^(?:lead|support|responsible)\./u], ["text", /^text$/u]])("%s: what the marks mark lies in the colour of its field, box in box", async (group, field) => {
  const name = "wanzheng-66.pdf";
  const { document, draft, result } = await inspectNotice({ name, bytes: new Uint8Array(readFileSync(new URL(`../../corpus/seeds/files/${name}`, import.meta.url))) }, { marks: true });
  const sheets = new Map<number, Drawn[]>();
  let seen = 0;
  for (const [i, fields] of result.marks!.tasks.entries()) {
    // A time inside the text of a task has the colour of the text.
    const isOwn = (key: string): boolean => field.test(key) && (group !== "deadlines" || result.tasks[i]!.deadlines[Number(key.split(".")[1])]?.origin === "cell");
    for (const mark of Object.entries(fields).flatMap(([key, marks]) => (isOwn(key) ? marks : []))) {
      if (!("bbox" in mark)) throw new Error("no box");
      const elements = sheets.get(mark.page) ?? draw(document!, { name, claims: draft!.claims, page: mark.page });
      sheets.set(mark.page, elements);
      const [left, top, right, bottom] = mark.bbox;
      const [x, y, width, height] = ["x", "y", "width", "height"] as const;
      const shades = elements.filter(({ name: kind, attributes }) => kind === "rect" && attributes["fill"] === colour(group)).map(({ attributes }) => Object.fromEntries([x, y, width, height].map((key) => [key, Number(attributes[key])])) as Record<"x" | "y" | "width" | "height", number>);
      const inLine = shades.filter((box) => box.y <= top + 0.6 && box.y + box.height >= bottom - 0.6 && box.x <= right && box.x + box.width >= left);
      const covered = Math.max(...inLine.map((box) => box.x + box.width)) >= right - 0.6 && Math.min(...inLine.map((box) => box.x)) <= left + 0.6;
      expect(covered, `${mark.page} ${mark.bbox.join()}`).toBe(true);
      seen++;
    }
  }
  expect(seen).toBeGreaterThan(40);
});
