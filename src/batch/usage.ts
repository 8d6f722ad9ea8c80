/** What a process uses, as its neighbours see it. Linux only: elsewhere the process watches itself (watchman.ts). */
import { readFileSync } from "node:fs";
import process from "node:process";

/** Memory and processor time of a process. */
export interface Usage {
  /** Resident memory, buffers and code included. */
  readonly megabytes: number;
  /** Processor time of all its threads so far. */
  readonly milliseconds: number;
}

/** The kernel counts processor time in hundredths of a second for its readers, on every machine. */
const tick = 10;

/** What the process uses, null when it is gone or this system has no /proc. */
export function usageOf(pid: number): Usage | null {
  try {
    const kilobytes = Number(/^VmRSS:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
    // The name of the process stands in brackets and may hold anything; utime and stime are the 12th and 13th fields behind it.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\)\s/su, "").split(" ");
    const ticks = Number(fields[11]) + Number(fields[12]);
    return Number.isFinite(kilobytes + ticks) ? { megabytes: kilobytes / 1024, milliseconds: ticks * tick } : null;
  } catch {
    return null;
  }
}

/** Whether processes can be looked at from outside on this system. */
export function seesProcesses(): boolean {
  return usageOf(process.pid) !== null;
}
