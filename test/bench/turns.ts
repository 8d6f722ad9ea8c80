/**
 * How long others wait for the thread while a PDF of 700 pages is read: the longest time of this thread's processor between two turns of the
 * event loop. Processor time, because other programs on the machine change the clock (`monitorEventLoopDelay` counts them too).
 */
import process from "node:process";
import { parseNotice } from "../../src/index.ts";
import { longPdf } from "../read/pdf/long.ts";

const pages = 700;
const limit = 50;
const bytes = longPdf(pages);
await parseNotice({ name: "a.pdf", bytes: longPdf(10) });

const waits: number[] = [];
let going = true;
let before = process.threadCpuUsage();
const turn = (): void => {
  const now = process.threadCpuUsage();
  waits.push((now.user + now.system - before.user - before.system) / 1000);
  before = now;
  if (going) setImmediate(turn);
};
setImmediate(turn);
const { tasks } = await parseNotice({ name: "a.pdf", bytes });
going = false;
const longest = waits.toSorted((a, b) => b - a).slice(0, 5);
const sum = waits.reduce((total, wait) => total + wait, 0);
console.log(`turns: ${pages} pages, ${tasks.length} tasks, ${waits.length} turns in ${sum.toFixed(0)} ms of processor time; the longest ${longest.map((wait) => wait.toFixed(0)).join(", ")} ms (limit ${limit})`);
if ((longest[0] ?? 0) > limit) process.exitCode = 1;
