/** The sources of a dataset: a tree of files, with a manifest where there is one, each item with the hashes of its files. */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { findInputs } from "../batch/inputs.ts";
import type { Item, ItemFile } from "../batch/item.ts";
import { singly, unread } from "../batch/items.ts";
import { loadFile } from "../batch/load.ts";
import { fromManifest } from "../batch/manifest.ts";
import { defaultLimits, type ParseOptions } from "../model/context.ts";
import { sha256 } from "../text/digest.ts";
import type { LockedItem } from "./edition.ts";
import { maskNames } from "./source-names.ts";

/** An item of the sources: where it is, and what is locked of it. */
export interface SourceItem {
  readonly item: Item;
  readonly locked: Omit<LockedItem, "key">;
}

/** Name of the manifest in a source folder. */
const manifestName = "manifest.json";

/** The items, sorted by name. Files that the manifest names are not taken a second time; all other documents of the folder are items of their own. */
export async function findSources(folder: string, { manifest, out, options, redact }: { readonly manifest: string | null; readonly out: string; readonly options: ParseOptions; readonly redact: boolean }): Promise<SourceItem[]> {
  const usual = join(folder, manifestName);
  const path = manifest ?? ((await stat(usual).catch(() => null))?.isFile() === true ? usual : null);
  const listed = path === null ? [] : await fromManifest(path, { base: folder, within: [folder] });
  const known = new Set(listed.flatMap(({ files }) => files.map((file) => file.name)));
  const { paths, troubles } = await findInputs([folder], { cwd: process.cwd(), out });
  const items = [...listed, ...singly(paths, folder).filter(({ name }) => !known.has(name)), ...unread(troubles, folder)].sort((a, b) => (a.name < b.name ? -1 : 1));
  const limit = options.limits?.bytes ?? defaultLimits.bytes;
  const sources: SourceItem[] = [];
  for (const item of redact ? maskNames(items) : items) sources.push({ item, locked: await lockOf(item, limit) });
  return sources;
}

async function lockOf({ name, files, options }: Item, limit: number): Promise<SourceItem["locked"]> {
  const locked = [];
  for (const file of files) locked.push(await lockFile(file, limit));
  return { item: name, files: locked, options };
}

async function lockFile({ path, name, role, label, uri, retrieved = null, publisher = null }: ItemFile, limit: number): Promise<LockedItem["files"][number]> {
  const { bytes } = await loadFile(path, limit, name);
  return { name, role, label, uri, bytes: bytes?.length ?? null, sha256: bytes === null ? null : sha256(bytes), retrieved, publisher };
}
