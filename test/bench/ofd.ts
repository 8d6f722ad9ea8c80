/** How the time of an OFD grows with its pages: reading it into a document, and a whole parse. */
import process from "node:process";
import { parseNotice } from "../../src/index.ts";
import { openContext } from "../../src/model/context.ts";
import { readOfd } from "../../src/read/ofd/document.ts";
import { ofd, table, text } from "../read/ofd/build.ts";

const sizes = [10, 50, 200, 500];
/** A page of the longest file may take so many times what one of 50 takes. */
const mostGrowth = 1.3;

/** A page of a task table whose header stands on each page. */
function tablePage(page: number): string {
  const rows = Array.from({ length: 13 }, (_, i) => 60 + 15 * i);
  const tasks = rows.slice(2).map((_, i) => [String(11 * page + i + 1), `推进第${String(11 * page + i + 1)}项政务公开工作`, "市司法局", `${String((i % 9) + 3)}月底前`]);
  const title = page === 0 ? text("2021年重点工作任务分工", 60, 40, { size: 6 }) : "";
  return title + table([15, 35, 115, 155, 195], rows, [["序号", "工作任务", "责任单位", "完成时限"], ...tasks]);
}

const pageTimes: { reading: number; parse: number }[] = [];
console.log("pages      kB  tasks  read ms  parse ms  ms/page");
for (const size of sizes) {
  const bytes = ofd(Array.from({ length: size }, (_, page) => tablePage(page)));
  const input = { name: "a.ofd", bytes };
  const rounds = Math.max(3, Math.round(300 / size));
  const { tasks } = await parseNotice(input);
  const [reading, parse]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    reading.push(await clock(() => readOfd({ ...input, uri: null, role: "notice", label: null }, 0, openContext())));
    parse.push(await clock(() => parseNotice(input)));
  }
  pageTimes.push({ reading: median(reading) / size, parse: median(parse) / size });
  console.log([String(size).padStart(5), (bytes.length / 1000).toFixed(0).padStart(7), String(tasks.length).padStart(6), median(reading).toFixed(0).padStart(8), median(parse).toFixed(0).padStart(9), (median(parse) / size).toFixed(2).padStart(8)].join(" "));
}
for (const key of ["reading", "parse"] as const) {
  const growth = (pageTimes.at(-1)?.[key] ?? 0) / (pageTimes[1]?.[key] ?? 1);
  console.log(`By ${key}, a page of ${String(sizes.at(-1))} takes ${growth.toFixed(2)} times a page of 50: ${growth <= mostGrowth ? "flat" : "it grows"}.`);
  if (growth > mostGrowth) process.exitCode = 1;
}

/** Milliseconds of the processor. */
async function clock(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}
