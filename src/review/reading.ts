/** What the review asks of a reading process, and what it gets back. Plain data only: it crosses a process. */
import { inTurn, openKeeper } from "../batch/keeper.ts";
import type { Budget } from "../batch/budget.ts";
import { unreadResult } from "../batch/give-up.ts";
import type { Seen, ToRead } from "../batch/job.ts";
import type { ParseResult } from "../model/notice.ts";
import type { Rendering } from "./rendering.ts";

/** One notice to read and to show. */
export type ReviewJob = ToRead;

/** The result with its marks, and for each source how it is drawn; null where it is drawn by the browser, or nothing was readable. */
export interface ReviewAnswer {
  readonly result: ParseResult;
  readonly renderings: readonly (Rendering | null)[];
}

/** Reads notices one after the other in a watched process. */
export interface Reader {
  readonly read: (job: ReviewJob) => Promise<ReviewAnswer>;
  readonly close: () => void;
}

/** TypeScript in the repository, JavaScript in the package. */
const script = new URL(import.meta.url.endsWith(".ts") ? "./review-process.ts" : "./review-process.js", import.meta.url);

/** Opens the process; a notice that breaks a limit is a failed one. */
export function openReader(budget: Budget): Reader {
  const keeper = openKeeper<ReviewJob, ReviewAnswer, readonly Seen[]>(script, budget);
  const ask = inTurn(keeper);
  return {
    read: async (job) => {
      const done = await ask(job);
      if (done === null) throw new TypeError("nobody stops a reader at work");
      return done.problem === null ? done.answer : { result: unreadResult(job.files, done.problem, done.noted), renderings: job.files.map(() => null) };
    },
    close: keeper.close,
  };
}
