/** Reading processes under limits. One that hangs or runs out of memory is ended alone, and another takes its place. */
import { fileURLToPath } from "node:url";
import workerpool from "workerpool";
import { diagnose } from "../model/context.ts";
import type { Diagnostic } from "../model/notice.ts";
import type { Answer, Job } from "./job.ts";
import { giveUp } from "./read-job.ts";

/** Limits of one notice. */
export interface Budget {
  readonly milliseconds: number;
  /** Heap of the process in megabytes. */
  readonly megabytes: number;
}

/** Some processes that read. */
export interface Pool {
  /** Does a job; a job that broke a limit has a failed result. Rejects only when the pool was stopped. */
  readonly run: (job: Job) => Promise<Answer>;
  /** Ends the processes after what they are doing. */
  readonly close: () => Promise<void>;
  /** Ends the processes at once. */
  readonly stop: () => Promise<void>;
}

/** TypeScript in the repository, JavaScript in the package. */
const script = fileURLToPath(new URL(import.meta.url.endsWith(".ts") ? "./process.ts" : "./process.js", import.meta.url));

/** Opens a pool of at most `jobs` processes; they start with their first job. */
export function openPool(jobs: number, budget: Budget): Pool {
  const pool = workerpool.pool(script, {
    workerType: "process",
    maxWorkers: jobs,
    workerTerminateTimeout: 300,
    // What a dying process prints is no message for people: the result says what happened.
    emitStdStreams: true,
    // In a group of their own: Ctrl-C reaches the parent alone, and the parent decides what it means. They end when the parent does.
    forkOpts: { detached: true, execArgv: [`--max-old-space-size=${budget.megabytes}`] },
  });
  let stopped = false;
  return {
    run: async (job) => {
      try {
        return await answerOf(pool, job, budget.milliseconds);
      } catch (error) {
        if (stopped) throw error;
        return giveUp(job, problemOf(error, budget));
      }
    },
    close: async () => {
      await pool.terminate();
    },
    stop: async () => {
      stopped = true;
      await pool.terminate(true);
    },
  };
}

function answerOf(pool: workerpool.Pool, job: Job, milliseconds: number): PromiseLike<Answer> {
  return pool.exec("readJob", [job], { on: () => undefined }).timeout(milliseconds) as PromiseLike<Answer>;
}

function problemOf(error: unknown, { milliseconds, megabytes }: Budget): Diagnostic {
  const words = error instanceof Error ? error.message : String(error);
  if (error instanceof workerpool.Promise.TimeoutError) return diagnose("limit/time", { params: { milliseconds: String(milliseconds) } });
  // A process of V8 that finds no room on its heap aborts.
  if (/SIGABRT|exitCode: `134`/u.test(words)) return diagnose("limit/memory", { params: { megabytes: String(megabytes) } });
  return diagnose("internal/crash", { params: { reason: words.split("\n")[0]?.trim() ?? "" } });
}
