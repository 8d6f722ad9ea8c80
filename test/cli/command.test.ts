/** The command as people run it: a process of its own, with streams and an exit code. */
import { execFileSync, spawn, type SpawnOptions } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runProgram } from "../../src/cli/program.ts";
import { parserVersion } from "../../src/model/version.ts";
import { endless } from "../batch/tree-of.ts";
import { expectValid, expectValidTables } from "../validate-output.ts";

const script = fileURLToPath(new URL("../../src/cli/start.ts", import.meta.url));
const seeds = fileURLToPath(new URL("../../corpus/seeds/files/", import.meta.url));
const page = `<!DOCTYPE html><meta charset="utf-8"><title>任务分工</title><p>各有关单位：</p>
<table><tr><th>序号</th><th>工作任务</th><th>责任单位</th><th>完成时限</th></tr>
<tr><td>1</td><td>编制公开清单</td><td>市财政局</td><td>2021年6月底前</td></tr>
<tr><td>2</td><td>=1+1</td><td>市审计局</td><td>甲乙丙丁</td></tr></table>`;

const seeHelp = "用法见 fengong --help，或 fengong help 命令。\n";
let folder = "";
const path = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fengong-command-"));
  writeFileSync(path("page.html"), page);
  writeFileSync(path("empty.html"), "");
  writeFileSync(path("letter.rtf"), "GIF89a");
  writeFileSync(path("noise.bin"), Uint8Array.from({ length: 2000 }, (_, i) => (i * 7919) % 256));
  writeFileSync(path("huge.html"), "");
  truncateSync(path("huge.html"), 200_000_000);
  writeFileSync(path("secret.html"), page);
  chmodSync(path("secret.html"), 0o000);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command to its end. */
function fengong(args: readonly string[], { input = "", more = {}, ...options }: SpawnOptions & { input?: string; more?: NodeJS.ProcessEnv } = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...more, LC_ALL: "zh_CN.UTF-8", NO_COLOR: "1", FORCE_COLOR: undefined };
    const child = spawn(process.execPath, [script, ...args], { cwd: folder, env, stdio: "pipe", ...options });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => err.push(chunk));
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      resolve({ code, signal, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() });
    });
  });
}

interface Document {
  readonly status: string;
  readonly sources: readonly { readonly name: string }[];
  readonly diagnostics: readonly { readonly code: string }[];
  readonly tasks: readonly unknown[];
}

/** The JSON documents of an output, one a line. */
function documents(out: string): Document[] {
  return out
    .trimEnd()
    .split("\n")
    .map((line) => {
      const document: Document = JSON.parse(line);
      return document;
    });
}

