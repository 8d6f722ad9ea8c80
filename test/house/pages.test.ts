/** The README and the pages in docs/: short where they must be, in both languages, with links that lead somewhere and commands that exist. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runProgram } from "../../src/cli/program.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (page: string): string => readFileSync(join(root, page), "utf8");
const docs = readdirSync(join(root, "docs")).filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`);
const pages = ["README.md", ...docs];

/** Lines of two screens. */
const screens = 100;

test("the README takes two screens a language and leads to every page", () => {
  const [chinese = "", english = ""] = read("README.md").split("\n## English\n");
  expect(chinese.split("\n").length).toBeLessThan(screens);
  expect(english.split("\n").length).toBeLessThan(screens);
  for (const page of docs) expect([chinese, english].map((half) => half.includes(`](${page})`)), page).toEqual([true, true]);
});

describe.each(pages)("%s", (page) => {
  test("links lead to files", () => {
    const targets = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/gu)].map((match) => match[1] ?? "");
    expect(targets.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([]);
  });

  test("commands and their options exist", async () => {
    for (const { words, line } of commandsIn(read(page))) {
      const help = await helpOf(words.filter((word) => !word.startsWith("-")));
      expect({ line, known: help !== null }).toEqual({ line, known: true });
      for (const option of words.filter((word) => /^--?[a-z]/u.test(word))) expect({ line, option, known: help?.includes(option.replace(/=.*/u, "")) }).toEqual({ line, option, known: true });
    }
  });
});

test.each(docs)("%s says first what it is, in both languages", (page) => {
  const [title = "", ...first] = read(page).split("\n").slice(0, 6);
  expect(title).toMatch(/^# \p{Script=Han}/u);
  expect(first.filter((line) => /^\p{Script=Han}/u.test(line)).length).toBeGreaterThan(0);
  expect(first.filter((line) => /^[A-Z]/u.test(line)).length).toBeGreaterThan(0);
});

interface Typed {
  readonly words: readonly string[];
  readonly line: string;
}

/** The command lines of a page, without comments and what stands before and behind a pipe. */
function commandsIn(text: string): Typed[] {
  const lines = [...text.matchAll(/```sh\n(.+?)```/gsu)].flatMap((block) => (block[1] ?? "").split("\n"));
  return lines.flatMap((line) => line.replace(/(?:^|\s)#.*/u, "").split(/\||&&|[<(]/u).flatMap((part) => {
    const [name, ...words] = part.trim().replace(/[>)].*/u, "").split(/\s+/u);
    return name === "fengong" ? [{ words, line }] : [];
  }));
}

/** The help of the command that the words begin with; null where there is none. */
async function helpOf(words: readonly string[]): Promise<string | null> {
  const command = words[0] === "dataset" ? words.slice(0, 2) : words.slice(0, 1);
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const exit = await runProgram([...command, "--help"], { stdin, stdout, stderr, language: "zh" });
  return exit === "ok" ? String(stdout.read()) : null;
}
