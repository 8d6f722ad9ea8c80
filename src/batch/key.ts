/** What decides whether a notice must be read again: version, options, and the bytes of its files. */
import type { ReadingOptions } from "../model/context.ts";
import { parserVersion, schemaVersion } from "../model/version.ts";
import type { ItemFile } from "./item.ts";
import { sha256 } from "../text/digest.ts";

/** Version and options as a hash. */
export function settingsKey(options: ReadingOptions, pretty: boolean): string {
  return sha256(JSON.stringify([parserVersion, schemaVersion, pretty, sorted(options)]));
}

/** The same and the hashes, names and parts of the files; null when one of them could not be opened. */
export function contentKey(settings: string, files: readonly ItemFile[], hashes: readonly (string | null)[]): string | null {
  const parts: unknown[] = [settings];
  for (const [i, { name, role, label, uri }] of files.entries()) {
    const hash = hashes[i] ?? null;
    if (hash === null) return null;
    parts.push([name, role, label, uri, hash]);
  }
  return sha256(JSON.stringify(parts));
}

/** Keys in one order, so that options given in another order are the same. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
