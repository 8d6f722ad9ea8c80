/** Files that the command writes: whole or not at all. */
import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { isOther, type DeliveryTrouble } from "./deliver.ts";

/** Writes a file beside its place and moves it there. Where that is not possible, says why; what was there is then as it was. */
export async function writeWhole(path: string, text: string): Promise<DeliveryTrouble | null> {
  if (await isOther(path)) return "outIsNoFile";
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
    return null;
  } catch {
    if (mine) await rm(draft, { force: true });
    return "noOutput";
  }
}
