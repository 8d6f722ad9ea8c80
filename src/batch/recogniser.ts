/** Asks the content of files whose names say nothing, in a process under limits that starts with the first of them. */
import type { Diagnostic } from "../model/notice.ts";
import { defaultBudget, type Budget } from "./budget.ts";
import { openKeeper, type Keeper } from "./keeper.ts";
import type { Unknown } from "./recognise.ts";

/** Looks into files. */
export interface Recogniser {
  readonly ask: (unknown: Unknown) => Promise<Diagnostic | null>;
  /** Lets the process go. */
  readonly close: () => void;
}

/** TypeScript in the repository, JavaScript in the package. */
const script = new URL(import.meta.url.endsWith(".ts") ? "./recognising-process.ts" : "./recognising-process.js", import.meta.url);

/** Opens a recogniser. Of a file that breaks a limit that is said. */
export function openRecogniser(budget: Budget = defaultBudget): Recogniser {
  let keeper: Keeper<Unknown, Diagnostic | null> | null = null;
  return {
    ask: async (unknown) => {
      keeper ??= openKeeper<Unknown, Diagnostic | null>(script, budget);
      const outcome = await keeper.run(unknown);
      return outcome === null ? null : (outcome.problem ?? outcome.answer);
    },
    close: () => keeper?.close(),
  };
}
