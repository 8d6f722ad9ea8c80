/** Reads a table as a list of tasks, alone or as the continuation of the table before it. */
import type { Context } from "../../model/context.ts";
import type { AllocationDraft, TaskDraft } from "../../model/draft.ts";
import type { NoticeDocument, Table } from "../../model/document.ts";
import { joinQuotes, type Quote } from "../../model/quote.ts";
import { atOnce, type Steps } from "../../model/steps.ts";
import type { Ledger } from "../ledger.ts";
import type { Genre } from "../genre.ts";
import { recogniseAllocation } from "../../rules/units/allocation.ts";
import { readLegend, stateLegend } from "../../rules/matrix-marks.ts";
import { joinLines } from "../../text/lines.ts";
import { addUnused, cutEntries, type Entries } from "./entries.ts";
import { isSuspicious, listsContacts } from "./evidence.ts";
import type { TableFrame } from "./frame.ts";
import type { Grid, GridCell } from "./grid.ts";
import { findHeader, findUnknownHeader } from "./header.ts";
import type { Header } from "./header-columns.ts";
import { firstBanner } from "./first-banner.ts";
import { headingOf, openAbove, startCarried } from "./headings.ts";
import { layOut, type Layout } from "./layout.ts";
import { readNotes } from "./notes.ts";
import { reportPageTops } from "./page-tops.ts";
import { contentOf, profileColumns } from "./profile.ts";
import { reportUnreadColumns } from "./unread-columns.ts";
import { timeAbove } from "../shared-time.ts";
import { gridOf } from "./reshape.ts";
import { givesRoles, rolesOfHeading } from "./roles-above.ts";
import { draftTasks } from "./tasks.ts";

/** A task table that was read, kept for a table that may go on from it. */
export interface ReadTable {
  readonly header: Header | null;
  readonly columns: number;
  readonly frame: TableFrame;
  /** Its last task, which 同上 in a table that goes on repeats. */
  readonly last: TaskDraft | null;
}

export interface TaskTable {
  readonly tasks: readonly TaskDraft[];
  readonly notes: readonly Quote[];
  /** What stands above the rows: caption and header, where rules for all of them may be printed. */
  readonly above: readonly Quote[];
  readonly state: ReadTable;
}

/** What stands around a table. */
export interface TableSetting {
  readonly kind: TaskDraft["kind"];
  readonly genre: Genre;
  /** Label of the attachment or part it belongs to. */
  readonly group: string | null;
  /** A time that the words above give to all rows. */
  readonly time: Quote | null;
  /** Who does all that stands below the headings above it. */
  readonly given: readonly AllocationDraft[];
  /** The lines right above it, and the notes right below it. */
  readonly above: readonly Quote[];
  readonly below: readonly Quote[];
  /** The task table right before it, with nothing but page furniture between them. */
  readonly before: ReadTable | null;
}

/** The tasks of a table; null when it is no task table (nothing is claimed then). */
export function* readTaskTable(document: NoticeDocument, table: Table, setting: TableSetting, ledger: Ledger, context: Context): Steps<TaskTable | null> {
  const grid = yield* gridOf(document, table);
  const own = findHeader(grid) ?? (setting.before?.columns === grid.columns ? null : findUnknownHeader(grid));
  const continued = goesOn(grid, own, setting.before);
  const header = own ?? (continued ? (setting.before?.header ?? null) : null);
  const layout = continued && setting.before !== null ? setting.before.frame.layout : yield* layOut(grid, own, own?.rows[1] ?? 0, setting.genre === "printed" && setting.above.some(({ text }) => givesRoles(text)) ? "allocates" : setting.genre);
  yield;
  if (layout === null || marksTellStates(grid, header, setting)) return null;

  const banner = firstBanner(grid, own);
  const caption = claimHead(grid, own, banner, ledger);
  const carried = continued && setting.before !== null ? setting.before.frame.carried : startCarried();
  if (banner !== null) openAbove(headingOf(banner), carried);
  const below = own === null && header !== null ? { ...header, rows: [0, 0] as const } : header;
  const { entries, notes } = cutEntries(grid, layout, below, continued, { document, ledger, context, carried });
  yield;
  const group = setting.group ?? (continued ? (setting.before?.frame.group ?? null) : caption);
  const above = wordsAbove(grid, own, banner);
  const time = timeAbove([...above.captions, ...above.header]) ?? (continued ? (setting.before?.frame.time ?? null) : setting.time);
  const said = readNotes([...setting.above, ...above.captions, ...above.header], [...notes, ...setting.below]);
  const given = said.given.length > 0 ? said.given : setting.given.flatMap(rolesOfHeading);
  const frame: TableFrame = { layout, header: below?.columns ?? null, kind: kindOfRows(setting.kind, layout), group, time, carried, notes: { ...said, given } };
  const tasks = yield* draftTasks(entries, frame, continued ? (setting.before?.last ?? null) : null, document, ledger, context);
  reportPageTops(entries, layout, document, context);
  reportUnreadColumns(grid, below, layout, said, document, context);
  return { tasks, notes: [...unusedAbove(above, group, tasks), ...notes], above: [...above.captions, ...above.header], state: { header, columns: grid.columns, frame, last: tasks.at(-1) ?? null } };
}

