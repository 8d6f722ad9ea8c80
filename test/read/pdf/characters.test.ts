/** What a code of a font stands for: repaired Western letters, symbols, glyph numbers, codes without a character, words that the file gives. */
import { describe, expect, test } from "vitest";
import { makePdf, words } from "./make.ts";
import { onePage, song, stream } from "./objects.ts";
import { codesOf, readFile } from "./reading.ts";

const hex = (codes: readonly number[]): string => `<${codes.map((code) => code.toString(16).padStart(4, "0")).join("")}>`;
const codesIn = (text: string, offset = 0): number[] => [...text].map((character) => character.charCodeAt(0) - offset);
const shown = (font: string, x: number, y: number, string: string, size = 12): string => `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm ${string} Tj ET\n`;
const bytes = (codes: readonly number[]): string => `<${codes.map((code) => code.toString(16).padStart(2, "0")).join("")}>`;

const western = "<< /Type /Font /Subtype /TrueType /BaseFont /Arial /Encoding /WinAnsiEncoding >>";
const numbered = (name: string): string => `<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+${name} /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 >>] >>`;

/** A page of strings in a font of the given dictionary, F2, beside Chinese words in F1. */
function page(font: string, content: string, ...objects: (string | Buffer)[]): Uint8Array {
  return onePage({ fonts: `/F1 ${song} /F2 ${font}` }, stream(content), ...objects);
}

async function textOf(file: Uint8Array): Promise<{ text: string; codes: string[] }> {
  const { document, context } = await readFile(file);
  return { text: document?.text ?? "", codes: codesOf(context) };
}

describe("bytes of GB 18030 that a Western font shows as letters", () => {
  const gbk = [0xd0, 0xf2, 0xba, 0xc5, 0xb9, 0xa4, 0xd7, 0xf7, 0xc8, 0xce, 0xce, 0xf1];

  test("are restored where they are common characters", async () => {
    expect(await textOf(page(western, shown("F2", 72, 700, bytes(gbk))))).toEqual({ text: "序号工作任务", codes: ["pdf/repaired-encoding"] });
  });

  test.each([
    ["middle dots", "·········"],
    ["an ellipsis of dots in a formula", "(v1, ··· , vn)"],
    ["Icelandic letters", "ÞÆÐÖÁÍ"],
    ["accents in capitals", "ÉÈÊËÀÂÇÉÈÊË"],
  ])("are not found in %s", async (_, text) => {
    expect(await textOf(page(western, shown("F2", 72, 700, bytes(codesIn(text)))))).toEqual({ text, codes: [] });
  });

  test("a name keeps its dot", async () => {
    const content = words("古丽", 72, 700, 12) + shown("F2", 96, 700, bytes([0xb7])) + words("买买提", 100, 700, 12);
    expect((await textOf(page(western, content))).text).toBe("古丽·买买提");
  });
});

describe("symbol fonts", () => {
  const symbols = (name: string, more = ""): string => `<< /Type /Font /Subtype /TrueType /BaseFont /${name} ${more}>>`;

  test.each([
    ["Wingdings", [0xfe, 0xa8, 0x6c, 0xd8, 0x75], "☑□●➢◆"],
    ["Wingdings-Regular", [0xfd, 0x6e], "☒■"],
    ["ABCDEF+Wingdings2", [0x52, 0xa3, 0x54], "☑□☒"],
    ["Webdings", [0x61, 0x63], "✔□"],
    ["SymbolMT", [0xd6, 0xb3], "√≥"],
  ])("%s is its characters", async (name, codes, text) => {
    const content = codes.map((code, i) => shown("F2", 72 + 20 * i, 700, bytes([code]))).join("");
    const read = await textOf(page(symbols(name), content + words("是", 72, 650)));
    expect(read.text.replaceAll(" ", "")).toBe(`${text}\n是`);
    expect(read.codes).toEqual([]);
  });

  test("a code of the private use area is read as well, and a right character is left alone", async () => {
    const map = (code: string, to: string): Buffer => stream(`/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <${code}> <${to}> endbfchar endcmap end end`);
    const file = (to: string): Uint8Array => page(symbols("Wingdings", "/ToUnicode 5 0 R "), shown("F2", 72, 700, "<fe>"), map("fe", to));
    expect((await textOf(file("f0fe"))).text).toBe("☑");
    expect((await textOf(file("2713"))).text).toBe("✓");
  });
});

