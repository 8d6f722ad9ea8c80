import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseNotice } from "../../../../src/index.ts";
import { faultsOf } from "../../../hostile/judge.ts";
import { compoundFileOf } from "../../containers.ts";
import { seen } from "../seen.ts";
import { begin, cells, characters, end, font, format, look, record, results, stream, string, xls } from "./build.ts";

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)));
const u16 = (...values: readonly number[]): number[] => values.flatMap((value) => [value & 255, value >> 8]);
const u32 = (value: number): number[] => [...u16(value & 0xffff), ...u16(value >>> 16)];

test("the sample is the workbook of the same name as XLSX, cell for cell", async () => {
  const [old, young] = await Promise.all([seen(fixture("notice.xls"), "notice.xls"), seen(fixture("notice.xlsx"))]);
  expect(old.blocks).toEqual(young.blocks);
  expect(old.codes).toEqual([]);
  const [a, b] = await Promise.all([parseNotice({ name: "notice.xls", bytes: fixture("notice.xls") }), parseNotice({ name: "notice.xlsx", bytes: fixture("notice.xlsx") })]);
  expect(faultsOf(a)).toEqual([]);
  const words = ({ tasks }: typeof a): unknown => tasks.map(({ id, path, number, text, due, assignment, deadlines }) => [id, path, number, text, due, assignment.text, deadlines.map((deadline) => [deadline.text, deadline.due])]);
  expect(words(a)).toEqual(words(b));
  expect(a.tasks).toHaveLength(12);
});

test("numbers short and long, truth values, errors, results of formulas", async () => {
  const records = [
    ...cells.text(0, 0, "值"), ...cells.number(0, 1, 44561, 1), ...cells.short(0, 2, (12 << 2) | 2), ...cells.short(0, 3, (1234 << 2) | 3), ...cells.short(0, 4, 0x3ff80000), ...cells.short(0, 5, ((-7 << 2) | 2) >>> 0),
    ...cells.shorts(1, 0, (1 << 2) | 2, (2 << 2) | 2, (3 << 2) | 2), ...cells.truth(1, 3, 1, 0), ...cells.truth(1, 4, 0x17, 1),
    ...cells.formula(2, 0, results.number(0.5)), ...cells.formula(2, 1, results.text), ...record(0x207, ...string("市财政局")), ...cells.formula(2, 2, results.truth(0)), ...cells.formula(2, 3, results.error(0x2a)), ...cells.formula(2, 4, results.empty), ...cells.formula(2, 5, results.number(9), 0x406),
  ];
  const { blocks, codes } = await seen(xls({ globals: [...font(400), ...look(0, 0), ...look(0, 31)], sheets: [{ records }] }), "a.xls");
  expect(blocks).toEqual([[["值", "2021年12月31日", "12", "12.34", "1.5", "-7"], ["1", "2", "3", "TRUE", "#REF!", ""], ["0.5", "市财政局", "FALSE", "#N/A", "", "9"]]]);
  expect(codes).toEqual([]);
});

test("strings go on in further records with a flag of their own", async () => {
  const first = "重点任务分工表".repeat(3);
  // The second string is cut after two characters and goes on in single bytes, then in two again.
  const head = [...u32(3), ...u32(3), ...string(first), ...u16(8), 1, ...characters("单位")];
  const strings = [...record(0xfc, ...head), ...record(0x3c, 0, ...characters("ABC", false)), ...record(0x3c, 1, ...characters("财政局"), ...string("末"))];
  const records = [...cells.shared(0, 0, 0), ...cells.shared(1, 0, 1), ...cells.shared(1, 1, 2), ...cells.shared(1, 2, 99), ...cells.formula(2, 0, results.text), ...record(0x207, ...u16(5), 1, ...characters("结果")), ...record(0x3c, 0, ...characters("xyz", false)), ...cells.text(2, 1, "尾")];
  const { blocks } = await seen(xls({ strings, sheets: [{ records }] }), "a.xls");
  expect(blocks).toEqual([first, [["单位ABC财政局", "末"], ["结果xyz", "尾"]]]);
});

test("a string with runs of other fonts: struck words are set aside, bold ones are marked", async () => {
  const rich = [...u16(8), 9, ...u16(2), ...characters("市经信委市工信局"), ...u16(0, 1), ...u16(4, 5)];
  const fonts = [...font(400), ...font(400, true), ...font(400), ...font(400), ...font(700)];
  const { blocks, codes, document } = await seen(xls({ globals: fonts, strings: record(0xfc, ...u32(1), ...u32(1), ...rich), sheets: [{ records: cells.shared(0, 0, 0) }] }), "a.xls");
  expect(blocks).toEqual(["市工信局"]);
  expect(codes).toEqual(["words/struck 4 市经信委"]);
  const [block] = document?.blocks ?? [];
  expect(block?.kind === "paragraph" ? block.bold : null).toEqual([{ start: 0, end: 4 }]);
  expect(document?.fragments[0]?.place).toEqual({ source: 0, kind: "element", path: "Workbook/sheet1#A1", start: 4, end: 8 });
});

