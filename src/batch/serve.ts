/** The inside of a reading process: takes jobs from its parent one by one, answers them, and ends when the parent does. */
import process from "node:process";
import type { Orders } from "./orders.ts";
import { startThread } from "./own-scripts.ts";

/** From the parent. The first message is the orders for the watchman. */
export type Request<J> = { readonly orders: Orders["limits"] } | { readonly job: J };

/**
 * To the parent: `begun`, that a file or notice is being read now, or (false) that the program is being loaded, which is not the fault of a file;
 * what is known so far, should there be no answer; the answer; or the words of an exception.
 */
export type Message<A, N> = { readonly begun: boolean } | { readonly note: N } | { readonly answer: A } | { readonly failure: string };

/** What a job at work tells its watcher. */
export interface Watcher<N> {
  /** From here on time counts. */
  readonly begin: () => void;
  /** The program is being loaded: time does not count. */
  readonly pause: () => void;
  /** What is known so far. It stays known when the process is ended. */
  readonly note: (known: N) => void;
}

/** Nobody watches: for a job in the process of its caller. */
export const unwatched: Watcher<unknown> = { begin: () => undefined, pause: () => undefined, note: () => undefined };

/** TypeScript in the repository, JavaScript in the package. */
const watchman = new URL(import.meta.url.endsWith(".ts") ? "./watchman.ts" : "./watchman.js", import.meta.url);

/** Serves jobs for ever. */
export function serve(work: (job: never, watcher: Watcher<unknown>) => Promise<unknown>): void {
  const busy = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const reading = new Int32Array(busy);
  process.on("disconnect", () => {
    // Leaving in order would wait for what a job at work waits for, perhaps for ever.
    if (Atomics.load(reading, 0) === 1) process.kill(process.pid, "SIGKILL");
    else process.exit();
  });
  process.on("message", (request: Request<never>) => {
    if ("orders" in request) {
      const orders: Orders = { parent: process.ppid, busy, limits: request.orders };
      startThread(watchman, { workerData: orders }).unref();
    } else void answer(request.job);
  });

  const watcher: Watcher<unknown> = { begin: () => send({ begun: true }), pause: () => send({ begun: false }), note: (note) => send({ note }) };

  async function answer(job: never): Promise<void> {
    Atomics.store(reading, 0, 1);
    const message = await reply(job);
    Atomics.store(reading, 0, 0);
    send(message);
  }

  async function reply(job: never): Promise<Message<unknown, unknown>> {
    try {
      return { answer: await work(job, watcher) };
    } catch (error) {
      return { failure: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
    }
  }

  function send(message: Message<unknown, unknown>): void {
    if (process.connected) process.send?.(message);
  }
}
