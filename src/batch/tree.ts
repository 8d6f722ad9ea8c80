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

/** Where the file of such a name is. */
export function pathOf(name: string, base: string): string {
  return name.startsWith(`${outside}/`) ? resolve("/", name.slice(outside.length + 1)) : join(base, name);
}

/** Output of a notice below the output folder: the tree of the inputs, full file names, so that 1.html and 1.pdf stay apart. */
export function outputOf({ name }: Item): string {
  const cut = name.lastIndexOf("/") + 1;
  return name.slice(0, cut) + fileNameOf(name.slice(cut), name);
}

/** Whether the output of a notice could not keep its full name. */
export function isShortened(item: Item): boolean {
  return outputOf(item) !== `${item.name}.json`;
}

/** The longest name of a file that Linux and macOS take, in bytes of UTF-8. */
const longestName = 255;

/** A name that would be too long keeps its beginning and its extension, with a hash of the whole between them. */
function fileNameOf(file: string, name: string): string {
  const whole = `${file}.json`;
  if (Buffer.byteLength(whole) <= longestName) return whole;
  const hash = createHash("sha256").update(name).digest("hex").slice(0, 8);
  const end = `~${hash}${/\.[A-Za-z0-9]{1,8}$/u.exec(file)?.[0] ?? ""}.json`;
  let stem = "";
  let bytes = Buffer.byteLength(end);
  for (const character of file) {
    bytes += Buffer.byteLength(character);
    if (bytes > longestName) break;
    stem += character;
  }
  return stem + end;
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
