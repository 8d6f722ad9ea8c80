/** Whether a process is at work. */
import { readFileSync } from "node:fs";
import process from "node:process";
import { processStat, tick, type ProcessStat } from "./process-stat.ts";
import { codeOf } from "./system-code.ts";

/** Clocks that are set, and ticks: so many milliseconds a process may seem to begin too late. */
const tolerance = 5000;

/**
 * Whether a process with this number is at work that was there at a moment, in milliseconds since 1970. One that ended and was not yet asked
 * for (a zombie, where nobody asks for orphans) is not, nor one that got the number later; both are told where the system shows its processes
 * (`/proc`). Of a process of another user nothing more may be known than that it is there.
 */
export function isAtWork(pid: number, moment: number): boolean {
  if (!isThere(pid)) return false;
  const stat = processStat(pid);
  const began = stat === null ? null : beganAt(stat);
  return stat === null || began === null || (!"ZXx".includes(stat.state) && began <= moment + tolerance);
}

/** Whether the system knows a process with this number, whoever's it is. */
export function isThere(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** When a process began, in milliseconds since 1970; null where the system does not say when it was started itself. */
function beganAt({ began }: ProcessStat): number | null {
  try {
    const boot = Number(/^btime (\d+)$/mu.exec(readFileSync("/proc/stat", "utf8"))?.[1]);
    const moment = boot * 1000 + Number(began) * tick;
    return Number.isFinite(moment) ? moment : null;
  } catch {
    return null;
  }
}
