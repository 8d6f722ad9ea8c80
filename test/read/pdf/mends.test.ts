/** Faults of pdf.js that are mended while it is loaded. Unmended, the first file keeps the test busy for minutes and the second ends its process; test/hostile holds the third. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { mend, mends } from "../../../src/read/pdf/mends.ts";
import { makePdf, words } from "./make.ts";
import { codesOf, readFile } from "./reading.ts";
import { withType1Font } from "./type1.ts";

const module = readFileSync(createRequire(import.meta.url).resolve("pdfjs-dist/legacy/build/pdf.worker.mjs"), "utf8");

describe("what is replaced", () => {
  it.each(mends.map((row) => [row.id, row] as const))("%s stands once in the pinned version", (_id, { find, instead }) => {
    expect(module.split(find)).toHaveLength(2);
    expect(mend(module).split(find)).toHaveLength(instead.split(find).length);
    expect(mend(module)).toContain(instead);
  });
});

describe("files that set the faults off", () => {
  it("reads a page in a Type 1 font that names a character beyond 255", async () => {
    const { document } = await readFile(withType1Font([[65, "A"], [2_147_483_646, "B"]], "BT /F1 12 Tf 60 700 Td (AAAA) Tj ET"));
    expect(document?.text).toBe("AAAA");
  });

  it("says what is damaged when the objects of several pages are", async () => {
    const whole = Buffer.from(makePdf(["一", "二", "三"].map((name) => words(`第${name}页的文字。`, 60, 700)))).toString("latin1");
    const { document, context } = await readFile(new Uint8Array(Buffer.from(whole.replace(/[57] 0 obj/gu, "X 0 obj"), "latin1")));
    expect([document, codesOf(context)]).toEqual([null, ["pdf/no-text"]]);
  });
});
