/** Loads files in a watched process: a share that hangs costs that process and not this one. */
import type { Budget } from "./budget.ts";
import type { Seen } from "./job.ts";
import { inTurn, openKeeper } from "./keeper.ts";
import type { Loaded } from "./load.ts";

/** What is asked of the process. */
export interface LoadJob {
  readonly path: string;
  readonly name: string;
  readonly limit: number;
  /** Whether the bytes are wanted, or their number and hash alone. */
  readonly bytes: boolean;
}

/** What it answers. */
export interface LoadAnswer {
  readonly loaded: Loaded | null;
  readonly seen: Seen;
}

/** Loads files, or tells their hashes. One that cannot be loaded in time is as one that cannot be opened. */
export interface Loader {
  /** Messages call the file `name`. */
  readonly load: (path: string, limit: number, name?: string) => Promise<Loaded>;
  readonly hash: (path: string, limit: number, name?: string) => Promise<Seen>;
  readonly close: () => void;
}

/** TypeScript in the repository, JavaScript in the package. */
const script = new URL(import.meta.url.endsWith(".ts") ? "./load-process.ts" : "./load-process.js", import.meta.url);

const unseen: Seen = { bytes: null, sha256: null };

/** Opens a loader; its process starts with the first file and takes one at a time. */
export function openLoader(budget: Budget): Loader {
  const keeper = openKeeper<LoadJob, LoadAnswer>(script, budget);
  const ask = inTurn(keeper);
  return {
    load: async (path, limit, name = path) => {
      const outcome = await ask({ path, name, limit, bytes: true });
      if (outcome?.answer?.loaded != null) return outcome.answer.loaded;
      if (outcome?.problem == null) throw new TypeError("nobody stops a loader at work");
      return { name, bytes: null, problem: outcome.problem };
    },
    hash: async (path, limit, name = path) => (await ask({ path, name, limit, bytes: false }))?.answer?.seen ?? unseen,
    close: keeper.close,
  };
}
