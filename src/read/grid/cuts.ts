/** Where columns of text part: in the white between them, clear of the words above that are wider than their column. */
import type { TextColumn } from "./gutters.ts";
import type { Entry } from "./tiers.ts";

/** The cut between each two neighbouring columns, at the middle of the widest stretch that the fewest words touch. */
export function cutsOf(columns: readonly TextColumn[], entries: readonly Entry[]): number[] {
  return columns.slice(1).map((column, i) => cutBetween(columns[i]?.right ?? column.left, column.left, entries));
}

function cutBetween(from: number, to: number, entries: readonly Entry[]): number {
  const near = entries.filter(({ left, right }) => right > from && left < to);
  const edges = [from, ...near.flatMap(({ left, right }) => [left, right]).filter((edge) => edge > from && edge < to), to].sort((a, b) => a - b);
  let best = { at: (from + to) / 2, touched: Infinity, width: 0 };
  for (let i = 1; i < edges.length; i++) {
    const [start, end] = [edges[i - 1] ?? from, edges[i] ?? to];
    const at = (start + end) / 2;
    const touched = near.filter(({ left, right }) => left < at && right > at).length;
    const width = end - start;
    if (width > 0.1 && (touched < best.touched || (touched === best.touched && width > best.width))) best = { at, touched, width };
  }
  return best.at;
}
