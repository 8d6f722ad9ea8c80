import { afterEach, describe, expect, test } from "vitest";
import { crash, openGuard, type Guard } from "../../src/cli/guard.ts";
import { diagnose } from "../../src/model/context.ts";

const script = new URL("./workers/moody.js", import.meta.url);
let guard: Guard<string, string>;

afterEach(() => guard.close());

describe("a guarded thread", () => {
  test("answers, one job after the other", async () => {
    guard = openGuard(script, { milliseconds: 20_000, megabytes: 64 });
    expect(await guard.run("this")).toEqual({ reply: "did this", problem: null });
    expect(await guard.run("that")).toEqual({ reply: "did that", problem: null });
  });

  test("is ended when it hangs, and the next job goes on", async () => {
    guard = openGuard(script, { milliseconds: 1_000, megabytes: 64 });
    expect(await guard.run("loop")).toEqual({ reply: null, problem: diagnose("limit/time", { params: { milliseconds: "1000" } }) });
    expect(await guard.run("this")).toEqual({ reply: "did this", problem: null });
  });

  test("is ended when it takes too much memory, and the next job goes on", async () => {
    guard = openGuard(script, { milliseconds: 20_000, megabytes: 32 });
    expect(await guard.run("allocate")).toEqual({ reply: null, problem: diagnose("limit/memory", { params: { megabytes: "32" } }) });
    expect(await guard.run("this")).toEqual({ reply: "did this", problem: null });
  });

  test.each([
    ["throw", "RangeError: out of range"],
    ["reject", "TypeError: no such type"],
    ["leave", "exit 3"],
  ])("that does %s is a defect with its reason, and the next job goes on", async (mood, reason) => {
    guard = openGuard(script, { milliseconds: 20_000, megabytes: 64 });
    expect(await guard.run(mood)).toEqual({ reply: null, problem: crash(reason) });
    expect(await guard.run("this")).toEqual({ reply: "did this", problem: null });
  });

  test("that cannot be loaded is a defect", async () => {
    guard = openGuard(new URL("./workers/missing.js", import.meta.url), { milliseconds: 20_000, megabytes: 64 });
    expect((await guard.run("this")).problem?.code).toBe("internal/crash");
  });

  test("can be closed before it was used", async () => {
    guard = openGuard(script, { milliseconds: 20_000, megabytes: 64 });
    await guard.close();
  });
});
