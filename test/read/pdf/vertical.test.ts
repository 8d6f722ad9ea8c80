/** Vertical text outside tables: columns are read one after the other, and columns of cells stay what they are. */
import { describe, expect, test } from "vitest";
import { grid, makePdf, words } from "./make.ts";
import { codesOf, readFile, tablesOf } from "./reading.ts";

const size = 10;
const [pitch, apart] = [12, 20];

/** One character under the other; a full-width blank leaves its place. */
const down = (text: string, x: number, y: number, step = pitch): string => [...text].map((character, i) => (character === "　" ? "" : words(character, x, y - i * step, size))).join("");
/** Columns drawn one after the other, to the left of each other. */
const columns = (texts: readonly string[], x: number, y: number, gap = apart): string => texts.map((text, i) => down(text, x - i * gap, y)).join("");
const level = (texts: readonly string[], x: number, y: number, step: number): string => texts.map((text, i) => words(text, x, y - i * step, size)).join("");

/** Characters half as wide. */
const narrow = (text: string, x: number, y: number): string => words(text, x, y, size).replace("Tf", "Tf 50 Tz").replace("ET", "100 Tz ET");

const body = ["　　各县区要完善公路养护", "制度，推进老旧小区改造，", "落实管护责任。", "　　市林业局负责古树名木", "保护，九月底前完成挂牌。"];
const read = ["各县区要完善公路养护制度，推进老旧小区改造，落实管护责任。", "市林业局负责古树名木保护，九月底前完成挂牌。"];

interface Shown {
  readonly text: readonly string[];
  readonly furniture: readonly string[];
  readonly codes: readonly string[];
  readonly tables: number;
}

async function open(pages: readonly string[], font = "UniGB-UCS2-H"): Promise<Shown> {
  const bytes = Buffer.from(makePdf(pages)).toString("latin1").replace("UniGB-UCS2-H", font);
  const { document, context } = await readFile(new Uint8Array(Buffer.from(bytes, "latin1")));
  if (document === null) throw new Error("nothing read");
  const shown = document.blocks.map((block) => ({ block, text: document.text.slice(block.span.start, block.span.end) }));
  return {
    text: shown.flatMap(({ block, text }) => (block.kind === "furniture" ? [] : [text])),
    furniture: shown.flatMap(({ block }) => (block.kind === "furniture" ? [block.rule] : [])),
    codes: codesOf(context),
    tables: tablesOf(document).length,
  };
}

const clean = { furniture: [], codes: [], tables: 0 };

describe("columns of upright characters", () => {
  test.each([
    ["from right to left", columns(body, 480, 760), read],
    ["in a frame", columns(body, 480, 760) + grid([370, 500], [600, 790]), read],
    ["with a line between them", columns(body, 480, 760) + grid([395, 415, 435, 455, 475, 495], [600, 790]), read],
    ["in two blocks, the right one first", columns(body, 480, 700) + columns(body, 300, 700), [...read, ...read]],
    ["in two blocks, the upper one first", columns(body, 480, 760) + columns(body, 480, 560), [...read, ...read]],
    ["below and above lines that run across", words("责任分工", 280, 800, 16) + columns(body, 480, 700) + words("市政府办公室印发", 80, 300), ["责任分工", ...read, "市政府办公室印发"]],
    ["as items that end with no mark", columns(["一、修桥市交通局", "二、护树市林业局", "三、改房市住建局"], 300, 700), ["一、修桥市交通局", "二、护树市林业局", "三、改房市住建局"]],
    ["from left to right, by their numbers", columns(["一、修桥市交通局", "二、护树市林业局", "三、改房市住建局"], 100, 700, -apart), ["一、修桥市交通局", "二、护树市林业局", "三、改房市住建局"]],
    ["from left to right, by their ends", columns(body, 100, 760, -apart), read],
    ["with two digits in one square", down("市林业局管护", 300, 700) + narrow("12", 300, 628) + down("处古树名木。", 300, 616), ["市林业局管护12处古树名木。"]],
  ])("%s", async (_, content, text) => {
    expect(await open([content])).toEqual({ ...clean, text });
  });

  test("go on from page to page, above the numbers of the pages", async () => {
    const first = [...body.slice(0, 3), "　　以上任务按季度报告进"];
    const pages = [columns(first, 480, 760) + words("— 1 —", 280, 40), columns(["展情况，年底前完成。"], 480, 760) + words("— 2 —", 280, 40)];
    expect(await open(pages)).toEqual({ ...clean, furniture: ["page:number"], text: [read[0], "以上任务按季度报告进展情况，年底前完成。"] });
  });

  test("beside lines that run across are read before them", async () => {
    const across = ["一、修缮东溪村三座石桥，由市水务局负责。", "二、新建口袋公园，由市林业局负责。"];
    expect(await open([down("重点任务分工方案", 80, 700, 16) + level(across, 120, 700, 20)])).toEqual({ ...clean, text: ["重点任务分工方案", ...across] });
  });

  test("in an order that nobody can know have a finding", async () => {
    const alike = ["各县区要完善公路养护制度", "推进老旧小区按时改造工作", "市林业局负责古树名木保护"];
    expect(await open([columns(alike, 100, 760, -apart)])).toMatchObject({ codes: ["pdf/column-order"], tables: 0 });
  });

  test("drawn across the columns are put together, with a finding", async () => {
    const scattered = Array.from({ length: pitch }, (_, row) => body.map((text, i) => (text[row] === undefined || text[row] === "　" ? "" : words(text[row], 480 - i * apart, 760 - row * pitch, size))).join("")).join("");
    expect(await open([scattered])).toEqual({ ...clean, text: read, codes: ["pdf/column-order"] });
  });
});

