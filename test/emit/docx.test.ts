/** The Word 台账 reads back through our own reader to the tasks it was made from, and has the paper that offices print on. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { ledgerOf } from "../../src/emit/ledger/ledger.ts";
import type { ParseResult, Unit } from "../../src/model/notice.ts";
import { folded } from "../../src/text/fold.ts";
import { parseNotice } from "../../src/pipeline.ts";
import { failed, nastyResult, written } from "./results.ts";
import { unpack } from "./unpack.ts";

const seed = (name: string): Promise<ParseResult> => parseNotice({ name, bytes: new Uint8Array(readFileSync(new URL(`../../corpus/seeds/files/${name}`, import.meta.url))) });

describe.each(["guichi-2018.docx", "wanzheng-66.html"])("of %s", (name) => {
  let [before, after]: [ParseResult | null, ParseResult | null] = [null, null];

  beforeAll(async () => {
    before = await seed(name);
    after = await parseNotice({ name: "ledger.docx", bytes: await written("docx", [before]) });
  });

  test("gives the same tasks, in order", () => {
    const lines = before === null ? [] : ledgerOf(before, "zh").lines;
    expect(after?.tasks.map(({ text }) => folded(text))).toEqual(lines.map(({ text }) => folded(text)));
    expect(after?.tasks.map(({ number, label }) => number ?? label)).toEqual(lines.map(({ number }) => number));
  });

  test("gives the same units in the same roles, and the same days", () => {
    const names = (units: readonly Unit[]): string[] => units.map((unit) => unit.name);
    const of = (result: ParseResult | null) => result?.tasks.map(({ assignment: { lead, support, responsible }, due }) => ({ lead: names(lead), support: names(support), responsible: names(responsible), due }));
    expect(of(after)).toEqual(of(before));
  });

  test("is the same notice by its title", () => {
    expect(after?.notice.title).toBe(before?.notice.title);
    expect(after?.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

test("prints on A4 across, its header on every page, and says what no task holds", async () => {
  const { parts } = await unpack(await written("docx", [await nastyResult(), failed]));
  const document = parts.get("word/document.xml") ?? "";
  expect(document).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
  expect(document.match(/<w:tblHeader\/>/gu)).toHaveLength(1);
  expect(document).toContain("&#60;script&#62;");
  expect(document).not.toMatch(/<script|[\u0000-\u0008\u202A-\u202E]/u);
  expect(document).toContain("scan.pdf：找不到文件“scan.pdf”。");
  expect([...parts.keys()]).toEqual(["[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/styles.xml", "word/footer1.xml", "word/document.xml"]);
});
