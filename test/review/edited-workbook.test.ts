/** A workbook goes out, is edited in Excel, and comes back as corrections: what is not certain is listed. */
import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { applyOverrides } from "../../src/dataset/overrides.ts";
import { writeXlsx } from "../../src/emit/xlsx.ts";
import type { ParseResult } from "../../src/model/notice.ts";
import { parseNotice } from "../../src/pipeline.ts";
import { readEdits } from "../../src/review/edited-workbook.ts";
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
  expect(edits).toMatchObject({ corrections: [], listed: [{ row: 2, why: "unknown-id", detail: `${id}x` }] });
});

test("a day that is none is listed", async () => {
  const edits = await readEdits(await edited((xml) => xml.replace(/(<c r="[A-Z]+2"[^>]*>)<v>44196<\/v>/u, (_, open: string) => `${open.replace(/ t="[^"]*"/u, "").replace(">", ' t="inlineStr">')}<is><t>12月底左右</t></is>`)), [result], signature);
  expect(edits).toMatchObject({ corrections: [], listed: [{ row: 2, why: "value" }] });
});

test("another workbook is none of ours", async () => {
  expect(await readEdits(await edited((xml) => xml.replace("任务标识", "编号")), [result], signature)).toBeNull();
});
