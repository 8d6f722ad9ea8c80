/** Hostile names, contents and arguments through every command: no byte of them steers a terminal. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runProgram } from "../../src/cli/program.ts";
import { openProgress } from "../../src/cli/progress.ts";
import type { Language } from "../../src/model/finding.ts";
import { forData, forWords } from "../../src/cli/terminal.ts";

/** OSC with BEL, CSI, C1, marks of direction, a line end, a return, a tag. */
const evil = "a\u001B]0;PWN\u0007\u001B[8mb\u009B31m\u202Etxt\u2066\u200Fc\u2028\r\nd\re\u{E0041}\u001B[31mf";
const evilName = `${evil.replace("\r\n", "\n")}.html`;
const row = `<tr><td>1</td><td>编制${evil}清单</td><td>市财政局${evil}</td><td>2021年6月底前${evil}</td></tr>`;
const page = `<!DOCTYPE html><meta charset="utf-8"><title>关于印发任务分工的通知${evil}</title><p>关于印发任务分工的通知</p><table><tr><th>序号</th><th>工作任务</th><th>责任单位</th><th>完成时限</th></tr><tr><td>2</td><td>公开清单</td><td>市审计局</td><td>2021年7月底前</td></tr>${row}</table><p>余${evil}文</p>`;

/** Whatever steers, but for line ends and, on a terminal, our own colours. */
const steers = /\p{Cc}(?<![\t\n])|[\u061C\u200E\u200F\u2028-\u202E\u2066-\u206F\u{E0000}-\u{E007F}]/u;
const ownColours = /\u001B\[3[12369]m/gu;

let folder = "";
const path = (...names: string[]): string => join(folder, ...names);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fengong-terminal-"));
  mkdirSync(path("in", evil.replaceAll("/", "")), { recursive: true });
  writeFileSync(path("in", evilName), page);
  writeFileSync(path("in", `x${evilName}`), "");
  writeFileSync(path("in", evil, evilName), page.replace("清单", "方案"));
  writeFileSync(path("in", "dataset.yaml"), "gates: { failedReadings: 0 }\n");
  writeFileSync(path(`${evil}.rows.yaml`), `- "\\e]0;x\\a\\x9b31m\\u202e": 1\n`);
  writeFileSync(path(`${evil}.json`), evil);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Shown {
  readonly exit: string;
  readonly out: string;
  readonly err: string;
}

async function run(argv: readonly string[], { tty = false, lang = "en", input = "" }: { readonly tty?: boolean; readonly lang?: Language; readonly input?: string } = {}): Promise<Shown> {
  const taken = { out: "", err: "" };
  const sink = (name: "out" | "err") => Object.assign(new PassThrough().on("data", (chunk: Buffer) => (taken[name] += chunk.toString())), { isTTY: tty });
  const stdin = new PassThrough();
  stdin.end(input);
  const exit = await runProgram(argv, { stdin, stdout: sink("out"), stderr: sink("err"), language: lang });
  return { exit, ...taken };
}

/** What is run, and its exit. */
const lines: readonly (readonly [title: string, argv: () => readonly string[], exit: string])[] = [
  ["an unknown option", () => ["parse", `--${evil}`], "usage"],
  ["an unknown command", () => [evil], "usage"],
  ["an unknown command, nearly one of ours", () => [`parse${evil}`], "usage"],
  ["an unknown command of dataset", () => ["dataset", evil], "usage"],
  ["a value that is none of the choices", () => ["parse", "x", "--format", evil], "usage"],
  ["a value that no check takes", () => ["parse", "x", `--year=${evil}`], "usage"],
  ["a short option with a value", () => ["batch", "x", "--out", "y", `-j${evil}`], "usage"],
  ["too many arguments", () => ["dataset", "verify", evil, evil, evil], "usage"],
  ["a file that is not there", () => ["parse", path(evil, "gone", evil)], "input"],
  ["parse", () => ["parse", "-v", path("in", evilName)], "ok"],
  ["parse, two files", () => ["parse", "-v", path("in", evilName), path("in", `x${evilName}`)], "input"],
  ["parse as CSV", () => ["parse", path("in", evilName), "--format", "csv", "--table", "assignments"], "ok"],
  ["parse as CSV for Excel", () => ["parse", path("in", evilName), "--format", "csv-excel"], "ok"],
  ["parse with an output that cannot be", () => ["parse", path("in", evilName), "--out", path(evil, "gone", "x")], "usage"],
  ["parse with lookups", () => ["parse", path("in", evilName), "--lookups", path(`${evil}.rows.yaml`)], "usage"],
  ["report", () => ["report", path("in", evilName), path("in", `x${evilName}`)], "input"],
  ["report as HTML", () => ["report", "--html", path("in", evilName)], "ok"],
  ["tables", () => ["tables", path("in", evilName)], "ok"],
  ["tables as CSV", () => ["tables", path("in", evilName), "--format", "csv"], "ok"],
  ["inspect", () => ["inspect", path("in", evilName)], "ok"],
  ["inspect, to a place that cannot be", () => ["inspect", path("in", evilName), "--svg", path(evil, "gone", "x")], "usage"],
  ["batch", () => ["batch", path("in"), "--out", path("out"), "-v", "--no-progress"], "input"],
  ["batch with one file twice", () => ["batch", path("in", evilName), path("in", evilName).replace("/in/", "/in/./"), "--out", path("out2"), "--no-progress"], "ok"],
  ["batch into a file", () => ["batch", path("in"), "--out", path("in", evilName, evil)], "usage"],
  ["batch with a manifest", () => ["batch", "--manifest", path(`${evil}.json`), "--out", path("out3")], "usage"],
  ["batch with a list", () => ["batch", `@${path(evil, "gone")}`, "--out", path("out3"), "--no-progress"], "input"],
  ["batch of nothing", () => ["batch", path(`${evil}*.nothing`), "--out", path("out3"), "--no-progress"], "input"],
  ["schema", () => ["schema", evil], "usage"],
  ["dataset build that falls at a gate", () => ["dataset", "build", path("in"), "--out", path("data")], "findings"],
  ["dataset build, again", () => ["dataset", "build", path("in"), "--out", path("data")], "findings"],
  ["dataset build with lookups", () => ["dataset", "build", path("in"), "--out", path("data2"), "--lookups", path(`${evil}.rows.yaml`)], "usage"],
  ["dataset build with overrides", () => ["dataset", "build", path("in"), "--out", path("data2"), "--overrides", path(`${evil}.rows.yaml`)], "usage"],
  ["dataset build with settings", () => ["dataset", "build", path("in"), "--out", path("data2"), "--settings", path(`${evil}.rows.yaml`)], "usage"],
  ["dataset build with settings that are not there", () => ["dataset", "build", path("in"), "--out", path("data2"), "--settings", path(evil, "gone")], "usage"],
  ["dataset build with a manifest", () => ["dataset", "build", path("in"), "--out", path("data2"), "--manifest", path(`${evil}.json`)], "usage"],
  ["dataset explain of an unknown id", () => ["dataset", "explain", evil, "--dataset", path("data")], "usage"],
  ["dataset diff of an unknown version", () => ["dataset", "diff", path("data"), evil, evil], "usage"],
];

describe.each([
  ["a pipe", false, "zh"],
  ["a terminal", true, "en"],
] as const)("on %s", (_, tty, lang) => {
  // Readings take seconds: what a pipe gets of them is looked at for the data that people open.
  test.each(tty ? lines : lines.filter(([title, , exit]) => exit === "usage" || /CSV|HTML|dataset/u.test(title)))("%s", async (_title, argv, exit) => {
    const shown = await run(argv(), { tty, lang });
    // The line that says what is read is ours, and so is what takes it away.
    const ownLine = /\r\u001B\[K/gu;
    const said = (tty ? shown.out.replace(ownColours, "") : shown.out).replaceAll("\r\n", "\n") + (tty ? shown.err.replace(ownColours, "").replace(ownLine, "") : shown.err);
    expect(steers.exec(said)?.[0] ?? null, JSON.stringify(said.slice(0, 600))).toBeNull();
    if (exit === "usage") expect(shown.err.split("\n").filter((line) => /^(?:d|e)/u.test(line))).toEqual([]);
    expect(shown.exit).toBe(exit);
  });

  test("worker", async () => {
    const input = `${JSON.stringify({ id: evil, path: path("in", evilName) })}\n${JSON.stringify({ id: evil, [evil]: 1 })}\n{"${evil}\n`;
    const { out, err } = await run(["worker"], { tty, lang, input });
    expect(steers.test(out + err)).toBe(false);
    expect(out.split("\n").slice(0, 2).map((line) => (JSON.parse(line) as { id: string | null }).id)).toContain(evil);
  });
});

test("JSON says what the file holds, escaped or not", async () => {
  const [piped, shown] = [await run(["parse", path("in", evilName)]), await run(["parse", path("in", evilName)], { tty: true })];
  const result = JSON.parse(piped.out) as { sources: { name: string }[]; notice: { title: string } };
  expect(JSON.parse(shown.out)).toEqual(result);
  expect(result.sources[0]?.name).toBe(path("in", evilName));
  expect(JSON.stringify(result)).toMatch(/\u009B.*\u202E/u);
});

test("data that are asked for raw are raw in a file and harmless on a terminal", async () => {
  const argv = ["parse", path("in", evilName), "--format", "csv", "--no-escape-formulas"];
  expect((await run(argv)).out).toContain("\u202E");
  const { out } = await run(argv, { tty: true });
  expect(out).toContain("\uFFFD]0;PWN\uFFFD");
  expect(steers.test(out)).toBe(false);
});

test("what a dataset publishes for people to read is harmless too", () => {
  const [name = ""] = readdirSync(path("data", "artifacts"));
  for (const file of ["CHANGELOG.md", "gates.txt", "README.md"]) expect([file, steers.test(readFileSync(path("data", "artifacts", name, file), "utf8"))]).toEqual([file, false]);
});

describe("the streams", () => {
  const written = (open: typeof forWords, tty: boolean, text: string | Uint8Array): string => {
    let taken = "";
    const stream = Object.assign(new PassThrough().on("data", (chunk: Buffer) => (taken += chunk.toString())), { isTTY: tty });
    open(stream).write(text);
    return taken;
  };

  test.each([
    ["words in a pipe have no colour", forWords, false, "\u001B[31mx\u001B[39m", "\uFFFD[31mx\uFFFD[39m"],
    ["words on a terminal keep our colours and no others", forWords, true, "\u001B[31mx\u001B[39m\u001B[8my\u001B[5;31mz", "\u001B[31mx\u001B[39m\uFFFD[8my\uFFFD[5;31mz"],
    ["line ends and tabs stay, a return without a line end does not", forWords, false, "a\tb\r\nc\rd\n", "a\tb\r\nc\uFFFDd\n"],
    ["data in a file stay as they are", forData, false, "\u001B\u202E", "\u001B\u202E"],
    ["data on a terminal do not", forData, true, "\u001B\u202E", "\uFFFD\uFFFD"],
    ["bytes neither", forData, true, new TextEncoder().encode("\u009B中"), "\uFFFD中"],
    ["joiners and variants are words", forWords, true, "👩\u200D💻葛\u{E0100}x\u200By", "👩\u200D💻葛\u{E0100}x\u200By"],
  ] as const)("%s", (_, open, tty, text, shown) => {
    expect(written(open, tty, text)).toBe(shown);
  });

  test("a bar shows no word that steers", () => {
    let taken = "";
    const stream = Object.assign(new PassThrough().on("data", (chunk: Buffer) => (taken += chunk.toString())), { isTTY: true, columns: 80 });
    const progress = openProgress(2, true, { streams: { stdin: new PassThrough(), stdout: stream, stderr: forWords(stream) }, language: "zh" }, () => ({ begin: () => undefined, total: () => null, of: () => 0, close: () => undefined }));
    progress.say("x\u001B]0;PWN\u0007");
    progress.end();
    expect(taken).toContain("x\uFFFD]0;PWN\uFFFD");
  });
});
