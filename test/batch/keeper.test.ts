import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { defaultBudget, exceeded, type Budget } from "../../src/batch/budget.ts";
import { crash } from "../../src/batch/crash.ts";
import { openKeeper, type Keeper } from "../../src/batch/keeper.ts";
import type { Watch } from "../../src/batch/reading-process.ts";
import { seesProcesses } from "../../src/batch/usage.ts";

const script = new URL("./processes/moody.ts", import.meta.url);
let keeper: Keeper<string, unknown>;

afterEach(() => {
  keeper.stop();
});

const open = (budget: Partial<Budget> = {}, watch?: Watch): void => {
  keeper = openKeeper(script, { ...defaultBudget, ...budget }, watch);
};
const good = { answer: "did this", problem: null };
const answerOf = async (mood: string): Promise<unknown> => (await keeper.run(mood))?.answer;

/** From outside where this system shows its processes, also for short notices, and by the thread inside, which all systems have. */
const watches = seesProcesses() ? (["outside", "short", "inside"] as const) : (["inside"] as const);

describe.each(watches)("a reading process that is watched from %s", (watch) => {
  test.each([
    ["loop", "time", { milliseconds: 700 }],
    ["wait", "stall", { stallMilliseconds: 700 }],
    ["buffers", "memory", { megabytes: 400 }],
  ] as const)("is ended when it does %s, and the next job goes on", async (mood, limit, budget) => {
    open(budget, watch);
    expect(await keeper.run(mood)).toEqual({ answer: null, problem: exceeded(limit, { ...defaultBudget, ...budget }), noted: null });
    expect(await keeper.run("this")).toEqual(good);
    expect(keeper.lost()).toBe(1);
  });
});

describe("a reading process", () => {
  test("answers, one job after the other", async () => {
    open();
    expect(await keeper.run("this")).toEqual(good);
    expect(await keeper.run("that")).toEqual({ answer: "did that", problem: null });
    expect(await answerOf("pid")).toBe(await answerOf("pid"));
    expect(keeper.lost()).toBe(0);
  });

  test("is ended when its heap is full", async () => {
    open({ megabytes: 300 });
    expect((await keeper.run("heap"))?.problem?.code).toBe("limit/memory");
    expect(await keeper.run("this")).toEqual(good);
  });

  test.each([
    ["throw", "RangeError: out of range"],
    ["leave", "exit 3"],
    ["stray", "exit 1"],
  ])("that does %s is a defect with its reason, and the next job goes on", async (mood, reason) => {
    open();
    expect(await keeper.run(mood)).toEqual({ answer: null, problem: crash(reason), noted: null });
    expect(await keeper.run("this")).toEqual(good);
  });

  test("that dies of what an earlier job left behind does not harm the job it dies under", async () => {
    open();
    expect(await answerOf("trap")).toBe("did trap");
    expect(await answerOf("slow")).toBe("did slow");
    expect(keeper.lost()).toBe(1);
  });

  test("that is killed from outside costs no result", async () => {
    open();
    const pid = await answerOf("pid");
    const answer = answerOf("slow");
    await sleep(100);
    process.kill(Number(pid), "SIGKILL");
    expect(await answer).toBe("did slow");
    expect(keeper.lost()).toBe(1);
  });

  test("is replaced when it has grown, before it must be ended", async () => {
    open({ megabytes: 400 });
    const before = await answerOf("pid");
    await answerOf("grow");
    // The next looks see the memory it keeps.
    await answerOf("slow");
    expect(await answerOf("pid")).not.toBe(before);
    expect(keeper.lost()).toBe(0);
  });

  test("that cannot be loaded is a defect", async () => {
    keeper = openKeeper(new URL("./processes/missing.ts", import.meta.url), defaultBudget);
    expect((await keeper.run("this"))?.problem?.code).toBe("internal/crash");
  });

  test("can be stopped in the middle of a job", async () => {
    open();
    const outcome = keeper.run("loop");
    await sleep(50);
    keeper.stop();
    expect(await outcome).toBeNull();
  });

  test("is ended when it is let go in the middle of a job, and no other is started", async () => {
    open();
    const pid = Number(await answerOf("pid"));
    const outcome = keeper.run("wait");
    keeper.close();
    expect(await outcome).toBeNull();
    expect(isThere(pid)).toBe(false);
    expect(await keeper.run("this")).toBeNull();
  });

  test.each(["loop", "wait"])("that does %s ends when its parent is killed", async (mood) => {
    open();
    const parent = spawn(process.execPath, [fileURLToPath(new URL("./processes/parent.ts", import.meta.url)), mood], { stdio: ["ignore", "pipe", "inherit"] });
    const [line] = (await once(parent.stdout, "data")) as [Buffer];
    const pid = Number(line.toString());
    parent.kill("SIGKILL");
    await expect.poll(() => isThere(pid), { timeout: 60_000 }).toBe(false);
  });
});

/** Whether a process runs. One that has ended may be listed until whoever is in charge of it has seen that. */
function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !(existsSync(`/proc/${pid}/stat`) && /\) Z /u.test(readFileSync(`/proc/${pid}/stat`, "utf8")));
  } catch {
    return false;
  }
}
