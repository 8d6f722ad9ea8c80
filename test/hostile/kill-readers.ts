/**
 * Kills one reading process of a running batch every second, and compares the outputs with those of an undisturbed run:
 * `node test/hostile/kill-readers.ts [FILES]` (500). Runs the built program; Linux only.
 */
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { childrenOf } from "../batch/children.ts";
import { treeOf } from "../batch/tree-of.ts";
import { Chance } from "./chance.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const seeds = ["guichi-2018.html", "liutiliucu-4.html", "wuhu-kaoping.html", "liutiliucu-4.docx", "wuhu-kaoping.docx", "liutiliucu-4.pdf"];
const count = Number(process.argv[2] ?? 500);
const folder = mkdtempSync(join(tmpdir(), "fengong-kill-"));
const chance = new Chance(1);

async function batch(out: string, killing: boolean): Promise<{ code: number | null; killed: number; seconds: number }> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(root, "dist/cli/start.js"), "batch", "in", "--out", out, "--jobs", "2", "--quiet"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  let killed = 0;
  const timer = setInterval(() => {
    const children = childrenOf(child.pid);
    const victim = children[chance.below(children.length)];
    if (!killing || victim === undefined) return;
    process.kill(victim, "SIGKILL");
    killed++;
  }, 1_000);
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  clearInterval(timer);
  return { code, killed, seconds: (performance.now() - started) / 1000 };
}

try {
  mkdirSync(join(folder, "in"));
  for (let i = 0; i < count; i++) {
    const seed = seeds[i % seeds.length] ?? "";
    cpSync(join(root, "corpus/seeds/files", seed), join(folder, "in", `${i}-${seed}`));
  }
  const calm = await batch("calm", false);
  const killed = await batch("killed", true);
  const same = isDeepStrictEqual(treeOf(join(folder, "killed")), treeOf(join(folder, "calm")));
  console.log(`${count} files: undisturbed ${calm.seconds.toFixed(1)} s; ${killed.killed} reading processes killed, ${killed.seconds.toFixed(1)} s, exit ${killed.code ?? "by signal"}; outputs ${same ? "the same" : "differ"}`);
  if (!same || killed.code !== 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
