/** The line that heads the columns of a table without rules, and the columns that each of its words spans. */
import { columnKind } from "../../rules/columns.ts";
import { readUnitHeader } from "../../rules/units/headers.ts";
import { segmentsOf, wordsOf, type Segment, type TextColumn } from "./gutters.ts";
import type { Line } from "./lines.ts";

/** The words of a line that heads columns: three or more, two of them known; null for any other line. */
export function headerOf(line: Line): readonly Segment[] | null {
  if (line.direction !== 0) return null;
  const segments = segmentsOf(line);
  if (segments.length < 3 || segments.length > 15) return null;
  // Words with a colon behind them are labels of a form, for what stands beside them.
  if (segments.filter((segment) => /[:：]$/u.test(wordsOf(segment))).length * 2 > segments.length) return null;
  const known = segments.filter((segment) => {
    const words = wordsOf(segment);
    return words.length <= 12 && (columnKind(words) !== null || readUnitHeader(words) !== null);
  });
  return known.length >= 2 && known.length * 2 >= segments.length ? segments : null;
}

/** Shares the columns among the words of a header, so that each stands as near as can be over the middle of its columns. */
export function spansOf(header: readonly Segment[], columns: readonly TextColumn[]): [c0: number, c1: number][] {
  const words = header.length;
  const count = columns.length;
  if (words >= count) return header.map((_, i) => [Math.min(i, count - 1), Math.min(i, count - 1) + 1]);
  const cost = (word: number, c0: number, c1: number): number => {
    const segment = header[word];
    const left = columns[c0]?.left ?? 0;
    const right = columns[c1 - 1]?.right ?? 0;
    return segment === undefined ? Infinity : Math.abs((segment.left + segment.right - left - right) / 2);
  };
  // best[w][c]: the first w words over the first c columns.
  const best: { cost: number; from: number }[][] = [[{ cost: 0, from: 0 }]];
  for (let w = 1; w <= words; w++) {
    const row: { cost: number; from: number }[] = [];
    for (let c = w; c <= count - (words - w); c++) {
      for (let from = w - 1; from < c; from++) {
        const before = best[w - 1]?.[from];
        if (before === undefined) continue;
        const total = before.cost + cost(w - 1, from, c);
        if (total < (row[c]?.cost ?? Infinity)) row[c] = { cost: total, from };
      }
    }
    best.push(row);
  }
  const spans: [number, number][] = [];
  for (let w = words, c = count; w > 0; w--) {
    const from = best[w]?.[c]?.from ?? w - 1;
    spans.unshift([from, c]);
    c = from;
  }
  return spans;
}
