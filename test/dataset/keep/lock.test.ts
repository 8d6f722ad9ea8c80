/** One build at a time: many processes at the same moment, with a lock that somebody left, with one of another machine, with none. */
import { fork, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { existsSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { Busy, enterDataset } from "../../../src/dataset/keep/lock.ts";
import { emptyFolder } from "../folders.ts";
import type { Order, Said } from "./lock-child.ts";

const script = fileURLToPath(new URL("lock-child.ts", import.meta.url));
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
});

async function started(child: ChildProcess): Promise<ChildProcess> {
  children.push(child);
  await answerOf(child);
  return child;
}

function answerOf(child: ChildProcess): Promise<Said> {
  return new Promise((resolve, reject) => {
    child.once("message", (said) => resolve(said as Said));
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`a process ended: ${String(code)}`)));
  });
}

const crowd = Promise.all(Array.from({ length: 5 }, () => started(fork(script))));

/** All of them at the same moment. */
async function rush(who: readonly ChildProcess[], out: string, stay = 3): Promise<Said[]> {
  const order: Order = { at: Date.now() + 4, out, stay };
  return Promise.all(who.map((child) => {
    const answer = answerOf(child);
    child.send(order);
    return answer;
  }));
}

const boot = existsSync("/proc/sys/kernel/random/boot_id") ? readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim() : null;
const own = { token: "a", host: hostname(), boot, space: existsSync("/proc/self/ns/pid") ? "pid:[1]" : null, pid: 999_999, start: "1", volume: "0:0", kernel: true };
const note = (part: Partial<typeof own>): string => JSON.stringify({ ...own, ...part });

/** What lies there, how old it is in seconds, and whether somebody may enter. */
const left: readonly (readonly [what: string, text: string | null, age: number, free: boolean])[] = [
  ["nothing", null, 0, true],
  ["the number of a process that is gone, as older versions wrote it", "999999", 0, true],
  ["a fresh note of this machine, of a namespace that is not named", note({ space: null }), 0, process.platform !== "linux"],
  ["an old note of another PID namespace", note({}), 600, true],
  ["an old note of another machine", note({ host: "elsewhere", boot: "b" }), 600, true],
  ["an old half note", '{"token":"a","ho', 600, true],
  ["an old empty note", "", 600, true],
  ["a fresh note of another machine", note({ host: "elsewhere", boot: "b" }), 0, false],
  ["a fresh half note", '{"token":"a","ho', 0, false],
];

describe("several at the same moment, and there is", () => {
  test.each(left)("%s", async (_, text, age, free) => {
    const who = await crowd;
    const seen = new Map<Said, number>();
    for (let round = 0; round < 25; round++) {
      const out = emptyFolder();
      if (text !== null) leave(out, text, age);
      for (const said of await rush(who, out)) seen.set(said, (seen.get(said) ?? 0) + 1);
      expect(readdirSync(out), "nothing is left behind").toEqual(free ? [] : [".lock"]);
    }
    expect([...seen.keys()].filter((said) => said !== "in" && said !== "busy")).toEqual([]);
    if (free) expect(seen.get("in")).toBeGreaterThanOrEqual(25);
    else expect(seen.get("in")).toBeUndefined();
  });
});

function leave(out: string, text: string, age: number): void {
  writeFileSync(join(out, ".lock"), text);
  const then = Date.now() / 1000 - age;
  utimesSync(join(out, ".lock"), then, then);
}

test("a note of this machine and namespace counts by its process and the moment in which that began", async () => {
  const held = emptyFolder();
  const entry = await enterDataset(held);
  const mine = JSON.parse(readFileSync(join(held, ".lock"), "utf8")) as typeof own;
  await entry.check();
  await entry.release();
  for (const [part, free] of [[{}, false], [{ start: "1" }, process.platform === "linux"], [{ pid: 999_999 }, true]] as const) {
    const out = emptyFolder();
    // Of another mount: the lock of the kernel says nothing.
    leave(out, JSON.stringify({ ...mine, volume: "0:0", token: "b", ...part }), 0);
    if (free) await (await enterDataset(out)).release();
    else await expect(enterDataset(out)).rejects.toThrow(Busy);
  }
});

test("a process is kept out of what it is in itself, by whatever name", async () => {
  const out = emptyFolder();
  const link = join(emptyFolder(), "link");
  symlinkSync(out, link);
  const entry = await enterDataset(out);
  await expect(enterDataset(link)).rejects.toThrow(Busy);
  expect((await rush(await crowd, out)).every((said) => said === "busy")).toBe(true);
  await entry.release();
  await (await enterDataset(link)).release();
});

test("who was passed over finds out before anything is entered", async () => {
  const out = emptyFolder();
  const entry = await enterDataset(out);
  writeFileSync(join(out, ".lock"), note({ host: "elsewhere", boot: "b" }));
  await expect(entry.check()).rejects.toThrow(/999999@elsewhere/u);
  await entry.release();
  expect(readFileSync(join(out, ".lock"), "utf8")).toContain("elsewhere");
});

test("a process that is killed inside leaves nothing that keeps others out", async () => {
  const out = emptyFolder();
  const child = await started(fork(script));
  child.send({ at: 0, out, stay: 60_000 } satisfies Order);
  while (!existsSync(join(out, "inside"))) await new Promise((resolve) => setTimeout(resolve, 5));
  await expect(enterDataset(out)).rejects.toThrow(new RegExp(`${String(child.pid)}@`, "u"));
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
  await (await enterDataset(out)).release();
});

const canUnshare = process.platform === "linux" && spawnSync("unshare", ["--pid", "--fork", "true"]).status === 0;

// Skipped where PID namespaces cannot be made: only root may, and not in every container.
test.skipIf(!canUnshare)("from other PID namespaces, as containers are", async () => {
  const apart = await Promise.all(
    Array.from({ length: 4 }, () => started(spawn("unshare", ["--pid", "--fork", "--kill-child", process.execPath, script], { stdio: ["ignore", "inherit", "inherit", "ipc"] }))),
  );
  const seen = new Map<Said, number>();
  for (let round = 0; round < 100; round++) {
    const out = emptyFolder();
    if (round % 3 === 1) leave(out, "999999", 0);
    if (round % 3 === 2) leave(out, note({}), 600);
    for (const said of await rush([...apart, ...(await crowd).slice(0, 2)], out)) seen.set(said, (seen.get(said) ?? 0) + 1);
  }
  expect([...seen.keys()].filter((said) => said !== "in" && said !== "busy")).toEqual([]);
  expect(seen.get("in")).toBeGreaterThanOrEqual(100);
});
