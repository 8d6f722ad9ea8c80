/** Figures that a program read in a picture without being sure are not stated. The pages are drawn, the engine needs no model: test/read/scan/paper.ts. */
import { describe, expect, test } from "vitest";
import { parseNotice } from "../../src/index.ts";
import type { ParseResult } from "../../src/model/notice.ts";
import { engineOf, Paper, scanOf, type Says } from "../read/scan/paper.ts";

const header = ["序号", "重点的任务", "责任单", "时限要求"] as const;
const lines = ["示例市二〇二一年政务公开重点工作任务分工表", ...header, "1", "建设全市政务服务大厅。", "市发展改革委", "2021年6月底前", "2", "公开行政许可的事项清单。", "市政务服务管理局", "2021年9月30日"] as const;
const [xs, ys] = [[30, 70, 250, 370, 560], [60, 90, 120, 150]];

function sheet(): Paper {
  const paper = new Paper(600, 240).words(lines[0].length, 60, 20).grid(xs, ys);
  for (const [i, line] of lines.slice(1).entries()) paper.words(line.length, (xs[i % 4] ?? 0) + 6, (ys[Math.floor(i / 4)] ?? 0) + 9);
  return paper;
}

/** Lines by their length, two of which are alike: the digits are told apart by what is asked. */
async function readWith(says: (text: string, line: string, at: number) => Says | null): Promise<ParseResult> {
  let numbers = 0;
  const engine = engineOf(lines, says);
  const read: typeof engine.read = async (images) => {
    const [characters = []] = await engine.read(images);
    const isNumber = characters.length === 1;
    if (isNumber) numbers++;
    return [isNumber ? characters.map((one) => ({ ...one, text: String(numbers) })) : characters];
  };
  return parseNotice({ name: "scan.pdf", bytes: scanOf(sheet()) }, { ocr: { ...engine, read } });
}

test("what is sure is stated", async () => {
  const { tasks, diagnostics } = await readWith(() => ({}));
  expect(tasks.map(({ number, due }) => [number, due])).toEqual([["1", "2021-06-30"], ["2", "2021-09-30"]]);
  expect(diagnostics.filter(({ code }) => code.startsWith("ocr/")).map(({ code }) => code)).toEqual(["ocr/page-read"]);
});

describe("a doubtful figure", () => {
  test("of a date leaves it open, with both readings", async () => {
    const { tasks } = await readWith((text, line) => (text === "6" && line === "2021年6月底前" ? { probability: 0.85, other: { text: "8", probability: 0.1 } } : {}));
    const [deadline] = tasks[0]?.deadlines ?? [];
    expect([tasks[0]?.due, deadline?.due, deadline?.text]).toEqual([null, null, "2021年6月底前"]);
    expect(deadline?.alternatives).toEqual([{ due: "2021-06-30", rrule: null, reason: "recognised" }, { due: "2021-08-31", rrule: null, reason: "recognised" }]);
    expect(deadline?.warnings).toContain("recognised");
    expect(tasks[1]?.due).toBe("2021-09-30");
  });

  test("of a unit's name is mended by the tables, both spellings kept", async () => {
    const read = await parseNotice(
      { name: "scan.pdf", bytes: scanOf(sheet()) },
      { ocr: engineOf(lines.map((line) => (line === "市发展改革委" ? "市发展攻革委" : line)), (text) => (text === "攻" ? { probability: 0.55, other: { text: "改", probability: 0.4 } } : {})) },
    );
    const { responsible, lead } = read.tasks[0]?.assignment ?? { responsible: [], lead: [] };
    const [unit] = [...lead, ...responsible];
    expect([unit?.text, unit?.function !== null]).toEqual(["市发展攻革委", true]);
    expect(read.diagnostics.find(({ code }) => code === "ocr/unit-spelling")).toMatchObject({ actual: "市发展攻革委", params: { other: "市发展改革委" } });
  });
});

describe("a doubtful running number", () => {
  test("is taken where its neighbours say the same", async () => {
    const { tasks } = await readWith((_, line) => (line.length === 1 ? { probability: 0.7, other: null } : {}));
    expect(tasks.map(({ number }) => number)).toEqual([null, "2"]);
  });
});
