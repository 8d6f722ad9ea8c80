/** Outputs in their tree, and the drafts that killed runs left there. */
import { readdir, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
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
export async function sweep(out: string, ours: ReadonlySet<string>): Promise<number> {
  const drafts = await draftsBelow(out);
  if (drafts.length === 0) return 0;
  let stayed = 0;
  const begins = new Set([...ours].map((name) => `${folderIn(name)}${draftsOf(name.slice(folderIn(name).length))}`));
  for (const { name, begin } of drafts) {
    if (!begins.has(`${folderIn(name)}${begin}`)) continue;
    const made = await stat(join(out, name)).then(({ mtimeMs }) => mtimeMs, () => 0);
    if (isInUse(name.slice(folderIn(name).length), made)) stayed++;
    else await rm(join(out, name), { force: true });
  }
  return stayed;
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
