/** Commands on small file systems: run to their end, or killed on the way; and what they leave. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { taken } from "./small-disk.ts";

const script = process.env["FENGONG_TEST_SCRIPT"] ?? fileURLToPath(new URL("../../src/cli/start.ts", import.meta.url));

/** So long nothing takes here: what still runs then idles. */
const forever = 300_000;

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly err: string;
  /** It was still alive when it was killed. */
  readonly killed: boolean;
  /** What should not be: it never ended, or left processes behind. */
  readonly troubles: readonly string[];
}

/** When a command is killed: so many milliseconds after its file system holds so much. */
export interface Moment {
  readonly folder: string;
  readonly kib: number;
  readonly milliseconds: number;
}

/** Runs a command to its end, or up to the moment at which it and all its processes are killed. */
export async function runOn(args: readonly string[], cwd: string, moment: Moment | null = null): Promise<Ended> {
  const mark = `${process.pid}-${++runs}`;
  const env = { NODE_COMPILE_CACHE: join(tmpdir(), "fengong-compile-cache"), ...process.env, FENGONG_RUN: mark, LC_ALL: "en", NO_COLOR: "1" };
  const child = spawn(process.execPath, [script, ...args], { cwd, env, detached: true, stdio: ["ignore", "ignore", "pipe"] });
  let [err, killed] = ["", false];
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  const troubles: string[] = [];
  const over = new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", resolve);
  });
  const state = { ended: false };
  void over.finally(() => (state.ended = true));
  const guard = setTimeout(() => {
    troubles.push("idles for ever");
    killAll(mark);
  }, forever);
  if (moment !== null) {
    while (!state.ended && taken(moment.folder) < moment.kib) await sleep(2);
    await Promise.race([over, sleep(moment.milliseconds)]);
    killed = !state.ended;
    if (killed) killAll(mark);
  }
  const code = await over;
  clearTimeout(guard);
  // A reader that was let go ends by itself.
  for (let looks = 0; looks < 600 && processesOf(mark).length > 0; looks++) await sleep(50);
  if (processesOf(mark).length > 0) troubles.push("leaves a process");
  killAll(mark);
  return { code, err, killed, troubles };
}

let runs = 0;

function killAll(mark: string): void {
  for (const pid of processesOf(mark)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It ended by itself.
    }
  }
}

/** Processes that carry the mark of a run in their environment. */
function processesOf(mark: string): number[] {
  const needle = `\0FENGONG_RUN=${mark}\0`;
  return readdirSync("/proc").filter((name) => /^\d+$/u.test(name)).map(Number).filter((pid) => {
    try {
      return `\0${readFileSync(`/proc/${pid}/environ`, "latin1")}`.includes(needle);
    } catch {
      return false;
    }
  });
}

/** Drafts and folders in the making below a folder. */
export function halvesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /^\.(?:fengong-.|building-|copying-)/u.test(basename(name)));
}

/** What is wrong with how a command ended on a disk that may be full: it ends well, or says in one sentence what was short. */
export function wrongEnd({ code, err, troubles }: Ended): string[] {
  const said = err.split("\n").filter((line) => line.includes(" machine/"));
  if (code === 0 && said.length === 0) return [...troubles];
  if (code === 7 && said.length === 1 && !/defect|internal\//u.test(err)) return [...troubles];
  return [...troubles, `exit ${code ?? "by signal"}: ${err.trim().slice(0, 300)}`];
}
