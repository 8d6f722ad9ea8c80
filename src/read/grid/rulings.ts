/** Pieces of ruling lines to whole lines: snapped to common coordinates, joined where only a gap of drawing parts them. */
import type { Rule } from "./ink.ts";

/** Pieces this near across, in points, lie on one line; the smallest sane row is about 12. */
const snapDistance = 2;
/** Pieces this near along, in points, are one line. */
const joinDistance = 3;
/** Lines shorter than this, in points, are dots, ticks or parts of characters. */
const shortest = 6;

/** Straight pieces on one coordinate, ascending and apart. */
export interface RulingLine {
  readonly at: number;
  readonly pieces: readonly (readonly [from: number, to: number])[];
}

/** The ruling lines of a page by axis, each ascending by coordinate. */
export interface Rulings {
  readonly horizontal: readonly RulingLine[];
  readonly vertical: readonly RulingLine[];
}

/** Joins the pieces of a page to lines. */
export function joinRules(rules: readonly Rule[]): Rulings {
  return {
    horizontal: linesOf(rules.filter(({ axis }) => axis === "horizontal")),
    vertical: linesOf(rules.filter(({ axis }) => axis === "vertical")),
  };
}

function linesOf(rules: readonly Rule[]): RulingLine[] {
  const lines: RulingLine[] = [];
  const sorted = [...rules].sort((a, b) => a.at - b.at);
  for (let start = 0; start < sorted.length; ) {
    const first = sorted[start];
    if (first === undefined) break;
    let end = start + 1;
    let last = first;
    for (let next = sorted[end]; next !== undefined && next.at - last.at <= snapDistance && next.at - first.at <= 2 * snapDistance; next = sorted[end]) {
      last = next;
      end++;
    }
    const group = sorted.slice(start, end);
    start = end;
    const pieces = joinPieces(group).filter(([from, to]) => to - from >= shortest);
    if (pieces.length > 0) lines.push({ at: centre(group), pieces });
  }
  return lines;
}

/** The coordinate of a line: the mean of its pieces by length. */
function centre(group: readonly Rule[]): number {
  let sum = 0;
  let weight = 0;
  for (const { at, from, to } of group) {
    const length = Math.max(to - from, 0.1);
    sum += at * length;
    weight += length;
  }
  return sum / weight;
}

function joinPieces(group: readonly Rule[]): [number, number][] {
  const sorted = [...group].sort((a, b) => a.from - b.from);
  const reach = dashGap(sorted);
  const joined: [number, number][] = [];
  for (const { from, to } of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && from - last[1] <= reach) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** Many short pieces with like gaps are a dashed line: its gaps are bridged. */
function dashGap(sorted: readonly Rule[]): number {
  const gaps: number[] = [];
  let end = -Infinity;
  for (const { from, to } of sorted) {
    if (from > end && end !== -Infinity) gaps.push(from - end);
    end = Math.max(end, to);
  }
  if (gaps.length < 8) return joinDistance;
  gaps.sort((a, b) => a - b);
  const median = gaps[gaps.length >> 1] ?? 0;
  return median <= 8 ? Math.max(joinDistance, 4 * median) : joinDistance;
}
