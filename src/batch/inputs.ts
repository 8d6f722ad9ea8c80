/** The files that a command line means: files, folders, globs, lists. */
import { stat } from "node:fs/promises";
import { basename, dirname, join, parse, resolve } from "node:path";
import { defaultLimits, diagnose } from "../model/context.ts";
import type { FindingCode } from "../model/finding.ts";
import type { Diagnostic } from "../model/notice.ts";
import type { Budget } from "./budget.ts";
import { isEntered, isLoose, kindOfName } from "./extensions.ts";
import { fixedPart, goesDeep, isDynamicPattern, matchesOf } from "./globs.ts";
import { isBelow, realPath } from "./inside.ts";
import { readList } from "./lists.ts";
import { problemOf } from "./load.ts";
import { systemPath } from "./path-bytes.ts";
import { openRecogniser, type Recogniser } from "./recogniser.ts";
import { openSearch, type Entry, type Place, type Said, type Search } from "./search.ts";
import { PathList } from "./path-list.ts";
import { shownName } from "./shown-name.ts";
import { asItIs, statOf } from "./typed-name.ts";

/** A file of a folder that is not taken, and why. */
export interface Passed {
  readonly path: string;
  readonly why: Diagnostic;
}

/** What the words of a command line stand for. */
export interface Inputs {
  /** Paths as given or found, each file once, by code unit. */
  readonly paths: readonly string[];
  /** What was named and could not be looked at: each is answered like a file that cannot be read. */
  readonly troubles: readonly Said[];
  /** Files of folders that are no documents. */
  readonly passed: readonly Passed[];
  /** Folders that were named and looked at to their end. */
  readonly folders: readonly string[];
  /** Patterns that no file matches. */
  readonly unmatched: readonly string[];
}

/** How far the looking goes, beside where. */
export interface Means extends Place {
  /** Under which a file is looked into whose name says nothing. */
  readonly budget?: Budget;
  /** Largest file, in bytes. */
  readonly bytes?: number;
}

/** A search and what it has found. */
interface Finding extends Search {
  readonly means: Means;
  readonly paths: PathList;
  readonly passed: Passed[];
  readonly folders: string[];
  readonly unmatched: string[];
  /** Lists that were read, and those that are being read, by what they are called. */
  readonly lists: Set<string>;
  readonly chain: readonly { readonly path: string; readonly name: string }[];
  readonly recogniser: Recogniser;
}

/** Finds the files that words name: a file or folder, a glob, `@list` (a file with one path a line). Missing ones are kept, to be reported. */
export async function findInputs(words: Iterable<string> | AsyncIterable<string>, means: Means): Promise<Inputs> {
  const recogniser = openRecogniser(means.budget);
  const finding: Finding = { ...openSearch(means), means, paths: new PathList(means.cwd), passed: [], folders: [], unmatched: [], lists: new Set(), chain: [], recogniser };
  try {
    for await (const word of words) await follow(word, finding);
  } finally {
    recogniser.close();
  }
  return { paths: finding.paths.sorted(), troubles: finding.troubles, passed: finding.passed, folders: finding.folders, unmatched: finding.unmatched };
}

async function follow(given: string, finding: Finding): Promise<void> {
  const { cwd } = finding.place;
  const there = await statOf(given, cwd);
  const word = there === null ? await asItIs(given, cwd) : given;
  const found = there ?? (await statOf(word, cwd));
  if (found?.isDirectory() === true) return walk(word, finding);
  if (found === null && word.startsWith("@")) return followList(word.slice(1), finding);
  if (found === null && isDynamicPattern(word)) return match(word, finding);
  add(word, finding);
}

function add(path: string, { paths, place }: Finding): void {
  paths.add(path, resolve(place.cwd, path));
}

/** A list is read once; one that is being read names itself. */
async function followList(list: string, finding: Finding): Promise<void> {
  const { lists, chain, troubles, place } = finding;
  const word = await asItIs(list, place.cwd);
  const about = join(dirname(word), `@${basename(word)}`);
  try {
    const path = await realPath(resolve(place.cwd, word));
    const again = chain.findIndex((link) => link.path === path);
    const next = [...chain, { path, name: shownName(word) }];
    if (again >= 0) troubles.push({ path: about, code: "input/list-loop", params: { chain: next.slice(again).map(({ name }) => name).join(" → ") } });
    if (lists.has(path)) return;
    lists.add(path);
    for await (const line of readList(resolve(place.cwd, word))) if (!(await isRemark(line, place.cwd))) await follow(line, { ...finding, chain: next });
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : error instanceof Error ? error.message : String(error);
    troubles.push({ path: about, code: "input/list-unreadable", params: { reason } });
  }
}

