import fc from "fast-check";
import { stringify } from "csv-stringify/sync";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { parseNotice } from "../../../../src/index.ts";
import { faultsOf } from "../../../hostile/judge.ts";
import { formats } from "../../../../src/read/formats.ts";
import { encodeGb18030 } from "../../../../src/text/gb18030.ts";
import { recordsOf } from "../../../../src/read/sheets/csv/records.ts";
import { seen } from "../seen.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const formatOf = (text: string): string | undefined => formats.find((format) => format.recognises(utf8(text)))?.id;

const lines = ["2023年重点任务分工表,,", "序号,重点任务,责任单位,完成时限", "1,修路,市交通局,6月底前", '2,"建成""四好""公路，', '通车",市住建局;市财政局,年底前', "注：按季度报送,,,"];
const table = ["2023年重点任务分工表", [["序号", "重点任务", "责任单位", "完成时限"], ["1", "修路", "市交通局", "6月底前"], ["2", '建成"四好"公路，\n通车', "市住建局;市财政局", "年底前"]], "注：按季度报送"];

test.each<[what: string, bytes: Uint8Array, charset: string]>([
  ["UTF-8", utf8(lines.join("\n")), "utf-8"],
  ["UTF-8 with a mark and CR LF", utf8(`\ufeff${lines.join("\r\n")}\r\n`), "utf-8"],
  ["GB 18030", encodeGb18030(lines.join("\r\n")) ?? new Uint8Array(), "gb18030"],
  ["UTF-16 with tabs, as Excel writes Unicode text", new Uint8Array(Buffer.from(`\ufeff${lines.join("\r\n").replaceAll(",", "\t")}`, "utf16le")), "utf-16le"],
  ["tabs", utf8(lines.join("\n").replaceAll(",", "\t")), "utf-8"],
  ["CR alone", utf8(lines.join("\r")), "utf-8"],
  ["a line that names the delimiter", utf8(`sep=,\r\n${lines.join("\r\n")}`), "utf-8"],
])("%s", async (_, bytes, charset) => {
  const { blocks, document, codes } = await seen(bytes, "a.csv");
  expect(blocks.map((block) => (typeof block === "string" ? block : block.map((row) => row.map((field) => field.replace("\r", "\n")))))).toEqual(table);
  expect(document?.charset).toBe(charset);
  expect(codes).toEqual([]);
});

test("semicolons, where commas stand in the words", async () => {
  expect((await seen(utf8("序号;重点任务;责任单位\n1;修路, 架桥;市交通局\n2;绿化;市林业局"), "a.csv")).blocks).toEqual([[["序号", "重点任务", "责任单位"], ["1", "修路, 架桥", "市交通局"], ["2", "绿化", "市林业局"]]]);
});

test("places are cells", async () => {
  const { document } = await seen(utf8("序号,重点任务,责任单位\n1, 修路,市交通局"), "a.csv");
  expect(document?.fragments.map(({ place }) => place).at(-2)).toEqual({ source: 0, kind: "element", path: "#B2", start: 1, end: 3 });
});

test("numbers kept as text by programs are their digits; a short row lacks cells; empty rows part nothing", async () => {
  expect((await seen(utf8('序号,重点任务,责任单位,备注\n="001",修路,市交通局,\n\n="002",架桥,市住建局,加急\n3,绿化,市林业局,'), "a.csv")).blocks).toEqual([[["序号", "重点任务", "责任单位", "备注"], ["001", "修路", "市交通局", ""], ["002", "架桥", "市住建局", "加急"], ["3", "绿化", "市林业局", ""]]]);
});

