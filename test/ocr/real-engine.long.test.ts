/** The engine itself on three pages of the seed scan, against the text of the same notice as PDF. Skipped where its packages are not installed. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { paddleEngine, paddleIdentity, type OcrEngine } from "../../src/ocr.ts";
import { parseNotice, type NoticeDocument } from "../../src/index.ts";
import { readDocument } from "../../src/pipeline.ts";
import { editDistance } from "./edit-distance.ts";

const seed = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../../corpus/seeds/files/${name}`, import.meta.url)));
const installed = (await paddleIdentity()) !== null;
if (!installed) console.log("no engine is installed: the pages of the seed scan were not read");

/** The words of cells, widths of characters folded. */
function cellsOf({ text, blocks }: NoticeDocument): string[] {
  return blocks.flatMap((block) => (block.kind === "table" ? block.cells.map(({ span }) => text.slice(span.start, span.end).normalize("NFKC").replace(/\s/gu, "")) : []));
}

describe.runIf(installed)("three pages of the seed scan", () => {
  let ocr: OcrEngine;
  beforeAll(async () => {
    ocr = await paddleEngine();
  });
  afterAll(() => ocr.close());

  test("have the cells of the text, hardly a character wrong, and the same tasks", async () => {
    const limits = { pages: 4 };
    const [scan, text] = [await readDocument({ name: "scan.pdf", bytes: seed("wanzheng-66-scan.pdf") }, { ocr, limits }), await readDocument({ name: "text.pdf", bytes: seed("wanzheng-66.pdf") }, { limits })];
    if (scan.document === null || text.document === null) throw new Error("nothing was read");
    expect(scan.document.ocr?.name).toMatch(/^pp-ocrv4\//u);
    const [read, printed] = [cellsOf(scan.document), cellsOf(text.document)];
    expect(read).toHaveLength(printed.length);
    const wrong = read.reduce((sum, cell, i) => sum + editDistance(cell, printed[i] ?? ""), 0);
    expect(wrong).toBeLessThanOrEqual(2);
    expect(scan.diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual(["pdf/too-many-pages"]);
  });

  test("give the same answer twice, and say which engine read them", async () => {
    const read = (): ReturnType<typeof parseNotice> => parseNotice({ name: "scan.pdf", bytes: seed("wanzheng-66-scan.pdf") }, { ocr, limits: { pages: 1 } });
    const [one, other] = [await read(), await read()];
    expect(other).toEqual(one);
    expect(one.sources[0]?.ocr).toEqual({ name: ocr.name, version: ocr.version, model: ocr.model });
    expect(one.notice.documentNumber?.text).toMatch(/皖政办秘〔2020.66号/u);
  });
});
