/** Ruling lines in a picture: long thin runs of ink with paper on both sides. Strokes of characters in a row are runs, too, but have ink beside them. */
import { Parents } from "../grid/components.ts";
import type { Rule } from "../grid/ink.ts";
import { transposed, type Ink } from "./threshold.ts";

/** Lengths in points. A run across is longer than the strokes of two characters; down, rows are lower than columns are wide. */
const shortest = { horizontal: 24, vertical: 13 };
const thickest = 3.2;
/** So far from a line there is paper. */
const beside = 0.7;
/** The share of a line's sides that must be paper. */
const enoughPaper = 0.72;
/** A line that climbs by more than this, as in a photograph, is cut into pieces. */
const steepest = 1;

/** A line as it was found; the box in pixels is that of its ink. */
export interface InkLine {
  readonly rules: readonly Rule[];
  readonly axis: Rule["axis"];
  /** Its runs: row, first column and the one after the last, along its axis. */
  readonly runs: readonly Run[];
}

interface Run {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** The ruling lines of ink, `scale` pixels to a point; breaks of up to `gap` points are bridged. */
export function rulingLines(ink: Ink, scale: number, gap: number): InkLine[] {
  return [...linesAlong(ink, "horizontal", scale, gap), ...linesAlong(transposed(ink), "vertical", scale, gap)];
}

/** Lines across; the ink of a vertical axis is transposed. */
function linesAlong(ink: Ink, axis: Rule["axis"], scale: number, gap: number): InkLine[] {
  return componentsOf(ink, shortest[axis] * scale, Math.max(1, Math.round(gap * scale))).flatMap((runs) => {
    const rules = isLine(runs, ink, scale) ? rulesOf(runs, axis, scale) : [];
    return rules.length === 0 ? [] : [{ rules, axis, runs }];
  });
}

/** Long runs, those that touch from row to row together. */
function componentsOf(ink: Ink, length: number, gap: number): Run[][] {
  const rows = Array.from({ length: ink.height }, (_, row) => runsOf(ink, row, length, gap));
  const starts = rows.map(() => 0);
  for (let row = 1; row < rows.length; row++) starts[row] = (starts[row - 1] ?? 0) + (rows[row - 1]?.length ?? 0);
  const runs = rows.flat();
  const parents = new Parents(runs.length);
  for (let row = 1; row < rows.length; row++) {
    for (const [i, run] of (rows[row] ?? []).entries()) {
      for (const [j, above] of (rows[row - 1] ?? []).entries()) if (run.from <= above.to + gap && run.to >= above.from - gap) parents.join((starts[row] ?? 0) + i, (starts[row - 1] ?? 0) + j);
    }
  }
  return [...Map.groupBy(runs.keys(), (i) => parents.find(i)).values()].map((group) => group.flatMap((i) => runs[i] ?? []));
}

function runsOf({ width, data }: Ink, row: number, length: number, gap: number): Run[] {
  const runs: Run[] = [];
  const start = row * width;
  let [from, last] = [-1, -1];
  for (let x = 0; x <= width; x++) {
    const black = x < width && data[start + x] === 1;
    if (black) {
      if (from < 0) from = x;
      last = x;
    } else if (from >= 0 && (x - last > gap || x === width)) {
      if (last + 1 - from >= length) runs.push({ row, from, to: last + 1 });
      from = -1;
    }
  }
  return runs;
}

function isLine(runs: readonly Run[], ink: Ink, scale: number): boolean {
  const { from, to, ink: size } = extentOf(runs);
  if (size / (to - from) > thickest * scale) return false;
  const tops = new Int32Array(to - from).fill(-1);
  const bottoms = new Int32Array(to - from).fill(-1);
  for (const run of runs) {
    for (let x = run.from; x < run.to; x++) {
      if (tops[x - from] === -1) tops[x - from] = run.row;
      bottoms[x - from] = run.row;
    }
  }
  const away = Math.max(1, Math.round(beside * scale));
  let [paper, sides] = [0, 0];
  for (let i = 0; i < tops.length; i++) {
    const [top = -1, bottom = -1] = [tops[i], bottoms[i]];
    if (top < 0) continue;
    if (bottom - top > thickest * scale) continue;
    sides += 2;
    if (ink.data[Math.max(0, top - away) * ink.width + from + i] !== 1) paper++;
    if (ink.data[Math.min(ink.height - 1, bottom + away) * ink.width + from + i] !== 1) paper++;
  }
  return sides > 0 && paper >= enoughPaper * sides;
}

function extentOf(runs: readonly Run[]): { readonly from: number; readonly to: number; readonly ink: number } {
  let [from, to, ink] = [Infinity, 0, 0];
  for (const run of runs) {
    from = Math.min(from, run.from);
    to = Math.max(to, run.to);
    ink += run.to - run.from;
  }
  return { from, to, ink };
}

/** One rule; several for a line that climbs. */
function rulesOf(runs: readonly Run[], axis: Rule["axis"], scale: number): Rule[] {
  const { from, to } = extentOf(runs);
  const [first, last] = [runs[0]?.row ?? 0, runs.at(-1)?.row ?? 0];
  const pieces = Math.max(1, Math.min(20, Math.floor((last - first) / (steepest * scale) - thickest / 2)));
  return Array.from({ length: pieces }, (_, i) => [from + ((to - from) * i) / pieces, from + ((to - from) * (i + 1)) / pieces] as const).flatMap(([start, end]) => {
    let [sum, weight] = [0, 0];
    for (const run of runs) {
      const length = Math.max(0, Math.min(run.to, end) - Math.max(run.from, start));
      sum += (run.row + 0.5) * length;
      weight += length;
    }
    return weight === 0 ? [] : [{ axis, at: sum / weight / scale, from: start / scale, to: end / scale }];
  });
}

/** Paints lines over with paper, `halo` pixels more on each side: print is soft at its edges. */
export function withoutLines(grey: Uint8Array, width: number, height: number, lines: readonly InkLine[], halo: number): Uint8Array {
  const without = Uint8Array.from(grey);
  for (const { axis, runs } of lines) {
    for (const { row, from, to } of runs) {
      for (let across = row - halo; across <= row + halo; across++) {
        for (let along = from - halo; along < to + halo; along++) {
          const [x, y] = axis === "horizontal" ? [along, across] : [across, along];
          if (x >= 0 && y >= 0 && x < width && y < height) without[y * width + x] = 255;
        }
      }
    }
  }
  return without;
}
