/** Lines of a published version: separators inside words are letters, and a line that is damaged is named by every command that meets it. */
import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build, runDataset } from "./command.ts";

const folder = mkdtempSync(join(tmpdir(), "fengong-damaged-"));
const at = (...names: readonly string[]): string => join(folder, ...names);
const env = { LC_ALL: "en" };
const start = fileURLToPath(new URL("../../src/cli/start.ts", import.meta.url));
const page = (time: string): string => `<!DOCTYPE html><meta charset="utf-8"><h1>关于印发2021年重点工作分工的通知</h1><p>铜政办〔2021〕8号</p><table><tr><th>序号</th><th>工作任务</th><th>牵头单位</th><th>完成时限</th></tr>
<tr><td>1</td><td>编制公开清单&#8232;并向社会公布</td><td>市财政局</td><td>${time}</td></tr><tr><td>2</td><td>公开&#8233;预算</td><td>市审计局</td><td>年底前</td></tr></table>`;
let version = "";

beforeAll(async () => {
  mkdirSync(at("sources"));
  for (const time of ["4月底前", "5月底前"]) {
    writeFileSync(at("sources", "a.html"), page(time));
    await build(at("sources"), at("data"));
  }
  version = readdirSync(at("data", "artifacts")).find((name) => name.startsWith("0002")) ?? "";
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The command on a copy of the dataset in which a file got one more line. */
async function onDamaged(file: string, line: string, args: readonly string[]): Promise<{ readonly code: number | null; readonly stderr: string }> {
  const copy = mkdtempSync(at("copy-"));
  cpSync(at("data"), copy, { recursive: true });
  appendFileSync(join(copy, "artifacts", version, file), `${line}\n`);
  const { code, stderr } = await runDataset(args.map((arg) => (arg === "DATA" ? copy : arg)), env);
  return { code, stderr };
}

test("separators of lines and paragraphs inside words are no ends of lines", async () => {
  expect(await runDataset(["verify", at("data")], env)).toMatchObject({ code: 0, stdout: "All is well.\n" });
  const { stdout } = await runDataset(["diff", at("data"), "--format", "json"], env);
  const [change] = stdout.trimEnd().split("\n").map((line) => JSON.parse(line) as { readonly task: string });
  expect(await runDataset(["explain", change?.task ?? "", "--dataset", at("data")], env)).toMatchObject({ code: 0, stdout: expect.stringContaining("2021-04-30") });
});

test.each([
  ["delta.ndjson", "{broken", ["diff", "DATA"], "delta.ndjson"],
  ["notices.ndjson", "{broken", ["diff", "DATA"], "notices.ndjson"],
  ["notices.ndjson", "{}", ["explain", "a", "--dataset", "DATA"], "notices.ndjson"],
  ["statements.ndjson", "\u0000", ["explain", "a", "--dataset", "DATA"], "statements.ndjson"],
])("%s with a line %j is named by %j", async (file, line, args, named) => {
  const { code, stderr } = await onDamaged(file, line, args);
  expect([code, stderr]).toEqual([2, expect.stringMatching(new RegExp(`the dataset is damaged: ${named}`, "u"))]);
});

test.each([[["diff", "DATA"]], [["explain", "a", "--dataset", "DATA"]]])("%j of a folder without a version says that none is here", async (args) => {
  const empty = mkdtempSync(at("empty-"));
  const { code, stderr } = await runDataset(args.map((arg) => (arg === "DATA" ? empty : arg)), env);
  expect([code, stderr]).toEqual([2, expect.stringContaining("there is no version of a dataset here")]);
});

test("a version without its notices is named by links", () => {
  const copy = mkdtempSync(at("copy-"));
  cpSync(at("data"), copy, { recursive: true });
  rmSync(join(copy, "artifacts", version, "notices.ndjson"));
  const { status, stderr } = spawnSync(process.execPath, [start, "links", copy, "--lang", "en"], { encoding: "utf8" });
  expect([status, stderr]).toEqual([2, expect.stringContaining("the dataset is damaged: notices.ndjson (ENOENT)")]);
});

test("an index that was changed is told by explain as by diff", async () => {
  const copy = mkdtempSync(at("copy-"));
  cpSync(at("data"), copy, { recursive: true });
  writeFileSync(join(copy, "versions.json"), "{broken");
  for (const args of [["diff", copy], ["explain", "a", "--dataset", copy]]) expect(await runDataset(args, env)).toMatchObject({ code: 2, stderr: expect.stringContaining("the dataset is damaged: versions.json") });
});
