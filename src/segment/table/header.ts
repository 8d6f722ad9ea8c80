/** Finds the header rows of a table by the words that stand in them. */
import { columnKind, isState, looksLikeTime, thirdOfMonth, timePart, yearHead } from "../../rules/columns.ts";
import { matrixMark } from "../../rules/matrix-marks.ts";
import { recogniseAllocation } from "../../rules/units/allocation.ts";
import { pairedHeader } from "../../rules/units/cell-roles.ts";
import { isWordForUnit, readUnitHeader, shortLabels } from "../../rules/units/headers.ts";
import { mayStandForUnit } from "../../rules/units/names.ts";
import type { Role } from "../../model/draft.ts";
import { joinQuotes, partOf, type Quote } from "../../model/quote.ts";
import { folded } from "../../text/fold.ts";
import { isFullWidth, type Grid, type GridCell } from "./grid.ts";
import type { Header, HeaderColumn, Meaning } from "./header-columns.ts";
import { toldHeader } from "./told-header.ts";
import { largest } from "../../model/extremes.ts";

/** Header words are short; longer text is a task, whatever words it begins with. */
const longestHeader = 24;

/** How far down a header may begin: titles and unit lines can stand above it. */
const deepestHeader = 5;

/** A rule or remark in brackets behind the words of a header: 责任单位（列第一位的为牵头单位）. */
function withoutRemark(words: string): string {
  return words.replace(/[(〔[][^()〔〕[\]]{1,60}[)〕\]]$/u, "");
}

/** What a single header text announces, or null. */
export function headerMeaning(text: string): Meaning | null {
  const words = folded(text);
  if (words === "" || withoutRemark(words).length > longestHeader) return null;
  const both = unitsWithTime(words);
  if (both !== null) return { kind: "units", role: both };
  const kind = columnKind(words);
  if (kind !== null) return { kind };
  if (pairedHeader(words) !== null) return { kind: "units", role: "responsible" };
  const units = readUnitHeader(words) ?? readUnitHeader(withoutRemark(words));
  return units === null ? null : { kind: "units", role: units.role };
}

/** 责任单位及完成时限, 分工和时间要求: one column says who and until when; the role of those it names. */
function unitsWithTime(words: string): Role | null {
  const parts = withoutRemark(words).split(/[及和与、/]/u);
  if (parts.length !== 2 || !parts.some((part) => columnKind(part) === "time")) return null;
  return parts.map((part) => readUnitHeader(part)?.role ?? null).find((role) => role !== null) ?? null;
}

/** The first rows that read as a header, or null when the table has none. */
export function findHeader(grid: Grid): Header | null {
  const told = toldHeader(grid);
  if (told !== null) return told;
  for (let row = 0; row < Math.min(grid.rows, deepestHeader); row++) {
    if (isHeaderRow(grid, row)) return readHeader(grid, row);
    if (!mayStandAbove(grid, row)) return null;
  }
  return null;
}

/** Most letters of a heading whose words no rule knows. */
const longestUnknown = 10;

/**
 * A first row of short words that no rule knows, over columns of units or times: it heads them (事项 | 谁 | 什么时候) and is no row of the body.
 * Numbers, sentences and blanks stand in no such row.
 */
export function findUnknownHeader(grid: Grid): Header | null {
  const cells = grid.row(0);
  if (grid.rows < 3 || cells.length < 3 || cells.length < grid.columns || new Set(cells.map(({ words }) => words)).size < cells.length) return null;
  if (!cells.every(({ words }) => words.length <= longestUnknown && /^[^\d。；;，,：:]+$/u.test(words) && isOfNoColumn(words))) return null;
  const headed = cells.some(({ cell }) => {
    const below = Array.from({ length: grid.rows - 1 }, (_, row) => grid.at(row + 1, cell.c0)?.words ?? "").filter((words) => words !== "");
    return below.length >= 2 && below.filter((words) => !isOfNoColumn(words)).length >= below.length * 0.8;
  });
  return headed ? readHeader(grid, 0) : null;
}

/** Whether words are neither the name of a unit nor a time, as cells below a header are. */
function isOfNoColumn(words: string): boolean {
  return isWordForUnit(words) || (!looksLikeTime(words) && !isState(words) && recogniseAllocation(words) === null);
}

