/**
 * Kills the service and its reading processes at random moments while callers come, who come again as they are told to, and compares what they get with
 * the outputs of `fengong batch`: `node test/hostile/service.ts [KILLS]` (20): so many kills of each of the two. Linux only.
 */
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { childrenOf } from "../batch/children.ts";
import { plantMany, run, start, treeOf } from "../batch/tree-of.ts";
import { freePort } from "../queue/stores.ts";
import { Chance } from "./chance.ts";

/** What came of it. `executions`: notices that the service says it has read. */
export interface Told {
  readonly notices: number;
  readonly kills: Readonly<Record<"service" | "reader", number>>;
  readonly executions: number;
  readonly missing: number;
  readonly different: number;
}

/** Notices between two kills. */
const portion = 12;

/** Runs a trial: `kills` of the service, and as many of its reading processes. */
export async function killService(kills: number): Promise<Told> {
  const folder = mkdtempSync(join(tmpdir(), "fengong-killed-"));
  const service = new Service(await freePort(), folder);
  try {
    plantMany(folder, portion * kills * 2);
    await run(["batch", "in", "--out", "batched", "--quiet", "--jobs", "1"], folder);
    const calm = treeOf(join(folder, "batched"));
    const names = Object.keys(calm).map((name) => name.replace(/\.json$/u, ""));
    const answers = new Map<string, string>();
    const killed = await killAtRandom(service, names, kills, answers);
    const missing = names.filter((name) => !answers.has(name)).length;
    const different = names.filter((name) => answers.has(name) && answers.get(name) !== calm[`${name}.json`]).length;
    return { notices: names.length, kills: killed, executions: service.executions, missing, different };
  } finally {
    await service.dismiss();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A service on one port, started again when it was killed. */
class Service {
  readonly #port: number;
  readonly #folder: string;
  #child: ChildProcess | null = null;
  #at = true;
  executions = 0;

  constructor(port: number, folder: string) {
    this.#port = port;
    this.#folder = folder;
    this.#begin();
  }

  #begin(): void {
    const { child } = start(["serve", "--port", String(this.#port), "--jobs", "1"], this.#folder, null);
    this.#child = child;
    let rest = "";
    child.stdout?.on("data", (bytes: Buffer) => {
      const lines = (rest + bytes.toString()).split("\n");
      rest = lines.pop() ?? "";
      this.executions += lines.filter((line) => line.includes('"path":"/v1/notices"') && line.includes('"status":200')).length;
    });
    child.on("exit", () => {
      if (this.#at) this.#begin();
    });
  }

  /** As a client does: comes again when it is told to, and when nobody is there. */
  async ask(name: string): Promise<string> {
    const body = new Uint8Array(readFileSync(join(this.#folder, name)));
    for (;;) {
      try {
        const response = await fetch(`http://127.0.0.1:${this.#port}/v1/notices?name=${encodeURIComponent(name)}`, { method: "POST", body });
        const text = await response.text();
        if (response.status === 200) return text;
        if (response.status !== 503) throw new TypeError(`${response.status} ${text}`);
      } catch (error) {
        if (error instanceof TypeError && /^\d{3} /u.test(error.message)) throw error;
      }
      await new Promise((next) => setTimeout(next, 100));
    }
  }

  /** False where there was nothing to kill. */
  kill(what: "service" | "reader"): boolean {
    const pid = what === "service" ? this.#child?.pid : childrenOf(this.#child?.pid)[0];
    try {
      return pid !== undefined && process.kill(pid, "SIGKILL");
    } catch {
      return false;
    }
  }

  async dismiss(): Promise<void> {
    this.#at = false;
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise((gone) => {
      child.on("exit", gone);
      child.kill("SIGKILL");
    });
  }
}

/** Two callers ask for a portion; when something of it is answered, and a moment later, there is a kill; and so on. */
async function killAtRandom(service: Service, names: readonly string[], kills: number, answers: Map<string, string>): Promise<Told["kills"]> {
  const chance = new Chance(1);
  const done = { service: 0, reader: 0 };
  for (let i = 0; i < 2 * kills; i++) {
    const left = (["service", "reader"] as const).filter((what) => done[what] < kills);
    const what = left[chance.below(left.length)] ?? "service";
    const queue = names.slice(i * portion, (i + 1) * portion).values();
    const call = async (): Promise<void> => {
      for (const name of queue) answers.set(name, await service.ask(name));
    };
    const calls = [call(), call()];
    await until(() => answers.size > i * portion);
    await new Promise((next) => setTimeout(next, chance.below(60)));
    await until(() => service.kill(what));
    done[what]++;
    await Promise.all(calls);
  }
  return done;
}

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 20_000 && !holds(); i++) await new Promise((next) => setTimeout(next, 5));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { notices, kills, executions, missing, different } = await killService(Number(process.argv[2] ?? 20));
  console.log(`serve, ${notices} notices, kill -9 of ${kills.service} services and ${kills.reader} reading processes: ${executions} read, ${missing} missing, ${different} different`);
  if (missing + different > 0 || executions > notices + kills.service + kills.reader) process.exitCode = 1;
}
