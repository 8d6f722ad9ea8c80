/** A picture that fills a page is known by what is painted, whatever operators stand around it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseNotice } from "../../../src/index.ts";
import { words } from "./make.ts";
import { pdfOf, song, stream } from "./objects.ts";
import { codesOf, readFile } from "./reading.ts";

const pixels = "abcdefghijklmnop";
const resources = (more: string): string => `<< /Font << /F1 7 0 R >> /XObject << /Im 8 0 R /Mask 9 0 R /Sheer 10 0 R /Fm 11 0 R /Group 12 0 R /Deep 13 0 R >> /Pattern << /Tiles 14 0 R >> /ExtGState << /Gs << /CA 1 /ca 1 /LW 2 >> /Half << /ca 0.5 >> >> /Properties << /Off 15 0 R >> ${more} >>`;
const formOf = (content: string, more = ""): Buffer => stream(content, `/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Matrix [1 0 0 1 0 0] /Resources << /XObject << /Im 8 0 R /Fm 11 0 R >> >> ${more}`);
const imageOf = (more: string): Buffer => stream(pixels, `/Type /XObject /Subtype /Image /Width 4 /Height 4 ${more}`);

/** A letter of one page, and a page that draws `content`. */
function letterWith(content: string, letter = `${words("关于印发任务分工的通知", 150, 760, 18)}${words("请各单位认真落实。附件：任务分工表", 80, 700, 12)}`): Uint8Array {
  return pdfOf([
    "<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [15 0 R] /D << /OFF [15 0 R] >> >> >>",
    "<< /Type /Pages /Count 2 /Kids [3 0 R 5 0 R] >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources ${resources("")} /Contents 4 0 R >>`,
    stream(letter),
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources ${resources("")} /Contents 6 0 R >>`,
    stream(content),
    song,
    imageOf("/ColorSpace /DeviceGray /BitsPerComponent 8"),
    stream(pixels, "/Type /XObject /Subtype /Image /ImageMask true /Width 16 /Height 8 /BitsPerComponent 1"),
    imageOf("/ColorSpace /DeviceGray /BitsPerComponent 8 /SMask 8 0 R"),
    formOf("/Im Do"),
    formOf("q /Im Do Q", "/Group << /S /Transparency >>"),
    formOf("q 0.5 0 0 0.5 0 0 cm 2 0 0 2 0 0 cm /Fm Do Q"),
    stream("595 0 0 842 0 0 cm /Im Do", "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 595 842] /XStep 595 /YStep 842 /Resources << /XObject << /Im 8 0 R >> >>"),
    "<< /Type /OCG /Name (off) >>",
  ]);
}

/** Ways to paint the unit square with a picture. */
const pictures = ["/Im Do", "/Mask Do", "/Sheer Do", "/Fm Do", "/Group Do", "/Deep Do", "BI /W 4 /H 4 /BPC 8 /CS /G ID abcdefghijklmnop EI", "BI /W 1 /H 1 /BPC 8 /CS /G ID a EI"];
/** What may stand before it and changes nothing. */
const noise = ["1 g", "0 0 1 RG", "0.2 0.3 0.4 rg", "2 w", "/Gs gs", "/Half gs", "[3 1] 0 d", "/P << /MCID 0 >> BDC", "/Artifact BMC", "0 0 595 842 re W n", "q 0 0 1 1 re W n Q", "BT ET", "q Q"];

/** Rectangles that together cover the unit square. */
const tilings: fc.Arbitrary<readonly (readonly number[])[]> = fc.oneof(
  fc.constant([[0, 0, 1, 1]]),
  fc.integer({ min: 2, max: 40 }).map((n) => Array.from({ length: n }, (_, i) => [0, i / n, 1, 1 / n])),
  fc.integer({ min: 2, max: 12 }).map((n) => Array.from({ length: n }, (_, i) => [i / n, 0, 1 / n, 1])),
  fc.tuple(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 2, max: 8 })).map(([n, m]) => Array.from({ length: n * m }, (_, i) => [(i % n) / n, Math.floor(i / n) / m, 1 / n, 1 / m])),
);

/** Matrices whose product puts the unit square on the page. */
const matrices = fc.constantFrom(["595 0 0 842 0 0"], ["1 0 0 1 25 20", "545 0 0 802 0 0"], ["595 0 0 -842 0 842"], ["0.5 0 0 0.5 0 0", "1190 0 0 1684 0 0"], ["0 842 -595 0 595 0"], ["-595 0 0 -842 595 842"]);

const around = fc.array(fc.constantFrom(...noise), { maxLength: 4 });

const fullPicture = fc.record({ picture: fc.constantFrom(...pictures), tiles: tilings, chain: matrices, before: around, between: around, page: fc.constantFrom("", words("— 2 —", 270, 30), words("附件", 70, 790) + words("收文专用章 2021年3月5日", 380, 420)) }).map(
  ({ picture, tiles, chain, before, between, page }) =>
    tiles.map(([x = 0, y = 0, width = 1, height = 1]) => `q ${before.filter((operator) => !/^0 0 595|BMC|BDC/u.test(operator)).join(" ")} ${chain.map((matrix) => `${matrix} cm`).join(" ")} ${width} 0 0 ${height} ${x} ${y} cm ${between.filter((operator) => !/595/u.test(operator)).join(" ")} ${picture} Q\n`).join("") + page,
);

describe("a page that is a picture", () => {
  test("is named whatever stands around it", async () => {
    await fc.assert(
      fc.asyncProperty(fullPicture, async (content) => {
        const { context } = await readFile(letterWith(content));
        expect(context.diagnostics.map(({ code, params }) => [code, params["page"]])).toEqual([["pdf/needs-ocr", "2"]]);
      }),
      { numRuns: 30, seed: 17 },
    );
  });

  test("makes the notice partial", async () => {
    const { status } = await parseNotice({ name: "a.pdf", bytes: letterWith("q 595 0 0 842 0 0 cm 1 g /Im Do Q") });
    expect(status).toBe("partial");
  });

  test("is named where a pattern paints it", async () => {
    const { context } = await readFile(letterWith("/Pattern cs /Tiles scn 0 0 595 842 re f"));
    expect(codesOf(context)).toEqual(["pdf/needs-ocr"]);
  });
});

const body = Array.from({ length: 12 }, (_, i) => words(`${i + 1}．加强政务公开工作，及时更新目录，主动接受监督。`, 70, 700 - 30 * i, 12)).join("");
const filled = "q 595 0 0 842 0 0 cm /Im Do Q\n";

test.each([
  ["below a page of words", `${filled}${body}`],
  ["in a layer that is off", `/OC /Off BDC ${filled} EMC ${words("附件", 70, 790)}`],
  ["that a clip leaves a stamp of", `q 400 400 100 100 re W n ${filled} Q ${words("附件", 70, 790)}`],
  ["of a seal", `q 120 0 0 120 380 380 cm /Im Do Q ${words("某某市人民政府", 350, 440, 14)}`],
])("a picture %s is no scan", async (_, content) => {
  const { context } = await readFile(letterWith(content));
  expect(codesOf(context)).toEqual([]);
});

const strips = Array.from({ length: 10 }, (_, i) => `q 595 0 0 84.2 0 ${i * 84.2} cm /Im Do Q\n`).join("");

test.each([
  ["in the invisible mode over the picture", `${filled}BT 3 Tr ET ${body}`],
  ["in the invisible mode before the picture", `BT 3 Tr ET ${body}${filled}`],
  ["beneath the picture", `${body}${filled}`],
  ["over strips of one", `${strips}BT 3 Tr ET ${body}`],
  ["with a stamp of the archive that is seen", `${filled}BT 3 Tr ET ${body} BT 0 Tr ET ${words("某某档案馆", 400, 800)}`],
])("words that a program read, %s, are told on each page", async (_, content) => {
  const { context } = await readFile(letterWith(content));
  expect(context.diagnostics.map(({ code, severity, params, place }) => [code, severity, params["page"], place.length])).toEqual([["pdf/ocr-layer", "warning", "2", 1]]);
});

test("figures of recognised words are doubted task by task, those of drawn words are not", async () => {
  const tasks = ["1．编制政务公开基本目录并向社会公布。（市司法局负责，2021年6月底前完成）", "2．开展政务公开示范点评选并通报结果。（市民政局负责，2021年9月底前完成）"].map((line, i) => words(line, 70, 700 - 30 * i, 12)).join("");
  const title = words("关于印发2021年任务分工的通知", 150, 760, 18);
  const codes = async (content: string): Promise<[number, unknown[]]> => {
    const { tasks: read, diagnostics } = await parseNotice({ name: "a.pdf", bytes: letterWith("", content) });
    return [read.length, diagnostics.flatMap(({ code, task }) => (/recognised|ocr/u.test(code) ? [[code, task === null ? null : read.findIndex(({ id }) => id === task)]] : []))];
  };
  expect(await codes(`${filled}BT 3 Tr ET ${title}${tasks}`)).toEqual([2, [["pdf/ocr-layer", null], ["task/recognised-figures", 0], ["task/recognised-figures", 1]]]);
  expect(await codes(`${filled}${title}${tasks}`)).toEqual([2, []]);
});
