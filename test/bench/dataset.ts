/**
 * How long a dataset takes to build as its notices grow in number, how much memory, and how long when nothing or one file is new.
 *
 *     BENCH_NOTICES=3000 node test/bench/dataset.ts
 */
import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDataset } from "../dataset/command.ts";
import { fileOf, makeWorld, plant } from "../dataset/notices/world.ts";

const most = Number(process.env["BENCH_NOTICES"] ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), "fengong-bench-"));

interface Measured {
  readonly seconds: number;
  /** Peak of the parent in MB. */
  readonly peak: number;
}

async function build(source: string, out: string): Promise<Measured> {
  const child = startDataset(["build", source, "--out", out, "--jobs", "2", "--quiet"]);
  let peak = 0;
  const timer = setInterval(() => {
    const kilobytes = /^VmHWM:\s+(\d+)/mu.exec(statusOf(child.pid))?.[1];
    if (kilobytes !== undefined) peak = Math.max(peak, Number(kilobytes) / 1024);
  }, 100);
  const { code, seconds, stderr } = await child.done;
  clearInterval(timer);
  if (code !== 0) throw new Error(`exit ${code ?? "by signal"}: ${stderr}`);
  return { seconds, peak };
}

function statusOf(pid: number | undefined): string {
  try {
    return readFileSync(`/proc/${pid ?? 0}/status`, "utf8");
  } catch {
    return "";
  }
}

const versions = (out: string): number => readdirSync(join(out, "artifacts")).length;

try {
  const perNotice: number[] = [];
  for (const count of [most / 10, (most * 3) / 10, most].map(Math.round)) {
    const [source, out] = [join(folder, "source"), join(folder, "out")];
    rmSync(out, { recursive: true, force: true });
    const world = makeWorld("bench", count);
    plant(world, source);
    const first = await build(source, out);
    perNotice.push((first.seconds * 1000) / count);
    console.log(`${count} notices: ${first.seconds.toFixed(1)} s, ${((first.seconds * 1000) / count).toFixed(1)} ms each; peak of the parent ${first.peak.toFixed(0)} MB`);
    const again = await build(source, out);
    console.log(`  again, nothing new: ${again.seconds.toFixed(2)} s, ${((100 * again.seconds) / first.seconds).toFixed(1)} % of the first time; ${versions(out)} version`);
    const [posting] = world.postings;
    if (posting !== undefined) appendFileSync(join(source, fileOf(posting)), "<p>又及。</p>");
    const changed = await build(source, out);
    console.log(`  again, one file changed: ${changed.seconds.toFixed(1)} s; ${versions(out)} versions; peak of the parent ${changed.peak.toFixed(0)} MB`);
  }
  const [small = 0, , large = 0] = perNotice;
  console.log(`a notice among ${most} takes ${(large / small).toFixed(2)} times as long as one among ${Math.round(most / 10)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
