/**
 * Reads the workbooks of a folder, this reader and SheetJS one after the other, and compares merged cells and words:
 * `node test/read/sheets/compare.ts FOLDER`. Prints what differs, what either refuses, and sums.
 */
import { readFileSync, readdirSync } from "node:fs";
import process from "node:process";
import { read as readSheetJs, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { openContext } from "../../../src/model/context.ts";
import { wordsOf, columnName, type Sheet } from "../../../src/read/sheets/sheet.ts";
import { readXlsSheets } from "../../../src/read/sheets/xls/workbook.ts";
import { readXlsxSheets } from "../../../src/read/sheets/xlsx/workbook.ts";
import { zipNames } from "../../../src/read/zip.ts";

const folder = process.argv[2] ?? ".";
const verbose = process.argv.includes("--words");
const sums = { files: 0, opened: 0, refused: 0, theirs: 0, both: 0, merges: 0, equalMerges: 0, cells: 0, equalCells: 0, ours: 0, sheetJs: 0 };
const refusals = new Map<string, number>();

for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((one) => /\.(?:xls|xlsx|xlsm|xlt|xltx|et)$/iu.test(one)).sort()) {
  const bytes = new Uint8Array(readFileSync(`${folder}/${name}`));
  sums.files++;
  const start = process.cpuUsage();
  const { sheets, codes } = await own(bytes);
  const used = spent(start);
  sums.ours += used;
  if (used > 5000) console.log(`${name}: ${used.toFixed(0)} ms`);
  if (sheets === null) {
    sums.refused++;
    refusals.set(codes.join(" "), (refusals.get(codes.join(" ")) ?? 0) + 1);
  } else sums.opened++;
  const begun = process.cpuUsage();
  const theirs = other(bytes);
  sums.sheetJs += spent(begun);
  if (theirs !== null) sums.theirs++;
  if (sheets === null && theirs !== null && verbose) console.log(`${name}: ${codes.join(" ")}, SheetJS reads it`);
  if (sheets === null || theirs === null) continue;
  sums.both++;
  compare(name, sheets, theirs);
}
console.log(refusals);
console.log(sums);

async function own(bytes: Uint8Array): Promise<{ sheets: readonly Sheet[] | null; codes: string[] }> {
  const context = openContext({});
  const sheets = zipNames(bytes) === null ? await readXlsSheets(bytes, context) : ((await readXlsxSheets(bytes, 0, context))?.sheets ?? null);
  return { sheets, codes: context.diagnostics.map(({ code }) => code) };
}

/** SheetJS prints to the console and throws what is no error. */
function other(bytes: Uint8Array): WorkBook | null {
  const { log, error, warn } = console;
  Object.assign(console, { log: () => undefined, error: () => undefined, warn: () => undefined });
  try {
    return readSheetJs(bytes, { type: "array", cellText: true, cellNF: true });
  } catch {
    return null;
  } finally {
    Object.assign(console, { log, error, warn });
  }
}

function spent(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

function compare(name: string, sheets: readonly Sheet[], book: WorkBook): void {
  for (const sheet of sheets) {
    const theirs: WorkSheet | undefined = book.Sheets[sheet.name];
    if (theirs === undefined) continue;
    const [ours, others] = [sheet.merges.map(({ r0, c0, r1, c1 }) => `${r0},${c0}:${r1 - 1},${c1 - 1}`), (theirs["!merges"] ?? []).map(({ s, e }) => `${s.r},${s.c}:${e.r},${e.c}`)];
    const known = new Set(ours);
    const equal = others.filter((one) => known.has(one)).length;
    sums.merges += Math.max(others.length, known.size);
    sums.equalMerges += equal;
    if (equal < others.length || known.size > new Set(others).size) console.log(`${name} ${sheet.name}: ${ours.length} merges, SheetJS ${others.length}, equal ${equal}`);
    compareWords(name, sheet, theirs);
  }
}

function compareWords(name: string, sheet: Sheet, theirs: WorkSheet): void {
  const shown = new Map(sheet.cells.map((cell) => [`${columnName(cell.column)}${cell.row + 1}`, cell]));
  let told = 0;
  for (const [at, value] of Object.entries(theirs)) {
    if (at.startsWith("!") || value === undefined) continue;
    const { w = "", t, v } = value as { w?: string; t: string; v?: unknown };
    const text = t === "s" ? String(v) : w;
    if (text.trim() === "") continue;
    sums.cells++;
    const cell = shown.get(at);
    const own = cell === undefined ? "" : cell.runs.some(({ struck }) => struck) ? cell.runs.map((run) => run.text).join("") : wordsOf(cell);
    if (own.replace(/\s/gu, "") === text.replace(/\s/gu, "")) sums.equalCells++;
    else if (verbose && told++ < 5) console.log(`${name} ${sheet.name}!${at}: ${JSON.stringify(own).slice(0, 80)} | ${JSON.stringify(text).slice(0, 80)} | ${t} ${JSON.stringify((value as { z?: string }).z)}`);
  }
}
