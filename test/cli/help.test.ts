import { PassThrough } from "node:stream";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { wrap } from "../../src/cli/help.ts";
import { runProgram } from "../../src/cli/program.ts";

describe("wrap", () => {
  test.each([
    ["成批读取文件", 6, "成批读\n取文件"],
    ["成批读取，文件", 8, "成批读\n取，文件"],
    ["读取（文件）", 6, "读取\n（文\n件）"],
    ["one two three", 7, "one two\nthree"],
    ["输出 JSON 一份", 9, "输出 JSON\n一份"],
    ["unbreakable", 4, "unbreakable"],
    ["a\nb", 10, "a\nb"],
    ["", 10, ""],
  ])("%s at %i", (text, width, lines) => {
    expect(wrap(text, width)).toBe(lines);
  });
});

describe.each(["zh", "en"] as const)("help in %s", (language) => {
  test.each([[], ["parse"], ["batch"], ["worker"], ["tables"], ["inspect"], ["report"], ["schema"], ["doctor"]])("of %s fits a terminal of 80 columns, with its columns in line", async (...command) => {
    const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
    expect(await runProgram([...command, "--help"], { stdin, stdout, stderr, language })).toBe("ok");
    const text = String(stdout.read());
    const laid = text.split(/\n(?:例：|Examples:)/u)[0] ?? "";
    expect(laid.split("\n").filter((line) => stringWidth(line) > 80)).toEqual([]);
    const options = laid.split(/\n(?:选项：|Options:)\n/u)[1]?.split("\n\n")[0]?.split("\n") ?? [];
    const columns = options.map((line) => /^ {2}\S.*? {2,}(?=\S)/u.exec(line)?.[0]).filter((found) => found !== undefined).map((found) => stringWidth(found));
    expect(new Set(columns).size).toBe(1);
    if (language === "zh") expect(laid).not.toMatch(/options|choices|default/u);
  });
});

test.each([
  [["help", "nix"], "usage", "没有命令 nix"],
  [["help", "dataset", "build"], "ok", "fengong dataset build"],
  [["help", "parse"], "ok", "fengong parse"],
  [["help"], "ok", "用法： fengong [选项] [命令]"],
] as const)("%j", async (argv, exit, words) => {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  expect(await runProgram(argv, { stdin, stdout, stderr, language: "zh" })).toBe(exit);
  expect(String((exit === "ok" ? stdout : stderr).read())).toContain(words);
});
