/** `fengong export`: results that are there become every output; what is no result is said. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runProgram } from "../../src/cli/program.ts";
import { storedIn } from "../../src/emit/stored.ts";
import type { ParseResult } from "../../src/model/notice.ts";
import { schemaVersion } from "../../src/model/version.ts";
import { parseNotice } from "../../src/pipeline.ts";
import { writtenText } from "../emit/results.ts";

const folder = mkdtempSync(join(tmpdir(), "fengong-export-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const read = (number: number): Promise<ParseResult> =>
  parseNotice({
    name: `${number}.html`,
    bytes: new TextEncoder().encode(`<!DOCTYPE html><meta charset="utf-8"><h1>任务分工</h1><table><tr><th>序号</th><th>工作任务</th><th>责任单位</th><th>完成时限</th></tr><tr><td>1</td><td>编制公开清单${number}</td><td>市财政局</td><td>2021年6月底前</td></tr></table>`),
  });

const results: ParseResult[] = [];

beforeAll(async () => {
  for (const number of [1, 2, 3]) results.push(await read(number));
  mkdirSync(join(folder, "results/.fengong"), { recursive: true });
  mkdirSync(join(folder, "results/deep"));
  writeFileSync(join(folder, "results/1.html.json"), JSON.stringify(results[0], null, 2));
  writeFileSync(join(folder, "results/deep/more.ndjson"), results.slice(1).map((result) => `${JSON.stringify(result)}\n`).join(""));
  writeFileSync(join(folder, "results/.fengong/journal.ndjson"), "{}\n");
  writeFileSync(join(folder, "other.json"), '{"a":1}');
  writeFileSync(join(folder, "broken.json"), JSON.stringify({ ...results[0], tasks: [{ ...results[0]?.tasks[0], text: 7 }] }));
  writeFileSync(join(folder, "future.json"), JSON.stringify({ ...results[0], schemaVersion: "99.0.0" }));
  writeFileSync(join(folder, "notice.txt"), "一、编制清单。\n");
});

/** Runs a command line in this process. */
async function run(args: readonly string[], given = ""): Promise<{ exit: string; out: string; err: string }> {
  const said = { out: "", err: "" };
  const stream = (key: keyof typeof said): PassThrough => new PassThrough().on("data", (chunk: Buffer) => (said[key] += chunk.toString("utf8")));
  const stdin = new PassThrough();
  stdin.end(given);
  const exit = await runProgram(args, { stdin, stdout: stream("out"), stderr: stream("err"), language: "zh" });
  await new Promise((resolve) => setImmediate(resolve));
  return { exit, ...said };
}

const at = (name: string): string => join(folder, name);

test.each(["csv", "markdown", "ics", "report", "ndjson"] as const)("a folder gives the same %s as its results", async (format) => {
  const { exit, out, err } = await run(["export", at("results"), "--format", format]);
  expect([exit, err]).toEqual(["ok", "3 份结果，3 项任务。\n"]);
  expect(out).toBe(await writtenText(format, results));
});

test("without a format it shows the ledger; results come from standard input too", async () => {
  const { exit, out } = await run(["export", "-"], JSON.stringify(results[0]));
  expect(exit).toBe("ok");
  expect(out).toMatch(/^任务分工\n1 项任务 {2}1\.html\n/u);
});

test("records of a dataset are results", () => {
  const [found] = storedIn(JSON.stringify({ id: "n", readings: [], result: results[0], overrides: [] }));
  expect(found?.result).toEqual(results[0]);
});

test.each([
  ["other.json", "第1行不是 fengong 的读取结果（是别的 JSON）"],
  ["notice.txt", "第1行不是 fengong 的读取结果（不是 JSON）"],
  ["broken.json", `第1行不是 fengong 的读取结果（tasks.0.text 不合结构 ${schemaVersion}）`],
  ["future.json", `第1行不是 fengong 的读取结果（结构版本 99.0.0，这个程序认得 ${schemaVersion}）`],
])("%s is said to be none, and the rest is written", async (name, words) => {
  const { exit, out, err } = await run(["export", at(name), at("results"), "--format", "csv"]);
  expect(exit).toBe("failed");
  expect(err).toContain(`${name}: 错误 input/no-result: ${words}`);
  expect(out.trimEnd().split("\n")).toHaveLength(4);
});

test("a missing file and an empty folder are said", async () => {
  expect((await run(["export", at("none.json")])).exit).toBe("input");
  mkdirSync(at("empty"), { recursive: true });
  expect((await run(["export", at("empty")])).exit).toBe("usage");
});

test("a result that is given as a notice is named, with the command that takes it", async () => {
  for (const name of ["results/1.html.json", "results/deep/more.ndjson"]) {
    const result = await parseNotice({ name, bytes: new Uint8Array(readFileSync(at(name))) });
    expect(result.status).toBe("failed");
    expect(result.diagnostics.map(({ code }) => code)).toContain("input/own-result");
    expect(result.diagnostics[0]?.message).toContain("fengong export");
  }
  const other = await parseNotice({ name: "other.json", bytes: new TextEncoder().encode('{"schemaVersion":"1.0.0","name":"别的"}') });
  expect(other.diagnostics.map(({ code }) => code)).not.toContain("input/own-result");
});
