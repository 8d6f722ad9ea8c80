/** `fengong export`: results that were written before in any form of emit/outputs.ts; nothing is read again from the notices. */
import { loadStream } from "../batch/load.ts";
import { openLoader, type Loader } from "../batch/loader.ts";
import { findResultFiles, type ResultFile } from "../batch/result-files.ts";
import { shownName } from "../batch/shown-name.ts";
import { writeResults } from "../emit/outputs.ts";
import { storedIn } from "../emit/stored.ts";
import { diagnose } from "../model/context.ts";
import type { Diagnostic, ParseResult } from "../model/notice.ts";
import { deliver, type Undelivered } from "./deliver.ts";
import { combineExits, exitOf, type Exit } from "./exit-codes.ts";
import type { Target } from "./output-options.ts";
import { describe } from "./people.ts";
import type { Settings } from "./run.ts";
import { troubleWords } from "./stored-words.ts";
import { words } from "./words.ts";

/** What came of it: an exit, or why the output could not be delivered. */
export type Exported = { readonly exit: Exit; readonly wrong: null } | Undelivered | { readonly exit: null; readonly wrong: "noFiles" };

/** Largest file of results, in bytes: what a string can hold. */
const largest = 500_000_000;

/** Writes all results of files and folders as one output. What is no result is said and left out; the exit says so too where it was named. */
export async function exportResults(given: readonly string[], target: Target, settings: Settings): Promise<Exported> {
  const { streams, language, tell } = settings;
  if (target.output === "sqlite" && !(await import("./scratch.ts").then(({ knowsSearch }) => knowsSearch()))) {
    streams.stderr.write(`${words.noSearch[language]}\n`);
    return { exit: "limit", wrong: null };
  }
  const files = await findResultFiles(given);
  if (files.length === 0) return { exit: null, wrong: "noFiles" };
  const loader = openLoader(settings.budget);
  const exits: Exit[] = [];
  const say = (name: string, trouble: Diagnostic): void => {
    streams.stderr.write(`${describe(trouble, { file: name, language, stream: streams.stderr })}\n`);
  };
  let [count, tasks] = [0, 0];

  async function* results(): AsyncGenerator<ParseResult, void, undefined> {
    for (const file of files) {
      const name = shownName(file.path);
      const { bytes, problem } = await load(file, loader, settings);
      if (problem !== null) {
        say(name, problem);
        exits.push(exitOf({ status: "failed", diagnostics: [problem] }, null));
        continue;
      }
      for (const { line, result, trouble } of storedIn(new TextDecoder("utf-8").decode(bytes))) {
        if (trouble === null) {
          count++;
          tasks += result.tasks.length;
          yield result;
          continue;
        }
        // A folder may hold other JSON; a result that is broken is never passed over.
        const isOther = trouble.kind === "other" || trouble.kind === "json";
        if (!file.named && isOther && tell === "errors") continue;
        say(name, diagnose("input/no-result", { params: { line: String(line), reason: troubleWords(trouble, language) } }));
        if (file.named || !isOther) exits.push("failed");
        if (isOther) break;
      }
    }
  }

  try {
    const width = "columns" in streams.stdout && typeof streams.stdout.columns === "number" ? { width: streams.stdout.columns } : {};
    const pieces = writeResults(target.output, results(), { ...target, ...width, language, pretty: false, openScratch: () => import("./scratch.ts").then(({ openScratch }) => openScratch()) });
    const undelivered = await deliver(pieces, { ...target, inputs: files.map(({ path }) => path) }, settings);
    if (undelivered !== null) return undelivered;
  } finally {
    loader.close();
  }
  if (tell !== "errors") streams.stderr.write(language === "zh" ? `${count} 份结果，${tasks} 项任务。\n` : `${count} results, ${tasks} tasks.\n`);
  return { exit: count === 0 && exits.length === 0 ? "failed" : combineExits(exits), wrong: null };
}

async function load({ path }: ResultFile, loader: Loader, { streams }: Settings): Promise<{ readonly bytes: Uint8Array; readonly problem: null } | { readonly bytes: null; readonly problem: Diagnostic }> {
  const loaded = path === "-" ? await loadStream("-", streams.stdin, largest) : await loader.load(path, largest, shownName(path));
  if (loaded.problem !== null) return { bytes: null, problem: loaded.problem };
  return { bytes: loaded.bytes, problem: null };
}
