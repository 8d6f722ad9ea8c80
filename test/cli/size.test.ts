/** Small files with large results, as people meet them: parse and batch give the same bytes, and tables their words once. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { plant, run, treeOf, type Ended } from "../batch/tree-of.ts";
import { expectValid } from "../validate-output.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fengong-size-"));
  const category = `始${"推进政务公开工作".repeat(300)}终`;
  const rows = Array.from({ length: 60 }, (_, i) => `${i === 0 ? `<tr><td rowspan=60>${category}</td>` : "<tr>"}<td>推进第${i}项。</td><td>市财政局</td></tr>`).join("");
  plant(folder, { "a.html": `<!DOCTYPE html><meta charset="utf-8"><h1>2026年重点工作任务分工</h1><table><tr><th>类别</th><th>工作任务</th><th>责任单位</th></tr>${rows}</table>` });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const limited = (...args: string[]): Promise<Ended> => run([...args, "--limit", "resultCharacters=100000"], folder);

test("parse and batch answer alike, and say that words were shortened", async () => {
  const parsed = await limited("parse", "a.html");
  expect(parsed.code).toBe(8);
  expect(parsed.err).toContain("limit/result");
  const result: { status: string; tasks: unknown[] } = JSON.parse(parsed.out);
  expectValid(result);
  expect(result).toMatchObject({ status: "partial" });
  expect(result.tasks).toHaveLength(60);
  expect(parsed.out.length).toBeLessThan(200_000);
  expect(parsed.out).toContain("作终");
  await limited("batch", "a.html", "--out", "out", "--jobs", "1");
  expect(treeOf(join(folder, "out"))).toEqual({ "a.html.json": parsed.out });
});

test("tables --fill does not repeat words beyond the limit, and says so", async () => {
  const filled = await run(["tables", "a.html", "--format", "csv", "--fill"], folder);
  expect(filled.out.split("作终")).toHaveLength(61);
  const { code, out, err } = await limited("tables", "a.html", "--format", "csv", "--fill");
  expect({ code, said: err.includes("limit/result") }).toEqual({ code: 0, said: true });
  expect(out.split("作终")).toHaveLength(2);
  expect(out).toContain("推进第59项");
});
