/** The equal words of two tasks with their places, and which share of each they are. */
import type { LinkPart } from "../model/link.ts";
import type { Clause } from "./clause-index.ts";
import { isSign } from "./clauses.ts";
import { equalIn, type LinkedPair } from "./pairs.ts";
import { countOf, printedAt, type Printed, type PrintedOf } from "./printed.ts";

/** All parts, in the order in which they stand in `from`. `swapped`: `from` is the second side of the pairs. */
export function partsOf(pairs: readonly LinkedPair[], swapped: boolean, printedOf: PrintedOf): LinkPart[] {
  const parts = pairs.flatMap(({ a, b, blocks }) => {
    const [own, other] = swapped ? [b, a] : [a, b];
    const [printedOwn, printedOther] = [printedOf(own), printedOf(other)];
    return blocks.flatMap((block) => {
      const [start, there] = swapped ? [block.b, block.a] : [block.a, block.b];
      const equal = (i: number): boolean => !isSign(own.text.charCodeAt(start + i)) || printedAt(printedOwn, start + i) === printedAt(printedOther, there + i);
      return equalRuns(block.length, equal).map(([skip, length]): LinkPart => ({
        from: rangeOf(own, printedOwn, start + skip, length),
        to: rangeOf(other, printedOther, there + skip, length),
        characters: countOf(printedOwn, start + skip, length),
      }));
    });
  });
  return parts.sort((x, y) => order(x.from, y.from) || order(x.to, y.to));
}

function order(a: LinkPart["from"], b: LinkPart["from"]): number {
  return a.field === b.field ? a.start - b.start : a.field === "text" || (b.field !== "text" && a.field < b.field) ? -1 : 1;
}

/** 全省 and 全市, 12公里 and 15公里 were held equal and are not: the part ends before them and goes on behind. */
function equalRuns(length: number, equal: (i: number) => boolean): (readonly [skip: number, length: number])[] {
  const runs: [number, number][] = [];
  let skip = 0;
  for (let i = 0; i <= length; i++) {
    if (i < length && equal(i)) continue;
    if (i > skip) runs.push([skip, i - skip]);
    skip = i + 1;
  }
  return runs;
}

function rangeOf({ field }: Clause, { from, to, start }: Printed, at: number, length: number): LinkPart["from"] {
  return { field, start: start + (from[at] ?? 0), end: start + (to[at + length - 1] ?? 0) };
}

/** How many characters of a side are equal to some of the other, and their share of all its sentences. */
export function coverOf(pairs: readonly LinkedPair[], side: "a" | "b", clauses: readonly Clause[], [from, to]: readonly [number, number]): { readonly characters: number; readonly share: number } {
  let [characters, all] = [0, 0];
  for (let i = from; i < to; i++) {
    const clause = clauses[i];
    if (clause === undefined) continue;
    all += clause.length;
    const equal = equalIn(clause, pairs, side);
    for (let at = 0; at < equal.length; at++) if (equal[at] === 1 && !isSign(clause.text.charCodeAt(at))) characters++;
  }
  return { characters, share: all === 0 ? 0 : Math.round((characters / all) * 100) / 100 };
}
