/** What a notice may cost before its reading is ended. */
import { diagnose } from "../model/context.ts";
import type { Diagnostic } from "../model/notice.ts";

/** Limits of one notice, held from outside the process that reads it. */
export interface Budget {
  /** Wall clock from when its reading begins. */
  readonly milliseconds: number;
  /** Wall clock without any work of a processor: the reading waits for what never comes. */
  readonly stallMilliseconds: number;
  /** All memory of the process in megabytes: the heap, and buffers outside it. */
  readonly megabytes: number;
}

export const defaultBudget: Budget = { milliseconds: 60_000, stallMilliseconds: 15_000, megabytes: 2048 };

/** A limit that was met. */
export type Exceeded = "time" | "stall" | "memory";

/** The finding for a limit that was met. */
export function exceeded(limit: Exceeded, { milliseconds, stallMilliseconds, megabytes }: Budget): Diagnostic {
  if (limit === "memory") return diagnose("limit/memory", { params: { megabytes: String(megabytes) } });
  if (limit === "stall") return diagnose("limit/stall", { params: { milliseconds: String(stallMilliseconds) } });
  return diagnose("limit/time", { params: { milliseconds: String(milliseconds) } });
}
