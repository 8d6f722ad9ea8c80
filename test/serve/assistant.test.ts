/** `fengong mcp`, spoken to by the protocol's own client. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { page, plant, run } from "../batch/tree-of.ts";
import { seed } from "./listening.ts";

let folder = "";
const client = new Client({ name: "test", version: "1.0.0" });
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "fengong-mcp-"));
  plant(folder, { "open/a.html": page("完成道路改造。"), "open/deep/附件1.html": page("乙"), "open/deep/letter.html": "<h1>某市2021年工作要点分工的通知</h1><p>某政办发〔2021〕5号</p><p>各单位：</p>", "closed/secret.html": page("秘密") });
  writeFileSync(join(folder, "open/long.html"), seed("wuhu-kaoping.html"));
  symlinkSync(join(folder, "closed/secret.html"), join(folder, "open/link.html"));
  mkdirSync(join(folder, "open/.git"));
  const script = fileURLToPath(new URL("../../src/cli/start.ts", import.meta.url));
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [script, "mcp", "open", "--most", "8000"], cwd: folder, stderr: "ignore" }));
});
afterAll(async () => {
  await client.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What a tool answers. */
async function ask(name: string, args: Record<string, unknown>): Promise<{ readonly data: never; readonly text: string; readonly failed: boolean }> {
  const { content, isError = false } = await client.callTool({ name, arguments: args });
  const [first] = content as { type: string; text: string }[];
  const text = first?.text ?? "";
  return { text, failed: isError, data: (isError ? null : JSON.parse(text)) as never };
}

describe("an assistant", () => {
  test("is told of tools that only read", async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(["list_notices", "read_notice", "read_deadlines", "read_units", "explain_rule"]);
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true && annotations.openWorldHint === false)).toBe(true);
  });

  test("finds the notices of its folders and reads one, with places", async () => {
    expect((await ask("list_notices", {})).data).toEqual({ notices: ["a.html", "long.html", "deep/letter.html", "deep/附件1.html"], more: false });
    const { data } = await ask("read_notice", { file: "a.html" });
    expect(data).toMatchObject({ status: "success", tasksInAll: 1, next: null, tasks: [{ text: "完成道路改造。", responsible: [{ text: "市财政局" }], due: "2021-06-30" }] });
    expect(data).toHaveProperty("tasks.0.place.0", { source: 0, kind: "element", path: "/html/body/table/tbody/tr[2]/td[2]", start: 0, end: 7 });
    expect((await ask("read_notice", { file: "deep/letter.html", attachments: ["deep/附件1.html"] })).data).toMatchObject({ notice: { documentNumber: "某政办发〔2021〕5号" }, tasksInAll: 1 });
  });

  test("gets a long notice in parts that fit, each task whole and once", async () => {
    const seen: number[] = [];
    let from: number | null = 1;
    let all = 0;
    while (from !== null && seen.length < 200) {
      const { data, text } = await ask("read_notice", { file: "long.html", from });
      const part: { tasks: { ordinal: number }[]; tasksInAll: number; next: number | null } = data;
      expect(text.length).toBeLessThan(16_000);
      seen.push(...part.tasks.map(({ ordinal }) => ordinal));
      [from, all] = [part.next, part.tasksInAll];
    }
    expect(seen).toEqual(Array.from({ length: all }, (_, i) => i + 1));
    expect(all).toBe(67);
  });

  test.each(["../closed/secret.html", "link.html", "/etc/passwd", "nowhere.html", "a.html\0", "."])("cannot read %j", async (file) => {
    const { failed, text } = await ask("read_notice", { file });
    if (file === ".") expect(text).toContain("input/directory");
    else expect([failed, text]).toEqual([true, "No such file inside the folders that may be read."]);
    expect(text).not.toContain("秘密");
  });

  test("reads deadlines and units alone, and has a rule explained", async () => {
    expect((await ask("read_deadlines", { texts: ["9月底前"], year: 2020 })).data).toMatchObject({ deadlines: [[{ due: "2020-09-30" }]] });
    expect((await ask("read_units", { texts: ["区环保局"], read: "name", region: "341702", issued: "2018-05-01" })).data).toMatchObject({ names: [{ name: "贵池区环境保护局" }] });
    expect((await ask("explain_rule", { id: "MONTH_END_INCLUSIVE" })).text).toContain("MONTH_END_INCLUSIVE");
    expect((await ask("explain_rule", { id: "input/not-found" })).data).toMatchObject({ of: "finding", severity: "error" });
    expect((await ask("explain_rule", { id: "nothing" })).failed).toBe(true);
  });

  test("is refused what no tool takes", async () => {
    expect((await ask("read_deadlines", { texts: [] })).failed).toBe(true);
    expect((await ask("read_units", { texts: ["x"], region: "y" })).failed).toBe(true);
  });
});

test("a folder that is not there is said so", async () => {
  const { code, err } = await run(["mcp", "nowhere"], folder);
  expect(code).toBe(2);
  expect(err).toContain("nowhere");
});
