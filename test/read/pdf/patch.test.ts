/** The pdf.js that the build patches. Unpatched, these files keep the test busy for minutes or hours, and those with damaged pages end its process; test/hostile holds the one of saved states. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { applyPatch, parsePatch, reversePatch } from "diff";
import { describe, expect, it } from "vitest";
import { library, operatorsOf } from "../../../src/read/pdf/library.ts";
import { drawnInDrawn, fontsThatShare, fontsWithoutEnd } from "./growing.ts";
import { makePdf, words } from "./make.ts";
import { codesOf, readFile } from "./reading.ts";
import { withType1Font } from "./type1.ts";

const pinned = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
const { version } = JSON.parse(readFileSync(`${pinned}/package.json`, "utf8")) as { version: string };
const patches = parsePatch(readFileSync(new URL(`../../../scripts/patches/pdfjs-dist-${version}.patch`, import.meta.url), "utf8"));
const halves = patches.map((patch) => [patch.newFileName ?? "", patch] as const);
const shipped = (half: string): string => readFileSync(new URL(`../../../src/read/pdf/pdfjs/${half}`, import.meta.url), "utf8");
const original = (half: string): string => readFileSync(`${pinned}/legacy/build/${half}`, "utf8");

describe("the patch of the pinned version", () => {
  it("is of both halves", () => {
    expect(halves.map(([half]) => half)).toEqual(["pdf.mjs", "pdf.worker.mjs"]);
  });

  it.each(halves)("makes of %s what the program ships, and leads back", (half, patch) => {
    expect(applyPatch(original(half), patch, { fuzzFactor: 0 })).toBe(shipped(half));
    expect(applyPatch(shipped(half), reversePatch(patch), { fuzzFactor: 0 })).toBe(original(half));
  });

  it.each(halves)("says in each hunk of %s why", (_half, { hunks }) => {
    expect(hunks.filter(({ lines }) => !lines.some((line) => /^\+.*\/\/ fengong: \S/u.test(line))).map(({ lines }) => lines.join("\n"))).toEqual([]);
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
    const list = await operatorsOf(await (await task.promise).getPage(1));
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
