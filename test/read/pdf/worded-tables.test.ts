/** Tables without any line whose cells hold words, and what stands in columns and is no table. */
import { describe, expect, test } from "vitest";
import { grid, line, makePdf, words } from "./make.ts";
import { readFile, slotsOf, tablesOf } from "./reading.ts";

const size = 10;
type Row = readonly (string | readonly string[])[];

/** Rows with a stripe of white below each; a cell is one line or several. */
function rows(table: readonly Row[], xs: readonly number[], top: number, leading = 12, stripe = 8): string {
  let y = top;
  return table
    .map((cells) => {
      const lines = cells.map((cell) => (typeof cell === "string" ? [cell] : cell));
      const drawn = lines.map((cell, column) => cell.map((text, i) => (text === "" ? "" : words(text, xs[column] ?? 0, y - i * leading, size))).join("")).join("");
      y -= (Math.max(...lines.map(({ length }) => length)) - 1) * leading + size + stripe;
      return drawn;
    })
    .join("");
}

const lines = (texts: readonly string[], x: number, top: number, leading = 16): string => texts.map((text, i) => words(text, x, top - i * leading, size)).join("");

async function tables(content: string): Promise<string[][][]> {
  const { document } = await readFile(makePdf([content]));
  if (document === null) throw new Error("nothing read");
  return tablesOf(document).map((table) => slotsOf(document, table).map((row) => [...row]));
}

const xs = [80, 140, 330, 460];
const head: Row = ["编号", "要做的事", "谁来做", "何时"];
const body: readonly Row[] = [
  ["1", ["修缮东溪村三座石桥，加固河堤，", "清理河道。"], "水务所", "6月底前"],
  ["2", "新建两处口袋公园。", ["林业站、城建", "办"], "9月底前"],
  ["3", ["改造老旧小区管网，完善照明，", "增设停车位，", "接受监督。"], "城建办", "12月底前"],
  ["4", "开展养老服务。", "民政办", ""],
];
const joined = (cell: Row[number] | undefined): string => (typeof cell === "string" ? cell : (cell ?? []).join(""));
const asRead = (table: readonly Row[]): string[][] => table.map((row) => xs.map((_, i) => joined(row[i])));
const after = lines(["　　各村要按照上述安排认真落实，按季报告进展，遇到问题及时请示，不得拖延，不得推诿，", "确保完成。"], 80, 400);

describe("a table without any line", () => {
  test("is read by its heads and the white between its columns", async () => {
    expect(await tables(rows([head, ...body], xs, 700) + after)).toEqual([asRead([head, ...body])]);
  });

  test("also with a line below its head, and in a frame", async () => {
    const content = rows([head, ...body], xs, 700) + line(70, 693, 520, 693);
    expect(await tables(content + after)).toEqual([asRead([head, ...body])]);
    expect(await tables(content + grid([70, 520], [520, 714]) + after)).toEqual([asRead([head, ...body])]);
  });

  test("with names instead of numbers", async () => {
    const named = ["东溪村", "西岭村", "南坪村", "北渡村"];
    const table = [head, ...body.map((row, i): Row => [named[i] ?? "", ...row.slice(1)])];
    expect(await tables(rows(table, xs, 700) + after)).toEqual([asRead(table)]);
  });

  test("keeps a column with a head and no words", async () => {
    const table: readonly Row[] = [["序号", "工作任务", "责任单位", "备注"], ["1", "修缮石桥", "水务所", ""], ["2", "新建公园", "林业站", ""], ["3", "改造管网", "城建办", ""]];
    expect(await tables(rows(table, xs, 700) + after)).toEqual([asRead(table)]);
    const inner = table.map(([number = "", task = "", unit = "", rest = ""]): Row => [number, task, rest, unit]);
    expect(await tables(rows(inner, xs, 700) + after)).toEqual([asRead(inner)]);
  });

  test("ends before sentences that run below its columns", async () => {
    const content = rows([["序号", "工作任务", "责任单位", "完成时限"], ...body], xs, 700) + lines(["　　各村要认真落实，按季报告，遇到问题及时请示，不得拖延。"], 80, 530);
    expect((await tables(content)).map((table) => table.length)).toEqual([5]);
  });
});

const sentence = ["各村要认真落实任务，按", "季报告进展，遇到问题及", "时请示，不得拖延，确保", "年底前全部完成，并接受", "群众监督。"];

describe("no table", () => {
  test.each([
    ["prose in two columns", lines(sentence, 80, 700) + lines(sentence, 320, 700)],
    ["prose in three columns", lines(sentence, 60, 700) + lines(sentence, 230, 700) + lines(sentence, 400, 700)],
    ["items with hanging numbers", ["一、", "二、", "三、", "四、"].map((label, i) => words(label, 80, 700 - i * 36) + lines(["修缮石桥，加固河堤，清理河道，完善照明设施，接受监督，", "按季报告。"], 110, 700 - i * 36)).join("")],
    ["contents with leaders", ["一、总体要求", "二、重点任务", "三、组织实施", "四、附则"].map((text, i) => words(`${text}${"…".repeat(20)}${i + 1}`, 80, 700 - i * 18)).join("")],
    ["contents without leaders", ["第一章", "第二章", "第三章", "第四章"].map((text, i) => words(text, 80, 700 - i * 18) + words("有关要求", 160, 700 - i * 18) + words(String(i + 3), 480, 700 - i * 18)).join("")],
    ["a block of signatures", rows([["甲方（盖章）", "乙方（盖章）", "丙方（盖章）"], ["代表签字", "代表签字", "代表签字"], ["2031年1月6日", "2031年1月6日", "2031年1月6日"]], [80, 240, 400], 700)],
    ["a form", rows([["姓名：", "性别：", "年龄："], ["住址：", "电话：", "邮编："], ["单位：", "职务：", "职称："], ["备注：", "日期：", "签字："]], [80, 240, 400], 700)],
    ["heads over prose", rows([["序号", "工作任务", "责任单位"]], [80, 240, 400], 700)],
    ["addresses", rows([["东溪村民委员会", "西岭村民委员会", "南坪村民委员会"], ["东溪路一号", "西岭路二号", "南坪路三号"], ["联系人张三", "联系人李四", "联系人王五"], ["收", "收", "收"]], [80, 240, 400], 700)],
    ["a list of names", rows([["张三", "李四", "王五", "赵六"], ["钱一", "孙二", "周七", "吴八"], ["郑九", "王十", "冯春", "陈夏"], ["褚秋", "卫冬", "蒋东", "沈西"]], [80, 180, 280, 380], 700)],
    ["a title in spaced letters above prose", words("通", 200, 720, 16) + words("知", 280, 720, 16) + words("书", 360, 720, 16) + lines(["　　各村要认真落实任务，按季报告进展，遇到问题及时请示，不得拖延。", "确保年底前全部完成，并接受群众监督，按期办结，不得推诿。"], 80, 690)],
    ["who gets copies", rows([["主送：各村", "抄送：各站所", "存档：办公室"], ["印发：党政办", "校对：张三", "份数：20份"]], [80, 240, 400], 700)],
  ])("%s", async (_, content) => {
    expect(await tables(content + after)).toEqual([]);
  });
});
