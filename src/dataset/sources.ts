/** The sources of a dataset: a tree of files, with a manifest where there is one, each item with the hashes of its files. */
import { readdir, stat } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import process from "node:process";
import { findInputs } from "../batch/inputs.ts";
import type { Item, ItemFile } from "../batch/item.ts";
import { singly, unread } from "../batch/items.ts";
import { fromManifest, ManifestError } from "../batch/manifest.ts";
import { pathOf } from "../batch/tree.ts";
import { defaultLimits, type ParseOptions } from "../model/context.ts";
import type { LockedItem } from "./edition.ts";
import type { Reader } from "./reader.ts";
import { maskNames } from "./source-names.ts";

/** An item of the sources: where it is, and what is locked of it. */
export interface SourceItem {
  readonly item: Item;
  readonly locked: Omit<LockedItem, "key">;
}

/** A source folder of which nothing can be concluded: it is not there, is no folder, cannot be listed, or holds nothing to read. */
export class NoSources extends Error {}

/** Name of the manifest in a source folder. */
const manifestName = "manifest.json";

/** The items, sorted by name. Files that the manifest names are not taken a second time; all other documents of the folder are items of their own. */
export async function findSources(folder: string, { manifest, out, options, redact = false, allowEmpty = false, files }: { readonly manifest: string | null; readonly out: string; readonly options: ParseOptions; readonly redact?: boolean; readonly allowEmpty?: boolean; readonly files: Reader["files"] }): Promise<SourceItem[]> {
  await requireFolder(folder);
  const path = manifest ?? (await usualManifest(folder));
  const listed = path === null ? [] : await fromManifest(path, { base: folder, within: [folder] });
  const known = new Set(listed.flatMap(({ files }) => files.map((file) => file.name)));
  const { paths, troubles } = await findInputs([folder], { cwd: process.cwd(), out });
  const items = [...listed, ...singly(paths, folder).filter(({ name }) => !known.has(name)), ...unread(troubles, folder)].sort((a, b) => (a.name < b.name ? -1 : 1));
  const limit = options.limits?.bytes ?? defaultLimits.bytes;
  const sources: SourceItem[] = [];
  if (items.length === 0 && !allowEmpty) throw new NoSources(`${folder} (0)`);
  for (const item of redact ? maskNames(items) : items) sources.push({ item, locked: await lockOf(item, limit, files) });
  return sources;
}

async function requireFolder(folder: string): Promise<void> {
  try {
    if (!(await stat(folder)).isDirectory()) throw new NoSources(`${folder} (ENOTDIR)`);
    await readdir(folder);
  } catch (error) {
    throw error instanceof NoSources ? error : new NoSources(`${folder} (${codeOf(error)})`);
  }
}

/** The manifest of a folder that has one; one that cannot be read is no reason to go without it. */
async function usualManifest(folder: string): Promise<string | null> {
  const path = join(folder, manifestName);
  try {
    if ((await stat(path)).isFile()) return path;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw new ManifestError(`${path} (${codeOf(error)})`);
  }
  throw new ManifestError(`${path} (no file)`);
}

/** Items of an older version that are not there and were not taken away, each with the reason; an emptied folder may be a share that is not mounted. */
export async function absentOf(folder: string, older: readonly LockedItem[], now: readonly SourceItem[], { emptied }: { readonly emptied: boolean }): Promise<Map<string, string>> {
  const there = new Set(now.map(({ locked }) => locked.item));
  const absent = new Map<string, string>();
  for (const { item } of older) {
    if (there.has(item)) continue;
    const reason = await whyAbsent(folder, item);
    if (reason !== null && (emptied || reason !== emptyFolder)) absent.set(item, reason);
  }
  return absent;
}

const emptyFolder = "empty folder";

/** Null when the item was taken away: its place can be looked at, and there is no such file, or one that is no source any more. */
async function whyAbsent(folder: string, item: string): Promise<string | null> {
  const path = pathOf(item, folder);
  try {
    return (await stat(path)).isFile() ? null : "input/special";
  } catch (error) {
    const code = codeOf(error);
    if (code !== "ENOENT" && code !== "ENOTDIR") return code;
  }
  for (let above = dirname(path); !relative(folder, above).startsWith("..") && relative(folder, above) !== ""; above = dirname(above)) {
    const names = await readdir(above).catch((error: unknown) => codeOf(error));
    if (typeof names !== "string") return names.some((name) => !name.startsWith(".")) ? null : emptyFolder;
    if (names !== "ENOENT" && names !== "ENOTDIR") return names;
  }
  return null;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

async function lockOf({ name, files, options }: Item, limit: number, loader: Reader["files"]): Promise<SourceItem["locked"]> {
  const locked = [];
  for (const file of files) locked.push(await lockFile(file, limit, loader));
  return { item: name, files: locked, options };
}

async function lockFile({ path, name, role, label, uri, retrieved = null, publisher = null, problem }: ItemFile, limit: number, loader: Reader["files"]): Promise<LockedItem["files"][number]> {
  const { bytes, sha256 } = problem === undefined ? await loader.hash(path, limit, name) : { bytes: null, sha256: null };
  return { name, role, label, uri, bytes, sha256, retrieved, publisher };
}
