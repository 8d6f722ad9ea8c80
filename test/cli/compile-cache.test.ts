import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cacheFolder } from "../../src/cli/compile-cache.ts";

test.each([
  [{}, "linux", join(homedir(), ".cache", "fengong")],
  [{ XDG_CACHE_HOME: "" }, "linux", join(homedir(), ".cache", "fengong")],
  [{ XDG_CACHE_HOME: "/of/a/缓存" }, "linux", "/of/a/缓存/fengong"],
  [{}, "darwin", join(homedir(), "Library", "Caches", "fengong")],
] as const)("compiled code is kept in a folder of the user: %j on %s", (env, platform, folder) => {
  expect(cacheFolder(env, platform)).toBe(folder);
});

describe.skipIf(process.platform === "win32")("compiled code", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "fengong-cache-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** Whether a process keeps its code there. */
  const isKept = (place: string): boolean => {
    const source = fileURLToPath(new URL("../../src/cli/compile-cache.ts", import.meta.url));
    const program = `import module from "node:module"; import { keepCompiled } from ${JSON.stringify(source)}; keepCompiled(${JSON.stringify(place)}); console.log(module.getCompileCacheDir() !== undefined);`;
    return spawnSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8", env: { ...process.env, NODE_COMPILE_CACHE: "" } }).stdout === "true\n";
  };

  test("is kept in a new folder, which nobody else may enter, and in one of ours", () => {
    const place = join(folder, "a", "fengong");
    expect([isKept(place), isKept(place)]).toEqual([true, true]);
  });

  test("is not kept where others may write, behind a link, or where nothing can be made", () => {
    const [open, link] = [join(folder, "open"), join(folder, "link")];
    mkdirSync(open);
    chmodSync(open, 0o777);
    symlinkSync(folder, link);
    expect([isKept(open), isKept(link), isKept("/proc/nowhere/fengong")]).toEqual([false, false, false]);
  });
});
