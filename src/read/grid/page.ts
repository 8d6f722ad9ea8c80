/** One page: its ruled tables, and the lines of text between them, from top to bottom. */
import type { Box } from "../../model/position.ts";
import { CellLines } from "./cell-lines.ts";
import { partCharts } from "./chart.ts";
import { figuresOf, type Figure } from "./components.ts";
import type { Direction, Glyph, PageInk } from "./ink.ts";
import type { Lattice } from "./lattice.ts";
import { linesOf, type Line } from "./lines.ts";
import { keepWhole, outside } from "./runs.ts";
import { withColumns, withRows } from "./open-cells.ts";
import { withoutMargins } from "./margin.ts";
import { tableOf, type PageTable } from "./page-table.ts";
import { joinRules, type Rulings } from "./rulings.ts";
import { readFigure } from "./read-figure.ts";
import { rowRuledFigures } from "./rows-only.ts";
import { readTagged, type TaggedTable } from "./tagged.ts";
import { isLinedText } from "./vertical-cells.ts";
import { placeOf, takeVertical, type VerticalLines, type VerticalText } from "./vertical-text.ts";
import { addAll } from "../../model/add-all.ts";

/** A thing on a page in reading order. */
export type PageItem = { readonly kind: "line"; readonly line: Line } | { readonly kind: "table"; readonly table: PageTable };

/** A line set aside, with the id of the rule that did it. */
export interface SetAside {
  readonly line: Line;
  readonly rule: string;
}

/** A page laid out. */
export interface PageLayout {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Quarter turns clockwise that brought it upright. */
  readonly turn: Direction;
  readonly items: readonly PageItem[];
  /** What runs along its edges, each with the id of the rule that knows it. */
  readonly margins: readonly { readonly rule: string; readonly lines: readonly Line[] }[];
  /** Lines of words that are no part of what the page says. */
  readonly asides: readonly SetAside[];
  /** The page has more lines than are looked at; its tables were not read as tables. */
  readonly crowded: boolean;
  /** A table has more cells than are read; its words are. */
  readonly oversized: boolean;
  /** Charts whose lines look like those of a table. */
  readonly charts: readonly Box[];
  /** Nobody can say in which order its columns of vertical text are read. */
  readonly unsureOrder: boolean;
  /** Its ruling lines, joined. */
  readonly lines: readonly Box[];
}

/** More ruling lines than this make a picture, not a table. */
const mostLines = 3000;

/** Lays out a page: tables by their lines, the rest as lines of text. A table of more than `mostCells` is text as well. */
export function layOutPage(drawn: PageInk, mostCells = Infinity, tagged: readonly TaggedTable[] = []): PageLayout {
  const { body: ink, margins } = withoutMargins(drawn);
  const rulings = joinRules(ink.rules);
  const crowded = countLines(rulings) > mostLines;
  const found = crowded ? withoutTables(ink) : findTables(figuresOf(rulings), ink, mostCells);
  const stated = tagged.length === 0 ? { tables: [], rest: found.rest } : readTagged(tagged, found.rest, ink.number);
  const outside = linesOf(stated.rest, ink.number);
  const { tables, charts } = partCharts(found.tables, outside);
  const items: PageItem[] = [
    ...[...tables, ...stated.tables].map((table): PageItem => ({ kind: "table", table })),
    ...[...outside, ...charts.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines))].map((line): PageItem => ({ kind: "line", line })),
  ];
  items.sort((a, b) => topOf(a) - topOf(b));
  const { number, width, height, turn = 0 } = ink;
  return {
    number,
    width,
    height,
    turn,
    items: withVertical(items, found.vertical.blocks),
    asides: ink.asides.flatMap(({ rule, glyphs }) => linesOf(glyphs, number).map((line) => ({ line, rule }))),
    margins: [...margins, ...found.vertical.margins].map(({ rule, glyphs }) => ({ rule, lines: linesOf(glyphs, number) })),
    crowded,
    oversized: found.oversized,
    charts: charts.map(({ box }) => box),
    unsureOrder: found.vertical.unsure,
    lines: crowded ? [] : boxesOf(rulings),
  };
}

