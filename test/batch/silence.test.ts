import { expect, test } from "vitest";
import { openSilence } from "../../src/batch/silence.ts";

/** Looks every 50 ms; `worked` gives the processor time at a look. True at the first look that finds a stall. */
function stallsAt(stall: number, until: number, worked: (now: number) => number, jump: { readonly at: number; readonly by: number } | null = null): number | null {
  const silent = openSilence(stall);
  for (let now = 0; now <= until; now += 50) if (silent(now + (jump !== null && now >= jump.at ? jump.by : 0), worked(now))) return now;
  return null;
}

test("what does nothing stalls", () => {
  expect(stallsAt(15_000, 30_000, () => 700)).toBe(15_000);
});

test("what works does not", () => {
  expect(stallsAt(15_000, 60_000, (now) => now / 100)).toBeNull();
});

test("what works and then waits stalls as long after", () => {
  expect(stallsAt(15_000, 60_000, (now) => Math.min(now, 10_000))).toBe(25_000);
});

test("so little work as watching takes is none", () => {
  expect(stallsAt(15_000, 30_000, (now) => now / 500)).toBe(15_000);
});

test("a machine that was paused for a minute is no stall of what it reads", () => {
  expect(stallsAt(15_000, 10_000, () => 700, { at: 2000, by: 60_000 })).toBeNull();
  expect(stallsAt(15_000, 30_000, () => 700, { at: 2000, by: 60_000 })).toBe(14_050);
});
