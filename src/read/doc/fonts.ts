/** Names of fonts by their number (SttbfFfn, [MS-DOC] 2.9.286). */
import type { Bytes } from "./bytes.ts";

/** Where the name of a font begins in its record, its length included ([MS-DOC] 2.9.83). */
const nameStart = 40;

/** The names in order. */
export function readFonts(bytes: Bytes): string[] {
  const names: string[] = [];
  const count = bytes.u16(0);
  for (let i = 0, at = 4; i < count && at < bytes.length; i++) {
    const size = bytes.u8(at) + 1;
    if (at + size > bytes.length) break;
    names.push(size > nameStart ? (bytes.wide(at + nameStart, (size - nameStart) >> 1).split("\0")[0] ?? "") : "");
    at += size;
  }
  return names;
}
