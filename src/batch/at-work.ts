/** Whether a process is at work. */
import { readFileSync } from "node:fs";
import process from "node:process";
import { codeOf } from "./system-code.ts";

/** Clocks that are set, and ticks: so many milliseconds a process may seem to begin too late. */
const tolerance = 5000;

/**
 * Whether a process with this number is at work that was there at a moment, in milliseconds since 1970. One that ended and was not yet asked
 * for (a zombie, where nobody asks for orphans) is not, nor one that got the number later; both are told where the system shows its processes
 * (`/proc`). Of a process of another user nothing more may be known than that it is there.
 */
export function isAtWork(pid: number, moment: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== "EPERM") return false;
  }
  const life = lifeOf(pid);
  return life === null || (!"ZXx".includes(life.state) && life.began <= moment + tolerance);
}

/** State of a process as one letter, and when it began; null where the system does not say. */
function lifeOf(pid: number): { readonly state: string; readonly began: number } | null {
  try {
    // The name of the process stands in brackets and may hold anything; the state is the first field behind it, the start in hundredths of a second since the boot the twentieth.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\)\s/su, "").split(" ");
    const boot = Number(/^btime (\d+)$/mu.exec(readFileSync("/proc/stat", "utf8"))?.[1]);
    const began = boot * 1000 + Number(fields[19]) * 10;
    return Number.isFinite(began) ? { state: fields[0] ?? "", began } : null;
  } catch {
    return null;
  }
}
