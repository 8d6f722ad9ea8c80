/** Rows without lines: where running numbers or first words begin them, and what stands in their columns. */
import type { Table } from "../../model/document.ts";
import type { Box } from "../../model/position.ts";
import { centredStarts, type Extent } from "./centred-rows.ts";
import { columnOf, segmentsOf, wordsOf, type Segment, type TextColumn } from "./gutters.ts";
import { boxAround } from "./ink.ts";
import { linesOf, type Line } from "./lines.ts";
import { plainText, type PageCell, type PageTable } from "./page-table.ts";
import { startsItem } from "./paragraphs.ts";
import { rowBreaks } from "./row-breaks.ts";
import { tiersOf } from "./tiers.ts";
import { serialNumber } from "./profile.ts";
import { largest, smallest } from "../../model/extremes.ts";

/** What is known of the columns of a table over all of its pages. */
export interface ColumnPlan {
  readonly columns: readonly TextColumn[];
  /** Edges between and around the columns. */
  readonly xs: readonly number[];
  /** The column of running numbers, -1 without one. */
  readonly serial: number;
}

/** A stretch of words in columns `[c0, c1)` of row `row`. */
interface Placed {
  readonly segment: Segment;
  readonly c0: number;
  readonly c1: number;
  row: number;
}

/** Works out the columns' plan from all body lines of the table. */
export function planOf(columns: readonly TextColumn[], lines: readonly Line[], outer: readonly [number, number]): ColumnPlan {
  const xs = [outer[0], ...columns.slice(1).map((column, i) => ((columns[i]?.right ?? 0) + column.left) / 2), outer[1]];
  const counts = columns.map(() => ({ all: 0, numbers: [] as number[] }));
  for (const line of lines) {
    for (const segment of segmentsOf(line, columns)) {
      const count = counts[columnOf(columns, segment)];
      if (count === undefined) continue;
      count.all++;
      const words = wordsOf(segment);
      if (serialNumber.test(words)) count.numbers.push(Number(/\d+/u.exec(words)?.[0] ?? 0));
    }
  }
  return { columns, xs, serial: counts.findIndex(({ all, numbers }) => numbers.length >= 2 && numbers.length >= 0.6 * all && areRunning(numbers)) };
}

/** Whether most numbers follow the one before, or begin anew; amounts do not. */
function areRunning(numbers: readonly number[]): boolean {
  const pairs = numbers.slice(1).map((number, i) => number - (numbers[i] ?? 0) === 1 || number === 1);
  return pairs.filter(Boolean).length * 5 >= pairs.length * 3;
}

/** The table on one page. `header` are its words and the columns they span. */
export function tableFromText(plan: ColumnPlan, page: number, lines: readonly Line[], header: readonly { readonly segment: Segment; readonly span: readonly [number, number] }[], method: Table["method"]): PageTable {
  const placed = lines.flatMap((line) => segmentsOf(line, plan.columns).map((segment) => place(segment, plan)));
  const breaks = (): number[] => rowBreaks(tiersOf(lines, plan.xs.slice(1, -1)), plan.columns.length);
  const starts = plan.serial > 0 ? rowStarts(placed, plan.serial) : [-Infinity, ...breaks()];
  for (const item of placed) item.row = rowOf(starts, item.segment);
  const head = header.length > 0 ? 1 : 0;
  const rows = starts.length;
  const cells = [...headerCells(header, plan, page), ...labelCells(placed, plan, page, rows, head), ...bodyCells(placed, plan, page, rows, head)];
  const tops = starts.map((index) => (index === -Infinity ? (lines[0]?.top ?? 0) : index));
  const around = boxAround([...lines, ...header.flatMap(({ segment }) => [segment.line])]) ?? [0, 0, 0, 0];
  const box: Box = [plan.xs[0] ?? around[0], around[1], plan.xs.at(-1) ?? around[2], around[3]];
  const ys = [...(head === 1 ? [header[0]?.segment.line.top ?? around[1]] : []), ...tops, around[3]];
  return { page, xs: plan.xs, ys, cells: fill(cells, rows + head, plan), missing: [], box, method, confidence: plan.serial === -1 ? 0.5 : 0.7, irregular: 0 };
}

