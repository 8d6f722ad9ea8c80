/** Watermarks and seals over words, and words that a line strikes through. */
import { describe, expect, test } from "vitest";
import { parseNotice } from "../../../src/index.ts";
import { grid, line, makePdf, words } from "./make.ts";
import { onePage, stream } from "./objects.ts";
import { codesOf, outline, readFile } from "./reading.ts";

const xs = [50, 90, 330, 460, 545];
const rows = [
  ["序号", "工作任务", "责任单位", "完成时限"],
  ["1", "建成政务服务平台。", "市数据资源局", "6月底前"],
  ["2", "完成老旧小区改造30个。", "市住房城乡建设局", "9月底前"],
  ["3", "新建口袋公园12处。", "市城市管理局", "11月底前"],
];
const table = grid(xs, [500, 550, 600, 650, 700]) + rows.map((row, r) => row.map((text, c) => words(text, xs[c]! + 4, 688 - 50 * r)).join("")).join("");
const title = words("某某市2021年重点工作任务分解表", 160, 770, 16);
const sheet = title + table;

async function blocksOf(content: string | readonly string[]): Promise<{ plain: string[]; aside: string[]; codes: string[] }> {
  const { document, context } = await readFile(makePdf(typeof content === "string" ? [content] : content));
  if (document === null) throw new Error("nothing read");
  const lines = outline(document);
  return { plain: lines.filter((text) => !text.startsWith("(")), aside: lines.filter((text) => text.startsWith("(")), codes: codesOf(context) };
}

/** Words at an angle, in degrees. */
function turned(text: string, x: number, y: number, size: number, degrees: number): string {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return words(text, x, y, size).replace(`1 0 0 1 ${x} ${y} Tm`, `${cos.toFixed(4)} ${sin.toFixed(4)} ${(-sin).toFixed(4)} ${cos.toFixed(4)} ${x} ${y} Tm`);
}

const tiles = (text: string, size: number): string => Array.from({ length: 40 }, (_, i) => words(text, 20 + 137 * (i % 5), 40 + 95 * Math.floor(i / 5), size)).join("");
const circle = Array.from("某某市人民政府办公室专用章", (character, i) => turned(character, 400 + 50 * Math.cos(i / 2), 480 + 50 * Math.sin(i / 2), 12, Math.round((i / 2) * 57.3) - 90)).join("");

describe("watermarks", () => {
  test.each([
    ["large and grey, four times", `q 0.85 g ${[0, 1, 2, 3].map((i) => words("内部资料", 120 + 60 * i, 660 - 45 * i, 30)).join("")} Q`, "内部资料"],
    ["large and grey, one letter a string", `q 0.8 g ${Array.from("内部资料", (character, i) => words(character, 100 + 60 * i, 580, 50)).join("")} Q`, "内部资料"],
    ["large, in black", words("DRAFT", 60, 590, 90), "DRAFT"],
    ["in the header of the table", `q 0.75 g ${words("征求意见稿", 250, 655, 40)} Q`, "征求意见稿"],
    ["before the words", "", "内部资料"],
    ["small tiles all over the page", `q 0.8 g ${tiles("某某市政府", 10)} Q`, "某某市政府"],
    ["small tiles on a part of the page, few on words", `q 0.85 g ${[0, 1, 2, 3, 4, 5, 6, 7].map((i) => words("某某市政府", 101 + 170 * (i % 2), 640 - 60 * Math.floor(i / 2) - (i > 1 ? 200 : 0), 10)).join("")} Q`, "某某市政府"],
    ["large and faint, over nothing", `q 0.9 g ${words("送审样稿", 180, 300, 54)} Q`, "送审样稿"],
    ["small tiles in pale red", `q 1 0.7 0.7 rg ${tiles("内部资料", 9)} Q`, "内部资料"],
    ["turned by 45 degrees", `q 0.8 g ${turned("征求意见稿", 120, 480, 50, 45)} Q`, "征"],
    ["turned by 30 degrees, in black", turned("内部资料", 120, 480, 30, 30), "内"],
  ])("%s", async (name, mark, text) => {
    const content = name === "before the words" ? `q 0.85 g ${words("内部资料", 80, 610, 60)} Q ${sheet}` : sheet + mark;
    const { plain, aside, codes } = await blocksOf(content);
    expect(plain).toEqual((await blocksOf(sheet)).plain);
    expect(aside.join(" ")).toMatch(new RegExp(`\\(page:watermark\\) ${text}`, "u"));
    expect(codes).toEqual([]);
  });

  test("of one page is known on the next, where it lies on nothing", async () => {
    const mark = `q 0.85 g ${words("内部资料", 250, 300, 60)} Q`;
    const { plain, aside } = await blocksOf([sheet + words("说明：本表由市政府办公室制定。", 240, 320, 12) + mark, `${words("附则：各单位认真落实。", 70, 700, 12)}${words("主动接受监督。", 70, 670, 12)}${mark}`]);
    expect(plain.join("")).not.toContain("内部资料");
    expect(aside).toEqual(["(page:watermark) 内部资料", "(page:watermark) 内部资料"]);
  });

  test("a seal over the name of the office", async () => {
    const office = words("某某市人民政府办公室", 360, 480, 12) + words("2021年3月5日", 380, 450, 12);
    const seal = `q 1 0 0 rg ${circle} ${words("专用章", 385, 476, 14)} Q`;
    const { plain, aside } = await blocksOf(title + office + seal);
    expect(plain).toEqual((await blocksOf(title + office)).plain);
    expect(aside.join(" ")).toContain("(page:seal) 专用章");
  });
});

