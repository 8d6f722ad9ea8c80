/**
 * Scripts of ours that run as processes and threads. They are files beside each other; where the program is one executable they are parts of it,
 * which then starts itself again and learns from its environment which part it is.
 */
import type { ChildProcess, ForkOptions } from "node:child_process";
import { basename } from "node:path";
import process from "node:process";
import { getAsset, isSea } from "node:sea";
import { fileURLToPath } from "node:url";
import type { Worker, WorkerOptions } from "node:worker_threads";

/** Names the part to be, for an executable that was started again; and flags of the engine that it has to set itself. */
const partVariable = "FENGONG_PART";
const flagsVariable = "FENGONG_ENGINE";

/** Starts a process that runs the script, with these flags for its engine. */
export function startProcess(script: URL, flags: readonly string[], { env = process.env, ...options }: Omit<ForkOptions, "execArgv">): ChildProcess {
  // What starts processes and threads is dear to load, and few need both.
  const { fork } = process.getBuiltinModule("node:child_process");
  if (!isSea()) return fork(fileURLToPath(script), [], { ...options, env, execArgv: [...flags] });
  const early = flags.filter((flag) => process.allowedNodeEnvironmentFlags.has(flag.replace(/=.*/u, "")));
  const later = flags.filter((flag) => !early.includes(flag));
  const told = { NODE_OPTIONS: [env["NODE_OPTIONS"] ?? "", ...early].join(" ").trim(), [partVariable]: partOf(script), [flagsVariable]: later.join(" ") };
  return fork(partOf(script), [], { ...options, execArgv: [], env: { ...env, ...told } });
}

/** Starts a thread that runs the script. */
export function startThread(script: URL, options: WorkerOptions): Worker {
  const threads = process.getBuiltinModule("node:worker_threads");
  return isSea() ? new threads.Worker(getAsset(`${partOf(script)}.js`, "utf8"), { ...options, eval: true }) : new threads.Worker(script, options);
}

function partOf(script: URL): string {
  return basename(fileURLToPath(script)).replace(/\.[jt]s$/u, "");
}
