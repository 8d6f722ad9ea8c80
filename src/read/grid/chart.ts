/** Charts with lines across: their frame and grid lines look like a table, but their figures stand at the lines, outside, and their rows are blank. */
import { isFigures } from "../../rules/continuations.ts";
import { segmentsOf, wordsOf, type Segment } from "./gutters.ts";
import type { Line } from "./lines.ts";
import type { PageTable } from "./page-table.ts";

/** The tables among those that ruling lines make, and the charts. */
export interface Parted {
  readonly tables: readonly PageTable[];
  readonly charts: readonly PageTable[];
}

/** Labels of an axis stand this near the frame, in ems. */
const near = 6;
/** Labels are centred on their line to this share of their size. */
const level = 0.35;

/** Parts the tables of a page from its charts; `lines` are those outside. */
export function partCharts(found: readonly PageTable[], lines: readonly Line[]): Parted {
  const hollow = new Set(found.filter(isHollow));
  if (hollow.size === 0) return { tables: found, charts: [] };
  const labels = lines.flatMap((line) => segmentsOf(line)).filter((segment) => isFigures(wordsOf(segment).replaceAll(" ", "")));
  const isChart = (table: PageTable): boolean => isWordless(table) || (hollow.has(table) && labels.filter((label) => marksLine(label, table)).length >= 2);
  return { tables: found.filter((table) => !isChart(table)), charts: found.filter(isChart) };
}

/** Whether no cell of a grid holds a word: lines of a drawing, or a form that is all blank. */
function isWordless({ xs, ys, cells }: PageTable): boolean {
  return ys.length > 2 && xs.length > 2 && cells.every(({ words, nested }) => words === "" && nested.length === 0);
}

/** Whether most rows are blank. */
function isHollow({ ys, cells }: PageTable): boolean {
  const rows = ys.length - 1;
  const filled = new Set(cells.flatMap(({ r0, words, nested }) => (words === "" && nested.length === 0 ? [] : [r0])));
  return rows >= 2 && rows - filled.size >= Math.max(2, rows / 2);
}

/** Whether a figure stands beside the frame, centred on one of its lines. */
function marksLine({ left, right, line }: Segment, { box, ys }: PageTable): boolean {
  const beside = (right <= box[0] + 2 && box[0] - right < near * line.size) || (left >= box[2] - 2 && left - box[2] < near * line.size);
  const middle = (line.top + line.bottom) / 2;
  return beside && ys.some((y) => Math.abs(y - middle) <= level * line.size);
}
