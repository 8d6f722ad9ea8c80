/** Matrices with a row for each unit and a column for each task, of which no word says that they are tasks: 承担单位 | 1.清除小广告 | 2.整治积水, and marks below. */
import type { Block, Cell, Table } from "../../model/document.ts";
import { partOf } from "../../model/quote.ts";
import { outerBrackets } from "../../text/brackets.ts";
import { folded } from "../../text/fold.ts";
import { isForm, matrixMark, rolesByMarks, taskOfMatrix, unitCorner } from "../../rules/matrix-marks.ts";
import { looksLikeTime } from "../../rules/columns.ts";
import { recogniseAllocation } from "../../rules/units/allocation.ts";
import { mayStandForUnit } from "../../rules/units/names.ts";
import { isFullWidth, type Grid, type GridCell } from "./grid.ts";
import { headerMeaning } from "./header.ts";
import type { Meaning } from "./header-columns.ts";
import type { Told, ToldColumn, Turned } from "./told-header.ts";

/** Where what stands in such a matrix. */
interface Matrix {
  /** Full-width rows above the header and below the units. */
  readonly top: number;
  readonly bottom: number;
  readonly corner: GridCell;
  /** Where the heads of the tasks end: above a row of their times, else with the head of the units. */
  readonly headEnd: number;
  /** Columns that say something of each unit: 负责人, 联系电话. */
  readonly besides: readonly number[];
  readonly tasks: readonly number[];
  readonly units: readonly number[];
  /** Rows that say something of each task: 完成时限. */
  readonly labels: readonly { readonly row: number; readonly meaning: Meaning }[];
}

/** Rows of the header: at most two of groups above the tasks. */
const mostHeadRows = 3;

/** Each unit becomes a column: a table with more of them is not turned. */
const mostUnits = 300;

/** The matrix with a row for each task and a column for each unit; null for any other table. */
export function turnTaskColumns(table: Table, grid: Grid): Turned | null {
  const matrix = matrixIn(grid);
  return matrix === null || matrix.units.length > mostUnits || !tellsWork(grid, matrix) ? null : turn(table, grid, matrix);
}

function matrixIn(grid: Grid): Matrix | null {
  let top = 0;
  while (top < Math.min(grid.rows, mostHeadRows) && isWide(grid, top)) top++;
  let bottom = grid.rows;
  while (bottom > top && isWide(grid, bottom - 1)) bottom--;
  const corner = cornerIn(grid, top);
  if (corner === null) return null;
  const { r1, c0, c1 } = corner.cell;
  if (c1 !== c0 + 1 || r1 - top > mostHeadRows || r1 >= bottom) return null;
  const others = Array.from({ length: grid.columns }, (_, column) => column).filter((column) => column !== c0);
  const isAside = others.map((column) => isBeside(grid.at(r1 - 1, column), corner));
  const besides = others.filter((_, i) => isAside[i] === true);
  const tasks = others.filter((_, i) => isAside[i] === false);
  const timed = r1 - top > 1 && tasks.every((column) => isOwnTime(grid.at(r1 - 1, column), r1 - 1));
  const headEnd = timed ? r1 - 1 : r1;
  if (tasks.length < 2 || (tasks[0] ?? 0) < c0 || tasks.some((column) => !headsTask(grid.at(headEnd - 1, column)))) return null;
  const body = Array.from({ length: bottom - r1 }, (_, i) => r1 + i);
  const labels = [...(timed ? [{ row: r1 - 1, meaning: { kind: "time" } } as const] : []), ...body.flatMap((row) => labelled(grid, row, c0))];
  const labelRows = new Set(labels.map(({ row }) => row));
  const units = body.filter((row) => !labelRows.has(row));
  if (units.length < 2 || !units.every((row) => isUnitRow(grid, row, c0, tasks)) || !areUnits(grid, units, c0)) return null;
  const marked = tasks.filter((column) => units.some((row) => (grid.at(row, column)?.words ?? "") !== ""));
  return marked.length < 2 ? null : { top, bottom, corner, headEnd, besides, tasks, units, labels };
}

