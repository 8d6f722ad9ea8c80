/** NDJSON files of a version, which may be too large for memory: line by line, or by an index of where the lines of each notice stand. */
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import { byteLines } from "../../text/byte-lines.ts";
import { DamagedDataset } from "./damage.ts";

/** The values of a file in order. Throws {@link DamagedDataset} at a line that is no JSON, and what the system throws. */
export async function* valuesIn<T = unknown>(path: string): AsyncGenerator<T, void, undefined> {
  let number = 0;
  for await (const { bytes } of byteLines(createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>)) yield (valueOf(bytes.toString(), path, ++number) as T);
}

function valueOf(line: string, path: string, number: number | null): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new DamagedDataset(`${basename(path)}${number === null ? "" : `:${number}`}: no JSON`);
  }
}

/** Lines by notice. */
export interface LineIndex {
  readonly ids: () => readonly string[];
  /** The lines of a notice, parsed; none when there is no such notice. */
  readonly read: (id: string) => Promise<unknown[]>;
  readonly close: () => Promise<void>;
}

/** Indexes a file by the value of one of its first keys. Lines of one notice stand together. A missing file has no lines. */
export async function indexLines(path: string, key: "id" | "notice"): Promise<LineIndex> {
  const file = await open(path).catch(() => null);
  const places = new Map<string, { start: number; end: number }>();
  if (file !== null) {
    for await (const { bytes, start, end } of byteLines(file.createReadStream({ autoClose: false, start: 0, highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>)) {
      const id = idIn(bytes.toString("utf8", 0, longestBegin), key);
      if (id === null) {
        await file.close();
        throw new DamagedDataset(`${basename(path)}: a line without ${key}`);
      }
      const place = places.get(id);
      if (place === undefined) places.set(id, { start, end });
      else place.end = end;
    }
  }
  return {
    ids: () => [...places.keys()],
    read: async (id) => {
      const place = places.get(id);
      if (file === null || place === undefined) return [];
      const buffer = Buffer.alloc(place.end - place.start);
      await file.read(buffer, 0, buffer.length, place.start);
      return buffer.toString().split("\n").filter((line) => line !== "").map((line) => valueOf(line, path, null));
    },
    close: async () => file?.close(),
  };
}

/** The id stands first in a line. */
const first = { id: /^\{"id":("(?:[^"\\]|\\.)*")/u, notice: /^\{"notice":("(?:[^"\\]|\\.)*")/u };

/** So many bytes at the beginning of a line hold its id. */
const longestBegin = 2000;

function idIn(line: string, key: keyof typeof first): string | null {
  const quoted = first[key].exec(line)?.[1];
  return quoted === undefined ? null : (JSON.parse(quoted) as string);
}
