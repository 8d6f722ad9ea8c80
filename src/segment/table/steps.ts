/**
 * Records that stand in one row, parted by line breaks that keep step over its cells: numbers 1, 2, 3, three texts, three units, three times;
 * or without numbers of their own where texts, units and times all keep step. Such a row becomes as many rows.
 * When one cell has other lines, nobody can tell which line belongs to which: the row stays one.
 */
import type { Cell, NoticeDocument, Paragraph, Table } from "../../model/document.ts";
import type { Span } from "../../model/position.ts";
import { looksLikeTime } from "../../rules/columns.ts";
import { recogniseAllocation } from "../../rules/units/allocation.ts";
import { reading } from "../../text/reading.ts";

/** More records than this in one row are none. */
const most = 200;

/** The table with such rows cut; the table itself when there are none. */
export function cutSteps(document: NoticeDocument, table: Table): Table {
  const counts = new Map<number, number>();
  const byRow = Map.groupBy(table.cells, ({ r0 }) => r0);
  for (const [row, cells] of byRow) {
    const count = stepsIn(document, cells);
    if (count > 1) counts.set(row, count);
  }
  if (counts.size === 0) return table;
  const starts: number[] = [];
  let at = 0;
  for (let row = 0; row <= table.rows; row++) {
    starts.push(at);
    at += counts.get(row) ?? 1;
  }
  const start = (row: number): number => starts[row] ?? row;
  return {
    ...table,
    rows: start(table.rows),
    cells: table.cells.flatMap((cell) => cutCell(document, cell, counts.get(cell.r0) ?? 1, start)).sort((a, b) => a.r0 - b.r0 || a.c0 - b.c0),
    missing: table.missing.flatMap(({ row, column }) => Array.from({ length: counts.get(row) ?? 1 }, (_, i) => ({ row: start(row) + i, column }))),
  };
}

/** A cell that stands in this row alone is cut; one that goes on below, or has one line for all, only grows. */
function cutCell(document: NoticeDocument, cell: Cell, count: number, start: (row: number) => number): Cell[] {
  if (count === 1 || cell.r1 > cell.r0 + 1) return [{ ...cell, r0: start(cell.r0), r1: start(cell.r1) }];
  const lines = linesOf(document, cell);
  if (lines.length === 1) return [{ ...cell, r0: start(cell.r0), r1: start(cell.r0) + count }];
  return Array.from({ length: count }, (_, i) => {
    const line = lines[i];
    const r0 = start(cell.r0) + i;
    return { ...cell, r0, r1: r0 + 1, span: line?.span ?? { start: cell.span.start, end: cell.span.start }, blocks: line === undefined ? [] : [line] };
  });
}

/** How many records stand in the cells that begin in a row: as many as it has running numbers, and lines in every cell; 1 when they are not in step. */
function stepsIn(document: NoticeDocument, cells: readonly Cell[]): number {
  const own = cells.filter(({ r0, r1 }) => r1 === r0 + 1);
  const numbers = own.find((cell) => numbersIn(document, cell) > 1);
  if (numbers === undefined) return unnumberedSteps(document, own);
  const count = numbersIn(document, numbers);
  const others = own.filter((cell) => cell !== numbers && (cell.blocks.length > 0 || cell.span.end > cell.span.start));
  const inStep = others.length >= 2 && others.every((cell) => cell.blocks.every(({ kind }) => kind === "paragraph") && linesOf(document, cell).length === count);
  return count <= most && inStep ? count : 1;
}

