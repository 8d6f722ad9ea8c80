/**
 * How much faster two cores and two processes are than one on 1,000 mixed files, what reading in processes costs beside a plain loop over 500 of
 * them, and whether the memory of the parent stays flat over 10,000. Runs the built program, as its users do.
 */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const script = process.env["FENGONG_BENCH_SCRIPT"] ?? join(root, "dist/cli/start.js");
/** Files that are refused: they would end the run with an exit code of its own, and cost next to nothing. */
const unreadable = /\.doc$|-scan\./;
const seedFolder = join(root, "corpus/seeds/files");
const seeds = readdirSync(seedFolder).filter((name) => !unreadable.test(name));
const count = Number(process.argv[2] ?? 1000);
const many = Number(process.argv[3] ?? 10_000);
const typical = Number(process.argv[4] ?? 500);
const folder = mkdtempSync(join(tmpdir(), "fengong-bench-"));

interface Run {
  readonly seconds: number;
  /** Of the parent, in MB, sampled four times a second. */
  readonly memory: readonly number[];
}

/** Runs a batch. A small nursery: what is seen of the memory is what is kept, not what waits to be thrown away. */
function batch(input: string, out: string, jobs: number, on: readonly string[] = []): Promise<Run> {
  return time(["--max-semi-space-size=1", script, "batch", input, "--out", out, "--jobs", String(jobs), "--quiet"], on);
}

/** Runs Node, `on` what the words say. */
function time(args: readonly string[], on: readonly string[] = []): Promise<Run> {
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const [program = process.execPath, ...rest] = [...on, process.execPath, ...args];
    const child = spawn(program, rest, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
    const memory: number[] = [];
    const timer = setInterval(() => {
      const pages = /^VmRSS:\s+(\d+)/mu.exec(status(child.pid))?.[1];
      if (pages !== undefined) memory.push(Number(pages) / 1024);
    }, 250);
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(timer);
      if (code === 0) resolve({ seconds: Number(process.hrtime.bigint() - started) / 1e9, memory });
      else reject(new Error(`exit ${code ?? "by signal"}`));
    });
  });
}

function status(pid: number | undefined): string {
  try {
    return readFileSync(`/proc/${pid ?? 0}/status`, "utf8");
  } catch {
    return "";
  }
}

function plant(name: string, files: number, write: (path: string, i: number) => void): void {
  for (let i = 0; i < files; i++) {
    const inner = join(folder, name, String(i % 100));
    mkdirSync(inner, { recursive: true });
    write(inner, i);
  }
}

/** Every notice of the seed corpus in turn, in all formats. */
function plantMixed(name: string, files: number): void {
  plant(name, files, (inner, i) => {
    const seed = seeds[i % seeds.length] ?? "";
    cpSync(join(seedFolder, seed), join(inner, `${i}-${seed}`));
  });
}

/** With one core and with two, where the system can bind a program to a core; beside it what two programs that share nothing gain. */
async function measureSpeed(): Promise<void> {
  plantMixed("mixed", count);
  const one = await batch("mixed", "out-1", 1);
  const bound = binds() ? await batch("mixed", "out-bound", 1, onCore(0)) : null;
  const two = await batch("mixed", "out-2", 2);
  const said = (name: string, { seconds }: Run): string => `${name} ${seconds.toFixed(1)} s (${(count / seconds).toFixed(1)}/s)`;
  console.log(`${count} mixed files on ${cpus().length} processors: ${said("1 process", one)}, ${said("2 processes", two)}, ${(one.seconds / two.seconds).toFixed(2)} times as fast`);
  if (bound === null) return;
  const ratio = bound.seconds / two.seconds;
  console.log(`${said("the same on one core", bound)}: two cores are ${ratio.toFixed(2)} times as fast`);
  if (ratio < 1.8) console.log(`less than 1.8 times as fast; two plain loops over half of the files each, on a core each, are ${(await ceiling()).toFixed(2)} times as fast as one over all`);
}

/** What this machine gives two programs that read and write the same files and have nothing to do with each other. */
async function ceiling(): Promise<number> {
  for (const half of [0, 1]) plantMixed(`half-${half}`, count / 2);
  const loop = (input: string, core: number): Promise<Run> => time([fileURLToPath(new URL("./plain-loop.ts", import.meta.url)), input, `out-${input}`], onCore(core));
  const alone = await loop("mixed", 0);
  const both = await Promise.all([0, 1].map((half) => loop(`half-${half}`, half)));
  return alone.seconds / Math.max(...both.map(({ seconds }) => seconds));
}

const onCore = (core: number): readonly string[] => ["taskset", "-c", String(core)];

function binds(): boolean {
  return cpus().length > 1 && spawnSync("taskset", ["-c", "0", "true"]).status === 0;
}

/** In a process of their own under watch, with journal and outputs, and in a plain loop that reads and writes the same. */
async function measurePooling(): Promise<void> {
  plantMixed("typical", typical);
  const loop = await time([fileURLToPath(new URL("./plain-loop.ts", import.meta.url)), "typical", "out-loop"]);
  const pooled = await batch("typical", "out-pooled", 1);
  const cost = (pooled.seconds / loop.seconds - 1) * 100;
  console.log(`${typical} mixed files: plain loop ${loop.seconds.toFixed(1)} s, one watched process ${pooled.seconds.toFixed(1)} s: ${cost.toFixed(0)} % more (at most 20)`);
  if (cost > 20) console.log("more than 20 %: is the machine busy?");
}

/** Many small files: the memory of the parent must not grow with their number. */
async function measureMemory(): Promise<void> {
  plant("small", many, (inner, i) => {
    writeFileSync(join(inner, `${i}.html`), `<!DOCTYPE html><meta charset=utf-8><p>一、完成第${i}项工作。（市财政局牵头，2021年6月底前完成）</p>`);
  });
  const { seconds, memory } = await batch("small", "out-small", 2);
  const quarter = Math.floor(memory.length / 4);
  const mean = (part: readonly number[]): number => part.reduce((sum, megabytes) => sum + megabytes, 0) / part.length;
  const parts = [1, 2, 3].map((i) => mean(memory.slice(i * quarter, (i + 1) * quarter)).toFixed(0));
  console.log(`${many} small files: ${seconds.toFixed(0)} s; parent MB in the 2nd, 3rd, 4th quarter ${parts.join(", ")}; peak ${Math.max(...memory).toFixed(0)}`);
}

try {
  if (count > 0) await measureSpeed();
  if (typical > 0) await measurePooling();
  if (many > 0) await measureMemory();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
