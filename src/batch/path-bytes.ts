/**
 * Names of files are bytes. A path is a text here, and a byte that is no UTF-8 stands in it as a lone surrogate, U+DC80 to U+DCFF:
 * such a path can be joined and compared like any other, and gives its bytes again when the system is asked.
 */
import { isUtf8 } from "node:buffer";

const escaped = /[\udc80-\udcff]/u;

/** The path that bytes are. */
export function pathOfBytes(bytes: Uint8Array): string {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isUtf8(all)) return all.toString("utf8");
  let path = "";
  for (let i = 0; i < all.length; ) {
    const character = all.subarray(i, i + lengthOf(all[i] ?? 0));
    if (isUtf8(character)) {
      path += character.toString("utf8");
      i += character.length;
    } else path += String.fromCharCode(0xdc00 + (all[i++] ?? 0));
  }
  return path;
}

/** The bytes of a path. */
export function bytesOfPath(path: string): Buffer {
  return Buffer.concat([...path].map((character) => (escaped.test(character) ? Buffer.of(character.charCodeAt(0) - 0xdc00) : Buffer.from(character))));
}

/** Whether a path has bytes that are no UTF-8. */
export function hasBytes(path: string): boolean {
  return escaped.test(path);
}

/** A path as the system takes it. */
export function systemPath(path: string): string | Buffer {
  return hasBytes(path) ? bytesOfPath(path) : path;
}

/** Bytes of the UTF-8 character that a byte begins; one where it begins none. */
function lengthOf(lead: number): number {
  return lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
}
