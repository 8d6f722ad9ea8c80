/** What was read before: results by key, and the bytes of sources by hash. It may be deleted at any time; an entry that does not prove itself is none. */
import { readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { makeFolder, writeWhole } from "../../batch/whole.ts";
import type { ParseResult } from "../../model/notice.ts";
import { sha256 } from "../../text/digest.ts";
import { readPlain, readPlainBytes } from "./plain-file.ts";

/** The cache of one dataset. */
export interface Cache {
  readonly result: (key: string) => Promise<ParseResult | null>;
  /** Keeps the text of a result. */
  readonly keep: (key: string, json: string) => Promise<void>;
  /** Where the bytes of a source stand, null when they are not there. */
  readonly bytes: (hash: string) => Promise<Uint8Array | null>;
  readonly keepBytes: (hash: string, bytes: Uint8Array) => Promise<void>;
  /** Forgets all but these. */
  readonly prune: (keys: ReadonlySet<string>, hashes: ReadonlySet<string>) => Promise<void>;
}

/** Folder of the cache in a dataset. */
export const cacheFolder = "cache";

/** Opens the cache of the dataset at `out`. Nothing is made before something is kept. */
export function openCache(out: string): Cache {
  const place = (kind: "parse" | "bytes", name: string): string => join(out, cacheFolder, kind, name.slice(0, 2), kind === "parse" ? `${name}.json` : name);
  const write = async (path: string, content: string | Uint8Array): Promise<void> => {
    await makeFolder(dirname(path));
    await writeWhole(path, content, false);
  };
  return {
    result: async (key) => {
      const text = await readPlain(place("parse", key)).catch(() => null);
      const end = text?.indexOf("\n") ?? -1;
      if (text === null || end < 0) return null;
      const json = text.slice(end + 1);
      return sha256(key + json) === text.slice(0, end) ? (JSON.parse(json) as ParseResult) : null;
    },
    keep: (key, json) => write(place("parse", key), `${sha256(key + json)}\n${json}`),
    bytes: async (hash) => {
      const bytes = await readPlainBytes(place("bytes", hash)).catch(() => null);
      return bytes !== null && sha256(bytes) === hash ? new Uint8Array(bytes) : null;
    },
    keepBytes: (hash, bytes) => write(place("bytes", hash), bytes),
    prune: async (keys, hashes) => {
      await pruneFolder(join(out, cacheFolder, "parse"), (name) => keys.has(name.replace(/\.json$/u, "")));
      await pruneFolder(join(out, cacheFolder, "bytes"), (name) => hashes.has(name));
    },
  };
}

/** Entries and their drafts; what people put beside them stays. */
const isOurs = /^(?:[0-9a-f]{64}(?:\.json)?|\.fengong-[0-9a-f]{16}-\d+-\d+\.draft)$/u;

async function pruneFolder(folder: string, isKept: (name: string) => boolean): Promise<void> {
  for (const part of await readdir(folder).catch(() => [])) {
    for (const name of await readdir(join(folder, part)).catch(() => [])) if (isOurs.test(name) && !isKept(name)) await rm(join(folder, part, name), { force: true });
  }
}
