/** A workbook goes out, is edited in Excel, and comes back as corrections: what is not certain is listed. */
import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { applyOverrides } from "../../src/dataset/correct/overrides.ts";
import { writeXlsx } from "../../src/emit/xlsx.ts";
import type { ParseResult } from "../../src/model/notice.ts";
import { parseNotice } from "../../src/pipeline.ts";
import { readEdits, type Edits } from "../../src/review/edited-workbook.ts";
import { seed } from "./open.ts";

const signature = { person: "张三", date: "2026-11-01", reason: "电话核实" };
let result: ParseResult;
beforeAll(async () => {
  result = await parseNotice({ name: "wanzheng-66.html", bytes: new Uint8Array(readFileSync(seed("wanzheng-66.html"))) });
});

async function workbook(headers: "zh" | "en"): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for await (const piece of writeXlsx((async function* () { yield await Promise.resolve(result); })(), { headers })) pieces.push(Buffer.from(piece));
  return new Uint8Array(Buffer.concat(pieces));
}

/** The same with other XML in its sheet of tasks. */
async function edited(edit: (xml: string) => string, headers: "zh" | "en" = "zh"): Promise<Uint8Array> {
  const parts = unzipSync(await workbook(headers));
  const name = "xl/worksheets/sheet2.xml";
  const before = strFromU8(parts[name]!);
  const after = edit(before);
  expect(after).not.toBe(before);
  return zipSync({ ...parts, [name]: strToU8(after) });
}

test.each(["zh", "en"] as const)("a workbook that nobody edited says nothing (%s)", async (headers) => {
  expect(await readEdits(await workbook(headers), [result], signature)).toEqual({ corrections: [], listed: [] });
});

test("cells that were edited are corrections that apply", async () => {
  const task = result.tasks.find(({ assignment }) => assignment.responsible.length > 0)!;
  const names = task.assignment.responsible.map(({ name }) => name).join("；");
  const edits = await readEdits(await edited((xml) => xml.replace(names, "省财政厅")), [result], signature);
  expect(edits?.listed).toEqual([]);
  expect(edits?.corrections).toEqual([{ id: task.id, field: "responsible", expected: names, value: "省财政厅", reason: "电话核实", person: "张三", date: "2026-11-01" }]);
  const { applied, result: after } = applyOverrides(result, edits?.corrections ?? [], (id) => id);
  expect(applied).toHaveLength(1);
  expect(after.tasks.find(({ id }) => id === task.id)?.assignment.responsible.map(({ name }) => name)).toEqual(["省财政厅"]);
});

test("without a reason, an edit is listed", async () => {
  const edits = await readEdits(await edited((xml) => xml.replace(result.tasks[0]!.text, "别的任务")), [result], { ...signature, reason: null });
  expect(edits).toMatchObject({ corrections: [], listed: [{ row: 2, why: "no-reason" }] });
});

test("an id that nobody knows is listed, and its row is not guessed", async () => {
  const { id } = result.tasks[0]!;
  const edits = await readEdits(await edited((xml) => xml.replace(id, `${id}x`).replace(result.tasks[0]!.text, "别的任务")), [result], signature);
  expect(edits).toMatchObject({ corrections: [], listed: [{ row: 2, why: "unknown-id", detail: `${id}x` }, { row: null, why: "gone", detail: id }] });
});

const rowIn = (xml: string, row: number): string => new RegExp(`<row r="${String(row)}".*?</row>`, "su").exec(xml)?.[0] ?? "";
const at = (xml: string, row: number): string => xml.replaceAll(/r="([A-Z]*)\d+"/gu, (_, column: string) => `r="${column}${String(row)}"`);

describe("an id in the row of another task takes no words there", () => {
  test("written over the own one", async () => {
    const [first, second] = result.tasks.map(({ id }) => id);
    const edits = await readEdits(await edited((xml) => xml.replace(first!, second!)), [result], signature);
    expect(edits?.corrections).toEqual([]);
    expect(edits?.listed.map(({ row, why }) => [row, why])).toEqual([[2, "twice"], [null, "gone"]]);
  });

  test("ids sorted alone", async () => {
    const ids = result.tasks.map(({ id }) => id);
    const turned = new Map(ids.map((id, i) => [id, ids[(i + 1) % ids.length]!]));
    const edits = await readEdits(await edited((xml) => xml.replaceAll(new RegExp(ids.join("|"), "gu"), (id) => turned.get(id)!)), [result], signature);
    expect(edits?.corrections).toEqual([]);
    expect(edits?.listed.filter(({ why }) => why === "unknown-id")).toHaveLength(ids.length);
  });

  test("rows sorted as wholes, and numbers given anew, are no such thing", async () => {
    const swapped = await edited((xml) => xml.replace(rowIn(xml, 2), "§").replace(rowIn(xml, 3), at(rowIn(xml, 2), 3)).replace("§", at(rowIn(xml, 3), 2)));
    expect(await readEdits(swapped, [result], signature)).toEqual({ corrections: [], listed: [] });
  });

  test.each([[0, "the row that was there"], [1, "the copy"]])("of a row and its copy the edited one is listed: %i, %s", async (which) => {
    const { text } = result.tasks[0]!;
    const xml = await edited((whole) => {
      const rows = [rowIn(whole, 2), at(rowIn(whole, 2), 900)].map((row, i) => (i === which ? row.replace(text, "别的任务") : row)) as [string, string];
      return whole.replace(rowIn(whole, 2), rows[0]).replace("</sheetData>", `${rows[1]}</sheetData>`);
    });
    expect(await readEdits(xml, [result], signature)).toMatchObject({ corrections: [], listed: [{ row: which === 0 ? 2 : 900, why: "twice" }] });
  });
});

