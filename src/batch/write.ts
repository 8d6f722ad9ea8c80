/** Outputs appear whole or not at all: written beside their place, then moved there. */
import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { sha256 } from "../text/digest.ts";
import { diagnose } from "../model/context.ts";
import type { Diagnostic } from "../model/notice.ts";
import { journalFolder } from "./tree.ts";

/**
 * Writes a file and the folders above it; a finding says why that was not possible. It is left to the system when the bytes get onto
 * the disk: after a loss of power a file may be empty, and `isThere` finds that.
 */
export async function writeWhole(path: string, text: string): Promise<Diagnostic | null> {
  const draft = join(dirname(path), `${draftsOf(basename(path))}${process.pid}-${++drafts}.draft`);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(draft, text);
    await rename(draft, path);
    return null;
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return diagnose("output/unwritable", { params: { name: path, reason } });
  }
}

let drafts = 0;

/** What the names of all drafts of an output begin with: short, however long its own name is. */
function draftsOf(name: string): string {
  return `.fengong-${sha256(name).slice(0, 16)}-`;
}

/** Whether a file of this size is there. */
export async function isThere(path: string, bytes: number): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true && found.size === bytes;
}

/** Removes the drafts that a killed run left of outputs of ours; no other file is touched, whatever its name. */
export async function sweep(out: string, ours: ReadonlySet<string>): Promise<void> {
  const begins = new Set([...ours].map((name) => `${folderIn(name)}${draftsOf(name.slice(folderIn(name).length))}`));
  const open = [""];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const entries = await readdir(join(out, folder), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (entry.name !== journalFolder) open.push(name);
      } else if (begins.has(/^(.*\.fengong-[0-9a-f]{16}-)\d+-\d+\.draft$/u.exec(name)?.[1] ?? "")) await rm(join(out, name), { force: true });
    }
  }
}

function folderIn(name: string): string {
  return name.slice(0, name.lastIndexOf("/") + 1);
}
