/**
 * Reads back the workbook that this program writes (`--format xlsx`): people keep it as a ledger, change it and hand it in again. Its first sheet
 * holds what was printed beside what was worked out from it, and the other sheets say both again; read like any workbook, it would give each task
 * three times. What was printed is laid out as the notice it came from; the rest is left out, and that is said.
 */
import { flatTables } from "../../model/flat.ts";
import type { Draft, LinesDraft, TableCell, TableDraft } from "./layout.ts";
import { wordsOf, type CellRun, type Sheet, type SheetCell } from "./sheet.ts";
import type { SeenCell } from "./visible.ts";
import { largest } from "../../model/extremes.ts";

/** A piece of the ledger: drafts, and the part that begins the paths of their cells. */
export interface LedgerPiece {
  readonly drafts: readonly Draft[];
  readonly part: string;
}

/** The notices of a ledger, piece by piece; null for a workbook that is none. */
export function ledgerOf(sheets: readonly Sheet[]): { readonly tasks: Sheet; readonly pieces: readonly LedgerPiece[] } | null {
  const tables = new Map(sheets.map((sheet) => [tableName(sheet), sheet] as const));
  const sheet = tables.get("tasks");
  return sheet === undefined ? null : { tasks: sheet, pieces: piecesOfNotices(sheet, tables) };
}

function piecesOfNotices(sheet: Sheet, tables: ReadonlyMap<string | null, Sheet>): LedgerPiece[] {
  const tasks = new Records(sheet, "tasks");
  const notices = openRecords(tables.get("notices"), "notices");
  const deadlines = openRecords(tables.get("deadlines"), "deadlines");
  return tasks.groups().flatMap(({ result, rows }): LedgerPiece[] => {
    const notice = notices?.rowOf(result) ?? null;
    const words = (keys: readonly string[], align: SheetCell["align"]): LinesDraft[] =>
      keys.flatMap((key) => {
        const cell = notice === null ? undefined : notices?.cell(notice, key);
        return cell === undefined ? [] : [{ kind: "lines", cell: { ...seen(cell), align } }];
      });
    const part = tables.get("notices")?.part ?? sheet.part;
    const table: LedgerPiece = { part: sheet.part, drafts: [layTasks(tasks, rows, timesOf(deadlines, result))] };
    return [{ part, drafts: words(["documentNumber", "title"], "center") }, table, { part, drafts: words(["issuers", "dateIssued"], "right") }];
  });
}

/** The flat table whose Chinese headers stand in the first row of a sheet; the sheet may lack some of them and have others besides. */
function tableName({ cells }: Sheet): string | null {
  const headers = new Set(cells.filter(({ row }) => row === 0).map((cell) => wordsOf(cell).trim()));
  const known = ({ columns }: (typeof flatTables)[number]): number => Object.values(columns).filter(({ zh }) => headers.has(zh)).length;
  const best = flatTables.toSorted((a, b) => known(b) / Object.keys(b.columns).length - known(a) / Object.keys(a.columns).length)[0];
  return best !== undefined && known(best) >= 8 && known(best) * 3 >= Object.keys(best.columns).length * 2 ? best.name : null;
}

function openRecords(sheet: Sheet | undefined, name: string): Records | null {
  return sheet === undefined ? null : new Records(sheet, name);
}

/** The rows of a sheet by the keys of its columns. */
class Records {
  readonly #rows = new Map<number, Map<number, SheetCell>>();
  readonly #columns = new Map<string, number>();
  /** Columns that people added. */
  readonly added: readonly number[];

