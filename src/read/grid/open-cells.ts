/** Frames that lack the lines between their columns or between their rows: the words in their cells show what the lines do not. */
import type { CellLines } from "./cell-lines.ts";
import type { Figure, Stroke } from "./components.ts";
import { countsRows } from "../../rules/continuations.ts";
import { cutsOf, wordsIn } from "./cuts.ts";
import { segmentsOf, type Segment, type TextColumn } from "./gutters.ts";
import type { Lattice, LatticeCell } from "./lattice.ts";
import type { Line } from "./lines.ts";
import { anchorsOf, rowBreaks } from "./row-breaks.ts";
import { partLines } from "./segments.ts";
import { columnsOf } from "./text-region.ts";
import { joinTiers, median, tiersOf, type Entry, type Tier } from "./tiers.ts";
import { isShort, wordedFrom } from "./worded-tables.ts";

/** A cell with its lines of text. */
interface Read {
  readonly cell: LatticeCell;
  readonly lines: readonly Line[];
}

/** A figure with the lines between columns that its cells lack; null when they lack none. */
export function withColumns(figure: Figure, lattice: Lattice, texts: CellLines): Figure | null {
  const read = lattice.cells.filter(({ nested }) => nested.length === 0).map((cell): Read => ({ cell, lines: texts.of(cell) }));
  const strokes = groupsOf(read).flatMap((group) => cutsIn(group, lattice));
  return strokes.length === 0 ? null : { ...figure, vertical: [...figure.vertical, ...strokes].sort((a, b) => a.at - b.at) };
}