function isWide(grid: Grid, row: number): boolean {
  const [cell, ...more] = grid.row(row);
  return cell !== undefined && more.length === 0 && isFullWidth(grid, cell);
}

/** The head of the column of units: the first of its row, or behind one of numbers. */
function cornerIn(grid: Grid, top: number): GridCell | null {
  const [first, second] = [grid.at(top, 0), grid.columns > 1 ? grid.at(top, 1) : null];
  const corner = first !== null && headerMeaning(first.quote.text)?.kind === "number" ? second : first;
  return corner !== null && corner.cell.r0 === top && isCorner(corner) ? corner : null;
}

function isCorner({ quote, words }: GridCell): boolean {
  const meaning = headerMeaning(quote.text);
  return (meaning?.kind === "units" && meaning.role !== "people") || unitCorner.pattern.test(words.replace(/\s+/gu, ""));
}

/** A column that says something of the units: as high as their head, under a known word for numbers, persons or remarks. */
function isBeside(head: GridCell | null, corner: GridCell): boolean {
  if (head === null || head.cell.r1 !== corner.cell.r1 || head.cell.c1 !== head.cell.c0 + 1) return false;
  const meaning = headerMeaning(head.quote.text);
  return meaning?.kind === "number" || meaning?.kind === "remark" || (meaning?.kind === "units" && meaning.role === "people") || /(?:电话|手机|联系方式)$/u.test(head.words);
}

/** A time below the head of a task: 5月10日前. */
function isOwnTime(cell: GridCell | null, row: number): boolean {
  return cell !== null && cell.cell.r0 === row && cell.cell.r1 === row + 1 && looksLikeTime(withoutBracket(cell.words));
}

/** The words of a head before a bracket at their end. */
function withoutBracket(words: string): string {
  return words.replace(/[(〔][^()〔〕]*[)〕]$/u, "");
}

/** Words of one column that head nothing which is known, but for words of work. */
function headsTask(head: GridCell | null): boolean {
  if (head === null || head.words === "" || head.cell.c1 !== head.cell.c0 + 1 || looksLikeTime(withoutBracket(head.words))) return false;
  const kind = headerMeaning(head.quote.text)?.kind ?? null;
  return (kind === null || kind === "task" || kind === "content" || kind === "detail" || kind === "aim") && !isForm(head.words);
}

/** A row that begins with a word for what it says of each task. */
function labelled(grid: Grid, row: number, column: number): Matrix["labels"] {
  const label = grid.at(row, column);
  const meaning = label === null || label.cell.r0 !== row ? null : headerMeaning(label.quote.text);
  if (meaning === null || (meaning.kind === "units" && meaning.role === "responsible")) return [];
  return ["time", "start", "number", "units", "remark"].includes(meaning.kind) ? [{ row, meaning }] : [];
}

/** A name of its own, and nothing but marks below the tasks. */
function isUnitRow(grid: Grid, row: number, column: number, tasks: readonly number[]): boolean {
  const name = grid.at(row, column);
  if (name === null || name.words === "" || name.cell.r0 !== row || name.cell.r1 !== row + 1 || name.cell.c1 !== column + 1) return false;
  return tasks.every((task) => {
    const mark = grid.at(row, task);
    return mark === null || mark.words === "" || (matrixMark.pattern.test(mark.words) && mark.cell.r1 === mark.cell.r0 + 1);
  });
}

function areUnits(grid: Grid, units: readonly number[], column: number): boolean {
  const named = units.map((row) => grid.at(row, column)?.words ?? "").filter((words) => recogniseAllocation(words) !== null || mayStandForUnit(words));
  return named.length * 2 >= units.length;
}

/** Whether the heads say what is to be done: the head of the units makes them answerable, the heads are counted or dated, or the marks are words of a role. */
function tellsWork(grid: Grid, { corner, headEnd, tasks, units }: Matrix): boolean {
  const heads = tasks.map((column) => grid.at(headEnd - 1, column)?.words ?? "");
  if (heads.filter((words) => recogniseAllocation(words) !== null).length * 2 >= heads.length) return false;
  const meaning = headerMeaning(corner.quote.text);
  const answers = (meaning?.kind === "units" && meaning.role !== "other") || /任务|事项|工作/u.test(corner.words);
  const marks = units.flatMap((row) => tasks.map((column) => grid.at(row, column)?.words ?? "")).filter((words) => words !== "");
  const work = heads.filter((words) => taskOfMatrix.pattern.test(words)).length;
  return (answers && work > 0) || work * 2 > heads.length || (heads.every(({ length }) => length >= shortestTask) && (answers || rolesByMarks(marks)));
}

