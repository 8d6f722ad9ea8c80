/** Outputs in their tree, and the drafts that killed runs left there. */
import { readdir, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { diagnose } from "../model/context.ts";
import type { Diagnostic } from "../model/notice.ts";
import { shortageOf } from "./shortage.ts";
import { journalFolder } from "./tree.ts";
import { draftIn, draftsOf, isInUse, makeFolder, writeWhole } from "./whole.ts";
import { codeOf } from "./system-code.ts";

/** Writes an output and the folders above it, whole or not at all; a finding says why that was not possible. */
export async function writeOutput(path: string, text: string): Promise<Diagnostic | null> {
  try {
    await makeFolder(dirname(path));
    await writeWhole(path, text);
    return null;
  } catch (error) {
    const reason = codeOf(error);
    return shortageOf(error, path)?.diagnostic ?? diagnose("output/unwritable", { params: { name: path, reason } });
  }
}

/** Whether a file is there. */
export async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() === true;
}

/** Whether a file of this size is there. */
export async function isThere(path: string, bytes: number): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true && found.size === bytes;
}

/** Removes the drafts that a killed run left of outputs of ours; those of a process that is at work stay, and no other file is touched, whatever its name. Gives how many stayed. */
export async function sweep(out: string, ours: Iterable<string>): Promise<number> {
  const left = await findLeftovers(out);
  let stayed = 0;
  if (left.size > 0) for (const output of ours) stayed += await left.remove(output);
  return stayed;
}

/** Removes what killed processes left of one output. */
export async function sweepOne(out: string, output: string): Promise<void> {
  const folder = folderIn(output);
  const begin = draftsOf(output.slice(folder.length));
  const names = await readdir(join(out, folder)).catch(() => []);
  await removeUnused(join(out, folder), names.filter((name) => draftIn(name) === begin));
}

/** Drafts that stood in a tree at some moment, to be removed as it turns out whose they are. */
export interface Leftovers {
  readonly size: number;
  /** Removes those of an output of ours; a draft in use stays. Gives how many stayed. */
  readonly remove: (output: string) => Promise<number>;
}

/** Looks for drafts in a tree. */
export async function findLeftovers(out: string): Promise<Leftovers> {
  const drafts = new Map<string, string[]>();
  for (const { name, begin } of await draftsBelow(out)) {
    const whose = `${folderIn(name)}${begin}`;
    drafts.set(whose, [...(drafts.get(whose) ?? []), name]);
  }
  return {
    size: drafts.size,
    remove: async (output) => {
      if (drafts.size === 0) return 0;
      return removeUnused(out, drafts.get(draftsBegin(output)) ?? []);
    },
  };
}

/** Removes drafts that are not in use; gives how many stayed. */
async function removeUnused(folder: string, names: readonly string[]): Promise<number> {
  let stayed = 0;
  for (const name of names) {
    const path = join(folder, name);
    const made = await stat(path).then(({ mtimeMs }) => mtimeMs, () => 0);
    if (isInUse(basename(name), made)) stayed++;
    else await rm(path, { force: true });
  }
  return stayed;
}

/** What the names of all drafts of an output begin with, with their folder. */
function draftsBegin(output: string): string {
  const folder = folderIn(output);
  return `${folder}${draftsOf(output.slice(folder.length))}`;
}

/** Files that are named as drafts are, and what the name of each begins with. */
async function draftsBelow(out: string): Promise<{ readonly name: string; readonly begin: string }[]> {
  const found: { readonly name: string; readonly begin: string }[] = [];
  const open = [""];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const entry of await readdir(join(out, folder), { withFileTypes: true }).catch(() => [])) {
      const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
      const begin = entry.isDirectory() ? null : draftIn(entry.name);
      if (begin !== null) found.push({ name, begin });
      else if (entry.isDirectory() && entry.name !== journalFolder) open.push(name);
    }
  }
  return found;
}

function folderIn(name: string): string {
  return name.slice(0, name.lastIndexOf("/") + 1);
}
