/** `fengong inspect`: a picture on standard output, or a file that is written whole or not at all. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Exit } from "../../src/cli/exit-codes.ts";
import { runProgram } from "../../src/cli/program.ts";

let folder = "";
const path = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fengong-inspect-"));
  writeFileSync(path("notice.txt"), "某市任务分工\n序号\t任务\t责任单位\n1\t编制公开目录\t市司法局\n2\t开展评选\t市府办\n");
  writeFileSync(path("empty.txt"), "");
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function inspect(...args: string[]): Promise<{ exit: Exit; out: string; err: string }> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const exit = await runProgram(["inspect", ...args], { stdin, stdout, stderr, language: "zh" });
  const all = (stream: PassThrough): string => String(stream.read() ?? "");
  return { exit, out: all(stdout), err: all(stderr) };
}

describe("fengong inspect", () => {
  test("draws to standard output", async () => {
    const { exit, out, err } = await inspect(path("notice.txt"));
    expect(exit).toBe("ok");
    expect(out).toMatch(/^<svg [^]*编制公开目录[^]*<\/svg>\n$/u);
    expect(err).toContain("2 项任务");
  });

  test("draws to a file, over an old one only when told to, and leaves nothing beside it", async () => {
    writeFileSync(path("old.svg"), "old");
    expect((await inspect(path("notice.txt"), "--out", path("old.svg"))).exit).toBe("usage");
    expect(readFileSync(path("old.svg"), "utf8")).toBe("old");
    const { exit, out } = await inspect(path("notice.txt"), "--svg", path("old.svg"), "--force");
    expect([exit, out]).toEqual(["ok", ""]);
    expect(readFileSync(path("old.svg"), "utf8")).toBe((await inspect(path("notice.txt"))).out);
    expect(readdirSync(folder).sort()).toEqual(["empty.txt", "notice.txt", "old.svg"]);
  });

  test("a page that is not there leaves the old file as it was", async () => {
    writeFileSync(path("old.svg"), "old");
    const { exit, err } = await inspect(path("notice.txt"), "--page", "2", "--svg", path("old.svg"));
    expect([exit, err]).toEqual(["usage", expect.stringMatching(/^用法错误：没有这一页，共有页数：1\n/u)]);
    expect(readFileSync(path("old.svg"), "utf8")).toBe("old");
  });

  test("a file that gives nothing leaves the old file as it was and says why", async () => {
    writeFileSync(path("old.svg"), "old");
    const { exit, err } = await inspect(path("empty.txt"), "--svg", path("old.svg"));
    expect(exit).toBe("input");
    expect(err).toContain("input/empty");
    expect(readFileSync(path("old.svg"), "utf8")).toBe("old");
  });

  test("an output that cannot be written is wrong usage", async () => {
    const before = readdirSync(folder);
    expect(await inspect(path("notice.txt"), "--svg", path("missing/a.svg"))).toMatchObject({ exit: "usage", err: expect.stringMatching(/^用法错误：输出文件所在的文件夹不存在：.*missing\n/u) });
    expect(await inspect(path("notice.txt"), "--svg", folder)).toMatchObject({ exit: "usage" });
    expect(readdirSync(folder)).toEqual(before);
  });

  test("--svg beside -o names the same picture", async () => {
    const [file, out] = [path("notice.txt"), path("both.svg")];
    expect(await inspect(file, "--page", "1", "--svg", "-o", out)).toMatchObject({ exit: "ok", out: "" });
    expect(readFileSync(out, "utf8")).toMatch(/^<svg|^<\?xml/u);
    expect(await inspect(file, "--svg")).toMatchObject({ exit: "ok", out: expect.stringMatching(/<svg/u) });
    expect((await inspect(file, "two.txt", "three.txt")).err).toContain("参数太多：inspect 至多 1 个，给了 3 个");
  });

  test.each(["0", "-1", "x", "1.5"])("--page %s is wrong usage", async (page) => {
    expect(await inspect(path("notice.txt"), `--page=${page}`)).toMatchObject({ exit: "usage", out: "" });
  });
});
