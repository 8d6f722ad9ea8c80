/**
 * Rows that no line parts. Words that a row has once (numbers, times, marks) tell how far rows stand apart at least; what stands
 * nearer belongs to one row. Where all lines are equally far apart, a line without such words goes on in the row above when its words do.
 */
import { isValue } from "../../rules/cell-values.ts";
import { countsRows, isCutTime } from "../../rules/continuations.ts";
import { isChinese } from "./lines.ts";
import { startsItem } from "./paragraphs.ts";
import { median, type Entry, type Tier } from "./tiers.ts";

/** Tiers that overlap by this share of the type's size are of one row. */
const overlaps = 0.1;
/** Distances of lines that differ by less than this share of the type's size are equal. */
const equal = 0.12;
/** Rows of words only are parted by stripes that are wider than those between their lines by this share of the type's size. */
const clearly = 0.25;
/** Words that begin this share of the type's size farther right are indented. */
const indent = 0.45;

/** The heights at which rows part, between the tiers given; `columns` is how many there are. */
export function rowBreaks(tiers: readonly Tier[], columns: number): number[] {
  const breaks = breaksOf(tiers, columns);
  return breaks.map((i) => ((tiers[i - 1]?.bottom ?? 0) + (tiers[i]?.top ?? 0)) / 2);
}

/** The tiers that begin a row, without the first. */
function breaksOf(tiers: readonly Tier[], columns: number): number[] {
  if (tiers.length < 2) return [];
  const anchors = anchorsOf(tiers, columns);
  const gaps = gapsAbove(tiers);
  const em = tiers[0]?.size ?? 10;
  const pairs = pairsOf(tiers, anchors, gaps).filter(({ width }) => width > -overlaps * em);
  if (pairs.length === 0) return textBreaks(tiers, gaps, em, columns);
  const widths = pairs.map(({ width }) => width).sort((a, b) => a - b);
  const least = (widths[Math.floor(widths.length / 10)] ?? 0) - equal * em;
  const breaks = new Set<number>();
  for (let i = 1; i < tiers.length; i++) if ((gaps[i] ?? 0) >= Math.max(least, -overlaps * em)) breaks.add(i);
  for (const { at, from, to } of pairs) if (![...breaks].some((i) => i > from && i <= to)) breaks.add(at);
  return keepRows(tiers, [...breaks].sort((a, b) => a - b), anchors, widthsOf(tiers, columns));
}

/** The white stripe above each tier, up to what reaches down farthest; less than nothing where tiers overlap, as cells do that are centred beside each other. */
function gapsAbove(tiers: readonly Tier[]): number[] {
  let reached = -Infinity;
  return tiers.map(({ top, bottom }) => {
    const gap = top - reached;
    reached = Math.max(reached, bottom);
    return gap;
  });
}

/** The breaks at which a row begins, without those in the middle of one. */
function keepRows(tiers: readonly Tier[], breaks: readonly number[], anchors: ReadonlySet<number>, widths: readonly number[]): number[] {
  const kept: number[] = [];
  for (const at of breaks) {
    const row = tiers.slice(kept.at(-1) ?? 0, at);
    if (!goesOn(row, tiers[at], tiers[at + 1], anchors, widths)) kept.push(at);
  }
  return kept;
}

/** How wide the words of each column become. */
function widthsOf(tiers: readonly Tier[], columns: number): number[] {
  const extents = Array.from({ length: columns }, () => ({ left: Infinity, right: -Infinity }));
  for (const { entries } of tiers) {
    for (const { c0, c1, left, right } of entries) {
      const extent = extents[c0];
      if (extent === undefined || c1 !== c0 + 1) continue;
      extent.left = Math.min(extent.left, left);
      extent.right = Math.max(extent.right, right);
    }
  }
  return extents.map(({ left, right }) => right - left);
}

/** A row parts somewhere between two tiers, at the widest gap. */
interface Pair {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly width: number;
}

/** Neighbouring entries of the anchor columns, and of the first column when its words are short: those near each other may be one label. */
function pairsOf(tiers: readonly Tier[], anchors: ReadonlySet<number>, gaps: readonly number[]): Pair[] {
  const running = [...anchors].find((column) => isRunning(column, tiers));
  if (running !== undefined) return pairsIn(running, tiers, gaps);
  const pairs = [...anchors].flatMap((column) => pairsIn(column, tiers, gaps));
  const labels = anchors.has(0) || !isStub(tiers) ? [] : pairsIn(0, tiers, gaps).filter(({ from, to }) => hasCompany(tiers[from]) && hasCompany(tiers[to]));
  const usual = median([...pairs, ...labels].map(({ width }) => width));
  return [...pairs, ...labels.filter(({ width }) => width >= usual - equal * (tiers[0]?.size ?? 10))];
}

/** Whether a column counts the rows: 1, 2, 3. Times and sums beside it may go on over several lines. */
function isRunning(column: number, tiers: readonly Tier[]): boolean {
  return countsRows(tiers.flatMap(({ entries }) => entries.flatMap((entry) => (entry.c0 === column && entry.c1 === column + 1 ? [entry.words] : []))), 2);
}

