/** From the last version to this one in steps, each of which makes one thing new: the program, the sources, the lookups, people's corrections. */
import type { ReadingOptions } from "../../model/context.ts";
import { causeOrder, type Cause, type LockedItem } from "../edition.ts";
import { valuesOf, type NoticeValues } from "../fields.ts";
import type { State } from "./changes.ts";
import type { Wanted } from "../gather/readings-store.ts";
import { makeRecord, type Made, type Wishes } from "./record.ts";
import type { Read } from "../gather/readings.ts";
import { pairTasks } from "./rekey.ts";
import { follow, PairsOver, type Pairs } from "./rekeys.ts";

/** One side of the comparison. */
export interface Side {
  readonly items: readonly Wanted[];
  readonly options: ReadingOptions;
  readonly wishes: Omit<Wishes, "idOf">;
}

/** What is new between the two sides, of one notice. */
export interface News {
  readonly parser: boolean;
  readonly source: boolean;
  readonly lookup: boolean;
  readonly override: boolean;
}

/** What is needed to go from one version to the next. */
export interface Journey {
  readonly news: News;
  /** Null when what decided it is gone. */
  readonly then: Side | null;
  readonly now: Side;
  /** Ids of the notice on both sides. */
  readonly ids: readonly (string | null)[];
  /** What was published before. */
  readonly published: NoticeValues | null;
  /** Pairs of ids known so far. */
  readonly pairs: Pairs;
  readonly result: (wanted: Wanted) => Promise<Read["result"] | null>;
  /** Whether a reading was cut short by something that says nothing about the notice. */
  readonly isPassing: (wanted: Wanted) => boolean;
}

/** Where it led. */
export interface Arrival {
  readonly states: readonly State[];
  readonly made: Made | null;
  /** Pairs of ids, those found on the way among them. */
  readonly pairs: Pairs;
}

/** Goes the steps that there are. The last one gives what is published now. */
export async function travel(journey: Journey): Promise<Arrival> {
  const { news, then, now } = journey;
  const causes = causeOrder.filter((cause) => news[cause]);
  const pairs = new PairsOver(journey.pairs);
  const states: State[] = [{ causes: [], certain: true, values: journey.published }];
  let waiting: Cause[] = [];
  const done = new Set<Cause>();
  const place = async (last = false): Promise<Made | null | "unknown"> => {
    const old = last ? now : then;
    if (old === null) return "unknown";
    const side = done.has("source") ? now : old;
    const options = done.has("lookup") ? now.options : old.options;
    const reads = await readsOf(side.items.map((wanted) => ({ ...wanted, options })), journey, last);
    return reads === null ? "unknown" : madeOf(reads, journey.ids, done.has("override") ? now.wishes : old.wishes, pairs, states.at(-1)?.values ?? null);
  };
  for (const cause of causes.slice(0, -1)) {
    done.add(cause);
    waiting.push(cause);
    const made = await place();
    if (made === "unknown") continue;
    states.push({ causes: waiting, certain: waiting.length === 1, values: made === null ? null : valuesOf(made.record.result) });
    waiting = [];
  }
  for (const cause of ["source", "lookup", "override"] as const) done.add(cause);
  const made = await place(true);
  if (made === "unknown") throw new TypeError("a source of this build was not read");
  // What is published now is always the last state: a change that nothing accounts for is told as the program's, and as uncertain.
  const last = [...waiting, ...causes.slice(-1)];
  states.push({ causes: last.length > 0 ? last : ["parser"], certain: last.length === 1, values: made === null ? null : valuesOf(made.record.result) });
  return { states, made, pairs };
}

/** Null when one of them is not there, or, but for the last step, could not be read to its end: an old notice is not judged by that. */
async function readsOf(items: readonly Wanted[], { result, isPassing }: Journey, last: boolean): Promise<Read[] | null> {
  const reads: Read[] = [];
  for (const wanted of items) {
    const found = await result(wanted);
    if (found === null || (!last && isPassing(wanted))) return null;
    reads.push({ item: { ...wanted.locked, key: null } satisfies LockedItem, result: found });
  }
  return reads;
}

/** The record of the notice among readings that may be of several; the corrections of old ids go to what these have become. */
function madeOf(reads: readonly Read[], ids: Journey["ids"], wishes: Omit<Wishes, "idOf">, pairs: PairsOver, before: NoticeValues | null): Made | null {
  const readable = reads.filter(({ result }) => result.status !== "failed");
  const id = [...ids].reverse().find((wanted) => readable.some(({ result }) => result.notice.id === wanted));
  const [first, ...others] = readable.filter(({ result }) => result.notice.id === id);
  if (first === undefined) return null;
  const plain = valuesOf(makeRecord([first, ...others], { overrides: [], idOf: (same) => same, redact: false }).record.result);
  if (before !== null) {
    const here = new Set(plain.tasks.map((task) => task.id));
    const there = new Set(before.tasks.map((task) => task.id));
    const found = pairTasks(before.tasks.filter((task) => !here.has(task.id)), plain.tasks.filter((task) => !there.has(task.id)), pairs);
    for (const [old, next] of found) pairs.set(old, next);
  }
  const known = new Set([plain.id, ...plain.tasks.map((task) => task.id)]);
  return makeRecord([first, ...others], { ...wishes, idOf: follow(pairs, (one) => known.has(one)) });
}