/** Puts the lines of vertical text among the other items of a page, those of a block together. */
function withVertical(items: readonly PageItem[], blocks: readonly VerticalLines[]): readonly PageItem[] {
  if (blocks.length === 0) return items;
  const placed = items.map((item) => ({ item, top: topOf(item), line: item.kind === "line" ? item.line : null }));
  const before = Map.groupBy(blocks, (block) => placeOf(block, placed));
  return [...items, null].flatMap((item, i) => [
    ...(before.get(i) ?? []).flatMap(({ lines }) => lines.map((line): PageItem => ({ kind: "line", line }))),
    ...(item === null ? [] : [item]),
  ]);
}

function boxesOf({ horizontal, vertical }: Rulings): Box[] {
  return [
    ...horizontal.flatMap(({ at, pieces }) => pieces.map(([from, to]): Box => [from, at, to, at])),
    ...vertical.flatMap(({ at, pieces }) => pieces.map(([from, to]): Box => [at, from, at, to])),
  ];
}

function topOf(item: PageItem): number {
  return item.kind === "line" ? (item.line.top + item.line.bottom) / 2 : item.table.box[1];
}

function countLines({ horizontal, vertical }: Rulings): number {
  return [...horizontal, ...vertical].reduce((sum, { pieces }) => sum + pieces.length, 0);
}

/** Reads each figure that closes at least two cells; a figure inside a cell of another is a table in that cell. What reads down outside them is no table. */
function findTables(figures: readonly Figure[], ink: PageInk, mostCells: number): PageFound {
  const ruled = readFigures(figures, ink.glyphs, ink.number, mostCells);
  const vertical = takeVertical(ruled.rest, ink.number, ink.width);
  const alone = figures.flatMap((figure) => (figure.vertical.length === 0 || isBareFrame(figure) ? figure.horizontal : []));
  const half = alone.length < 2 ? [] : rowRuledFigures(alone, vertical.rest, ink);
  if (half.length === 0) return { ...ruled, rest: vertical.rest, vertical };
  const { tables, rest, oversized } = readFigures(half, vertical.rest, ink.number, mostCells);
  return { tables: [...ruled.tables, ...tables.map((table) => ({ ...table, method: "part-ruled" as const }))], rest, oversized: ruled.oversized || oversized, vertical };
}

function withoutTables({ glyphs, number, width }: PageInk): PageFound {
  const vertical = takeVertical(glyphs, number, width);
  return { ...noTables, rest: vertical.rest, vertical };
}

/** Four lines around words: what they hold may be a table without inner lines. */
function isBareFrame({ horizontal, vertical }: Figure): boolean {
  return horizontal.length === 2 && vertical.length === 2;
}

/** What ruling lines make of a page. */
interface Found {
  readonly tables: readonly PageTable[];
  readonly rest: readonly Glyph[];
  readonly oversized: boolean;
}

/** The same with the vertical text outside tables. */
interface PageFound extends Found {
  readonly vertical: VerticalText;
}

const noTables = { tables: [], oversized: false };

function readFigures(figures: readonly Figure[], glyphs: readonly Glyph[], page: number, mostCells: number): Found {
  const candidates = figures.filter(({ horizontal, vertical }) => horizontal.length > 0 && vertical.length > 0 && horizontal.length + vertical.length >= 4);
  if (candidates.length === 0) return { ...noTables, rest: glyphs };
  const { owned, rest } = share(candidates, glyphs);
  const lattices: Lattice[] = [];
  const completed = new Set<Lattice>();
  const texts = new CellLines(page);
  let oversized = false;
  for (const [i, figure] of candidates.entries()) {
    const own = owned[i] ?? [];
    const read = readFigure(figure, own, mostCells);
    if (read === "oversized") oversized = true;
    else if (read !== null && !isLinedText(read)) {
      const whole = complete(figure, read, own, texts, mostCells);
      if (whole !== read) completed.add(whole);
      lattices.push(whole);
      addAll(rest, leftOver(whole, own));
      continue;
    }
    addAll(rest, own);
  }
  const tables = nest(lattices, completed).map(({ lattice, partly }) => (partly ? { ...tableOf(lattice, texts), method: "part-ruled" as const } : tableOf(lattice, texts)));
  return { tables, rest, oversized };
}

