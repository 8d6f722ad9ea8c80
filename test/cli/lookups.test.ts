/** `--lookups FILE`: used rows, unused rows, and files that are refused. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runProgram } from "../../src/cli/program.ts";

const page = `<!DOCTYPE html><meta charset="utf-8"><title>任务分工</title><h1>贵池区2018年重点工作任务分工</h1>
<table><tr><th>序号</th><th>工作任务</th><th>责任单位</th></tr><tr><td>1</td><td>编制公开清单</td><td>区数管局</td></tr></table>`;

let folder = "";
const path = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fengong-lookups-"));
  writeFileSync(path("page.html"), page);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function parse(yaml: string | null, language: "zh" | "en" = "zh"): Promise<{ exit: string; out: string; err: string }> {
  if (yaml !== null) writeFileSync(path("lookups.yaml"), yaml);
  const read = (stream: PassThrough): string => String(stream.read() ?? "");
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const exit = await runProgram(["parse", path("page.html"), "--lookups", path(yaml === null ? "missing.yaml" : "lookups.yaml")], { stdin, stdout, stderr, language });
  return { exit, out: read(stdout), err: read(stderr) };
}

test("used rows stand in the answer, unused ones on standard error", async () => {
  const { exit, out, err } = await parse("units:\n  - exact: 区数管局\n    as: 区数据资源管理局\n  - exact: 区没有局\n    kind: agency\n");
  expect(exit).toBe("ok");
  expect(out).toContain("贵池区数据资源管理局");
  expect(out).toContain("lookup:exact:区数管局");
  expect(err).toContain("对照表中没有用到的行：\n  exact:区没有局\n");
  expect(err).not.toContain("exact:区数管局\n");
});

test.each([
  ["rows that contradict each other", "units:\n  - exact: 区数管局\n    name: 甲\n  - contains: 数管\n    name: 乙\n", "exact:区数管局 与 contains:数管"],
  ["an unknown key", "units:\n  - exacte: 区数管局\n", "exacte"],
  ["no file", null, "missing.yaml"],
])("%s refuse the file", async (_, yaml, words) => {
  const { exit, out, err } = await parse(yaml);
  expect(exit).toBe("usage");
  expect(out).toBe("");
  expect(err).toContain("对照表不能用");
  expect(err).toContain(words);
});
