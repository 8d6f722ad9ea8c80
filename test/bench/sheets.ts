/**
 * How much of the processor reading workbooks into a document takes, and a whole parse of them, beside SheetJS's bare reading of the same bytes in
 * the same run. Parts are inflated in threads of Node, so that the clock on the wall measures who else is at work.
 */
import { readFileSync } from "node:fs";
import process from "node:process";
import { read as readSheetJs } from "@e965/xlsx";
import { parseNotice } from "../../src/index.ts";
import { openContext } from "../../src/model/context.ts";
import { read } from "../../src/read/read.ts";
import { rows, xlsx } from "../read/sheets/build.ts";
import { cells, xls } from "../read/sheets/xls/build.ts";

const rounds = Number(process.env["BENCH_ROUNDS"] ?? 15);
const limit = 1.5;
/** Files below it take milliseconds, most of them to open the container; they are shown and not judged. */
const small = 50_000;

const lines = Array.from({ length: 3000 }, (_, i) => [String(i + 1), `推进第${i + 1}项重点工程建设，完善配套设施，按月报送进度。`, "市交通局、市财政局", `2023年${(i % 12) + 1}月底前`]);
const header = ["序号", "重点任务", "责任单位", "完成时限"];
const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../read/sheets/fixtures/${name}`, import.meta.url)));
const files: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ["notice.xlsx", fixture("notice.xlsx")],
  ["notice.xls", fixture("notice.xls")],
  ["3000 rows.xlsx", shared([header, ...lines])],
  ["3000 inline.xlsx", xlsx({ sheets: [{ rows: rows(1, [header, ...lines]) }] })],
  ["3000 rows.xls", xls({ sheets: [{ records: [header, ...lines].flatMap((line, row) => line.flatMap((text, column) => cells.text(row, column, text))) }] })],
];

let worst = 0;
console.log("file                kB  read ms  SheetJS ms  ratio  whole parse ms");
for (const [name, bytes] of files) {
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < 4; round++) {
    await reading(name, bytes);
    readSheetJs(bytes, { type: "array" });
  }
  // Taken in turns, so that both meet the same state of the machine.
  for (let round = 0; round < rounds; round++) {
    ours.push(await clock(() => reading(name, bytes)));
    theirs.push(await clock(() => Promise.resolve(readSheetJs(bytes, { type: "array" }))));
  }
  const whole = await clock(() => parseNotice({ name, bytes }));
  const ratio = median(ours) / median(theirs);
  console.log([name.padEnd(16), (bytes.length / 1000).toFixed(1).padStart(6), median(ours).toFixed(1).padStart(8), median(theirs).toFixed(1).padStart(11), ratio.toFixed(2).padStart(6), whole.toFixed(0).padStart(15)].join(" "));
  if (bytes.length > small) worst = Math.max(worst, ratio);
}
console.log(`Medians of ${rounds} rounds, Node ${process.versions.node}. Each file above ${small / 1000} kB may take ${limit} times SheetJS's reading.`);
if (worst > limit) {
  console.error(`A workbook took ${worst.toFixed(2)} times as long as SheetJS.`);
  process.exitCode = 1;
}

/** A workbook with the strings in a part of their own, as Excel writes it. */
function shared(table: readonly (readonly string[])[]): Uint8Array {
  const strings = [...new Set(table.flat())];
  const places = new Map(strings.map((text, i) => [text, i]));
  const row = (line: readonly string[], i: number): string => `<row r="${i + 1}">${line.map((text, j) => `<c r="${"ABCD".charAt(j)}${i + 1}" s="0" t="s"><v>${places.get(text) ?? 0}</v></c>`).join("")}</row>`;
  return xlsx({ strings: strings.map((text) => `<si><t>${text}</t></si>`).join(""), sheets: [{ rows: table.map(row).join("") }] });
}

function reading(name: string, bytes: Uint8Array): Promise<unknown> {
  return read({ name, bytes, uri: null, role: "notice", label: null }, 0, openContext({}));
}

async function clock(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}