/** A grid with the lines that its cells lack, where their words show them. */
function complete(figure: Figure, lattice: Lattice, glyphs: readonly Glyph[], texts: CellLines, mostCells: number): Lattice {
  let [drawn, best] = [figure, lattice];
  for (const more of [withColumns, withRows]) {
    const fuller = more(drawn, best, texts);
    const read = fuller === null ? null : readFigure(fuller, glyphs, mostCells);
    if (fuller !== null && read !== null && read !== "oversized") [drawn, best] = [fuller, read];
  }
  return best;
}

/** Characters of a figure that no cell took. */
function leftOver({ cells }: Lattice, glyphs: readonly Glyph[]): readonly Glyph[] {
  if (countGlyphs(cells) === glyphs.length) return [];
  const taken = new Set<Glyph>();
  const take = (list: Lattice["cells"]): void => {
    for (const cell of list) {
      for (const glyph of cell.glyphs) taken.add(glyph);
      for (const inner of cell.nested) take(inner.cells);
    }
  };
  take(cells);
  return glyphs.filter((glyph) => !taken.has(glyph));
}

function countGlyphs(cells: Lattice["cells"]): number {
  return cells.reduce((sum, cell) => sum + cell.glyphs.length + cell.nested.reduce((inner, lattice) => inner + countGlyphs(lattice.cells), 0), 0);
}

/** Gives each character to the smallest figure around it. */
function share(figures: readonly Figure[], glyphs: readonly Glyph[]): { owned: Glyph[][]; rest: Glyph[] } {
  const owned: Glyph[][] = figures.map(() => []);
  const rest: Glyph[] = [];
  const order = figures.map(({ box }, index) => ({ index, box, area: (box[2] - box[0]) * (box[3] - box[1]) })).sort((a, b) => a.area - b.area);
  const homes = glyphs.map((glyph) => homeOf(order, glyph));
  keepWhole(glyphs, homes);
  for (let i = 0; i < glyphs.length; i++) {
    const glyph = glyphs[i];
    const home = homes[i] ?? outside;
    if (glyph !== undefined) (home === outside ? rest : owned[home])?.push(glyph);
  }
  return { owned, rest };
}

/** The number of the figure around a character. */
function homeOf(figures: readonly { readonly index: number; readonly box: Box }[], { left, top, right, bottom }: Glyph): number {
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  for (const { index, box } of figures) if (x >= box[0] - 2 && x <= box[2] + 2 && y >= box[1] - 2 && y <= box[3] + 2) return index;
  return outside;
}

/** Puts grids that lie within a cell of another into that cell. */
function nest(lattices: readonly Lattice[], completed: ReadonlySet<Lattice>): { lattice: Lattice; partly: boolean }[] {
  const outer: Lattice[] = [];
  const inside = new Map<Lattice, Map<number, Lattice[]>>();
  for (const lattice of lattices) {
    const home = lattices.find((other) => other !== lattice && cellAround(other, lattice.box) !== -1);
    if (home === undefined) {
      outer.push(lattice);
      continue;
    }
    const cells = inside.get(home) ?? new Map<number, Lattice[]>();
    inside.set(home, cells);
    const index = cellAround(home, lattice.box);
    cells.set(index, [...(cells.get(index) ?? []), lattice]);
  }
  const withNested = (lattice: Lattice): Lattice => {
    const cells = inside.get(lattice);
    if (cells === undefined) return lattice;
    return { ...lattice, cells: lattice.cells.map((cell, i) => ({ ...cell, nested: [...cell.nested, ...(cells.get(i) ?? []).map(withNested)] })) };
  };
  return outer.map((lattice) => ({ lattice: withNested(lattice), partly: completed.has(lattice) }));
}

function cellAround({ xs, ys, cells }: Lattice, [left, top, right, bottom]: Box): number {
  return cells.findIndex(({ r0, r1, c0, c1 }) => left > (xs[c0] ?? 0) && right < (xs[c1] ?? 0) && top > (ys[r0] ?? 0) && bottom < (ys[r1] ?? 0));
}
