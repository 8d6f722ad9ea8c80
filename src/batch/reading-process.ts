/** One process that reads. It does one job at a time and is held to its budget from outside. */
import type { ChildProcess } from "node:child_process";
import module from "node:module";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { clearInterval, setInterval, setTimeout } from "node:timers";
import type { Budget, Exceeded } from "./budget.ts";
import { partingSignals } from "./orders.ts";
import { startProcess } from "./own-scripts.ts";
import type { Message, Request } from "./serve.ts";
import { openSilence } from "./silence.ts";
import { seesProcesses, usageOf } from "./usage.ts";

/** How a job ended. `begun`: the program was loaded and the reading itself was under way. */
export type Ending<A> =
  | { readonly kind: "answered"; readonly answer: A }
  | { readonly kind: "failed"; readonly words: string }
  | { readonly kind: "exceeded"; readonly limit: Exceeded }
  | { readonly kind: "unstarted"; readonly error: Error }
  | { readonly kind: "died"; readonly begun: boolean; readonly code: number | null; readonly signal: NodeJS.Signals | null };

/** The program that every reading process is. */
export const node = process.execPath;

/** Milliseconds between two looks at a process. */
const pace = 50;

/** Loading the program is not the fault of a file, but must end too. */
const loadMilliseconds = 60_000;

/**
 * Young objects mostly die young: with more room for them fewer are copied, which costs less time and in the end less memory.
 * The expressions of deadlines are long and used again and again: compiling them to bytecode first, only to compile them again, is half of the work.
 */
const engineFlags = ["--min-semi-space-size=32", "--max-semi-space-size=32", "--no-regexp-tier-up"];

/** For a page or two: an expression that is compiled without looking for faster ways is there in a third of the time, and runs a third longer. */
const shortFlags = ["--no-regexp-optimization"];

/** Milliseconds before a process for short notices is told to start its watchman, a thread that takes longer to start than such a notice to read. */
const calm = 1000;

/** Where a process is looked at from, and what for: `outside` needs /proc, `inside` is the watchman of the process itself; `short` is for notices that are read in no time. */
export type Watch = "outside" | "inside" | "short";

/** A job at work. */
interface Work<A> {
  /** Since when it reads or loads the program. */
  since: number;
  reads: boolean;
  begun: boolean;
  /** Milliseconds of reading before the program was loaded. */
  spent: number;
  limit: Exceeded | null;
  readonly end: (ending: Ending<A>) => void;
}

/** Starts at once. */
export class ReadingProcess<J, A, N = unknown> {
  readonly #child: ChildProcess;
  readonly #budget: Budget;
  #work: Work<A> | null = null;
  #gone: Ending<A> | null = null;
  /** Memory as last seen, in megabytes. */
  megabytes = 0;
  /** What the job at work, or the last one, knew before it ended. */
  noted: N | null = null;

