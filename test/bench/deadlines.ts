/** How long a deadline cell and running text take, beside the Chinese parser of chrono-node on the same words in the same run. */
import { readdirSync, readFileSync } from "node:fs";
import process from "node:process";
import * as zh from "chrono-node/zh";
import { findDeadlines, parseDeadline, type DeadlineContext } from "../../src/deadlines.ts";

const rounds = Number(process.env["BENCH_ROUNDS"] ?? 30);
const limit = { cell: 10, text: 2000 };
const context: DeadlineContext = { workYear: { year: 2020, basis: "title" }, dateIssued: "2020-06-08" };
const noon = new Date(Date.UTC(2020, 5, 8, 4));

const fixtures = new URL("../normalise/deadlines/fixtures/", import.meta.url);
const column = (name: string, at: number): string[] =>
  readFileSync(new URL(name, fixtures), "utf8").trim().split("\n").slice(1).map((line) => line.split("\t")[at] ?? "");
const cells = [...column("phrases60.tsv", 2), ...column("expressions.tsv", 0)];

/** 10,000 characters of notices, tables and prose as they stand. */
const notices = new URL("../../corpus/seeds/text/", import.meta.url);
const prose = readdirSync(notices).sort().map((name) => readFileSync(new URL(name, notices), "utf8")).join("\n").slice(0, 10_000);

for (let round = 0; round < 20; round++) {
  for (const cell of cells) both(cell);
  findDeadlines(prose, context);
  zh.parse(prose, noon);
}

const ours = { cell: [] as number[], text: [] as number[] };
const theirs = { cell: [] as number[], text: [] as number[] };
for (let round = 0; round < rounds; round++) {
  // Taken in turns, so that both meet the same state of the machine.
  ours.cell.push(clock(() => cells.forEach((cell) => parseDeadline(cell, context))) / cells.length);
  theirs.cell.push(clock(() => cells.forEach((cell) => zh.parse(cell, noon))) / cells.length);
  ours.text.push(clock(() => findDeadlines(prose, context)));
  theirs.text.push(clock(() => zh.parse(prose, noon)));
}

const rows = [
  { name: `cell, mean of ${cells.length} phrases`, mine: ours.cell, other: theirs.cell, most: limit.cell },
  { name: "10,000 characters of text", mine: ours.text, other: theirs.text, most: limit.text },
  { name: "cell, median phrase", mine: cells.map((cell) => medianOf(cell)), other: [Number.NaN], most: limit.cell },
];
console.log("deadlines                         µs   (best)   chrono-node µs   (best)   at most");
let late = false;
for (const { name, mine, other, most } of rows) {
  const [median, best] = [medianOfTimes(mine), Math.min(...mine)];
  console.log([name.padEnd(30), median.toFixed(1).padStart(7), `(${best.toFixed(1)})`.padStart(9), medianOfTimes(other).toFixed(1).padStart(15), `(${Math.min(...other).toFixed(1)})`.padStart(10), String(most).padStart(8)].join(" "));
  if (!name.includes("mean") && median > most) late = true;
}
console.log(`Medians of ${rounds} rounds, Node ${process.versions.node}. The median cell may take ${limit.cell} µs, 10,000 characters ${limit.text} µs.`);
if (late) {
  console.error("Reading deadlines took longer than that.");
  process.exitCode = 1;
}

function both(cell: string): void {
  parseDeadline(cell, context);
  zh.parse(cell, noon);
}

/** Microseconds. */
function clock(work: () => unknown): number {
  const start = performance.now();
  work();
  return (performance.now() - start) * 1000;
}

/** One phrase alone, 100 times a round. */
function medianOf(cell: string): number {
  const times = Array.from({ length: 9 }, () => clock(() => { for (let i = 0; i < 100; i++) parseDeadline(cell, context); }) / 100);
  return medianOfTimes(times);
}

function medianOfTimes(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}
