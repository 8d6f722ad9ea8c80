/** NDJSON files of a version that are too large for memory: an index of where the lines of each notice stand. */
import { open, type FileHandle } from "node:fs/promises";

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
    for await (const { line, start, end } of linesOf(file)) {
      const id = idIn(line, key);
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
      return buffer.toString().split("\n").filter((line) => line !== "").map((line): unknown => JSON.parse(line));
    },
    close: async () => file?.close(),
  };
}

/** The id stands first in a line. */
const first = { id: /^\{"id":("(?:[^"\\]|\\.)*")/u, notice: /^\{"notice":("(?:[^"\\]|\\.)*")/u };

function idIn(line: string, key: keyof typeof first): string {
  const match = first[key].exec(line);
  if (match?.[1] === undefined) throw new TypeError(`a line without ${key}`);
  return JSON.parse(match[1]) as string;
}

async function* linesOf(file: FileHandle): AsyncGenerator<{ line: string; start: number; end: number }, void, undefined> {
  let [rest, at]: [Buffer, number] = [Buffer.alloc(0), 0];
  for await (const chunk of file.createReadStream({ autoClose: false, start: 0, highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(10, start); end >= 0; end = bytes.indexOf(10, start)) {
      yield { line: bytes.toString("utf8", start, Math.min(end, start + 2_000)), start: at + start, end: at + end + 1 };
      start = end + 1;
    }
    rest = Buffer.from(bytes.subarray(start));
    at += start;
  }
}
