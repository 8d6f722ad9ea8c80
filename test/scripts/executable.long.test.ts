/** The command as one executable, where there is no Node: an empty environment, and a root with little but the libraries of the system. */
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parserVersion } from "../../src/model/version.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const seeds = join(root, "corpus/seeds/files");
const files = ["liutiliucu-4.html", "liutiliucu-4.pdf", "wanzheng-66.docx"];

let folder = "";
let executable = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fengong-executable-"));
  executable = join(folder, "fengong");
  execFileSync(process.execPath, [join(root, "scripts/write-executable.ts"), executable], { stdio: ["ignore", "ignore", "inherit"] });
  mkdirSync(join(folder, "in"));
  for (const file of files) copyFileSync(join(seeds, file), join(folder, "in", file));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const run = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(executable, args, { cwd: folder, encoding: "utf8", env: { PATH: "/nowhere", HOME: folder, LANG: "en_US.UTF-8" }, maxBuffer: 200_000_000 });

describe.skipIf(process.platform === "win32")("without Node", () => {
  test("says its version, and finds all it needs", () => {
    expect(run("--version")).toMatchObject({ status: 0, stdout: `${parserVersion}\n`, stderr: "" });
    const { stdout, status } = run("doctor");
    expect({ status, bad: stdout.split("\n").filter((line) => line.startsWith("✗")) }).toEqual({ status: 0, bad: [] });
  });

  test.each(files)("reads %s as the program does", (file) => {
    const { status, stdout } = run("parse", "--quiet", join("in", file));
    expect(status).toBe(0);
    expect(stdout).toBe(execFileSync(process.execPath, [join(root, "src/cli/start.ts"), "parse", "--quiet", join("in", file)], { cwd: folder, encoding: "utf8", maxBuffer: 200_000_000 }));
  });

  test("keeps its promises: a limit ends a file alone, and a folder and a dataset are read", () => {
    expect(run("parse", "--quiet", "--max-bytes", "10", "in/liutiliucu-4.html").status).toBe(6);
    expect(run("batch", "in", "--out", "out", "--jobs", "2", "--quiet").status).toBe(0);
    for (const file of files) expect(JSON.parse(readFileSync(join(folder, "out/in", `${file}.json`), "utf8"))).toMatchObject({ status: "success" });
    expect(run("dataset", "build", "in", "--out", "data")).toMatchObject({ status: 0 });
    expect(run("dataset", "verify", "data").status).toBe(0);
    expect(run("parse", "--quiet", "in/wanzheng-66.docx", "--out", "66.xlsx").status).toBe(0);
  });

  test.skipIf(process.platform !== "linux" || process.getuid?.() !== 0)("runs in a root of its own, with the libraries of the system, /dev/null and nothing else", () => {
    const cell = join(folder, "cell");
    for (const path of execFileSync("ldd", [executable], { encoding: "utf8" }).match(/\/\S+/gu) ?? []) {
      mkdirSync(join(cell, dirname(path)), { recursive: true });
      copyFileSync(realpathSync(path), join(cell, path));
    }
    for (const name of ["tmp", "proc", "dev"]) mkdirSync(join(cell, name));
    execFileSync("mknod", [join(cell, "dev/null"), "c", "1", "3"]);
    for (const file of [executable, join(folder, "in/liutiliucu-4.html")]) copyFileSync(file, join(cell, basename(file)));
    const { stdout, status, stderr } = spawnSync("/usr/sbin/chroot", [cell, "/fengong", "parse", "--quiet", "/liutiliucu-4.html"], { encoding: "utf8", env: { PATH: "/nowhere" }, maxBuffer: 200_000_000 });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect((JSON.parse(stdout) as { tasks: unknown[] }).tasks.length).toBeGreaterThan(5);
  });
});
