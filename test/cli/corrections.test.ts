/** `corrections` as people run it: what it writes into a file of corrections, and what it never writes over. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { readOverrides } from "../../src/dataset/correct/overrides.ts";
import { writeXlsx } from "../../src/emit/xlsx.ts";
import { parseNotice } from "../../src/pipeline.ts";
import { sha256 } from "../../src/text/digest.ts";

const script = fileURLToPath(new URL("../../src/cli/start.ts", import.meta.url));
const notice = `<!DOCTYPE html><meta charset="utf-8"><h1>任务分工</h1><table><tr><th>序号</th><th>工作任务</th><th>责任单位</th></tr><tr><td>1</td><td>编制公开清单</td><td>市财政局</td></tr></table>`;

let result: string;
let workbook: Uint8Array;
beforeAll(async () => {
  const read = await parseNotice({ name: "n.html", bytes: new TextEncoder().encode(notice) });
  const pieces: Buffer[] = [];
  for await (const piece of writeXlsx([read], { headers: "zh" })) pieces.push(Buffer.from(piece));
  const parts = unzipSync(new Uint8Array(Buffer.concat(pieces)));
  const name = "xl/worksheets/sheet2.xml";
  const edited = strFromU8(parts[name]!).replace("市财政局", "市审计局");
  expect(edited).toContain("市审计局");
  [result, workbook] = [JSON.stringify(read), zipSync({ ...parts, [name]: strToU8(edited) })];
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fengong-cli-corrections-"));
  writeFileSync(at("n.json"), result);
  writeFileSync(at("n.xlsx"), workbook);
});
afterEach(() => { rmSync(folder, { recursive: true }); });
const at = (name: string): string => join(folder, name);

function run(...args: readonly string[]): { readonly status: number | null; readonly stderr: string } {
  return spawnSync(process.execPath, [script, "corrections", "n.xlsx", "--person", "张三", "--reason", "电话核实", "--lang", "zh", ...args], { cwd: folder, encoding: "utf8" });
}

test("an edit is a row behind those that stand in the file", () => {
  writeFileSync(at("own.yaml"), "# 我们的更正\n- { id: 甲, field: title, expected: a, value: b, reason: r, person: p, date: 2026-11-01 }\n");
  expect(run("--against", "n.json", "--overrides", "own.yaml").status).toBe(0);
  const text = readFileSync(at("own.yaml"), "utf8");
  expect(text).toContain("# 我们的更正\n");
  expect(readOverrides(text).overrides).toMatchObject([{ id: "甲" }, { field: "responsible", value: "市审计局" }]);
});

test.each([
  ["is no list", "corrections: kept by hand\n", "own.yaml:1"],
  ["is broken", "- id: a\n  field: due\n- [\n", "own.yaml:"],
  ["has a row that is none", "- id: a\n  field: due\n  expected: 1\n  value: x\n  reason: r\n  person: p\n  date: nie\n", "own.yaml:1"],
])("a file that %s is named with its line and stays as it is", (_, text, named) => {
  writeFileSync(at("own.yaml"), text);
  const { status, stderr } = run("--against", "n.json", "--overrides", "own.yaml");
  expect([status, readFileSync(at("own.yaml"), "utf8")]).toEqual([2, text]);
  expect(stderr).toContain("人工更正不能用：");
  expect(stderr).toContain(named);
});

test("a decision that a killed review began is written first, and not thrown away", () => {
  const [begun, row] = ["# 我们的更正\n", "- { id: 甲, field: title, expected: a, value: b, reason: r, person: p, date: 2026-11-01 }\n"];
  writeFileSync(at("own.yaml"), begun);
  writeFileSync(at(".fengong-review.json"), JSON.stringify({ "own.yaml": { before: sha256(begun), after: begun + row } }));
  expect(run("--against", "n.json", "--overrides", "own.yaml").status).toBe(0);
  expect(readOverrides(readFileSync(at("own.yaml"), "utf8")).overrides).toMatchObject([{ id: "甲" }, { value: "市审计局" }]);
  expect(existsSync(at(".fengong-review.json"))).toBe(false);
});

test("a result that is not there, or is none, is said, and no task is called unknown", () => {
  writeFileSync(at("other.json"), "{}");
  for (const against of ["none.json", "other.json"]) {
    const { status, stderr } = run("--against", against, "--overrides", "own.yaml");
    expect([status, existsSync(at("own.yaml"))]).toEqual([2, false]);
    expect(stderr).toContain(against);
    expect(stderr).not.toContain("没有这项任务");
  }
});
