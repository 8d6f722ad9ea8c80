/** Cuts the rows of a task table into entries: one for each thing to do, with the headings above it. */
import { joinQuotes, type Quote } from "../../model/quote.ts";
import { readMarker } from "../../rules/markers.ts";
import { addsUp, recogniseTableNote } from "../../rules/table-notes.ts";
import type { Ledger } from "../ledger.ts";
import { splitWeight } from "../weight.ts";
import { isFullWidth, type Grid, type GridCell } from "./grid.ts";
import { repeatsHeader, type Header } from "./header.ts";
import type { Layout } from "./layout.ts";
import { beganAbove, readRow, type Row } from "./row.ts";

/** A heading above entries, with the weight that was glued to it. */
export interface Heading {
  readonly text: string;
  readonly weight: number | null;
  /** The cell it stands in, null when it was carried over from a table before. */
  readonly cell: GridCell | null;
}

/** One thing to do, and the rows it stands in. */
export interface Entry {
  readonly path: readonly Heading[];
  readonly text: Quote;
  readonly rows: Row[];
}

/** What goes on from one table to the next when they are parts of one. */
export interface Carried {
  /** Full-width heading rows above, outermost first. */
  readonly banners: Heading[];
  /** By group column. */
  readonly labels: (Heading | null)[];
  /** Words of a heading row or caption that give the deadline of all rows below. */
  time: Quote | null;
}

/** Nothing carried yet. */
export function startCarried(): Carried {
  return { banners: [], labels: [], time: null };
}

/** What the rows of one table hold. */
export interface Entries {
  readonly entries: readonly Entry[];
  /** Notes (注：…) and rows that add up others (合计): no tasks. */
  readonly notes: readonly Quote[];
}

/** Reads the rows below the header. `continued` says that the table goes on from the one before it. */
export function cutEntries(grid: Grid, layout: Layout, header: Header | null, carried: Carried, continued: boolean, ledger: Ledger): Entries {
  const entries: Entry[] = [];
  const notes: Quote[] = [];
  const mergedGroups = layout.map((column, index) => column.use.kind === "group" && hasMergedLabel(grid, index));
  let first = true;
  for (let index = header?.rows[1] ?? 0; index < grid.rows; index++) {
    if (header !== null && repeatsHeader(grid, index, header.columns)) {
      for (const cell of grid.row(index)) ledger.takeBlocks("furniture:repeated-header", cell.cell.blocks);
      first = true;
      continue;
    }
    const banner = soleCell(grid, index);
    if (banner !== null) {
      readBanner(banner, carried, notes, ledger);
      continue;
    }
    if (addsUp(grid.row(index).find(({ words }) => words !== "")?.words ?? "")) {
      setAside(grid.row(index).filter(({ cell, words }) => cell.r0 === index && words !== ""), notes, ledger);
      continue;
    }
    const row = readRow(grid, layout, index);
    if (row.cells.every(({ cell }) => cell.words === "")) continue;
    updateLabels(row, layout, carried, mergedGroups, first && continued);
    claimLabels(row, ledger);
    first = false;
    addRow(row, layout, carried, entries);
  }
  return { entries, notes };
}

/** The one cell with words of a row that spans the table: a heading, a caption or a note. */
function soleCell(grid: Grid, index: number): GridCell | null {
  const cells = grid.row(index);
  const filled = cells.filter(({ words }) => words !== "");
  const only = filled[0];
  if (filled.length !== 1 || only === undefined || only.cell.r0 !== index) return null;
  if (isFullWidth(grid, only)) return only;
  const wide = only.cell.c1 - only.cell.c0 >= Math.max(2, grid.columns - 1);
  const marked = only.words.length <= 60 && readMarker(only.quote.text)?.rule === "han-comma" && cells.every(({ cell }) => cell.r1 === index + 1);
  return wide || marked ? only : null;
}

/** Words of the table that are no task: kept as body text. */
function setAside(cells: readonly GridCell[], notes: Quote[], ledger: Ledger): void {
  notes.push(joinQuotes(cells.map(({ quote }) => quote)));
  for (const { cell } of cells) ledger.claimBlocks("sections.text", cell.blocks);
}

