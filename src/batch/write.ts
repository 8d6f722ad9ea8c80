/** Outputs appear whole or not at all: written beside their place, then moved there. */
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { diagnose } from "../model/context.ts";
import type { Diagnostic } from "../model/notice.ts";
import { journalFolder } from "./tree.ts";

/**
 * Writes a file and the folders above it; a finding says why that was not possible. It is left to the system when the bytes get onto
 * the disk: after a loss of power a file may be empty, and `isThere` finds that.
 */
export async function writeWhole(path: string, text: string): Promise<Diagnostic | null> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFileAtomic(path, text, { fsync: false });
    return null;
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return diagnose("output/unwritable", { params: { name: path, reason } });
  }
}

/** Whether a file of this size is there. */
export async function isThere(path: string, bytes: number): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true && found.size === bytes;
}

/** Removes what a killed run left of outputs of ours: drafts are named like the output with a number behind it. */
export async function sweep(out: string, ours: ReadonlySet<string>): Promise<void> {
  const open = [""];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const entries = await readdir(join(out, folder), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
      const draft = /^(.+)\.\d{4,}$/u.exec(name)?.[1];
      if (entry.isDirectory()) {
        if (entry.name !== journalFolder) open.push(name);
      } else if (draft !== undefined && ours.has(draft)) await rm(join(out, name), { force: true });
    }
  }
}
