/** Looking into folders: one search for a command, with one bound, and with a word for each folder that cannot be looked into. */
import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { FindingCode } from "../model/finding.ts";
import { isBelow, realPath } from "./inside.ts";
import { pathOfBytes, systemPath } from "./path-bytes.ts";

/** A path and what is to be said of it. */
export interface Said {
  readonly path: string;
  readonly code: FindingCode;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * What stands in a folder. `leaving`: a link to a folder outside; `astray`: one to a file outside; `inner`: one to a folder inside; `dataset`: a folder
 * that holds one, whose artifacts have the words of notices and are none.
 */
export interface Entry {
  readonly name: string;
  readonly kind: "folder" | "file" | "leaving" | "astray" | "inner" | "dataset";
}

/** Where to look. */
export interface Place {
  readonly cwd: string;
  /** Left out of folders, so that a second run does not read its own output. */
  readonly out: string | null;
  /** Whether links are followed that lead out of the folder that was named. */
  readonly followLinks?: boolean;
  /** How many entries of folders are looked at. */
  readonly most?: number;
}

/** A search that is going on. */
export interface Search {
  readonly place: Place;
  /** What could not be looked at. */
  readonly troubles: Said[];
  /** What stands in a folder below `root`, sorted; nothing where that cannot be said, and then a trouble says so. */
  readonly list: (folder: string, root: string) => Promise<Entry[]>;
}

/** A batch of a million notices has room, a search of a whole machine has not. */
const usualMost = 2_000_000;

/** Begins a search. */
export function openSearch(place: Place): Search {
  const troubles: Said[] = [];
  const roots = new Map<string, Promise<string>>();
  const opened = new Set<string>();
  const most = place.most ?? usualMost;
  const said = new Set<string>();
  let looked = 0;

  const rootOf = (root: string): Promise<string> => {
    const known = roots.get(root) ?? realPath(resolve(place.cwd, root));
    roots.set(root, known);
    return known;
  };

  /** Said of each folder that was named: of what was not looked at there nothing is known. */
  const sayFull = (root: string): void => {
    if (said.size !== said.add(root).size) troubles.push({ path: root, code: "limit/entries", params: { limit: String(most) } });
  };

  const isNew = async (path: string): Promise<boolean> => {
    if (place.followLinks !== true) return true;
    const real = await realPath(path);
    return opened.size !== opened.add(real).size;
  };

  const list = async (folder: string, root: string): Promise<Entry[]> => {
    const path = resolve(place.cwd, folder);
    if (looked > most) {
      sayFull(root);
      return [];
    }
    try {
      if (!(await isNew(path))) return [];
      const entries = await readdir(systemPath(path), { withFileTypes: true, encoding: "buffer" });
      const left = entries.slice(0, most - looked);
      looked += entries.length;
      if (looked > most) sayFull(root);
      const named = left.map((entry) => ({ entry, name: pathOfBytes(entry.name) })).sort((a, b) => (a.name < b.name ? -1 : 1));
      const found: Entry[] = [];
      for (const { entry, name } of named) {
        if (entry.isFile()) {
          found.push({ name, kind: "file" });
          continue;
        }
        const kind = await kindOf(entry, join(path, name), rootOf(root), place);
        found.push({ name, kind: kind === "folder" && (await isDataset(join(path, name))) ? "dataset" : kind });
      }
      return found;
    } catch (error) {
      const trouble = troubleOf(folder, error);
      if (trouble !== null) troubles.push(trouble);
      return [];
    }
  };

  return { place, troubles, list };
}

async function kindOf(entry: Dirent<Buffer>, path: string, root: Promise<string>, { followLinks = false }: Place): Promise<Entry["kind"]> {
  if (!entry.isSymbolicLink()) return entry.isDirectory() ? "folder" : "file";
  // A link that leads nowhere is a file that is not there, and said to be so when it is opened.
  const target = await realPath(path).catch(() => null);
  if (target === null) return "file";
  const isFolder = (await stat(systemPath(target)).catch(() => null))?.isDirectory() === true;
  if (followLinks) return isFolder ? "folder" : "file";
  if (isBelow(await root, target)) return isFolder ? "inner" : "file";
  return isFolder ? "leaving" : "astray";
}

async function isDataset(folder: string): Promise<boolean> {
  try {
    return (await stat(systemPath(join(folder, "versions.json")))).isFile() && (await stat(systemPath(join(folder, "artifacts")))).isDirectory();
  } catch {
    return false;
  }
}

/** What an error of the system says of a folder; nothing of one that is not there, or not any more. */
export function troubleOf(path: string, error: unknown): Said | null {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "EACCES" || code === "EPERM") return { path, code: "input/permission", params: {} };
  if (code === "ENAMETOOLONG") return { path, code: "input/too-deep", params: {} };
  if (code === "EMFILE" || code === "ENFILE") return { path, code: "machine/open-files", params: { reason: code } };
  if (code === "ENOENT") return null;
  return { path, code: "input/unreadable", params: { reason: code || `${basename(path)}: ${String(error)}` } };
}
