/** What Linux says of a process in `/proc/PID/stat` (proc(5)). */
import { readFileSync } from "node:fs";

/** A process as the kernel counts it. */
export interface ProcessStat {
  /** One letter: Z and X for one that ended. */
  readonly state: string;
  /** Processor time of all its threads so far, in milliseconds. */
  readonly milliseconds: number;
  /** When it began, in hundredths of a second since the boot, as printed. */
  readonly began: string;
}

/** The kernel counts in hundredths of a second for its readers, on every machine. */
export const tick = 10;

/** Null when the process is gone, or this system has no `/proc`. */
export function processStat(pid: number): ProcessStat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name of the program stands in brackets and may hold anything.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const [state, user, system, began] = [fields[0], fields[11], fields[12], fields[19]];
    return state === undefined || began === undefined ? null : { state, milliseconds: (Number(user) + Number(system)) * tick, began };
  } catch {
    return null;
  }
}