  constructor(script: URL, budget: Budget, watch: Watch = "outside") {
    this.#budget = budget;
    this.#child = startProcess(script, [`--max-old-space-size=${budget.megabytes}`, ...engineFlags, ...(watch === "short" ? shortFlags : [])], {
      // In a group of its own: Ctrl-C reaches the parent alone, and the parent decides what it means.
      detached: true,
      serialization: "advanced",
      // What a dying process prints is no message for people: the result says what happened.
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      env: { ...process.env, ...compiled() },
    });
    this.#child.on("message", (message: Message<A, N>) => {
      this.#hear(message);
    });
    this.#child.on("exit", (code, signal) => {
      this.#bury(code, signal);
    });
    // A process that could not be started, or a message that reached nobody.
    this.#child.on("error", (error) => {
      if (this.#child.pid === undefined) this.#part({ kind: "unstarted", error });
    });
    if (watch === "inside" || !seesProcesses()) this.#send({ orders: budget });
    else if (watch === "outside") this.#send({ orders: null });
    else setTimeout(() => this.#send({ orders: null }), calm).unref();
  }

  get pid(): number | null {
    return this.#child.pid ?? null;
  }

  /** Does one job: await each before the next. */
  do(job: J): Promise<Ending<A>> {
    return new Promise((resolve) => {
      if (this.#gone !== null) {
        resolve(this.#gone);
        return;
      }
      const silent = openSilence(this.#budget.stallMilliseconds);
      const timer = setInterval(() => {
        this.#look(silent);
      }, pace);
      this.noted = null;
      this.#work = {
        since: performance.now(),
        reads: false,
        begun: false,
        spent: 0,
        limit: null,
        end: (ending) => {
          clearInterval(timer);
          this.#work = null;
          resolve(ending);
        },
      };
      this.#send({ job });
    });
  }

  /** Lets it go when it has nothing to do. */
  close(): void {
    if (this.#child.connected) this.#child.disconnect();
  }

  /** Ends it at once. */
  kill(): void {
    this.#child.kill("SIGKILL");
  }

  #send(request: Request<J>): void {
    if (this.#child.connected) this.#child.send(request, () => undefined);
  }

  #hear(message: Message<A, N>): void {
    const work = this.#work;
    if (work === null || work.limit !== null) return;
    if ("begun" in message) turn(work, message.begun);
    else if ("note" in message) this.noted = message.note;
    else if ("answer" in message) work.end({ kind: "answered", answer: message.answer });
    else work.end({ kind: "failed", words: message.failure });
  }

  #bury(code: number | null, signal: NodeJS.Signals | null): void {
    const limit = this.#work?.limit ?? limitOf(code, signal);
    const begun = this.#work?.begun === true;
    this.#part(limit === null || this.#work === null ? { kind: "died", begun, code, signal } : { kind: "exceeded", limit });
  }

  #part(ending: Ending<A>): void {
    this.#gone ??= ending;
    this.#work?.end(ending);
  }

  #look(silent: (now: number, worked: number) => boolean): void {
    const work = this.#work;
    if (work === null || work.limit !== null) return;
    const now = performance.now();
    const since = now - work.since;
    if (work.reads ? work.spent + since > this.#budget.milliseconds : since > loadMilliseconds + this.#budget.milliseconds) this.#break(work, "time");
    const usage = this.#child.pid === undefined ? null : usageOf(this.#child.pid);
    if (usage === null) return;
    this.megabytes = usage.megabytes;
    if (usage.megabytes > this.#budget.megabytes) this.#break(work, "memory");
    else if (silent(now, usage.milliseconds)) this.#break(work, "stall");
  }

  /** Ends the process for a limit. Its parting is waited for, but not for ever: the kernel may hold it, and then nobody waits for it any more. */
  #break(work: Work<A>, limit: Exceeded): void {
    work.limit ??= limit;
    this.kill();
    setTimeout(() => {
      if (this.#work !== work) return;
      this.#bury(null, "SIGKILL");
      this.close();
      this.#child.unref();
    }, 5_000).unref();
  }
}

/** From here on the job reads, or loads the program. */
function turn(work: Pick<Work<unknown>, "since" | "reads" | "begun" | "spent">, reads: boolean): void {
  const now = performance.now();
  if (work.reads) work.spent += now - work.since;
  work.since = now;
  work.reads = reads;
  work.begun ||= reads;
}

/** A process of V8 that finds no room on its heap aborts; a watchman leaves a signal. */
function limitOf(code: number | null, signal: NodeJS.Signals | null): Exceeded | null {
  if (signal === "SIGABRT" || code === 134 || signal === partingSignals.memory) return "memory";
  return signal === partingSignals.stall ? "stall" : null;
}

/** Where the process keeps compiled code: beside that of this one, whose engine has other flags; nowhere where this one keeps none. */
function compiled(): { readonly NODE_COMPILE_CACHE?: string } {
  const own = module.getCompileCacheDir();
  return own === undefined ? {} : { NODE_COMPILE_CACHE: join(own, "reading") };
}