/** Fewer letters name a thing, not what is to be done with it. */
const shortestTask = 5;

function turn(table: Table, grid: Grid, { top, bottom, corner, headEnd, besides, tasks, units, labels }: Matrix): Turned {
  const groups = headEnd - top - 1;
  const numbers = labels.filter(({ meaning }) => meaning.kind === "number");
  const others = labels.filter(({ meaning }) => meaning.kind !== "number");
  const textColumn = numbers.length + groups;
  const firstUnit = textColumn + 1 + others.length;
  const firstTask = top + 1 + besides.length;
  const timeOf = (column: number): number | null => {
    const head = grid.at(headEnd - 1, column);
    return head === null ? null : timeBehind(head);
  };
  const dated = !labels.some(({ meaning }) => meaning.kind === "time") && tasks.some((column) => timeOf(column) !== null);
  const columns = firstUnit + units.length + (dated ? 1 : 0);
  const [taskAt, unitAt, besideAt] = [placesOf(tasks), placesOf(units), placesOf(besides)];
  const labelAt = new Map([...numbers.map(({ row }, i) => [row, i] as const), ...others.map(({ row }, i) => [row, textColumn + 1 + i] as const)]);
  const bodyRow = (column: number): number => firstTask + (taskAt.get(column) ?? -1);
  const unitColumn = (row: number): number => firstUnit + (unitAt.get(row) ?? -1);
  const tasksBefore = countsBefore(grid.columns, taskAt);
  const widthOf = ({ c0, c1 }: Cell): number => Math.max(1, (tasksBefore[c1] ?? tasks.length) - (tasksBefore[c0] ?? tasks.length));
  const at = (cell: Cell, row: number, column: number, height = 1): Cell => ({ ...cell, r0: row, r1: row + height, c0: column, c1: column + 1 });
  const move = (cell: Cell): Cell => {
    if (cell.r0 < top || cell.r0 >= bottom) return { ...cell, r0: cell.r0 < top ? cell.r0 : firstTask + tasks.length + cell.r0 - bottom, r1: cell.r0 < top ? cell.r1 : firstTask + tasks.length + cell.r1 - bottom, c0: 0, c1: columns };
    if (cell === corner.cell) return at(cell, top, textColumn);
    const label = labelAt.get(cell.r0);
    if (label !== undefined) return cell.c0 === corner.cell.c0 ? at(cell, top, label) : at(cell, bodyRow(cell.c0), label, widthOf(cell));
    const beside = besideAt.get(cell.c0);
    if (beside !== undefined) return at(cell, top + 1 + beside, cell.r0 < corner.cell.r1 ? textColumn : unitColumn(cell.r0));
    if (cell.r0 >= corner.cell.r1) return cell.c0 === corner.cell.c0 ? at(cell, top, unitColumn(cell.r0)) : at(cell, bodyRow(cell.c0), unitColumn(cell.r0), widthOf(cell));
    return at(cell, bodyRow(cell.c0), cell.r1 === headEnd ? textColumn : numbers.length + cell.r0 - top, widthOf(cell));
  };
  const headed = (cell: Cell): Cell[] => {
    const offset = dated && cell.r0 >= top && cell.r1 === headEnd && taskAt.has(cell.c0) ? timeOf(cell.c0) : null;
    if (offset === null) return [move(cell)];
    const [words, time] = cutCell(cell, offset);
    return [{ ...move(cell), span: words.span, blocks: words.blocks }, at(time, bodyRow(cell.c0), columns - 1)];
  };
  const placed = table.cells.filter((cell) => !labelAt.has(cell.r0) || cell.c0 === corner.cell.c0 || taskAt.has(cell.c0));
  const cells = placed.flatMap(headed).sort((a, b) => a.r0 - b.r0 || a.c0 - b.c0);
  const turned: Table = { ...table, rows: firstTask + tasks.length + grid.rows - bottom, columns, cells, missing: [], headerRows: 0, parts: table.parts.slice(0, 1) };
  return { table: turned, told: toldOf(grid, { top, corner, besides, labels: [...numbers, ...others], numbers: numbers.length, groups, units: units.length, dated }) };
}

