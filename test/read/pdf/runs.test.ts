/** Strings and cells: words that run over a line stay with their cell, a row drawn as one string is cut at the lines. */
import { describe, expect, test } from "vitest";
import { grid, makePdf, words } from "./make.ts";
import { readFile, slotsOf, tablesOf } from "./reading.ts";

const [xs, ys] = [[60, 160, 260, 360], [600, 640, 680, 720]] as const;
const hex = (text: string): string => `<${[...text].map((character) => character.charCodeAt(0).toString(16).padStart(4, "0")).join("")}>`;
const head = words("事项", 64, 700) + words("单位", 164, 700) + words("时限", 264, 700);

async function slots(content: string): Promise<string[][]> {
  const { document } = await readFile(makePdf([grid(xs, ys) + head + content]));
  const table = document === null ? undefined : tablesOf(document)[0];
  return document === null || table === undefined ? [] : slotsOf(document, table).slice(1);
}

describe("a string over a line", () => {
  test("stays whole with the cell in which it begins, and the words beneath it with theirs", async () => {
    const rows = await slots(words("修缮东溪村三座石桥并加固护坡", 64, 660) + words("市水务局", 164, 660) + words("六月底前", 264, 660));
    expect(rows[0]).toEqual(["修缮东溪村三座石桥并加固护坡", "市水务局", "六月底前"]);
  });

  test("stays with the cell in which it ends when it is set flush right", async () => {
    expect((await slots(words("甲", 64, 660) + words("市水务局会同市林业局共同办理", 217, 660)))[0]).toEqual(["甲", "", "市水务局会同市林业局共同办理"]);
  });

  test("stays with the middle cell when it is centred there", async () => {
    expect((await slots(words("市水务局会同市林业局共同", 150, 660)))[0]).toEqual(["", "市水务局会同市林业局共同", ""]);
  });

  test("stays with its cell where it leaves the table", async () => {
    expect((await slots(words("六月底前完成并报送总结材料", 264, 660)))[0]).toEqual(["", "", "六月底前完成并报送总结材料"]);
  });

  test("in letters that stand apart is still one", async () => {
    const spaced = `BT /F1 10 Tf 3 Tc 1 0 0 1 64 660 Tm ${hex("修缮石桥并加固护坡")} Tj ET\n`;
    expect((await slots(spaced + words("市水务局", 164, 660)))[0]).toEqual(["修缮石桥并加固护坡", "市水务局", ""]);
  });
});

describe("a row drawn as one string", () => {
  test("is cut where it jumps over a line", async () => {
    const row = `BT /F1 10 Tf 1 0 0 1 64 660 Tm [${hex("修缮石桥")} -6000 ${hex("市水务局")} -6000 ${hex("六月底前")}] TJ ET\n`;
    expect((await slots(row))[0]).toEqual(["修缮石桥", "市水务局", "六月底前"]);
  });

  test("of single characters as well, and by a small jump", async () => {
    const row = `BT /F1 10 Tf 1 0 0 1 148 660 Tm [${hex("甲")} -400 ${hex("乙")}] TJ ET\n`;
    expect((await slots(row))[0]).toEqual(["甲", "乙", ""]);
  });

  test("is cut where blanks fill the jump", async () => {
    const row = `BT /F1 10 Tf 1 0 0 1 64 660 Tm ${hex("修缮石桥      市水务局      六月底前")} Tj ET\n`;
    expect((await slots(row))[0]).toEqual(["修缮石桥", "市水务局", "六月底前"]);
  });
});

test("strings that lie over one another are read one after the other", async () => {
  const { document } = await readFile(makePdf([words("甲乙丙丁戊己", 100, 700) + words("一二三四五六", 133, 700)]));
  expect(document?.text).toBe("甲乙丙丁戊己一二三四五六");
});

test("a string drawn into the gap of another keeps its place", async () => {
  const gap = `BT /F1 10 Tf 1 0 0 1 100 700 Tm [${hex("共")} -2000 ${hex("项任务")}] TJ ET\n`;
  const { document } = await readFile(makePdf([gap + words("十二", 110, 700)]));
  expect(document?.text).toBe("共十二项任务");
});
