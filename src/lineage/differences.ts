/** What two linked tasks do not have in common. */
import type { Link } from "../model/link.ts";
import type { LinkedTask } from "./notices.ts";
import type { LinkedPair } from "./pairs.ts";
import { figureSign, gap } from "./clauses.ts";
import { printedAt, type PrintedOf } from "./printed.ts";

/** Shorter words between equal ones are particles. */
const shortest = 2;

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
    for (const block of blocks) {
      for (let i = 0; i < block.length; i++) {
        if (a.text.charAt(block.a + i) !== figureSign) continue;
        const [x, y] = [printedAt(printedOf(a), block.a + i), printedAt(printedOf(b), block.b + i)];
        if (x !== y) figures.push(swapped ? [y, x] : [x, y]);
      }
    }
  }
  return figures;
}

function wordsOnlyIn(pairs: readonly LinkedPair[], side: "a" | "b", printedOf: PrintedOf): string[] {
  const words: string[] = [];
  for (const clause of new Set(pairs.map((pair) => pair[side]))) {
    const { words: printed, text: folded, from, to } = printedOf(clause);
    const equal = new Uint8Array(folded.length);
    for (const pair of pairs) if (pair[side] === clause) for (const block of pair.blocks) equal.fill(1, block[side], block[side] + block.length);
    for (const { index, 0: run } of Array.from(equal, (one, i) => (one === 1 || folded.charAt(i) === gap ? " " : "x")).join("").matchAll(/x+/gu)) {
      if (run.length >= shortest) words.push(printed.slice(from[index] ?? 0, to[index + run.length - 1] ?? 0));
    }
  }
  return words;
}
