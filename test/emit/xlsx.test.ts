/** What the workbook does beyond holding values: frozen header, real dates, text that stays text, no clock. */
import readExcelFile from "read-excel-file/node";
import { expect, test } from "vitest";
import { z } from "zod";
import { flatRowsSchema } from "../../src/model/flat.ts";
import { parseNotice } from "../../src/pipeline.ts";
import { flatten } from "../../src/emit/flatten.ts";
import { tableNamed } from "../../src/emit/output.ts";
import { workbookOf } from "../../src/emit/xlsx.ts";
import { failed, nastyResult, written } from "./results.ts";
import { unpack } from "./unpack.ts";

test("freezes the header, wraps text, writes dates as numbers with a date format, and no formula", async () => {
  const { parts } = await unpack(await written("xlsx", [await nastyResult()]));
  const sheet = parts.get("xl/worksheets/sheet2.xml") ?? "";
  expect(sheet).toContain('state="frozen"');
  expect(sheet).toContain('ySplit="1"');
  expect(sheet).not.toContain("<f>");
  expect(sheet).toContain("<v>44377</v>");
  const styles = parts.get("xl/styles.xml") ?? "";
  expect(styles).toContain('formatCode="yyyy-mm-dd"');
  expect(styles).toContain('wrapText="1"');
  expect([...parts.values()].join("")).not.toMatch(/dcterms|<script/u);
});

test("each sheet has a filter and prints on A4 across, as wide as a page, its header on every page", async () => {
  const { parts } = await unpack(await written("xlsx", [await nastyResult()]));
  const sheets = [...parts].filter(([name]) => name.startsWith("xl/worksheets/"));
  expect(sheets).toHaveLength(6);
  for (const [, sheet] of sheets) {
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(sheet).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    const rows = sheet.match(/<row /gu)?.length ?? 0;
    expect(sheet).toMatch(new RegExp(`<autoFilter ref="A1:[A-Z]+${rows}"/>`, "u"));
  }
  const book = parts.get("xl/workbook.xml") ?? "";
  expect(book.match(/_xlnm\.Print_Titles" localSheetId="\d">'[^']+'!\$1:\$1</gu)).toHaveLength(6);
  expect(book).toContain(`localSheetId="0" hidden="1">'台账'!$A$1:$H$`);
});

test("the first sheet is the 台账: Chinese words alone, its doubts beside each task, files without tasks named", async () => {
  const page = `<!DOCTYPE html><meta charset="utf-8"><h1>2021年任务分工</h1><table><tr><th>序号</th><th>工作任务</th><th>牵头单位</th><th>配合单位</th><th>完成时限</th></tr>
<tr><td>1</td><td>编制清单</td><td>省财政厅</td><td>省教育厅、省水利厅等</td><td>4月底前</td></tr><tr><td>2</td><td>公开预算</td><td>省财政厅</td><td></td><td>甲乙丙丁</td></tr></table>`;
  const result = await parseNotice({ name: "a.html", bytes: new TextEncoder().encode(page) });
  const [sheet] = await readExcelFile(Buffer.from(await written("xlsx", [result, failed])));
  const [head, first, second, ...rest] = sheet?.data ?? [];
  expect(head).toEqual(["序号", "任务", "牵头", "配合", "责任", "时限", "来源", "待核"]);
  expect(first).toEqual(["1", "编制清单", "省财政厅", "省教育厅、省水利厅等", null, "4月底前（2021-04-30）", "a.html 表格第2行", null]);
  expect(second?.[7]).toMatch(/甲乙丙丁/u);
  expect(rest.at(-1)).toEqual([null, "（不是任务）", null, null, null, null, "scan.pdf", "找不到文件“scan.pdf”。"]);
});

test("sheets in Chinese hold no code", async () => {
  const book = await readExcelFile(Buffer.from(await written("xlsx", [await nastyResult()])));
  const technical = new Set(["通知标识", "任务标识", "职能标识", "文件", "位置", "程序版本", "结构版本", "文件摘要", "重复规则", "EDTF", "时长"]);
  const listed = JSON.stringify(z.toJSONSchema(flatRowsSchema)).match(/"enum":\[[^\]]*\]/gu) ?? [];
  const codes = new Set(listed.flatMap((list) => list.slice(7).match(/\w[\w-]+/gu) ?? []));
  expect(codes.has("task-allocation")).toBe(true);
  for (const { data: [head = [], ...rows] } of book.slice(0, -1)) {
    for (const row of rows) for (const [i, value] of row.entries()) if (!technical.has(String(head[i]))) expect(codes.has(String(value)), `${String(head[i])}: ${String(value)}`).toBe(false);
  }
});

test("no entry tells when it was written", async () => {
  const { times } = await unpack(await written("xlsx", [failed]));
  expect([...times]).toEqual([0x21 * 65_536 + 12 * 2_048]);
});

test("text longer than a cell is cut with a note", async () => {
  const result = await nastyResult();
  const long = "长".repeat(40_000);
  const [first, ...others] = result.tasks;
  if (first === undefined) throw new Error("no task");
  const book = await readExcelFile(Buffer.from(await written("xlsx", [{ ...result, tasks: [{ ...first, text: long }, ...others] }])));
  const cells = (book[1]?.data ?? []).flat().filter((value) => typeof value === "string");
  const cut = cells.find((value) => value.startsWith("长长"));
  expect(cut).toHaveLength(32_767);
  expect(cut).toMatch(/长……（超出单元格上限，全文见 JSON）$/u);
});

test("rows that do not fit into a sheet stand in the next one", async () => {
  const { tasks } = flatten(await nastyResult(), 1);
  const pieces: Uint8Array[] = [];
  for await (const piece of workbookOf([{ table: tableNamed("tasks"), rows: [tasks.slice(0, 3), [], tasks.slice(3)] }], { headers: "zh", most: 11 })) pieces.push(Buffer.from(piece));
  const book = await readExcelFile(Buffer.concat(pieces));
  expect(book.map((sheet) => [sheet.sheet, sheet.data.length])).toEqual([["任务", 11], ["任务 2", 11], ["任务 3", 1 + tasks.length - 20], ["字段说明", 2 + Object.keys(tableNamed("tasks").columns).length]]);
  expect(book.slice(0, 3).flatMap((sheet) => sheet.data.slice(1)).map((row) => row[1])).toEqual(tasks.map((task) => task.ordinal));
});

test("an entry that was written in another zone has the same bytes", async () => {
  const before = process.env["TZ"];
  try {
    const [here, there] = [await written("xlsx", [failed]), await (async () => {
      process.env["TZ"] = "Pacific/Kiritimati";
      return written("xlsx", [failed]);
    })()];
    expect(Buffer.compare(here, there)).toBe(0);
  } finally {
    if (before === undefined) delete process.env["TZ"];
    else process.env["TZ"] = before;
  }
});
