/** Words that nobody sees are left out and said; words that somebody sees stay. */
import { describe, expect, test } from "vitest";
import { words } from "./make.ts";
import { onePage, song, stream } from "./objects.ts";
import { readFile } from "./reading.ts";

const more = [
  "/ExtGState << /None << /ca 0 /CA 0 >> /Faint << /ca 0.15 >> /Half << /ca 0.5 >> /Multiply << /BM /Multiply >> >>",
  "/XObject << /Im 5 0 R /Sheer 6 0 R /Group 7 0 R >> /Shading << /Sh << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 595 0] /Function << /FunctionType 2 /Domain [0 1] /C0 [0 0 0.5] /C1 [0 0 1] /N 1 >> /Extend [true true] >> >>",
  "/Properties << /Off 8 0 R /On 9 0 R /NoneOn << /Type /OCMD /OCGs [9 0 R] /P /AllOff >> >>",
].join(" ");

function page(content: string): Uint8Array {
  const file = Buffer.from(
    onePage(
      { more },
      stream(content),
      stream("abcd", "/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8"),
      stream("abcd", "/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /SMask 5 0 R"),
      stream(words("成组文字", 70, 660, 12), "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency >> /Resources << /Font << /F1 10 0 R >> >>"),
      "<< /Type /OCG /Name (off) >>",
      "<< /Type /OCG /Name (on) >>",
      "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 >>] >>",
    ),
  ).toString("latin1");
  // The objects behind keep their numbers; their places need not be right.
  return new Uint8Array(Buffer.from(file.replace("/Type /Catalog", "/Type /Catalog /OCProperties << /OCGs [8 0 R 9 0 R] /D << /OFF [8 0 R] >> >>"), "latin1"));
}

const kept = words("完善目录，接受监督。", 70, 700, 12);
const tested = words("七月底前", 70, 660, 12);

async function seenIn(content: string): Promise<{ text: string; said: (string | null)[][] }> {
  const { document, context } = await readFile(page(content));
  return { text: (document?.text ?? "").replace(/\n/gu, " "), said: context.diagnostics.map(({ code, params, actual }) => [code, params["count"] ?? "", actual]) };
}

describe("words that nobody sees", () => {
  test.each([
    ["white on paper", `${kept} 1 g ${tested}`],
    ["nearly white on paper", `${kept} 0.98 g ${tested}`],
    ["white on a white box over a dark one", `${kept} 0 0 0.5 rg 60 640 200 40 re f 1 g 60 640 200 40 re f ${tested}`],
    ["black on a black box", `${kept} 0 g 60 640 200 40 re f ${tested}`],
    ["blue on a box of that blue, in another colour space", `${kept} 0.2 0.4 0.6 rg 60 640 200 40 re f 0.2 0.4 0.602 rg ${tested}`],
    ["outlines in white", `${kept} 1 G BT 1 Tr ET ${tested}`],
    ["under a white box", `${kept} ${tested} 1 g 60 650 80 24 re f`],
    ["under a black box", `${kept} ${tested} 0 g 60 650 80 24 re f`],
    ["under a box turned upside down", `${kept} ${tested} q 1 0 0 -1 0 842 cm 1 g 60 168 80 30 re f Q`],
    ["under a box drawn as four lines", `${kept} ${tested} 1 g 60 650 m 140 650 l 140 674 l 60 674 l h f`],
    ["under strips of a box", `${kept} ${tested} 1 g 60 650 80 8 re 60 658 80 8 re 60 666 80 8 re f`],
    ["under a picture", `${kept} ${tested} q 80 0 0 24 60 650 cm /Im Do Q`],
    ["in a layer that is off", `${kept} /OC /Off BDC ${tested} EMC`],
    ["in a layer that is off, within another marked content", `${kept} /P << /MCID 3 >> BDC /OC /Off BDC /Span BMC ${tested} EMC EMC EMC`],
    ["in a membership that is not on", `${kept} /OC /NoneOn BDC ${tested} EMC`],
    ["without any colour put on", `${kept} q /None gs ${tested} Q`],
    ["in the invisible mode over no picture", `${kept} BT 3 Tr ET ${tested}`],
    ["outside their clip", `${kept} q 0 0 50 50 re W n ${tested} Q`],
    ["outside the paper", `${kept} ${words("七月底前", 700, 660, 12)}`],
  ])("%s", async (_, content) => {
    expect(await seenIn(content)).toEqual({ text: "完善目录，接受监督。", said: [["pdf/hidden-text", "4", "七月底前"]] });
  });

  test("a group that nothing is put on of", async () => {
    expect(await seenIn(`${kept} q /None gs /Group Do Q`)).toEqual({ text: "完善目录，接受监督。", said: [["pdf/hidden-text", "4", "成组文字"]] });
  });

  test("are told with their places", async () => {
    const { context } = await readFile(page(`${kept} 1 g ${tested}`));
    expect(context.diagnostics[0]?.place).toEqual([{ source: 0, kind: "page", page: 1, bbox: [70, 171.44, 118, 183.44] }]);
  });
});

