/** Tables without any line and without known heads: lines of values in three plain columns or more. */
import { caption } from "../../rules/captions.ts";
import { isValue } from "../../rules/cell-values.ts";
import { CellLines } from "./cell-lines.ts";
import type { BodyPage } from "./furniture.ts";
import { segmentsOf, wordsOf } from "./gutters.ts";
import { boxAround } from "./ink.ts";
import type { Line } from "./lines.ts";
import type { PageItem } from "./page.ts";
import { readFigure } from "./read-figure.ts";
import { tableOf, type PageTable } from "./page-table.ts";
import { anchorsOf } from "./row-breaks.ts";
import { columnsOf, readRegion } from "./text-region.ts";

/** Fewer rows of values are no table: letter heads, forms and signatures have as many. */
const fewestRows = 3;
/** A white stripe higher than this, in sizes of the type, ends a table. */
const tallestGap = 2.2;
/** Lines of headings between two rows of values. */
const mostHeadings = 2;
/** Lines of the head above the first values. */
const mostHeads = 5;

/** The part `[start, end)` of the lines of a page that is a table. */
interface Block {
  readonly start: number;
  readonly end: number;
  readonly table: PageTable;
}

/** Puts tables in the place of the lines that make them. */
export function findPlain(pages: readonly BodyPage[], mostCells: number): BodyPage[] {
  return pages.map((page) => {
    const items: PageItem[] = [];
    let run: Line[] = [];
    for (const item of [...page.items, null]) {
      if (item?.kind === "line") {
        run.push(item.line);
        continue;
      }
      items.push(...readRun(run, mostCells));
      run = [];
      if (item !== null) items.push(item);
    }
    return items.length === page.items.length ? page : { ...page, items };
  });
}

/** Lines in reading order with the tables among them. */
function readRun(lines: readonly Line[], mostCells: number): PageItem[] {
  const items: PageItem[] = [];
  let next = 0;
  const addLines = (end: number): void => {
    for (const line of lines.slice(next, end)) items.push({ kind: "line", line });
    next = end;
  };
  for (const { start, end, table } of blocksOf(lines, mostCells)) {
    addLines(start);
    items.push({ kind: "table", table });
    next = end;
  }
  addLines(lines.length);
  return items;
}

function blocksOf(lines: readonly Line[], mostCells: number): Block[] {
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length; ) {
    const first = lines[i];
    if (first === undefined || !isRow(first, 3)) {
      i++;
      continue;
    }
    const end = endOf(lines, i);
    const start = headOf(lines, i, blocks.at(-1)?.end ?? 0);
    const table = tableFrom(lines.slice(start, end), lines.slice(i, end), mostCells);
    if (table !== null) blocks.push({ start, end, table });
    i = end;
  }
  return blocks;
}

/** A line of values: words in `least` places or more, values in all but one of them at least. */
function isRow(line: Line, least: number): boolean {
  if (line.direction !== 0 || !line.text.includes(" ")) return false;
  const segments = segmentsOf(line);
  return segments.length >= least && segments.filter((segment) => isValue(wordsOf(segment))).length >= Math.max(1, segments.length - 1);
}

function isNear(above: Line | undefined, below: Line | undefined): boolean {
  return above !== undefined && below !== undefined && above.page === below.page && below.top - above.bottom < tallestGap * below.size && Math.abs(above.size - below.size) < 0.3 * below.size;
}

/** Where the rows that follow each other from a line on end. */
function endOf(lines: readonly Line[], start: number): number {
  let end = start + 1;
  for (let i = end; i < lines.length && i - end <= mostHeadings && isNear(lines[i - 1], lines[i]); i++) {
    const line = lines[i];
    if (line !== undefined && isRow(line, 2)) end = i + 1;
  }
  return end;
}

/** Where the head above the first row of values begins: lines of several words, or of words that stand clear of the first column. */
function headOf(lines: readonly Line[], first: number, from: number): number {
  const row = lines[first];
  if (row === undefined) return first;
  const left = segmentsOf(row)[0]?.right ?? 0;
  let start = first;
  for (let i = first - 1; i >= from && first - i <= mostHeads && isNear(lines[i], lines[i + 1]); i--) {
    const line = lines[i];
    if (line === undefined || line.direction !== 0 || caption.pattern.test(line.text)) break;
    if (segmentsOf(line).length >= 2 || line.left > left) start = i;
    else if (segmentsOf(line).length !== 1 || line.right - line.left > 0.6 * (row.right - row.left)) break;
  }
  return start;
}

/** The table that lines make; null when they stand in fewer than three columns or in no columns at all. */
function tableFrom(lines: readonly Line[], body: readonly Line[], mostCells: number): PageTable | null {
  const rows = body.filter((line) => isRow(line, 3));
  const columns = columnsOf(body);
  if (rows.length < fewestRows || columns.length < 3 || rows.length * 2 < body.length) return null;
  const box = boxAround(lines);
  if (box === null) return null;
  const [left, top, right, bottom] = box;
  const neck = ((lines[lines.length - body.length - 1]?.bottom ?? top) + (body[0]?.top ?? top)) / 2;
  const across = lines.length > body.length ? [top, neck, bottom] : [top, bottom];
  const read = readRegion({ box, lines, across, strokes: [], headed: lines.length > body.length });
  if (read === null || anchorsOf(read.tiers, read.columns.length).size < 2) return null;
  const glyphs = lines.flatMap((line) => line.glyphs);
  const lattice = readFigure(read.figure, glyphs, mostCells);
  if (lattice === null || lattice === "oversized") return null;
  return { ...tableOf(lattice, new CellLines(lines[0]?.page ?? 0)), method: "unruled", confidence: 0.7, box: [left, top, right, bottom] };
}
