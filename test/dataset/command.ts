/** `fengong dataset build` as a process of its own. */
import { spawn, type ChildProcess } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const script = process.env["FENGONG_TEST_SCRIPT"] ?? fileURLToPath(new URL("../../src/cli/start.ts", import.meta.url));

export interface Run {
  readonly code: number | null;
  readonly seconds: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts `fengong dataset …` as the leader of its own process group. */
export function startDataset(args: readonly string[], env: Readonly<Record<string, string>> = {}, nodeArgs: readonly string[] = []): ChildProcess & { readonly done: Promise<Run> } {
  const started = process.hrtime.bigint();
  const child = spawn(process.execPath, [...nodeArgs, script, "dataset", ...args], { detached: true, stdio: ["ignore", "pipe", "pipe"], env: { NODE_COMPILE_CACHE: join(tmpdir(), "fengong-compiled"), ...process.env, ...env } });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const done = new Promise<Run>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, seconds: Number(process.hrtime.bigint() - started) / 1e9, stdout, stderr }));
  });
  return Object.assign(child, { done });
}

/** The same to its end. */
export function runDataset(args: readonly string[], env: Readonly<Record<string, string>> = {}, nodeArgs: readonly string[] = []): Promise<Run> {
  return startDataset(args, env, nodeArgs).done;
}

/** Builds, and throws unless it went well. */
export async function build(source: string, out: string, more: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const run = await runDataset(["build", source, "--out", out, "--quiet", ...more], env);
  if (run.code !== 0) throw new Error(`exit ${run.code ?? "by signal"}: ${run.stderr}${run.stdout}`);
  return run;
}
