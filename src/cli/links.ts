/** `fengong links`: notices, or results that are there, laid side by side. */
import { loadStream } from "../batch/load.ts";
import { openLoader } from "../batch/loader.ts";
import { findResultFiles } from "../batch/result-files.ts";
import { shownName } from "../batch/shown-name.ts";
import { publishedResults } from "../dataset/ask/published.ts";
import { storedIn } from "../emit/stored.ts";
import type { LinkOutputOptions } from "../lineage/output.ts";
import type { linkOutputs } from "../lineage/outputs.ts";
import { linkResults } from "../lineage/links.ts";
import { diagnose } from "../model/context.ts";
import type { Diagnostic, ParseResult } from "../model/notice.ts";
import { troubleWords } from "./stored-words.ts";
import { deliver, type Undelivered } from "./deliver.ts";
import { combineExits, exitOf, type Exit } from "./exit-codes.ts";
import { lookInto, type Given } from "./folders.ts";
import { countLookups } from "./lookup-count.ts";
import { describe } from "./people.ts";
import { named, openReading } from "./reading.ts";
import { tellPeople, type Settings } from "./run.ts";
import { openWaiting } from "./waiting.ts";

/** In which form, and where to. */
export interface LinksWanted extends Omit<LinkOutputOptions, "language" | "pretty"> {
  readonly output: (typeof linkOutputs)[number];
  readonly out: string | null;
  readonly force: boolean;
}

/** What came of it: an exit, or why the output could not be delivered. */
export type Linked = { readonly exit: Exit; readonly wrong: null } | Undelivered | { readonly exit: null; readonly wrong: "twoNotices" };

/** Largest file of results, in bytes: what a string can hold. */
const largest = 500_000_000;

/** Reads files in the order given and writes what links them. A file that cannot be read is said and left out; the exit says so too. */
export async function linkFiles(names: readonly string[], { output, table, headers, escapeFormulas, out, force }: LinksWanted, around: Settings): Promise<Linked> {
  const waiting = openWaiting(around.streams, around.tell !== "errors", around.language);
  const settings = { ...around, streams: { ...around.streams, stderr: waiting.stderr } };
  const reading = openReading(settings);
  const lookups = await countLookups(settings);
  const results: ParseResult[] = [];
  const exits: Exit[] = [];
  try {
    const given = await lookInto(names, settings);
    for (const one of given) if ("dataset" in one) results.push(...(await publishedResults(one.dataset)));
    for (const { path, code, params } of given.flatMap((one) => ("files" in one ? one.troubles : []))) {
      settings.streams.stderr.write(`${describe(diagnose(code, { params }), { file: shownName(path), language: settings.language, stream: settings.streams.stderr })}\n`);
      exits.push("failed");
    }
    const files = await filesOf(given, names);
    for (const [i, file] of files.entries()) {
      const name = shownName(file);
      waiting.at(files.length === 1 ? name : `${i + 1}/${files.length} ${name}`);
      const stored = await storedResults(file, settings);
      waiting.at(null);
      if (stored === null) {
        const result = await reading.read([named(file)]);
        tellPeople(name, { ...result, count: result.tasks.length, noun: "tasks" }, settings);
        lookups.add(result);
        exits.push(exitOf(result, settings.failOn));
        results.push(result);
        continue;
      }
      for (const trouble of stored.troubles) settings.streams.stderr.write(`${describe(trouble, { file: name, language: settings.language, stream: settings.streams.stderr })}\n`);
      if (stored.troubles.length > 0) exits.push(exitOf({ status: "failed", diagnostics: stored.troubles }, null));
      results.push(...stored.results);
    }
    if (files.length + results.length < 3 && results.length < 2) return { exit: null, wrong: "twoNotices" };
    const { language, tell, streams, pretty } = settings;
    const lineage = linkResults(results);
    if (tell !== "errors") for (const finding of lineage.findings) streams.stderr.write(`${describe(finding, { file: "links", language, stream: streams.stderr })}\n`);
    const write = await output.load();
    const pieces = write(lineage, { language, headers, table, escapeFormulas, pretty: pretty ?? (out === null && streams.stdout.isTTY === true) });
    const undelivered = await deliver(pieces, { out, force, inputs: files.filter((file) => file !== "-") }, settings);
    if (undelivered !== null) return undelivered;
    lookups.tellUnused();
  } finally {
    waiting.end();
    reading.close();
  }
  return { exit: exits.length === 0 ? "ok" : combineExits(exits), wrong: null };
}

interface StoredResults {
  readonly results: readonly ParseResult[];
  readonly troubles: readonly Diagnostic[];
}

/** The files that were named, and of a folder without documents the results that it holds. */
async function filesOf(given: readonly Given[], names: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const [i, one] of given.entries()) {
    if (!("files" in one)) continue;
    files.push(...one.files);
    if (one.files.length === 0) files.push(...(await findResultFiles([names[i] ?? ""])).map(({ path }) => path));
  }
  return files;
}

/** The results that a file of JSON holds; null for a file that is a notice. */
async function storedResults(file: string, { streams, budget, language }: Settings): Promise<StoredResults | null> {
  if (!/\.(?:nd)?json$|\.jsonl$/iu.test(file)) return null;
  const loader = openLoader(budget);
  try {
    const { bytes, problem } = file === "-" ? await loadStream("-", streams.stdin, largest) : await loader.load(file, largest, shownName(file));
    if (problem !== null) return { results: [], troubles: [problem] };
    const results: ParseResult[] = [];
    const troubles: Diagnostic[] = [];
    for (const { line, result, trouble } of storedIn(new TextDecoder("utf-8").decode(bytes))) {
      if (trouble === null) results.push(result);
      else troubles.push(diagnose("input/no-result", { params: { line: String(line), reason: troubleWords(trouble, language) } }));
    }
    return { results, troubles: troubles.slice(0, 1) };
  } finally {
    loader.close();
  }
}
