/** `fengong batch`: many notices in, an output tree out. */
import { resolve } from "node:path";
import type { Readable } from "node:stream";
import process from "node:process";
import type { Budget } from "../batch/budget.ts";
import { allOf, byFolder, eachSingly, unread } from "../batch/items.ts";
import type { Item, Items } from "../batch/item.ts";
import { findInputs } from "../batch/inputs.ts";
import type { JournalTrouble } from "../batch/journal.ts";
import { pathsInList } from "../batch/lists.ts";
import { openLoader } from "../batch/loader.ts";
import { fromManifest, type Bounds } from "../batch/manifest.ts";
import { keepPassed, namedPassed, passedName, type NamedPassed } from "../batch/passed-over.ts";
import type { PackPlan } from "../batch/pack.ts";
import { Shortage } from "../batch/shortage.ts";
import { shownName } from "../batch/shown-name.ts";
import { runBatch, shareOf, type Done, type Keeping } from "../batch/run.ts";
import { clashes, nameOf, type Shard } from "../batch/tree.ts";
import { makeFolder } from "../batch/whole.ts";
import { messageOf } from "../emit/report/wording.ts";
import { diagnose } from "../model/context.ts";
import { told } from "../model/told.ts";
import { printable } from "../text/shown.ts";
import type { Ended } from "./command.ts";
import { combineExits, exitOf, type Exit } from "./exit-codes.ts";
import { describe } from "./people.ts";
import { openProgress, type Progress } from "./progress.ts";
import type { Settings } from "./run.ts";
import { endNow } from "./interrupt.ts";
import { openTally } from "./tally.ts";
import { openWeights } from "./weights.ts";
import { codeOf } from "../batch/system-code.ts";

/** What a command line asks for beside the options that all commands take. */
export interface Wanted {
  readonly inputs: readonly string[];
  readonly manifest: string | null;
  readonly out: string;
  readonly base: string;
  readonly jobs: number;
  readonly shard: Shard;
  readonly pack: PackPlan | null;
  readonly keeping: Keeping;
  readonly folders: boolean;
  readonly followLinks: boolean;
  readonly progress: boolean;
}

/** What is looked for. */
export type Searched = Pick<Wanted, "inputs" | "manifest" | "folders" | "base" | "followLinks"> & { readonly out: string | null };

/** Reads what is new or changed. */
export async function runFiles(wanted: Wanted, settings: Settings): Promise<Ended> {
  const found = await itemsOf(wanted, settings);
  const { items, passed, unmatched } = found;
  if (items.length === 0 && unmatched.length > 0) {
    tellUnmatched(unmatched, settings);
    return { exit: "input", wrong: null };
  }
  if (items.length === 0) return { wrong: "noFiles", detail: passed.map(({ name, why }) => `\n  ${printable(`${name}: ${messageOf(why, settings.language)}`)}`).join("") };
  const [clash] = clashes(items);
  if (clash !== undefined) return { wrong: "sameOutput", detail: printable(clash) };
  const unwritable = await makeFolder(wanted.out).then(() => null, (error: unknown) => {
    if (error instanceof Shortage) throw error;
    return codeOf(error);
  });
  if (unwritable !== null) return { wrong: "badOut", detail: `${wanted.out} (${unwritable})` };
  return { exit: await run(found, wanted, settings), wrong: null };
}

/** The notices that words and manifest mean, and what was passed over in folders. */
interface Found {
  readonly items: Items;
  readonly passed: readonly NamedPassed[];
  /** Names of the folders that were looked at to their end. */
  readonly folders: readonly string[];
  /** Patterns that no file matches. */
  readonly unmatched: readonly string[];
}

/** The notices; nothing in `out` is one. */
export async function itemsOf({ inputs, manifest, folders, base, out, followLinks }: Searched, { streams, options, budget }: Settings): Promise<Found> {
  const means = { cwd: process.cwd(), out, followLinks, budget, ...told({ bytes: options.limits?.bytes }) };
  const { paths, troubles, passed, folders: looked, unmatched } = await findInputs(wordsOf(inputs, streams.stdin), means);
  const listed = manifest === null ? [] : await listedIn(manifest, { base, followLinks }, budget);
  // What the manifest names is not taken a second time.
  const known = new Set(listed.flatMap(({ files }) => files.map(({ path }) => path)));
  const others = known.size === 0 ? paths : paths.filter((path) => !known.has(resolve(path)));
  const own = folders ? byFolder(others, base) : eachSingly(others, base);
  return { items: allOf(listed, own, unread(troubles, base)), passed: namedPassed(passed, base), folders: folders ? [] : looked.map((folder) => (resolve(folder) === resolve(base) ? "" : nameOf(folder, base))), unmatched };
}

