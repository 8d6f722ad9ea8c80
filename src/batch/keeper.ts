/**
 * Keeps one reading process: gives it jobs, and replaces it when a job broke a limit or it died. Whatever happens, a job has exactly
 * one outcome, and no job suffers for another: one whose process was ended by somebody else is done again.
 */
import { diagnose } from "../model/context.ts";
import type { Diagnostic } from "../model/notice.ts";
import { exceeded, type Budget } from "./budget.ts";
import { crash } from "./crash.ts";
import { node, ReadingProcess, type Ending, type Watch } from "./reading-process.ts";
import { asShortage } from "./shortage.ts";

/** What came of a job: the answer of the process, or the finding that says why there is none, and what was known before it ended. */
export type Outcome<A, N = unknown> = { readonly answer: A; readonly problem: null } | { readonly answer: null; readonly problem: Diagnostic; readonly noted: N | null };

/** A process and its keeper. */
export interface Keeper<J, A, N = unknown> {
  /** Does one job: await each before the next. Null when it was stopped or closed meanwhile. Throws a Shortage where no process can be started. */
  readonly run: (job: J) => Promise<Outcome<A, N> | null>;
  /** Lets the process go, and ends it if it is at work; no other is started. */
  readonly close: () => void;
  /** Ends the process at once, whatever it does. */
  readonly stop: () => void;
  /** How many processes ended under a job so far. */
  readonly lost: () => number;
}

/** Signals that others send: a person, the system when memory is short. A process does not send them to itself. */
const fromOutside: ReadonlySet<NodeJS.Signals | null> = new Set(["SIGKILL", "SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT"]);

/** How often a process may end under a job before that is the outcome. */
const patience = {
  /** Ended from outside while it read: the job may well be innocent. */
  reading: 20,
  /** Ended from outside while it loaded the program: the job is innocent. */
  loading: 50,
  /** Ended by itself: perhaps through what an earlier job left behind, but not twice. */
  itself: 2,
};

/** Opens a keeper for the script at `script`, which calls `serve`. The process starts with the first job. */
export function openKeeper<J, A, N = unknown>(script: URL, budget: Budget, watch?: Watch): Keeper<J, A, N> {
  let process: ReadingProcess<J, A, N> | null = null;
  let [stopped, working] = [false, false];
  let lost = 0;
  let noted: N | null = null;

  /** Lets the process do the job. Null when it was stopped meanwhile. */
  const once = async (job: J): Promise<Ending<A> | null> => {
    if (stopped) return null;
    const reader = (process ??= new ReadingProcess<J, A, N>(script, budget, watch));
    working = true;
    const ending = await reader.do(job);
    working = false;
    noted = reader.noted ?? noted;
    if (ending.kind !== "answered" || reader.megabytes > budget.megabytes / 2) release();
    return isStopped() ? null : ending;
  };
  const isStopped = (): boolean => stopped;

  const run: Keeper<J, A, N>["run"] = async (job) => {
    const ends = { reading: 0, loading: 0, itself: 0 };
    noted = null;
    for (;;) {
      const ending = await once(job);
      if (ending === null) return null;
      if (ending.kind === "exceeded" || ending.kind === "died") lost++;
      if (ending.kind === "answered") return { answer: ending.answer, problem: null };
      if (ending.kind === "exceeded") return { answer: null, problem: exceeded(ending.limit, budget), noted };
      if (ending.kind === "unstarted") throw asShortage(ending.error, node);
      if (ending.kind === "failed") return { answer: null, problem: crash(ending.words), noted };
      const how = !fromOutside.has(ending.signal) ? "itself" : ending.begun ? "reading" : "loading";
      if (++ends[how] >= patience[how]) return { answer: null, problem: how === "itself" ? crash(partingOf(ending)) : diagnose("limit/killed", { params: { times: String(ends[how]) } }), noted };
    }
  };

  const stop = (): void => {
    stopped = true;
    process?.kill();
  };

  const release = (): void => {
    process?.close();
    process = null;
  };

  return {
    run,
    close: () => {
      if (working) stop();
      stopped = true;
      release();
    },
    stop,
    lost: () => lost,
  };
}

/** Gives a keeper one job after the other, however they come. */
export function inTurn<J, A, N>({ run }: Keeper<J, A, N>): Keeper<J, A, N>["run"] {
  let before: Promise<unknown> = Promise.resolve();
  return (job) => {
    const outcome = before.then(() => run(job));
    before = outcome.catch(() => undefined);
    return outcome;
  };
}

function partingOf({ code, signal }: Extract<Ending<unknown>, { kind: "died" }>): string {
  return signal ?? `exit ${code ?? "?"}`;
}
