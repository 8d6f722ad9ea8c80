import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import stringWidth from "string-width";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { singly } from "../../src/batch/items.ts";
import { openProgress } from "../../src/cli/progress.ts";
import { openWeights } from "../../src/cli/weights.ts";
import { forWords } from "../../src/cli/terminal.ts";

const sizes: Readonly<Record<string, number>> = { "a.html": 1_000, "b.html": 1_000, "很大的一份通知.pdf": 98_000 };
const weights = () => ({ begin: () => undefined, total: () => 100_000, of: (name: string) => sizes[name] ?? 0, close: () => undefined });

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

/** A progress, and what it shows: the last line of a terminal, or all lines of a pipe. */
function opened(tty: boolean, columns = 120, language: "zh" | "en" = "zh") {
  let taken = "";
  const stream = Object.assign(new PassThrough().on("data", (chunk: Buffer) => (taken += chunk.toString())), { isTTY: tty, columns });
  const progress = openProgress(3, true, { streams: { stdin: new PassThrough(), stdout: stream, stderr: forWords(stream) }, language }, weights);
  return { progress, lines: () => taken.split(/[\n\r]|\u001B\[[^A-Za-z]*[A-Za-z]/u).filter((line) => line.trim() !== "") };
}

const done = { failed: false, kept: false };

describe("the line of a pipe", () => {
  test("names what is being read, and tells the time by the bytes that are left", () => {
    const { progress, lines } = opened(false);
    for (const name of ["a.html", "b.html", "很大的一份通知.pdf"]) progress.begin(name);
    vi.setSystemTime(2_000);
    progress.step("a.html", done);
    progress.step("b.html", done);
    vi.advanceTimersByTime(10_000);
    expect(lines()).toEqual(["2/3 · 失败 0 · 每秒 0.2 · 还需 9:48 · 正在读 很大的一份通知.pdf 0:12"]);
    progress.end();
  });

  test("what was kept takes no time", () => {
    const { progress, lines } = opened(false);
    progress.begin("b.html");
    progress.step("很大的一份通知.pdf", { failed: false, kept: true });
    progress.step("b.html", { failed: true, kept: false });
    progress.begin("a.html");
    vi.advanceTimersByTime(10_000);
    expect(lines()).toEqual(["2/3 · 失败 1 · 每秒 0.2 · 还需 0:10 · 正在读 a.html 0:10"]);
    progress.end();
  });

  test("in English, with how many more", () => {
    const { progress, lines } = opened(false, 80, "en");
    for (const name of ["a.html", "b.html"]) progress.begin(name);
    vi.advanceTimersByTime(10_000);
    expect(lines()).toEqual(["0/3 · 0 failed · 0.0/s · – left · reading a.html 0:10 +1"]);
    progress.end();
  });
});

test.each([60, 80, 100, 140])("a bar never takes more than the %i columns of its terminal, and shows the end of a long name", (columns) => {
  const { progress, lines } = opened(true, columns);
  progress.begin(`通知/2026年/市人民政府办公室/${"很长的".repeat(20)}名字.pdf`);
  vi.advanceTimersByTime(1_000);
  const bars = lines().filter((line) => line.includes("失败"));
  expect(bars.length).toBeGreaterThan(0);
  for (const line of bars) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
  if (columns >= 80) expect(bars.join("\n")).toMatch(/正在读 ….*名字\.pdf 0:01/u);
  progress.end();
});

test("weighs what is there, and nothing for what is not", async () => {
  vi.useRealTimers();
  const folder = mkdtempSync(join(tmpdir(), "fengong-weights-"));
  writeFileSync(join(folder, "a.txt"), "12345");
  const known = openWeights(singly([join(folder, "a.txt"), join(folder, "gone.txt")], folder));
  expect(known.total()).toBeNull();
  known.begin(0);
  await expect.poll(() => known.total()).toBe(5);
  expect([known.of("a.txt"), known.of("gone.txt"), known.of("other")]).toEqual([5, 0, 0]);
  rmSync(folder, { recursive: true });
});