/** A title, a unit line (填报单位：…　日期：…) or nothing may stand above a header; a row of words is a row of the body. */
function mayStandAbove(grid: Grid, row: number): boolean {
  const cells = grid.row(row).filter(({ words }) => words !== "");
  return cells.length <= 1 || cells.every(({ words }) => words.length <= longestHeader && /[:：]/u.test(words));
}

/** Whether at least two cells, and at least half of those with words, read as headers. */
function isHeaderRow(grid: Grid, row: number): boolean {
  const cells = grid.row(row).filter(({ words }) => words !== "");
  if (cells.some(({ words }) => withoutRemark(words).length > longestHeader)) return false;
  const known = cells.filter(({ quote }) => headerMeaning(quote.text) !== null);
  const roles = known.length === 0 ? [] : cells.filter((cell) => !known.includes(cell) && (shortLabels.has(cell.words) || headsMarks(grid, cell, cell.cell.r1)));
  const bodies = cells.filter((cell) => !known.includes(cell) && !roles.includes(cell) && headsUnits(grid, cell, cell.cell.r1));
  const years = cells.filter((cell) => !known.includes(cell) && yearHead.pattern.test(cell.words));
  const wide = years.filter((cell) => cell.cell.c1 - cell.cell.c0 > 1 && !isFullWidth(grid, cell));
  const over = cells.filter((cell) => !known.includes(cell) && !wide.includes(cell) && headsHeads(grid, cell));
  const count = known.length + roles.length + bodies.length + over.length + (years.length > 1 && known.length > 1 ? years : wide).length;
  return count >= 2 && count * 2 >= cells.length;
}

/** A cell over several columns each of which has a head of its own below it that is known: 措施清单 over 普法对象 | 具体措施. */
function headsHeads(grid: Grid, { cell }: GridCell): boolean {
  if (cell.c1 - cell.c0 < 2 || cell.r1 - cell.r0 > 1 || cell.r1 >= grid.rows) return false;
  const below = grid.row(cell.r1).filter((one) => one.cell.r0 === cell.r1 && one.cell.c0 >= cell.c0 && one.cell.c1 <= cell.c1 && one.words !== "");
  return below.length >= 2 && below.filter(({ quote }) => headerMeaning(quote.text) !== null).length * 2 >= below.length;
}

/** 单位, 部门 and the like alone: who does it, or what a number is measured in. */
const bareBody = /^(?:单位|部门|科室|处室|股室|各单位|各部门|单位名称|部门名称)$/u;

/** Whether such a word stands at the head of a column of units. */
function headsUnits(grid: Grid, { cell, words }: Pick<GridCell, "cell" | "words">, firstRow: number): boolean {
  if (!bareBody.test(words) || cell.c1 !== cell.c0 + 1) return false;
  const below = wordsBelow(grid, cell.c0, firstRow);
  return below.length > 0 && below.filter((one) => one.length <= 80 && recogniseAllocation(one) !== null).length >= below.length * 0.8;
}

/** The words of the cells of one column from a row on. */
function wordsBelow(grid: Grid, column: number, firstRow: number): string[] {
  return Array.from({ length: Math.max(0, grid.rows - firstRow) }, (_, row) => grid.at(firstRow + row, column)).flatMap((one) => (one !== null && one.words !== "" && one.cell.c1 === one.cell.c0 + 1 ? [one.words] : []));
}

/** Whether a unit is named at the head of a column whose filled cells are all marks. */
export function headsMarks(grid: Grid, { cell, words }: Pick<GridCell, "cell" | "words">, firstRow: number): boolean {
  if (cell.c1 !== cell.c0 + 1 || words.length > longestHeader || !mayStandForUnit(words)) return false;
  const below = wordsBelow(grid, cell.c0, firstRow).filter((one) => one !== words);
  return below.length > 0 && below.every((one) => matrixMark.pattern.test(one));
}

function readHeader(grid: Grid, start: number): Header {
  const end = headerEnd(grid, start);
  const columns: HeaderColumn[] = [];
  for (let c = 0; c < grid.columns; c++) columns.push(readColumn(grid, start, end, c));
  return { rows: [start, end], columns };
}

