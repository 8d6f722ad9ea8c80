/** Files that block whoever reads them, as on a network share that hangs: every command ends, by its limits or by Ctrl-C. */
import { execFileSync, type ChildProcess } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { childrenOf } from "../batch/children.ts";
import { hung, page, plant, run, start, treeOf, type Ended } from "../batch/tree-of.ts";
import { expectValid } from "../validate-output.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fengong-hung-"));
  plant(folder, { "good.html": page("甲"), "letter.html": "<!DOCTYPE html><meta charset=utf-8><h1>某市2021年工作要点分工的通知</h1><p>各单位：</p><p>请认真落实。</p>" });
  execFileSync("mkfifo", [join(folder, "hung.html")]);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const command = (...args: string[]): Promise<Ended> => run(args, folder, "", hung);
const stall = ["--stall", "2", "--timeout", "600"];

interface Result {
  readonly status: string;
  readonly sources: readonly { readonly name: string; readonly bytes: number | null; readonly sha256: string | null }[];
  readonly diagnostics: readonly { readonly code: string }[];
}
const resultIn = (text: string): Result => {
  const result: Result = JSON.parse(text);
  expectValid(result);
  return result;
};
const failed = (code: string) => ({ status: "failed", diagnostics: [{ code }] });

describe.skipIf(process.platform === "win32")("a file that blocks", () => {
  test("ends with --timeout", async () => {
    const { code, out } = await command("parse", "hung.html", "--stall", "600", "--timeout", "2");
    expect(code).toBe(6);
    expect(resultIn(out)).toMatchObject(failed("limit/time"));
  });

  test("ends with --stall, in parse and in batch alike, and the next file is read", async () => {
    const parsed = await command("parse", "hung.html", "good.html", ...stall);
    expect(parsed.code).toBe(6);
    const [first = "", second = ""] = parsed.out.split("\n");
    expect(resultIn(first)).toMatchObject({ ...failed("limit/stall"), sources: [{ name: "hung.html", bytes: null, sha256: null }] });
    expect(resultIn(second).status).toBe("success");
    expect((await command("batch", "hung.html", "good.html", "-o", "out", "--jobs", "1", ...stall)).code).toBe(6);
    expect(treeOf(join(folder, "out"))).toEqual({ "good.html.json": `${second}\n`, "hung.html.json": `${first}\n` });
  });

  test("in the middle of its bytes is the same", async () => {
    const pipe = openSync(join(folder, "hung.html"), "r+");
    writeSync(pipe, "<h1>某市通知</h1>");
    try {
      expect(resultIn((await command("parse", "hung.html", ...stall)).out)).toMatchObject(failed("limit/stall"));
    } finally {
      closeSync(pipe);
    }
  });

  test("as an attachment ends its notice, and both files are named", async () => {
    const { out } = await command("parse", "--together", "letter.html", "hung.html", ...stall);
    expect(resultIn(out)).toMatchObject({ ...failed("limit/stall"), sources: [{ name: "letter.html" }, { name: "hung.html" }] });
  });

  test.each([
    ["tables", ["tables", "hung.html"], "limit/stall"],
    ["inspect", ["inspect", "hung.html"], "limit/stall"],
    ["report", ["report", "hung.html"], "处理停滞2000毫秒没有进展"],
    ["parse --format xlsx", ["parse", "hung.html", "--format", "xlsx", "--out", "out.xlsx"], "limit/stall"],
  ])("ends %s", async (_, args, said) => {
    const { code, out, err } = await command(...args, ...stall);
    expect(code).toBe(6);
    expect(out + err).toContain(said);
  });

  test("ends one request of a worker, and the next is answered", async () => {
    const { out } = await run(["worker", "--jobs", "1", ...stall], folder, '{"id":1,"path":"hung.html"}\n{"id":2,"path":"good.html"}\n', hung);
    expect(out.trimEnd().split("\n").map((line) => (JSON.parse(line) as { id: number; result: Result }).result.status)).toEqual(["failed", "success"]);
  });

  test("as lookups ends the command with a sentence", async () => {
    const { code, err } = await command("parse", "good.html", "--lookups", "hung.html", ...stall);
    expect(code).toBe(2);
    expect(err).toContain("处理停滞2000毫秒没有进展");
  });

  test("as a source of a dataset fails alone, and its build ends", async () => {
    plant(folder, { "sources/manifest.json": JSON.stringify([{ file: "good.html" }, { file: "hung.html" }]), "sources/good.html": page("甲") });
    execFileSync("mkfifo", [join(folder, "sources/hung.html")]);
    const { out, err } = await command("dataset", "build", "sources", "--out", "data", "--manifest", "sources/manifest.json", "--jobs", "1", ...stall);
    expect(out + err).toContain("0001-");
  });

  test("as settings of a dataset ends the command with a sentence", async () => {
    plant(folder, { "sources/good.html": page("甲") });
    execFileSync("mkfifo", [join(folder, "sources/dataset.yaml")]);
    const { code, err } = await command("dataset", "build", "sources", "--out", "data", ...stall);
    expect(code).toBe(2);
    expect(err).toContain("limit/stall");
  });
});

describe.skipIf(process.platform !== "linux")("Ctrl-C", () => {
  const alive = (pid: number): boolean => existsSync(`/proc/${pid}`) && !/^State:\s+Z/mu.test(readFileSync(`/proc/${pid}/status`, "utf8"));

  /** Signals that come at once are one signal. */
  async function press(child: ChildProcess, times: number): Promise<void> {
    for (let i = 0; i < times; i++) {
      child.kill("SIGINT");
      await sleep(500);
    }
  }

  test("twice ends a batch under which a file blocks, and its process", async () => {
    const { child, ended } = start(["batch", "hung.html", "-o", "out", "--stall", "600", "--timeout", "600"], folder, "", hung);
    await expect.poll(() => childrenOf(child.pid).length, { timeout: 120_000 }).toBe(1);
    const [reader = 0] = childrenOf(child.pid);
    await expect.poll(() => existsSync(join(folder, "out/.fengong")), { timeout: 120_000 }).toBe(true);
    await press(child, 2);
    expect((await ended).code).toBe(130);
    await expect.poll(() => alive(reader), { timeout: 120_000 }).toBe(false);
  });

  test("three times ends a batch whose output folder blocks", async () => {
    plant(folder, { "out/x": "" });
    const { child, ended } = start(["batch", "good.html", "-o", "out"], folder, "", { ...hung, BLOCKED_FOLDER: join(folder, "out"), BLOCKED_PIPE: join(folder, "hung.html") });
    await expect.poll(() => existsSync(join(folder, "out/blocked")), { timeout: 120_000 }).toBe(true);
    await press(child, 3);
    const { code, signal } = await ended;
    expect(signal ?? code).toBe("SIGINT");
  });
});
