/** `fengong parse` and `fengong report`: notices in, results out in one of the forms of emit/outputs.ts. */
import process from "node:process";
import { shownName } from "../batch/shown-name.ts";
import { asItIs } from "../batch/typed-name.ts";
import type { OutputOptions } from "../emit/output.ts";
import { writeResults } from "../emit/outputs.ts";
import type { ParseResult } from "../model/notice.ts";
import { deliver, type Undelivered } from "./deliver.ts";
import { combineExits, exitOf, type Exit } from "./exit-codes.ts";
import { countLookups } from "./lookup-count.ts";
import type { Target } from "./output-options.ts";
import { named, openReading, type Reading } from "./reading.ts";
import { tellPeople, type Settings } from "./run.ts";
import { openWaiting } from "./waiting.ts";
import { words } from "./words.ts";

/** The files of a command line. */
export interface Given {
  readonly files: readonly string[];
  /** All files are one notice: the first is the letter, the others its attachments; or the files of one folder. */
  readonly together: boolean;
}

/** What came of it: an exit, or why the output could not be delivered. */
export type Parsed = { readonly exit: Exit; readonly wrong: null } | Undelivered;

/** Reads files in the order given. Every notice gives one result, also when it could not be read. */
export async function parseFiles(given: Given, target: Target, around: Settings): Promise<Parsed> {
  // The report shows where each value stands.
  const options = target.output === "report-html" ? { ...around.options, marks: true } : around.options;
  const waiting = openWaiting(around.streams, around.tell !== "errors", around.language);
  const settings = { ...around, options, streams: { ...around.streams, stderr: waiting.stderr } };
  if (target.output === "sqlite" && !(await import("./scratch.ts").then(({ knowsSearch }) => knowsSearch()))) {
    settings.streams.stderr.write(`${words.noSearch[settings.language]}\n`);
    return { exit: "limit", wrong: null };
  }
  const reading = openReading(settings);
  const exits: Exit[] = [];
  // Whoever looks at a terminal and asked for no form is told why a file failed, and how its tasks are seen, in words.
  const isPerson = target.shown === true && settings.pretty === null;
  let tasks = 0;
  const lookups = await countLookups(settings);

  async function* results(): AsyncGenerator<ParseResult, void, undefined> {
    for await (const { name, result } of readAll(given, reading, settings, waiting.at)) {
      waiting.at(null);
      if (!isPerson || result.status !== "failed") yield result;
      tasks += result.tasks.length;
      tellPeople(name, { ...result, count: result.tasks.length, noun: "tasks" }, settings);
      lookups.add(result);
      exits.push(exitOf(result, settings.failOn));
    }
  }

  try {
    const pieces = writeResults(target.output, results(), outputOptions(given, target, settings));
    const undelivered = await deliver(pieces, { ...target, inputs: given.files.filter((file) => file !== "-") }, settings);
    if (undelivered !== null) return undelivered;
    lookups.tellUnused();
    if (isPerson && tasks > 0 && settings.tell === "warnings") settings.streams.stderr.write(`${words.seeLedger[settings.language]}\n`);
  } finally {
    waiting.end();
    reading.close();
  }
  return { exit: combineExits(exits), wrong: null };
}

function outputOptions({ files, together }: Given, { table, headers, escapeFormulas, out }: Target, { pretty, streams, language }: Settings): OutputOptions {
  return {
    table,
    headers,
    escapeFormulas,
    language,
    ...("columns" in streams.stdout && typeof streams.stdout.columns === "number" ? { width: streams.stdout.columns } : {}),
    pretty: (together || files.length === 1) && (pretty ?? (out === null && streams.stdout.isTTY === true)),
    openScratch: () => import("./scratch.ts").then(({ openScratch }) => openScratch()),
  };
}

interface Named {
  readonly name: string;
  readonly result: ParseResult;
}

async function* readAll({ files: words, together }: Given, reading: Reading, settings: Settings, at: (file: string | null) => void): AsyncGenerator<Named, void, undefined> {
  const files: string[] = [];
  for (const word of words) files.push(word === "-" ? word : await asItIs(word, process.cwd()));
  const [first, ...others] = files;
  if (together && first !== undefined) {
    const item = await import("./together.ts").then(({ itemOf }) => itemOf([first, ...others], settings));
    at(item.name);
    yield { name: item.name, result: await reading.read(item.files) };
    return;
  }
  for (const [i, file] of files.entries()) {
    const name = shownName(file);
    at(files.length === 1 ? name : `${i + 1}/${files.length} ${name}`);
    yield { name, result: await reading.read([named(file)]) };
  }
}
