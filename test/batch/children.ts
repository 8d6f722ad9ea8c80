/** The processes that a process has started, on Linux; none elsewhere. */
import { readFileSync } from "node:fs";

/** Their numbers, oldest first. */
export function childrenOf(pid: number | undefined): number[] {
  try {
    return readFileSync(`/proc/${pid ?? 0}/task/${pid ?? 0}/children`, "utf8").trim().split(/\s+/u).filter((word) => word !== "").map(Number);
  } catch {
    return [];
  }
}
