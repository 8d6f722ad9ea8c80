/** Makes task drafts of the entries of a table. */
import type { TaskDraft } from "../../model/draft.ts";
import type { Context } from "../../model/context.ts";
import type { NoticeDocument } from "../../model/document.ts";
import { linesIn, placesOf, type Quote } from "../../model/quote.ts";
import { stride, type Steps } from "../../model/steps.ts";
import type { Span } from "../../model/position.ts";
import { readMarker } from "../../rules/markers.ts";
import type { Ledger } from "../ledger.ts";
import { readWeight } from "../weight.ts";
import { cutItem, namesDoer } from "../item/item.ts";
import { allocationsOf } from "./allocations.ts";
import { cellsUsedAs, type Entry } from "./entries.ts";
import type { Item, TableFrame } from "./frame.ts";
import type { GridCell } from "./grid.ts";
import { cutNumbered, takeNumber } from "./numbered-text.ts";
import { timesOf } from "./times.ts";
import { numbersIn } from "./steps.ts";
import { takeMarks } from "./marked-text.ts";
import { draftWholeRow } from "./whole-row.ts";
import { unwrap } from "../../text/lines.ts";
import { namesUnits, type Layout } from "./layout.ts";

/** One draft a task, in order, each word of the table claimed once; `above` is the last task of the table that this one goes on from. */
export function* draftTasks(entries: readonly Entry[], frame: TableFrame, above: TaskDraft | null, document: NoticeDocument, ledger: Ledger, context: Context): Steps<TaskDraft[]> {
  const lists = listPoints(entries, frame);
  const cut = entries.flatMap((entry) => {
    const own = lists ? [plainItem(entry)] : itemsOf(entry, frame, document);
    const numbers = entry.rows[0]?.number ?? null;
    if (own.length === 1 && numbers !== null && numbersIn(document, numbers.cell) > 1) {
      context.report("table/records-in-one-row", { actual: numbers.quote.text.replace(/\s+/gu, "、"), place: placesOf(document, entry.rows.flatMap((row) => row.cells.flatMap(({ cell }) => cell.quote.spans))) });
    }
    return own;
  });
  const items = takeMarks(cut).map((item) => withBelow(withSaid(item, frame)));
  const ownHeadings = headingsAreItems(items, frame);
  const claimed = new Set<GridCell>();
  const drafts: TaskDraft[] = [];
  for (const [index, item] of items.entries()) {
    if (index % stride === 0) yield;
    for (const { words } of item.entry.path) for (const span of words.spans) ledger.take(span, "tasks.path");
    if (item.entry.rows.length === 0) {
      drafts.push({ kind: frame.kind, group: frame.group, part: null, path: item.entry.path.map(({ text }) => text), heading: null, ...draftWholeRow(item.entry.text, ledger) });
      continue;
    }
    const draft = draftTask(item, items, frame, drafts.at(-1) ?? above, ownHeadings);
    claimItem(item, frame, claimed, ledger);
    if (draft.allocations.length === 0 && namesUnits(frame.layout)) {
      context.report("unit/blank-cell", { place: placesOf(document, draft.spans) });
    }
    drafts.push(draft);
  }
  return drafts;
}

/** Whether numbers inside the cells count the points of each task, from 1 again in every one, and no tasks. */
function listPoints(entries: readonly Entry[], { layout }: TableFrame): boolean {
  if (layout.some(({ use }) => use.kind === "number") || entries.some(({ text }) => toldLines(text, layout).length > 1)) return false;
  const first = entries.flatMap(({ rows, text }) => (rows.length === 0 ? [] : [cutNumbered(text, null)?.[0]?.number ?? takeNumber(text).number]));
  // 1.…, then 2.… in the next row: the rows themselves are counted, from 1 again below each unit.
  return first.filter((number, index) => number === "1" && first[index + 1] !== "2").length >= 2;
}

/** The lines of a cell where no column names units and each says who does it: they are tasks of their own. */
function toldLines(text: Quote, layout: Layout): readonly Quote[] {
  const lines = namesUnits(layout) ? [] : linesIn(text);
  return lines.every((line) => namesDoer(line.text)) ? lines : [];
}

/** Takes what a cell says of its own task off its words, where no column names units. Several brackets in one cell stay: they speak of parts of it. */
function withSaid(item: Item, { layout }: TableFrame): Item {
  if (namesUnits(layout)) return item;
  const { parts: [part, ...others], times, claims } = cutItem(linesIn(item.words.text));
  if (part !== undefined && others.some(({ allocations }) => allocations.length > 0)) return { ...item, said: { allocations: [part, ...others].flatMap(({ allocations }) => allocations), times, claims: [] } };
  if (part === undefined || part.allocations.length === 0 || others.length > 0 || part.text.text === "") return item;
  return { ...item, words: { ...item.words, text: part.text }, said: { allocations: part.allocations, times, claims } };
}

