/** What a process uses, as its neighbours see it. Linux only: elsewhere the process watches itself (watchman.ts). */
import { readFileSync } from "node:fs";
import process from "node:process";
import { processStat } from "./process-stat.ts";

/** Memory and processor time of a process. */
export interface Usage {
  /** Resident memory, buffers and code included. */
  readonly megabytes: number;
  /** Processor time of all its threads so far. */
  readonly milliseconds: number;
}

/** What the process uses, null when it is gone or this system has no /proc. */
export function usageOf(pid: number): Usage | null {
  try {
    const kilobytes = Number(/^VmRSS:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
    const { milliseconds = Number.NaN } = processStat(pid) ?? {};
    return Number.isFinite(kilobytes + milliseconds) ? { megabytes: kilobytes / 1024, milliseconds } : null;
  } catch {
    return null;
  }
}

/** Whether processes can be looked at from outside on this system. */
export function seesProcesses(): boolean {
  return usageOf(process.pid) !== null;
}