function place(segment: Segment, { columns }: ColumnPlan): Placed {
  const first = segment.glyphs[0];
  const last = segment.glyphs.at(-1);
  const c0 = first === undefined ? 0 : columnOf(columns, first);
  const c1 = last === undefined ? c0 + 1 : columnOf(columns, last) + 1;
  return { segment, c0, c1, row: 0 };
}

/** Tops of the rows that running numbers begin; the first is -Infinity when the page begins within a row of the page before. */
function rowStarts(placed: readonly Placed[], serial: number): number[] {
  const numbers = placed.flatMap(({ c0, segment }) => (c0 === serial && serialNumber.test(wordsOf(segment)) ? [segment] : []));
  const beside = placed.flatMap(({ c0, segment }) => (c0 >= serial ? [segment] : []));
  const tops = [...new Set(numbers.map(({ line }) => line))].map(({ top }) => top);
  const starts = [...(centredStarts(numbers.map(extentOf), beside.map(extentOf)) ?? tops)];
  const first = beside[0]?.line.top;
  if (starts.length === 0 || (first !== undefined && first < (starts[0] ?? 0) - 2)) starts.unshift(-Infinity);
  return starts;
}

function extentOf({ glyphs }: Segment): Extent {
  return { top: smallest(glyphs.map(({ top }) => top)), bottom: largest(glyphs.map(({ bottom }) => bottom)) };
}

function rowOf(starts: readonly number[], { line }: Segment): number {
  const middle = (line.top + line.bottom) / 2;
  let row = 0;
  while (row + 1 < starts.length && (starts[row + 1] ?? Infinity) <= middle) row++;
  return row;
}

function headerCells(header: readonly { readonly segment: Segment; readonly span: readonly [number, number] }[], plan: ColumnPlan, page: number): PageCell[] {
  return header.map(({ segment, span: [c0, c1] }) => cellFrom({ r0: 0, r1: 1, c0, c1 }, [segment], plan, page));
}

/** Left of the numbers stand labels for several rows: each holds until the next one beside or left of it. */
function labelCells(placed: readonly Placed[], plan: ColumnPlan, page: number, rows: number, head: number): PageCell[] {
  const blocks: { items: Placed[]; c0: number; c1: number; r0: number }[] = [];
  for (const item of placed) {
    if (item.c0 >= plan.serial) continue;
    const last = blocks.findLast(({ c0, c1 }) => c0 < item.c1 && c1 > item.c0);
    const line = last?.items.at(-1)?.segment.line;
    const follows = line !== undefined && item.segment.line.top - line.bottom < 0.9 * line.size && !startsItem.test(wordsOf(item.segment));
    if (last !== undefined && follows) {
      last.items.push(item);
      last.c0 = Math.min(last.c0, item.c0);
      last.c1 = Math.max(last.c1, Math.min(item.c1, plan.serial));
    } else blocks.push({ items: [item], c0: item.c0, c1: Math.min(item.c1, plan.serial), r0: item.row });
  }
  return blocks.map(({ items, c0, c1, r0 }, i) => {
    const next = blocks.slice(i + 1).find((other) => other.r0 > r0 && other.c0 < c1);
    return cellFrom({ r0: r0 + head, r1: (next?.r0 ?? rows) + head, c0, c1 }, items.map(({ segment }) => segment), plan, page);
  });
}

