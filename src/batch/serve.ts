/** The inside of a reading process: takes jobs from its parent one by one, answers them, and ends when the parent does. */
import process from "node:process";
import { Worker } from "node:worker_threads";
import type { Orders } from "./orders.ts";

/** From the parent. The first message is the orders for the watchman. */
export type Request<J> = { readonly orders: Orders["limits"] } | { readonly job: J };

/** To the parent: the reading has begun (what came before was loading the program), its answer, or the words of an exception. */
export type Message<A> = { readonly begun: true } | { readonly answer: A } | { readonly failure: string };

/** TypeScript in the repository, JavaScript in the package. */
const watchman = new URL(import.meta.url.endsWith(".ts") ? "./watchman.ts" : "./watchman.js", import.meta.url);

/** Serves jobs for ever. `work` calls `begin` when everything is loaded and the reading itself starts. */
export function serve(work: (job: never, begin: () => void) => Promise<unknown>): void {
  const busy = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const reading = new Int32Array(busy);
  process.on("disconnect", () => process.exit());
  process.on("message", (request: Request<never>) => {
    if ("orders" in request) {
      const orders: Orders = { parent: process.ppid, busy, limits: request.orders };
      new Worker(watchman, { workerData: orders }).unref();
    } else void answer(request.job);
  });

  async function answer(job: never): Promise<void> {
    Atomics.store(reading, 0, 1);
    const message = await reply(job);
    Atomics.store(reading, 0, 0);
    send(message);
  }

  async function reply(job: never): Promise<Message<unknown>> {
    try {
      return { answer: await work(job, () => send({ begun: true })) };
    } catch (error) {
      return { failure: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
    }
  }

  function send(message: Message<unknown>): void {
    if (process.connected) process.send?.(message);
  }
}
