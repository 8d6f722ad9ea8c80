/** A region of text that is a table to the eye: its columns by white gutters, its rows by lines where there are some and by the words elsewhere. */
import type { Box } from "../../model/position.ts";
import type { Figure, Stroke } from "./components.ts";
import { cutsOf, wordsIn } from "./cuts.ts";
import { Coverage, segmentsOf, type TextColumn } from "./gutters.ts";
import { headStrokes } from "./head-levels.ts";
import type { Line } from "./lines.ts";
import { anchorsOf, rowBreaks } from "./row-breaks.ts";
import { tiersOf, type Tier } from "./tiers.ts";
import { largest, smallest } from "../../model/extremes.ts";

/** Words this near each other, in ems of their type, stand in one column. */
const narrowest = 0.6;

/** With so many bands between lines below the head, the lines are those between the rows. */
const mostOpen = 3;

/** A region and what is drawn in it. */
export interface Region {
  readonly box: Box;
  readonly lines: readonly Line[];
  /** Lines across the whole region, its upper and lower side among them. */
  readonly across: readonly number[];
  /** Other lines in it. */
  readonly strokes: readonly Stroke[];
  /** The head ends at the second of `across`. */
  readonly headed: boolean;
}

/** What a region reads as. */
export interface RegionTable {
  readonly figure: Figure;
  readonly columns: readonly TextColumn[];
  readonly tiers: readonly Tier[];
}

/** The lines that complete a region to a grid; null when its text stands in fewer than two columns. */
export function readRegion({ box, lines, across, strokes, headed }: Region): RegionTable | null {
  const body = headed ? lines.filter(({ depth }) => depth > (across[1] ?? 0)) : lines;
  const columns = withHeads(columnsOf(body), headed ? lines.filter(({ depth }) => depth < (across[1] ?? 0)) : lines.slice(0, 1));
  if (columns.length < 2) return null;
  const cuts = cutsOf(columns, lines.flatMap((line) => wordsIn(line)));
  const tiers = tiersOf(lines, cuts);
  const [left, top, right, bottom] = box;
  const bands = across.slice(1).map((to, i) => ({ from: across[i] ?? top, to, tiers: tiersWithin(tiers, across[i] ?? top, to) }));
  const head = headed ? headStrokes(bands[0], strokes, columns, [left, ...cuts, right]) : { horizontal: [], vertical: [] };
  const rest = headed ? bands.slice(1) : bands;
  const horizontal = [...across.map((at): Stroke => ({ at, from: left, to: right })), ...strokes.filter(({ at }) => !headed || at > (across[1] ?? top))];
  const drawn = strokes.filter(({ from, to }) => columns.filter((column) => from < column.left + 1 && to > column.right - 1).length >= 2);
  const anchors = anchorsOf(rest.flatMap((band) => band.tiers), columns.length);
  const open = rest.length < mostOpen || holdRows(rest, anchors);
  for (const band of open ? rest : []) {
    const parts = drawn.filter(({ at }) => at > band.from && at < band.to).map(({ at }) => at);
    for (const at of rowBreaks(band.tiers, columns.length)) if (!isDrawn(at, parts, band.tiers)) horizontal.push({ at, from: left, to: right });
  }
  const levels = [...new Set(horizontal.map(({ at }) => at))].filter((at) => !headed || at >= (across[1] ?? top)).sort((a, b) => a - b);
  const vertical = cuts.flatMap((at, cut) => levels.slice(1).flatMap((to, i) => (crosses(tiers, levels[i] ?? top, to, cut) ? [] : [{ at, from: levels[i] ?? top, to }])));
  const sides = [left, right].map((at): Stroke => ({ at, from: top, to: bottom }));
  return { figure: { horizontal: byPlace([...horizontal, ...head.horizontal]), vertical: byPlace([...sides, ...vertical, ...head.vertical]), box }, columns, tiers };
}

/** Whether most bands of several lines hold several rows: values of two columns stand level in two lines of each. */
function holdRows(bands: readonly { readonly tiers: readonly Tier[] }[], anchors: ReadonlySet<number>): boolean {
  const tall = bands.filter(({ tiers }) => tiers.length >= 2);
  const count = (some: readonly { readonly tiers: readonly Tier[] }[]): number => some.reduce((sum, { tiers }) => sum + tiers.length, 0);
  const level = tall.filter(({ tiers }) => tiers.filter(({ entries }) => entries.filter(({ c0, c1 }) => c1 === c0 + 1 && anchors.has(c0)).length >= Math.min(2, anchors.size)).length >= 2);
  return anchors.size > 0 && count(level) * 3 >= count(tall) * 2;
}

/** Whether a line over some columns stands where rows part: it leaves the cells of the others whole. */
function isDrawn(at: number, parts: readonly number[], tiers: readonly Tier[]): boolean {
  const above = largest(tiers.map(({ bottom }) => bottom).filter((bottom) => bottom <= at + 0.1));
  const below = smallest(tiers.map(({ top }) => top).filter((top) => top >= at - 0.1));
  return parts.some((part) => part >= above - 2 && part <= below + 2);
}

function byPlace(strokes: readonly Stroke[]): Stroke[] {
  return [...strokes].sort((a, b) => a.at - b.at);
}

function tiersWithin(tiers: readonly Tier[], from: number, to: number): Tier[] {
  return tiers.filter(({ top, bottom }) => (top + bottom) / 2 > from && (top + bottom) / 2 < to);
}

/** Whether words run across the cut before column `cut + 1` between two heights. */
function crosses(tiers: readonly Tier[], from: number, to: number, cut: number): boolean {
  return tiersWithin(tiers, from, to).some(({ entries }) => entries.some(({ c0, c1 }) => c0 <= cut && c1 > cut + 1));
}

/** Columns of the lines that have words in several. */
export function columnsOf(lines: readonly Line[]): TextColumn[] {
  const coverage = new Coverage();
  const several = lines.filter((line) => segmentsOf(line).length >= 2);
  for (const line of several) coverage.add(line);
  const size = several[0]?.size ?? 0;
  const columns: TextColumn[] = [];
  for (const column of coverage.columns()) {
    const last = columns.at(-1);
    if (last !== undefined && column.left - last.right < narrowest * size) columns[columns.length - 1] = { left: last.left, right: column.right };
    else columns.push(column);
  }
  return columns;
}

/** Words of a head that stand apart from all columns, with those above and below them, head one that is blank. */
function withHeads(columns: readonly TextColumn[], heads: readonly Line[]): TextColumn[] {
  const stretches = heads.flatMap((line) => segmentsOf(line).map(({ left, right }) => ({ left: left - narrowest * line.size, right: right + narrowest * line.size, column: { left, right } })));
  const groups: { left: number; right: number; column: TextColumn }[] = [];
  for (const stretch of stretches.sort((a, b) => a.left - b.left)) {
    const last = groups.at(-1);
    if (last === undefined || stretch.column.left >= last.column.right) groups.push({ ...stretch });
    else {
      last.right = Math.max(last.right, stretch.right);
      last.column = { left: last.column.left, right: Math.max(last.column.right, stretch.column.right) };
    }
  }
  // As many heads as columns head them, one each, however far they stand from the few words below.
  if (groups.length <= columns.length) return [...columns];
  const blank = groups.filter(({ left, right }) => columns.length > 0 && columns.every((column) => right < column.left || left > column.right));
  return [...columns, ...blank.map(({ column }) => column)].sort((a, b) => a.left - b.left);
}