/** Whether a line of a list is a remark: it begins with `#`, and no file has that name. */
async function isRemark(line: string, cwd: string): Promise<boolean> {
  return line.startsWith("#") && (await statOf(await asItIs(line, cwd), cwd)) === null;
}

async function walk(root: string, finding: Finding): Promise<void> {
  if (isWhole(root, root, finding)) return;
  const open = [root];
  const before = finding.troubles.length;
  const { cwd, out } = finding.place;
  const output = out === null ? null : resolve(cwd, out);
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const whole = resolve(cwd, folder);
    const [stem, wholeStem] = [stemOf(folder), stemOf(whole)];
    if (output !== null && isBelow(output, whole)) continue;
    for (const { name, kind } of await finding.list(folder, root)) {
      const path = stem + name;
      if (wholeStem + name === output) continue;
      if (kind === "folder" && isEntered(name)) open.push(path);
      else if (kind === "leaving" && isEntered(name)) finding.troubles.push({ path, code: "input/link-outside", params: {} });
      else if (kind === "file" && kindOfName(shownName(name)) === "document") finding.paths.add(path, wholeStem + name);
      else await meet(path, kind, finding);
    }
  }
  if (finding.troubles.length === before) finding.folders.push(root);
}

/** What the paths of all that stands in a folder begin with. */
function stemOf(folder: string): string {
  return join(folder, "a").slice(0, -1);
}

/** What could not be looked at, or not to its end: nobody knows whether it is a document. */
const unseen = /^(?:input\/(?:not-found|permission|unreadable|too-deep)$|machine\/|limit\/(?!bytes$)|internal\/)/u;

/** A file of a folder, or what is not gone into. */
async function meet(path: string, kind: Entry["kind"], finding: Finding): Promise<void> {
  const why = await reasonOf(path, kind, finding);
  if (why !== null && unseen.test(why.code)) finding.troubles.push({ path, code: why.code as FindingCode, params: why.params });
  else if (why !== null) finding.passed.push({ path, why });
  else if (kind === "astray") finding.troubles.push({ path, code: "input/link-outside", params: {} });
  else add(path, finding);
}

async function reasonOf(path: string, kind: Entry["kind"], { means, place, recogniser }: Finding): Promise<Diagnostic | null> {
  if (kind === "inner") return diagnose("input/passed-link");
  if (kind === "dataset") return diagnose("input/passed-dataset");
  const said = kind === "folder" || kind === "leaving" ? "other" : kindOfName(shownName(path));
  if (said === "document" || (said === "unknown" && kind === "astray")) return null;
  if (said === "other") return diagnose("input/passed-by-name");
  const whole = resolve(place.cwd, path);
  try {
    if (!(await stat(systemPath(whole))).isFile()) return diagnose("input/special", { params: { name: shownName(path) } });
  } catch (error) {
    return problemOf(shownName(path), error);
  }
  return recogniser.ask({ path: whole, name: shownName(path), limit: means.bytes ?? defaultLimits.bytes, loose: isLoose(shownName(path)) });
}

/** The files that match a pattern; links and bounds are those of a folder. A pattern without any is kept apart, to be said. */
async function match(pattern: string, finding: Finding): Promise<void> {
  const { troubles } = finding;
  if (goesDeep(pattern) && isWhole(fixedPart(pattern), pattern, finding)) return;
  const before = troubles.length;
  const { files, astray, datasets } = await matchesOf(pattern, finding);
  for (const path of files) if (!isOutput(path, finding)) add(path, finding);
  for (const path of datasets) if (!isOutput(path, finding) && !finding.passed.some((one) => one.path === path)) await meet(path, "dataset", finding);
  for (const path of astray) troubles.push({ path, code: "input/link-outside", params: {} });
  if (files.length + datasets.length === 0 && troubles.length === before) finding.unmatched.push(pattern);
}

/** Whether a search would begin at the root of the machine: that is refused. */
function isWhole(folder: string, word: string, { place, troubles }: Finding): boolean {
  const path = resolve(place.cwd, folder);
  if (path !== parse(path).root) return false;
  troubles.push({ path: word, code: "input/whole-machine", params: {} });
  return true;
}

function isOutput(path: string, { place: { cwd, out } }: Finding): boolean {
  return out !== null && isBelow(resolve(cwd, out), resolve(cwd, path));
}
