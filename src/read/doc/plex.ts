/** Tables of positions with something for each stretch between them (PLC, [MS-DOC] 2.2.2). */
import type { Bytes } from "./bytes.ts";

/** Positions, one more than there are stretches, and where the data of each stretch begin. */
export interface Plex {
  readonly positions: readonly number[];
  readonly data: Bytes;
  /** Where the data of a stretch begin in `data`. */
  readonly at: (index: number) => number;
  readonly count: number;
}

/** Reads a table whose stretches have `size` bytes of data. */
export function readPlex(bytes: Bytes, size: number): Plex {
  const count = Math.max(0, Math.floor((bytes.length - 4) / (4 + size)));
  const positions: number[] = [];
  for (let i = 0; i <= count && 4 * i + 4 <= bytes.length; i++) positions.push(bytes.u32(4 * i));
  return { positions, data: bytes, at: (index) => 4 * (count + 1) + size * index, count };
}