describe("words that somebody sees", () => {
  test.each([
    ["white on a dark box", `0 0 0.5 rg 60 640 200 40 re f 1 g ${tested}`],
    ["white on a dark box with round corners", `0 0 0.5 rg 64 640 m 256 640 l 260 640 260 644 260 644 c 260 680 l 60 680 l 60 644 l 60 640 64 640 64 640 c f 1 g ${tested}`],
    ["white on strips of a gradient", `${Array.from({ length: 40 }, (_, i) => `0 0 0.${String(i + 30)} rg 60 ${640 + i} 200 1 re f`).join(" ")} 1 g ${tested}`],
    ["white on a gradient", `q 60 640 200 40 re W n /Sh sh Q 1 g ${tested}`],
    ["white on a picture", `q 200 0 0 40 60 640 cm /Im Do Q 1 g ${tested}`],
    ["white on a thick line", `40 w 0 0 0.5 RG 60 660 m 260 660 l S 1 g ${tested}`],
    ["white on a pale box", `0.9 g 60 640 200 40 re f 1 g ${tested}`],
    ["white with black outlines", `1 g BT 2 Tr ET ${tested}`],
    ["grey, hardly to be seen", `0.9 g ${tested}`],
    ["faint, hardly to be seen", `q /Faint gs ${tested} Q`],
    ["black on a grey box painted before", `0.8 g 60 640 200 40 re f 0 g ${tested}`],
    ["under a highlighter", `${tested} q /Multiply gs 1 1 0 rg 60 650 80 24 re f Q`],
    ["under glass", `${tested} q /Half gs 1 g 60 650 80 24 re f Q`],
    ["under a frame", `${tested} 1 g 50 640 100 44 re 60 650 80 24 re f*`],
    ["under a picture with a mask", `${tested} q 80 0 0 24 60 650 cm /Sheer Do Q`],
    ["beside a box painted later", `${tested} 1 g 60 630 200 24 re f`],
    ["under a box that a clip leaves nothing of", `${tested} q 0 0 50 50 re W n 1 g 60 650 80 24 re f Q`],
    ["under a box in a layer that is off", `${tested} /OC /Off BDC 1 g 60 650 80 24 re f EMC`],
    ["in a layer that is on", `/OC /On BDC ${tested} EMC`],
    ["behind a layer that is off", `/OC /Off BDC 1 g EMC 0 g ${tested}`],
    ["in the invisible mode over a picture", `q 200 0 0 40 60 640 cm /Im Do Q BT 3 Tr ET ${tested}`],
    ["black over a white halo", `1 g ${tested} 1 G BT 1 Tr ET ${tested} 0 g BT 0 Tr ET ${tested}`],
    ["under a picture of the whole page, which a program has read", `${tested} q 595 0 0 842 0 0 cm /Im Do Q ${Array.from({ length: 24 }, (_, i) => words("更新目录", 70, 600 - 20 * i, 12)).join("")}`],
  ])("%s", async (_, content) => {
    const { text, said } = await seenIn(content);
    expect(text).toMatch(/^七月底前/u);
    expect(said).toEqual([]);
  });
});