describe("a font that writes downwards", () => {
  test("has its columns in order", async () => {
    const lines = ["关于下达年度任务的通知", "各县区要完善公路养护制", "度，推进老旧小区改造。"];
    const content = lines.map((text, i) => words(text, 480 - i * apart, 760, size)).join("");
    expect((await open([content], "UniGB-UCS2-V")).text.join("")).toBe(lines.join(""));
  });

  test("keeps short columns behind long ones", async () => {
    const content = words("各县区要完善公路养护制度", 480, 760, size) + words("并按季报告。", 460, 760, size) + words("第二栏各县区要推进改造", 300, 760, size);
    expect((await open([content], "UniGB-UCS2-V")).text.join("")).toBe("各县区要完善公路养护制度并按季报告。第二栏各县区要推进改造");
  });
});

describe("a binding line beside the text is furniture", () => {
  const across = ["市水务局负责修缮石桥，按季报告进展。", "市林业局负责护树。"];

  test.each([
    ["three letters far apart", down("装", 64, 700) + down("订", 64, 450) + down("线", 64, 200)],
    ["letters and dots", down("┊┊┊┊┊装┊┊┊┊┊订┊┊┊┊┊线┊┊┊┊┊", 64, 700, 16)],
    ["at the right", down("┊┊┊装┊┊┊订┊┊┊线┊┊┊", 521, 700, 16)],
  ])("%s", async (_, line) => {
    expect(await open([line + level(across, 90, 690, 20)])).toEqual({ ...clean, text: across, furniture: ["page:binding-line"] });
  });
});

describe("columns of cells stay beside each other", () => {
  const places = ["甲地", "乙地", "丙地", "丁地", "戊地", "己地"];

  test.each([
    ["numbers", down("123456", 100, 700, 14) + level(places, 130, 700, 14), "1 甲地"],
    ["numerals", down("一二三四五六", 100, 700, 14) + level(places, 130, 700, 14), "一 甲地"],
    ["answers", down("是否是否是是", 300, 700, 15) + level(places, 130, 700, 15), "甲地 是"],
    ["names of one character", down("张王李赵周吴", 100, 700) + down("男女男男男男", 150, 700) + level(places, 200, 700, pitch), "张 男 甲地"],
    ["characters far apart, in all columns", down("张王李赵周吴", 100, 700, 18) + down("钱孙郑冯陈卫", 150, 700, 18), "张 钱"],
    ["letter-spaced words", [..."关于印发任务"].map((character, i) => words(character, 100 + i * 30, 700)).join("") + [..."实施方案通知"].map((character, i) => words(character, 100 + i * 30, 685)).join(""), "关 于 印 发 任 务"],
  ])("%s", async (_, content, first) => {
    const { text, codes } = await open([content]);
    expect(text[0]?.replaceAll(" ", "")).toBe(first.replaceAll(" ", ""));
    expect(codes).toEqual([]);
  });
});