/** Reads the lines below a task: 牵头单位：X；配合单位：Y. */
function withBelow(item: Item): Item {
  const lines = item.entry.below ?? [];
  if (lines.length === 0) return item;
  const { parts, times, claims } = cutItem(lines);
  return { ...item, below: { allocations: parts.flatMap(({ allocations }) => allocations), times, claims } };
}

/** The cell of the running number; none where one cell holds number and words. */
function ownNumber({ rows: [row], text }: Entry): GridCell | null {
  const cell = row?.number ?? null;
  return cell?.quote === text ? null : cell;
}

function plainItem(entry: Entry): Item {
  return { entry, words: { number: null, text: entry.text, marker: null }, number: null };
}

/** 1.1, 2-3, 1.2.3.1, 一-1, Ⅱ-3, T-01, LP-2024-01, 督办〔2024〕11号, 三: a running number of several levels, one behind letters or words, one in words. */
const codeNumber = /^(?:\d{1,3}(?:[.．\-—–－]\d{1,3}){1,4}|(?:[一二三四五六七八九十]{1,3}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|[IVX]{1,4})(?:[.．、\-—–－]|(?=[(（]))[(（]?\d{1,3}[)）]?(?:[.．\-—–－]\d{1,3}){0,3}|[A-Z]{1,4}(?:-?\d{1,4}){1,3}|[\u4e00-\u9fff]{1,6}[(〔[]20\d{2}[)〕\]]第?\d{1,4}号|[一二三四五六七八九十]{1,3})(?=[.、]?$)/u;

function itemsOf(entry: Entry, frame: TableFrame, document: NoticeDocument): Item[] {
  if (entry.rows.length === 0) return [{ entry, words: { number: null, text: entry.text, marker: null }, number: null }];
  const numberCell = ownNumber(entry);
  const plain = { number: null, text: entry.text, marker: null };
  if (numberCell !== null && numberCell.cell.r1 - numberCell.cell.r0 > 1) {
    const own = takeNumber(entry.text);
    if (own.marker !== null && /[.．、]\s*$/u.test(own.marker.text)) return [{ entry, words: own, number: own.number }];
  }
  if (numberCell !== null && codeNumber.test(numberCell.words)) return [{ entry, words: plain, number: numberCell.quote.text.trim().replace(/[.．、]$/u, "") }];
  const printed: readonly string[] = numberCell?.words.match(/\d{1,6}/gu) ?? [];
  const several = numberCell !== null && numbersIn(document, numberCell.cell) > 1;
  const told = toldLines(entry.text, frame.layout);
  if (told.length > 1 && !several) return told.map(takeNumber).map((words) => ({ entry, words, number: words.number ?? printed[0] ?? null }));
  if (numberCell !== null && numberCell.words !== "" && printed.length < 2 && !several) {
    return [{ entry, words: plain, number: printed[0] ?? null }];
  }
  const first = several ? numberCell.quote.text.match(/\d{1,6}/u)?.[0] : printed[0];
  const parts = cutNumbered(entry.text, first === undefined ? null : Number(first));
  if (parts !== null) return parts.map((words) => ({ entry, words, number: words.number }));
  if (frame.layout.some(({ use }) => use.kind === "number") && (entry.rows[0]?.number ?? null) === numberCell) return [{ entry, words: plain, number: null }];
  const words = takeNumber(entry.text);
  if (words.number === "1" && linesIn(entry.text).some((line) => takeNumber(line).number === "2")) return [plainItem(entry)];
  return [{ entry, words, number: words.number }];
}

/**
 * In a table without running numbers, where each innermost heading serves one row only, the heading names the item itself.
 */
function headingsAreItems(items: readonly Item[], frame: TableFrame): boolean {
  if (items.length === 0 || frame.layout.some(({ use }) => use.kind === "number" || use.kind === "heading")) return false;
  const seen = new Set<GridCell>();
  const below = items.filter(({ entry }) => entry.rows.length > 0 && !isOwnLabel(entry));
  const marked = below.filter(({ entry }) => readMarker(entry.path.at(-1)?.text ?? "") !== null);
  const single = below.every(({ entry, number }) => {
    const cell = entry.path.at(-1)?.cell ?? null;
    if (cell === null || number !== null || seen.has(cell)) return false;
    seen.add(cell);
    return true;
  });
  return below.length > 0 && single && marked.length * 10 >= below.length * 8;
}

/** Whether the words of an entry are those of its own group cell, because nothing stands beside it. */
function isOwnLabel({ text, rows: [row] }: Entry): boolean {
  return row?.groups.some((cell) => cell?.quote === text) === true;
}

function draftTask(item: Item, items: readonly Item[], frame: TableFrame, before: TaskDraft | null, ownHeading: boolean): TaskDraft {
  const { entry, words, number } = item;
  const own = ownHeading && !isOwnLabel(entry) ? (entry.path.at(-1) ?? null) : null;
  const marker = own === null ? null : readMarker(own.text);
  const running = /^(\d{1,3})[.．、]$/u.exec(marker?.text ?? "")?.[1] ?? null;
  const headingCell = entry.rows[0]?.heading ?? null;
  const heading = own === null ? headingText(headingCell, words.text) : own.text.slice(marker?.end ?? 0);
  const numberWords = ownNumber(entry)?.quote.text.trim() ?? "";
  return {
    kind: frame.kind,
    table: true,
    number: number ?? running,
    label: item.label ?? (running === null ? marker?.text : null) ?? (number === null && numberWords !== "" ? numberWords : null),
    group: frame.group,
    part: null,
    path: (own === null ? entry.path : entry.path.slice(0, -1)).map(({ text }) => text),
    heading,
    text: words.text,
    columns: columnsOf(entry, frame),
    weight: own?.weight ?? weightOf(entry, frame),
    allocations: [...allocationsOf(entry, words.text, number ?? running, frame, before).filter(({ origin }) => item.said === undefined || origin === "note"), ...(item.said?.allocations ?? []), ...(item.below?.allocations ?? [])],
    times: [...timesOf(item, items, frame, before), ...(item.said?.times ?? []), ...(item.below?.times ?? [])],
    prose: [words.text, ...cellsUsedAs(entry, frame.layout, "prose").map(({ quote }) => quote)].filter((quote, i, all) => all.indexOf(quote) === i),
    spans: [...entry.rows.flatMap((row) => row.cells.flatMap(({ cell }) => cell.quote.spans)), ...(entry.below ?? []).flatMap(({ spans }) => spans)].filter(uniqueSpan()),
  };
}

function headingText(cell: GridCell | null, text: Quote): string | null {
  if (cell === null || cell.words === "" || cell.quote === text) return null;
  return unwrap(cell.quote.text);
}

function uniqueSpan(): (span: Span) => boolean {
  const seen = new Set<number>();
  return ({ start }) => (seen.has(start) ? false : (seen.add(start), true));
}

function columnsOf(entry: Entry, frame: TableFrame): TaskDraft["columns"] {
  const seen = new Set<GridCell>();
  const printed = entry.rows.flatMap((row) =>
    row.cells.flatMap(({ column, cell }) => {
      if (seen.has(cell) || (cell.words === "" && row !== entry.rows[0])) return [];
      seen.add(cell);
      return [{ header: frame.layout[column]?.header ?? null, quote: cell.quote }];
    }),
  );
  return [...printed, ...(entry.below ?? []).map((quote) => ({ header: null, quote }))];
}

function weightOf(entry: Entry, frame: TableFrame): number | null {
  const cell = cellsUsedAs(entry, frame.layout, "weight")[0];
  return cell === undefined ? null : readWeight(cell.quote.text);
}

const owners: Readonly<Record<string, string>> = {
  number: "tasks.number",
  heading: "tasks.heading",
  text: "tasks.text",
  units: "tasks.assignment",
  role: "tasks.assignment",
  marks: "tasks.assignment",
  time: "tasks.deadlines",
  weight: "tasks.weight",
};

function claimItem({ entry, words, said }: Item, frame: TableFrame, claimed: Set<GridCell>, ledger: Ledger): void {
  // A cell that is merged over the headings and another column was claimed as a heading.
  for (const quote of entry.below ?? []) for (const span of quote.spans) ledger.take(span, "tasks.assignment");
  for (const { owner, quote } of said?.claims ?? []) for (const span of quote.spans) ledger.take(span, owner);
  for (const span of words.marker === null && said === undefined ? [] : words.text.spans) ledger.take(span, "tasks.text");
  for (const span of words.marker?.spans ?? []) ledger.take(span, "tasks.number");
  for (const row of entry.rows) {
    for (const { column, cell } of row.cells) {
      if (claimed.has(cell)) continue;
      claimed.add(cell);
      const kind = frame.layout[column]?.use.kind ?? "other";
      if (kind === "group") continue;
      if (cell.quote === entry.text && (words.marker !== null || said !== undefined)) continue;
      for (const span of cell.quote.spans) ledger.take(span, cell.quote === entry.text ? "tasks.text" : (owners[kind] ?? "tasks.columns"));
    }
  }
}
