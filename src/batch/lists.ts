/** Lists of files: one path a line, or parted by NUL. They are read piece by piece: of a long one only the line at hand is held. */
import { open } from "node:fs/promises";
import { pathOfBytes, systemPath } from "./path-bytes.ts";

/** A longer list is refused, in bytes: a pipe may have no end. Nothing has a longer path. */
const [longest, longestPath] = [4_000_000_000, 1_000_000];

/** So many bytes say how a list is written. */
const ahead = 65_536;

/** The paths of a list: one a line, or parted by NUL as `find -print0` does. Empty lines count nothing. A mark of the byte order is none of the first path, and UTF-16 is read where a mark says so. Throws `too long`. */
export async function* pathsInList(chunks: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>): AsyncGenerator<string, void, void> {
  const lines = openLines();
  let head: Uint8Array[] | null = [];
  let size = 0;
  for await (const piece of chunks) {
    const chunk = typeof piece === "string" ? Buffer.from(piece) : piece;
    size += chunk.length;
    if (size > longest) throw new TypeError("too long");
    if (head === null) yield* lines.of(chunk);
    else if (head.push(chunk) > 0 && size >= ahead) {
      yield* lines.of(Buffer.concat(head));
      head = null;
    }
  }
  if (head !== null) yield* lines.of(Buffer.concat(head));
  yield* lines.end();
}

/** Cuts a text that comes in pieces; the first says how it is written. */
function openLines(): { readonly of: (bytes: Uint8Array) => Generator<string>; readonly end: () => Generator<string> } {
  let form: Form | null = null;
  let rest: Buffer = Buffer.alloc(0);
  let isFirst = true;
  const line = function* (bytes: Uint8Array, form: Form): Generator<string> {
    const text = form.decode(bytes);
    const path = isFirst ? text.replace(/^\ufeff/u, "") : text;
    isFirst = false;
    if (path.trim() !== "") yield path;
  };
  return {
    *of(bytes) {
      form ??= formOf(bytes);
      rest = Buffer.concat([rest, bytes]);
      let from = 0;
      for (let at = form.endIn(rest, from); at >= 0; at = form.endIn(rest, from)) {
        yield* line(form.withoutReturn(rest.subarray(from, at)), form);
        from = at + form.width;
      }
      rest = Buffer.from(rest.subarray(from));
      if (rest.length > longestPath) throw new TypeError("too long");
    },
    *end() {
      if (form !== null) yield* line(rest, form);
    },
  };
}

/** How a list is written: what parts its lines, how many bytes that has, and what its bytes say. */
interface Form {
  readonly width: number;
  readonly endIn: (bytes: Buffer, from: number) => number;
  readonly withoutReturn: (line: Buffer) => Buffer;
  readonly decode: (line: Uint8Array) => string;
}

const [lineFeed, carriageReturn] = [0x0a, 0x0d];

function formOf(head: Uint8Array): Form {
  if (head[0] === 0xff && head[1] === 0xfe) return wide(head, "utf-16le", 0);
  if (head[0] === 0xfe && head[1] === 0xff) return wide(head, "utf-16be", 1);
  const isParted = head.includes(0);
  return {
    width: 1,
    endIn: (bytes, from) => bytes.indexOf(isParted ? 0 : lineFeed, from),
    withoutReturn: (line) => (!isParted && line.at(-1) === carriageReturn ? line.subarray(0, -1) : line),
    decode: pathOfBytes,
  };
}

/** UTF-16: `low` is where in a unit its low byte stands. */
function wide(head: Uint8Array, encoding: string, low: 0 | 1): Form {
  const isUnit = (bytes: Uint8Array, at: number, unit: number): boolean => bytes[at + low] === unit && bytes[at + 1 - low] === 0;
  const unitIn = (bytes: Uint8Array, from: number, unit: number): number => {
    for (let at = from; at + 1 < bytes.length; at += 2) if (isUnit(bytes, at, unit)) return at;
    return -1;
  };
  const isParted = unitIn(head, 0, 0) >= 0;
  return {
    width: 2,
    endIn: (bytes, from) => unitIn(bytes, from, isParted ? 0 : lineFeed),
    withoutReturn: (line) => (!isParted && line.length >= 2 && isUnit(line, line.length - 2, carriageReturn) ? line.subarray(0, -2) : line),
    decode: (line) => new TextDecoder(encoding, { ignoreBOM: true }).decode(line),
  };
}

/** Reads a list: a file or a pipe. Throws the words of the system, or `too long`, or `device`. */
export async function* readList(path: string): AsyncGenerator<string, void, void> {
  const file = await open(systemPath(path));
  try {
    const found = await file.stat();
    if (!found.isFile() && !found.isFIFO()) throw new TypeError(found.isDirectory() ? "EISDIR" : "device");
    yield* pathsInList(file.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>);
  } finally {
    await file.close();
  }
}
