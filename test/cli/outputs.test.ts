/** `parse --format`, `--out` and `report` as people run them. */
import { execFileSync, spawn } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { PassThrough } from "node:stream";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import readExcelFile from "read-excel-file/node";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { limited } from "../batch/tree-of.ts";
import { deliver } from "../../src/cli/deliver.ts";
import { runProgram } from "../../src/cli/program.ts";
import type { Settings } from "../../src/cli/run.ts";

const script = fileURLToPath(new URL("../../src/cli/start.ts", import.meta.url));
const page = `<!DOCTYPE html><meta charset="utf-8"><h1>任务分工</h1>
<table><tr><th>序号</th><th>工作任务</th><th>责任单位</th><th>完成时限</th></tr>
<tr><td>1</td><td>编制公开清单</td><td>市财政局</td><td>2021年6月底前</td></tr>
<tr><td>2</td><td>推进政务公开</td><td>市审计局</td><td>甲乙丙丁</td></tr></table>`;

const folders: string[] = [];
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fengong-outputs-"));
  folders.push(folder);
  writeFileSync(join(folder, "page.html"), page);
});

afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly out: Buffer;
  readonly err: string;
}

function fengong(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, LC_ALL: "zh_CN.UTF-8", NO_COLOR: "1", FORCE_COLOR: undefined };
    const child = spawn(process.execPath, [script, ...args], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code, out: Buffer.concat(out), err: Buffer.concat(err).toString() });
    });
  });
}

describe("parse --format", () => {
  test("prints CSV of the named table with the headers asked for", async () => {
    const { code, out } = await fengong("parse", "page.html", "--format", "csv", "--table", "assignments", "--headers", "zh", "-q");
    const [head = [], ...rows] = parse(out);
    expect(code).toBe(0);
    expect(rows.map((row) => row[head.indexOf("单位")])).toEqual(["市财政局", "市审计局"]);
  });

  test("writes a workbook into a file and nothing to standard output", async () => {
    const { code, out } = await fengong("parse", "page.html", "--format", "xlsx", "--out", "tasks.xlsx", "-q");
    expect({ code, out: out.toString() }).toEqual({ code: 0, out: "" });
    const [tasks] = await readExcelFile(readFileSync(join(folder, "tasks.xlsx")));
    expect(tasks?.data).toHaveLength(3);
    expect(readdirSync(folder).sort()).toEqual(["page.html", "tasks.xlsx"]);
  });

  test("gives a database of several files, failed ones included, to a pipe", async () => {
    const { code, out } = await fengong("parse", "page.html", "missing.html", "--format", "sqlite");
    expect(code).toBe(4);
    const database = new DatabaseSync(":memory:");
    database.deserialize(new Uint8Array(out));
    expect(database.prepare("SELECT file, status, tasks FROM notices").all().map((row) => ({ ...row }))).toEqual([
      { file: "page.html", status: "success", tasks: 2 },
      { file: "missing.html", status: "failed", tasks: 0 },
    ]);
    expect(database.prepare("SELECT ordinal FROM tasks JOIN tasks_search ON tasks_search.rowid = tasks.row WHERE tasks_search MATCH '政务'").all()).toHaveLength(1);
  });

  test.each([
    [["--format", "xlsx", "--table", "tasks", "--out", "x.xlsx"], "--table 只用于"],
    [["--headers", "zh"], "--headers 只用于"],
    [["--format", "word"], "可用 json, ndjson, csv, csv-excel, xlsx, parquet, sqlite, report, report-html"],
    [["--out", "no/such/folder.json"], "输出文件所在的文件夹不存在：no/such\n"],
    [["--out", "/proc/x.json"], "写不了输出文件：/proc/x.json (不存在)"],
    [["--format", "ndjson", "--pretty"], "--pretty 只用于 json"],
    [["--format", "csv", "--pretty"], "--pretty 只用于 json"],
    [["--out", "x.tar"], "扩展名看不出输出格式"],
    [["--out", "page.html", "--force", "--format", "json"], "输出文件就是输入文件"],
  ])("refuses %j", async (args, words) => {
    const { code, out, err } = await fengong("parse", "page.html", ...args);
    expect({ code, out: out.toString() }).toEqual({ code: 2, out: "" });
    expect(err).toContain(words);
  });

  test("sends no bytes to a terminal", async () => {
    const stdout = Object.assign(new PassThrough(), { isTTY: true });
    const stderr = new PassThrough();
    const exit = await runProgram(["parse", join(folder, "page.html"), "--format", "parquet"], { stdin: new PassThrough(), stdout, stderr, language: "en" });
    expect(exit).toBe("usage");
    expect(stdout.read()).toBeNull();
    expect(String(stderr.read())).toContain("no terminal can show this format");
  });
});

