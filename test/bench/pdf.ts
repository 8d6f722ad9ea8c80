/** How long a PDF takes beside a bare loop over its operator lists in the same run. */
import { readFileSync } from "node:fs";
import process from "node:process";
import { parseNotice } from "../../src/index.ts";
import { library } from "../../src/read/pdf/library.ts";
import { bareLoop, clock, fixture, median, processorTime } from "./pdf-measures.ts";

const rounds = Number(process.env["BENCH_ROUNDS"] ?? 12);
/** Rounds before any is counted: the engine takes about so many until it has compiled both programs well. */
const warmUp = 20;
/** The whole parse of the 50-page notice may take so many times the bare loop. */
const mostRatio = 2;

const seed = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../../corpus/seeds/files/${name}`, import.meta.url)));
const files = [
  { name: "notice-50p.pdf", bytes: fixture("notice-50p.pdf") },
  ...["wanzheng-66.pdf", "wanzheng-66-chromium.pdf", "guichi-2018.pdf", "wuhu-kaoping.pdf", "liutiliucu-4.pdf", "wanzheng-66-scan.pdf"].map((name) => ({ name, bytes: seed(name) })),
];

const cold = await inTurns(files[0]?.name ?? "", files[0]?.bytes ?? new Uint8Array(), warmUp);
console.log(`The first ${warmUp} rounds of ${files[0]?.name}: ${median(cold.parse).toFixed(0)} ms, bare ${median(cold.bare).toFixed(0)} ms, ratio ${(median(cold.parse) / median(cold.bare)).toFixed(2)}.`);
console.log("file                        pages  tasks  parse ms  bare ms  ratio  ms/page  ratio of processor time");
let late = false;
for (const { name, bytes } of files) {
  const { tasks, sources } = await parseNotice({ name, bytes });
  const { parse, bare, processor } = await inTurns(name, bytes, rounds);
  const [ours, theirs] = [median(parse), median(bare)];
  const pages = sources[0]?.pages ?? (await pagesOf(bytes));
  console.log(
    [name.padEnd(27), String(pages).padStart(5), String(tasks.length).padStart(6), ours.toFixed(0).padStart(9), theirs.toFixed(0).padStart(8), (ours / theirs).toFixed(2).padStart(6), (ours / pages).toFixed(1).padStart(8), (median(processor.parse) / median(processor.bare)).toFixed(2).padStart(6)].join(" "),
  );
  if (name === "notice-50p.pdf" && ours / theirs > mostRatio) late = true;
}
console.log(`Medians of ${rounds} rounds after these, Node ${process.versions.node}. The 50-page notice may take ${mostRatio} times the bare loop.`);
if (late) {
  console.error(`The 50-page notice took more than ${mostRatio} times the bare loop.`);
  process.exitCode = 1;
}

/** The whole parse and the bare loop, taken in turns, so that both meet the same state of the machine. */
async function inTurns(name: string, bytes: Uint8Array, times: number): Promise<{ parse: number[]; bare: number[]; processor: { parse: number[]; bare: number[] } }> {
  const parse: number[] = [];
  const bare: number[] = [];
  const processor: { parse: number[]; bare: number[] } = { parse: [], bare: [] };
  for (let round = 0; round < times; round++) {
    processor.bare.push(await processorTime(async () => bare.push(await clock(() => bareLoop(bytes)))));
    processor.parse.push(await processorTime(async () => parse.push(await clock(() => parseNotice({ name, bytes })))));
  }
  return { parse, bare, processor };
}

async function pagesOf(bytes: Uint8Array): Promise<number> {
  const task = (await library()).open(bytes);
  const { numPages } = await task.promise;
  await task.destroy();
  return numPages;
}
