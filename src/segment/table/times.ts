/** Until when a row is to be done: the cells of its time columns, its columns of periods, or a time that is printed once for many rows. */
import type { TaskDraft, TimeDraft } from "../../model/draft.ts";
import { joinQuotes, partOf, type Quote } from "../../model/quote.ts";
import { clockCell, findPeriod, isState } from "../../rules/columns.ts";
import { headYear } from "../../rules/metadata/wording.ts";
import { timeOver } from "../shared-time.ts";
import { cellsUsedAs, isFromPageBefore, type Entry } from "./entries.ts";
import type { GridCell } from "./grid.ts";
import { isDitto } from "./ditto.ts";
import { labelBeside } from "./role-labels.ts";
import { saidInRemarks } from "./remark-cells.ts";
import { beganAbove } from "./row.ts";
import type { Item, TableFrame } from "./frame.ts";

/** The times of an item among all of its table; `before` is the row above, which 同上 repeats. */
export function timesOf(item: Item, items: readonly Item[], frame: TableFrame, before: TaskDraft | null): TimeDraft[] {
  const first = item.entry.rows[0]?.index ?? 0;
  const labelled = cellsUsedAs(item.entry, frame.layout, "units").filter((cell) => labelBeside(cell, frame.layout)?.meaning.kind === "time");
  const own = cellsUsedAs(item.entry, frame.layout, "time");
  const cells = withoutClocks([...(frame.layout.some(({ use }) => use.kind === "role") ? own.filter(({ words }, i) => own.findIndex((one) => one.words === words) === i) : own), ...labelled]);
  const periods = periodTimes(item.entry, frame);
  const starts = cellsUsedAs(item.entry, frame.layout, "start").flatMap((cell): TimeDraft[] => (isState(cell.words) || isDitto(cell.quote) ? [] : [{ quote: cell.quote, origin: beganAbove(cell, first) ? "inherited" : "cell", share: null, bound: "start" }]));
  if (cells.length === 0 && frame.notes.blanksRepeat && frame.layout.some(({ use }) => use.kind === "time")) return (before?.times ?? []).map((above) => ({ ...above, origin: "inherited" }));
  if (cells.length === 0 && periods.length === 0) {
    const remarked = saidInRemarks(item.entry, frame.layout).times;
    return [...(remarked.length > 0 ? remarked : sharedTime(item.entry, frame)), ...starts];
  }
  const printed = cells.flatMap((cell): TimeDraft[] => {
    if (isState(cell.words)) return [];
    if (isDitto(cell.quote)) return (before?.times ?? []).map((above) => ({ ...above, origin: "inherited" }));
    return [{ quote: cell.quote, origin: beganAbove(cell, first) ? "inherited" : "cell", share: shareOf(cell, item, items) }];
  });
  return [...printed, ...periods, ...starts];
}

/** 日期 beside 时间: the day is the deadline, the time of the day stands in its column. */
function withoutClocks<C extends GridCell>(cells: readonly C[]): readonly C[] {
  const days = cells.filter(({ words }) => !clockCell.pattern.test(words));
  return days.length === 0 ? cells : days;
}

/** Each filled cell below a month or quarter is a milestone of that period, its words what is then done. */
function periodTimes(entry: Entry, { layout, header }: TableFrame): TimeDraft[] {
  return cellsUsedAs(entry, layout, "period").filter((cell) => !isFromPageBefore(cell, entry)).flatMap(({ column, quote }): TimeDraft[] => {
    const head = header?.[column]?.cell ?? null;
    const found = head === null ? null : findPeriod(head.quote.text);
    if (head === null || found === null) return [];
    const period = partOf(head.quote, ...found);
    const within = /\d{4}/u.test(period.text) ? undefined : header?.[column]?.within;
    return [{ quote: within === undefined ? period : joinQuotes([within, period]), origin: "header", share: null, action: quote }];
  });
}

/** Which of the numbered tasks that one cell serves this is. */
function shareOf(cell: GridCell, item: Item, items: readonly Item[]): TimeDraft["share"] {
  if (item.words.marker === null && cell.cell.r1 - cell.cell.r0 === 1) return null;
  const served = items.filter(({ entry, number }) => number !== null && entry.rows.some((row) => row.cells.some((own) => own.cell.cell === cell.cell)));
  if (new Set(served.map(({ number }) => number)).size < 2) return null;
  return { index: served.indexOf(item), of: served.length };
}

/** A time printed for many rows, the nearest one: in a heading above the row, in a heading row for all below it, in the header of the deadline column, above the table, in a note below it. */
function sharedTime(entry: Entry, frame: TableFrame): TimeDraft[] {
  const heading = entry.path.map(({ words }) => timeOver(words)).findLast((time) => time !== null) ?? null;
  const quote = heading ?? frame.carried.time ?? headedTime(frame) ?? frame.time;
  if (quote !== null) return [{ quote, origin: "header", share: null }];
  return frame.notes.time === null ? [] : [{ quote: frame.notes.time, origin: "notice", share: null }];
}

/** The words of a deadline column's header, where they hold a time themselves. */
function headedTime({ header }: TableFrame): Quote | null {
  const column = header?.find(({ meaning }) => meaning?.kind === "time") ?? null;
  if (column?.cell == null || !/\d|年底|年内|全年|季度|半年|持续|长期|汛期/u.test(column.cell.words) || headYear.column.test(column.cell.words)) return null;
  return column.cell.quote;
}
