/** Files that the command writes: whole or not at all. */
import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import process from "node:process";

/** Writes a file beside its place and moves it there. False when that is not possible; the old file is then as it was. */
export async function writeWhole(path: string, text: string): Promise<boolean> {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  let mine = false;
  try {
    const file = await open(draft, "wx");
    mine = true;
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
    return true;
  } catch {
    if (mine) await rm(draft, { force: true });
    return false;
  }
}