function readBanner(cell: GridCell, carried: Carried, notes: Quote[], ledger: Ledger): void {
  const note = recogniseTableNote(cell.quote.text);
  if (note === "note") {
    setAside([cell], notes, ledger);
    return;
  }
  if (note === "deadline") {
    carried.time = cell.quote;
    ledger.claimBlocks("tasks.deadlines", cell.cell.blocks);
    return;
  }
  const heading = headingOf(cell);
  const rank = readMarker(heading.text)?.rank ?? -1;
  while (carried.banners.length > 0 && (readMarker(carried.banners.at(-1)?.text ?? "")?.rank ?? -1) >= rank) carried.banners.pop();
  carried.banners.push(heading);
  carried.labels.fill(null);
  ledger.claimBlocks("tasks.path", cell.cell.blocks);
}

/** The words of a heading cell on one line, its weight apart. */
function headingOf(cell: GridCell): Heading {
  const labels = cell.cell.blocks.flatMap((block) => (block.kind === "paragraph" && block.label !== null ? [block.label.text] : []));
  const { text, weight } = splitWeight(labels.slice(0, 1).join("") + joinLines(cell.quote.text));
  return { text, weight, cell };
}

/** Joins the lines of a heading: nothing between Chinese characters, a space between Latin words. */
export function joinLines(text: string): string {
  if (!text.includes("\n")) return text;
  return text.replace(/(?<![^\S\n])[^\S\n]*\n\s*/gu, (_, offset: number) => {
    const before = text.charAt(offset - 1);
    const after = text.slice(offset).trimStart().charAt(0);
    return /[A-Za-z]/u.test(before) && /[A-Za-z]/u.test(after) ? " " : "";
  });
}

function hasMergedLabel(grid: Grid, column: number): boolean {
  for (let r = 0; r < grid.rows; r++) {
    const found = grid.at(r, column);
    if (found !== null && found.words !== "" && found.cell.r1 - found.cell.r0 > 1) return true;
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
      continue;
    }
    const asAbove = atTop || (merged[columns[level] ?? -1] !== true && (cell === null || cell.cell.r1 - cell.cell.r0 === 1));
    if (!asAbove || changed) carried.labels[level] = null;
  }
}

/** The words of a merged label are claimed in its first row. */
function claimLabels(row: Row, ledger: Ledger): void {
  for (const cell of row.groups) for (const span of cell?.quote.spans ?? []) ledger.take(span, "tasks.path");
}

function addRow(row: Row, layout: Layout, carried: Carried, entries: Entry[]): void {
  const last = entries.at(-1);
  const text = row.text;
  if (text !== null && text.words !== "") {
    if (beganAbove(text, row.index) && last?.rows.some((before) => before.text === text) === true) last.rows.push(row);
    else entries.push({ path: pathOf(carried), text: text.quote, rows: [row] });
    return;
  }
  const instead = row.heading !== null && row.heading.words !== "" && !beganAbove(row.heading, row.index) ? row.heading : firstProse(row, layout);
  if (instead !== null) entries.push({ path: pathOf(carried), text: instead.quote, rows: [row] });
  else if (last !== undefined && saysMore(row, layout)) last.rows.push(row);
}

function firstProse(row: Row, layout: Layout): GridCell | null {
  return row.cells.find(({ column, cell }) => layout[column]?.use.kind === "prose" && cell.words !== "" && cell.cell.r0 === row.index)?.cell ?? null;
}

/** A row without words of its own that names further units or times for the task above. */
function saysMore(row: Row, layout: Layout): boolean {
  return row.cells.some(({ column, cell }) => {
    const kind = layout[column]?.use.kind;
    return cell.words !== "" && (kind === "units" || kind === "time" || kind === "other");
  });
}

function pathOf(carried: Carried): Heading[] {
  return [...carried.banners, ...carried.labels.flatMap((label) => (label === null ? [] : [label]))];
}