describe("on a terminal that was asked for no form", () => {
  const shown = async (...args: string[]): Promise<{ readonly out: string; readonly err: string }> => {
    const stdout = Object.assign(new PassThrough(), { isTTY: true });
    const stderr = new PassThrough();
    await runProgram(["parse", ...args], { stdin: new PassThrough(), stdout, stderr, language: "zh" });
    return { out: String(stdout.read() ?? ""), err: String(stderr.read() ?? "") };
  };

  test("a file that failed is told in one line, without JSON", async () => {
    const { out, err } = await shown(join(folder, "missing.html"));
    expect(out).toBe("");
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(err).toContain("input/not-found");
  });

  test("tasks are followed by how they are seen as a table", async () => {
    const { out, err } = await shown(join(folder, "page.html"));
    expect(out).toContain('"status": "success"');
    expect(err).toContain("--format ledger");
  });

  test.each([["--format", "json"], ["--compact"]])("%s %s is JSON, failed or not, and nothing but JSON", async (...form) => {
    const { out, err } = await shown(join(folder, "missing.html"), ...form);
    expect(out).toContain('"failed"');
    expect(err).not.toContain("--format ledger");
  });
});

describe("--out", () => {
  test("replaces no file unless told to, and then as a whole", async () => {
    writeFileSync(join(folder, "out.json"), "mine");
    const refused = await fengong("parse", "page.html", "--out", "out.json");
    expect(refused.code).toBe(2);
    expect(refused.err).toContain("--force");
    expect(readFileSync(join(folder, "out.json"), "utf8")).toBe("mine");
    const forced = await fengong("parse", "page.html", "--out", "out.json", "--force", "-q");
    expect(forced.code).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, "out.json"), "utf8"))).toMatchObject({ status: "success" });
  });

  test.each([
    ["a folder", (out: string) => mkdirSync(out)],
    ["a pipe", (out: string) => void execFileSync("mkfifo", [out])],
    ["a link to a device", (out: string) => symlinkSync("/dev/null", out)],
    ["a link to a folder", (out: string) => symlinkSync(folder, out)],
    ["a link to a pipe", (out: string) => {
      execFileSync("mkfifo", [`${out}.pipe`]);
      symlinkSync(`${out}.pipe`, out);
    }],
  ])("never replaces %s, told or not", async (_, make) => {
    const out = join(folder, "out");
    make(out);
    const before = lstatSync(out);
    const untouched = async (): Promise<string> => {
      await Promise.reject(new Error("no piece is asked for"));
      return "";
    };
    for (const force of [false, true]) expect(await deliver(piecesOf(untouched), { out, force, inputs: [] }, settings())).toEqual({ exit: null, wrong: "outIsNoFile", detail: out });
    expect([lstatSync(out).ino, lstatSync(out).mode]).toEqual([before.ino, before.mode]);
  });

  test.each([
    ["tasks.csv", /^result,/u],
    ["tasks.NDJSON", /^\{"schemaVersion"/u],
    ["review.html", /^<!DOCTYPE html>/u],
    ["review.txt", /^1 个文件/u],
    ["tasks", /^\{"schemaVersion"/u],
  ])("takes the form from the extension: %s", async (name, start) => {
    expect((await fengong("parse", "page.html", "--out", name, "-q")).code).toBe(0);
    expect(readFileSync(join(folder, name), "utf8")).toMatch(start);
  });

  test("never replaces an input, by whatever name", async () => {
    symlinkSync(join(folder, "page.html"), join(folder, "link.html"));
    const report = await fengong("report", "link.html", "--out", "page.html", "--force");
    const drawn = await fengong("inspect", "page.html", "--svg", join(folder, "..", basename(folder), "page.html"), "--force");
    const link = await fengong("parse", "link.html", "--out", "link.html", "--format", "json", "--force");
    for (const { code, err } of [report, drawn, link]) expect([code, err]).toEqual([2, expect.stringContaining("输出文件就是输入文件")]);
    expect(readFileSync(join(folder, "page.html"), "utf8")).toBe(page);
    expect(lstatSync(join(folder, "link.html")).isSymbolicLink()).toBe(true);
  });

  test("replaces a link to a file by a file, and not what it leads to", async () => {
    const out = join(folder, "out");
    symlinkSync(join(folder, "page.html"), out);
    const words = (): Promise<string> => Promise.resolve("x");
    expect(await deliver(piecesOf(words), { out, force: false, inputs: [] }, settings())).toEqual({ exit: null, wrong: "outExists", detail: out });
    expect(await deliver(piecesOf(words), { out, force: true, inputs: [] }, settings())).toBeNull();
    expect([readFileSync(out, "utf8"), readFileSync(join(folder, "page.html"), "utf8")]).toEqual(["x", page]);
  });

  test("says so", async () => {
    const { code, err } = await fengong("parse", "page.html", "--out", ".", "--force");
    expect([code, err]).toEqual([2, "用法错误：输出的地方是文件夹、设备或管道，不是文件；不会替换它：.\n用法见 fengong --help，或 fengong help 命令。\n"]);
  });

  test.skipIf(process.platform === "win32")("that finds no room is told as that, and the old file stands", async () => {
    writeFileSync(join(folder, "out.json"), "mine");
    const { code, err } = await limited(folder, 1, ["parse", "page.html", "--out", "out.json", "--force", "-q"]);
    expect(code).toBe(7);
    expect(err).toBe("fengong: 错误 machine/file-size: 文件“out.json”超过本机允许的大小（EFBIG，见 ulimit -f），没有写入。\n");
    expect(readFileSync(join(folder, "out.json"), "utf8")).toBe("mine");
    expect(readdirSync(folder).sort()).toEqual(["out.json", "page.html", "stdout"]);
  });

  test("leaves nothing behind when the pieces end in an exception", async () => {
    async function* pieces(): AsyncGenerator<string, void, undefined> {
      yield "half";
      await Promise.reject(new Error("broken"));
    }
    const out = join(folder, "half.csv");
    await expect(deliver(pieces(), { out, force: false, inputs: [] }, settings())).rejects.toThrow("broken");
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(folder)).toEqual(["page.html"]);
  });

  test("does not replace a file that comes while it writes", async () => {
    const out = join(folder, "race.csv");
    async function* pieces(): AsyncGenerator<string, void, undefined> {
      yield await Promise.resolve("ours");
      writeFileSync(out, "theirs");
    }
    expect(await deliver(pieces(), { out, force: false, inputs: [] }, settings())).toEqual({ exit: null, wrong: "outExists", detail: out });
    expect(readFileSync(out, "utf8")).toBe("theirs");
    expect(readdirSync(folder).sort()).toEqual(["page.html", "race.csv"]);
  });
});

