/** How many bytes the notices of a batch have: what is left to read is told by them, not by counting files. */
import type { Items } from "../batch/item.ts";
import { NameTable } from "../batch/name-table.ts";
import { systemPath } from "../batch/path-bytes.ts";
import { openSizes } from "../batch/sizes.ts";

/** Bytes by the name of a notice. */
export interface Weights {
  /** Begins to weigh, unless that was begun: without so many that come first and are done. What need not be read need not be weighed. */
  readonly begin: (done: number) => void;
  /** Of all; null until they are known. */
  readonly total: () => number | null;
  readonly of: (name: string) => number;
  /** Nothing more is asked for. */
  readonly close: () => void;
}

/** Weighs one file after the other beside the reading, from the first that is read. What cannot be looked at weighs nothing. */
export function openWeights(items: Items): Weights {
  const known = new NameTable();
  const sum = { bytes: 0, begun: false, whole: false, closed: false };
  const sizeOf = openSizes();
  const weigh = async (done: number): Promise<void> => {
    let left = done;
    for (const { name, files } of items) {
      if (left-- > 0) continue;
      let bytes = 0;
      for (const { path } of files) {
        if (sum.closed) return;
        bytes += (await sizeOf(systemPath(path))) ?? 0;
      }
      known.set(name, bytes);
      sum.bytes += bytes;
    }
    sum.whole = true;
  };
  return {
    begin: (done) => {
      if (!sum.begun) void weigh(done);
      sum.begun = true;
    },
    total: () => (sum.whole ? sum.bytes : null),
    of: (name) => known.get(name) ?? 0,
    close: () => {
      sum.closed = true;
    },
  };
}
