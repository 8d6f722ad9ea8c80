/**
 * Whether the memory of a worker stays flat over very many jobs: of one that takes them from a queue, of its reading process, and of one that is
 * asked over standard input. Prints both each tenth of the way: `node test/bench/memory.ts [JOBS] [queue|worker]` (50,000, both). Linux only.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { childrenOf } from "../batch/children.ts";
import { page } from "../batch/tree-of.ts";
import { openStore } from "../queue/stores.ts";

/** Between the first tenth, by which all is loaded, and the last. The engine gives itself more room now and then; what is held is judged in test/batch/memory.long.test.ts. */
const most = { megabytes: 80 };
const jobs = Number(process.argv[2] ?? 50_000);
const only = process.argv[3] ?? "";
const folder = mkdtempSync(join(tmpdir(), "fengong-memory-"));
const script = process.env["FENGONG_BENCH_SCRIPT"] ?? fileURLToPath(new URL("../../src/cli/start.ts", import.meta.url));

const begin = (...args: string[]): ChildProcess => spawn(process.execPath, [script, ...args], { cwd: folder, stdio: ["pipe", "pipe", "inherit"] });
const nameOf = (i: number): string => `in/${Math.floor(i / 1000)}/${i}.html`;

function plant(): void {
  for (let i = 0; i < jobs; i++) {
    if (i % 1000 === 0) mkdirSync(join(folder, `in/${i / 1000}`), { recursive: true });
    writeFileSync(join(folder, nameOf(i)), page(`完成第${i}项工作，推进改革。`));
  }
}

/** Resident memory, in MB; 0 of a process that is gone. */
function memoryOf(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid ?? 0}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Reads the answers of a worker and looks at it each tenth of the way. */
async function watch(name: string, child: ChildProcess): Promise<void> {
  const seen: { readonly own: number; readonly reader: number }[] = [];
  let done = 0;
  if (child.stdout === null) return;
  for await (const line of createInterface(child.stdout)) {
    if (!line.startsWith("{") || ++done % Math.ceil(jobs / 10) !== 0) continue;
    const now = { own: memoryOf(child.pid), reader: Math.max(0, ...childrenOf(child.pid).map(memoryOf)) };
    seen.push(now);
    console.log(`${name}: ${done} jobs, ${now.own.toFixed(0)} MB, its reading process ${now.reader.toFixed(0)} MB`);
  }
  for (const what of ["own", "reader"] as const) {
    const growth = (seen.at(-1)?.[what] ?? 0) - (seen[0]?.[what] ?? 0);
    console.log(`${name}, ${what}: ${growth.toFixed(0)} MB more at the end than after the first tenth (at most ${most.megabytes})`);
    if (done < jobs || growth > most.megabytes) process.exitCode = 1;
  }
}

async function measureQueue(): Promise<void> {
  const store = await openStore("redis");
  if (store === null) {
    console.log("redis is not installed: not measured");
    return;
  }
  const adding = begin("queue", "add", "in", "--queue", store.url);
  adding.stdout?.resume();
  await once(adding, "exit");
  await watch("queue work", begin("queue", "work", "--queue", store.url, "--out", "out", "--jobs", "1", "--until-empty"));
  await store.close();
}

/** Asks as a Spark partition does: the next when the last is answered. */
async function measureWorker(): Promise<void> {
  const child = begin("worker", "--quiet");
  let asked = 0;
  const ask = (): void => {
    if (asked === jobs) child.stdin?.end();
    else child.stdin?.write(`${JSON.stringify({ id: String(asked), path: nameOf(asked++) })}\n`);
  };
  child.stdout?.on("data", (bytes: Buffer) => {
    for (const byte of bytes) if (byte === 10) ask();
  });
  ask();
  await watch("worker", child);
}

try {
  plant();
  if (only !== "worker") await measureQueue();
  if (only !== "queue") await measureWorker();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
