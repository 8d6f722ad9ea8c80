/** Where an output goes: to standard output, or into a file that appears whole or not at all. */
import { link, lstat, rename, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { shownName } from "../batch/shown-name.ts";
import { codeOf } from "../batch/system-code.ts";
import { systemPath } from "../batch/path-bytes.ts";
import { Shortage, shortageOf } from "../batch/shortage.ts";
import { openDraft, syncPath, type Draft } from "../batch/whole.ts";
import type { Pieces } from "../emit/output.ts";
import { printable } from "../text/shown.ts";
import { writeData, type Settings } from "./run.ts";

/** A file, or standard output when `out` is null. `force`: a file that is there may be replaced; one of the inputs never. */
export interface Destination {
  readonly out: string | null;
  readonly force: boolean;
  readonly inputs: readonly string[];
}

/** Why an output could not be delivered; a key of the words for people. */
export type DeliveryTrouble = "outExists" | "outIsNoFile" | "outIsInput" | "noOutputFolder" | "noOutput";

/** An output that was not delivered: why, and what it is about. */
export interface Undelivered {
  readonly exit: null;
  readonly wrong: DeliveryTrouble;
  readonly detail: string;
}

/** Writes all pieces. Throws a Shortage when the machine takes no more. When the file is there already and may not be replaced, none is asked for. */
export async function deliver(pieces: Pieces | Iterable<string>, { out, force, inputs }: Destination, settings: Settings): Promise<Undelivered | null> {
  if (out === null) {
    for await (const piece of pieces) await writeData(piece, settings);
    return null;
  }
  if (await isOther(out)) return undelivered("outIsNoFile", out);
  if (await isOneOf(out, inputs)) return undelivered("outIsInput", out);
  if (!force && (await isThere(out))) return undelivered("outExists", out);
  const draft = await openDraft(out).catch(unlessShortage);
  if (typeof draft === "string") return (await isThere(dirname(out))) ? undelivered("noOutput", `${out} (${draft})`) : undelivered("noOutputFolder", dirname(out));
  try {
    const refused = (await fill(draft, pieces)) ?? (await settle(draft.path, out, force));
    if (refused === null) await syncPath(dirname(out));
    return refused === null ? null : refused === "outExists" ? undelivered(refused, out) : undelivered("noOutput", `${out} (${refused})`);
  } finally {
    await draft.discard();
  }
}

function undelivered(wrong: DeliveryTrouble, about: string): Undelivered {
  return { exit: null, wrong, detail: printable(shownName(about)) };
}

/** What the system says; a Shortage is thrown on. */
function unlessShortage(error: unknown): string {
  if (error instanceof Shortage) throw error;
  return codeOf(error);
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

/** What the system says when the file takes no more; what goes wrong in making the pieces is thrown on. */
async function fill(draft: Draft, pieces: Pieces | Iterable<string>): Promise<string | null> {
  const done = (): null => null;
  for await (const piece of pieces) {
    const refused = await draft.write(piece).then(done, unlessShortage);
    if (refused !== null) return refused;
  }
  return draft.settle().then(done, unlessShortage);
}

/** Gives the draft its name. A link never replaces a file that came in the meantime; where a file system knows none, it is moved. */
async function settle(draft: string, out: string, force: boolean): Promise<string | null> {
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

function refusal(error: unknown, out: string): string {
  const shortage = shortageOf(error, out);
  if (shortage !== null) throw shortage;
  return codeOf(error);
}