test.each(["<f>TODAY()</f>", "<f>A1</f><v></v>"])("a formula without its result says nothing: %s", async (inner) => {
  const edits = await readEdits(await edited((xml) => xml.replace(/(<c r="[A-Z]+2"[^>]*>)<v>44196<\/v>/u, `$1${inner}`)), [result], signature);
  expect(edits).toMatchObject({ corrections: [], listed: [{ row: 2, why: "value", detail: "due: 2020-12-31 → =" }] });
});

test("a day that is none is listed", async () => {
  const edits = await readEdits(await edited((xml) => xml.replace(/(<c r="[A-Z]+2"[^>]*>)<v>44196<\/v>/u, (_, open: string) => `${open.replace(/ t="[^"]*"/u, "").replace(">", ' t="inlineStr">')}<is><t>12月底左右</t></is>`)), [result], signature);
  expect(edits).toMatchObject({ corrections: [], listed: [{ row: 2, why: "value" }] });
});

test("another workbook is none of ours", async () => {
  const parts = unzipSync(await workbook("zh"));
  for (const [name, header] of [["xl/worksheets/sheet1.xml", "待核"], ["xl/worksheets/sheet2.xml", "任务标识"]] as const) parts[name] = strToU8(strFromU8(parts[name]!).replace(header, "备注"));
  expect(await readEdits(zipSync(parts), [result], signature)).toBeNull();
});

test("a sheet of ours whose headers were changed is listed, and not taken", async () => {
  expect(await readEdits(await edited((xml) => xml.replace("任务标识", "编号")), [result], signature)).toEqual({ corrections: [], listed: [{ sheet: "任务", row: 1, why: "headers", detail: "" }] });
});

test("a row that is gone is listed", async () => {
  const edits = await readEdits(await edited((xml) => xml.replace(/<row r="3".*?<\/row>/su, "")), [result], signature);
  expect(edits).toEqual({ corrections: [], listed: [{ sheet: "任务", row: null, why: "gone", detail: result.tasks[1]!.id }] });
});

