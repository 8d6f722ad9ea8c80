/** Takes notices from a queue and reads them with the pool of `batch`, under all its limits. */
import { clearInterval, setInterval } from "node:timers";
import { UnrecoverableError, type Job as QueueJob } from "bullmq";
import { defaultBudget, type Budget } from "../batch/budget.ts";
import type { Job } from "../batch/job.ts";
import { settingsKey } from "../batch/key.ts";
import { openPool, type Pool } from "../batch/pool.ts";
import { lastingIn } from "../batch/shortage.ts";
import { pathIn } from "../batch/tree.ts";
import { isFile, sweepOne } from "../batch/write.ts";
import type { ReadingOptions } from "../model/context.ts";
import { openQueue, openWorker, type QueueSettings } from "./backend.ts";
import { optionsOf, outputOfKey, payloadSchema, type Done, type Payload } from "./notice.ts";

/** How a worker works. */
export interface Working extends QueueSettings {
  /** Folder of the outputs. */
  readonly out: string;
  /** Options of the reading, the same as those who put notices in have. */
  readonly options?: ReadingOptions;
  readonly budget?: Budget;
  /** How many notices are read at a time; 1 by default. */
  readonly jobs?: number;
  /** Ends when nothing is left in the queue. */
  readonly untilEmpty?: boolean;
  /** Milliseconds after which the work of a killed worker is given to another; a minute by default. */
  readonly lockMilliseconds?: number;
  /** Milliseconds before a job is tried again that met a full disk or a lost share; half a minute by default. */
  readonly retryMilliseconds?: number;
  /** Told of each notice that is done. */
  readonly tell?: (done: Done) => void;
  /** Told of trouble with the store or the machine: work goes on when that is over. */
  readonly warn?: (error: Error) => void;
  /** Takes nothing new; what is at work is finished. */
  readonly finish?: AbortSignal;
  /** Ends what is at work too. */
  readonly stop?: AbortSignal;
}

/** Works until it is told to finish, or the queue is empty. */
export async function work(working: Working): Promise<void> {
  const { jobs = 1, budget = defaultBudget, lockMilliseconds = 60_000, retryMilliseconds = 30_000, untilEmpty = false, tell, warn, finish, stop } = working;
  const pool = openPool(jobs, budget);
  const worker = openWorker(working, async (job) => {
    const done = await cleanly(job, pool, working);
    tell?.(done);
    return done;
  }, {
    concurrency: jobs,
    // The thread of a worker only waits, so that a lock is renewed in time; the pool bounds what a notice may cost, not the queue.
    lockDuration: lockMilliseconds,
    stalledInterval: Math.max(1000, lockMilliseconds / 2),
    maxStalledCount: 1_000_000,
    settings: { backoffStrategy: () => retryMilliseconds },
  });
  worker.on("error", (error) => warn?.(error));
  worker.on("failed", (_, error) => warn?.(error));
  stop?.addEventListener("abort", pool.stop);
  try {
    await Promise.race([aborted(finish), ...(untilEmpty ? [empty(working)] : [])]);
    await worker.close();
  } finally {
    stop?.removeEventListener("abort", pool.stop);
    pool.close();
  }
}

/** Reads one notice. Where a process was killed that read it, this one's or an earlier worker's, what it left half written is removed. */
async function cleanly(job: QueueJob<Payload, Done>, pool: Pool, working: Working): Promise<Done> {
  const before = pool.lost();
  try {
    return await read(job, pool, working);
  } finally {
    if (job.attemptsStarted > 1 || pool.lost() > before) await sweepOne(working.out, outputOfKey(job.id ?? ""));
  }
}

/** Reads one notice. Throws what is to be tried again: a machine without room, files that are not there for now, another version of the program. */
async function read({ id: key = "", data }: QueueJob<Payload, Done>, pool: Pool, { out, options = {} }: Working): Promise<Done> {
  const parsed = payloadSchema.safeParse(data);
  if (!parsed.success) throw new UnrecoverableError(`no notice: ${parsed.error.issues[0]?.message ?? ""}`);
  const { name, files, options: told, settings } = parsed.data;
  const output = outputOfKey(key);
  if (await isFile(pathIn(out, output))) return { name, key, output, status: "kept", tasks: 0 };
  const whole = optionsOf(options, told);
  if (settingsKey(whole, false) !== settings) throw new OtherSettings(`${name}: put in for another version of fengong or other options`);
  const [letter, ...others] = files;
  if (letter === undefined) throw new UnrecoverableError("no files");
  const job: Job = { files: [letter, ...others], options: whole, pretty: false, output: pathIn(out, output), within: out, kept: null, expected: key };
  const answer = await pool.run(job);
  if (answer === null || answer.kept) throw new Error("stopped");
  const { report } = answer;
  const shortage = lastingIn(report.diagnostics);
  if (shortage !== null) throw shortage;
  const codes = report.diagnostics.map(({ code }) => code);
  if (report.key !== key && codes.includes("input/changed")) return { name, key, output, status: "changed", tasks: 0 };
  // Of a file that is not there, or an output that cannot be written, nothing is known for good: another time or machine may do it.
  if (!(await isFile(pathIn(out, output)))) throw new Error(`${name}: ${codes.join(" ")}`);
  return { name, key, output, status: report.status, tasks: report.tasks };
}

/** The notice is for a worker of another version, or with other options or lookups. */
export class OtherSettings extends Error {}

function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) resolve();
    else signal?.addEventListener("abort", () => resolve(), { once: true });
  });
}

/** When nothing waits and nothing is at work, here or elsewhere. */
async function empty(settings: QueueSettings): Promise<void> {
  const queue = openQueue(settings);
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      void queue.getJobCounts("waiting", "active", "delayed", "prioritized").then((counts) => {
        if (Object.values(counts).some((count) => count > 0)) return;
        clearInterval(timer);
        resolve();
      }, () => undefined);
    }, 500);
  });
  await queue.close();
}
