/** `fengong batch` as people run it. */
import { createHash } from "node:crypto";
import { appendFileSync, chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { expectValid } from "../validate-output.ts";
import { childrenOf } from "../batch/children.ts";
import { endless, limited, page, plant, plantMany, run, start, treeOf, type Ended } from "../batch/tree-of.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fengong-batch-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const batch = (...args: string[]): Promise<Ended> => run(["batch", ...args], folder);
const out = (name = "out"): Record<string, string> => treeOf(join(folder, name));
const journal = (name = "out"): string[] => readFileSync(join(folder, name, ".fengong", "journal.ndjson"), "utf8").trimEnd().split("\n");

describe("the output tree", () => {
  test("mirrors the inputs; data goes nowhere else, and a bad file has its result too", async () => {
    plant(folder, { "a/1.html": page("甲"), "a/1.txt": "某市通知\n五一放假四天。\n", "b/1.html": page("乙"), "b/letter.rtf": "GIF89a" });
    const { code, out: data, err } = await batch("a", "b", "gone.html", "--out", "out");
    expect({ code, data }).toEqual({ code: 1, data: "" });
    expect(Object.keys(out())).toEqual(["a/1.html.json", "a/1.txt.json", "b/1.html.json", "b/letter.rtf.json", "gone.html.json"]);
    const results = Object.values(out()).map((text) => {
      const result: { status: string; sources: { name: string }[] } = JSON.parse(text);
      expectValid(result);
      return [result.sources[0]?.name, result.status];
    });
    expect(results).toEqual([
      ["a/1.html", "success"],
      ["a/1.txt", "empty"],
      ["b/1.html", "success"],
      ["b/letter.rtf", "failed"],
      ["gone.html", "failed"],
    ]);
    expect(err).toContain("b/letter.rtf: 错误 input/unsupported-format: 文件是GIF 图片格式");
    expect(err).toContain("gone.html: 错误 input/not-found: 找不到文件“gone.html”。");
    expect(err).toContain("5 份通知：2 份读全，0 份不完整，1 份没有任务，2 份失败；其中 0 份沿用上次结果。");
  });

  test.each([
    ["a folder", ".fengong/journal.ndjson/kept.txt", "(是文件夹)"],
    ["in a file", ".fengong", "(那里有别的东西)"],
  ])("a journal that is %s is said, and all that stands there stays", async (_, name, told) => {
    plant(folder, { "a.html": page("甲"), "out/a.html.json": "{}", [`out/${name}`]: "words" });
    const { code, out: data, err } = await batch("a.html", "--out", "out");
    expect({ code, data }).toEqual({ code: 2, data: "" });
    expect(err).toContain("写不了日志");
    expect(err).toContain(told);
    expect(err).not.toContain("internal/crash");
    expect([readFileSync(join(folder, "out", name), "utf8"), readFileSync(join(folder, "out", "a.html.json"), "utf8")]).toEqual(["words", "{}"]);
  });

  test.skipIf(process.platform === "win32")("a journal that takes no more ends the run with one sentence, and the process that reads on is ended", async () => {
    const lines = "\n".repeat(20 * 1024 - 100);
    plant(folder, { "a.html": page("甲"), "endless.html": page("乙"), "out/.fengong/journal.ndjson": lines });
    const { code, err } = await limited(folder, 20, ["batch", "a.html", "endless.html", "--out", "out", "--jobs", "2", "--no-progress"], { more: endless });
    expect({ code, err }).toEqual({ code: 7, err: "fengong: 错误 machine/file-size: 文件“out/.fengong/journal.ndjson”超过本机允许的大小（EFBIG，见 ulimit -f），没有写入。\n" });
    expect(readFileSync(join(folder, "out/.fengong/journal.ndjson"), "utf8")).toBe(lines);
    expect(Object.keys(out())).toEqual(["a.html.json"]);
  });

  test.skipIf(process.getuid?.() === 0)("a folder that takes no files is told as rights, with its path", async () => {
    plant(folder, { "a.html": page("甲"), "out/.fengong/.keep": "" });
    chmodSync(join(folder, "out/.fengong"), 0o500);
    const { code, err } = await batch("a.html", "--out", "out");
    expect(code).toBe(7);
    expect(err).toContain("没有权限：“out/.fengong/journal.ndjson”（EACCES）");
  });

  test.skipIf(process.platform === "win32")("an output that is larger than a file may be is told as that, and the others are written", async () => {
    plant(folder, { "a.html": page("甲"), "b.html": page("推进改革，".repeat(3000)) });
    const { code, err } = await limited(folder, 20, ["batch", ".", "--out", "out", "--no-progress"]);
    expect(code).toBe(7);
    expect(err).toContain("b.html: 错误 machine/file-size: 文件“out/b.html.json”超过本机允许的大小（EFBIG，见 ulimit -f）");
    expect(Object.keys(out())).toEqual(["a.html.json"]);
    expect((await batch(".", "--out", "out", "--resume")).code).toBe(0);
    expect(Object.keys(out())).toEqual(["a.html.json", "b.html.json"]);
  });

  test("a pattern that no file matches is said, and gives no result", async () => {
    plant(folder, { "a.html": page("甲") });
    const some = await batch("a.html", "zzz*.pdf", "-o", "out");
    expect([some.code, some.err]).toEqual([4, expect.stringMatching(/^zzz\*\.pdf: 错误 input\/no-match: 没有文件符合通配符“zzz\*\.pdf”。\n1 份通知：1 份读全/u)]);
    expect(Object.keys(out())).toEqual(["a.html.json"]);
    const none = await batch("zzz*.pdf", "-o", "none");
    expect([none.code, none.err, existsSync(join(folder, "none"))]).toEqual([4, "zzz*.pdf: 错误 input/no-match: 没有文件符合通配符“zzz*.pdf”。\n", false]);
  });

  test("a list on standard input, and one in a file", async () => {
    plant(folder, { "a.html": page("甲"), "b.html": page("乙"), "list.txt": "b.html\n" });
    expect(await run(["batch", "-", "@list.txt", "-o", "out", "--quiet"], folder, "a.html\0")).toEqual({ code: 0, signal: null, out: "", err: "" });
    expect(Object.keys(out())).toEqual(["a.html.json", "b.html.json"]);
  });

  test("the letter and its attachments are one notice", async () => {
    plant(folder, { "n/letter.html": "<!DOCTYPE html><meta charset=utf-8><h1>某市2021年工作要点分工的通知</h1><p>某政办发〔2021〕5号</p><p>各单位：</p><p>请认真落实。</p>", "n/附件1.html": page("丙") });
    expect((await batch("n", "--folders", "-o", "out")).code).toBe(0);
    expect(Object.keys(out())).toEqual(["n/letter.html.json"]);
    const result: { notice: { id: string }; tasks: { group: string; due: string; place: { source: number }[] }[] } = JSON.parse(out()["n/letter.html.json"] ?? "");
    expectValid(result);
    expect(result.notice.id).toBe("某政办发-2021-5");
    expect(result.tasks).toMatchObject([{ group: "附件1", due: "2021-06-30", place: [{ source: 1 }, { source: 1 }, { source: 1 }, { source: 1 }] }]);
  });

  test.each([
    [["a.html", "-o", "out", "--shard", "3/2"], "要 i/n"],
    [["-o", "out"], "缺少参数 input"],
    [["a.html"], "缺少选项 -o, --out <folder>"],
    [["--manifest", "a.html", "-o", "out"], "清单文件不对："],
    [["a.html", "-o", "a.html"], "写不了输出文件夹：a.html (那里有别的东西)"],
    [["empty", "-o", "out"], "没有找到文件"],
  ])("%j is wrong usage: %s", async (args, said) => {
    plant(folder, { "a.html": page("甲"), "empty/style.css": "" });
    const { code, out: data, err } = await batch(...args);
    expect({ code, data }).toEqual({ code: 2, data: "" });
    expect(err).toContain(said);
  });
});

describe("a second run", () => {
  test("reads only what is new or changed: bytes and options", async () => {
    plant(folder, { "a.html": page("甲"), "b.html": page("乙"), "c.rtf": "GIF89a" });
    await batch(".", "-o", "out");
    const before = statSync(join(folder, "out/a.html.json")).mtimeMs;
    plant(folder, { "b.html": page("丙"), "d.html": page("丁") });
    const second = await batch(".", "-o", "out");
    expect(second.code).toBe(1);
    expect(second.err).toContain("其中 2 份沿用上次结果");
    expect(statSync(join(folder, "out/a.html.json")).mtimeMs).toBe(before);
    expect(journal().map((line) => (JSON.parse(line) as { input: string }).input).slice(3).sort()).toEqual(["b.html", "d.html"]);
    expect((await batch(".", "-o", "out", "--region", "340000")).err).toContain("其中 0 份沿用上次结果");
    expect((await batch(".", "-o", "out", "--region", "340000", "--retry-failed")).err).toContain("其中 3 份沿用上次结果");
    expect((await batch(".", "-o", "out", "--region", "340000", "--force")).err).toContain("其中 0 份沿用上次结果");
  });

  test("names results whose source is gone from its folder, and leaves them", async () => {
    plant(folder, { "in/a.html": page("甲"), "in/deep/b.html": page("乙"), "in/c.html": page("丙"), "other/d.html": page("丁") });
    const en = async (...args: string[]): Promise<string> => (await batch(...args, "--out", "out", "--no-progress", "--lang", "en")).err;
    expect(await en("in", "other")).not.toContain("no source any more");
    rmSync(join(folder, "in/deep"), { recursive: true });
    rmSync(join(folder, "other/d.html"));
    // Of what was not looked at as a whole nothing is said.
    expect(await en("in/a.html")).not.toContain("no source any more");
    expect(await en("in")).toContain("1 earlier results have no source any more and were not deleted: in/deep/b.html\n");
    expect(await en("in", "--shard", "1/1")).toContain("in/deep/b.html");
    expect(await en("in", "--quiet")).not.toContain("in/deep/b.html");
    expect(Object.keys(out())).toContain("in/deep/b.html.json");
  });

  test("writes again what is gone or was cut short", async () => {
    plant(folder, { "a.html": page("甲"), "b.html": page("乙") });
    await batch(".", "-o", "out");
    const whole = out();
    rmSync(join(folder, "out/a.html.json"));
    writeFileSync(join(folder, "out/b.html.json"), "{");
    for (const flag of ["--resume", "--quiet"]) {
      await batch(".", "-o", "out", flag);
      expect(out()).toEqual(whole);
    }
  });

  test("--fail-on counts findings of kept results too", async () => {
    plant(folder, { "a.html": page("甲").replace("6月底前", "甲乙丙丁") });
    for (let i = 0; i < 2; i++) expect((await batch(".", "-o", "out", "--fail-on", "warning")).code).toBe(3);
    expect((await batch(".", "-o", "out")).code).toBe(0);
  });
});

describe("an interrupted run", () => {
  /** Starts a run of 60 notices and waits until some are done. */
  async function half(): Promise<ReturnType<typeof start>> {
    plantMany(folder, 60);
    await batch("in", "-o", "undisturbed", "--jobs", "2", "--quiet");
    const running = start(["batch", "in", "-o", "out", "--jobs", "2"], folder);
    const file = join(folder, "out/.fengong/journal.ndjson");
    while (!existsSync(file) || readFileSync(file, "utf8").split("\n").length < 12) await new Promise((resolve) => setTimeout(resolve, 5));
    return running;
  }

  test("after kill -9 of the parent, --resume gives the same bytes as an undisturbed run", async () => {
    const { child, ended } = await half();
    child.kill("SIGKILL");
    expect((await ended).signal).toBe("SIGKILL");
    expect(Object.keys(out()).length).toBeLessThan(60);
    // What a killed process can leave: half a line of the journal, a draft of an output.
    appendFileSync(join(folder, "out/.fengong/journal.ndjson"), '{"input":"in/9/');
    writeFileSync(join(folder, `out/in/0/.fengong-${createHash("sha256").update("0.html.json").digest("hex").slice(0, 16)}-123-1.draft`), "{");
    const { code, err } = await batch("in", "-o", "out", "--resume");
    expect(code).toBe(0);
    expect(Number(/其中 (\d+) 份沿用/u.exec(err)?.[1])).toBeGreaterThanOrEqual(10);
    expect(out()).toEqual(out("undisturbed"));
  });

  test("Ctrl-C once finishes what runs and says so; --resume does the rest", async () => {
    const { child, ended } = await half();
    child.kill("SIGINT");
    const { code, err } = await ended;
    expect(code).toBe(130);
    expect(err).toContain("再按一次 Ctrl-C 立即停止");
    expect(err).toMatch(/[1-9]\d* 份未做/u);
    expect(journal()).toHaveLength(Object.keys(out()).length);
    expect((await batch("in", "-o", "out", "--resume")).code).toBe(0);
    expect(out()).toEqual(out("undisturbed"));
  });

  test("Ctrl-C twice stops", async () => {
    const { child, ended } = await half();
    child.kill("SIGINT");
    child.kill("SIGINT");
    expect((await ended).code).toBe(130);
    expect((await batch("in", "-o", "out", "--resume")).code).toBe(0);
    expect(out()).toEqual(out("undisturbed"));
  });
});

test.skipIf(process.platform !== "linux")("reading processes that somebody kills cost no result and leave nothing behind", async () => {
  plantMany(folder, 30);
  await batch("in", "-o", "undisturbed", "--quiet");
  const { child, ended } = start(["batch", "in", "-o", "out", "--jobs", "2", "--quiet"], folder);
  let [killed, seen] = [0, 0];
  const killer = setInterval(() => {
    const [children, done] = [childrenOf(child.pid), existsSync(join(folder, "out/.fengong/journal.ndjson")) ? journal().length : 0];
    const victim = children[killed % children.length];
    // Only when there was progress: a slow machine kills no slower.
    if (victim === undefined || done < seen + 6) return;
    process.kill(victim, "SIGKILL");
    [killed, seen] = [killed + 1, done];
  }, 20);
  const { code } = await ended;
  clearInterval(killer);
  expect(killed).toBeGreaterThan(2);
  expect(code).toBe(0);
  expect(out()).toEqual(out("undisturbed"));
});

test("three shards together are one run", async () => {
  plantMany(folder, 24);
  await batch("in", "-o", "whole", "--quiet");
  const shards = await Promise.all([1, 2, 3].map((index) => batch("in", "-o", "out", "--shard", `${index}/3`, "--jobs", "1")));
  const counts = shards.map(({ err }) => Number(/(\d+) 份通知/u.exec(err)?.[1]));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(24);
  expect(counts.every((count) => count > 0 && count < 24)).toBe(true);
  expect(out()).toEqual(out("whole"));
  expect((await batch("in", "-o", "out", "--resume")).err).toContain("其中 24 份沿用上次结果");
});

describe("a notice that breaks a limit", () => {
  test("of time has a failed result, and the others are read", async () => {
    plant(folder, { "a.html": page("甲"), "endless.html": page("乙") });
    const { code } = await run(["batch", ".", "-o", "out", "--timeout", "8", "--jobs", "1"], folder, "", endless);
    expect(code).toBe(6);
    expect(JSON.parse(out()["a.html.json"] ?? "")).toMatchObject({ status: "success" });
    const result: { diagnostics: { code: string }[] } = JSON.parse(out()["endless.html.json"] ?? "");
    expectValid(result);
    expect(result.diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["limit/time"]);
    expect((await batch(".", "-o", "out", "--retry-failed")).code).toBe(0);
  });

  test("of memory has a failed result, and nothing of the dying process is printed", async () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => `<tr><td>${i}</td><td>任务</td></tr>`).join("");
    plant(folder, { "a.html": page("甲"), "big.html": `<!DOCTYPE html><meta charset="utf-8"><table>${rows}</table>` });
    const { err } = await batch(".", "-o", "out", "--memory", "300", "--jobs", "1");
    expect(err).toContain("big.html: 错误 limit/memory");
    expect(err).not.toContain("FATAL ERROR");
    expect(JSON.parse(out()["a.html.json"] ?? "")).toMatchObject({ status: "success" });
  });
});
