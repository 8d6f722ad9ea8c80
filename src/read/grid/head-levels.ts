/** The head of a table in several levels: a line under words over several columns makes them one cell, and parts the columns below. */
import type { Stroke } from "./components.ts";
import type { TextColumn } from "./gutters.ts";
import type { Tier } from "./tiers.ts";
import { largest } from "../../model/extremes.ts";

/** The band of a head between two lines. */
interface Band {
  readonly from: number;
  readonly to: number;
  readonly tiers: readonly Tier[];
}

/** A line within the head, over columns `[c0, c1)`. */
interface Level {
  readonly at: number;
  readonly c0: number;
  readonly c1: number;
}

/** Lines of the head of a table; `edges` are those of the columns. */
export function headStrokes(band: Band | undefined, strokes: readonly Stroke[], columns: readonly TextColumn[], edges: readonly number[]): { horizontal: Stroke[]; vertical: Stroke[] } {
  if (band === undefined) return { horizontal: [], vertical: [] };
  const levels = [...strokes.flatMap((stroke) => drawnLevel(stroke, band, columns)), ...shownLevels(band)];
  const horizontal = levels.map(({ at, c0, c1 }): Stroke => ({ at, from: edges[c0] ?? 0, to: edges[c1] ?? 0 }));
  const heights = [...new Set([band.from, ...levels.map(({ at }) => at), band.to])].sort((a, b) => a - b);
  const vertical = edges.slice(1, -1).flatMap((at, cut) =>
    heights.slice(1).flatMap((to, i): Stroke[] => {
      const from = heights[i] ?? band.from;
      return isOpen(band, levels, cut, from, to) ? [] : [{ at, from, to }];
    }),
  );
  return { horizontal, vertical };
}

/** A drawn line covers a column when it runs over half of it. */
function drawnLevel({ at, from, to }: Stroke, band: Band, columns: readonly TextColumn[]): Level[] {
  if (at <= band.from || at >= band.to) return [];
  const covered = columns.flatMap(({ left, right }, i) => (Math.min(to, right) - Math.max(from, left) >= 0.5 * (right - left) ? [i] : []));
  const [c0 = -1] = covered;
  return c0 === -1 ? [] : [{ at, c0, c1: (covered.at(-1) ?? c0) + 1 }];
}

/** Words across columns over or under words of each of them part there as if a line was drawn. */
function shownLevels({ tiers }: Band): Level[] {
  return tiers.slice(1).flatMap((tier, i): Level[] => {
    const above = tiers[i];
    if (above === undefined) return [];
    const at = (above.bottom + tier.top) / 2;
    const wide = above.entries.filter(({ c0, c1 }) => c1 > c0 + 1);
    return wide.filter(({ c0, c1 }) => tier.entries.filter((entry) => entry.c0 < c1 && entry.c1 > c0).length >= 2).map(({ c0, c1 }) => ({ at, c0, c1 }));
  });
}

/** Whether the cut after column `cut` is open between two heights: words run across it, or one line below runs under the only words over its columns. */
function isOpen({ tiers }: Band, levels: readonly Level[], cut: number, from: number, to: number): boolean {
  const within = tiers.filter(({ top, bottom }) => (top + bottom) / 2 > from && (top + bottom) / 2 < to).flatMap(({ entries }) => entries);
  if (within.some(({ c0, c1 }) => c0 <= cut && c1 > cut + 1)) return true;
  const under = levels.filter(({ at, c0, c1 }) => at >= to - 0.1 && c0 <= cut && c1 > cut + 1).sort((a, b) => a.at - b.at)[0];
  if (under === undefined) return false;
  const over = tiers.filter(({ top, bottom }) => (top + bottom) / 2 > ceilingOf(levels, under, from) && (top + bottom) / 2 < under.at).flatMap(({ entries }) => entries).filter(({ c0, c1 }) => c0 < under.c1 && c1 > under.c0);
  return over.length > 0 && over.every((a) => over.every((b) => a.left < b.right && b.left < a.right));
}

/** The next line above one over some of its columns. */
function ceilingOf(levels: readonly Level[], under: Level, from: number): number {
  const above = levels.filter(({ at, c0, c1 }) => at < under.at && c0 < under.c1 && c1 > under.c0).map(({ at }) => at);
  return largest(above.filter((at) => at <= from + 0.1));
}
