/** Completion as shells run it, and the manual page. */
import { spawnSync } from "node:child_process";
import { PassThrough } from "node:stream";
import { beforeAll, describe, expect, test } from "vitest";
import { runProgram } from "../../src/cli/program.ts";

async function printed(...args: string[]): Promise<string> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  expect(await runProgram(args, { stdin, stdout, stderr, language: "zh" })).toBe("ok");
  return String(stdout.read());
}
const isThere = (command: string): boolean => spawnSync("sh", ["-c", `command -v ${command}`]).status === 0;

describe.skipIf(!isThere("bash"))("bash", () => {
  let script = "";
  beforeAll(async () => {
    script = await printed("completion", "bash");
  });

  const complete = (...typed: string[]): string[] => {
    const words = ["fengong", ...typed].map((word) => `'${word}'`).join(" ");
    const { stdout, stderr } = spawnSync("bash", ["-c", `${script}\ncompopt() { :; }\nCOMP_WORDS=(${words}); COMP_CWORD=${typed.length}; _fengong; printf '%s\\n' "\${COMPREPLY[@]}"`], { encoding: "utf8", cwd: new URL("../..", import.meta.url) });
    expect(stderr).toBe("");
    return stdout.trim().split("\n");
  };

  test.each([
    [["pa"], ["parse"]],
    [["dataset", "b"], ["build"]],
    [["parse", "--format", "pa"], ["parquet"]],
    [["parse", "--toge"], ["--together"]],
    [["dataset", "build", "--allow"], ["--allow-loss"]],
    [["batch", "--out", "sr"], ["src"]],
    [["parse", "pack"], ["package-lock.json", "package.json"]],
    [["completion", "x"], [""]],
  ])("%j -> %j", (typed, offered) => {
    expect(complete(...typed).sort()).toEqual(offered);
  });
});

test.each(["zsh", "fish"])("%s takes its script, and every command stands in it", async (shell) => {
  const script = await printed("completion", shell);
  for (const command of ["parse", "batch", "dataset", "publish", "completion"]) expect(script).toContain(command);
  if (isThere(shell)) expect(spawnSync(shell, ["-n"], { input: script, encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
});

test("the manual page names each command, option and exit code, and no line of it is a request by accident", async () => {
  const page = await printed("man", "--lang", "en");
  for (const words of [".SS parse", ".SS dataset build", "\\-\\-together", ".B 130"]) expect(page).toContain(words);
  expect(page.split("\n").filter((line) => /^[.']/u.test(line) && !/^\.(?:TH|SH|SS|TP|B|I|br)(?: |$)/u.test(line))).toEqual([]);
});
