/** Files of which a part is not there or cannot be read: what is lost has a finding, and everything else is read. */
import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makePdf, words } from "./make.ts";
import { onePage, stream } from "./objects.ts";
import { codesOf, readFile } from "./reading.ts";

/** Four pages; the objects are 3 and 4 for the font, then a page and its contents in turn. */
const pages = Buffer.from(makePdf(["一", "二", "三", "四"].map((name) => words(`第${name}页。`, 60, 700)))).toString("latin1");

/** The same file with one object gone. */
const without = (object: number): Uint8Array => new Uint8Array(Buffer.from(pages.replace(new RegExp(`\\b${object} 0 obj`, "u"), "X 0 obj"), "latin1"));

/** One page with these contents: object 4, and objects behind it. */
const page = (contents: string, ...objects: readonly (string | Buffer)[]): Uint8Array => onePage({ contents, more: "/XObject << /X 9 0 R >>" }, ...objects);

const read = async (bytes: Uint8Array): Promise<unknown> => {
  const { document, context } = await readFile(bytes);
  return [document?.text.split("\n") ?? [], codesOf(context), context.diagnostics.flatMap(({ params }) => params["page"] ?? [])];
};

const above = words("任务在上", 60, 700);
const below = words("任务在下", 60, 600);

describe("what is not there", () => {
  it("is nothing in a sound file", async () => {
    expect(await read(makePdf([above, ""]))).toEqual([["任务在上"], [], []]);
    expect(await read(page("[4 0 R 5 0 R]", stream(above), stream(below)))).toEqual([["任务在上", "任务在下"], [], []]);
  });

  it.each([
    ["the first page", 5, ["第二页。", "第三页。", "第四页。"], "1"],
    ["a page", 7, ["第一页。", "第三页。", "第四页。"], "2"],
    ["the contents of the first page", 6, ["第二页。", "第三页。", "第四页。"], "1"],
    ["the contents of a page", 10, ["第一页。", "第二页。", "第四页。"], "3"],
  ] as const)("%s", async (_name, object, text, number) => {
    expect(await read(without(object))).toEqual([text, ["pdf/damaged-page"], [number]]);
  });

  it.each([["the font", 3], ["a part of the font", 4]] as const)("%s", async (_name, object) => {
    const { context } = await readFile(without(object));
    // Codes that the font that stands in has no character for are said, too.
    expect(codesOf(context).filter((code) => code !== "pdf/no-mapping")).toEqual(Array.from({ length: 4 }, () => "pdf/damaged-font"));
  });

  it("one of several streams", async () => {
    expect(await read(page("[4 0 R 8 0 R 5 0 R]", stream(above), stream(below)))).toEqual([["任务在上", "任务在下"], ["pdf/damaged-contents"], ["1"]]);
  });

  it("a form that is drawn", async () => {
    expect(await read(page("4 0 R", stream(`${above} /X Do ${below}`)))).toEqual([["任务在上", "任务在下"], ["pdf/damaged-contents"], ["1"]]);
  });

  it("the end of what is drawn", async () => {
    expect(await read(page("4 0 R", stream(`${above} BT /F1 12 Tf [<4efb>`)))).toEqual([["任务在上"], ["pdf/damaged-contents"], ["1"]]);
  });
});

it("no bit of packed contents turns over in silence", async () => {
  const packed = deflateSync(Array.from({ length: 20 }, (_, i) => words(`第${i}项任务由第${i}处牵头。`, 60, 700 - 30 * i)).join(" "));
  const whole = await read(page("4 0 R", stream(packed, "/Filter /FlateDecode ")));
  await fc.assert(
    fc.asyncProperty(fc.nat(packed.length - 1), fc.nat(7), async (at, bit) => {
      const turned = Buffer.from(packed);
      turned[at]! ^= 1 << bit;
      const { document, context } = await readFile(page("4 0 R", stream(turned, "/Filter /FlateDecode ")));
      if (!codesOf(context).some((code) => /^pdf\/(?:damaged|altered)-data$/u.test(code))) expect([document?.text.split("\n"), [], []]).toEqual(whole);
    }),
    { numRuns: 60 },
  );
});