/** What is left when no table goes on from this one: headings at its end that nothing stands below. */
export function closeTaskTable({ frame }: ReadTable, document: NoticeDocument, ledger: Ledger, context: Context): Pick<TaskTable, "tasks" | "notes"> {
  const found: Entries = { entries: [], notes: [] };
  addUnused(found, { document, ledger, context, carried: frame.carried }, true);
  return { tasks: atOnce(draftTasks(found.entries, frame, null, document, ledger, context)), notes: found.notes };
}

/** Rows that are named by an indicator are indicators, and with points beside them they are assessed (conventions/records.md 9). */
function kindOfRows(kind: TaskDraft["kind"], layout: Layout): TaskDraft["kind"] {
  const header = layout.find(({ use }) => use.kind === "text")?.header ?? "";
  if (kind !== "task") return kind;
  if (layout.some(({ use }) => use.kind === "weight") && /考核|考评|测评|评估|评价|指标/u.test(header)) return "assessment";
  return /指标(?:名称)?$/u.test(header) ? "indicator" : kind;
}

/** Captions that are not the group of the tasks, and the header of a table without tasks: body text. */
function unusedAbove({ captions, header }: Above, group: string | null, tasks: readonly TaskDraft[]): Quote[] {
  const unused = tasks.length === 0 ? [...captions, joinQuotes(header)] : captions.filter(({ text }) => joinLines(text) !== group);
  return unused.filter(({ text }) => text !== "");
}

/** Whether a table that was not read as tasks may hold some: in a notice that allocates every one but a list of contacts, elsewhere one that names units or deadlines all the same. Where no row is known as a header, the first row is asked. */
export function* mayHoldTasks(document: NoticeDocument, table: Table, genre: Genre = "printed"): Steps<boolean> {
  const grid = yield* gridOf(document, table);
  if (marksUnits(grid)) return true;
  const header = findHeader(grid) ?? findUnknownHeader(grid);
  const columns = yield* profileColumns(grid, header, header?.rows[1] ?? 0);
  if (listsContacts(columns)) return false;
  return genre === "allocates" || isSuspicious(columns.map((column, index) => ({ ...column, meaning: column.meaning ?? contentOf(column), byContent: false, header: header === null && grid.rows > 0 ? (grid.at(0, index)?.quote.text ?? null) : column.header })), genre);
}

/** Whether the marks of a table say how things stand: √表示已完成. */
function marksTellStates(grid: Grid, header: Header | null, { above, below }: TableSetting): boolean {
  if (header?.columns.some(({ marks }) => marks === true) !== true) return false;
  const words = [...above, ...below, ...[0, grid.rows - 1].flatMap((row) => grid.row(row).map(({ quote }) => quote))].map(({ text }) => text);
  return words.some((text) => stateLegend.pattern.test(text)) && words.every((text) => readLegend(text).size === 0);
}

/** Units head several columns, and marks below say which of them act. */
function marksUnits(grid: Grid): boolean {
  const headed = grid.row(0).filter(({ cell, words }) => cell.c1 === cell.c0 + 1 && words.length <= 20 && recogniseAllocation(words) !== null);
  return headed.length >= 2 && headed.every(({ cell }) => holdsMarks(grid, cell.c0));
}

function holdsMarks(grid: Grid, column: number): boolean {
  const words = Array.from({ length: grid.rows - 1 }, (_, row) => grid.at(row + 1, column)?.words ?? "").filter((text) => text !== "");
  return words.length > 0 && words.every((text) => /^[^\p{L}\p{N}]{1,2}$/u.test(text));
}

/** A table goes on from the one before it when it is as wide and prints the same header again, or none. */
function goesOn(grid: Grid, own: Header | null, before: ReadTable | null): boolean {
  if (before === null || before.columns !== grid.columns) return false;
  if (own === null) return true;
  return own.columns.every(({ text }, column) => text === (before.header?.columns[column]?.text ?? null));
}

/** What stands above the rows. */
interface Above {
  readonly captions: readonly Quote[];
  readonly header: readonly Quote[];
}

function wordsAbove(grid: Grid, header: Header | null, banner: GridCell | null): Above {
  const [start, end] = header?.rows ?? [0, 0];
  const cells = (from: number, to: number): Quote[] => [...new Set(Array.from({ length: to - from }, (_, row) => grid.row(from + row)).flat())].filter((cell) => cell !== banner).map(({ quote }) => quote);
  return { captions: [...(grid.caption === null ? [] : [grid.caption]), ...cells(0, start)], header: cells(start, end) };
}

/** Claims the header and what stands above it inside the table, but for a heading row; gives the caption, if there is one. */
function claimHead(grid: Grid, header: Header | null, banner: GridCell | null, ledger: Ledger): string | null {
  let caption: string | null = null;
  for (const above of new Set(Array.from({ length: header?.rows[0] ?? 0 }, (_, row) => grid.row(row)).flat())) {
    if (above === banner) continue;
    const { cell, quote } = above;
    caption ??= quote.text === "" ? null : joinLines(quote.text);
    ledger.claimBlocks("tasks.group", cell.blocks);
  }
  const [start, end] = header?.rows ?? [0, 0];
  const cells = new Set(Array.from({ length: end - start }, (_, row) => grid.row(start + row)).flat());
  for (const { cell } of cells) ledger.claimBlocks("tasks.columns", cell.blocks);
  if (grid.caption === null) return caption;
  ledger.claim("tasks.group", grid.caption.spans);
  return caption ?? joinLines(grid.caption.text);
}
