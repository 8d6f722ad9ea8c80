/** Runs jobs in a worker thread under a time and memory limit. A job that breaks one ends the thread; the next job gets a new one. */
import { Worker } from "node:worker_threads";
import { diagnose } from "../model/context.ts";
import type { Diagnostic } from "../model/notice.ts";

/** Limits of one job. */
export interface Budget {
  readonly milliseconds: number;
  /** Heap of the thread in megabytes; memory outside the heap (the bytes of the file) is not counted. */
  readonly megabytes: number;
}

/** What came of a job: the message of the worker, or the finding that says why there is none. */
export type Guarded<R> = { readonly reply: R; readonly problem: null } | { readonly reply: null; readonly problem: Diagnostic };

/** A worker thread that is replaced when it had to be ended. */
export interface Guard<J, R> {
  /** Gives one job to the thread. Jobs are run one after the other: await each before the next. */
  readonly run: (job: J) => Promise<Guarded<R>>;
  readonly close: () => Promise<void>;
}

/** Opens a guard around the worker script at `script`. The thread starts with the first job. */
export function openGuard<J, R>(script: URL, budget: Budget): Guard<J, R> {
  let worker: Worker | null = null;

  const end = async (): Promise<void> => {
    const ended = worker;
    worker = null;
    await ended?.terminate();
  };

  const run = async (job: J): Promise<Guarded<R>> => {
    worker ??= start(script, budget);
    const outcome = await answerOf<R>(worker, job, budget);
    if (outcome.problem !== null) await end();
    return outcome;
  };

  return { run, close: end };
}

function start(script: URL, { megabytes }: Budget): Worker {
  const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: megabytes } });
  // Errors are handled for each job; between jobs there is nobody to tell.
  worker.on("error", () => undefined);
  return worker;
}

function answerOf<R>(worker: Worker, job: unknown, budget: Budget): Promise<Guarded<R>> {
  return new Promise((resolve) => {
    const settle = (outcome: Guarded<R>): void => {
      clearTimeout(timer);
      worker.off("message", answered).off("error", failed).off("exit", exited);
      resolve(outcome);
    };
    const stop = (problem: Diagnostic): void => {
      settle({ reply: null, problem });
    };
    const answered = (reply: R): void => {
      settle({ reply, problem: null });
    };
    const failed = (error: unknown): void => {
      stop(problemOf(error, budget));
    };
    const exited = (code: number): void => {
      stop(crash(`exit ${code}`));
    };
    const timer = setTimeout(() => {
      stop(diagnose("limit/time", { params: { milliseconds: String(budget.milliseconds) } }));
    }, budget.milliseconds);
    worker.on("message", answered).on("error", failed).on("exit", exited);
    worker.postMessage(job);
  });
}

function problemOf(error: unknown, { megabytes }: Budget): Diagnostic {
  const outOfMemory = error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
  if (outOfMemory) return diagnose("limit/memory", { params: { megabytes: String(megabytes) } });
  return crash(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
}

/** The finding for a program that failed. */
export function crash(reason: string): Diagnostic {
  return diagnose("internal/crash", { params: { reason } });
}
