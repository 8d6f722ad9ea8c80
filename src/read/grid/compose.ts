/** Pages to a document: furniture out, tables joined over page ends, prose to paragraphs. */
import type { Sheet } from "../../model/document.ts";
import type { Steps } from "../../model/steps.ts";
import { setAside, type BodyPage } from "./furniture.ts";
import { findPlain } from "./plain-tables.ts";
import { findUnruled } from "./unruled.ts";
import { joinTables, type JoinedTable, type JoinSetting } from "./join.ts";
import type { Line } from "./lines.ts";
import type { PageItem, PageLayout, SetAside } from "./page.ts";
import type { PageTable } from "./page-table.ts";
import { proseOf, Rooms } from "./prose.ts";
import type { Written } from "../builder.ts";
import { DocumentWriter } from "./write.ts";

/** What composing a document found to say. */
export interface ComposeReport {
  readonly tables: readonly JoinedTable[];
  readonly sheets: readonly Sheet[];
  /** The pages, with the tables that were found on them. */
  readonly pages: readonly BodyPage[];
}

/** Composes the document of laid-out pages. No table is joined to one of more than `mostCells`; `marked` keeps where each character stands. */
export function* compose(pages: readonly PageLayout[], source: number, mostCells = Infinity, marked = false): Steps<Omit<Written, "links"> & ComposeReport> {
  const sheets = pages.map(({ number, width, height, turn }): Sheet => ({ source, page: number, width, height, turn }));
  const bodies = setAside(pages);
  yield;
  const ruled = findUnruled(bodies);
  yield;
  const found = findPlain(ruled, mostCells);
  yield;
  return { ...(yield* new Composer(found, new DocumentWriter(source, marked), mostCells).compose()), sheets };
}

class Composer {
  readonly #pages: readonly BodyPage[];
  readonly #writer: DocumentWriter;
  readonly #rooms: Rooms;
  readonly #joining: JoinSetting;
  readonly #tables: JoinedTable[] = [];
  readonly #furniture: SetAside[];
  #nextFurniture = 0;
  #lastPage = 0;

  constructor(pages: readonly BodyPage[], writer: DocumentWriter, mostCells: number) {
    this.#pages = pages;
    const widths = new Map(pages.map(({ layout: { number, width } }) => [number, width]));
    this.#joining = { mostCells, widthOf: (page) => widths.get(page) ?? 0 };
    this.#writer = writer;
    this.#furniture = pages.flatMap(({ furniture }) => furniture);
    const lines = new Map(pages.map(({ layout, items }) => [layout, linesAmong(items)]));
    this.#rooms = new Rooms(pages.map(({ layout }) => layout), (layout) => lines.get(layout) ?? []);
  }

  *compose(): Steps<Omit<Written, "links"> & Omit<ComposeReport, "sheets">> {
    const items = this.#pages.flatMap((page) => page.items);
    for (let i = 0; i < items.length; ) {
      const end = endOfRun(items, i);
      const run = items.slice(i, end);
      yield;
      if (items[i]?.kind === "table") yield* this.#tablesOf(run.flatMap((item) => (item.kind === "table" ? [item.table] : [])));
      else this.#prose(linesAmong(run));
      i = end;
    }
    this.#furnitureBefore(Infinity);
    return { ...this.#writer.finish(), tables: this.#tables, pages: this.#pages };
  }

  #prose(lines: readonly Line[]): void {
    for (const paragraph of proseOf(lines, this.#rooms)) {
      const page = paragraph.lines[0]?.page ?? 0;
      this.#furnitureBefore(page);
      this.#writer.paragraph(paragraph, page > this.#lastPage && this.#lastPage > 0);
      this.#lastPage = paragraph.lines.at(-1)?.page ?? page;
    }
  }

  *#tablesOf(parts: readonly PageTable[]): Steps<void> {
    for (const table of yield* joinTables(parts, this.#joining)) {
      yield;
      this.#furnitureBefore(table.parts[0]?.page ?? 0);
      this.#tables.push(table);
      yield* this.#writer.table(table);
      for (const line of table.furniture) this.#writer.furniture(line);
      this.#lastPage = table.parts.at(-1)?.page ?? this.#lastPage;
    }
  }

  /** Writes what stands around the pages before one, when the text has moved past them. */
  #furnitureBefore(page: number): void {
    for (let next = this.#furniture[this.#nextFurniture]; next !== undefined && next.line.page < page; next = this.#furniture[this.#nextFurniture]) {
      this.#writer.furniture(next);
      this.#nextFurniture++;
    }
  }
}

function linesAmong(items: readonly PageItem[]): Line[] {
  return items.flatMap((item) => (item.kind === "line" ? [item.line] : []));
}

function endOfRun(items: readonly PageItem[], start: number): number {
  let end = start;
  while (end < items.length && items[end]?.kind === items[start]?.kind) end++;
  return end;
}
