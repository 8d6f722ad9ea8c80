/** Lists of files: one path a line, or parted by NUL. */
import { open } from "node:fs/promises";
import { isUtf8 } from "node:buffer";
import { pathOfBytes, systemPath } from "./path-bytes.ts";

/** A longer list is refused, in bytes: a million paths have room. */
const longest = 512_000_000;

/** The paths of a list: one a line, or parted by NUL as `find -print0` does. Empty lines count nothing. A mark of the byte order is none of the first path, and UTF-16 is read where a mark says so. */
export function pathsInList(bytes: Uint8Array): string[] {
  const text = textOf(bytes);
  const lines = text.includes("\0") ? text.split("\0") : text.split(/\r?\n/u);
  return lines.filter((line) => line.trim() !== "");
}

function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  return pathOfBytes(bytes).replace(/^\ufeff/u, "");
}

/** Reads a list: a file or a pipe. Throws the words of the system, or `too long`, or `device`. */
export async function readList(path: string): Promise<string[]> {
  const file = await open(systemPath(path));
  try {
    const found = await file.stat();
    if (!found.isFile() && !found.isFIFO()) throw new TypeError(found.isDirectory() ? "EISDIR" : "device");
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of file.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > longest) throw new TypeError("too long");
      chunks.push(chunk);
    }
    return pathsInList(Buffer.concat(chunks));
  } finally {
    await file.close();
  }
}