/** A name that is set in two lines has words beside both of them only when those run over two lines as well. */
function hasCompany(tier: Tier | undefined): boolean {
  return tier !== undefined && tier.entries.length >= 2;
}

/** Whether the first column holds short names, one a row. */
function isStub(tiers: readonly Tier[]): boolean {
  const entries = tiers.flatMap((tier) => tier.entries.filter(({ c0, c1 }) => c0 === 0 && c1 === 1));
  return entries.length >= 2 && entries.every(({ words }) => words.length <= (isChinese(words) ? 6 : 14) && !/[、，,;；]$/u.test(words)) && tiers.some(({ entries: all }) => all.length > 1);
}

function pairsIn(column: number, tiers: readonly Tier[], gaps: readonly number[]): Pair[] {
  const pairs: Pair[] = [];
  let from = -1;
  let last = "";
  for (const [to, { entries }] of tiers.entries()) {
    const entry = entries.find(({ c0, c1 }) => c0 === column && c1 === column + 1);
    if (entry === undefined || isCutTime(last, entry.words)) continue;
    last = entry.words;
    if (from !== -1) {
      let at = to;
      for (let i = from + 1; i < to; i++) if ((gaps[i] ?? 0) > (gaps[at] ?? 0)) at = i;
      pairs.push({ from, to, at, width: gaps[at] ?? 0 });
    }
    from = to;
  }
  return pairs;
}

/** Columns whose words are values: each row has one at most. */
export function anchorsOf(tiers: readonly Tier[], columns: number): Set<number> {
  const counts = Array.from({ length: columns }, () => ({ all: 0, values: 0 }));
  for (const { entries } of tiers) {
    for (const { c0, c1, words } of entries) {
      const count = counts[c0];
      if (count === undefined || c1 !== c0 + 1) continue;
      count.all++;
      if (isValue(words)) count.values++;
    }
  }
  return new Set(counts.flatMap(({ all, values }, column) => (values >= 2 && values >= 0.6 * all ? [column] : [])));
}

/** Rows of words only: parted at wide stripes; without such, at each line when all of them fill all columns, else where the first column has words beside others. */
function textBreaks(tiers: readonly Tier[], gaps: readonly number[], em: number, columns: number): number[] {
  const inner = gaps.slice(1).sort((a, b) => a - b);
  const [nearest = 0] = inner;
  const wide = (inner.at(-1) ?? 0) > nearest + clearly * em;
  return tiers.flatMap(({ entries }, i) => {
    if (i === 0) return [];
    if (wide) return (gaps[i] ?? 0) > nearest + clearly * em ? [i] : [];
    const full = tiers.every((tier) => filled(tier) === columns);
    return full || (entries.length >= 2 && entries.some(({ c0 }) => c0 === 0)) ? [i] : [];
  });
}

function filled({ entries }: Tier): number {
  return entries.reduce((sum, { c0, c1 }) => sum + c1 - c0, 0);
}

/** Whether a tier that would begin a row goes on in the row above. */
function goesOn(row: readonly Tier[], tier: Tier | undefined, after: Tier | undefined, anchors: ReadonlySet<number>, widths: readonly number[]): boolean {
  if (tier === undefined) return false;
  const isCut = (entry: Entry): boolean => isCutTime(aboveIn(row, entry)?.words ?? "", entry.words);
  const hasValues = ({ entries }: Tier): boolean => entries.some((entry) => anchors.has(entry.c0) && !isCut(entry));
  if (hasValues(tier)) return row.length === 1 && !row.some(hasValues) && tier.entries.some((entry) => /^\p{Ll}/u.test(entry.words) && isOpen(aboveIn(row, entry), entry));
  if (tier.entries.length > 0 && tier.entries.every(isCut)) return true;
  if (!row.some(({ entries }) => entries.some(({ c0 }) => anchors.has(c0)))) return false;
  return tier.entries.every((entry) => {
    if (isCut(entry)) return true;
    const above = aboveIn(row, entry);
    return isOpen(above, entry) && (/^\p{Ll}/u.test(entry.words) || isHanging(entry, above, after, tier.size) || isWrapped(above, entry, widths[entry.c0] ?? 0, tier.size));
  });
}

/** The last words of a row in the column of an entry. */
function aboveIn(row: readonly Tier[], { c0 }: Entry): Entry | undefined {
  return row.flatMap(({ entries }) => entries).findLast((entry) => entry.c0 === c0);
}

/** Whether words may go on in others. */
function isOpen(above: Entry | undefined, { words }: Entry): boolean {
  return above !== undefined && !/[:：。；;]$/u.test(above.words) && !startsItem.test(words);
}

/** Whether words stand farther right than those above, and nothing farther right still follows. */
function isHanging({ c0, left }: Entry, above: Entry | undefined, after: Tier | undefined, em: number): boolean {
  const below = after?.entries.find((entry) => entry.c0 === c0);
  if (above === undefined || left < above.left + indent * em) return false;
  return below === undefined || below.left < left + indent * em;
}

/** Chinese words break anywhere: they go on when those above fill their column. */
function isWrapped(above: Entry | undefined, { words }: Entry, width: number, em: number): boolean {
  return above !== undefined && isChinese(words.slice(0, 1)) && above.right - above.left > width - 1.2 * em && above.right - above.left > 3 * em;
}
