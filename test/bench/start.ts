/** What a short command costs: processor time of all its processes, as a ratio to an empty Node, with compiled code kept from the run before. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { bundleCommand } from "../../scripts/bundle.ts";

const rounds = Number(process.env["BENCH_ROUNDS"] ?? 15);
const page = fileURLToPath(new URL("../../corpus/seeds/files/liutiliucu-4.html", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "fengong-start-"));
mkdirSync(join(folder, "cli"));
writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
await bundleCommand(join(folder, "cli"));

/** Goals of the ratio. A small page: 0.35 s where an empty Node takes 0.028 s. */
const commands = [
  { name: "--version", args: ["--version"], limit: 1.5 },
  { name: "--help", args: ["--help"], limit: 1.5 },
  { name: "parse, a page of 9 kB", args: ["parse", "--quiet", page], limit: 12.5 },
];
const start = join(folder, "cli/start.js");
const empty = Math.min(...times(["-e", "0"]));
for (const { name, args, limit } of commands) {
  times([start, ...args], 3);
  const taken = Math.min(...times([start, ...args]));
  const ratio = taken / empty;
  console.log(`start: ${name} ${taken.toFixed(0)} ms of processor time, ${ratio.toFixed(2)} times an empty Node (${empty.toFixed(0)} ms; limit ${limit})`);
  if (ratio > limit) process.exitCode = 1;
}
rmSync(folder, { recursive: true });

/** Milliseconds of user and system time, children included, of each run. */
function times(args: readonly string[], count = rounds): number[] {
  return Array.from({ length: count }, () => {
    const said = execFileSync("bash", ["-c", '"$@" >/dev/null 2>&1; times', "bash", process.execPath, ...args], { encoding: "utf8", env: { ...process.env, XDG_CACHE_HOME: folder } });
    const spans = [...(said.split("\n")[1] ?? "").matchAll(/(\d+)m([\d.]+)s/gu)];
    return spans.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000, 0);
  });
}