describe("glyph numbers taken for characters", () => {
  const text = "各县区人民政府要加强组织领导落实工作责任确保按时完成全年建设任务";

  test.each([["SimSun", 0x49d0], ["FangSong", 0x4c31], ["KaiTi", 0x4db5]])("are undone where one offset makes common characters of them (%s)", async (name, offset) => {
    expect(await textOf(page(numbered(name), shown("F2", 20, 700, hex(codesIn(text, offset)))))).toEqual({ text, codes: ["pdf/restored-numbers"] });
  });

  test("are said to be unknown where the order of the font cannot be proven", async () => {
    const mixed = codesIn(text, 0x49d0).map((code, i) => code - 37 * i);
    const { document, context } = await readFile(page(numbered("SimSun"), shown("F2", 20, 700, hex(mixed)) + words("附件", 20, 650)));
    expect(document?.text).toBe(`${"\ufffd".repeat(text.length)}\n附件`);
    expect(codesOf(context)).toEqual(["pdf/no-mapping"]);
  });

  test("are said to be unknown when they are small: letters as wide as ideographs, control characters", async () => {
    expect((await textOf(page(numbered("FZXBSJW"), shown("F2", 20, 700, hex([1, 2, 3, 40, 41, 66, 67, 90])) + words("附件", 20, 650)))).text).toBe(`${"\ufffd".repeat(8)}\n附件`);
  });

  test.each([
    ["Russian", "Указ президента российской федерации"],
    ["Greek beside Chinese", "系数αβγδε按表执行"],
    ["rare Chinese characters", "圳埗壆堃垚鑫淼焱犇骉骎"],
  ])("are not seen in %s", async (_, words_) => {
    expect(await textOf(makePdf([words(words_.replaceAll(" ", ""), 20, 700)]))).toMatchObject({ codes: [] });
  });
});

describe("codes that the map of a font leaves out", () => {
  const map = stream("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def 1 begincodespacerange <0000> <ffff> endcodespacerange 3 beginbfchar <0005> <6708> <0006> <524d> <0007> <0000> endbfchar endcmap end end");
  const font = numbered("FZXBSJW").replace("/DescendantFonts", "/ToUnicode 5 0 R /DescendantFonts");

  test("are unknown characters, and so is U+0000", async () => {
    const { document, context } = await readFile(page(font, shown("F2", 72, 700, hex([0x12, 5, 0x2b, 6, 5, 6, 7])), map));
    expect(document?.text).toBe("\ufffd月\ufffd前月前\ufffd");
    expect(context.diagnostics.map(({ code, params }) => [code, params["count"]])).toEqual([["pdf/no-mapping", "3"]]);
  });

  test("are the words that the file gives for them", async () => {
    const content = `/Span << /ActualText <feff0039670853e5524d> >> BDC ${shown("F2", 72, 700, hex([0x12, 5, 0x2b, 6]))} EMC`;
    expect(await textOf(page(font, content, map))).toEqual({ text: "9月句前", codes: [] });
  });
});

describe("words that a file gives for what it draws", () => {
  const given = (words16: string, drawn: string): Promise<{ text: string; codes: string[] }> => textOf(page(western, `/Span << /ActualText ${words16} >> BDC ${drawn} EMC`));

  test("name the properties of the page as well", async () => {
    const content = `/Span /P0 BDC ${shown("F2", 72, 700, "(\\037)")} EMC`;
    const file = onePage({ fonts: `/F1 ${song} /F2 ${numbered("FZXBSJW")}`, more: "/Properties << /P0 << /ActualText (A) >> >>" }, stream(content.replace("(\\037)", "<0012>")));
    expect((await textOf(file)).text).toBe("A");
  });

  test("drop a hyphen that only a line end draws", async () => {
    expect(await given("<feff00ad>", shown("F2", 72, 700, "(-)") + shown("F2", 76, 700, "(a)"))).toEqual({ text: "-a", codes: ["pdf/other-actual-text"] });
    expect((await given("<feff>", shown("F2", 72, 700, "(-)"))).text).toBe("");
  });

  test("do not put others in the place of well-mapped ones, and that is said", async () => {
    const content = `/Span << /ActualText <feff5341670852e0524d> >> BDC ${words("九月底前", 72, 700)} EMC`;
    expect(await textOf(page(western, content))).toEqual({ text: "九月底前", codes: ["pdf/other-actual-text"] });
  });

  test("are silent about radicals that stand for their characters", async () => {
    const map = stream("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfchar <0005> <2f3e> endbfchar endcmap end end");
    const content = `/Span << /ActualText <feff6237> >> BDC ${shown("F2", 72, 700, hex([5]))} EMC`;
    expect(await textOf(page(numbered("Song").replace("/DescendantFonts", "/ToUnicode 5 0 R /DescendantFonts"), content, map))).toEqual({ text: "户", codes: [] });
  });

  test("are silent where they say what is drawn", async () => {
    const content = `/Span << /ActualText <feff4e5d67085e95524d> >> BDC ${words("九月底前", 72, 700)} EMC`;
    expect(await textOf(page(western, content))).toEqual({ text: "九月底前", codes: [] });
  });
});
