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
import { columnsOf, readRegion, type RegionTable } from "./text-region.ts";
import { isWorded, wordedFrom } from "./worded-tables.ts";
import { addAll } from "../../model/add-all.ts";

/** Fewer rows of values are no table: letter heads, forms and signatures have as many. */
const fewestRows = 3;
/** A white stripe higher than this, in sizes of the type, ends a table. */
const tallestGap = 2.2;
/** Lines of headings between two rows of values. */
const mostHeadings = 2;
/** Lines that head the same lines below are tried so often. */
const mostTries = 4;
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
      addAll(items, readRun(run, mostCells));
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

/** Tables of values and tables of words; where they share lines, those of words that hold all lines of the others: a head stands over each of their columns. */
function blocksOf(lines: readonly Line[], mostCells: number): Block[] {
  const values = valueBlocks(lines, mostCells);
  const worded = wordBlocks(lines, mostCells).filter((block) => values.every((other) => !overlap(block, other) || (other.start >= block.start && other.end <= block.end)));
  return [...values.filter((block) => !worded.some((other) => overlap(block, other))), ...worded].sort((a, b) => a.start - b.start);
}

function overlap(a: Block, b: Block): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Tables with cells of words. */
function wordBlocks(lines: readonly Line[], mostCells: number): Block[] {
  const blocks: Block[] = [];
  let tries = 0;
  for (let i = 0; i < lines.length; ) {
    const end = wordedFrom(lines, i);
    const table = end === null ? null : wordTable(lines.slice(i, end), mostCells);
    tries = end === null || table !== null ? 0 : tries + 1;
    if (end !== null && table !== null) blocks.push({ start: i, end, table });
    i = end !== null && (table !== null || tries === mostTries) ? end : i + 1;
  }
  return blocks;
}

function wordTable(lines: readonly Line[], mostCells: number): PageTable | null {
  const [head, ...body] = lines;
  if (head === undefined) return null;
  const read = regionOf(lines, body);
  return read !== null && isWorded(read, head) ? tableOfRegion(lines, read, mostCells, anchorsOf(read.tiers, read.columns.length).size > 0 ? 0.7 : 0.5) : null;
}

function valueBlocks(lines: readonly Line[], mostCells: number): Block[] {
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
  const read = regionOf(lines, body);
  return read === null || anchorsOf(read.tiers, read.columns.length).size < 2 ? null : tableOfRegion(lines, read, mostCells, 0.7);
}

/** Lines as a region of a page; `body` are those below the head. */
function regionOf(lines: readonly Line[], body: readonly Line[]): RegionTable | null {
  const box = boxAround(lines);
  if (box === null) return null;
  const [, top, , bottom] = box;
  const neck = ((lines[lines.length - body.length - 1]?.bottom ?? top) + (body[0]?.top ?? top)) / 2;
  const across = lines.length > body.length ? [top, neck, bottom] : [top, bottom];
  return readRegion({ box, lines, across, strokes: [], headed: lines.length > body.length });
}

function tableOfRegion(lines: readonly Line[], { figure }: RegionTable, mostCells: number, confidence: number): PageTable | null {
  const glyphs = lines.flatMap((line) => line.glyphs);
  const lattice = readFigure(figure, glyphs, mostCells);
  if (lattice === null || lattice === "oversized") return null;
  return { ...tableOf(lattice, new CellLines(lines[0]?.page ?? 0)), method: "unruled", confidence, box: figure.box };
}
