/**
 * What a request costs beside the reading, and a job of a queue beside what it costs in a batch: processor time of the process that
 * serves or works, without those that read. `node test/bench/service.ts [NOTICES]` (2,000). Linux only.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { kinds, openStore } from "../queue/stores.ts";

const limits = { request: 3, job: 1 };
const notices = Number(process.argv[2] ?? 2_000);
const folder = mkdtempSync(join(tmpdir(), "fengong-bench-"));
const script = fileURLToPath(new URL("../../src/cli/start.ts", import.meta.url));
const seed = fileURLToPath(new URL("../../corpus/seeds/files/liutiliucu-4.html", import.meta.url));

const begin = (...args: string[]): ChildProcess => spawn(process.execPath, [script, ...args], { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });

/** Milliseconds of processor that a process has used itself. */
function used({ pid = 0 }: ChildProcess): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}

/** What a command used by its end. */
async function whole(...args: string[]): Promise<number> {
  const child = begin(...args);
  child.stdout?.resume();
  let milliseconds = 0;
  const timer = setInterval(() => (milliseconds = used(child) ?? milliseconds), 10);
  await once(child, "exit");
  clearInterval(timer);
  return milliseconds;
}

async function measureRequests(): Promise<void> {
  const child = begin("serve", "--port", "0", "--jobs", "1");
  let said = "";
  child.stdout?.on("data", (bytes: Buffer) => (said += bytes.toString()));
  while (!said.includes("\n")) await new Promise((done) => setTimeout(done, 50));
  const { address } = JSON.parse(said.split("\n")[0] ?? "") as { address: string };
  const body = new Uint8Array(readFileSync(seed));
  const ask = async (count: number): Promise<void> => {
    for (let i = 0; i < count; i++) await (await fetch(`${address}/v1/notices?name=${i}.html`, { method: "POST", body })).text();
  };
  await ask(50);
  const before = used(child) ?? 0;
  await ask(notices);
  const each = ((used(child) ?? 0) - before) / notices;
  child.kill("SIGTERM");
  await once(child, "exit");
  console.log(`serve: ${each.toFixed(2)} ms of processor a request beside the reading (at most ${limits.request})`);
  if (each > limits.request) process.exitCode = 1;
}

/** Less what a command uses for nothing at all. */
async function measureJobs(): Promise<void> {
  for (const name of ["none", "all"]) mkdirSync(join(folder, name));
  for (let i = 0; i < notices + 1; i++) cpSync(seed, join(folder, i === 0 ? "none" : "all", `${i}.html`));
  const batch = ((await whole("batch", "all", "--out", "out-all", "--jobs", "1", "--quiet")) - (await whole("batch", "none", "--out", "out-none", "--jobs", "1", "--quiet"))) / notices;
  for (const kind of kinds) {
    const store = await openStore(kind);
    if (store === null) {
      console.log(`${kind} is not installed: not measured`);
      continue;
    }
    const works = async (input: string): Promise<number> => {
      const added = await whole("queue", "add", input, "--queue", store.url, "--name", input);
      return added + (await whole("queue", "work", "--queue", store.url, "--name", input, "--out", `${kind}-${input}`, "--jobs", "1", "--until-empty"));
    };
    const nothing = await works("none");
    const each = ((await works("all")) - nothing) / notices;
    await store.close();
    console.log(`queue on ${kind}: ${(each - batch).toFixed(2)} ms of processor a job over batch (at most ${limits.job}); add and work ${each.toFixed(2)}, batch ${batch.toFixed(2)}`);
    if (each - batch > limits.job) process.exitCode = 1;
  }
}

try {
  await measureRequests();
  await measureJobs();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
