/** `fengong queue …`: notices through a queue of BullMQ. */
import process from "node:process";
import { jsonText, printable } from "../text/shown.ts";
import { itemsOf, tellUnmatched, type Searched } from "./batch.ts";
import type { Ended } from "./command.ts";
import type { Exit } from "./exit-codes.ts";
import { isMissingPackage } from "./missing-package.ts";
import { writeData, type Settings } from "./run.ts";
import { words } from "./words.ts";

/** Which queue, and under which options its notices are read. */
export interface Queued {
  readonly queue: string;
  readonly name: string;
}

/** What is put in. */
export interface Added extends Queued, Searched {
  /** Only what was lost: `out` is told then. */
  readonly lost: boolean;
}

/** How a worker works. */
export interface Worked extends Queued {
  readonly out: string;
  readonly jobs: number;
  readonly untilEmpty: boolean;
  /** Seconds. */
  readonly lock: number;
  readonly retry: number;
}

/** Puts notices in, one line of JSON each. */
export async function addNotices(wanted: Added, settings: Settings): Promise<Ended> {
  return withQueue(async () => {
    const found = await itemsOf(wanted, settings);
    tellUnmatched(found.unmatched, settings);
    if (found.items.length === 0 && found.unmatched.length === 0) return { wrong: "noFiles", detail: "" };
    const { enqueue, reconcile } = await import("../queue/place.ts");
    const placing = { url: wanted.queue, name: wanted.name, options: settings.options, budget: settings.budget, ...(wanted.out === null ? {} : { out: wanted.out }) };
    const placed = wanted.lost && wanted.out !== null ? reconcile(found.items, { ...placing, out: wanted.out }) : enqueue(found.items, placing);
    let exit: Exit = found.unmatched.length > 0 ? "input" : "ok";
    for await (const one of placed) {
      if (one.state === "missing") exit = "input";
      await writeData(jsonText(one), settings);
    }
    return { exit, wrong: null };
  });
}

/** Works until it is told to end, or the queue is empty; one line of JSON for each notice that is done. */
export async function workQueue({ queue, name, out, jobs, untilEmpty, lock, retry }: Worked, settings: Settings): Promise<Ended> {
  return withQueue(async () => {
    const [finish, stop] = [new AbortController(), new AbortController()];
    const pressed = (): void => {
      if (finish.signal.aborted) stop.abort();
      finish.abort();
    };
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, pressed);
    const { work } = await import("../queue/work.ts");
    try {
      await work({
        url: queue,
        name,
        out,
        options: settings.options,
        budget: settings.budget,
        jobs,
        untilEmpty,
        lockMilliseconds: lock * 1000,
        retryMilliseconds: retry * 1000,
        finish: finish.signal,
        stop: stop.signal,
        tell: (done) => void writeData(jsonText(done), settings),
        warn: onceAMinute(settings),
      });
    } finally {
      for (const signal of ["SIGTERM", "SIGINT"] as const) process.off(signal, pressed);
    }
    return { exit: stop.signal.aborted ? "interrupted" : "ok", wrong: null };
  });
}

/** The same trouble again and again is said once a minute. */
function onceAMinute({ streams, language }: Settings): (error: Error) => void {
  const said = new Map<string, number>();
  return (error) => {
    const trouble = printable(("code" in error ? String(error.code) : "") || error.message || error.name).slice(0, 300);
    const now = Date.now();
    if (now - (said.get(trouble) ?? -Infinity) < 60_000) return;
    said.set(trouble, now);
    const head = "code" in error ? words.unreachable[language] : "";
    streams.stderr.write(`fengong: ${head}${trouble}\n`);
  };
}

/** What keeps a queue from being used is wrong usage. */
async function withQueue(act: () => Promise<Ended>): Promise<Ended> {
  try {
    return await act();
  } catch (error) {
    if (isMissingPackage(error)) return { wrong: "needsPackage", detail: "npm install bullmq ioredis pg" };
    if (error instanceof Error && error.name === "QueueAddressError") return { wrong: "badQueue", detail: error.message };
    throw error;
  }
}
