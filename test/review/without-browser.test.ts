/** Without a browser the tests say in one line what they skip; this file says it in `npm test`, whose tests need none. */
import { execFileSync, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import "./browser/found.ts";

const said = (chromium: string): string[] => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(new URL("browser/found.ts", import.meta.url))], { encoding: "utf8", env: { ...process.env, FENGONG_CHROMIUM: chromium, NODE_NO_WARNINGS: "1" } });
  expect(status).toBe(0);
  return `${stdout}${stderr}`.split("\n").filter((line) => line !== "");
};

test("a browser that is not there is one line, one that is there none", () => {
  expect(said("/nowhere/chromium")).toEqual([expect.stringMatching(/^skipped: the review page in a browser .*FENGONG_CHROMIUM/u)]);
  expect(said(process.execPath)).toEqual([]);
});

test("tests of the page are skipped without one, and do not fail", () => {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const args = ["--config", ".config/vitest.config.ts", "--project", "long", "--reporter=default", "test/review/browser/beside.long"];
  const told = execFileSync(process.execPath, [`${root}/node_modules/vitest/vitest.mjs`, "run", ...args], { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, FENGONG_CHROMIUM: "/nowhere/chromium", NO_COLOR: "1" } });
  expect(told).toMatch(/Tests {2}\d+ skipped/u);
  expect(told).not.toContain("failed");
}, 120_000);