/** A header goes on while one of its cells reaches down, and over a second row of sub-headers below a wide cell. */
function headerEnd(grid: Grid, start: number): number {
  const reach = largest(grid.row(start).map(({ cell }) => (cell.r1 - start <= 3 ? cell.r1 : start + 1)));
  const end = Math.min(Math.max(reach, start + 1), grid.rows);
  return end === start + 1 && isSubHeader(grid, end) ? end + 1 : end;
}

/** A row below a header whose words all stand under cells over several columns, and head these columns: 牵头 | 配合 under 责任单位. */
function isSubHeader(grid: Grid, row: number): boolean {
  const cells = grid.row(row).filter(({ words, cell }) => words !== "" && cell.r0 === row);
  return cells.length >= 2 && cells.every(({ cell, words, quote }) => {
    const above = grid.at(row - 1, cell.c0);
    const wide = above !== null && above.cell.c1 - above.cell.c0 > 1 && above.cell.c1 >= cell.c1 && !isFullWidth(grid, above);
    return wide && (shortLabels.has(words) || headerMeaning(quote.text) !== null || headsMarks(grid, { cell, words }, row + 1));
  });
}

function readColumn(grid: Grid, start: number, end: number, column: number): HeaderColumn {
  const cells: GridCell[] = [];
  for (let r = start; r < end; r++) {
    const cell = grid.at(r, column);
    if (cell !== null && cell.words !== "" && cells.at(-1) !== cell) cells.push(cell);
  }
  const texts = cells.map(({ quote }) => oneLine(quote.text));
  const cell = cells.at(-1) ?? null;
  const body: Meaning | null = cell !== null && headsUnits(grid, cell, end) ? { kind: "units", role: "responsible" } : null;
  const meaning = bareRole(texts) ?? barePart(texts) ?? [...texts].reverse().map(headerMeaning).find((found) => found !== null) ?? headerMeaning(texts.join("")) ?? body;
  const within = periodsAbove(cells);
  const above = cells.at(-2);
  return { text: texts.length === 0 ? null : texts.join("/"), meaning, cell, ...(above === undefined ? {} : { above }), ...(within.length === 0 ? {} : { within: joinQuotes(within) }) };
}

/** The year in the cells above the lowest one, and over 上旬, 中旬, 下旬 the month. */
function periodsAbove(cells: readonly GridCell[]): Quote[] {
  const above = cells.slice(0, -1).map(({ quote }) => quote);
  const lastOf = (pattern: RegExp): Quote | null => above.map((words) => findIn(words, pattern)).findLast((found) => found !== null) ?? null;
  const month = thirdOfMonth.pattern.test(cells.at(-1)?.words ?? "") ? lastOf(/(?:1[0-2]|[1-9]|[一二三四五六七八九十]{1,2})\s?月/u) : null;
  return [lastOf(/(?:19|20)\d{2}\s?年/u), month].filter((found) => found !== null);
}

function findIn(words: Quote, pattern: RegExp): Quote | null {
  const found = pattern.exec(words.text);
  return found === null ? null : partOf(words, found.index, found.index + found[0].length);
}

/** 牵头, 配合, 主责 and the like are a unit header under one, or alone at the head of a column. */
function bareRole(texts: readonly string[]): Meaning | null {
  const role = shortLabels.get(folded(texts.at(-1) ?? "")) ?? null;
  if (role === null) return null;
  const under = texts.slice(0, -1).some((text) => headerMeaning(text)?.kind === "units");
  return under || (texts.length === 1 && role !== "other" && role !== "people") ? { kind: "units", role } : null;
}

/** 开始 and 结束 under 起止时间: from when, and until when. */
function barePart(texts: readonly string[]): Meaning | null {
  const kind = timePart(folded(texts.at(-1) ?? ""));
  return kind !== null && texts.slice(0, -1).some((text) => headerMeaning(text)?.kind === "time") ? { kind } : null;
}

/** Header words without the spaces and line breaks that layout puts between their letters. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, "");
}

/** Whether a row only repeats the header (each page prints it again). */
export function repeatsHeader(grid: Grid, row: number, header: readonly HeaderColumn[]): boolean {
  const cells = grid.row(row).filter(({ words }) => words !== "");
  if (cells.length < 2 || cells.some((cell) => isFullWidth(grid, cell))) return false;
  const known = new Set(header.flatMap(({ text }) => (text === null ? [] : text.split("/").map(folded))));
  return cells.every(({ words }) => known.has(words));
}
