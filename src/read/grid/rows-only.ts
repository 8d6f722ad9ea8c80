/** Tables with lines between their rows only: their columns show by the gutters in their text. */
import type { Figure, Stroke } from "./components.ts";
import { Coverage, segmentsOf, type Segment, type TextColumn } from "./gutters.ts";
import type { Glyph } from "./ink.ts";
import { linesOf, type Line } from "./lines.ts";

/** Ends this near each other, in points, end together. */
const together = 3;
/** Words this near each other, in ems of their type, stand in one column. */
const narrowest = 0.6;

/** A line of text with its words far apart. */
interface Row {
  readonly line: Line;
  readonly segments: readonly Segment[];
}

/** Completes figures from lines across a page that end together, when the text between them stands in columns. */
export function rowRuledFigures(strokes: readonly Stroke[], glyphs: readonly Glyph[], page: number): Figure[] {
  return stacksOf(strokes).flatMap((stack) => figureOf(stack, strokes, glyphs, page) ?? []);
}

/** Lines of one left and one right end, from the top; two at least. */
function stacksOf(strokes: readonly Stroke[]): Stroke[][] {
  const stacks: Stroke[][] = [];
  for (const stroke of [...strokes].sort((a, b) => a.at - b.at)) {
    const stack = stacks.find(([first]) => first !== undefined && Math.abs(first.from - stroke.from) <= together && Math.abs(first.to - stroke.to) <= together);
    if (stack === undefined) stacks.push([stroke]);
    else stack.push(stroke);
  }
  return stacks.filter(({ length }) => length >= 2);
}

function figureOf(stack: readonly Stroke[], strokes: readonly Stroke[], glyphs: readonly Glyph[], page: number): Figure | null {
  const [top, second, bottom] = [stack[0]?.at ?? 0, stack[1]?.at ?? 0, stack.at(-1)?.at ?? 0];
  const left = Math.min(...stack.map(({ from }) => from));
  const right = Math.max(...stack.map(({ to }) => to));
  const inside = glyphs.filter((glyph) => isInside((glyph.left + glyph.right) / 2, left, right) && isInside((glyph.top + glyph.bottom) / 2, top, bottom));
  const rows = linesOf(inside, page).map((line): Row => ({ line, segments: segmentsOf(line) }));
  const columns = columnsOf(stack.length > 2 ? rows.filter(({ line }) => line.top > second - together) : rows);
  if (!isTable(rows, columns, stack.length)) return null;
  const within = strokes.filter(({ at, from, to }) => at >= top && at <= bottom && from >= left - together && to <= right + together);
  const horizontal = [...within, ...rowStarts(rows, columns, stack).map((at) => ({ at, from: left, to: right }))].sort((a, b) => a.at - b.at);
  return { horizontal, vertical: verticalsOf(rows, columns, horizontal, [left, right]), box: [left, top, right, bottom] };
}

function isInside(value: number, from: number, to: number): boolean {
  return value >= from && value <= to;
}

/** The header and one row at least stand in two columns or more; without a line below the header, in three. The head and the foot of a notice do not. */
function isTable(rows: readonly Row[], columns: readonly TextColumn[], lines: number): boolean {
  const [first] = rows;
  if (first === undefined || rows.some(({ line }) => line.direction !== 0) || columns.length < (lines > 2 ? 2 : 3)) return false;
  return first.segments.length >= 2 && rows.filter(({ segments }) => segments.length >= 2).length >= (lines > 2 ? 2 : 3);
}

/** Columns of the lines that have words in several. */
function columnsOf(rows: readonly Row[]): TextColumn[] {
  const coverage = new Coverage();
  const several = rows.filter(({ segments }) => segments.length >= 2);
  for (const { line } of several) coverage.add(line);
  const size = several[0]?.line.size ?? 0;
  const columns: TextColumn[] = [];
  for (const column of coverage.columns()) {
    const last = columns.at(-1);
    if (last !== undefined && column.left - last.right < narrowest * size) columns[columns.length - 1] = { left: last.left, right: column.right };
    else columns.push(column);
  }
  return columns;
}

/** Where rows begin between two lines: at each line of text, if all of them fill all columns; below the last line but one of three also at words in the first column beside others. */
function rowStarts(rows: readonly Row[], columns: readonly TextColumn[], stack: readonly Stroke[]): number[] {
  const starts: number[] = [];
  for (const [i, { at }] of stack.entries()) {
    const next = stack[i + 1];
    const between = next === undefined ? [] : rows.filter(({ line }) => line.depth > at && line.depth < next.at);
    const full = between.every(({ segments }) => columns.every((column) => segments.some((segment) => segment.left < column.right && segment.right > column.left)));
    const open = stack.length <= 3 && i === stack.length - 2;
    for (const [j, { line, segments }] of between.entries()) {
      const before = between[j - 1]?.line;
      const begins = full || (open && segments.length >= 2 && (segments[0]?.left ?? Infinity) < (columns[0]?.right ?? 0));
      if (before !== undefined && begins) starts.push((before.bottom + line.top) / 2);
    }
  }
  return starts;
}

/** Both sides, and a line down each gutter except where words run across it. */
function verticalsOf(rows: readonly Row[], columns: readonly TextColumn[], horizontal: readonly Stroke[], [left, right]: readonly [number, number]): Stroke[] {
  const levels = [...new Set(horizontal.map(({ at }) => at))];
  const [top = 0] = levels;
  const sides = [left, right].map((at): Stroke => ({ at, from: top, to: levels.at(-1) ?? top }));
  const gutters = columns.slice(1).map((column, i) => ((columns[i]?.right ?? left) + column.left) / 2);
  const inner = gutters.flatMap((at) =>
    levels.slice(1).flatMap((to, i): Stroke[] => {
      const from = levels[i] ?? top;
      const crossed = rows.some(({ line, segments }) => line.depth > from && line.depth < to && segments.some((segment) => segment.left < at - 1 && segment.right > at + 1));
      return crossed ? [] : [{ at, from, to }];
    }),
  );
  return [...sides, ...inner].sort((a, b) => a.at - b.at);
}
