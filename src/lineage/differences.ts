/** What two linked tasks do not have in common. */
import type { Link } from "../model/link.ts";
import type { LinkedTask } from "./notices.ts";
import { commonBlocks, type Block } from "./blocks.ts";
import type { Clause } from "./clause-index.ts";
import { figureSign, gap } from "./clauses.ts";
import { equalIn, type LinkedPair } from "./pairs.ts";
import { printedAt, type PrintedOf } from "./printed.ts";

/** Shorter words between equal ones are particles, unless one stands for another. */
const shortest = 2;
const particles = "的了和与及并等要应将对在各为由以已就按据";

/** Dates, leading units, and the printed words of the linked sentences that only one side has. */
export function differencesOf([from, to]: readonly [LinkedTask, LinkedTask], pairs: readonly LinkedPair[], swapped: boolean, printedOf: PrintedOf): Link["differences"] {
  return {
    due: from.due === to.due ? null : [from.due, to.due],
    lead: from.lead.join("|") === to.lead.join("|") ? null : [[...from.lead], [...to.lead]],
    figures: figuresOf(pairs, swapped, printedOf),
    added: wordsOnlyIn(pairs, swapped ? "b" : "a", printedOf),
    dropped: wordsOnlyIn(pairs, swapped ? "a" : "b", printedOf),
  };
}

/** Figures that stand in the same place of equal words and are others: 12公里, 15公里. */
function figuresOf(pairs: readonly LinkedPair[], swapped: boolean, printedOf: PrintedOf): [string, string][] {
  const figures: [string, string][] = [];
  for (const { a, b, blocks } of pairs) {
    for (const block of inOrder(blocks, swapped ? "b" : "a")) {
      for (let i = 0; i < block.length; i++) {
        if (a.text.charAt(block.a + i) !== figureSign) continue;
        const [x, y] = [printedAt(printedOf(a), block.a + i), printedAt(printedOf(b), block.b + i)];
        if (x !== y) figures.push(swapped ? [y, x] : [x, y]);
      }
    }
  }
  return figures;
}

function inOrder(blocks: readonly Block[], side: "a" | "b"): readonly Block[] {
  return [...blocks].sort((one, other) => one[side] - other[side]);
}

/** Where one character stands for another between equal words, 东门 and 北门: it is told, as short as it is. */
function exchanged(clause: Clause, pairs: readonly LinkedPair[], side: "a" | "b"): ReadonlySet<number> {
  const found = new Set<number>();
  for (const pair of pairs) {
    if (pair[side] !== clause) continue;
    const blocks = inOrder(pair.blocks, "a");
    for (const [i, { a, b, length }] of blocks.entries()) {
      const next = blocks[i + 1];
      if (next?.a === a + length + 1 && next.b === b + length + 1 && isWord(pair.a.text.charAt(a + length)) && isWord(pair.b.text.charAt(b + length))) found.add(side === "a" ? a + length : b + length);
    }
  }
  return found;
}

function isWord(character: string): boolean {
  return character.charCodeAt(0) > 2 && !particles.includes(character);
}

/** Words of one side that stand nowhere in the linked sentences of the other, in reading order. */
function wordsOnlyIn(pairs: readonly LinkedPair[], side: "a" | "b", printedOf: PrintedOf): string[] {
  const others = [...new Set(pairs.map((pair) => pair[side === "a" ? "b" : "a"]))].map((clause) => unequal(clause, pairs, side === "a" ? "b" : "a")).join(gap);
  return [...new Set(pairs.map((pair) => pair[side]))].flatMap((clause) => {
    const { words: printed, from, to } = printedOf(clause);
    const left = unequal(clause, pairs, side);
    const alone = exchanged(clause, pairs, side);
    const own = Array.from({ length: left.length }, (_, i) => (left.charAt(i) === gap ? " " : "x"));
    for (const { a, length } of commonBlocks(left, others, gap, shortest)) own.fill(" ", a, a + length);
    return [...own.join("").matchAll(/x+/gu)].filter(({ index, 0: run }) => run.length >= shortest || alone.has(index)).map(({ index, 0: run }) => printed.slice(from[index] ?? 0, to[index + run.length - 1] ?? 0));
  });
}

/** A sentence with gaps for what is equal. Signs stay: 全省 and 全市 are the same to a comparison, and different words. */
function unequal(clause: Clause, pairs: readonly LinkedPair[], side: "a" | "b"): string {
  const equal = equalIn(clause, pairs, side);
  return Array.from({ length: clause.text.length }, (_, i) => (equal[i] === 1 ? gap : clause.text.charAt(i))).join("");
}
