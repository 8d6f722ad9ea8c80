/** Columns of words to blocks: columns side by side, in the order in which they are read. */
import { unite, type Glyph } from "./ink.ts";
import type { Box } from "../../model/position.ts";
import { columnOrder, type Order } from "./vertical-order.ts";
import type { DrawnColumn } from "./vertical-columns.ts";
import { addAll } from "../../model/add-all.ts";

/** Columns that stand side by side, in reading order. */
export interface VerticalBlock {
  readonly columns: readonly DrawnColumn[];
  readonly box: Box;
  /** Size of most of its type, in points. */
  readonly size: number;
  readonly order: Order;
}

/** Columns side by side leave no more white between them, in ems. */
const apart = 3.2;
/** Pieces of one column have middles this near each other, in ems. */
const same = 0.4;
/** Columns side by side share so much of the height of the shorter, or begin this near each other, in ems. */
const shared = 0.5;
const indent = 3;

/** The blocks of a page, in reading order: from the top, and from the right where they stand beside each other. */
export function blocksOf(columns: readonly DrawnColumn[]): VerticalBlock[] {
  return sorted(groupsOf(columns).map(blockFrom));
}

function blockFrom(group: readonly DrawnColumn[]): VerticalBlock {
  const whole = joined(group);
  const { order, columns } = columnOrder(whole);
  return { columns, box: columns.reduce<Box>((box, column) => unite(box, boxOf(column)), boxOf(columns[0] ?? whole[0] ?? nowhere)), size: commonSize(columns), order };
}

const nowhere = { left: 0, top: 0, right: 0, bottom: 0 };

function boxOf({ left, top, right, bottom }: Pick<DrawnColumn, "left" | "top" | "right" | "bottom">): Box {
  return [left, top, right, bottom];
}

/** Columns that stand beside each other, one by one. */
function groupsOf(columns: readonly DrawnColumn[]): DrawnColumn[][] {
  const groups: DrawnColumn[][] = [];
  for (const column of [...columns].sort((a, b) => b.right - a.right)) {
    const own = groups.filter((group) => group.some((other) => isBeside(other, column)));
    const [first] = own;
    if (first === undefined) groups.push([column]);
    else {
      addAll(first, own.slice(1).flat());
      first.push(column);
      for (const group of own.slice(1)) groups.splice(groups.indexOf(group), 1);
    }
  }
  return groups;
}

function isBeside(a: DrawnColumn, b: DrawnColumn): boolean {
  const em = Math.max(a.size, b.size);
  const between = Math.max(a.left, b.left) - Math.min(a.right, b.right);
  const common = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return between < apart * em && between > -0.6 * em && (common > shared * Math.min(a.bottom - a.top, b.bottom - b.top) || (common > 0 && Math.abs(a.top - b.top) < indent * em));
}

/** Pieces of one column as one, as those around a wide blank; from the right. */
function joined(columns: readonly DrawnColumn[]): DrawnColumn[] {
  const whole: DrawnColumn[] = [];
  for (const column of [...columns].sort((a, b) => middleOf(b) - middleOf(a) || a.top - b.top)) {
    const last = whole.at(-1);
    if (last === undefined || Math.abs(middleOf(last) - middleOf(column)) > same * Math.max(last.size, column.size)) whole.push(column);
    else whole[whole.length - 1] = union(last, column);
  }
  return whole;
}

function middleOf({ left, right }: DrawnColumn): number {
  return (left + right) / 2;
}

function union(a: DrawnColumn, b: DrawnColumn): DrawnColumn {
  const [left, top, right, bottom] = unite(boxOf(a), boxOf(b));
  const glyphs: readonly Glyph[] = a.top <= b.top ? [...a.glyphs, ...b.glyphs] : [...b.glyphs, ...a.glyphs];
  return { ...a, left, top, right, bottom, glyphs, nth: Math.min(a.nth, b.nth) };
}

function commonSize(columns: readonly DrawnColumn[]): number {
  const counts = new Map<number, number>();
  for (const { size, glyphs } of columns) counts.set(size, (counts.get(size) ?? 0) + glyphs.length);
  return [...counts].reduce<readonly [number, number]>((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0])[0];
}

/** Blocks one below the other from the top; those beside each other from the right. */
function sorted(blocks: readonly VerticalBlock[]): VerticalBlock[] {
  const rows: VerticalBlock[][] = [];
  for (const block of [...blocks].sort((a, b) => a.box[1] - b.box[1])) {
    const row = rows.at(-1);
    if (row !== undefined && row.some((other) => isLevel(other, block))) row.push(block);
    else rows.push([block]);
  }
  return rows.flatMap((row) => row.sort((a, b) => b.box[2] - a.box[2]));
}

function isLevel({ box: a }: VerticalBlock, { box: b }: VerticalBlock): boolean {
  return Math.min(a[3], b[3]) - Math.max(a[1], b[1]) > shared * Math.min(a[3] - a[1], b[3] - b[1]);
}

/** Whether blocks stand so that nobody can say which is read first: they share some of their height, and not most of it. */
export function areScattered(blocks: readonly VerticalBlock[]): boolean {
  return blocks.some(({ box: a }, i) =>
    blocks.slice(i + 1).some(({ box: b }) => {
      const common = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
      return common > 0.1 * Math.min(a[3] - a[1], b[3] - b[1]) && common <= shared * Math.min(a[3] - a[1], b[3] - b[1]);
    }),
  );
}
