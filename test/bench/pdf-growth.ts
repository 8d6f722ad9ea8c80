/** How the time of a PDF grows with its pages, and whether memory stays flat over many documents in a row. */
import process from "node:process";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parseNotice } from "../../src/index.ts";
import { library } from "../../src/read/pdf/library.ts";
import { grid, makePdf, words } from "../read/pdf/make.ts";
import { bareLoop, clock, fixture, median } from "./pdf-measures.ts";

const sizes = [10, 50, 200, 500];
const documents = 100;
/** Time a page may grow by this factor from 50 to 500 pages, memory from the second quarter of the documents to the last. */
const mostGrowth = 1.3;

/** A task table of three tasks a page: header, labels over several rows, long cells. */
function tablePage(page: number): string {
  const [xs, top] = [[60, 120, 160, 420, 500, 540], 780];
  const sentence = "推进政务公开标准化规范化，及时更新公开目录，主动接受社会监督，";
  const row = (cells: readonly string[][], y: number): string => cells.map((lines, column) => lines.map((line, i) => words(line, (xs[column] ?? 0) + 4, y - 14 - 14 * i)).join("")).join("");
  const rows = [0, 1, 2].map((i) => {
    const number = 3 * page + i + 1;
    const text = Array.from({ length: 7 }, (_, k) => (k === 6 ? `并于${(number % 9) + 3}月底前报送。` : sentence.slice(k % 5, (k % 5) + 24)));
    return row([[`任务${page + 1}`], [String(number)], text, ["市财政局、", "市教育局、", "各县区政府"], ["年底前"]], top - 30 - 120 * i);
  });
  const head = row([["工作任务"], ["序号"], ["具体要求"], ["责任单位"], ["时限"]], top);
  return grid(xs, [top, top - 30, top - 150, top - 270, top - 390]) + head + rows.join("");
}

const growth: number[] = [];
console.log("pages  tasks  parse ms  bare ms  ratio  ms/page");
for (const size of sizes) {
  const bytes = makePdf(Array.from({ length: size }, (_, i) => tablePage(i)));
  const rounds = Math.max(3, Math.round(400 / size));
  const { tasks } = await parseNotice({ name: "a.pdf", bytes });
  const [parse, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    bare.push(await clock(() => bareLoop(bytes)));
    parse.push(await clock(() => parseNotice({ name: "a.pdf", bytes })));
  }
  const [ours, theirs] = [median(parse), median(bare)];
  growth.push(ours / size);
  console.log([String(size).padStart(5), String(tasks.length).padStart(6), ours.toFixed(0).padStart(9), theirs.toFixed(0).padStart(8), (ours / theirs).toFixed(2).padStart(6), (ours / size).toFixed(2).padStart(8)].join(" "));
}
const times = (growth.at(-1) ?? 0) / (growth[1] ?? 1);
report(`A page of 500 takes ${times.toFixed(2)} times a page of 50`, times);

await library();
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
const bytes = fixture("notice-50p.pdf");
const quarters: { heap: number; rss: number }[] = [];
for (let i = 1; i <= documents; i++) {
  await parseNotice({ name: "a.pdf", bytes });
  if (i % (documents / 4) !== 0) continue;
  collect();
  const { heapUsed, rss } = process.memoryUsage();
  quarters.push({ heap: heapUsed / 1e6, rss: rss / 1e6 });
}
console.log(`\nMemory after each quarter of ${documents} documents of 50 pages, MB`);
console.log(`heap ${quarters.map(({ heap }) => heap.toFixed(0).padStart(5)).join("")}`);
console.log(`rss  ${quarters.map(({ rss }) => rss.toFixed(0).padStart(5)).join("")}`);
const heap = (quarters.at(-1)?.heap ?? 0) / (quarters[1]?.heap ?? 1);
const rss = (quarters.at(-1)?.rss ?? 0) / (quarters[1]?.rss ?? 1);
report(`The heap of the last quarter is ${heap.toFixed(2)} times that of the second`, heap);
report(`The memory of the process is ${rss.toFixed(2)} times that of the second`, rss);

function report(sentence: string, factor: number): void {
  console.log(`${sentence}: ${factor <= mostGrowth ? "flat" : "it grows"}.`);
  if (factor > mostGrowth) process.exitCode = 1;
}
