/** How long the 50-page Word notice takes, second witness included, beside mammoth's own convertToHtml on it in the same run. */
import { readFileSync } from "node:fs";
import process from "node:process";
import mammoth from "mammoth";
import { parseNotice } from "../../src/index.ts";

const rounds = Number(process.env["BENCH_ROUNDS"] ?? 30);
const limit = 1.5;

const bytes = readFileSync(new URL("../read/docx/fixtures/notice-50p.docx", import.meta.url));
const input = { name: "notice-50p.docx", bytes: new Uint8Array(bytes) };
const convert = (): Promise<unknown> => mammoth.convertToHtml({ buffer: bytes }, { externalFileAccess: false });

const { tasks } = await parseNotice(input);
await convert();
const parse: number[] = [];
const alone: number[] = [];
const theirs: number[] = [];
// Taken in turns, so that all meet the same state of the machine.
for (let round = 0; round < rounds; round++) {
  parse.push(await clock(() => parseNotice(input)));
  theirs.push(await clock(convert));
  alone.push(await clock(() => parseNotice(input, { verify: false })));
}
const ratio = median(parse) / median(theirs);
console.log("notice                     kB  tasks  parse ms  without witness ms  mammoth ms  ratio");
const columns = ["notice-50p.docx".padEnd(22), (bytes.length / 1000).toFixed(1).padStart(6), String(tasks.length).padStart(6), median(parse).toFixed(1).padStart(9), median(alone).toFixed(1).padStart(19), median(theirs).toFixed(1).padStart(11), ratio.toFixed(2).padStart(6)];
console.log(columns.join(" "));
console.log(`Medians of ${rounds} rounds, Node ${process.versions.node}. The whole parse may take ${limit} times mammoth's convertToHtml.`);
if (ratio > limit) {
  console.error(`The notice took ${ratio.toFixed(2)} times as long as mammoth's convertToHtml.`);
  process.exitCode = 1;
}

async function clock(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}