/** The words of a command line, and then those that standard input lists where `-` asks for it. */
async function* wordsOf(inputs: readonly string[], stdin: Readable): AsyncGenerator<string, void, void> {
  yield* inputs.filter((word) => word !== "-");
  if (inputs.includes("-")) yield* pathsInList(stdin as AsyncIterable<Buffer>);
}

/** A manifest is read in a watched process, like the files that it names. */
async function listedIn(manifest: string, bounds: Bounds, budget: Budget): Promise<Item[]> {
  const { load, close } = openLoader(budget);
  try {
    return await fromManifest(manifest, { ...bounds, load });
  } finally {
    close();
  }
}

async function run({ items, passed, folders, unmatched }: Found, wanted: Wanted, settings: Settings): Promise<Exit> {
  const { options, budget, tell } = settings;
  const { out, jobs, shard, pack, keeping } = wanted;
  const share = shareOf({ items, shard });
  const progress = openProgress(share.length, wanted.progress && tell !== "errors", settings, () => openWeights(share));
  const tally = openTally(settings);
  const exits = new Set<Exit>(unmatched.length > 0 ? ["input"] : []);
  tellUnmatched(unmatched, settings);
  const brakes = openBrakes(progress, settings);
  const told = (done: Done): void => {
    exits.add(exitOf(done.entry, settings.failOn));
    progress.step(done.item.name, { failed: done.entry.status === "failed", kept: done.kept });
    for (const line of tally.add(done)) progress.say(line);
  };
  const begin = ({ name }: Item): void => {
    progress.begin(name);
  };
  const warn = (trouble: JournalTrouble): void => {
    if (tell !== "errors") progress.say(printable(journalWords(trouble, settings)));
  };
  const unkept = await keepPassed(out, passed);
  if (unkept !== null) progress.say(describe(unkept, { file: passedName, language: settings.language, stream: settings.streams.stderr }));
  if (tell === "all") for (const { name, why } of passed) progress.say(describe(why, { file: name, language: settings.language, stream: settings.streams.stderr }));
  try {
    const { gone } = await runBatch({ items, folders, out, options, pretty: settings.pretty ?? false, jobs, shard, pack, budget, keeping, begin, finish: brakes.finish, stop: brakes.stop }, told, warn);
    if (gone.length > 0 && tell !== "errors") progress.say(printable(goneWords(gone, tell === "all", settings)));
  } finally {
    brakes.close();
    progress.end();
  }
  if (tell !== "errors") settings.streams.stderr.write(`${tally.summary(share.length, passed.length)}\n`);
  return brakes.finish.aborted ? "interrupted" : combineExits([...exits]);
}

/** A pattern that no file matches is no notice: it is said, and nothing is written for it. */
export function tellUnmatched(patterns: readonly string[], { streams: { stderr }, language }: Settings): void {
  for (const pattern of patterns) stderr.write(`${describe(diagnose("input/no-match", { params: { name: shownName(pattern) } }), { file: shownName(pattern), language, stream: stderr })}\n`);
}

/** So many names are said. */
const namedGone = 10;

function goneWords(gone: readonly string[], all: boolean, { language }: Settings): string {
  const shown = all ? gone : gone.slice(0, namedGone);
  const more = gone.length - shown.length;
  if (language === "zh") return `以前的结果有 ${gone.length} 份，来源已不在，结果没有删除：${shown.join("、")}${more > 0 ? `……另 ${more} 份（-v 列出）` : ""}`;
  return `${gone.length} earlier results have no source any more and were not deleted: ${shown.join(", ")}${more > 0 ? ` and ${more} more (-v lists them)` : ""}`;
}

function journalWords({ journal, lines, reason }: JournalTrouble, { language }: Settings): string {
  const [zh, en] = reason === null ? [`有 ${lines} 行不是记录`, `${lines} of its lines are no entries`] : [`读到一半出错（${reason}）`, `it could not be read to its end (${reason})`];
  return language === "zh" ? `日志 ${journal}：${zh}；相应的通知会重新读取。` : `journal ${journal}: ${en}; those notices are read again.`;
}

interface Brakes {
  readonly finish: AbortSignal;
  readonly stop: AbortSignal;
  readonly close: () => void;
}

/** Ctrl-C once finishes what runs, twice stops, three times ends this process at once, whatever it waits for. */
function openBrakes(progress: Progress, { language }: Settings): Brakes {
  const [finish, stop] = [new AbortController(), new AbortController()];
  const pressed = (): void => {
    if (stop.signal.aborted) endNow();
    else if (finish.signal.aborted) stop.abort();
    else progress.say(language === "zh" ? "正在完成手头的文件；再按一次 Ctrl-C 立即停止。" : "Finishing the files at hand; press Ctrl-C again to stop at once.");
    finish.abort();
  };
  process.on("SIGINT", pressed);
  return {
    finish: finish.signal,
    stop: stop.signal,
    close: () => {
      process.off("SIGINT", pressed);
    },
  };
}
