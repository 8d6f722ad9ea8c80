/** Sentences of related notices that may share less than a fingerprint needs: every run of four characters is looked at. */
import type { ClauseIndex } from "./clause-index.ts";
import { shortestBlock } from "./blocks.ts";
import { addTo } from "./lists.ts";
import { leastRun } from "./rules.ts";

/** So many neighbouring grams has a run of the least length. */
const leastGrams = leastRun.related - shortestBlock + 1;

/** A run of four characters that more sentences of one notice have says nothing. */
const mostHolders = 100;

/** For each sentence of notice `a`, the sentences of the notices `others` that share enough runs of four characters. */
export function closePartners(a: readonly [from: number, to: number], others: readonly (readonly [from: number, to: number])[], { clauses }: ClauseIndex): Map<number, number[]> {
  const found = new Map<number, number[]>();
  const holders = new Map<string, number[]>();
  for (let i = a[0]; i < a[1]; i++) {
    for (const gram of gramsOf(clauses[i]?.text ?? "")) addTo(holders, gram, i);
  }
  for (const [from, to] of others) {
    for (let j = from; j < to; j++) {
      const counts = new Map<number, number>();
      for (const gram of gramsOf(clauses[j]?.text ?? "")) {
        const there = holders.get(gram) ?? [];
        if (there.length <= mostHolders) for (const i of there) counts.set(i, (counts.get(i) ?? 0) + 1);
      }
      for (const [i, count] of counts) if (count >= leastGrams) addTo(found, i, j);
    }
  }
  return found;
}

function gramsOf(text: string): Set<string> {
  const grams = new Set<string>();
  for (let i = 0; i + shortestBlock <= text.length; i++) grams.add(text.slice(i, i + shortestBlock));
  return grams;
}
