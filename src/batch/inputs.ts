/** The files that a command line means: files, folders, globs, lists. */
import { readFile, readdir, stat } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { isTaken } from "./extensions.ts";

/** A list that could not be read: the words of the system. */
export class ListError extends Error {}

/** What the words of a command line stand for. */
export interface Inputs {
  /** Paths as given or found, each once, by code unit. */
  readonly paths: readonly string[];
  /** Files of folders that are no documents by their names. */
  readonly passed: number;
}

/** Where to look. `out` is left out of folders, so that a second run does not read its own output. */
export interface Place {
  readonly cwd: string;
  readonly out: string | null;
}

/** Finds the files that words name: a file or folder, a glob, `@list` (a file with one path a line). Missing ones are kept, to be reported. */
export async function findInputs(words: readonly string[], place: Place): Promise<Inputs> {
  const paths = new Set<string>();
  let passed = 0;
  for (const word of words) {
    const found = await pathsOf(word, place);
    for (const path of found.paths) paths.add(path);
    passed += found.passed;
  }
  return { paths: [...paths].sort(byUnit), passed };
}

/** The paths of a list: one a line, or parted by NUL as `find -print0` does. Empty lines count nothing. */
export function pathsInList(text: string): string[] {
  const lines = text.includes("\0") ? text.split("\0") : text.split(/\r?\n/u);
  return lines.filter((line) => line.trim() !== "");
}

async function pathsOf(word: string, place: Place): Promise<Inputs> {
  const path = resolve(place.cwd, word);
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory() === true) return walk(word, place);
  if (found !== null) return { paths: [word], passed: 0 };
  if (word.startsWith("@")) return listed(word.slice(1), place);
  if (!isDynamicPattern(word)) return { paths: [word], passed: 0 };
  const matches = await glob(word, { cwd: place.cwd, dot: false, onlyFiles: true, absolute: isAbsolute(word), expandDirectories: false });
  return { paths: matches.length === 0 ? [word] : matches.filter((match) => !isOutput(resolve(place.cwd, match), place)), passed: 0 };
}

async function listed(list: string, place: Place): Promise<Inputs> {
  const text = await readFile(resolve(place.cwd, list), "utf8").catch((error: unknown) => {
    throw new ListError(error instanceof Error && "code" in error ? String(error.code) : String(error));
  });
  return findInputs(pathsInList(text), place);
}

async function walk(folder: string, place: Place): Promise<Inputs> {
  const paths: string[] = [];
  let passed = 0;
  const open = [folder];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const entry of await readdir(resolve(place.cwd, next), { withFileTypes: true })) {
      const path = join(next, entry.name);
      if (entry.isDirectory()) {
        if (!entry.name.startsWith(".") && !isOutput(resolve(place.cwd, path), place)) open.push(path);
      } else if (isTaken(entry.name)) paths.push(path);
      else passed++;
    }
  }
  return { paths, passed };
}

function isOutput(path: string, { cwd, out }: Place): boolean {
  if (out === null) return false;
  const inside = relative(resolve(cwd, out), path);
  return inside === "" || (!inside.startsWith(`..${sep}`) && inside !== ".." && !isAbsolute(inside));
}

function byUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
