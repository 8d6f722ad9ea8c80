/** Where an output goes: to standard output, or into a file that appears whole or not at all. */
import { link, lstat, open, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import type { Pieces } from "../emit/output.ts";
import { writeData, type Settings } from "./run.ts";

/** A file, or standard output when `out` is null. `force`: a file that is there may be replaced. */
export interface Destination {
  readonly out: string | null;
  readonly force: boolean;
}

/** Why an output could not be delivered; a key of the words for people. */
export type DeliveryTrouble = "outExists" | "outIsNoFile" | "noOutput";

/** Writes all pieces. When the file is there already and may not be replaced, none is asked for. */
export async function deliver(pieces: Pieces, { out, force }: Destination, settings: Settings): Promise<DeliveryTrouble | null> {
  if (out === null) {
    for await (const piece of pieces) await writeData(piece, settings);
    return null;
  }
  if (await isOther(out)) return "outIsNoFile";
  if (!force && (await isThere(out))) return "outExists";
  const draft = join(dirname(out), `.${basename(out)}.${process.pid}.tmp`);
  const file = await open(draft, "wx").catch(() => null);
  if (file === null) return "noOutput";
  try {
    const written = await fill(file, pieces);
    return written ? await settle(draft, out, force) : "noOutput";
  } finally {
    await file.close();
    await rm(draft, { force: true });
  }
}

/** Whether something stands there that is no file and that no file replaces: a folder, device, pipe or socket, or a link to one. */
export async function isOther(path: string): Promise<boolean> {
  const found = (await stat(path).catch(() => null)) ?? (await lstat(path).catch(() => null));
  return found !== null && !found.isFile() && !found.isSymbolicLink();
}

async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null)) !== null;
}

/** False when the file takes no more; what goes wrong in making the pieces is thrown on. */
async function fill(file: FileHandle, pieces: Pieces): Promise<boolean> {
  const done = (): true => true;
  const failed = (): false => false;
  for await (const piece of pieces) {
    if (!(await file.appendFile(piece).then(done, failed))) return false;
  }
  return file.sync().then(done, failed);
}

/** Gives the draft its name. A link never replaces a file that came in the meantime; where a file system knows none, it is moved. */
async function settle(draft: string, out: string, force: boolean): Promise<DeliveryTrouble | null> {
  try {
    if (force) await rename(draft, out);
    else await link(draft, out);
    return null;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return "outExists";
    if (force || (await isThere(out))) return "noOutput";
    return rename(draft, out).then(
      () => null,
      () => "noOutput",
    );
  }
}
