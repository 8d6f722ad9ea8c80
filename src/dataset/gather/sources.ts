/** The sources of a dataset: a tree of files, with a manifest where there is one, each item with the hashes of its files. */
import { readdir, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import process from "node:process";
import type { Budget } from "../../batch/budget.ts";
import { findInputs } from "../../batch/inputs.ts";
import type { Item, ItemFile } from "../../batch/item.ts";
import { staysInside } from "../../batch/inside.ts";
import { singly, unread } from "../../batch/items.ts";
import { fromManifest, ManifestError } from "../../batch/manifest.ts";
import { namedPassed } from "../../batch/passed-over.ts";
import { systemPath } from "../../batch/path-bytes.ts";
import { Refused } from "../../batch/refused.ts";
import { defaultLimits, type ReadingOptions } from "../../model/context.ts";
import { unseenIn } from "./absent.ts";
import type { SourceItem, Sources } from "./found-sources.ts";
import type { LockedItem } from "../edition.ts";
import type { Reader } from "./reader.ts";
import { maskNames } from "./source-names.ts";
import { codeOf } from "../../batch/system-code.ts";

/** A source folder of which nothing can be concluded: it is not there, is no folder, cannot be listed, or holds nothing to read. */
export class NoSources extends Refused {
  readonly wrong = "noSources";
}

/** Names of the manifest and of the settings in a source folder. */
const manifestName = "manifest.json";
const settingsName = "dataset.yaml";

/** Where to look, and how. */
export interface Looking {
  readonly manifest: string | null;
  readonly out: string;
  readonly options: ReadingOptions;
  readonly allowEmpty?: boolean;
  readonly followLinks?: boolean;
  /** Personal numbers in names are masked. */
  readonly redact?: boolean;
  readonly files: Reader["files"];
  /** Under which a file is looked into whose name says nothing. */
  readonly budget?: Budget | undefined;
}

/** The sources. Files that the manifest names are not taken a second time; all other documents of the folder are items of their own. A manifest names files of the folder and no others. */
export async function findSources(folder: string, { manifest, out, options, allowEmpty = false, followLinks = false, redact = false, files, budget }: Looking): Promise<Sources> {
  await requireFolder(folder);
  const path = manifest ?? (await usualManifest(folder, followLinks));
  const listed = path === null ? [] : await fromManifest(path, { base: folder, within: [folder], followLinks, load: files.load });
  const known = new Set(listed.flatMap(({ files }) => files.map((file) => file.path)));
  const limit = options.limits?.bytes ?? defaultLimits.bytes;
  const { paths, troubles, passed } = await findInputs([folder], { cwd: process.cwd(), out, followLinks, bytes: limit, ...(budget === undefined ? {} : { budget }) });
  const others = paths.filter((one) => !known.has(resolve(one)));
  const items = [...listed, ...singly(others, folder), ...unread(troubles, folder)].sort((a, b) => (a.name < b.name ? -1 : 1));
  if (items.length === 0 && !allowEmpty) throw new NoSources(`${folder} (0)`);
  const sources: SourceItem[] = [];
  for (const item of redact ? maskNames(items) : items) sources.push({ item, locked: await lockOf(item, limit, files) });
  const own = new Set([path, join(folder, settingsName)].map((one) => (one === null ? "" : resolve(one))));
  return {
    items: sources,
    passed: namedPassed(passed.filter((one) => !own.has(resolve(one.path))), folder),
    unseen: unseenIn({ troubles, passed }, folder),
    manifest: path === null ? null : { name: basename(path), notices: listed.length },
  };
}

async function requireFolder(folder: string): Promise<void> {
  try {
    if (!(await stat(systemPath(folder))).isDirectory()) throw new NoSources(`${folder} (ENOTDIR)`);
    await readdir(systemPath(folder));
  } catch (error) {
    throw error instanceof NoSources ? error : new NoSources(`${folder} (${codeOf(error)})`);
  }
}

/** The manifest of a folder that has one; one that cannot be read is no reason to go without it. */
async function usualManifest(folder: string, followLinks: boolean): Promise<string | null> {
  const path = join(folder, manifestName);
  try {
    if ((await stat(systemPath(path))).isFile() && (followLinks || (await staysInside(folder, path)))) return path;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw new ManifestError(`${path} (${codeOf(error)})`);
  }
  throw new ManifestError(`${path} (no file of this folder)`);
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
