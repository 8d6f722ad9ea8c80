/** Chance from a seed: the same seed gives the same choices on every machine. */
import { createHash } from "node:crypto";

export interface Random {
  /** An integer from 0 up to but without `limit`. */
  readonly below: (limit: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly chance: (share: number) => boolean;
  readonly shuffle: <T>(list: readonly T[]) => T[];
}

/** Mulberry32 over the hash of a seed. */
export function randomOf(seed: string): Random {
  let state = createHash("sha256").update(seed).digest().readUInt32BE(0);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: (list) => {
      if (list.length === 0) throw new Error("nothing to choose from");
      return list[below(list.length)] as (typeof list)[number];
    },
    chance: (share) => next() < share,
    shuffle: (list) => {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i--) {
        const other = below(i + 1);
        [copy[i], copy[other]] = [copy[other] as (typeof copy)[number], copy[i] as (typeof copy)[number]];
      }
      return copy;
    },
  };
}
