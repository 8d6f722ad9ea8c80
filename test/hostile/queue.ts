/**
 * Kills workers, reading processes and the store of a queue at random moments while notices come in, and compares the outputs with those of
 * `fengong batch`: `node test/hostile/queue.ts [KIND] [KILLS]` (redis 20): so many kills of each of the three. Linux only.
 */
import type { ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { isThere } from "../../src/batch/at-work.ts";
import { enqueue, reconcile, singly, work, type Done, type Item, type Placed } from "../../src/bullmq.ts";
import { childrenOf } from "../batch/children.ts";
import { counting, plantMany, run, start, treeOf } from "../batch/tree-of.ts";
import { openStore, type Kind, type Store } from "../queue/stores.ts";
import { Chance } from "./chance.ts";

/** What is done to a queue: `kills` of each of worker, reading process and store. */
export interface Trial {
  readonly kind: Kind;
  readonly kills: number;
}

/** What is killed. */
const victims = ["worker", "reader", "store"] as const;
type Victim = (typeof victims)[number];

/** What came of it. `executions`: outputs that were written; `again`: notices put in again at the end, since the store had lost them. */
export interface Told {
  readonly notices: number;
  readonly kills: Readonly<Record<Victim, number>>;
  readonly executions: number;
  readonly again: number;
  readonly missing: number;
  readonly different: number;
  readonly more: number;
}

/** Notices that come in between two kills. */
const portion = 12;

/** Runs a trial; null where the store is not installed. */
export async function killQueue({ kind, kills }: Trial): Promise<Told | null> {
  const store = await openStore(kind);
  if (store === null) return null;
  const folder = mkdtempSync(join(tmpdir(), "fengong-killed-"));
  const crew = new Crew(store, folder);
  try {
    plantMany(folder, portion * kills * victims.length);
    await run(["batch", "in", "--out", "batched", "--quiet", "--jobs", "1"], folder);
    const calm = treeOf(join(folder, "batched"));
    const items = singly(Object.keys(calm).map((name) => join(folder, name.replace(/\.json$/u, ""))), folder);
    const settings = { url: store.url, out: join(folder, "out") };
    crew.hire(2);
    const { placed, killed } = await killAtRandom(crew, store, items, kills);
    await crew.dismiss();
    const again = (await all(reconcile(items, settings))).filter(({ state }) => state === "added").length;
    const last: Done[] = [];
    await work({ ...settings, untilEmpty: true, lockMilliseconds: 2_000, tell: (done) => last.push(done) });
    const outputs = existsSync(settings.out) ? treeOf(settings.out) : {};
    const missing = placed.filter(({ output }) => outputs[output ?? ""] === undefined).length;
    const different = placed.filter(({ output, name }) => outputs[output ?? ""] !== undefined && outputs[output ?? ""] !== calm[`${name}.json`]).length;
    const executions = crew.written() + last.filter(({ status }) => status !== "kept").length;
    return { notices: placed.length, kills: killed, executions, again, missing, different, more: Object.keys(outputs).length - (placed.length - missing) };
  } finally {
    await crew.dismiss();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function all(placed: AsyncIterable<Placed>): Promise<Placed[]> {
  const found: Placed[] = [];
  for await (const one of placed) found.push(one);
  return found;
}

/** Workers that are replaced when they were killed. */
class Crew {
  readonly #store: Store;
  readonly #folder: string;
  readonly #workers = new Set<ChildProcess>();
  readonly #readers = new Set<number>();
  #at = true;

  constructor(store: Store, folder: string) {
    this.#store = store;
    this.#folder = folder;
  }

  hire(count: number): void {
    for (let i = 0; i < count; i++) {
      const { child } = start(["queue", "work", "--queue", this.#store.url, "--out", "out", "--jobs", "1", "--lock", "2", "--retry", "1"], this.#folder, null, counting(join(this.#folder, "written")));
      this.#workers.add(child);
      child.on("exit", () => {
        this.#workers.delete(child);
        if (this.#at) this.hire(1);
      });
    }
  }

  /** How many outputs have their names from one of them. */
  written(): number {
    try {
      return readFileSync(join(this.#folder, "written")).length;
    } catch {
      return 0;
    }
  }

  /** Kills one of them, or one of their reading processes; false where there was none. */
  kill(what: "worker" | "reader", chance: Chance): boolean {
    const pids = [...this.#workers].flatMap(({ pid }) => pid ?? []);
    const readers = pids.flatMap(childrenOf);
    for (const pid of readers) this.#readers.add(pid);
    const choice = what === "worker" ? pids : readers;
    const pid = choice[chance.below(Math.max(1, choice.length))];
    return pid !== undefined && killed(pid);
  }

  /** Kills all, and waits until their reading processes are gone too. */
  async dismiss(): Promise<void> {
    this.#at = false;
    for (const { pid } of this.#workers) for (const reader of childrenOf(pid)) this.#readers.add(reader);
    await Promise.all([...this.#workers].map((child) => new Promise((gone) => {
      child.on("exit", gone);
      child.kill("SIGKILL");
    })));
    for (let i = 0; i < 600 && [...this.#readers].some(isThere); i++) await new Promise((next) => setTimeout(next, 100));
  }
}

function killed(pid: number): boolean {
  try {
    process.kill(pid, "SIGKILL");
    return true;
  } catch {
    return false;
  }
}

/** Puts in a portion, waits until some of it is done, and for a moment more, and kills; and so on. At the end all that was put in is worked off. */
async function killAtRandom(crew: Crew, store: Store, items: readonly Item[], kills: number): Promise<{ readonly placed: readonly Placed[]; readonly killed: Told["kills"] }> {
  const chance = new Chance(1);
  const done = { worker: 0, reader: 0, store: 0 };
  const placed: Placed[] = [];
  const put = async (): Promise<void> => {
    placed.push(...(await all(enqueue(items.slice(placed.length, placed.length + portion), { url: store.url }))));
  };
  while (victims.some((what) => done[what] < kills)) {
    const left = victims.filter((what) => done[what] < kills);
    const what = left[chance.below(left.length)] ?? "worker";
    await put();
    const before = crew.written();
    await until(() => crew.written() > before);
    await new Promise((next) => setTimeout(next, chance.below(400)));
    if (what === "store") {
      await store.kill();
      await store.restart();
    } else await until(() => crew.kill(what, chance));
    done[what]++;
  }
  while (placed.length < items.length) await put();
  await until(() => crew.written() >= placed.length);
  return { placed, killed: done };
}

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 6_000 && !holds(); i++) await new Promise((next) => setTimeout(next, 20));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [kind = "redis", kills = "20"] = process.argv.slice(2);
  const told = await killQueue({ kind: kind as Kind, kills: Number(kills) });
  if (told === null) console.log(`${kind} is not installed`);
  else {
    const { notices, kills: killed, executions, again, missing, different, more } = told;
    const all = killed.worker + killed.reader + killed.store;
    console.log(`${kind}, ${notices} notices, kill -9 of ${killed.worker} workers, ${killed.reader} reading processes, ${killed.store} times the store: ${executions} outputs written, ${again} put in again, ${missing} missing, ${different} different, ${more} more`);
    if (missing + different + more > 0 || executions > notices + all) process.exitCode = 1;
  }
}
