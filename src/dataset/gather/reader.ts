/** Who reads the sources of a dataset. The usual reader is the pool of watched processes; a test may put another in its place. */
import type { Budget } from "../../batch/budget.ts";
import type { JobFile } from "../../batch/job.ts";
import { openLoader, type Loader } from "../../batch/loader.ts";
import { openPool } from "../../batch/pool.ts";
import type { ReadingOptions } from "../../model/context.ts";
import { fingerprint } from "../fingerprint.ts";

/** One notice to read. */
export interface ReadingJob {
  readonly files: readonly [JobFile, ...JobFile[]];
  readonly options: ReadingOptions;
}

/** Reads notices, several at a time. */
export interface Reader {
  /** Which program it is: another value for a program that may read otherwise. */
  readonly code: string;
  /** How many are read at a time. */
  readonly jobs: number;
  /** The result as JSON. */
  readonly read: (job: ReadingJob) => Promise<string>;
  /** Loads sources. */
  readonly files: Pick<Loader, "load" | "hash">;
  /** Limits of one source. */
  readonly budget?: Budget;
  readonly close: () => void;
}

/** The build was stopped. */
class Stopped extends Error {}

/** Opens the pool; its processes start with the first job. */
export async function openReader(jobs: number, budget: Budget): Promise<Reader> {
  const pool = openPool(jobs, budget);
  const loader = openLoader(budget);
  return {
    code: await fingerprint(),
    jobs,
    read: async (job) => {
      const answer = await pool.run({ ...job, pretty: false, output: null, kept: null });
      if (answer === null || answer.kept || answer.json === null) throw new Stopped();
      return answer.json.trimEnd();
    },
    files: loader,
    budget,
    close: () => {
      pool.close();
      loader.close();
    },
  };
}
