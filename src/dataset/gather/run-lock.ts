/** What decides a version, as one hash, and what decides a reading. */
import { settingsKey } from "../../batch/key.ts";
import type { ReadingOptions } from "../../model/context.ts";
import { sha256 } from "../../text/digest.ts";
import type { LockedItem, RunLock } from "../edition.ts";
import { areEqual, lockHash } from "../keep/run-lock-file.ts";

/** Key of a reading: the program, its options and lookups, the bytes and names of the files. Null when a file could not be opened. */
export function readingKey({ files, options }: Omit<LockedItem, "key">, code: string, shared: ReadingOptions): string | null {
  if (files.some((file) => file.sha256 === null)) return null;
  const parts = files.map(({ name, role, label, uri, sha256: hash }) => [name, role, label, uri, hash]);
  return sha256(JSON.stringify([code, settingsKey({ ...shared, ...options }, false), parts]));
}

/** Id of the version with this running number. */
export function versionId(number: number, lock: RunLock): string {
  return `${String(number).padStart(4, "0")}-${lockHash(lock).slice(0, 8)}`;
}

/** Whether two locks are of the same sources, program and corrections; what came before them does not matter. */
export function isSameLock(a: RunLock, b: RunLock): boolean {
  return areEqual({ ...a, previous: null }, { ...b, previous: null });
}
