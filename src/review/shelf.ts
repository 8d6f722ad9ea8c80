/** The notices under review: each is read once, when it is first asked for, and again only where that did not come to an end. */
import { readFile } from "node:fs/promises";
import type { JobFile } from "../batch/job.ts";
import { systemPath } from "../batch/path-bytes.ts";
import type { ReadingOptions } from "../model/context.ts";
import type { ParseResult } from "../model/notice.ts";
import { sha256 } from "../text/digest.ts";
import type { Reader, ReviewAnswer } from "./reading.ts";

/** A notice to review. */
export interface ShelfItem {
  readonly name: string;
  /** None where no source is at hand: then only what was published can be shown. */
  readonly files: readonly JobFile[];
  readonly options: ReadingOptions;
  /** What a dataset published of it. */
  readonly record: ParseResult | null;
  /** A file stands where a source stood, with other bytes. */
  readonly changed?: boolean;
}

/** A notice, read. */
export interface Shelved extends ReviewAnswer {
  readonly item: ShelfItem;
  /** Its sources cannot be shown. */
  readonly away: boolean;
}

/** All notices of a review, by number from 0. */
export interface Shelf {
  readonly items: readonly ShelfItem[];
  readonly notice: (n: number) => Promise<Shelved | null>;
  /** The same where it was read already; null where not. */
  readonly peek: (n: number) => Shelved | null;
  /** Whether the files of a notice still have the bytes that were read. */
  readonly isSame: (n: number) => Promise<boolean>;
  /** The bytes of one of its files; null where it is gone, or has others than were read: marks would stand at other words. */
  readonly bytes: (n: number, source: number) => Promise<Uint8Array | null>;
}

/** Opens the shelf. */
export function openShelf(items: readonly ShelfItem[], reader: Reader): Shelf {
  /** What is read, and what is being read. */
  const read = new Map<number, Shelved | Promise<Shelved>>();
  const load = async (item: ShelfItem): Promise<Shelved> => {
    const [first, ...others] = item.files;
    if (first !== undefined) return { item, away: false, ...(await reader.read({ files: [first, ...others], options: item.options })) };
    if (item.record === null) throw new TypeError("a notice with neither file nor record");
    return { item, away: true, result: item.record, renderings: item.record.sources.map(() => null) };
  };
  return {
    items,
    notice: (n) => {
      const item = items[n];
      if (item === undefined) return Promise.resolve(null);
      const known = read.get(n);
      if (known !== undefined) return Promise.resolve(known);
      const loading = load(item);
      read.set(n, loading);
      loading.then((notice) => read.set(n, notice), () => read.delete(n));
      return loading;
    },
    peek: (n) => {
      const known = read.get(n);
      return known === undefined || known instanceof Promise ? null : known;
    },
    isSame: async (n) => {
      const known = await read.get(n);
      if (items[n]?.changed === true) return false;
      if (known === undefined || known.away) return true;
      for (const [i, file] of known.item.files.entries()) {
        const bytes = await bytesOf(file);
        const then = known.result.sources[i]?.sha256 ?? null;
        if (then !== null && (bytes === null || sha256(bytes) !== then)) return false;
      }
      return true;
    },
    bytes: async (n, source) => {
      const [known, file] = [await read.get(n), items[n]?.files[source]];
      const bytes = file === undefined ? null : await bytesOf(file);
      const then = known?.result.sources[source]?.sha256 ?? null;
      return bytes !== null && then !== null && sha256(bytes) !== then ? null : bytes;
    },
  };
}

async function bytesOf({ bytes, path }: JobFile): Promise<Uint8Array | null> {
  return bytes ?? readFile(systemPath(path)).catch(() => null);
}
