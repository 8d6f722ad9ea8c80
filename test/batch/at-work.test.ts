/** Processes that are at work, that ended, and that only seem to be there. */
import { spawn, spawnSync } from "node:child_process";
import process from "node:process";
import { describe, expect, test } from "vitest";
import { isAtWork } from "../../src/batch/at-work.ts";

test("this one is", () => {
  expect(isAtWork(process.pid, Date.now())).toBe(true);
});

test.each([0, -1, NaN, 2 ** 31 - 1])("%d is none", (pid) => {
  expect(isAtWork(pid, Date.now())).toBe(false);
});

test("one that ended is not", () => {
  const { pid } = spawnSync(process.execPath, ["-e", "0"]);
  expect(isAtWork(pid, Date.now())).toBe(false);
});

describe.skipIf(process.platform !== "linux")("where the system shows its processes", () => {
  test("one that began after the moment is not the one that is meant", () => {
    expect(isAtWork(process.pid, Date.now() - 86_400_000)).toBe(process.uptime() > 86_300);
  });

  test("one that ended and that nobody asked for is not", async () => {
    // The shell leaves its child, which ends no sooner than that, to a parent that never asks for it.
    const parent = spawn("sh", ["-c", 'until [ "$(cat /proc/$$/comm)" = sleep ]; do sleep 0.01; done & echo $!; exec sleep 30'], { stdio: ["ignore", "pipe", "ignore"] });
    try {
      const pid = await new Promise<number>((resolve) => {
        parent.stdout.once("data", (text: Buffer) => resolve(Number(text)));
      });
      for (let i = 0; i < 200 && isAtWork(pid, Date.now()); i++) await new Promise((next) => setTimeout(next, 25));
      expect(isAtWork(pid, Date.now())).toBe(false);
      expect(() => process.kill(pid, 0)).not.toThrow();
    } finally {
      parent.kill();
    }
  });
});