test("merges, hidden rows, columns and sheets, other sheets, a format that hides", async () => {
  const records = [
    ...cells.hiddenRow(3), ...cells.hiddenColumns(4, 255),
    ...["序号", "任务", "单位", "时限", "密"].flatMap((text, i) => cells.text(0, i, text)),
    ...["1", "修路", "市交通局", "年底前", "甲"].flatMap((text, i) => cells.text(1, i, text)),
    ...["2", "架桥"].flatMap((text, i) => cells.text(2, i, text)), ...cells.text(2, 3, "无人见", 1),
    ...["3", "植树"].flatMap((text, i) => cells.text(3, i, text)),
    ...cells.merged([1, 2, 2, 2], [0, 0, 4, 255]), ...cells.merged([1, 3, 3, 3]),
  ];
  const sheets = [{ name: "任务", records }, { name: "选项", state: 1, records: cells.text(0, 0, "市交通局") }, { name: "图", kind: 2, records: [] }];
  const { blocks, codes } = await seen(xls({ globals: [...font(400), ...format(200, ";;;"), ...look(0, 0), ...look(0, 200)], sheets }), "a.xls");
  expect(blocks).toEqual([[["序号", "任务", "单位", "时限"], ["1", "修路", "市交通局|2x1", "年底前|2x1"], ["2", "架桥"]]]);
  expect(codes).toEqual(["sheet/other-sheet 图 图表工作表", "words/hidden 3 无人见", "sheet/hidden-rows 任务 1 3 | 植树", "sheet/hidden-columns 任务 1 密 | 甲", "sheet/hidden-sheet 选项 1 市交通局"]);
});

test("text boxes are read, large pictures and comments are said; charts inside are not the sheet", async () => {
  const object = (kind: number, id: number): number[] => record(0x5d, ...u16(0x15, 0x12, kind, id), ...new Array<number>(14).fill(0));
  const textObject = (text: string): number[] => [...record(0x1b6, ...new Array<number>(10).fill(0), ...u16(text.length, 16), 0, 0, 0, 0), ...record(0x3c, 1, ...characters(text)), ...record(0x3c, ...new Array<number>(16).fill(0))];
  const anchor = (columns: number, rows: number): number[] => record(0xec, ...u16(0xf, 0xf004), ...u32(26), ...u16(0, 0xf010), ...u32(18), ...u16(0, 1, 0, 1, 0, 1 + columns, 0, 1 + rows, 0));
  const records = [
    ...cells.text(0, 0, "任务分工"), ...anchor(6, 20), ...object(8, 1), ...anchor(1, 2), ...object(8, 2), ...anchor(6, 20), ...object(6, 3), ...textObject("注：按季度报送"),
    ...object(25, 4), ...textObject("请核对"), ...record(0x1c, ...u16(0, 0, 0, 4)), ...object(5, 5), ...begin(0x20), ...cells.text(0, 0, "图中"), ...end, ...cells.text(1, 0, "一、修路"),
    ...record(0x14, ...string("&C市政府督查室台账")), ...record(0x15, ...string("第&P页")),
  ];
  const { blocks, codes } = await seen(xls({ sheets: [{ records }] }), "a.xls");
  expect(blocks).toEqual(["任务分工", "一、修路", "注：按季度报送"]);
  expect(codes).toEqual(["picture/not-read 1 ", "sheet/comments 表 1 请核对", "sheet/margins 表 市政府督查室台账"]);
});

test("days from 1904", async () => {
  const globals = [...record(0x22, 1, 0), ...font(400), ...look(0, 14)];
  expect((await seen(xls({ globals, sheets: [{ records: cells.number(0, 0, 44561 - 1462) }] }), "a.xls")).blocks).toEqual(["2021/12/31"]);
});

test("what cannot be read is refused by name", async () => {
  const codes = async (bytes: Uint8Array): Promise<string[]> => (await seen(bytes, "a.xls")).codes;
  expect(await codes(xls({ globals: record(0x2f, 0, 0), sheets: [] }))).toEqual(["input/encrypted"]);
  expect(await codes(compoundFileOf({ Book: Uint8Array.from([...begin(5, 0x500), ...end]) }))).toEqual(["sheet/old-version Excel 5.0/95"]);
  for (const [id, version] of [[0x009, "2.0"], [0x209, "3.0"], [0x409, "4.0"]] as const) expect(await codes(Uint8Array.from(record(id, ...u16(0, 0x10), ...(id === 9 ? [] : [0, 0]))))).toEqual([`sheet/old-version Excel ${version}`]);
  expect((await seen(stream({ sheets: [{ records: cells.text(0, 0, "任务") }] }), "a.xls")).blocks).toEqual(["任务"]);
});

test("a workbook that breaks off gives what stands before, and says where", async () => {
  const bytes = stream({ sheets: [{ records: [...cells.text(0, 0, "任务分工"), ...cells.text(1, 0, "一、修路")] }] });
  const cut = bytes.subarray(0, bytes.length - end.length - 6);
  const { blocks, codes } = await seen(compoundFileOf({ Workbook: cut }), "a.xls");
  expect(blocks).toEqual(["任务分工"]);
  expect(codes).toEqual([`sheet/damaged-record ${cut.length - 15}`]);
});

test("more cells than the limit are not read, and that is said", async () => {
  const records = Array.from({ length: 40 }, (_, i) => cells.text(i, 0, "任务")).flat();
  const { blocks, codes } = await seen(xls({ sheets: [{ records }] }), "a.xls", { limits: { elements: 10 } });
  expect(blocks).toHaveLength(10);
  expect(codes).toEqual(["package/too-large 单元格数 10"]);
});
