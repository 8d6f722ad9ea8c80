/** A reading process that does what it is told, the worst included. */
import process from "node:process";
import { serve } from "../../../src/batch/serve.ts";

const kept: unknown[] = [];

const moods: Readonly<Record<string, () => unknown>> = {
  loop: () => {
    for (;;);
  },
  wait: () => new Promise(() => undefined),
  heap: () => {
    for (;;) kept.push(new Array<number>(10_000).fill(kept.length));
  },
  buffers: () => {
    for (;;) kept.push(Buffer.alloc(8_000_000, 1));
  },
  throw: () => {
    throw new RangeError("out of range");
  },
  leave: () => process.exit(3),
  stray: () => {
    void Promise.reject(new TypeError("nobody waits"));
    return new Promise((resolve) => setTimeout(resolve, 500));
  },
  /** Breaks the next job of the process instead of this one. */
  trap: () => {
    setTimeout(() => process.exit(4), 100);
  },
  slow: () => new Promise((resolve) => setTimeout(resolve, 300)),
  pid: () => process.pid,
  grow: () => {
    kept.push(Buffer.alloc(200_000_000, 1));
  },
};

serve(async (mood: string, { begin }) => {
  begin();
  const answer: unknown = await (moods[mood] ?? (() => undefined))();
  return typeof answer === "number" ? answer : `did ${mood}`;
});
