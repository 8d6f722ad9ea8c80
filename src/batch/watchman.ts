/**
 * A thread inside a reading process, which runs also while the reading hangs. It ends the process when its parent is gone. Where the
 * parent cannot look at processes (anywhere but on Linux) it holds memory and stall as well.
 */
import process from "node:process";
import { setInterval } from "node:timers";
import { workerData } from "node:worker_threads";
import { partingSignals, type Orders } from "./orders.ts";
import { openSilence } from "./silence.ts";

const { parent, busy, limits } = workerData as Orders;
const reading = new Int32Array(busy);
let silence = openSilence(limits?.stallMilliseconds ?? 0);
let elapsed = 0;
const step = limits === null ? 500 : 100;

setInterval(() => {
  elapsed += step;
  if (isGone(parent)) process.kill(process.pid, "SIGKILL");
  if (limits === null) return;
  if (residentBytes() > limits.megabytes * 1024 * 1024) process.kill(process.pid, partingSignals.memory);
  if (Atomics.load(reading, 0) === 0) silence = openSilence(limits.stallMilliseconds);
  else if (silence(elapsed, workedSoFar())) process.kill(process.pid, partingSignals.stall);
}, step);

function workedSoFar(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function isGone(pid: number): boolean {
  if (process.ppid !== pid) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}

/** Memory of the process; 0 where the system does not tell, as Linux without /proc. */
function residentBytes(): number {
  try {
    return process.memoryUsage.rss();
  } catch {
    return 0;
  }
}
