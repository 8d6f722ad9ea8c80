/** Puts notices into a queue, and again those that got lost there. */
import type { Budget } from "../batch/budget.ts";
import { defaultBudget } from "../batch/budget.ts";
import type { Item } from "../batch/item.ts";
import { pathIn } from "../batch/tree.ts";
import { findLeftovers, isFile } from "../batch/write.ts";
import type { ReadingOptions } from "../model/context.ts";
import { openQueue, type NoticeQueue, type QueueSettings } from "./backend.ts";
import { openKeys, outputOfKey, type Keyed, type Payload } from "./notice.ts";

/** How notices are put into a queue. */
export interface Placing extends QueueSettings {
  /** Options of the reading, the same as the workers have: they are part of the key. */
  readonly options?: ReadingOptions;
  readonly budget?: Budget;
  /** The folder of the outputs: what is there is not put in again. */
  readonly out?: string;
}

/**
 * What became of a notice. `added`: it is in the queue; `done`: its output is there; `waiting`: it was in the queue already (of `reconcile` alone);
 * `missing`: a file could not be opened, and it has no key.
 */
export interface Placed {
  readonly name: string;
  readonly key: string | null;
  /** Where its output stands, or will, below the output folder. */
  readonly output: string | null;
  readonly state: "added" | "done" | "waiting" | "missing";
}

/** Jobs that go to the store at a time. */
const together = 500;

/** What is kept of jobs that are done: for a week, that one is known that comes again. */
const keptSeconds = 7 * 24 * 3600;

/** Puts notices in. One that is there already, or was done of late, is not put in twice: the key of its content is the id of its job. */
export function enqueue(items: Iterable<Item> | AsyncIterable<Item>, placing: Placing): AsyncGenerator<Placed, void, void> {
  return place(items, placing, (queue, keyed) => add(queue, keyed, placing));
}

/** Puts in again what has no output and no job at work or waiting: a queue that was lost loses nothing. */
export function reconcile(items: Iterable<Item> | AsyncIterable<Item>, placing: Placing & { readonly out: string }): AsyncGenerator<Placed, void, void> {
  return place(items, placing, async (queue, keyed) => {
    const lost: Present[] = [];
    const placed: Placed[] = [];
    for (const one of keyed) {
      if (await isInQueue(queue, one.key)) placed.push(placedOf(one, "waiting"));
      else lost.push(one);
    }
    return [...placed, ...(await add(queue, lost, placing))];
  });
}

type Present = Extract<Keyed, { readonly payload: Payload }>;

async function* place(items: Iterable<Item> | AsyncIterable<Item>, { options = {}, budget = defaultBudget, out, ...settings }: Placing, put: (queue: NoticeQueue, keyed: readonly Present[]) => Promise<Placed[]>): AsyncGenerator<Placed, void, void> {
  const queue = openQueue(settings);
  const keys = openKeys(options, budget);
  let waiting: Present[] = [];
  try {
    await queue.waitUntilReady();
    // What killed workers left half written, and nobody takes up any more.
    const left = out === undefined ? null : await findLeftovers(out);
    for await (const item of items) {
      const keyed = await keys.keyOf(item);
      if (keyed.key !== null) await left?.remove(outputOfKey(keyed.key));
      if (keyed.key === null) yield { name: item.name, key: null, output: null, state: "missing" };
      else if (out !== undefined && (await isFile(pathIn(out, outputOfKey(keyed.key))))) yield placedOf(keyed, "done");
      else waiting.push(keyed);
      if (waiting.length < together) continue;
      yield* await put(queue, waiting);
      waiting = [];
    }
    if (waiting.length > 0) yield* await put(queue, waiting);
  } finally {
    keys.close();
    await queue.close();
  }
}

async function add(queue: NoticeQueue, keyed: readonly Present[], { out }: Placing): Promise<Placed[]> {
  const kept = { age: keptSeconds };
  if (out !== undefined) for (const { key } of keyed) await forget(queue, key);
  await queue.addBulk(keyed.map(({ key, payload }) => ({ name: "notice", data: payload, opts: { jobId: key, attempts: 1_000_000, backoff: { type: "wait" }, removeOnComplete: kept, removeOnFail: kept } })));
  return keyed.map((one) => placedOf(one, "added"));
}

/** A job that is over and whose output is not there stands in the way of another. */
async function forget(queue: NoticeQueue, key: string): Promise<void> {
  const job = await queue.getJob(key);
  if (job !== undefined && ["completed", "failed"].includes(await job.getState())) await job.remove();
}

async function isInQueue(queue: NoticeQueue, key: string): Promise<boolean> {
  const job = await queue.getJob(key);
  return job !== undefined && !["completed", "failed", "unknown"].includes(await job.getState());
}

function placedOf({ key, payload }: Present, state: Placed["state"]): Placed {
  return { name: payload.name, key, output: outputOfKey(key), state };
}