/** Where each row or column stands among those listed. */
function placesOf(listed: readonly number[]): ReadonlyMap<number, number> {
  return new Map(listed.map((place, i) => [place, i]));
}

/** How many tasks stand before each column, and before the end of the last. */
function countsBefore(columns: number, taskAt: ReadonlyMap<number, number>): number[] {
  const counts = [0];
  for (let column = 0; column < columns; column++) counts.push((counts[column] ?? 0) + (taskAt.has(column) ? 1 : 0));
  return counts;
}

/** The bracket with a time behind the words of a head: （5月10日前）, as an offset of the notice; null where there is none. */
function timeBehind({ quote }: GridCell): number | null {
  const bracket = outerBrackets(quote.text).at(-1);
  if (bracket === undefined || bracket.start === 0 || bracket.end !== quote.text.trimEnd().length || !looksLikeTime(folded(bracket.inner))) return null;
  return partOf(quote, bracket.start, bracket.end).spans[0]?.start ?? null;
}

/** A cell up to an offset of the notice, and from there on. */
function cutCell(cell: Cell, offset: number): readonly [Cell, Cell] {
  const halves = cell.blocks.flatMap((block): Block[][] => {
    if (block.span.end <= offset) return [[block], []];
    if (block.span.start >= offset || block.kind !== "paragraph") return [[], [block]];
    return [[{ ...block, span: { start: block.span.start, end: offset }, bold: [] }], [{ ...block, span: { start: offset, end: block.span.end }, label: null, bold: [] }]];
  });
  const side = (odd: number): Block[] => halves.filter((_, i) => i % 2 === odd).flat();
  return [{ ...cell, span: { start: cell.span.start, end: offset }, blocks: side(0) }, { ...cell, span: { start: offset, end: cell.span.end }, blocks: side(1) }];
}

interface Shape {
  readonly top: number;
  readonly corner: GridCell;
  readonly besides: readonly number[];
  readonly labels: Matrix["labels"];
  readonly numbers: number;
  readonly groups: number;
  readonly units: number;
  /** A last column holds the times that stood behind the heads. */
  readonly dated: boolean;
}

function toldOf(grid: Grid, { top, corner, besides, labels, numbers, groups, units, dated }: Shape): Told {
  const headOf = (column: number): GridCell | null => grid.at(corner.cell.r1 - 1, column);
  const isPerson = (column: number): boolean => headerMeaning(headOf(column)?.quote.text ?? "")?.kind === "units";
  const person = besides.findIndex(isPerson);
  const header = headOf(besides[person] ?? -1)?.quote.text.replace(/\s+/gu, "") ?? "";
  const textColumn = numbers + groups;
  const labelled = labels.map(({ meaning }): ToldColumn => ({ meaning, headRow: top }));
  const grouped = Array.from({ length: groups }, (): ToldColumn => ({ meaning: { kind: "category" }, headRow: null }));
  const marked = Array.from({ length: units }, (): ToldColumn => ({ meaning: { kind: "units", role: "responsible" }, headRow: top, marks: true, below: textColumn, ...(person < 0 ? {} : { person: { row: top + 1 + person, header } }) }));
  const rows: Told["rows"] = [top, top + 1 + besides.length];
  return { rows, columns: [...labelled.slice(0, numbers), ...grouped, { meaning: { kind: "task" }, headRow: null }, ...labelled.slice(numbers), ...marked, ...(dated ? [{ meaning: { kind: "time" }, headRow: null } as const] : [])], aside: besides.flatMap((column, i) => (i !== person && headerMeaning(headOf(column)?.quote.text ?? "")?.kind === "units" ? [top + 1 + i] : [])) };
}
