import { expect, test } from "vitest";
import { rows, merges, xlsx } from "./build.ts";
import { seen } from "./seen.ts";

const header = ["序号", "重点任务", "责任单位", "完成时限"];
const first = ["1", "修路", "市交通局", "6月底前"];
const second = ["2", "架桥", "市住建局", "年底前"];

async function blocksOf(lines: readonly (readonly string[])[], behind = ""): Promise<unknown> {
  return (await seen(xlsx({ sheets: [{ rows: rows(1, lines), behind }] }))).blocks;
}

test.each<[what: string, lines: readonly (readonly string[])[], expected: unknown]>([
  ["a title, a unit and a note are paragraphs", [["2023年重点任务分工表"], ["", "", "", "单位：万元"], header, first, second, ["注：按季度报送"]], ["2023年重点任务分工表", "单位：万元", [header, first, second], "注：按季度报送"]],
  ["labelled lines of several cells around the table are paragraphs", [["任务分工表"], ["填报单位：市政府办", "", "填报日期：2023年6月8日"], header, first, ["制表人：张三", "", "审核人：", "2023年6月"]], ["任务分工表", "填报单位：市政府办", "填报日期：2023年6月8日", [header, first], "制表人：张三", "审核人：", "2023年6月"]],
  ["a heading of one value inside the table stays in it", [header, ["一、交通"], first, ["二、城建"], second], [[header, ["一、交通", "", "", ""], first, ["二、城建", "", "", ""], second]]],
  ["an empty row inside a table parts nothing", [header, first, [], second], [[header, first, second]]],
  ["an empty row before a heading inside parts nothing", [header, ["一、交通"], first, [], ["二、城建"], second], [[header, ["一、交通", "", "", ""], first, ["二、城建", "", "", ""], second]]],
  ["a table behind an empty row with its own header is another", [["附表1"], header, first, [], ["附表2"], ["序号", "指标", "责任单位"], ["1", "绿化率", "市林业局"]], ["附表1", [header, first], "附表2", [["序号", "指标", "责任单位"], ["1", "绿化率", "市林业局"]]]],
  ["short unknown words behind an empty row are another table", [header, first, [], ["姓名", "电话"], ["张三", "12345678"]], [[header, first], [["姓名", "电话"], ["张三", "12345678"]]]],
  ["a sheet of one column is prose", [["关于印发分工方案的通知"], ["各区人民政府："], [], ["一、修路"]], ["关于印发分工方案的通知", "各区人民政府：", "一、修路"]],
  ["a last row with one value that is no note is a row", [header, first, ["", "架桥"]], [[header, first, ["", "架桥", "", ""]]]],
  ["a last row with a lone number is a row", [header, first, ["2"]], [[header, first, ["2", "", "", ""]]]],
  ["columns without a word are no columns", [["序号", "", "任务", "单位"], ["1", "", "修路", "市交通局"]], [[["序号", "任务", "单位"], ["1", "修路", "市交通局"]]]],
  ["a note beside few rows stands behind the table", [[...header, "", "说明"], [...first, "", "待定"], second, ["3", "植树", "市林业局", "3月"], ["4", "治水", "市水利局", "5月"]], [[header, first, second, ["3", "植树", "市林业局", "3月"], ["4", "治水", "市水利局", "5月"]], [["说明"], ["待定"]]]],
  ["white space alone is nothing", [["  "], header, first, ["\u3000"]], [[header, first]]],
])("%s", async (_, lines, expected) => {
  expect(await blocksOf(lines)).toEqual(expected);
});

test("the upper level of a header over some columns belongs to the table", async () => {
  const lines = [["分工表"], ["", "", "责任分工", ""], ["序号", "任务", "牵头单位", "配合单位"], ["1", "修路", "市交通局", "市财政局"]];
  expect(await blocksOf(lines, merges("C2:D2"))).toEqual(["分工表", [["", "", "责任分工|1x2"], ["序号", "任务", "牵头单位", "配合单位"], ["1", "修路", "市交通局", "市财政局"]]]);
});

test("rows that merged cells cover are not empty, and a last row of a group is a row", async () => {
  const lines = [header, first, ["", "架桥"], []];
  expect(await blocksOf(lines, merges("A2:A3", "C2:C3", "D2:D4"))).toEqual([[header, ["1|2x1", "修路", "市交通局|2x1", "6月底前|2x1"], ["架桥"]]]);
});

test("a table beyond the limit is cut, and that is said", async () => {
  const many = Array.from({ length: 50 }, (_, i) => [String(i + 1), "修路", "市交通局", "年底前"]);
  const { blocks, codes } = await seen(xlsx({ sheets: [{ rows: rows(1, [header, ...many]) }] }), "a.xlsx", { limits: { cells: 40 } });
  expect(blocks[0]).toHaveLength(10);
  expect(codes).toEqual(["limit/cells 40"]);
});

test("words beyond the limit are left out, and that is said", async () => {
  const { blocks, codes } = await seen(xlsx({ sheets: [{ rows: rows(1, [header, first, second]) }] }), "a.xlsx", { limits: { sheetCharacters: 35 } });
  expect(blocks).toEqual([[header, first, ["2", "", "", ""]]]);
  expect(codes).toEqual(["limit/sheet-characters 35"]);
});

test("sheets come in the order of their tabs", async () => {
  const { blocks } = await seen(xlsx({ sheets: [{ name: "乙", rows: rows(1, [["二"]]) }, { name: "甲", rows: rows(1, [["一"]]) }] }));
  expect(blocks).toEqual(["二", "一"]);
});
