/** Cuts the rows of a task table into entries: one for each thing to do, with the headings above it. */
import type { Context } from "../../model/context.ts";
import type { NoticeDocument } from "../../model/document.ts";
import { joinQuotes, placesOf, type Quote } from "../../model/quote.ts";
import { addsUp, recogniseTableNote, signs } from "../../rules/table-notes.ts";
import { readLineLabel } from "../../rules/item-labels.ts";
import { addAll } from "../../model/add-all.ts";
import type { Ledger } from "../ledger.ts";
import { soleCell, type Grid, type GridCell } from "./grid.ts";
import { repeatsHeader } from "./header.ts";
import type { Header } from "./header-columns.ts";
import { closeAbove, headingOf, openBanner, pathOf, pathOfRow, takeUnused, type Carried, type Heading } from "./headings.ts";
import { holdsTasks, type Layout } from "./layout.ts";
import { rolesBelow } from "./roles-below.ts";
import { beganAbove, readRow, type Row } from "./row.ts";
import { groupRow, usualNumberStyle, type GroupRow } from "./group-row.ts";
import { isSentenceTask, isWholeTask } from "./whole-row.ts";

/** One thing to do, and the rows it stands in. */
export interface Entry {
  readonly path: readonly Heading[];
  readonly text: Quote;
  /** Blank for a full-width row that is a task by itself. */
  readonly rows: Row[];
  /** Lines right below it that say who does it. */
  readonly below?: Quote[];
}

/** The different cells of an entry in columns of one use, in order. */
export function cellsUsedAs(entry: Entry, layout: Layout, kind: string): (GridCell & { column: number; row: Row })[] {
  const found = new Map<GridCell, { column: number; row: Row }>();
  for (const row of entry.rows) {
    for (const { column, cell } of row.cells) {
      if (layout[column]?.use.kind === kind && cell.words !== "" && !found.has(cell)) found.set(cell, { column, row });
    }
  }
  return [...found].map(([cell, at]) => ({ ...cell, ...at }));
}

/** Whether a cell covers several rows of one page. */
export function isMerged({ cell, cutAt }: Pick<GridCell, "cell" | "cutAt">): boolean {
  return cutAt === null ? cell.r1 - cell.r0 > 1 : cutAt - cell.r0 > 1 || cell.r1 - cutAt > 1;
}

/** Whether a cell that goes over a page end has its words above it, and the entry stands below: a blank cell at the top of a page looks like one that goes on. */
export function isFromPageBefore({ cutAt }: GridCell, { rows }: Entry): boolean {
  return cutAt !== null && (rows[0]?.index ?? 0) >= cutAt;
}

/** What the rows of one table hold. */
export interface Entries {
  readonly entries: Entry[];
  /** Notes (注：…), rows that add up others (合计), headings that nothing stands below: no tasks. */
  readonly notes: Quote[];
}

/** What the rows are read with. */
export interface Reading {
  readonly document: NoticeDocument;
  readonly ledger: Ledger;
  readonly context: Context;
  readonly carried: Carried;
}

/** Reads the rows below the header. `continued` says that the table goes on from the one before it. */
export function cutEntries(grid: Grid, layout: Layout, header: Header | null, continued: boolean, reading: Reading): Entries {
  const { carried, ledger } = reading;
  const found: Entries = { entries: [], notes: [] };
  const mergedGroups = layout.map((column, index) => column.use.kind === "group" && hasMergedLabel(grid, index, header?.rows[1] ?? 0));
  const belowTasks = rolesBelow(grid, header?.rows[1] ?? 0);
  const numberStyle = usualNumberStyle(grid, layout, header?.rows[1] ?? 0);
  let first = true;
  for (let index = header?.rows[1] ?? 0; index < grid.rows; index++) {
    if (header !== null && repeatsHeader(grid, index, header.columns)) {
      for (const cell of grid.row(index)) ledger.takeBlocks("furniture:repeated-header", cell.cell.blocks);
      first = true;
      continue;
    }
    const above = found.entries.at(-1);
    if (belowTasks.has(index) && above?.below !== undefined) {
      addAll(above.below, grid.row(index).flatMap(({ quote, words }) => (words === "" ? [] : [quote])));
      continue;
    }
    const banner = soleCell(grid, index);
    if (banner !== null) {
      readBanner(banner, found, reading);
      continue;
    }
    const filled = grid.row(index).filter(({ words }) => words !== "");
    if (addsUp(filled[0]?.words ?? "") || (filled.length > 0 && filled.every(({ words }) => signs(words))) || isLeftBlank(filled, layout)) {
      setAside(grid.row(index).filter(({ cell, words }) => cell.r0 === index && words !== ""), found.notes, ledger);
      continue;
    }
    const row = readRow(grid, layout, index);
    if (row.cells.every(({ cell }) => cell.words === "")) continue;
    const group = groupRow(row, numberStyle);
    if (group !== null) {
      openHeading(group.heading, found, reading);
      setSumsAside(group, found.notes, ledger);
      continue;
    }
    updateLabels(row, layout, carried, mergedGroups, first && continued);
    claimLabels(row, ledger);
    first = false;
    addUnused(found, reading, false);
    addRow(row, layout, carried, found.entries);
  }
  return found;
}

