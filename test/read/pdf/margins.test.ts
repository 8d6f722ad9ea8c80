/** Words along the edges of a page, and cells written from top to bottom. */
import { describe, expect, test } from "vitest";
import { grid, makePdf, words } from "./make.ts";
import { readFile, slotsOf, tablesOf } from "./reading.ts";

const body = words("一、修缮东溪村三座石桥，由市水务局负责。", 80, 700) + words("二、新建口袋公园。", 80, 680);
const column = (text: string, x: number, y: number, pitch: number): string => [...text].map((character, i) => words(character, x, y - i * pitch)).join("");

async function open(content: string): Promise<{ text: string; furniture: string[] }> {
  const { document } = await readFile(makePdf([content]));
  if (document === null) throw new Error("nothing read");
  const furniture = document.blocks.filter((block) => block.kind === "furniture");
  return { text: document.blocks.filter(({ kind }) => kind !== "furniture").map(({ span }) => document.text.slice(span.start, span.end)).join("\n"), furniture: [...new Set(furniture.map(({ rule }) => rule))] };
}

describe("along the edge", () => {
  const plain = "一、修缮东溪村三座石桥，由市水务局负责。\n二、新建口袋公园。";

  test.each([
    ["a binding line", column("┊┊装┊┊┊订┊┊┊线┊┊", 20, 760, 12)],
    ["one with its letters on the dots", column("┊┊┊┊┊┊┊┊", 20, 760, 10) + column("装订线", 19, 750, 20)],
    ["one at the right", column("装……订……线", 570, 760, 12)],
  ])("%s is furniture, beside whatever lines it stands", async (_, edge) => {
    expect(await open(edge + body)).toEqual({ text: plain, furniture: ["page:binding-line"] });
  });

  test("a turned code is furniture", async () => {
    const code = "BT /F1 8 Tf 0 1 -1 0 20 300 Tm <0032003000320031003000300033003400350036> Tj ET\n";
    expect(await open(code + body)).toEqual({ text: plain, furniture: ["page:side-code"] });
  });

  test.each([
    ["numbers of items", column("123", 50, 700, 20)],
    ["single letters", column("甲乙", 20, 700, 20)],
  ])("%s are words of the text", async (_, edge) => {
    expect((await open(edge + body)).furniture).toEqual([]);
  });
});

describe("a cell written from top to bottom", () => {
  async function cell(content: string): Promise<string | undefined> {
    const { document } = await readFile(makePdf([grid([80, 140, 300], [500, 600, 700]) + words("事项", 150, 640) + words("石桥", 150, 540) + content]));
    const table = document === null ? undefined : tablesOf(document)[0];
    return document === null || table === undefined ? undefined : slotsOf(document, table)[0]?.[0];
  }

  test("has its columns from right to left", async () => {
    expect(await cell(column("修缮石桥护坡", 112, 685, 10) + column("新建公园步道", 97, 685, 10))).toBe("修缮石桥护坡新建公园步道");
  });

  test("also with letters a little apart, three columns, and a short last one", async () => {
    expect(await cell(column("修缮石桥", 122, 685, 14) + column("新建公园", 105, 685, 14) + column("步道", 88, 685, 14))).toBe("修缮石桥新建公园步道");
  });

  test("is not seen in lines that run across, however far their letters stand apart", async () => {
    const row = (text: string, y: number): string => [...text].map((character, i) => words(character, 90 + i * 20, y)).join("");
    expect((await cell(row("责任", 670) + row("单位", 658)))?.replaceAll(/[\s]/gu, "")).toBe("责任单位");
  });
});
