/** Some reading processes under limits. One that hangs or runs out of memory is ended alone, and another takes its place. */
import type { Budget } from "./budget.ts";
import { giveUp } from "./give-up.ts";
import type { Answer, Job, Seen } from "./job.ts";
import { openKeeper, type Keeper } from "./keeper.ts";
import type { Watch } from "./reading-process.ts";

/** Processes that read. */
export interface Pool {
  /** Does a job when a process is free; a job that broke a limit has a failed result. Null when the pool was stopped. */
  readonly run: (job: Job) => Promise<Answer | null>;
  /** Lets the processes go, and ends those that are at work. */
  readonly close: () => void;
  /** Ends the processes at once. */
  readonly stop: () => void;
  /** How many processes ended under a job so far: what they were writing may lie about as a draft. */
  readonly lost: () => number;
}

/** The script of reading processes: TypeScript in the repository, JavaScript in the package. */
export const readingScript = new URL(import.meta.url.endsWith(".ts") ? "./process.ts" : "./process.js", import.meta.url);

/** Opens a pool of at most `jobs` processes; they start with their first job. */
export function openPool(jobs: number, budget: Budget, watch?: Watch): Pool {
  const keepers = Array.from({ length: jobs }, () => openKeeper<Job, Answer, readonly Seen[]>(readingScript, budget, watch));
  const free = [...keepers];
  const waiting: ((keeper: Keeper<Job, Answer, readonly Seen[]>) => void)[] = [];
  let stopped = false;

  const take = (): Promise<Keeper<Job, Answer, readonly Seen[]>> => {
    const keeper = free.pop();
    return keeper === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(keeper);
  };
  const give = (keeper: Keeper<Job, Answer, readonly Seen[]>): void => {
    const next = waiting.shift();
    if (next === undefined) free.push(keeper);
    else next(keeper);
  };

  return {
    run: async (job) => {
      const keeper = await take();
      try {
        const outcome = stopped ? null : await keeper.run(job);
        if (outcome === null) return null;
        return outcome.problem === null ? outcome.answer : await giveUp(job, outcome.problem, outcome.noted);
      } finally {
        give(keeper);
      }
    },
    close: () => {
      for (const keeper of keepers) keeper.close();
    },
    stop: () => {
      stopped = true;
      for (const keeper of keepers) keeper.stop();
    },
    lost: () => keepers.reduce((sum, keeper) => sum + keeper.lost(), 0),
  };
}