describe("words that are no watermark", () => {
  test.each([
    ["a large pale title over nothing", `q 0.5 0.6 0.9 rg ${words("重点工作", 200, 790, 30)} Q${table}`],
    ["a red head of the letter", `q 0.9 0 0 rg ${words("某某市人民政府文件", 150, 780, 30)} Q${line(60, 765, 540, 765)}${table}`],
    ["pale words in cells, again and again", `${grid(xs, [500, 550, 600, 650, 700])}${rows.map((row, r) => row.map((text, c) => (c === 2 && r > 0 ? `q 0.7 g ${words("待定", xs[c]! + 4, 688 - 50 * r)} Q` : words(text, xs[c]! + 4, 688 - 50 * r))).join("")).join("")}`],
    ["red words among black ones", `${sheet}q 1 0 0 rg ${words("（2021年新增）", 94, 520, 10)} Q`],
    ["a page of pale words", `q 0.6 g ${sheet} Q`],
  ])("%s", async (_, content) => {
    expect((await blocksOf(content)).aside).toEqual([]);
  });

  test("a title and a head stay in the notice", async () => {
    const { notice, tasks } = await parseNotice({ name: "a.pdf", bytes: makePdf([`q 0.9 0 0 rg ${title} Q${table}`]) });
    expect([notice.title, tasks.length]).toEqual(["某某市2021年重点工作任务分解表", 3]);
  });
});

const struckWord = words("市财政局", 334, 620);
const strike = (y: number, from = 334, to = 374): string => `0.5 w ${line(from, y, to, y)}`;

describe("words that are struck through", () => {
  test.each([
    ["by a line", strike(623.5)],
    ["by a thin box", "334 623 40 0.7 re f"],
    ["by two lines", strike(622.6) + strike(624.4)],
    ["by a line a character", [334, 344, 354, 364].map((x) => strike(623.2, x, x + 10)).join("")],
    ["by a line that goes a little further", strike(623, 331, 378)],
    ["by a red line", `1 0 0 RG ${strike(623.8)} 0 G`],
  ])("%s", async (_, mark) => {
    const { document, context } = await readFile(makePdf([sheet + struckWord + mark]));
    expect(document === null ? [] : outline(document).filter((text) => text.startsWith("("))).toEqual(["(page:struck) 市财政局"]);
    expect(context.diagnostics.map(({ code, params, actual }) => [code, params, actual])).toEqual([["pdf/struck-text", { page: "1", count: "4" }, "市财政局"]]);
  });

  test("are no unit of the task, and tell their place", async () => {
    const { tasks, diagnostics } = await parseNotice({ name: "a.pdf", bytes: makePdf([sheet + struckWord + strike(623.5)]) });
    expect(tasks[0]?.assignment.responsible.map(({ text }) => text)).toEqual(["市数据资源局"]);
    expect(diagnostics.find(({ code }) => code === "pdf/struck-text")?.place).toEqual([{ source: 0, kind: "page", page: 1, bbox: [334, 213.2, 374, 223.2] }]);
  });

  test("by an annotation", async () => {
    const annotation = (subtype: string, more = ""): string => `<< /Type /Annot /Subtype /${subtype} /Rect [90 690 160 715] ${more} /QuadPoints [94 712 142 712 94 698 142 698] >>`;
    const file = (subtype: string, more = ""): Uint8Array => {
      const bytes = Buffer.from(onePage({ more: `>> /Annots [${annotation(subtype, more)}] /Unused <<` }, stream(words("市财政局市数据资源局", 94, 700, 12)))).toString("latin1");
      return new Uint8Array(Buffer.from(bytes, "latin1"));
    };
    const struck = await readFile(file("StrikeOut"));
    expect(struck.document === null ? [] : outline(struck.document)).toEqual(["市数据资源局", "(page:struck) 市财政局"]);
    for (const [subtype, more] of [["StrikeOut", "/F 2"], ["Highlight", ""], ["Underline", ""]] as const) {
      const { document } = await readFile(file(subtype, more));
      expect(document?.text).toBe("市财政局市数据资源局");
    }
  });
});

test.each([
  ["an underline", strike(618)],
  ["an underline close to the words", strike(619.2)],
  ["a line above", strike(630)],
  ["a line of the table that the words have run into", line(330, 624, 460, 624)],
  ["a line between two words", strike(624, 376, 400)],
  ["a line down through them", line(354, 615, 354, 632)],
  ["a box around them", "332 617 44 14 re S"],
  ["a check box beside them", "376 619 8 8 re S"],
])("%s is no strike", async (_, mark) => {
  const { document, context } = await readFile(makePdf([sheet + struckWord + mark]));
  expect(document?.text.replace(/\s/gu, "")).toContain("市财政局");
  expect(codesOf(context)).not.toContain("pdf/struck-text");
});
