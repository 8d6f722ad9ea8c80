/** The longest common blocks of two comparable texts, in any order: rows are split, merged and moved. */

/** Equal characters: `length` of them from `a` in the one text and from `b` in the other. */
export interface Block {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** Shorter ones are chance, where sentences are compared. */
export const shortestBlock = 4;

/**
 * Greedy: the longest block first, then the longest of what is left (greedy string tiling, Wise 1993); of equal ones the one that stands first in `a`,
 * then in `b`. No character is in two blocks. What stands for a gap equals nothing.
 */
export function commonBlocks(a: string, b: string, gap: string, least: number = shortestBlock): Block[] {
  const matches = maximalMatches(a, b, gap.charCodeAt(0), least);
  const [takenA, takenB] = [new Uint8Array(a.length), new Uint8Array(b.length)];
  const blocks: Block[] = [];
  for (let length = matches.length - 1; length >= least; length--) {
    const group = matches[length];
    if (group === undefined) continue;
    group.sort((x, y) => x.a - y.a || x.b - y.b);
    for (const match of group) {
      const free = longestFree(match, takenA, takenB);
      if (free.length === length) {
        takenA.fill(1, match.a, match.a + length);
        takenB.fill(1, match.b, match.b + length);
        blocks.push(match);
      } else if (free.length >= least) (matches[free.length] ??= []).push(free);
    }
  }
  return blocks;
}

/** Matches that can be made no longer, by their length. */
function maximalMatches(a: string, b: string, gap: number, least: number): Block[][] {
  const byLength: Block[][] = [];
  let above = new Uint16Array(b.length + 1);
  let here = new Uint16Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    const code = a.charCodeAt(i);
    const next = a.charCodeAt(i + 1);
    for (let j = 0; j < b.length; j++) {
      if (code !== b.charCodeAt(j) || code === gap) {
        here[j + 1] = 0;
        continue;
      }
      const length = (above[j] ?? 0) + 1;
      here[j + 1] = length;
      if (length >= least && (next !== b.charCodeAt(j + 1) || next === gap || Number.isNaN(next))) {
        (byLength[length] ??= []).push({ a: i + 1 - length, b: j + 1 - length, length });
      }
    }
    [above, here] = [here, above];
  }
  return byLength;
}

/** The longest stretch of a match that is in no block yet. */
function longestFree({ a, b, length }: Block, takenA: Uint8Array, takenB: Uint8Array): Block {
  let [best, bestLength, start] = [0, 0, 0];
  for (let i = 0; i <= length; i++) {
    if (i < length && takenA[a + i] === 0 && takenB[b + i] === 0) continue;
    if (i - start > bestLength) [best, bestLength] = [start, i - start];
    start = i + 1;
  }
  return { a: a + best, b: b + best, length: bestLength };
}
