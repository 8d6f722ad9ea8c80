/** The output tree: where the result of a notice goes, and which share of the notices is ours. */
import { createHash } from "node:crypto";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Item } from "./item.ts";

/** Folder in the output tree that holds the journals. */
export const journalFolder = ".fengong";

/** Files outside the base folder are kept apart from those inside by this folder. */
const outside = "_outside";

/** The name of a file below the base folder, with slashes; a file outside keeps its whole path. */
export function nameOf(path: string, base: string): string {
  const inside = relative(resolve(base), resolve(path));
  if (inside !== ".." && !inside.startsWith(`..${sep}`) && !isAbsolute(inside)) return slashes(inside);
  return `${outside}/${slashes(resolve(path)).replace(/^\/+/u, "").replace(/:/gu, "")}`;
}

/** Output of a notice below the output folder: the tree of the inputs, full file names, so that 1.html and 1.pdf stay apart. */
export function outputOf(item: Item): string {
  return `${item.name}.json`;
}

/** The path of an output on this machine. */
export function pathIn(out: string, name: string): string {
  return join(out, ...name.split("/"));
}

/** Notices of which two would write one file. */
export function clashes(items: readonly Item[]): string[] {
  const seen = new Set<string>();
  return items.map(outputOf).filter((name) => seen.size === seen.add(name).size);
}

/** One of `of` shares, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** Whether a notice is of a share: by a hash of its name, so that it stays where it is when others come or go. */
export function isIn({ index, of }: Shard, item: Item): boolean {
  const hash = createHash("sha256").update(item.name).digest();
  return hash.readUInt32BE(0) % of === index - 1;
}

function slashes(path: string): string {
  return sep === "/" ? path : path.split(sep).join("/");
}
