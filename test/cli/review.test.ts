/** `review --html` as people run it: an export, which reads and writes nobody's files. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sha256 } from "../../src/text/digest.ts";

const script = fileURLToPath(new URL("../../src/cli/start.ts", import.meta.url));

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), "fengong-cli-review-")); });
afterEach(() => { rmSync(folder, { recursive: true }); });
const at = (name: string): string => join(folder, name);

test.each([
  ["its own", "a.yaml"],
  ["another's", "b.yaml"],
])("an unfinished decision of %s files is told in one line and left as it is", (_, overrides) => {
  writeFileSync(at("n.html"), `<!DOCTYPE html><meta charset="utf-8"><h1>任务分工</h1><table><tr><th>工作任务</th><th>责任单位</th></tr><tr><td>编制公开清单</td><td>市财政局</td></tr></table>`);
  writeFileSync(at("a.yaml"), "# mine\n");
  const intent = JSON.stringify({ "a.yaml": { before: sha256("# mine\n"), after: "# decided\n" } });
  writeFileSync(at(".fengong-review.json"), intent);
  const { status, stderr } = spawnSync(process.execPath, [script, "review", "n.html", "--html", "out.html", "--overrides", overrides, "--lang", "en"], { cwd: folder, encoding: "utf8" });
  expect([status, existsSync(at("out.html"))]).toEqual([0, true]);
  expect(stderr.split("\n").filter((line) => line.includes("a decision was not written to its end") && line.includes("a.yaml"))).toHaveLength(1);
  expect([readFileSync(at("a.yaml"), "utf8"), readFileSync(at(".fengong-review.json"), "utf8")]).toEqual(["# mine\n", intent]);
});
