/** Faults of pdf.js that are mended while it is loaded. Unmended, these files keep the test busy for minutes or hours, and those with damaged pages end its process; test/hostile holds the one of saved states. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { library } from "../../../src/read/pdf/library.ts";
import { mend, mends } from "../../../src/read/pdf/mends.ts";
import { operatorsOf } from "../../../src/read/pdf/operators.ts";
import { drawnInDrawn, fontsThatShare, fontsWithoutEnd } from "./growing.ts";
import { makePdf, words } from "./make.ts";
import { codesOf, readFile } from "./reading.ts";
import { withType1Font } from "./type1.ts";

const module = readFileSync(createRequire(import.meta.url).resolve("pdfjs-dist/legacy/build/pdf.worker.mjs"), "utf8");

const mended = mend(module);

describe("what is replaced", () => {
  it.each(mends.map((row) => [row.id, row] as const))("%s stands once in the pinned version", (_id, { find, instead }) => {
    expect(module.split(find)).toHaveLength(2);
    expect(mended.split(find)).toHaveLength(instead.split(find).length);
    expect(mended.includes(instead)).toBe(true);
  });
});

describe("files that set the faults off", () => {
  it("reads a page in a Type 1 font that names a character beyond 255", async () => {
    const { document } = await readFile(withType1Font([[65, "A"], [2_147_483_646, "B"]], "BT /F1 12 Tf 60 700 Td (AAAA) Tj ET"));
    expect(document?.text).toBe("AAAA");
  });

  it("reads the page behind several whose objects are damaged", async () => {
    const whole = Buffer.from(makePdf(["一", "二", "三"].map((name) => words(`第${name}页的文字。`, 60, 700)))).toString("latin1");
    const { document, context } = await readFile(new Uint8Array(Buffer.from(whole.replace(/[57] 0 obj/gu, "X 0 obj"), "latin1")));
    expect([document?.text, codesOf(context)]).toEqual(["第三页的文字。", ["pdf/damaged-page", "pdf/damaged-page"]]);
  });

  it("makes the font of a form once, however often the form is drawn", async () => {
    const { open, operators } = await library();
    const task = open(drawnInDrawn("form", { depth: 5 }));
    const { list } = await operatorsOf(await (await task.promise).getPage(1), operators);
    await task.destroy();
    const fonts = list.argsArray.filter((_, i) => list.fnArray[i] === operators["setFont"]).map((args) => String((args as readonly unknown[])[0]));
    expect(fonts).toHaveLength(1 + 16);
    expect(new Set(fonts).size).toBe(2);
  });

  it.each(["form", "group", "mask"] as const)("stops at a %s that draws two of the next, 40 deep, and keeps what stands before it", async (kind) => {
    const { document, context } = await readFile(drawnInDrawn(kind, { depth: 40 }));
    expect(codesOf(context)).toEqual(["pdf/page-too-long"]);
    expect(document?.text).toMatch(/^开始/u);
  });

  it.each(["form", "group"] as const)("says nothing of a few: %s", async (kind) => {
    const { document, context } = await readFile(drawnInDrawn(kind, { depth: 8 }));
    expect([document?.text, codesOf(context)]).toEqual(["开始\n终", []]);
  });

  it("names each page that is not read because those before it drew too much", async () => {
    const { context } = await readFile(drawnInDrawn("group", { depth: 40, pages: 3 }));
    expect(context.diagnostics.map(({ params }) => params["page"])).toEqual(["1", "2", "3"]);
  });

  it.each(["file", "map", "list"] as const)("reads what fonts share only so often: a %s", async (what) => {
    const [few, many] = await Promise.all([3, 400].map((count) => readFile(fontsThatShare(what, count))));
    expect([few, many].map((reading) => codesOf(reading!.context))).toEqual([[], ["pdf/page-too-long"]]);
  });

  it.each([["string", ["pdf/damaged-font"]], ["dictionary", []]] as const)("reads a font once that goes on to the end of the file, because its %s does", async (open, codes) => {
    const { context } = await readFile(fontsWithoutEnd({ fonts: 1, words: 5_000, open }));
    expect(codesOf(context)).toEqual(codes);
  });

  it.each(["string", "dictionary"] as const)("reads only so many of which the %s does", async (open) => {
    const { context } = await readFile(fontsWithoutEnd({ fonts: 800, words: 800, open }));
    expect(codesOf(context)).toContain("pdf/page-too-long");
  });
});