/** A form that was numbered for more rows than it has. */
function isLeftBlank([only, ...others]: readonly GridCell[], layout: Layout): boolean {
  return only !== undefined && others.length === 0 && layout[only.cell.c0]?.use.kind === "number" && only.cell.c1 === only.cell.c0 + 1 && /^\d{1,3}$/u.test(only.words);
}

/** Headings that nothing stands below: a whole task is one, all other words are kept as body text, 督办单位：X as what it says of the table. */
export function addUnused(found: Entries, { carried, document, ledger, context }: Reading, end: boolean): void {
  for (const { cell, words } of takeUnused(carried, end)) {
    if (isWholeTask(words)) {
      found.entries.push({ path: pathOfRow(carried, cell), text: words, rows: [] });
      continue;
    }
    found.notes.push(words);
    for (const span of words.spans) ledger.take(span, "sections.text");
    if (readLineLabel(words.text)?.meaning.kind === "units") continue;
    context.report("table/heading-without-task", { actual: words.text, place: placesOf(document, words.spans) });
  }
}

/** Words of the table that are no task: kept as body text. */
function setAside(cells: readonly GridCell[], notes: Quote[], ledger: Ledger): void {
  notes.push(joinQuotes(cells.map(({ quote }) => quote)));
  for (const { cell } of cells) ledger.claimBlocks("sections.text", cell.blocks);
}

/** What a heading row adds up is body text beside its name. */
function setSumsAside({ heading, sums }: GroupRow, notes: Quote[], ledger: Ledger): void {
  if (sums.length === 0) return;
  notes.push(joinQuotes([heading.words, ...sums.map(({ quote }) => quote)]));
  for (const { cell } of sums) ledger.claimBlocks("sections.text", cell.blocks);
}

function readBanner(cell: GridCell, found: Entries, reading: Reading): void {
  const { carried, ledger } = reading;
  const note = recogniseTableNote(cell.quote.text);
  if (note === "note") setAside([cell], found.notes, ledger);
  else if (note === "deadline") {
    carried.time = cell.quote;
    found.notes.push(cell.quote);
    ledger.claimBlocks("tasks.deadlines", cell.cell.blocks);
  } else if (isSentenceTask(cell.quote)) {
    found.entries.push({ path: pathOfRow(carried, cell), text: cell.quote, rows: [] });
  } else openHeading(headingOf(cell), found, reading);
}

function openHeading(heading: Heading, found: Entries, reading: Reading): void {
  closeAbove(heading, reading.carried);
  addUnused(found, reading, false);
  openBanner(heading, reading.carried);
}

function hasMergedLabel(grid: Grid, column: number, firstRow: number): boolean {
  for (let r = firstRow; r < grid.rows; r++) {
    const found = grid.at(r, column);
    if (found !== null && found.words !== "" && isMerged(found)) return true;
  }
  return false;
}

/**
 * Moves the labels of the group columns on to this row. A blank label means “as above” at the top of a continued table,
 * and in a column where nobody merges cells; a blank cell that is itself merged says that there is no such heading.
 */
function updateLabels(row: Row, layout: Layout, carried: Carried, merged: readonly boolean[], atTop: boolean): void {
  const columns = layout.flatMap(({ use }, column) => (use.kind === "group" ? [column] : []));
  let changed = false;
  for (const [level, cell] of row.groups.entries()) {
    const before = carried.labels[level] ?? null;
    const sameAsOuter = level > 0 && cell !== null && cell === row.groups[level - 1];
    if (sameAsOuter) {
      carried.labels[level] = null;
      continue;
    }
    if (cell !== null && cell.words !== "") {
      const heading = headingOf(cell);
      changed = changed || before === null || before.text !== heading.text;
      carried.labels[level] = before?.cell === cell ? before : heading;
      if (before?.cell !== cell) carried.waiting.push(heading);
      continue;
    }
    const asAbove = atTop || (merged[columns[level] ?? -1] !== true && (cell === null || !isMerged(cell)));
    if (!asAbove || changed) carried.labels[level] = null;
  }
}