describe("letters that are drawings of their own (Type 3)", () => {
  const square = (head: string): Buffer => stream(`${head} 0 0 700 700 re f`);
  function drawn(head: string, color: string): Uint8Array {
    const font = "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 800 800] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 65 /LastChar 66 /Widths [800 800] /Encoding << /Differences [65 /A /B] >> /CharProcs << /A 5 0 R /B 6 0 R >> /Resources << >> >>";
    return onePage({ fonts: `/F1 ${song} /F3 ${font}` }, stream(`${kept} ${color} BT /F3 12 Tf 1 0 0 1 70 660 Tm (ABBA) Tj ET`), square(head), square("800 0 0 0 800 800 d1"));
  }
  const shape = "800 0 0 0 800 800 d1";

  test.each([
    ["white shapes", shape, "1 g", "", "pdf/hidden-text"],
    ["black shapes", shape, "0 g", "ABBA", undefined],
    ["drawings in colours of their own", "800 0 d0 0 0 1 rg", "1 g", "ABBA", undefined],
  ])("%s", async (_, head, color, seen, code) => {
    const { document, context } = await readFile(drawn(head, color));
    expect(document?.text.includes("ABBA")).toBe(seen !== "");
    expect(context.diagnostics.map((said) => said.code).find((said) => said === "pdf/hidden-text")).toBe(code);
  });
});

describe("words that are cut", () => {
  test("by a clip: what is seen is read, and the rest is said", async () => {
    const { document, context } = await readFile(page(`${kept} q 60 640 40 60 re W n ${words("完成改造三十个", 70, 660, 12)} Q`));
    expect(document?.text).toBe("完善目录，接受监督。\n完成改");
    expect(context.diagnostics.map(({ code, severity, params, actual, place }) => [code, severity, params, actual, place])).toEqual([
      ["pdf/cut-text", "warning", { page: "1", count: "4" }, "完成改造三十个", [{ source: 0, kind: "page", page: 1, bbox: [70, 171.44, 106, 183.44] }]],
    ]);
  });

  test("by the edge of the paper, one string a character", async () => {
    const { text, said } = await seenIn(`${kept} ${Array.from("完成改造三十个", (character, i) => words(character, 560 + 12 * i, 660, 12)).join("")}`);
    expect(text).toBe("完善目录，接受监督。 完成改");
    expect(said).toEqual([["pdf/cut-text", "4", "完成改造三十个"]]);
  });

  test("blanks that are cut are no words", async () => {
    expect((await seenIn(`${kept} q 60 640 50 60 re W n ${words("完成改   ", 70, 660, 12)} Q`)).said).toEqual([]);
  });
});

describe("type drawn twice", () => {
  const latin = (text: string, x: number, y: number, shift = 0): string => [0, shift].slice(0, shift === 0 ? 1 : 2).map((by) => `BT /F2 12 Tf 1 0 0 1 ${x + by} ${y} Tm (${text}) Tj ET`).join(" ");
  const helvetica = (content: string): Uint8Array => onePage({ fonts: "/F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>" }, stream(content));
  const narrow = "bill illinois allll//ii::jj skill ||| '' ;; ,, ........ \\205\\205\\205";

  test("narrow letters and leaders side by side are letters of their own", async () => {
    const { document, context } = await readFile(helvetica(latin(narrow, 70, 700)));
    expect(document?.text).toBe(narrow.replaceAll("\\205", "…"));
    expect(context.diagnostics).toEqual([]);
  });

  test.each([0.01, 0.2, 0.4, 0.6, -0.4])("the same moved by %s points is one", async (shift) => {
    const { document } = await readFile(helvetica(latin(narrow, 70, 700, shift)));
    expect(document?.text).toBe(narrow.replaceAll("\\205", "…"));
  });
});
