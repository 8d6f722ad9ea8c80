/** How long a web page takes, warm, beside cheerio.load of the same page in the same run. */
import { readFileSync } from "node:fs";
import process from "node:process";
import { load } from "cheerio";
import { parseNotice } from "../../src/index.ts";

const rounds = Number(process.env["BENCH_ROUNDS"] ?? 30);
const warmUp = 15;
const limit = { bytes: 100_000, milliseconds: 25 };

const seeds = new URL("../../corpus/seeds/files/", import.meta.url);
const seed = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(new URL(name, seeds))) });
const wuhu = seed("wuhu-kaoping.html");

/** `limited`: the page to which the limit applies. The dense table shows the cost of a task; no real page seen so far holds as many. */
const pages = [
  { name: "wuhu-kaoping, 100 kB", bytes: fill(wuhu.bytes, limit.bytes), limited: true },
  ...[wuhu, seed("wanzheng-66.html"), seed("guichi-2018.html"), seed("liutiliucu-4.html")].map((page) => ({ ...page, limited: false })),
  { name: "dense table, 100 kB", bytes: dense(limit.bytes), limited: false },
];

console.log("page                          kB  tasks  parse ms  (best)  cheerio ms  (best)  ratio");
let late = false;
for (const { name, bytes, limited } of pages) {
  const html = new TextDecoder().decode(bytes);
  const { tasks } = await parseNotice({ name, bytes });
  for (let round = 0; round < warmUp; round++) await parseNotice({ name, bytes }).then(() => load(html));
  // Taken in turns, so that both meet the same state of the machine.
  const parse: number[] = [];
  const cheerio: number[] = [];
  for (let round = 0; round < rounds; round++) {
    parse.push(await clock(() => parseNotice({ name, bytes })));
    cheerio.push(await clock(() => Promise.resolve(load(html))));
  }
  const ours = median(parse);
  const theirs = median(cheerio);
  const columns = [name.padEnd(26), (bytes.length / 1000).toFixed(1).padStart(5), String(tasks.length).padStart(6), ours.toFixed(1).padStart(9), best(parse), theirs.toFixed(1).padStart(11), best(cheerio), (ours / theirs).toFixed(2).padStart(6)];
  console.log(columns.join(" "));
  if (limited && ours > limit.milliseconds) late = true;
}
console.log(`Medians of ${rounds} rounds, Node ${process.versions.node}. A page of 100 kB may take ${limit.milliseconds} ms.`);
if (late) {
  console.error(`A page of 100 kB took longer than ${limit.milliseconds} ms.`);
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

/** On a busy machine the best round says more than the median. */
function best(times: readonly number[]): string {
  return `(${Math.min(...times).toFixed(1)})`.padStart(7);
}

/** A page grown to `size` bytes exactly by paragraphs of running text at its end. */
function fill(page: Uint8Array, size: number): Uint8Array {
  const [before = "", ...after] = new TextDecoder().decode(page).split("</body>");
  const tail = `</body>${after.join("</body>")}`;
  return grow(before, () => "<p>各单位要加强组织领导，明确责任分工，完善工作机制，确保各项任务落到实处。</p>\n", tail, size);
}

/** A page of `size` bytes exactly that is one table with as many short tasks as it holds. */
function dense(size: number): Uint8Array {
  const head =
    '<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>2021年重点工作任务分工</title></head><body><h1>2021年重点工作任务分工</h1>\n' +
    "<table><tr><th>序号</th><th>工作任务</th><th>责任单位</th><th>完成时限</th></tr>\n";
  const row = (i: number): string =>
    `<tr><td>${i}</td><td>完善第${i}项政务公开制度，编制并公布基层政务公开事项标准目录。</td><td>市财政局、市审计局，各区政府</td><td>2021年${(i % 12) + 1}月底前</td></tr>\n`;
  return grow(head, row, "</table></body></html>\n", size);
}

function grow(head: string, piece: (i: number) => string, tail: string, size: number): Uint8Array {
  const encoder = new TextEncoder();
  const length = (text: string): number => encoder.encode(text).length;
  let page = head;
  let left = size - length(head) - length(tail);
  for (let i = 1; length(piece(i)) <= left; i++) {
    page += piece(i);
    left -= length(piece(i));
  }
  return encoder.encode(page + " ".repeat(left) + tail);
}
