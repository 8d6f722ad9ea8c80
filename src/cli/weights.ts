/** How many bytes the notices of a batch have: what is left to read is told by them, not by counting files. */
import { stat } from "node:fs/promises";
import type { Item } from "../batch/item.ts";
import { systemPath } from "../batch/path-bytes.ts";

/** Bytes by the name of a notice. */
export interface Weights {
  /** Of all; null until they are known. */
  readonly total: () => number | null;
  readonly of: (name: string) => number;
  /** Nothing more is asked for. */
  readonly close: () => void;
}

/** Weighs one file after the other beside the reading. What cannot be looked at weighs nothing. */
export function openWeights(items: readonly Item[]): Weights {
  const known = new Map<string, number>();
  const sum = { bytes: 0, whole: false, closed: false };
  void (async () => {
    for (const { name, files } of items) {
      let bytes = 0;
      for (const { path } of files) {
        if (sum.closed) return;
        bytes += await stat(systemPath(path)).then(({ size }) => size, () => 0);
      }
      known.set(name, bytes);
      sum.bytes += bytes;
    }
    sum.whole = true;
  })();
  return {
    total: () => (sum.whole ? sum.bytes : null),
    of: (name) => known.get(name) ?? 0,
    close: () => {
      sum.closed = true;
    },
  };
}
