/**
 * What a notice of each format costs in processor time, warm and with its second reader, and what 10⁶ to 10⁸ of them come to: the tables of
 * docs/service.md. `node test/bench/cost.ts [NOTICES]` (20 of each format). Each is measured three times, and the least counts: what other programs do
 * beside it only adds. Linux only.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const notices = Number(process.argv[2] ?? 20);
const folder = mkdtempSync(join(tmpdir(), "fengong-cost-"));
const script = process.env["FENGONG_BENCH_SCRIPT"] ?? fileURLToPath(new URL("../../src/cli/start.ts", import.meta.url));
const seeds = fileURLToPath(new URL("../../corpus/seeds/files/", import.meta.url));

/** A notice of each format, and its share of an archive: most are pages. */
const kinds = [
  { seed: "liutiliucu-4.html", share: 0.35 },
  { seed: "wuhu-kaoping.html", share: 0.35 },
  { seed: "wanzheng-66.docx", share: 0.15 },
  { seed: "wanzheng-66.pdf", share: 0.15 },
];

/** Seconds of processor of all processes that were started here and have ended, with those that they started. */
function used(): number {
  const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

const rounds = 3;

/** Seconds of a batch of copies, the least of several. */
function batch(seed: string, copies: number): { readonly seconds: number; readonly out: string } {
  const all = Array.from({ length: rounds }, (_, round) => batchOnce(seed, copies, round));
  return all.reduce((least, one) => (one.seconds < least.seconds ? one : least));
}

function batchOnce(seed: string, copies: number, round: number): { readonly seconds: number; readonly out: string } {
  const [input, out] = [join(folder, `in-${seed}-${copies}`), join(folder, `out-${seed}-${copies}-${round}`)];
  mkdirSync(input, { recursive: true });
  for (let i = 0; i < copies; i++) cpSync(join(seeds, seed), join(input, `${i}-${seed}`));
  const before = used();
  const { status, stderr } = spawnSync(process.execPath, [script, "batch", input, "--out", out, "--jobs", "1", "--quiet"], { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`${seed}: ${status ?? ""} ${stderr}`);
  return { seconds: used() - before, out };
}

interface Cost {
  readonly seconds: number;
  readonly json: number;
  readonly packed: number;
}

function measure(seed: string): Cost & { readonly bytes: number; readonly tasks: number } {
  const one = batch(seed, 2);
  const many = batch(seed, notices + 2);
  const [name = ""] = readdirSync(many.out, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(`${seed}.json`));
  const json = readFileSync(join(many.out, name));
  const { tasks } = JSON.parse(json.toString()) as { tasks: unknown[] };
  return { seconds: (many.seconds - one.seconds) / notices, json: json.length, packed: gzipSync(json).length, bytes: statSync(join(seeds, seed)).size, tasks: tasks.length };
}

const kilo = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;
const rounded = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(2));

try {
  const mean = { seconds: 0, packed: 0 };
  console.log("| Notice | Seconds of processor | JSON | gzip |\n|---|---|---|---|");
  for (const { seed, share } of kinds) {
    const { seconds, json, packed, bytes, tasks } = measure(seed);
    mean.seconds += share * seconds;
    mean.packed += share * packed;
    console.log(`| ${seed}, ${kilo(bytes)}, ${tasks} tasks | ${seconds.toFixed(3)} | ${kilo(json)} | ${kilo(packed)} |`);
  }
  console.log(`\n${rounded(mean.seconds)} s a notice\n\n| Notices (${kinds.map(({ seed, share }) => `${100 * share} % ${seed}`).join(", ")}) | Hours of processor | On 16 cores | Results, gzip |\n|---|---|---|---|`);
  for (const power of [6, 7, 8]) {
    const hours = (mean.seconds * 10 ** power) / 3600;
    const wall = hours / 16;
    console.log(`| 10^${power} | ${rounded(hours)} | ${wall >= 48 ? `${rounded(wall / 24)} days` : `${rounded(wall)} hours`} | ${rounded((mean.packed * 10 ** power) / 1e9)} GB |`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
