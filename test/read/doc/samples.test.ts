/** Real .doc files: one notice beside its DOCX, cell by cell and task by task, and word-extractor as second witness of the words. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import WordExtractor from "word-extractor";
import { parseNotice } from "../../../src/index.ts";
import type { ParseResult } from "../../../src/model/notice.ts";
import { cellText } from "../../../src/model/quote.ts";
import { tableOf } from "../docx/reading.ts";
import { p, doc, row, define, sprm } from "./build.ts";
import { tryBytes } from "./reading.ts";

const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(path, import.meta.url)));
const parse = (path: string, name = path.replace(/^.*\//u, "")): Promise<ParseResult> => parseNotice({ name, bytes: bytesOf(path) });

interface TruthCell {
  readonly r: number;
  readonly c: number;
  readonly rs: number;
  readonly cs: number;
  readonly t: string;
}

test("every cell of the table stands where the truth says", async () => {
  const truth: TruthCell[] = JSON.parse(readFileSync(new URL("../html/fixtures/tables/truth-grid.json", import.meta.url), "utf8"));
  const { document, codes } = await tryBytes(bytesOf("fixtures/notice.doc"));
  if (document === null) throw new Error("nothing read");
  const cells = tableOf(document).cells.map((cell): TruthCell => ({ r: cell.r0, c: cell.c0, rs: cell.r1 - cell.r0, cs: cell.c1 - cell.c0, t: cellText(document, cell) }));
  expect(cells).toEqual(truth);
  expect(codes).toEqual([]);
});

const seeds = "../../../corpus/seeds/files/";
describe.each([
  ["fixtures/notice.doc", "notice.doc", "../docx/fixtures/notice.docx"],
  ["fixtures/notice.doc", "notice.wps", "../docx/fixtures/notice.docx"],
  [`${seeds}guichi-2018.doc`, "guichi-2018.doc", `${seeds}guichi-2018.docx`],
])("%s as %s", (path, name, docx) => {
  /** Places are the same elements of another part. */
  const same = (result: ParseResult): unknown => JSON.parse(JSON.stringify(result).replaceAll("word/document.xml#", "WordDocument#"));

  test("gives what its DOCX gives, places too", async () => {
    const [ours, theirs] = [same(await parse(path, name)) as ParseResult, same(await parse(docx)) as ParseResult];
    expect(ours.tasks).toEqual(theirs.tasks);
    expect(ours.notice).toEqual(theirs.notice);
    expect(ours.status).toBe("success");
    expect(ours.sources[0]?.format).toBe("doc");
    expect(ours.diagnostics).toEqual(theirs.diagnostics);
  });
});

describe("the second witness sees no character that is not read", () => {
  const ink = (text: string): string => text.normalize("NFKC").replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/gu, "").replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'").replace(/[‐‑–—-]/gu, "-");
  const made = doc({
    body: [p("一、重点任务", ["\x02", sprm(0x0855, 1)]), ...row(define(0, [1000], [2000]), "公开目录", "市财政局"), p("框外", ["\x08", sprm(0x0855, 1)])],
    footnotes: [[p("注一")]], boxes: [{ shape: 9, paragraphs: [p("框内文字")] }], anchors: [{ at: 21, shape: 9 }],
  });

  test.each([["notice.doc", bytesOf("fixtures/notice.doc")], ["guichi-2018.doc", bytesOf(`${seeds}guichi-2018.doc`)], ["a made file", made]])("%s", async (_, bytes) => {
    const witness = await new WordExtractor().extract(Buffer.from(bytes));
    const seen = [witness.getBody(), witness.getFootnotes(), witness.getEndnotes(), witness.getHeaders(), witness.getTextboxes()].join("\n");
    const { document } = await tryBytes(bytes);
    const spare = new Map<string, number>();
    for (const character of ink(document?.text ?? "")) spare.set(character, (spare.get(character) ?? 0) + 1);
    const missing = [...ink(seen)].filter((character) => {
      const count = spare.get(character) ?? 0;
      spare.set(character, count - 1);
      return count <= 0;
    });
    expect(missing.join("")).toBe("");
    expect(ink(seen).length).toBeGreaterThan(10);
  });
});
