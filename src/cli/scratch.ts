/** Databases in the making: a file in a folder of its own, which is gone when its bytes have been taken. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Scratch } from "../emit/output.ts";

/** Whether the SQLite of this Node has full-text search: before Node 22.16 it had not. */
export function knowsSearch(): boolean {
  const database = new DatabaseSync(":memory:");
  try {
    return database.prepare("SELECT sqlite_compileoption_used('ENABLE_FTS5') AS known").get()?.["known"] === 1;
  } finally {
    database.close();
  }
}

/** Opens an empty database. */
export async function openScratch(): Promise<Scratch> {
  const folder = await mkdtemp(join(tmpdir(), "fengong-"));
  const path = join(folder, "results.sqlite");
  const database = new DatabaseSync(path);
  database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
  return {
    exec: (sql) => {
      database.exec(sql);
    },
    prepare: (sql) => database.prepare(sql),
    bytes: async () => {
      database.close();
      const bytes = await readFile(path);
      await rm(folder, { recursive: true, force: true });
      return bytes;
    },
  };
}
