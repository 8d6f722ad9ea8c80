/** A parent that is about to be killed: prints the number of its reading process, and gives it a job that never ends. */
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { defaultBudget } from "../../../src/batch/budget.ts";
import { ReadingProcess } from "../../../src/batch/reading-process.ts";

const child = new ReadingProcess<string, unknown>(new URL("./moody.ts", import.meta.url), defaultBudget);
await child.do("pid");
void child.do(process.argv[2] ?? "loop");
await sleep(300);
console.log(child.pid);
