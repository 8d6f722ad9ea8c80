/** Lines across a page that end together and hold a table between them: its top, its bottom, and those below its head and between its rows. */
import { caption } from "../../rules/captions.ts";
import type { Stroke } from "./components.ts";
import { segmentsOf } from "./gutters.ts";
import type { Line } from "./lines.ts";
import { largest, smallest } from "../../model/extremes.ts";

/** Ends this near each other, in points, end together. */
export const together = 3;
/** Pieces of one line drawn column by column leave gaps up to this width, in points. */
const pieceGap = 18;

/** The rows of a table that nothing parts, above and below the words between two tables. */
const fewestRows = 3;

/** Lines across a region from the top, two at least. */
export interface Stack {
  readonly left: number;
  readonly right: number;
  readonly across: readonly number[];
}

/** The stacks of the lines of a page that text stands between as in a table; `lines` are those of text. */
export function stacksOf(strokes: readonly Stroke[], lines: readonly Line[]): Stack[] {
  const stacks: Stroke[][] = [];
  for (const stroke of wholeLines(strokes)) {
    const stack = stacks.find(([first]) => first !== undefined && Math.abs(first.from - stroke.from) <= together && Math.abs(first.to - stroke.to) <= together);
    if (stack === undefined) stacks.push([stroke]);
    else stack.push(stroke);
  }
  return stacks.filter(({ length }) => length >= 2).flatMap((stack) => partStack(stack, lines));
}

/** Lines drawn in pieces, one a column, as one; from the top. */
export function wholeLines(strokes: readonly Stroke[]): Stroke[] {
  const whole: Stroke[] = [];
  for (const stroke of [...strokes].sort((a, b) => a.at - b.at || a.from - b.from)) {
    const last = whole.at(-1);
    if (last !== undefined && last.at === stroke.at && stroke.from - last.to <= pieceGap) whole[whole.length - 1] = { ...last, to: Math.max(last.to, stroke.to) };
    else whole.push(stroke);
  }
  return whole;
}

/** Parts a stack where captions, notes or running text stand between two of its lines. */
function partStack(stack: readonly Stroke[], lines: readonly Line[]): Stack[] {
  const left = smallest(stack.map(({ from }) => from));
  const right = largest(stack.map(({ to }) => to));
  const within = lines.filter((line) => line.right > left && line.left < right);
  const parts: number[][] = [[stack[0]?.at ?? 0]];
  for (let i = 1; i < stack.length; i++) {
    const [from, to] = [stack[i - 1]?.at ?? 0, stack[i]?.at ?? 0];
    const between = within.filter(({ depth }) => depth > from && depth < to);
    if (isApart(between, right - left) || (below(within, stack, i - 1) >= fewestRows && below(within, stack, i + 2) >= fewestRows && countRows(between) === 0)) parts.push([to]);
    else parts.at(-1)?.push(to);
  }
  return parts.filter(({ length }) => length >= 2).map((across) => ({ left, right, across }));
}

/** Lines of several words between one of the lines of a stack and the one before. */
function below(lines: readonly Line[], stack: readonly Stroke[], i: number): number {
  const [from, to] = [stack[i - 1]?.at, stack[i]?.at];
  return from === undefined || to === undefined ? 0 : countRows(lines.filter(({ depth }) => depth > from && depth < to));
}

function countRows(lines: readonly Line[]): number {
  return lines.filter((line) => segmentsOf(line).length >= 2).length;
}

/** Lines come from the top: those that share a height follow each other, so many at most. */
const neighbours = 8;

/** Whether lines of text stand between two tables rather than in one. */
function isApart(lines: readonly Line[], width: number): boolean {
  if (lines.some(({ text }) => caption.pattern.test(text))) return true;
  const single = lines.filter((line, i) => segmentsOf(line).length < 2 && !lines.slice(Math.max(0, i - neighbours), i + neighbours + 1).some((other) => isBeside(line, other)));
  return single.length > 0.6 * lines.length && (single.length >= 4 || single.some((line) => line.right - line.left > 0.7 * width));
}

/** Lines that share some of their height and none of their width: cells that are centred beside cells of more lines. */
function isBeside(line: Line, other: Line): boolean {
  return line.bottom > other.top && other.bottom > line.top && (line.right < other.left || other.right < line.left);
}
