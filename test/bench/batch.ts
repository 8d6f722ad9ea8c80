/** How much faster two processes are than one on 1,000 mixed files, and whether the memory of the parent stays flat over 10,000. */
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const script = process.env["FENGONG_BENCH_SCRIPT"] ?? join(root, "src/cli/start.ts");
const seeds = ["guichi-2018.html", "liutiliucu-4.html", "wuhu-kaoping.html", "liutiliucu-4.docx", "wuhu-kaoping.docx", "liutiliucu-4.pdf"];
const count = Number(process.argv[2] ?? 1000);
const many = Number(process.argv[3] ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), "fengong-bench-"));

/** Runs a batch; its time in seconds, and the memory of the parent in MB, sampled four times a second. */
function batch(input: string, out: string, jobs: number): Promise<{ seconds: number; memory: number[] }> {
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    // A small nursery: what is seen of the memory is what is kept, not what waits to be thrown away.
    const child = spawn(process.execPath, ["--max-semi-space-size=1", script, "batch", input, "--out", out, "--jobs", String(jobs), "--quiet"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
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

/** Real files of three formats, with one process and with two. */
async function measureSpeed(): Promise<void> {
  plant("mixed", count, (inner, i) => {
    const seed = seeds[i % seeds.length] ?? "";
    cpSync(join(root, "corpus/seeds/files", seed), join(inner, `${i}-${seed}`));
  });
  const one = await batch("mixed", "out-1", 1);
  const two = await batch("mixed", "out-2", 2);
  const ratio = one.seconds / two.seconds;
  console.log(`${count} mixed files on ${cpus().length} processors: 1 process ${one.seconds.toFixed(1)} s (${(count / one.seconds).toFixed(1)}/s), 2 processes ${two.seconds.toFixed(1)} s (${(count / two.seconds).toFixed(1)}/s), ${ratio.toFixed(2)} times as fast`);
  if (ratio < 1.8) console.log("less than 1.8 times as fast: is the machine busy?");
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
  if (many > 0) await measureMemory();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
