/**
 * Writes the command as one executable, which needs no Node and no files beside it: `node scripts/write-executable.ts [dist/fengong]`.
 * https://nodejs.org/docs/latest-v24.x/api/single-executable-applications.html
 */
import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { bundleExecutable } from "./bundle.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = resolve(process.argv[2] ?? join(root, "dist", process.platform === "win32" ? "fengong.exe" : "fengong"));
const folder = mkdtempSync(join(tmpdir(), "fengong-executable-"));
const at = (name: string): string => join(folder, name);

try {
  await bundleExecutable(folder);
  writeFileSync(at("sea.json"), JSON.stringify({ main: at("fengong.js"), output: at("blob"), disableExperimentalSEAWarning: true, useCodeCache: true, assets: { "watchman.js": at("watchman.js") } }));
  execFileSync(process.execPath, ["--experimental-sea-config", at("sea.json")], { stdio: ["ignore", "ignore", "inherit"] });
  mkdirSync(dirname(out), { recursive: true });
  copyFileSync(process.execPath, out);
  chmodSync(out, 0o755);
  // The name and the fuse are those of Node.
  const own = process.platform === "darwin" ? ["--macho-segment-name", "NODE_SEA"] : [];
  execFileSync(process.execPath, [join(root, "node_modules/postject/dist/cli.js"), out, "NODE_SEA_BLOB", at("blob"), "--sentinel-fuse", "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2", ...own], { stdio: "ignore" });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
