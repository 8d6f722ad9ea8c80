/**
 * Scripts of ours that run as processes and threads. They are files beside each other; where the program is one executable they are parts of it,
 * which then starts itself again and learns from its environment which part it is.
 */
import { fork, type ChildProcess, type ForkOptions } from "node:child_process";
import { basename } from "node:path";
import process from "node:process";
import { getAsset, isSea } from "node:sea";
import { fileURLToPath } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";

/** Names the part to be, for an executable that was started again; and flags of the engine that it has to set itself. */
const partVariable = "FENGONG_PART";
const flagsVariable = "FENGONG_ENGINE";

/** Starts a process that runs the script, with these flags for its engine. */
export function startProcess(script: URL, flags: readonly string[], { env = process.env, ...options }: Omit<ForkOptions, "execArgv">): ChildProcess {
  if (!isSea()) return fork(fileURLToPath(script), [], { ...options, env, execArgv: [...flags] });
  const early = flags.filter((flag) => process.allowedNodeEnvironmentFlags.has(flag.replace(/=.*/u, "")));
  const later = flags.filter((flag) => !early.includes(flag));
  const told = { NODE_OPTIONS: [env["NODE_OPTIONS"] ?? "", ...early].join(" ").trim(), [partVariable]: partOf(script), [flagsVariable]: later.join(" ") };
  return fork(partOf(script), [], { ...options, execArgv: [], env: { ...env, ...told } });
}

/** Starts a thread that runs the script. */
export function startThread(script: URL, options: WorkerOptions): Worker {
  return isSea() ? new Worker(getAsset(`${partOf(script)}.js`, "utf8"), { ...options, eval: true }) : new Worker(script, options);
}

function partOf(script: URL): string {
  return basename(fileURLToPath(script)).replace(/\.[jt]s$/u, "");
}
