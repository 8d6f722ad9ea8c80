/**
 * Opens every file of a folder in watched processes, as `fengong batch` does, and says what came of them: `node test/read/open-all.ts FOLDER`.
 * For test files of other projects, which are never part of this one. A crash, a limit of time or memory, or a result that is none fails.
 */
import { spawnSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseResultSchema } from "../../src/model/notice.ts";
import { faultsOf } from "../hostile/judge.ts";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("node test/read/open-all.ts FOLDER");
const out = mkdtempSync(join(tmpdir(), "open-all-"));
const command = fileURLToPath(new URL("../../src/cli/start.ts", import.meta.url));
spawnSync(process.execPath, [command, "batch", folder, "--base", folder, "--out", out, "--no-progress", "--timeout", "60000", "--stall", "60000"], { stdio: "ignore" });

const counts = new Map<string, number>();
const faults: string[] = [];
for (const name of globSync("**/*.json", { cwd: out, exclude: (path) => path === ".fengong" })) {
  const result = parseResultSchema.parse(JSON.parse(readFileSync(join(out, name), "utf8")));
  const errors = [...new Set(result.diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code))];
  const key = `${result.sources[0]?.format ?? "?"}  ${result.status === "failed" || result.status === "partial" ? `${result.status}: ${errors.slice(0, 2).join(" ")}` : "opened"}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
  const bad = errors.filter((code) => /^(?:internal\/|limit\/(?:time|stall|memory|killed))/u.test(code));
  if (bad.length > 0 || faultsOf(result).length > 0) faults.push(`${name}: ${[...bad, ...faultsOf(result)].join(" ")}`);
}
rmSync(out, { recursive: true });
for (const [key, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) console.log(String(count).padStart(5), key);
console.log([...counts.values()].reduce((sum, count) => sum + count, 0), "files,", faults.length, "faults");
for (const fault of faults) console.log("  ", fault);
if (faults.length > 0) process.exitCode = 1;
