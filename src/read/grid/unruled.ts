/** Tables without rules: found by the line that heads their columns, followed over page ends as long as their gutters hold. */
import type { BodyPage } from "./furniture.ts";
import { headerOf, spansOf } from "./column-header.ts";
import { Coverage, segmentsOf, wordsOf, type Segment, type TextColumn } from "./gutters.ts";
import type { Line } from "./lines.ts";
import type { PageItem } from "./page.ts";
import { TableEnd } from "./table-end.ts";
import { planOf, tableFromText } from "./text-rows.ts";
import { largest, smallest } from "../../model/extremes.ts";

/** The part of a table on one page: the items `[start, end)` of the page. */
interface Part {
  readonly page: number;
  readonly index: number;
  readonly start: number;
  end: number;
  readonly header: readonly Segment[] | null;
  readonly body: Line[];
}

/** A table over pages. */
interface Run {
  readonly header: readonly Segment[];
  readonly parts: Part[];
  readonly end: TableEnd;
}

/** Puts tables in the place of the lines that make them. */
export function findUnruled(pages: readonly BodyPage[]): BodyPage[] {
  const runs = new Finder(pages).find().filter(({ parts }) => parts.some(({ body }) => body.length >= 2));
  if (runs.length === 0) return [...pages];
  const replaced = pages.map((page) => ({ page, tables: new Map<number, { end: number; item: PageItem }>() }));
  for (const run of runs) {
    for (const { part, item } of tablesOf(run)) replaced[part.index]?.tables.set(part.start, { end: part.end, item });
  }
  return replaced.map(({ page, tables }) => (tables.size === 0 ? page : { ...page, items: replace(page.items, tables) }));
}

function replace(items: readonly PageItem[], tables: ReadonlyMap<number, { readonly end: number; readonly item: PageItem }>): PageItem[] {
  const result: PageItem[] = [];
  for (let i = 0; i < items.length; i++) {
    const table = tables.get(i);
    const item = items[i];
    if (table !== undefined) {
      result.push(table.item);
      i = table.end - 1;
    } else if (item !== undefined) result.push(item);
  }
  return result;
}

function tablesOf({ header, parts }: Run): { part: Part; item: PageItem }[] {
  const coverage = new Coverage();
  const lines = parts.flatMap(({ body }) => body);
  for (const line of lines) coverage.add(line);
  const columns = withEmpty(coverage.columns(), parts);
  // Several heads over one column are none: what stands below is prose.
  if (parts.some((part) => (part.header?.length ?? 0) > columns.length)) return [];
  const extents = [...lines, ...header.map(({ line }) => line)];
  const plan = planOf(columns, lines, [smallest(extents.map(({ left }) => left)), largest(extents.map(({ right }) => right))]);
  // The only line of a part may have been the caption of the next table.
  const held = parts.filter(({ start, end }) => end > start);
  return held.map((part) => {
    const spans = part.header === null ? [] : spansOf(part.header, columns);
    const heads = (part.header ?? []).flatMap((segment, i) => {
      const span = spans[i];
      return span === undefined ? [] : [{ segment, span }];
    });
    return { part, item: { kind: "table", table: tableFromText(plan, part.page, part.body, heads, "unruled") } };
  });
}

/** The columns, and those that have a head and no words. */
function withEmpty(columns: readonly TextColumn[], parts: readonly Part[]): readonly TextColumn[] {
  const heads = parts.flatMap(({ header }) => header ?? []).filter(({ left, right }) => !columns.some((column) => column.left < right && left < column.right));
  const empty: TextColumn[] = [];
  for (const { left, right } of heads) if (!empty.some((column) => column.left < right && left < column.right)) empty.push({ left, right });
  return [...columns, ...empty].sort((a, b) => a.left - b.left);
}

class Finder {
  readonly #pages: readonly BodyPage[];
  readonly #runs: Run[] = [];
  #coverage = new Coverage();
  /** The lines of the table leave a gutter. */
  #parted = false;

  constructor(pages: readonly BodyPage[]) {
    this.#pages = pages;
  }

  find(): Run[] {
    let open: Run | null = null;
    for (const [index, page] of this.#pages.entries()) {
      if (page.items.length === 0) continue;
      open = this.#page(page, index, open);
    }
    return this.#runs;
  }

  /** Reads one page; gives the table that reaches its end. */
  #page({ items, layout }: BodyPage, index: number, open: Run | null): Run | null {
    let run = open;
    let part: Part | null = null;
    for (const [i, item] of items.entries()) {
      if (item.kind === "table") {
        if (part !== null) dropCaption(part);
        run = part = null;
        continue;
      }
      const { line } = item;
      const header = headerOf(line);
      if (header !== null) {
        const goesOn = run !== null && i === 0 && sameWords(run.header, header);
        if (part !== null) dropCaption(part);
        part = { page: layout.number, index, start: i, end: i + 1, header, body: [] };
        if (!goesOn || run === null) run = this.#begin(header);
        run.parts.push(part);
        run.end.page(layout.lines, line);
        continue;
      }
      if (part === null) run?.end.page(layout.lines, null);
      if (run === null || run.end.isBefore(items, i) || !this.#fits(run, line)) {
        run = part = null;
        continue;
      }
      if (part === null) run.parts.push((part = { page: layout.number, index, start: i, end: i, header: null, body: [] }));
      run.end.take(line);
      part.body.push(line);
      part.end = i + 1;
    }
    return run;
  }

  #begin(header: readonly Segment[]): Run {
    const run: Run = { header, parts: [], end: new TableEnd(header) };
    this.#runs.push(run);
    this.#coverage = new Coverage();
    this.#parted = false;
    return run;
  }

  /** Whether a gutter is left between all neighbouring words of the header when this line is added. */
  #fits({ header }: Run, line: Line): boolean {
    if (line.direction !== 0 || isProse(line, header)) return false;
    const next = this.#coverage.copy();
    next.add(line);
    const columns = next.columns();
    if (columns.length < 2 && this.#parted) return false;
    const fits = header.every((segment, i) => {
      const after = header[i + 1];
      if (after === undefined) return true;
      const middle = (segment.left + segment.right) / 2;
      const end = (after.left + after.right) / 2;
      return columns.length < 2 || !columns.some(({ left, right }) => left <= middle && right >= end);
    });
    if (!fits) return false;
    this.#coverage = next;
    this.#parted ||= columns.length >= 2;
    return true;
  }
}

/** Whether a line is a stretch of sentences across most of the columns: it stands below the table. */
function isProse(line: Line, header: readonly Segment[]): boolean {
  const segments = segmentsOf(line);
  return segments.length === 1 && /[，。；]/u.test(line.text) && header.filter(({ left, right }) => line.left <= (left + right) / 2 && line.right >= (left + right) / 2).length >= 3;
}

function sameWords(a: readonly Segment[], b: readonly Segment[]): boolean {
  return a.map(wordsOf).join("|") === b.map(wordsOf).join("|");
}

/** A short line right above the next header is that table's caption. */
function dropCaption(part: Part): void {
  const last = part.body.at(-1);
  if (last === undefined || segmentsOf(last).length !== 1) return;
  const before = part.body.at(-2);
  if (before !== undefined && last.top - before.bottom < 0.9 * last.size) return;
  part.body.pop();
  part.end--;
}
