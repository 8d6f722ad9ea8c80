/** The page docs/live.html, in a browser where there is one. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundleDoors } from "../../scripts/bundle.ts";

const page = fileURLToPath(new URL("../../docs/live.html", import.meta.url));
const browser = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));
if (browser === undefined) console.info("no Chromium: docs/live.html is not opened");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fengong-live-"));
  mkdirSync(join(folder, "docs"));
  cpSync(page, join(folder, "docs/live.html"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What stands in the page once its scripts have run. */
function shown(): string {
  const args = ["--headless", "--no-sandbox", "--disable-gpu", `--user-data-dir=${join(folder, "profile")}`, "--virtual-time-budget=5000", "--dump-dom", pathToFileURL(join(folder, "docs/live.html")).href];
  return execFileSync(browser ?? "", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], timeout: 120_000 });
}

test.skipIf(browser === undefined)("says what is missing where the script was not built, and reads deadlines and units where it was", async () => {
  expect(shown()).toMatch(/<p id="missing">缺少/u);
  await bundleDoors(join(folder, "dist/live.js"));
  const words = shown().replace(/<td>/gu, "|").replace(/<[^>]+>/gu, "");
  expect(words).toContain("|9月底前|之前 by|–|2020-09-30|");
  expect(words).toContain("|FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1|");
  expect(words).toContain("|牵头 lead|区编办|贵池区机构编制委员会办公室|341702");
  expect(words).toContain("|配合 support|区财政局|贵池区财政局|341702");
});