/** How many records without numbers of their own: as many lines of texts, of units and of times; what has one line holds for all of them. Where all lines print the same numbers, texts and units are enough. */
function unnumberedSteps(document: NoticeDocument, cells: readonly Cell[]): number {
  const listed = cells.filter(({ blocks }) => blocks.length > 0).map((cell) => linesOf(document, cell)).filter(({ length }) => length > 1);
  const count = listed[0]?.length ?? 1;
  if (listed.length < 2 || count > most || listed.some((lines) => lines.length !== count)) return 1;
  if (cells.some(({ blocks }) => blocks.some(({ kind }) => kind !== "paragraph"))) return 1;
  const printed = listed.map((lines) => lines.map(({ span }) => reading(document.text.slice(span.start, span.end))));
  if (printed.some((lines) => lines.every((line) => /^[(（]?\d+[)）.．、]?$/u.test(line)))) return 1;
  // 4., 5. below 1., 2., 3. of the row above: all cells must begin with the same number.
  const first = numberOf(printed[0]?.[0] ?? "");
  const columns = printed.map((lines) => withoutNumbers(lines, first));
  const counted = columns.every((lines, i) => lines !== printed[i]);
  const times = columns.find((lines) => lines.every(looksLikeTime));
  const units = columns.find((lines) => lines !== times && lines.filter(namesUnits).length >= lines.length * (counted ? 0.5 : 1));
  if (units === undefined || (!counted && (times === undefined || listed.length < 3))) return 1;
  const texts = columns.filter((lines) => lines !== times && lines !== units);
  return texts.length > 0 && texts.every((lines) => !lines.slice(0, -1).some((line) => /[,;、:(和及与并]$/u.test(line))) ? count : 1;
}

function namesUnits(line: string): boolean {
  return line.length <= 80 && !line.endsWith("。") && recogniseAllocation(line) !== null;
}

const ownNumber = /^(?:(\d{1,2})[.．、]|[(（](\d{1,2})[)）])/u;

/** Lines that number themselves one after the other, without their numbers; any other lines as they are. */
function withoutNumbers(lines: readonly string[], first: number): readonly string[] {
  const numbered = lines.every((line, i) => numberOf(line) === first + i);
  return numbered ? lines.map((line) => line.replace(ownNumber, "")) : lines;
}

function numberOf(line: string): number {
  const match = ownNumber.exec(line);
  return Number(match?.[1] ?? match?.[2]);
}

/** How many running numbers, one a line and each following the last, are all that a cell holds; 0 for any other cell. */
export function numbersIn(document: NoticeDocument, cell: Cell): number {
  if (cell.span.end - cell.span.start > most * 6 || cell.blocks.some((block) => block.kind === "paragraph" && beginsWithIdeograph(document, block))) return 0;
  const numbers = linesOf(document, cell).map((line) => {
    const words = reading((line.label?.text ?? "") + document.text.slice(line.span.start, line.span.end));
    return Number(/^[(（]?(\d{1,4})[)）.．、]?$/u.exec(words)?.[1] ?? NaN);
  });
  const [first] = numbers;
  return first !== undefined && numbers.every((number, i) => number === first + i) ? numbers.length : 0;
}

/** Nearly all cells do, and no running number does. */
function beginsWithIdeograph({ text }: NoticeDocument, { span: { start, end } }: Paragraph): boolean {
  const code = start < end ? text.charCodeAt(start) : 0;
  return code >= 0x4e00 && code <= 0x9fff;
}

/** The lines of a cell as paragraphs, blank ones left out; the automatic number stays with the first line of its paragraph. */
function linesOf(document: NoticeDocument, cell: Cell): Paragraph[] {
  return cell.blocks.flatMap((block) => (block.kind === "paragraph" ? linesIn(document, block) : []));
}

function linesIn(document: NoticeDocument, paragraph: Paragraph): Paragraph[] {
  const { start, end } = paragraph.span;
  if (start === end) return paragraph.label === null ? [] : [paragraph];
  const lines: Paragraph[] = [];
  for (let from = start; from <= end; ) {
    const feed = document.text.indexOf("\n", from);
    const to = feed === -1 || feed > end ? end : feed;
    const span = trimmed(document.text, from, to);
    if (span.start < span.end) lines.push({ ...paragraph, span, label: lines.length === 0 ? paragraph.label : null, bold: [] });
    from = to + 1;
  }
  return lines;
}

function trimmed(text: string, start: number, end: number): Span {
  const words = text.slice(start, end);
  return { start: start + (words.length - words.trimStart().length), end: start + words.trimEnd().length };
}
