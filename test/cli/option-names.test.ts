/** One name for one idea, in all commands. */
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { runProgram } from "../../src/cli/program.ts";

interface Told {
  readonly command: string;
  readonly name: string;
  /** What stands behind it, such as `<file>`. */
  readonly value: string;
  /** Without its choices and what it is by default. */
  readonly about: string;
}

async function helpOf(words: readonly string[]): Promise<string> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  await runProgram([...words, "--help"], { stdin, stdout, stderr, language: "en" });
  return String(stdout.read());
}

const commandsIn = (help: string): string[] => [...(help.split("\nCommands:\n")[1]?.split("\n\n")[0] ?? "").matchAll(/^ {2}([a-z]+)/gmu)].map((match) => match[1] ?? "").filter((name) => name !== "help");

async function allOptions(): Promise<Told[]> {
  const told: Told[] = [];
  const commands = [[]] as string[][];
  for (const words of commands) {
    const help = await helpOf(words);
    commands.push(...commandsIn(help).map((name) => [...words, name]));
    const options = (help.split("\nOptions:\n")[1]?.split("\n\n")[0] ?? "").replace(/\n {6,}/gu, " ");
    for (const [, name = "", value = "", about = ""] of options.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)(?: (<[^>]+>))? +(.*)$/gmu)) {
      told.push({ command: words.join(" "), name, value, about: about.replace(/ \((?:choices|default):.*\)$|: depth=.*$/u, "") });
    }
  }
  return told;
}

/** Names whose idea is one, told in other words where something else is read or written. */
const toldAnew: Readonly<Record<string, string>> = {
  "--out": "where the output goes: a file, or the folder of a batch or dataset",
  "--format": "the form of the output; each command has its own",
  "--table": "which flat table, for forms that hold one",
  "--manifest": "what belongs together, of a batch or of sources",
  "--year": "the year that is taken where words have none",
  "--issued": "the date of issue that is taken where none is printed",
  "--region": "the division that is taken where none is printed",
  "--html": "as one HTML file: a report, or the review page",
  "--port": "where to listen; the review takes the next free one",
  "--overrides": "the file of corrections, read or written",
  "--person": "who reviews: required where no page asks for the name",
  "--jobs": "how many are read at a time",
};

test("an option of one name means the same in every command", async () => {
  const byName = Map.groupBy(await allOptions(), ({ name }) => name);
  expect(byName.size).toBeGreaterThan(30);
  const several: string[][] = [];
  for (const [name, told] of byName) {
    const meanings = new Set(told.map(({ value, about }) => `${value} ${about}`));
    if (toldAnew[name] === undefined && meanings.size !== 1) several.push([name, ...meanings]);
  }
  expect(several).toEqual([]);
});

test("two names never mean the same", async () => {
  const byMeaning = Map.groupBy(await allOptions(), ({ value, about }) => `${value} ${about}`);
  for (const [meaning, told] of byMeaning) expect([meaning, ...new Set(told.map(({ name }) => name))]).toHaveLength(2);
});

test.each([
  ["inspect", "--svg", ["a.svg"]],
  ["tables", "--table", ["0"]],
  ["batch", "--force", []],
  ["dataset publish", "--to", ["a"]],
  ["dataset explain", "--dataset", ["a"]],
  ["dataset explain", "--json", []],
])("%s still takes the option %s, and tells it no more", async (command, name, value) => {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  await runProgram([...command.split(" "), name, ...value, "--no-such-option"], { stdin, stdout, stderr, language: "en" });
  expect(String(stderr.read())).not.toContain(`unknown option '${name}'`);
  expect(await helpOf(command.split(" "))).not.toMatch(new RegExp(`^ {2}(?:-\\w, )?${name}\\b`, "mu"));
});
