/**
 * How long a Word 97 notice takes from bytes to elements (text, styles, numbers, tables) beside word-extractor, which gives its text alone, in the same run.
 * What follows is the same for every Word file: see docx.ts.
 */
import { readFileSync } from "node:fs";
import process from "node:process";
import WordExtractor from "word-extractor";
import { openContext } from "../../src/model/context.ts";
import { parseNotice } from "../../src/index.ts";
import { readStream } from "../../src/read/compound-file.ts";
import { Bytes } from "../../src/read/doc/bytes.ts";
import { readFib } from "../../src/read/doc/fib.ts";
import { BinaryParts } from "../../src/read/doc/parts.ts";

const rounds = Number(process.env["BENCH_ROUNDS"] ?? 60);
const limit = 2.5;

const bytes = readFileSync(new URL("../../corpus/seeds/files/guichi-2018.doc", import.meta.url));
const input = { name: "guichi-2018.doc", bytes: new Uint8Array(bytes) };
const read = (): Promise<unknown> => {
  // A copy, so that the container is opened anew each time, as word-extractor does.
  const copy = new Uint8Array(bytes);
  const stream = (name: string): Bytes => new Bytes(readStream(copy, name)?.bytes ?? new Uint8Array());
  const main = stream("WordDocument");
  const fib = readFib(main);
  const streams = { main, table: stream(fib.tableName), data: stream("Data"), summary: stream("\u0005SummaryInformation") };
  return Promise.resolve(new BinaryParts(fib, streams, copy.length, openContext()).read());
};
const extract = async (): Promise<unknown> => {
  const words = await new WordExtractor().extract(bytes);
  return [words.getBody(), words.getFootnotes(), words.getEndnotes(), words.getHeaders(), words.getTextboxes()];
};

for (let i = 0; i < 300; i++) await Promise.all([read(), extract()]);
const { tasks } = await parseNotice(input);
const ours: number[] = [];
const whole: number[] = [];
const theirs: number[] = [];
// Taken in turns, so that all meet the same state of the machine.
for (let round = 0; round < rounds; round++) {
  ours.push(await clock(read));
  theirs.push(await clock(extract));
  if (round % 10 === 0) whole.push(await clock(() => parseNotice(input)));
}
const ratio = median(ours) / median(theirs);
console.log("notice                     kB  tasks   read ms  whole parse ms  word-extractor ms  ratio");
console.log([input.name.padEnd(22), (bytes.length / 1000).toFixed(1).padStart(6), String(tasks.length).padStart(6), median(ours).toFixed(1).padStart(9), median(whole).toFixed(1).padStart(15), median(theirs).toFixed(1).padStart(18), ratio.toFixed(2).padStart(6)].join(" "));
console.log(`Medians of ${String(rounds)} rounds, Node ${process.versions.node}. From bytes to elements may take ${String(limit)} times word-extractor's text.`);
if (ratio > limit) {
  console.error(`It took ${ratio.toFixed(2)} times as long as word-extractor.`);
  process.exitCode = 1;
}

/** Milliseconds of the processor for one of ten in a row: one alone is shorter than what a busy machine lets pass in between. */
async function clock(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  for (let i = 0; i < 10; i++) await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 10_000;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}
