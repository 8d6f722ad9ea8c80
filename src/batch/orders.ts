/** What the watchman of a reading process is told, and what he says when he ends it. */
import type { Budget } from "./budget.ts";

/** Handed to the thread when it starts. */
export interface Orders {
  /** Process whose end is the end of this one. */
  readonly parent: number;
  /** One 32-bit number, 1 while a notice is read. */
  readonly busy: SharedArrayBuffer;
  /** What he must hold himself; null where the parent does. */
  readonly limits: Pick<Budget, "stallMilliseconds" | "megabytes"> | null;
}

/** A process cannot leave words when it is ended while it hangs: the signal says which limit it was. Not on Windows, which has none. */
export const partingSignals = { memory: "SIGUSR2", stall: "SIGALRM" } as const satisfies Readonly<Record<string, NodeJS.Signals>>;
