/** What people are told around a dataset: settings to begin with, what was not read or applied, short ids. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runDataset } from "./command.ts";

const folder = mkdtempSync(join(tmpdir(), "fengong-people-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const at = (...names: readonly string[]): string => join(folder, ...names);
const page = (time: string, support: string): string => `<!DOCTYPE html><meta charset="utf-8"><h1>关于印发2021年重点工作分工的通知</h1><p>铜政办〔2021〕8号</p><table><tr><th>序号</th><th>工作任务</th><th>牵头单位</th><th>配合单位</th><th>完成时限</th></tr>
<tr><td>1</td><td>编制公开清单</td><td>市财政局</td><td>${support}</td><td>${time}</td></tr><tr><td>2</td><td>公开预算</td><td>市审计局</td><td></td><td>年底前</td></tr></table>`;
const zh = { LC_ALL: "zh_CN.UTF-8" };

test("init, build, correct, change, compare, explain", async () => {
  const made = await runDataset(["init", at("sources")], zh);
  expect([made.code, made.stderr]).toEqual([0, expect.stringContaining("dataset.yaml")]);
  expect((await runDataset(["init", at("sources")], zh)).code).toBe(2);

  mkdirSync(at("sources"), { recursive: true });
  writeFileSync(at("sources", "a.html"), page("4月底前", "市教育局"));
  writeFileSync(at("sources", "empty.html"), "");
  writeFileSync(at("overrides.yaml"), ["- { id: 铜政办-2021-8/nobody, field: due, expected: '2021-01-01', value: '2021-01-02', reason: r, person: p, date: 2021-01-01 }", ""].join("\n"));
  const first = await runDataset(["build", at("sources"), "--out", at("data"), "--overrides", at("overrides.yaml")], zh);
  expect(first.code).toBe(0);
  expect(first.stderr).toContain("1处人工更正没有采用：");
  expect(first.stderr).toContain("没有标识为“铜政办-2021-8/nobody”的任务或通知");
  const [version = ""] = readdirSync(at("data", "artifacts"));
  for (const file of ["README.md", "CHANGELOG.md"]) {
    const text = readFileSync(at("data", "artifacts", version, file), "utf8");
    expect(text).toMatch(/没有读出的来源[^]*empty\.html/u);
    expect(text).toMatch(/没有采用的人工更正[^]*nobody/u);
  }
  expect(readFileSync(at("data", "artifacts", version, "README.md"), "utf8")).toContain("](pictures/due.svg)");

  writeFileSync(at("sources", "a.html"), page("5月底前", "市教育局、市税务局"));
  expect((await runDataset(["build", at("sources"), "--out", at("data"), "--overrides", at("overrides.yaml")], zh)).code).toBe(0);
  const diff = await runDataset(["diff", at("data"), "0001", "0002"], zh);
  const [, short = ""] = /任务1“编制公开清单”：完成时限 4月底前 → 5月底前；配合单位 \+ .*税务局 ← 来源 \[(\w+)\]/u.exec(diff.stdout) ?? [];
  expect(short).not.toBe("");
  const told = await runDataset(["explain", short.slice(0, 8), "--dataset", at("data")], zh);
  expect(told.code).toBe(0);
  expect(told.stdout).not.toContain("原标识");
  expect(told.stdout).toContain("完成时限：2021-05-31  自 0002");
  expect(told.stdout).toContain("    曾是 2021-04-30  0001");
  expect(told.stdout).not.toMatch(/^类别：.*\n {4}曾是/mu);
});