  constructor({ cells, hiddenRows, hiddenColumns }: Sheet, name: string) {
    for (const cell of cells) {
      if (hiddenRows.has(cell.row) || hiddenColumns.has(cell.column)) continue;
      const row = this.#rows.get(cell.row) ?? new Map<number, SheetCell>();
      row.set(cell.column, cell);
      this.#rows.set(cell.row, row);
    }
    const columns = Object.entries(flatTables.find((table) => table.name === name)?.columns ?? {});
    const added: number[] = [];
    for (const [column, cell] of this.#rows.get(0) ?? []) {
      const key = columns.find(([, { zh }]) => zh === wordsOf(cell).trim())?.[0];
      if (key === undefined) added.push(column);
      else if (!this.#columns.has(key)) this.#columns.set(key, column);
    }
    this.added = added;
  }

  at(row: number, column: number): SheetCell | undefined {
    return this.#rows.get(row)?.get(column);
  }

  cell(row: number, key: string): SheetCell | undefined {
    const column = this.#columns.get(key);
    return column === undefined ? undefined : this.at(row, column);
  }

  words(row: number, key: string): string {
    const cell = this.cell(row, key);
    return cell === undefined ? "" : wordsOf(cell).trim();
  }

  rowOf(result: string): number | null {
    return this.body().find((row) => this.words(row, "result") === result) ?? null;
  }

  body(): number[] {
    return [...this.#rows.keys()].filter((row) => row > 0).sort((a, b) => a - b);
  }

  /** The rows with words, by the number of their notice; a row without one belongs to the notice above. */
  groups(): { readonly result: string; readonly rows: number[] }[] {
    const groups: { readonly result: string; readonly rows: number[] }[] = [];
    for (const row of this.body()) {
      const result = this.words(row, "result");
      const last = groups.at(-1);
      if (last === undefined || (result !== "" && result !== last.result)) groups.push({ result, rows: [row] });
      else last.rows.push(row);
    }
    return groups;
  }
}

/** The printed deadlines of each task by its number, in order. */
type Times = ReadonlyMap<string, readonly Time[]>;

interface Time {
  readonly text: string;
  /** It was read in the text of the task. */
  readonly inText: boolean;
}

function timesOf(deadlines: Records | null, result: string): Times {
  const times = new Map<string, Time[]>();
  for (const row of deadlines?.body() ?? []) {
    if (deadlines?.words(row, "result") !== result) continue;
    const own = times.get(deadlines.words(row, "ordinal")) ?? [];
    own.push({ text: deadlines.words(row, "text"), inText: deadlines.words(row, "origin") === "text" });
    times.set(deadlines.words(row, "ordinal"), own);
  }
  return times;
}

/** Columns of the table that is read, in order; the headings above stand before the text, level by level. */
const before = ["number"] as const;
const after = ["text", "weight", "lead", "support", "responsible", "others", "people", "time"] as const;

function layTasks(tasks: Records, rows: readonly number[], times: Times): TableDraft {
  const levels = largest([0, ...rows.map((row) => levelsOf(tasks.words(row, "path")).length)]);
  const used = (key: string): boolean => rows.some((row) => tasks.words(row, key) !== "" || (key === "number" && tasks.words(row, "label") !== ""));
  const leading = before.filter(used);
  const following = after.filter(used);
  const added = tasks.added.filter((column) => rows.some((row) => tasks.at(row, column) !== undefined));
  const columns = leading.length + levels + following.length + added.length;
  const cells: TableCell[] = [];
  for (const [r0, row] of [0, ...rows].entries()) {
    let c0 = 0;
    const put = (source: SeenCell | null, width = 1): void => {
      cells.push({ r0, r1: r0 + 1, c0, c1: c0 + width, source });
      c0 += width;
    };
    for (const key of leading) put(sourceOf(tasks.cell(row, key)) ?? (row === 0 ? null : sourceOf(tasks.cell(row, "label"))));
    if (levels > 0) for (const { source, width } of headingsOf(tasks.cell(row, "path"), row === 0 ? 1 : levels, levels)) put(source, width);
    for (const key of following) put(key === "time" && row > 0 ? timeOf(tasks.cell(row, key), { times: times.get(tasks.words(row, "ordinal")) ?? [], text: tasks.words(row, "text") }) : sourceOf(tasks.cell(row, key)));
    for (const column of added) put(sourceOf(tasks.at(row, column)));
  }
  const sources = cells.flatMap(({ source }) => (source === null ? [] : [source]));
  const [first = nowhere] = sources;
  return { kind: "table", rows: rows.length + 1, columns, cells, first, last: sources.at(-1) ?? first, cut: false };
}

const nowhere: SeenCell = { row: 0, column: 0, runs: [], align: null, r0: 0, r1: 1, c0: 0, c1: 1 };

function seen(cell: SheetCell): SeenCell {
  return { ...cell, r0: cell.row, r1: cell.row + 1, c0: cell.column, c1: cell.column + 1 };
}

function sourceOf(cell: SheetCell | undefined): SeenCell | null {
  return cell === undefined || wordsOf(cell).trim() === "" ? null : seen(cell);
}

const between = " / ";

function levelsOf(path: string): string[] {
  return path === "" ? [] : path.split(between);
}

/** The headings of a row, each in a cell of its own; the innermost one takes the columns that deeper rows need. */
function headingsOf(cell: SheetCell | undefined, most: number, columns: number): { readonly source: SeenCell | null; readonly width: number }[] {
  const words = cell === undefined ? "" : wordsOf(cell);
  const levels = most === 1 ? [words] : levelsOf(words);
  if (cell === undefined || levels.length === 0 || words.trim() === "") return [{ source: null, width: columns }];
  let start = 0;
  return levels.map((level, i) => {
    const from = start;
    start += level.length + between.length;
    return { source: piecesOf(cell, words, [[from, from + level.length]]), width: i === levels.length - 1 ? columns - i : 1 };
  });
}

/** The printed deadlines without those that were read in the text of the task: they are read there again. A changed cell is taken as it is. */
function timeOf(cell: SheetCell | undefined, { times, text: task }: { readonly times: readonly Time[]; readonly text: string }): SeenCell | null {
  const words = cell === undefined ? "" : wordsOf(cell);
  if (cell === undefined || times.map(({ text }) => text).join("；") !== words) return sourceOf(cell);
  let start = 0;
  const kept: [number, number][] = [];
  for (const { text, inText } of times) {
    const last = kept.at(-1);
    const again = inText && task.includes(text);
    if (!again && last?.[1] === start - 1) last[1] = start + text.length;
    else if (!again) kept.push([start, start + text.length]);
    start += text.length + 1;
  }
  return kept.length === 0 ? null : piecesOf(cell, words, kept);
}

/** Some ranges of the words of a cell; what is between them keeps its place and is not written. */
function piecesOf(cell: SheetCell, words: string, ranges: readonly (readonly [number, number])[]): SeenCell {
  const runs: CellRun[] = [];
  let at = 0;
  for (const [start, end] of [...ranges, [words.length, words.length] as const]) {
    if (start > at) runs.push({ text: words.slice(at, start), bold: false, struck: true });
    if (end > start) runs.push({ text: words.slice(start, end), bold: false, struck: false });
    at = end;
  }
  return { ...seen(cell), runs };
}
