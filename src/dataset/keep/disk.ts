/** What building a version does to files. One small list of operations, so that a test can break each of them once. */
import { createHash } from "node:crypto";
import { copyFile, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { asShortage, Shortage } from "../../batch/shortage.ts";
import { makeFolder, settle as settleFile, syncPath, writeAll, writeWhole } from "../../batch/whole.ts";

/** Size and hash of a file. */
export interface FileSum {
  readonly bytes: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
}

/** Pieces of a file. */
export type FilePieces = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

/** Operations on files. Each is on the disk when it is done, and can be done again after a crash; each throws a Shortage where the machine does not let it. */
export interface Disk {
  readonly makeFolder: (path: string) => Promise<void>;
  readonly write: (path: string, pieces: FilePieces) => Promise<FileSum>;
  /** Puts what something else wrote on the disk: a file, or the names in a folder; what is not there need not be. */
  readonly settle: (path: string) => Promise<void>;
  /** Whole or not at all: the old file stands until the new one is complete. */
  readonly replace: (path: string, text: string) => Promise<void>;
  readonly copy: (from: string, to: string) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Removes a file or a folder with all that is in it; what is not there is removed already. */
  readonly remove: (path: string) => Promise<void>;
}

/** The disk of the machine. `sync: false` leaves it to the system when things get onto it: for tests. */
export function openDisk({ sync = true } = {}): Disk {
  const settle = async (path: string): Promise<void> => {
    if (sync) await syncPath(path);
  };
  return {
    settle,
    makeFolder: async (path) => {
      await makeFolder(path);
      await settle(dirname(path));
    },
    write: (path, pieces) => writePieces(path, pieces, sync),
    replace: (path, text) => writeWhole(path, text, sync),
    copy: async (from, to) => {
      await told(to, copyFile(from, to));
      if ((await stat(to)).size !== (await stat(from)).size) throw new Shortage("machine/short-write", { name: to, reason: "ESHORT" });
      await settle(to);
    },
    rename: async (from, to) => {
      await settle(from);
      await told(to, rename(from, to));
      await settle(dirname(to));
    },
    remove: (path) => told(path, rm(path, { recursive: true, force: true })),
  };
}

/** With the path in what is said when the machine does not let it. */
function told<T>(path: string, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw asShortage(error, path);
  });
}

/** So much is put together before it is written. */
const chunk = 1 << 20;

async function writePieces(path: string, pieces: FilePieces, sync: boolean): Promise<FileSum> {
  const hash = createHash("sha256");
  let bytes = 0;
  const file = await told(path, open(path, "w"));
  try {
    for await (const piece of inChunks(pieces)) {
      hash.update(piece);
      bytes += await writeAll(file, piece, path);
    }
    await settleFile(file, { bytes, path, sync });
  } finally {
    await file.close();
  }
  return { bytes, sha256: hash.digest("hex") };
}

async function* inChunks(pieces: FilePieces): AsyncGenerator<Uint8Array, void, undefined> {
  let [waiting, size]: [Uint8Array[], number] = [[], 0];
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece);
    waiting.push(bytes);
    size += bytes.length;
    if (size < chunk) continue;
    yield Buffer.concat(waiting);
    [waiting, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(waiting);
}

/** Path of a file below a folder; names have slashes on every system. */
export function below(folder: string, name: string): string {
  return join(folder, ...name.split("/"));
}