describe.concurrent("help and usage", () => {
  test("--help shows commands, examples and exit codes, in Chinese and in English", async () => {
    const zh = await fengong(["--help"]);
    expect(zh).toMatchObject({ code: 0, err: "" });
    for (const words of ["parse", "tables", "退出码：", "例："]) expect(zh.out).toContain(words);
    const en = await fengong(["--lang", "en", "--help"]);
    for (const words of ["Usage:", "Exit codes:", "Examples:"]) expect(en.out).toContain(words);
  });

  test("--version is that of the program", async () => {
    expect(await fengong(["--version"])).toMatchObject({ code: 0, out: `${parserVersion}\n`, err: "" });
  });

  test.each([
    [[], "用法："],
    [["pasre", "a"], "用法错误：没有命令 pasre\n（是不是 parse？）"],
    [["parse"], "用法错误：缺少参数 file"],
    [["parse", "--yaer", "2020", "a"], "用法错误：没有选项 --yaer\n（是不是 --year？）"],
    [["parse", "--year", "20", "a"], "用法错误：选项 --year <year> 的值“20”不对：要四位年份"],
    [["parse", "--issued", "2021-02-30", "a"], "要 YYYY-MM-DD 形式的真实日期"],
    [["parse", "--region", "34", "a"], "要 6 位数字"],
    [["parse", "--timeout", "0", "a"], "要正数"],
    [["parse", "--timeout", "1e9", "a"], "要正数"],
    [["parse", "--pretty", "--compact", "a"], "用法错误：选项 --pretty 不能与 --compact 同用"],
    [["parse", "--pretty", "a", "b"], "--pretty 只用于一个文件"],
    [["parse", "-", "-"], "标准输入（-）只能用一次"],
    [["tables", "a", "b"], "用法错误：参数太多"],
    [["tables", "--format", "xml", "a"], "可用 json, csv"],
  ])("%j is wrong usage: %s", async (args, said) => {
    // In this process: nothing is read, so nothing but the words and the exit matters.
    const [stdin, stdout, stderr] = [Object.assign(new PassThrough(), { isTTY: true }), new PassThrough(), new PassThrough()];
    expect(await runProgram(args, { stdin, stdout, stderr, language: "zh" })).toBe("usage");
    expect(stdout.read()).toBeNull();
    expect(String(stderr.read())).toContain(said);
  });

  test("wrong usage exits with 2, also when the file shows it", async () => {
    expect(await fengong(["parse", "--yaer", "2020", "a"])).toMatchObject({ code: 2, out: "", err: `用法错误：没有选项 --yaer\n（是不是 --year？）\n${seeHelp}` });
    expect(await fengong(["tables", "--table", "7", "page.html"])).toMatchObject({ code: 2, out: "", err: `用法错误：没有这张表\n${seeHelp}` });
  });

  test("help, help COMMAND, version and -v answer as people expect", async () => {
    const told = async (...args: string[]): Promise<string> => {
      const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
      expect(await runProgram(args, { stdin, stdout, stderr, language: "zh" })).toBe("ok");
      return String(stdout.read());
    };
    expect(await told("help")).toBe(await told("--help"));
    expect(await told("help", "batch")).toBe(await told("batch", "--help"));
    expect([await told("version"), await told("-v"), await told("-V")]).toEqual(Array(3).fill(`${parserVersion}\n`));
  });

  test("what comes through a pipe is read without being told", async () => {
    const [said, asked] = [await fengong(["parse", "-q"], { input: page }), await fengong(["parse", "-", "-q"], { input: page })];
    expect(said).toEqual(asked);
    expect(said).toMatchObject({ code: 0, err: "" });
  });
});

