/**
 * Files that are whole or not there: written beside their place, measured, put on the disk, and only then given their name.
 *
 * Our own lines and not write-file-atomic, which asks once for a write and does not look how much was written: a system that has room
 * for a part writes that part and says so, and the file that was cut off took the place of a good one.
 */
import { randomInt } from "node:crypto";
import { chmod, chown, mkdir, open, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import process from "node:process";
import { sha256 } from "../text/digest.ts";
import { isAtWork } from "./at-work.ts";
import { asShortage } from "./shortage.ts";

/** A file in the making. Whatever went wrong, `discard` leaves nothing of it. */
export interface Draft {
  readonly path: string;
  readonly write: (piece: string | Uint8Array) => Promise<void>;
  /** All of it is there, and on the disk unless `sync` is false. */
  readonly settle: (sync?: boolean) => Promise<void>;
  readonly discard: () => Promise<void>;
}

/** Writes a file; the old one stands until the new one is complete. Throws a Shortage where the machine gives no room or right. */
export async function writeWhole(path: string, content: string | Uint8Array, sync = true): Promise<void> {
  const draft = await openDraft(path);
  try {
    await draft.write(content);
    await keepRights(path, draft.path);
    await draft.settle(sync);
    await rename(draft.path, path);
    if (sync) await syncPath(dirname(path));
  } catch (error) {
    throw asShortage(error, path);
  } finally {
    await draft.discard();
  }
}

/** Whoever could read and write a file can do so with the one that takes its place, as far as the system lets us. */
async function keepRights(path: string, draft: string): Promise<void> {
  const [before, now] = await Promise.all([path, draft].map((one) => stat(one).catch(() => null)));
  if (before == null || now == null) return;
  if (before.uid !== now.uid || before.gid !== now.gid) await chown(draft, before.uid, before.gid).catch(() => undefined);
  if (before.mode !== now.mode) await chmod(draft, before.mode).catch(() => undefined);
}

/** Makes a folder and those above it. Throws a Shortage where the machine does not let us. */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch(async (error: unknown) => {
    throw asShortage(await causeOf(resolve(path), error), path);
  });
}

/** Node says that a folder is not there, whatever the system says of one that is to be made with those above it (read-only, quota): asked again for the first alone. */
async function causeOf(path: string, error: unknown): Promise<unknown> {
  let first = path;
  while (dirname(first) !== first && (await stat(dirname(first)).catch(() => null)) === null) first = dirname(first);
  return mkdir(first).then(
    () => error,
    (cause: unknown) => (cause instanceof Error && "code" in cause && cause.code === "EEXIST" ? error : cause),
  );
}

/** Opens a draft of the file at `path`, beside it. */
export async function openDraft(path: string): Promise<Draft> {
  const place = join(dirname(path), `${draftsOf(basename(path))}${process.pid}-${randomInt(2 ** 47)}.draft`);
  const file = await open(place, "wx").catch((error: unknown) => {
    throw asShortage(error, path);
  });
  let bytes = 0;
  return {
    path: place,
    write: async (piece) => {
      bytes += await writeAll(file, piece, path);
    },
    settle: async (sync = true) => {
      await settle(file, { bytes, path, sync });
    },
    discard: async () => {
      await file.close().catch(() => undefined);
      await rm(place, { force: true });
    },
  };
}

/** What the names of all drafts of a file begin with: short, however long its own name is, and nobody else makes such a name. */
export function draftsOf(name: string): string {
  return `.fengong-${sha256(name).slice(0, 16)}-`;
}

/** The beginning of the name of a draft as `draftsOf` gives it; null for any other file. */
export function draftIn(name: string): string | null {
  return /^(\.fengong-[0-9a-f]{16}-)\d+-\d+\.draft$/u.exec(name)?.[1] ?? null;
}

/** Whether the process that made a draft is at work on this machine: the draft is in use. `moment`: when the draft was last written to. */
export function isInUse(draft: string, moment: number): boolean {
  return isAtWork(Number(/-(\d+)-\d+\.draft$/u.exec(draft)?.[1] ?? 0), moment);
}

/** Writes all of a piece and says how many bytes it has. */
export async function writeAll(file: FileHandle, piece: string | Uint8Array, path: string): Promise<number> {
  const bytes = Buffer.from(piece);
  try {
    for (let at = 0; at < bytes.length; ) {
      const { bytesWritten } = await file.write(bytes, at);
      if (bytesWritten === 0) throw new Short(path);
      at += bytesWritten;
    }
  } catch (error) {
    throw asShortage(error, path);
  }
  return bytes.length;
}

/** Measures what was written, and puts it on the disk. */
export async function settle(file: FileHandle, { bytes, path, sync }: { readonly bytes: number; readonly path: string; readonly sync: boolean }): Promise<void> {
  try {
    if (sync) await syncFile(file);
    if ((await file.stat()).size !== bytes) throw new Short(path);
    await file.close();
  } catch (error) {
    throw asShortage(error, path);
  }
}

/** Puts what something else wrote on the disk: a file, or the names in a folder; what is not there need not be. */
export async function syncPath(path: string): Promise<void> {
  let file: FileHandle | null = null;
  try {
    file = await open(path, "r").catch(unless(notThere));
    if (file !== null) await syncFile(file);
  } catch (error) {
    throw asShortage(error, path);
  } finally {
    await file?.close();
  }
}

/** Puts an open file on the disk, where its file system knows such a thing. */
export async function syncFile(file: FileHandle): Promise<void> {
  await file.sync().catch(unless(notKnown));
}

/** What says that there is nothing to put on the disk, or no folder that can be opened; and that a file system knows no such thing. */
const [notThere, notKnown] = [
  ["ENOENT", "ENOTDIR", "EISDIR", "EPERM", "EACCES"],
  ["EINVAL", "EBADF", "EISDIR", "EPERM", "ENOTSUP", "EOPNOTSUPP"],
];

function unless(codes: readonly string[]): (error: unknown) => null {
  return (error) => {
    if (error instanceof Error && "code" in error && codes.includes(String(error.code))) return null;
    throw error;
  };
}

/** The system said that it wrote, and did not. */
class Short extends Error {
  readonly code = "ESHORT";
}