test("all rows gone are listed one by one; a sheet that is gone is no edit", async () => {
  const edits = await readEdits(await edited((xml) => xml.replace(/<row r="(?!1")\d+".*?<\/row>/gsu, "")), [result], signature);
  expect(edits?.listed).toEqual(result.tasks.map(({ id }) => ({ sheet: "任务", row: null, why: "gone", detail: id })));
  const parts = unzipSync(await workbook("zh"));
  const without = zipSync({ ...parts, "xl/worksheets/sheet1.xml": strToU8(strFromU8(parts["xl/worksheets/sheet1.xml"]!).replace(/<row r="(?!1")\d+".*?<\/row>/gsu, "")) });
  const gone = await readEdits(without, [result], signature);
  expect(gone?.corrections).toEqual([]);
  expect(gone?.listed).toHaveLength(result.tasks.length);
  expect(gone?.listed[0]).toMatchObject({ sheet: "台账", row: null, why: "gone" });
});

test.each([
  ["xl/worksheets/sheet3.xml", "通知", "安徽省人民政府办公厅关于印发2020年政务公开重点工作任务分工的通知", 2],
  ["xl/worksheets/sheet5.xml", "时限", "10月底前", 3],
])("an edit of %s is listed, row by row", async (part, sheet, words, row) => {
  const parts = unzipSync(await workbook("zh"));
  parts[part] = strToU8(strFromU8(parts[part]!).replace(words, "别的"));
  expect(await readEdits(zipSync(parts), [result], signature)).toMatchObject({ corrections: [], listed: [{ sheet, row, why: "other-sheet" }] });
});

describe("the 台账", () => {
  /** The workbook of a page with one cell of its 台账 changed. */
  async function ledger(page: string, [from, to]: readonly [string, string], headers: "zh" | "en" = "zh"): Promise<{ readonly edits: Edits | null; readonly own: ParseResult }> {
    const own = await parseNotice({ name: "通知.html", bytes: new TextEncoder().encode(page) });
    const pieces: Buffer[] = [];
    for await (const piece of writeXlsx([own], { headers })) pieces.push(Buffer.from(piece));
    const parts = unzipSync(new Uint8Array(Buffer.concat(pieces)));
    const [name, before] = ["xl/worksheets/sheet1.xml", strFromU8(parts["xl/worksheets/sheet1.xml"]!)];
    const after = before.replace(from, to);
    expect(after, from).not.toBe(before);
    return { edits: await readEdits(zipSync({ ...parts, [name]: strToU8(after) }), [own], signature), own };
  }
  const head = "<h1>市政府办公室关于印发2026年重点工作任务分工的通知</h1><p>市办〔2026〕5号</p>";
  const table = `${head}<table><tr><th>序号</th><th>工作任务</th><th>牵头单位</th><th>配合单位</th><th>责任单位</th><th>完成时限</th></tr>
    <tr><td>1</td><td>编制政务公开清单。</td><td>市财政局</td><td>市教育局、市民政局等</td><td>市司法局</td><td>4月底前</td></tr>
    <tr><td>2</td><td>完善公开平台。</td><td>市审计局</td><td></td><td></td><td>4月底前完成初稿，6月底前完成定稿</td></tr>
    <tr><td>3</td><td>开展全员培训。</td><td>市水利局</td><td></td><td></td><td></td></tr></table>`;

  test.each([
    ["a unit more", ["市财政局", "市财政局、市水利局"], 0, "lead", "市财政局；市水利局"],
    ["another unit", ["市审计局", "市卫生健康委员会"], 1, "lead", "市卫生健康委员会"],
    ["a unit less, 等 stays", ["市教育局、市民政局等", "市教育局等"], 0, "support", "市教育局"],
    ["no unit", ["市司法局", ""], 0, "responsible", null],
    ["other words", ["编制政务公开清单。", "编制全市政务公开清单。"], 0, "text", "编制全市政务公开清单。"],
    ["another day behind the words", ["4月底前（2026-04-30）", "4月底前（2026-05-31）"], 0, "due", "2026-05-31"],
    ["a day alone", ["4月底前（2026-04-30）", "2026年5月31日"], 0, "due", "2026-05-31"],
    ["the day of one of two times", ["（2026-06-30）", "（2026-07-31）"], 1, "deadlines.1.due", "2026-07-31"],
  ] as const)("%s", async (_, change, task, field, value) => {
    const { edits, own } = await ledger(table, change);
    expect(edits?.listed).toEqual([]);
    expect(edits?.corrections).toMatchObject([{ id: own.tasks[task]!.id, field, value, reason: "电话核实" }]);
    expect(applyOverrides(own, edits?.corrections ?? [], (id) => id)).toMatchObject({ stale: [], refused: [], applied: [{ field }] });
  });

  test.each([
    ["other printed words of a time", ["4月底前（2026-04-30）", "5月底前（2026-05-31）"], "value"],
    ["a day that is none", ["4月底前（2026-04-30）", "4月底前（2026-04-31）"], "value"],
    ["等 that came", ["市财政局", "市财政局等"], "value"],
    ["a sentence where names stand", ["市财政局", "市财政局：张三，市水利局"], "value"],
    ["no words", ["编制政务公开清单。", ""], "value"],
    ["another number", ['<t xml:space="preserve">1</t>', '<t xml:space="preserve">9</t>'], "unknown-id"],
    ["a remark", ['<c r="H2" s="6"/>', '<c r="H2" s="6" t="inlineStr"><is><t>已核</t></is></c>'], "not-settable"],
  ] as const)("%s is listed", async (_, change, why) => {
    const { edits } = await ledger(table, change);
    expect(edits?.corrections).toEqual([]);
    expect(edits?.listed[0]).toMatchObject({ sheet: "台账", row: 2, why });
  });

  test("in English", async () => {
    const { edits } = await ledger(table, ["4月底前 (2026-04-30)", "4月底前 (2026-05-31)"], "en");
    expect(edits).toMatchObject({ corrections: [{ field: "due", value: "2026-05-31" }], listed: [] });
  });

  test("what both sheets say is said once; where they differ, that of the tasks holds and the other is listed", async () => {
    for (const [other, listed] of [["2026-05-31", []], ["2026-06-30", [{ sheet: "台账", row: 2, why: "differs" }]]] as const) {
      const own = await parseNotice({ name: "通知.html", bytes: new TextEncoder().encode(table) });
      const pieces: Buffer[] = [];
      for await (const piece of writeXlsx([own], { headers: "zh" })) pieces.push(Buffer.from(piece));
      const parts = unzipSync(new Uint8Array(Buffer.concat(pieces)));
      parts["xl/worksheets/sheet1.xml"] = strToU8(strFromU8(parts["xl/worksheets/sheet1.xml"]!).replace("4月底前（2026-04-30）", `4月底前（${other}）`));
      const day = (words: string): number => Date.parse(words) / 86_400_000 + 25_569;
      parts["xl/worksheets/sheet2.xml"] = strToU8(strFromU8(parts["xl/worksheets/sheet2.xml"]!).replace(`<v>${day("2026-04-30")}</v>`, `<v>${day("2026-05-31")}</v>`));
      expect(await readEdits(zipSync(parts), [own], signature)).toMatchObject({ corrections: [{ field: "due", value: "2026-05-31" }], listed });
    }
  });
});
