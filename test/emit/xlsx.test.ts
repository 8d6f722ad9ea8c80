/** What the workbook does beyond holding values: frozen header, real dates, text that stays text, no clock. */
import readExcelFile from "read-excel-file/node";
import { expect, test } from "vitest";
import * as yauzl from "yauzl";
import { flatten } from "../../src/emit/flatten.ts";
import { tableNamed } from "../../src/emit/output.ts";
import { workbookOf } from "../../src/emit/xlsx.ts";
import { failed, nastyResult, written } from "./results.ts";

/** The parts of a container by name, and the times of its entries. */
async function unpack(bytes: Uint8Array): Promise<{ parts: Map<string, string>; times: Set<number> }> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes));
  const parts = new Map<string, string>();
  const times = new Set<number>();
  for await (const entry of zip.eachEntry()) {
    times.add(entry.lastModFileDate * 65_536 + entry.lastModFileTime);
    const local = new DataView(bytes.buffer, bytes.byteOffset + entry.relativeOffsetOfLocalHeader);
    times.add(local.getUint16(12, true) * 65_536 + local.getUint16(10, true));
    const chunks: Buffer[] = [];
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) chunks.push(chunk);
    parts.set(entry.fileName, Buffer.concat(chunks).toString("utf8"));
  }
  return { parts, times };
}

test("freezes the header, wraps text, writes dates as numbers with a date format, and no formula", async () => {
  const { parts } = await unpack(await written("xlsx", [await nastyResult()]));
  const sheet = parts.get("xl/worksheets/sheet1.xml") ?? "";
  expect(sheet).toContain('state="frozen"');
  expect(sheet).toContain('ySplit="1"');
  expect(sheet).not.toContain("<f>");
  expect(sheet).toContain("<v>44377</v>");
  const styles = parts.get("xl/styles.xml") ?? "";
  expect(styles).toContain('formatCode="yyyy-mm-dd"');
  expect(styles).toContain('wrapText="1"');
  expect([...parts.values()].join("")).not.toMatch(/dcterms|<script/u);
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
  const cells = (book[0]?.data ?? []).flat().filter((value) => typeof value === "string");
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
