/** Where an output goes: to standard output, or into a file that appears whole or not at all. */
import { link, lstat, rename, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { systemPath } from "../batch/path-bytes.ts";
import { Shortage, shortageOf } from "../batch/shortage.ts";
import { openDraft, syncPath, type Draft } from "../batch/whole.ts";
import type { Pieces } from "../emit/output.ts";
import { writeData, type Settings } from "./run.ts";

/** A file, or standard output when `out` is null. `force`: a file that is there may be replaced; one of the inputs never. */
export interface Destination {
  readonly out: string | null;
  readonly force: boolean;
  readonly inputs: readonly string[];
}

/** Why an output could not be delivered; a key of the words for people. */
export type DeliveryTrouble = "outExists" | "outIsNoFile" | "outIsInput" | "noOutputFolder" | "noOutput";

/** Writes all pieces. Throws a Shortage when the machine takes no more. When the file is there already and may not be replaced, none is asked for. */
export async function deliver(pieces: Pieces | Iterable<string>, { out, force, inputs }: Destination, settings: Settings): Promise<DeliveryTrouble | null> {
  if (out === null) {
    for await (const piece of pieces) await writeData(piece, settings);
    return null;
  }
  if (await isOther(out)) return "outIsNoFile";
  if (await isOneOf(out, inputs)) return "outIsInput";
  if (!force && (await isThere(out))) return "outExists";
  const draft = await openDraft(out).catch(unlessShortage);
  if (draft === null) return (await isThere(dirname(out))) ? "noOutput" : "noOutputFolder";
  try {
    if (!(await fill(draft, pieces))) return "noOutput";
    const trouble = await settle(draft.path, out, force);
    if (trouble === null) await syncPath(dirname(out));
    return trouble;
  } finally {
    await draft.discard();
  }
}

function unlessShortage(error: unknown): null {
  if (error instanceof Shortage) throw error;
  return null;
}

/** Whether something stands there that is no file and that no file replaces: a folder, device, pipe or socket, or a link to one. */
async function isOther(path: string): Promise<boolean> {
  const found = (await stat(path).catch(() => null)) ?? (await lstat(path).catch(() => null));
  return found !== null && !found.isFile() && !found.isSymbolicLink();
}

/** Whether what stands at a path is one of these files, by whatever name; a link at the path is none of those that it leads to. */
async function isOneOf(path: string, files: readonly string[]): Promise<boolean> {
  const found = await lstat(systemPath(path)).catch(() => null);
  if (found === null) return false;
  for (const file of files) {
    for (const look of [stat, lstat]) {
      const other = await look(systemPath(file)).catch(() => null);
      if (other !== null && other.dev === found.dev && other.ino === found.ino) return true;
    }
  }
  return false;
}

async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null)) !== null;
}

/** False when the file takes no more; what goes wrong in making the pieces is thrown on. */
async function fill(draft: Draft, pieces: Pieces | Iterable<string>): Promise<boolean> {
  const done = (): true => true;
  for await (const piece of pieces) {
    if ((await draft.write(piece).then(done, unlessShortage)) === null) return false;
  }
  return (await draft.settle().then(done, unlessShortage)) !== null;
}

/** Gives the draft its name. A link never replaces a file that came in the meantime; where a file system knows none, it is moved. */
async function settle(draft: string, out: string, force: boolean): Promise<DeliveryTrouble | null> {
  try {
    if (force) await rename(draft, out);
    else await link(draft, out);
    return null;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return "outExists";
    if (force || (await isThere(out))) return refusal(error, out);
    return rename(draft, out).then(
      () => null,
      (refused: unknown) => refusal(refused, out),
    );
  }
}

function refusal(error: unknown, out: string): "noOutput" {
  const shortage = shortageOf(error, out);
  if (shortage !== null) throw shortage;
  return "noOutput";
}