/** Cells over the same columns. */
function groupsOf(read: readonly Read[]): Read[][] {
  const groups = new Map<string, Read[]>();
  for (const item of read) {
    const key = `${item.cell.c0},${item.cell.c1}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}

/** Lines down the gutters that the words of like cells leave, in each cell whose words keep clear of them. */
function cutsIn(group: readonly Read[], { xs, ys }: Lattice): Stroke[] {
  const lines = group.flatMap((item) => item.lines);
  if (lines.some(({ direction }) => direction !== 0)) return [];
  const several = lines.filter(hasSeveral);
  if (several.length < 3 || !isUsual(group, lines, several)) return [];
  const columns = columnsOf(several);
  if (columns.length < 2 || isProse(lines, columns)) return [];
  const size = median(lines.map((line) => line.size));
  const cuts = cutsOf(columns, several.flatMap((line) => wordsIn(line))).map((cut, i) => {
    const [from, to] = [columns[i]?.right ?? cut, columns[i + 1]?.left ?? cut];
    return xs.find((x) => x > from - 0.5 * size && x < to + 0.5 * size) ?? cut;
  });
  if (!varies(several, cuts)) return [];
  const segments = partLines(lines, cuts);
  return cuts.flatMap((at) => group.filter((item) => !item.lines.some((line) => crosses(segments.get(line) ?? [], at))).map(({ cell: { r0, r1 } }): Stroke => ({ at, from: ys[r0] ?? 0, to: ys[r1] ?? 0 })));
}

/** Words far apart have a blank between them. */
function hasSeveral(line: Line): boolean {
  return line.text.includes(" ") && segmentsOf(line).length >= 2;
}

/** Whether most cells, or most lines of one that stands alone, have words in several places. */
function isUsual(group: readonly Read[], lines: readonly Line[], several: readonly Line[]): boolean {
  const filled = group.filter((item) => item.lines.length > 0);
  if (filled.length <= 2) return several.length >= 0.4 * lines.length || wordedFrom(lines, 0) === lines.length;
  return filled.filter((item) => item.lines.some(hasSeveral)).length >= 0.6 * filled.length;
}

/** Whether two columns at least hold more than the same words again and again: blanks of a form do not. */
function varies(lines: readonly Line[], cuts: readonly number[]): boolean {
  const words = new Map<number, Set<string>>();
  for (const { entries } of tiersOf(lines, cuts)) for (const { c0, words: own } of entries) words.set(c0, (words.get(c0) ?? new Set()).add(own));
  return [...words.values()].filter(({ size }) => size >= 2).length >= 2;
}

function crosses(segments: readonly Segment[], at: number): boolean {
  return segments.some(({ left, right }) => left < at - 1 && right > at + 1);
}

/** Running text in columns: long lines that end at one edge. */
function isProse(lines: readonly Line[], columns: readonly TextColumn[]): boolean {
  const segments = lines.flatMap((line) => segmentsOf(line));
  const long = segments.filter(({ left, right, line }) => right - left > 18 * line.size);
  return columns.length === 2 && long.length > 0.6 * segments.length;
}

/** A figure with the lines between rows that its tall cells lack; null when they lack none. */
export function withRows(figure: Figure, lattice: Lattice, texts: CellLines): Figure | null {
  const { xs, ys, cells } = lattice;
  const columns = xs.slice(1).map((right, i): TextColumn => ({ left: xs[i] ?? 0, right }));
  const bands = ys.slice(1).map((_, row) => cells.filter(({ r0, r1, nested }) => r0 === row && r1 === row + 1 && nested.length === 0));
  const all = bands.map((band) => tiersAcross(band, texts));
  const tall = all.map((tiers, row) => tiers.length >= 2 && (showsRows(tiers, columns) || (row === 1 && ys.length === 3 && beginRows(tiers, columns.length))));
  const count = (is: (row: number) => boolean): number => all.reduce((sum, { length }, row) => sum + (length >= 2 && is(row) ? length : 0), 0);
  if (count((row) => tall[row] === true) * 3 < count(() => true) * 2) return null;
  const strokes = all.flatMap((tiers, row) => {
    if (tall[row] !== true) return [];
    const spanned = bands[row] ?? [];
    return rowBreaks(tiers, columns.length).flatMap((at) => spanned.map(({ c0, c1 }): Stroke => ({ at, from: xs[c0] ?? 0, to: xs[c1] ?? 0 })));
  });
  return strokes.length === 0 ? null : { ...figure, horizontal: [...figure.horizontal, ...strokes].sort((a, b) => a.at - b.at) };
}

/** Lines of the cells of one row, side by side. */
function tiersAcross(band: readonly LatticeCell[], texts: CellLines): Tier[] {
  const single = band.flatMap((cell) => texts.of(cell).filter(({ direction }) => direction === 0).map((line) => ({ line, cell })));
  single.sort((a, b) => a.line.depth - b.line.depth);
  return joinTiers(single.map(({ line: { top, bottom, size, left, right, text }, cell: { c0, c1 } }) => ({ top, bottom, size, entries: [{ c0, c1, left, right, words: text }] })));
}

/** Whether lines side by side are rows of their own: the first column counts them, values of two columns stand level, or no line had to end where it does. */
function showsRows(tiers: readonly Tier[], columns: readonly TextColumn[]): boolean {
  if (columns.length >= 3 && countsRows(tiers.flatMap(({ entries }) => entries.filter(({ c0, c1 }) => c0 === 0 && c1 === 1).map(({ words }) => words)))) return true;
  const anchors = anchorsOf(tiers, columns.length);
  const level = tiers.filter(({ entries }) => entries.filter(({ c0, c1 }) => c1 === c0 + 1 && anchors.has(c0)).length >= Math.min(2, columns.length - 1));
  if (anchors.size >= 2) return level.length >= 2;
  const full = tiers.filter(({ entries }) => entries.length === columns.length);
  if (anchors.size === 1) return full.length >= 2 && columns.length >= 2;
  return columns.length >= 2 && full.length === tiers.length && tiers.slice(0, -1).every(({ entries }) => entries.every((entry) => endsShort(entry, columns)));
}

/** Whether each row below a head, as white stripes part them, has one short name in the first column. */
function beginRows(tiers: readonly Tier[], columns: number): boolean {
  const breaks = columns < 3 ? [] : rowBreaks(tiers, columns);
  if (breaks.length < 2) return false;
  const names = tiers.flatMap(({ top, bottom, entries }) => entries.filter(({ c0, c1 }) => c0 === 0 && c1 === 1).map((entry) => ({ entry, row: breaks.filter((at) => at < (top + bottom) / 2).length })));
  return names.length === breaks.length + 1 && names.every(({ entry, row }, i) => row === i && isShort(entry));
}

/** A line that leaves room for several more characters was ended by its writer. */
function endsShort({ c0, left, right }: Entry, columns: readonly TextColumn[]): boolean {
  const column = columns[c0];
  return column === undefined || right - left < 0.7 * (column.right - column.left);
}
