/** Globs, with the folders of a search: its names, its bound, its links. */
import { isAbsolute, join, resolve } from "node:path";
import { glob, isDynamicPattern, type GlobOptions } from "tinyglobby";
import { isBelow } from "./inside.ts";
import type { Search } from "./search.ts";

export { isDynamicPattern };

/** What matches a pattern: files, links to files outside of where it begins, and datasets that hold others which match. */
export interface Matches {
  readonly files: readonly string[];
  readonly astray: readonly string[];
  readonly datasets: readonly string[];
}

/** The part of a pattern before the first wild one. */
export function fixedPart(pattern: string): string {
  const parts = pattern.split("/");
  const fixed = parts.slice(0, parts.findIndex(isWild)).join("/");
  return fixed !== "" ? fixed : isAbsolute(pattern) ? "/" : ".";
}

/** Whether a pattern goes into folders of any depth. */
export function goesDeep(pattern: string): boolean {
  return pattern.split("/").some((part) => part.includes("**"));
}

/** Looks for the files that match. */
export async function matchesOf(pattern: string, search: Search): Promise<Matches> {
  const { cwd } = search.place;
  const [astray, datasets] = [new Set<string>(), new Set<string>()];
  const found = await glob(pattern, { cwd, dot: false, onlyFiles: true, absolute: isAbsolute(pattern), expandDirectories: false, followSymbolicLinks: false, fs: foldersOf(fixedPart(pattern), search, { astray, datasets }) });
  const isAstray = (path: string): boolean => astray.has(resolve(cwd, path));
  const datasetOf = (path: string): string | undefined => [...datasets].find((one) => isBelow(one, resolve(cwd, path)));
  const paths = found.sort((a, b) => (a < b ? -1 : 1));
  const own = paths.filter((path) => datasetOf(path) === undefined);
  return { files: own.filter((path) => !isAstray(path)), astray: own.filter(isAstray), datasets: [...new Set(paths.flatMap((path) => datasetOf(path) ?? []))] };
}

function isWild(part: string): boolean {
  return isDynamicPattern(part);
}

/** What the glob library asks of the system, answered by the search, one folder after the other. */
function foldersOf(root: string, search: Search, { astray, datasets }: { readonly astray: Set<string>; readonly datasets: Set<string> }): NonNullable<GlobOptions["fs"]> {
  const leaving = new Set<string>();
  let last: Promise<unknown> = Promise.resolve();
  const list = async (folder: string): Promise<unknown[]> => {
    if (leaving.has(resolve(folder))) {
      search.troubles.push({ path: resolve(folder), code: "input/link-outside", params: {} });
      return [];
    }
    const entries = await search.list(folder, root);
    for (const { name, kind } of entries) {
      if (kind === "leaving") leaving.add(resolve(folder, name));
      if (kind === "dataset") datasets.add(resolve(folder, name));
      if (kind === "astray") astray.add(resolve(folder, name));
    }
    return entries.map(({ name, kind }) => direntOf(name, kind === "folder" || kind === "leaving" || kind === "dataset", kind === "inner"));
  };
  const readdir = (folder: string, _: unknown, done: (error: null, entries: unknown[]) => void): void => {
    last = last.then(() => list(join(folder))).then((entries) => {
      done(null, entries);
    });
  };
  return { readdir: readdir as unknown as NonNullable<NonNullable<GlobOptions["fs"]>["readdir"]> };
}

function direntOf(name: string, isFolder: boolean, isNothing: boolean): object {
  return { name, isDirectory: () => isFolder, isFile: () => !isFolder && !isNothing, isSymbolicLink: () => false };
}