async function* piecesOf(piece: () => Promise<string>): AsyncGenerator<string, void, undefined> {
  yield await piece();
}

describe("standard output in a file", () => {
  test.skipIf(process.platform === "win32")("is whole, or the end says why not", async () => {
    const whole = await limited(folder, 100, ["parse", "page.html", "-q"]);
    expect({ ...whole, out: (JSON.parse(whole.out) as { status: string }).status }).toEqual({ code: 0, signal: null, out: "success", err: "" });
    const cut = await limited(folder, 1, ["parse", "page.html", "-q"]);
    expect({ code: cut.code, err: cut.err }).toEqual({ code: 7, err: "fengong: 错误 machine/file-size: 文件“stdout”超过本机允许的大小（EFBIG，见 ulimit -f），没有写入。\n" });
  });

  test.skipIf(!existsSync("/dev/full"))("on a device that is full is told", async () => {
    const { code, err } = await limited(folder, 1, ["parse", "page.html", "-q"], { stdout: "/dev/full" });
    expect({ code, err }).toEqual({ code: 7, err: "fengong: 错误 machine/disk-full: 磁盘已满，写不了“stdout”（ENOSPC）；已完成的都在，腾出空间后再运行一次即可。\n" });
  });
});

function settings(): Settings {
  const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
  return { streams, language: "zh", options: {}, pretty: null, budget: { milliseconds: 1000, stallMilliseconds: 1000, megabytes: 100 }, failOn: null, tell: "nothing" };
}

describe("report", () => {
  test("says on standard output what needs eyes, and nothing twice", async () => {
    const { code, out, err } = await fengong("report", "page.html");
    const text = out.toString();
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(text).toMatch(/^1 个文件，2 项任务，警告 1/u);
    expect(text).toContain("  │ 甲乙丙丁\n  │ ^^^^^^^^\n");
  });

  test("writes one HTML file, in English", async () => {
    const { code, out } = await fengong("report", "page.html", "--html", "--out", "report.html", "--lang", "en", "--fail-on", "warning");
    expect({ code, out: out.toString() }).toEqual({ code: 3, out: "" });
    const html = readFileSync(join(folder, "report.html"), "utf8");
    expect(html).toContain('<html lang="en">');
    expect(html).toContain("<mark>甲乙丙丁</mark>");
  });

  test("fails as parse fails", async () => {
    const { code, out } = await fengong("report", "missing.html", "--lang", "en");
    expect(code).toBe(4);
    expect(out.toString()).toContain("There is no file “missing.html”.");
  });
});
