/**
 * Kills workers, reading processes and the store of a queue at random moments, and compares the outputs with those of `fengong batch`:
 * `node test/hostile/queue.ts [KIND] [NOTICES] [KILLS]` (redis 600 20): so many kills of each of the three. Linux only.
 */
import type { ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { enqueue, reconcile, singly, work, type Placed } from "../../src/bullmq.ts";
import { childrenOf } from "../batch/children.ts";
import { plantMany, run, start, treeOf } from "../batch/tree-of.ts";
import { openStore, type Kind, type Store } from "../queue/stores.ts";
import { Chance } from "./chance.ts";

/** What is done to a queue: `kills` of each of worker, reading process and store. */
export interface Trial {
  readonly kind: Kind;
  readonly notices: number;
  readonly kills: number;
}

/** What came of it. `executions`: notices read to their end; `again`: put in again at the end, since the store had lost them. */
export interface Told {
  readonly kills: number;
  readonly executions: number;
  readonly again: number;
  readonly missing: number;
  readonly different: number;
  readonly more: number;
}

/** Runs a trial; null where the store is not installed. */
export async function killQueue({ kind, notices, kills }: Trial): Promise<Told | null> {
  const store = await openStore(kind);
  if (store === null) return null;
  const folder = mkdtempSync(join(tmpdir(), "fengong-killed-"));
  const crew = new Crew(store, folder);
  try {
    plantMany(folder, notices);
    await run(["batch", "in", "--out", "batched", "--quiet", "--jobs", "1"], folder);
    const calm = treeOf(join(folder, "batched"));
    const items = singly(Object.keys(calm).map((name) => join(folder, name.replace(/\.json$/u, ""))), folder);
    const settings = { url: store.url, out: join(folder, "out") };
    const placed = await all(enqueue(items, { url: store.url }));
    crew.hire(2);
    const done = await killAtRandom(crew, store, kills, () => placed.every(({ output }) => existsSync(join(settings.out, output ?? ""))));
    await crew.dismiss();
    const again = (await all(reconcile(items, settings))).filter(({ state }) => state === "added").length;
    await work({ ...settings, untilEmpty: true, lockMilliseconds: 2_000 });
    const outputs = existsSync(settings.out) ? treeOf(settings.out) : {};
    const missing = placed.filter(({ output }) => outputs[output ?? ""] === undefined).length;
    const different = placed.filter(({ output, name }) => outputs[output ?? ""] !== undefined && outputs[output ?? ""] !== calm[`${name}.json`]).length;
    return { kills: done, executions: crew.executions, again, missing, different, more: Object.keys(outputs).length - (placed.length - missing) };
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
  #at = true;
  executions = 0;

  constructor(store: Store, folder: string) {
    this.#store = store;
    this.#folder = folder;
  }

  hire(count: number): void {
    for (let i = 0; i < count; i++) {
      const { child } = start(["queue", "work", "--queue", this.#store.url, "--out", "out", "--jobs", "1", "--lock", "2", "--retry", "1"], this.#folder, null);
      this.#workers.add(child);
      child.stdout?.on("data", (bytes: Buffer) => {
        this.executions += bytes.toString().split("\n").filter((line) => line.includes('"status":"') && !line.includes('"status":"kept"')).length;
      });
      child.on("exit", () => {
        this.#workers.delete(child);
        if (this.#at) this.hire(1);
      });
    }
  }

  /** One of them, or one of their reading processes. */
  pick(what: "worker" | "reader", chance: Chance): number | null {
    const pids = [...this.#workers].flatMap(({ pid }) => pid ?? []);
    const choice = what === "worker" ? pids : pids.flatMap(childrenOf);
    return choice[chance.below(Math.max(1, choice.length))] ?? null;
  }

  async dismiss(): Promise<void> {
    this.#at = false;
    await Promise.all([...this.#workers].map((child) => new Promise((gone) => {
      child.on("exit", gone);
      child.kill("SIGKILL");
    })));
  }
}

async function killAtRandom(crew: Crew, store: Store, kills: number, isDone: () => boolean): Promise<number> {
  const chance = new Chance(1);
  const left = { worker: kills, reader: kills, store: kills };
  let done = 0;
  for (let i = 0; i < 20_000 && !isDone(); i++) {
    await new Promise((next) => setTimeout(next, 100 + chance.below(900)));
    const open = (["worker", "reader", "store"] as const).filter((what) => left[what] > 0);
    const what = open[chance.below(Math.max(1, open.length))];
    if (what === undefined) continue;
    if (what === "store") {
      await store.kill();
      await store.restart();
    } else {
      const pid = crew.pick(what, chance);
      if (pid === null) continue;
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        continue;
      }
    }
    left[what]--;
    done++;
  }
  return done;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [kind = "redis", notices = "600", kills = "20"] = process.argv.slice(2);
  const told = await killQueue({ kind: kind as Kind, notices: Number(notices), kills: Number(kills) });
  console.log(told === null ? `${kind} is not installed` : `${kind}, ${notices} notices, ${told.kills} kills: ${told.executions} executions, ${told.again} put in again, ${told.missing} missing, ${told.different} different, ${told.more} more`);
  if (told === null || told.missing + told.different + told.more > 0 || told.executions > Number(notices) + told.kills) process.exitCode = 1;
}