/** The other columns have a cell a row; an empty one belongs to the cell above, which is printed once for several rows. */
function bodyCells(placed: readonly Placed[], plan: ColumnPlan, page: number, rows: number, head: number): PageCell[] {
  const first = Math.max(plan.serial, 0);
  const cells = new Map<string, Placed[]>();
  for (const item of placed) {
    if (item.c0 < first) continue;
    const key = `${item.row},${item.c0},${item.c1}`;
    const before = `${item.row - 1},${item.c0},${item.c1}`;
    const merged = [...cells.keys()].find((other) => overlaps(other, item)) ?? (breaksOff(cells.get(before) ?? [], item) ? before : key);
    cells.set(merged, [...(cells.get(merged) ?? []), item]);
  }
  return [...cells].map(([key, items]) => {
    const [row = 0, c0 = 0, c1 = 1] = key.split(",").map(Number);
    let r1 = row + 1;
    if (c0 !== plan.serial && plan.serial > 0) while (r1 < rows && ![...cells.keys()].some((other) => covers(other, r1, c0, c1))) r1++;
    return cellFrom({ r0: row + head, r1: (isLong(plan, c0) ? row + 1 : r1) + head, c0, c1 }, items.map(({ segment }) => segment), plan, page);
  });
}

/** Whether the words above go on here: words of a cell for several rows run past the first of them. */
function breaksOff(above: readonly Placed[], { segment }: Placed): boolean {
  const last = above.at(-1)?.segment;
  if (last === undefined || segment.line.top - last.line.bottom > 0.9 * last.line.size) return false;
  const words = above.map((item) => wordsOf(item.segment)).join("");
  const open = words.split(/[（(《“]/u).length - words.split(/[）)》”]/u).length;
  return open > 0 || /[、，,及和与]$/u.test(words);
}

function overlaps(key: string, { row, c0, c1 }: Placed): boolean {
  const [r = 0, a = 0, b = 0] = key.split(",").map(Number);
  return r === row && a < c1 && b > c0;
}

function covers(key: string, row: number, c0: number, c1: number): boolean {
  const [r = 0, a = 0, b = 0] = key.split(",").map(Number);
  return r === row && a < c1 && b > c0;
}

/** The widest column holds the words of each row's own task. */
function isLong({ columns }: ColumnPlan, column: number): boolean {
  const widths = columns.map(({ left, right }) => right - left);
  return (widths[column] ?? 0) >= 0.6 * largest(widths);
}

function cellFrom({ r0, r1, c0, c1 }: { r0: number; r1: number; c0: number; c1: number }, segments: readonly Segment[], { columns }: ColumnPlan, page: number): PageCell {
  const lines = segments.flatMap(({ glyphs }) => linesOf(glyphs, page));
  const left = smallest([columns[c0]?.left ?? 0, ...segments.map((segment) => segment.left)]);
  const right = largest([columns[c1 - 1]?.right ?? 0, ...segments.map((segment) => segment.right)]);
  return { r0, r1, c0, c1, lines, words: plainText(lines), nested: [], openBelow: false, room: { from: left, to: right } };
}

/** Adds an empty cell for each slot that has none; above the first label of a page it is one cell, for a label of the page before may go on in it. */
function fill(cells: readonly PageCell[], rows: number, { columns, serial }: ColumnPlan): PageCell[] {
  const count = columns.length;
  const covered = new Uint8Array(rows * count);
  const all = [...cells];
  for (const { r0, r1, c0, c1 } of cells) for (let row = r0; row < r1; row++) covered.fill(1, row * count + c0, row * count + c1);
  for (let column = 0; column < count; column++) {
    for (let row = 0; row < rows; row++) {
      if (covered[row * count + column] === 1) continue;
      let r1 = row + 1;
      while (column < serial && r1 < rows && covered[r1 * count + column] === 0) r1++;
      const { left = 0, right = 0 } = columns[column] ?? {};
      all.push({ r0: row, r1, c0: column, c1: column + 1, lines: [], words: "", nested: [], openBelow: false, room: { from: left, to: right } });
      row = r1 - 1;
    }
  }
  return all.sort((a, b) => a.r0 - b.r0 || a.c0 - b.c0);
}