test("blank cells of merged ones are joined where the file leaves labels blank, and that is said", async () => {
  const merged = "任务类别,序号,重点任务,责任单位,完成时限\n一、交通,1,修路,市交通局,6月底前\n,2,架桥,,年底前\n二、城建,3,绿化,市林业局,\n";
  const { blocks, codes } = await seen(utf8(merged), "a.csv");
  expect(blocks).toEqual([[["任务类别", "序号", "重点任务", "责任单位", "完成时限"], ["一、交通|2x1", "1", "修路", "市交通局|2x1", "6月底前"], ["2", "架桥", "年底前|2x1"], ["二、城建", "3", "绿化", "市林业局"]]]);
  expect(codes).toEqual(["text/blank-joined 2"]);
  const unmerged = "任务类别,序号,重点任务,责任单位\n一、交通,1,修路,市交通局\n二、城建,2,架桥,\n";
  expect((await seen(utf8(unmerged), "a.csv")).codes).toEqual([]);
});

test("its tasks are those of the same table in a page", async () => {
  const rows = lines.slice(1, 3).map((line) => line.split(","));
  const page = `<p>2023年重点任务分工表</p><table>${rows.map((row) => `<tr>${row.map((field) => `<td>${field}</td>`).join("")}</tr>`).join("")}</table>`;
  const [a, b] = await Promise.all([parseNotice({ name: "a.csv", bytes: utf8(`2023年重点任务分工表,,,\n${rows.map((row) => row.join(",")).join("\n")}`) }), parseNotice({ name: "a.html", bytes: utf8(page) })]);
  expect(faultsOf(a)).toEqual([]);
  const told = ({ tasks }: typeof a): unknown => tasks.map(({ id, text, due, assignment }) => [id, text, due, assignment.responsible.map(({ name }) => name)]);
  expect(told(a)).toEqual(told(b));
  expect(a.tasks).toHaveLength(1);
});

test.each<[what: string, text: string, id: string]>([
  ["prose with Chinese commas", "各县，市，区人民政府：\n一、修路，架桥，绿化，由市交通局负责。\n二、治水，植树，防火，由市水利局负责。\n", "text"],
  ["prose with ASCII commas", "各县,市,区人民政府:\n一、修路,架桥,由市交通局负责,市财政局配合.\n二、治水,植树.\n三、防火,由市林业局负责.\n四、其他.\n", "text"],
  ["one line of many commas", "市交通局,市财政局,市水利局,市林业局,市住建局\n", "text"],
  ["a list of units a line", "市交通局,市财政局,市水利局\n市林业局,市住建局,市教育局\n", "text"],
  ["tabs of a conversion, rows of all lengths", "序号\t任务\t单位\n1\t修路\n市交通局\n2\t架桥\t市住建局\t年底前\n", "text"],
  ["two columns", "任务,单位\n修路,市交通局\n架桥,市住建局\n", "text"],
  ["English prose", "Dear all,\nplease read, sign, and return this.\nThanks, regards, and so on,\nyours, truly, me\n", "text"],
  ["a header and one row", "序号,重点任务,责任单位\n1,修路,市交通局\n", "csv"],
  ["no known header, but five rows of four", "甲,乙,丙,丁\n1,2,3,4\n1,2,3,4\n1,2,3,4\n1,2,3,4\n", "csv"],
  ["no known header, few rows", "甲,乙,丙,丁\n1,2,3,4\n", "text"],
  ["markup with commas", "<table><tr><td>a,b,c\n<tr><td>d,e,f\n</table>", "html"],
])("%s", (_, text, id) => {
  expect(formatOf(text)).toBe(id);
});

test("an unclosed quote is a character, and costs no more than its length", () => {
  expect(recordsOf('a,"b,c\nd,e', ",")).toEqual([["a", '"b', "c"], ["d", "e"]]);
  expect(recordsOf('a,"b"c,d', ",")).toEqual([["a", '"b"c', "d"]]);
  expect(recordsOf('"a""",""\n\n,', ",")).toEqual([['a"', ""], [], ["", ""]]);
});

test("what a writer of CSV wrote comes back as another reader reads it", () => {
  const field = fc.string({ unit: fc.constantFrom("一", ",", '"', "\n", "\r\n", "a", " ", "\t", "；") });
  fc.assert(
    fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }), (records) => {
      const text = stringify(records);
      expect(recordsOf(text, ",")).toEqual(parse(text, { relax_column_count: true }));
      expect(recordsOf(text, ",")).toEqual(records);
    }),
  );
});
