/** The output tree: where the result of a notice goes, and which share of the notices is ours. */
import { createHash } from "node:crypto";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { sha256 } from "../text/digest.ts";
import { isBelow } from "./inside.ts";
import { namesOf, type Item, type Items } from "./item.ts";
import { NameTable } from "./name-table.ts";
import { bytesOfPath } from "./path-bytes.ts";
import { pathOfShown, shownName } from "./shown-name.ts";

/** Folder in the output tree that holds the journals. */
export const journalFolder = ".fengong";

/** Files outside the base folder are kept apart from those inside by this folder. */
const outside = "_outside";

/**
 * The name of a file below the base folder, with slashes. Of a file outside no path of the machine is told: the name of its folder and
 * a hash of where that is keep it apart from others.
 */
export function nameOf(path: string, base: string): string {
  const whole = resolve(path);
  const inside = relative(resolve(base), whole);
  if (inside === "") return shownName(basename(whole)) || "root";
  if (isBelow(resolve(base), whole)) return shownName(slashes(inside)).replace(/^_outside(?=\/|$)/u, `${outside}~utf8`);
  const folder = dirname(whole);
  return `${outside}/${shownName(basename(folder)) || "root"}-${short(bytesOfPath(folder))}/${shownName(basename(whole)) || "root"}`;
}

/** Where a path leads by its words, and its name. */
export interface Named {
  readonly path: string;
  readonly name: string;
}

/** Names many paths: what is the same for all files of a folder is made out once for those that follow each other. */
export function openNames(base: string): (path: string) => Named {
  const one = (path: string): Named => ({ path: resolve(path), name: nameOf(path, base) });
  if (sep !== "/") return one;
  let [folder, whole, above]: [string | null, string, string] = [null, "", ""];
  return (path) => {
    const at = path.lastIndexOf("/");
    const file = path.slice(at + 1);
    if (at < 1 || file === "" || file === "." || file === "..") return one(path);
    if (folder !== path.slice(0, at)) {
      folder = path.slice(0, at);
      whole = resolve(folder);
      above = nameOf(join(whole, "a"), base).slice(0, -1);
    }
    // Of the base itself and the root of the machine there is more to be said than the name.
    return above === "" || whole === "/" ? one(path) : { path: `${whole}/${file}`, name: above + shownName(file) };
  };
}

/** Where the file of such a name is; null for one outside of the base folder. */
export function pathOf(name: string, base: string): string | null {
  return name.startsWith(`${outside}/`) ? null : join(base, pathOfShown(name.replace(/^_outside~utf8(?=\/|$)/u, outside)));
}

/** Output of a notice below the output folder: the tree of the inputs, full file names, so that 1.html and 1.pdf stay apart. */
export function outputOf({ name }: Pick<Item, "name">): string {
  if (isShort(name)) return `${name}.json`;
  const parts = name.split("/");
  const file = parts.pop() ?? "";
  const folders = parts.map((part, i) => shortened(part, "", parts.slice(0, i + 1).join("/")));
  const output = [...folders, shortened(file, ".json", name)].join("/");
  return Buffer.byteLength(output) <= longestPath ? output : `_long/${sha256(name).slice(0, 16)}/${shortened(file, ".json", name)}`;
}

/** Whether the output of a notice could not keep its full name. */
export function isShortened(item: Item): boolean {
  return !isShort(item.name) && outputOf(item) !== `${item.name}.json`;
}

/** The longest name of a file that Linux and macOS take, in bytes of UTF-8. */
const longestName = 255;

/** A name that is short whatever its characters are: three bytes each at most, four for two. */
function isShort(name: string): boolean {
  return (name.length + ".json".length) * 3 <= longestName;
}

/** The longest path below the output folder: Linux takes 4,096 bytes in all. */
const longestPath = 2_048;

/** A name that would be too long keeps its beginning and its extension, with a hash of the whole between them. */
function shortened(part: string, added: string, name: string): string {
  const whole = part + added;
  if (Buffer.byteLength(whole) <= longestName) return whole;
  const end = `~${short(name)}${/\.[A-Za-z0-9]{1,8}$/u.exec(part)?.[0] ?? ""}${added}`;
  let stem = "";
  let bytes = Buffer.byteLength(end);
  for (const character of part) {
    bytes += Buffer.byteLength(character);
    if (bytes > longestName) break;
    stem += character;
  }
  return stem + end;
}

function short(content: Uint8Array | string): string {
  return sha256(content).slice(0, 8);
}

/** The path of an output on this machine. */
export function pathIn(out: string, name: string): string {
  if (sep === "/" && out !== "") return `${out}${out.endsWith("/") ? "" : "/"}${name}`;
  return join(out, ...name.split("/"));
}

/** Outputs that two notices would write, or that one would write where another needs a folder. */
export function clashes(items: Items): string[] {
  const table = new NameTable(items.length);
  const [file, folder] = [0, 1];
  let [last, doubtful] = ["", false];
  for (const name of namesOf(items)) {
    const output = outputOf({ name });
    doubtful ||= table.add(output, file) !== undefined;
    const above = output.slice(0, Math.max(0, output.lastIndexOf("/")));
    if (above === last) continue;
    last = above;
    for (const one of foldersOf(output)) doubtful ||= table.add(one, folder) === file;
  }
  return doubtful ? clashesIn([...items].map(outputOf)) : [];
}

function clashesIn(outputs: readonly string[]): string[] {
  const seen = new Set<string>();
  const folders = new Set(outputs.flatMap(foldersOf));
  return outputs.filter((name) => seen.size === seen.add(name).size || folders.has(name));
}

function foldersOf(name: string): string[] {
  return [...name.matchAll(/\//gu)].map(({ index }) => name.slice(0, index));
}

/** One of `of` shares, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** Whether a notice is of a share: by a hash of its name, so that it stays where it is when others come or go. */
export function isIn({ index, of }: Shard, item: Item): boolean {
  if (of === 1) return true;
  const hash = createHash("sha256").update(item.name).digest();
  return hash.readUInt32BE(0) % of === index - 1;
}

function slashes(path: string): string {
  return sep === "/" ? path : path.split(sep).join("/");
}