/** The words of a merged label are claimed in its first row. */
function claimLabels(row: Row, ledger: Ledger): void {
  for (const cell of row.groups) for (const span of cell?.quote.spans ?? []) ledger.take(span, "tasks.path");
}

function addRow(row: Row, layout: Layout, carried: Carried, entries: Entry[]): void {
  if (layout.some(holdsTasks)) {
    for (const part of tasksOfPeriods(row, layout)) entries.push({ path: pathOf(carried), text: part.quote, rows: [withOnly(part, row, layout)], below: [] });
    return;
  }
  const last = entries.at(-1);
  const text = row.text;
  if (text !== null && text.words !== "") {
    if (last !== undefined && namesRole(row, layout) && printsAgain(row, last)) {
      last.rows.push(row);
      return;
    }
    if (beganAbove(text, row.index) && last?.rows.some((before) => before.text === text) === true && !isOwnRecord(row, layout)) last.rows.push(row);
    else entries.push({ path: pathOf(carried), text: text.quote, rows: [row], below: [] });
    return;
  }
  const instead = row.heading !== null && row.heading.words !== "" && !beganAbove(row.heading, row.index) ? row.heading : firstProse(row, layout);
  const label = instead === null && saysMore(row, layout) ? ownLabel(row, carried) : null;
  if (instead !== null) entries.push({ path: pathOf(carried), text: instead.quote, rows: [row], below: [] });
  else if (label !== null) entries.push({ path: pathOf(carried).filter((heading) => heading !== label), text: label.cell.quote, rows: [row], below: [] });
  else if (last !== undefined && saysMore(row, layout)) last.rows.push(row);
}

/** Whether a row says in what role those act whom it names. */
function namesRole(row: Row, layout: Layout): boolean {
  return row.cells.some(({ column, cell }) => layout[column]?.use.kind === "role" && cell.words !== "");
}

/** Whether a row prints the number and the words of the task above once more, for a further role. */
function printsAgain({ number, text }: Row, { rows: [first] }: Entry): boolean {
  return first !== undefined && first.text !== null && text !== null && first.text !== text && first.text.words === text.words && first.number?.words === number?.words;
}

/** The cells of a row below the periods, each of them a task. */
function tasksOfPeriods(row: Row, layout: Layout): GridCell[] {
  return row.cells.flatMap(({ column, cell }) => (cell.words !== "" && cell.cell.r0 === row.index && layout.some((one, at) => at === column && holdsTasks(one)) ? [cell] : []));
}

/** A row with one of these tasks. */
function withOnly(text: GridCell, row: Row, layout: Layout): Row {
  return { ...row, text, cells: row.cells.filter(({ column, cell }) => cell === text || !layout.some((one, at) => at === column && holdsTasks(one))) };
}

/** Below one task that is merged over rows, a row with units and a time of its own is a record of its own (conventions/records.md 1); one that names a further role is none. */
function isOwnRecord(row: Row, layout: Layout): boolean {
  if (namesRole(row, layout)) return false;
  const own = (kind: string): boolean => row.cells.some(({ column, cell }) => layout[column]?.use.kind === kind && cell.words !== "" && cell.cell.r0 === row.index);
  return own("units") || own("time");
}

function firstProse(row: Row, layout: Layout): GridCell | null {
  return row.cells.find(({ column, cell }) => layout[column]?.use.kind === "prose" && cell.words !== "" && cell.cell.r0 === row.index)?.cell ?? null;
}

/** The innermost heading of a row, where it begins in this row and serves no other: the row says what to do in it. */
function ownLabel(row: Row, { labels }: Carried): Heading | null {
  const label = labels.findLast((heading) => heading !== null) ?? null;
  return label !== null && !label.used && label.cell.cell.r0 === row.index && row.groups.includes(label.cell) ? label : null;
}

/** A row without words of its own that names further units or times for the task above. */
function saysMore(row: Row, layout: Layout): boolean {
  return row.cells.some(({ column, cell }) => {
    const kind = layout[column]?.use.kind;
    return cell.words !== "" && (kind === "units" || kind === "marks" || kind === "time" || kind === "period" || kind === "other");
  });
}
