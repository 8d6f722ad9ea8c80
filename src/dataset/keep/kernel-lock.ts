/**
 * A lock that the operating system holds for this process and drops when it ends, however it ends. Node has no flock; SQLite, which Node
 * brings, locks its files by fcntl (LockFileEx on Windows): an exclusive transaction on an empty database is such a lock. It holds for all
 * processes of one kernel, whatever namespace or container they are in, and between hosts where the shared volume carries locks.
 *
 * The file goes with the lock. Whoever opened it before it went has a lock on nothing: after locking, the name must still lead to the
 * file that it led to before (a file that is open keeps its number, so no other can have it meanwhile).
 */
import { open, rm, stat } from "node:fs/promises";
import { DatabaseSync } from "node:sqlite";

/** Held, held by another, or not to be had on this file system. */
export type KernelLock = { readonly state: "held"; readonly release: () => Promise<void> } | { readonly state: "taken" | "unsupported" };

/** So often the file may go while it is being locked. */
const tries = 100;

/** Locks the file at `path`, which nobody else may write to. */
export async function lockByKernel(path: string): Promise<KernelLock> {
  for (let i = 0; i < tries; i++) {
    await (await open(path, "a")).close();
    const before = await numberOf(path);
    const database = before === null ? "gone" : begin(path);
    if (database === "taken" || database === "unsupported") return { state: database };
    if (database === "gone") continue;
    if ((await numberOf(path)) !== before) {
      database.close();
      continue;
    }
    return {
      state: "held",
      release: async () => {
        await rm(path, { force: true }).catch(() => undefined);
        database.close();
      },
    };
  }
  return { state: "taken" };
}

/** Which file a name leads to. */
async function numberOf(path: string): Promise<string | null> {
  const found = await stat(path, { bigint: true }).catch(() => null);
  return found === null ? null : `${found.dev}:${found.ino}`;
}

const busy = 5;

function begin(path: string): DatabaseSync | "taken" | "unsupported" {
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(path);
    database.exec("PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE");
    return database;
  } catch (error) {
    database?.close();
    const code = error instanceof Error && "errcode" in error ? Number(error.errcode) : 0;
    return (code & 0xff) === busy ? "taken" : "unsupported";
  }
}
