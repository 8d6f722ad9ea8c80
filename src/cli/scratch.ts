/** Databases in the making: a file in a folder of its own, which is gone when its bytes have been taken. */
import { rmSync } from "node:fs";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { DatabaseSync } from "node:sqlite";
import { asShortage } from "../batch/shortage.ts";
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

/** Opens an empty database. Its folder is gone when its bytes were taken, or the process ends before. */
export async function openScratch(): Promise<Scratch> {
  const folder = await mkdtemp(join(tmpdir(), "fengong-"));
  const path = join(folder, "results.sqlite");
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", remove);
  const told = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      // What SQLite says names no file.
      throw asShortage(error, path);
    }
  };
  const database = told(() => {
    const opened = new DatabaseSync(path);
    opened.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
    return opened;
  });
  return {
    exec: (sql) => {
      told(() => {
        database.exec(sql);
      });
    },
    prepare: (sql) => {
      const statement = told(() => database.prepare(sql));
      return { run: (...values) => told(() => statement.run(...values)) };
    },
    bytes: async () => {
      try {
        told(() => {
          database.close();
        });
        return await readFile(path);
      } finally {
        remove();
        process.off("exit", remove);
      }
    },
  };
}