describe.concurrent("input that cannot be read", () => {
  test.each([
    ["missing.html", "input/not-found", 4],
    ["page.html/inside", "input/not-found", 4],
    [".", "input/directory", 4],
    ["empty.html", "input/empty", 4],
    ["huge.html", "limit/bytes", 6],
    ["/dev/zero", "input/special", 4],
    ["letter.rtf", "input/unsupported-format", 1],
    ["noise.bin", "input/unknown-format", 1],
  ])("%s -> %s, exit %i", async (file, code, exit) => {
    const ended = await fengong(["parse", file]);
    expect(ended.code).toBe(exit);
    const [result] = documents(ended.out);
    expectValid(result);
    expect(result).toMatchObject({ status: "failed", tasks: [] });
    expect(result?.diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
    expect(ended.err.trimEnd().split("\n")).toHaveLength(1);
    expect(ended.err).toContain(`${file}: 错误 ${code}: `);
  });

  test("a file without permission", async ({ skip }) => {
    // Root may read everything, so root steps down to a user who may not.
    const reader = process.getuid?.() === 0 ? { uid: 65534, gid: 65534, cwd: "/" } : {};
    const ended = await fengong(["parse", path("secret.html")], reader).catch(() => null);
    if (ended === null || ended.out === "") return skip("the program cannot be run by another user here");
    expect(ended.code).toBe(4);
    expect(documents(ended.out)[0]?.diagnostics.map(({ code }) => code)).toEqual(["input/permission"]);
  });

  test("a named pipe does not block", async ({ skip }) => {
    try {
      execFileSync("mkfifo", [path("pipe")]);
    } catch {
      return skip("no mkfifo here");
    }
    expect((await fengong(["parse", "pipe"])).code).toBe(4);
  });

  test("--max-bytes is for files and for standard input", async () => {
    expect((await fengong(["parse", "--max-bytes", "100", "page.html"])).code).toBe(6);
    expect((await fengong(["parse", "--max-bytes", "100", "-"], { input: page })).code).toBe(6);
  });

  test("--timeout ends a file, and the next one goes on", async () => {
    writeFileSync(path("endless.html"), page);
    const { code, out, err } = await fengong(["parse", "--timeout", "8", "endless.html", "page.html"], { more: endless });
    expect(code).toBe(6);
    expect(documents(out).map(({ status, diagnostics }) => [status, diagnostics.some(({ code: finding }) => finding === "limit/time")])).toEqual([["failed", true], ["success", false]]);
    expect(err).toContain("limit/time");
  });

  test("tables says the same and prints no CSV", async () => {
    const { code, out, err } = await fengong(["tables", "missing.html", "--format", "csv"]);
    expect({ code, out }).toEqual({ code: 4, out: "" });
    expect(err).toContain("input/not-found");
    const json = await fengong(["tables", "missing.html"]);
    expectValidTables(JSON.parse(json.out));
  });
});

describe.concurrent("parse", () => {
  test("prints one JSON document on stdout and findings on stderr", async () => {
    const { code, out, err } = await fengong(["parse", "page.html"]);
    expect(code).toBe(0);
    const [result] = documents(out);
    expectValid(result);
    expect(result?.tasks).toHaveLength(2);
    expect(err).toContain("page.html: 警告 deadline/unrecognized");
    expect(err).toContain("page.html: 2 项任务");
  });

  test("speaks English when asked, and only of errors when told to be quiet", async () => {
    expect((await fengong(["parse", "--lang", "en", "page.html"])).err).toContain("page.html: warning deadline/unrecognized: No rule reads");
    expect((await fengong(["parse", "--quiet", "page.html"])).err).toBe("");
  });

  test("--pretty indents", async () => {
    const { out } = await fengong(["parse", "--pretty", "page.html"]);
    expect(out).toMatch(/^\{\n {2}"schemaVersion"/u);
    expect(JSON.parse(out)).toEqual(documents((await fengong(["parse", "--compact", "page.html"])).out)[0]);
  });

  test("--fail-on warning gives exit 3, --fail-on error does not", async () => {
    expect((await fengong(["parse", "--fail-on", "warning", "page.html"])).code).toBe(3);
    expect((await fengong(["parse", "--fail-on", "error", "page.html"])).code).toBe(0);
  });

  test("prints one line a file for several, in their order, whatever happens to one of them", async () => {
    const { code, out } = await fengong(["parse", "page.html", "missing.html", "page.html"]);
    expect(code).toBe(4);
    const results = documents(out);
    for (const result of results) expectValid(result);
    expect(results.map(({ status, sources }) => [sources[0]?.name, status === "failed"])).toEqual([
      ["page.html", false],
      ["missing.html", true],
      ["page.html", false],
    ]);
    expect((await fengong(["parse", "empty.html", "letter.rtf"])).code).toBe(1);
  });

  test("what a name or a page says gives no orders to the terminal", async () => {
    const name = "\u001B[2J\u0007\u202Ea.html";
    writeFileSync(path(name), page.replace("甲乙丙丁", "\u001B]0;x\u0007甲乙\u009B31m丙丁").replace("任务分工", "\u001B[31m"));
    for (const command of ["parse", "report", "tables"]) {
      const { out, err } = await fengong([command, name]);
      // `report` is for people too, and writes to standard output.
      const seen = command === "report" ? out + err : err;
      expect(seen).toContain("a.html");
      expect(seen).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/u);
    }
  });

  test("reads standard input", async () => {
    const { code, out } = await fengong(["parse", "-"], { input: page });
    expect(code).toBe(0);
    expect(documents(out)[0]).toMatchObject({ sources: [{ name: "-" }] });
  });

  test("gives the same bytes twice, wherever and in whatever locale it runs", async () => {
    const file = join(seeds, "wuhu-kaoping.html");
    const [a, b] = await Promise.all([
      fengong(["parse", file], { env: { ...process.env, TZ: "Asia/Shanghai", LC_ALL: "zh_CN.UTF-8" } }),
      fengong(["parse", file], { env: { ...process.env, TZ: "America/Lima", LC_ALL: "C" }, cwd: "/" }),
    ]);
    expect(a.out).toBe(b.out);
    expect(a.out.length).toBeGreaterThan(100_000);
    expectValid(JSON.parse(a.out));
  });

  test("stops in silence when nobody reads any more", async () => {
    const code = await new Promise((resolve) => {
      const child = spawn(process.execPath, [script, "parse", ...Array.from({ length: 20 }, () => join(seeds, "wuhu-kaoping.html"))], { stdio: ["ignore", "pipe", "pipe"] });
      let err = "";
      child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
      child.stdout.once("data", () => child.stdout.destroy());
      child.on("close", (status) => {
        resolve({ status, traced: err.includes("    at ") || err.includes("EPIPE") });
      });
    });
    expect(code).toEqual({ status: 0, traced: false });
  });

  test("ends at once on Ctrl-C", async () => {
    const signal = await new Promise((resolve) => {
      const child = spawn(process.execPath, [script, "parse", "page.html", "-"], { cwd: folder, stdio: "pipe" });
      child.stdout.once("data", () => child.kill("SIGINT"));
      child.on("close", (_, name) => {
        resolve(name);
      });
    });
    expect(signal).toBe("SIGINT");
  });
});

describe.concurrent("tables", () => {
  test("prints each table as the reader saw it", async () => {
    const { code, out, err } = await fengong(["tables", "page.html"]);
    expect(code).toBe(0);
    const result = JSON.parse(out);
    expectValidTables(result);
    expect(result).toMatchObject({ status: "success", source: { name: "page.html", format: "html" }, tables: [{ index: 0, rows: 3, columns: 4 }] });
    expect(err).toBe("page.html: 1 张表\n");
  });

  test("prints CSV", async () => {
    const plain = await fengong(["tables", "page.html", "--format", "csv"]);
    expect(plain).toMatchObject({ code: 0, err: "page.html: 1 张表\n" });
    expect(plain.out).toBe("序号,工作任务,责任单位,完成时限\n1,编制公开清单,市财政局,2021年6月底前\n2,'=1+1,市审计局,甲乙丙丁\n");
    const excel = await fengong(["tables", "page.html", "--format", "csv-excel", "--no-escape-formulas", "--table", "0"]);
    expect(excel).toMatchObject({ code: 0, err: "page.html: 1 张表\n" });
    expect(excel.out).toBe("\uFEFF序号,工作任务,责任单位,完成时限\r\n1,编制公开清单,市财政局,2021年6月底前\r\n2,=1+1,市审计局,甲乙丙丁\r\n");
  });

  test("hands a pipe all of a large output", async () => {
    const rows = Array.from({ length: 8000 }, (_, i) => `<tr><td>${i}<td>${"任务".repeat(20)}</tr>`);
    const { code, out } = await fengong(["tables", "-", "--format", "csv"], { input: `<!DOCTYPE html><meta charset=utf-8><table>${rows.join("")}</table>` });
    expect(code).toBe(0);
    expect(out.trimEnd().split("\n")).toHaveLength(8000);
    expect(out.trimEnd().split("\n").at(-1)).toBe(`7999,${"任务".repeat(20)}`);
  });
});
