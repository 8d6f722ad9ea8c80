/** Tables from a grammar of choices: columns, rows, blanks, merged cells, groups and totals. The same seed gives the same tables. */
import type { Random } from "../dataset/notices/random.ts";
import { layouts, provesColumnSpans, provesRowSpans, type Layout } from "./layouts.ts";
import type { GridCell } from "./relations.ts";
import { widthOf } from "./type.ts";
import { languages, type ColumnKind, type Words } from "./words.ts";

export type Align = "left" | "center" | "right";
export type RowKind = "header" | "body" | "group" | "total";

/** A column: what it holds, and its width without padding in ems. */
export interface MadeColumn {
  readonly kind: ColumnKind;
  readonly align: Align;
  readonly width: number;
}

/** A table that somebody could have made. */
export interface MadeTable {
  readonly layout: Layout;
  readonly columns: readonly MadeColumn[];
  readonly rows: readonly RowKind[];
  /** Every cell, blank ones with the text "". */
  readonly cells: readonly GridCell[];
  readonly words: Words;
  readonly size: number;
  /** Distance of base lines in ems. */
  readonly leading: number;
  /** Space above and below, left and right of the words of a cell, in ems. */
  readonly padding: { readonly y: number; readonly x: number };
  readonly valign: "top" | "middle" | "bottom";
  readonly headerAlign: "own" | "center";
  /** Of two kinds are lines made: strokes, and thin filled boxes. */
  readonly thin: boolean;
  readonly whiteHeader: boolean;
  /** May be cut by a page end, also within a row. */
  readonly cuttable: boolean;
  readonly features: readonly string[];
}

/** Chooses a table. */
export function makeTable(random: Random, layout = random.pick(layouts)): MadeTable {
  const words = random.pick(languages);
  const columns = makeColumns(random, words);
  const bodyRows = 3 + random.below(7);
  const draft = new Draft(random, layout, words, columns);
  draft.header(provesColumnSpans(layout) && random.chance(0.3));
  const grouped = random.chance(0.2);
  for (let i = 0; i < bodyRows; i++) {
    if (grouped && i % 3 === 0) draft.group(i / 3);
    draft.body(i + 1);
  }
  if (random.chance(0.25)) draft.total();
  if (random.chance(0.6)) draft.blank();
  if (provesRowSpans(layout) && !grouped && random.chance(0.3)) draft.mergeLabels();
  return draft.finish();
}

const alignments: Readonly<Record<ColumnKind, readonly Align[]>> = {
  serial: ["center", "left"],
  name: ["left", "left", "center"],
  number: ["right", "right", "center"],
  date: ["center", "left"],
  unit: ["left", "center"],
  text: ["left"],
};

function makeColumns(random: Random, words: Words): MadeColumn[] {
  const kinds = makeKinds(random);
  const wide = words.total === "Total" ? 0.8 : 1;
  const widths: Readonly<Record<ColumnKind, number>> = { serial: 2.5, name: 4.5 + random.below(4), number: 4 + random.below(3), date: 6.5 + random.below(2), unit: 7 + random.below(6), text: 10 + random.below(10) };
  return kinds.map((kind, i) => {
    const head = widthOf(words.header(kind, random, nth(kinds, i)));
    return { kind, align: random.pick(alignments[kind]), width: Math.max(widths[kind] * wide, Math.min(head, 6)) };
  });
}

/** A table of figures or of tasks. */
function makeKinds(random: Random): ColumnKind[] {
  if (random.chance(0.5)) return ["name", ...Array.from({ length: 2 + random.below(4) }, () => "number" as const), ...(random.chance(0.3) ? (["date"] as const) : [])];
  const kinds: ColumnKind[] = random.chance(0.6) ? ["serial"] : ["name"];
  kinds.push("text");
  for (const kind of ["unit", "date", "number"] as const) if (random.chance(0.6)) kinds.push(kind);
  return kinds.length < 3 ? [...kinds, "unit"] : kinds;
}

/** Widths of the words that no line may part. */
function unbreakable(text: string): number[] {
  return (text.match(/[!-~]+/gu) ?? []).map(widthOf);
}

/** How many columns of this kind stand before one. */
function nth(kinds: readonly ColumnKind[], column: number): number {
  return kinds.slice(0, column).filter((kind) => kind === kinds[column]).length;
}

class Draft {
  readonly #random: Random;
  readonly #layout: Layout;
  readonly #words: Words;
  readonly #columns: readonly MadeColumn[];
  readonly #rows: RowKind[] = [];
  readonly #features = new Set<string>();
  #cells: GridCell[] = [];

  constructor(random: Random, layout: Layout, words: Words, columns: readonly MadeColumn[]) {
    [this.#random, this.#layout, this.#words, this.#columns] = [random, layout, words, columns];
  }

  header(two: boolean): void {
    const kinds = this.#columns.map(({ kind }) => kind);
    const first = kinds.findIndex((kind, i) => kind === "number" && kinds[i + 1] === "number");
    const text = (column: number): string => this.#words.header(kinds[column] ?? "text", this.#random, nth(kinds, column));
    if (!two || first === -1) {
      kinds.forEach((_, column) => this.#put(0, 1, column, column + 1, text(column)));
      this.#rows.push("header");
      return;
    }
    this.#features.add("two header rows");
    kinds.forEach((_, column) => {
      const under = column === first || column === first + 1;
      this.#put(under ? 1 : 0, 2, column, column + 1, text(column));
    });
    this.#put(0, 1, first, first + 2, this.#words.common);
    this.#rows.push("header", "header");
  }

  body(serial: number): void {
    const row = this.#rows.length;
    this.#columns.forEach(({ kind }, column) => this.#put(row, row + 1, column, column + 1, this.#words.cell(kind, this.#random, serial)));
    this.#rows.push("body");
  }

  /** A label over the whole row where lines prove it, else in the first column if it fits there. */
  group(index: number): void {
    const text = this.#words.group(this.#random, index);
    const merged = this.#layout.columnLines && this.#layout.rowLines;
    if (!merged && widthOf(text) > (this.#columns[0]?.width ?? 0)) return;
    this.#features.add("groups");
    const row = this.#rows.length;
    this.#put(row, row + 1, 0, merged ? this.#columns.length : 1, text);
    if (!merged) this.#columns.slice(1).forEach((_, i) => this.#put(row, row + 1, i + 1, i + 2, ""));
    this.#rows.push("group");
  }

  total(): void {
    const numbers = this.#columns.findIndex(({ kind }) => kind === "number");
    if (numbers < 1) return;
    this.#features.add("total");
    const row = this.#rows.length;
    const merged = numbers > 1 && this.#layout.columnLines && this.#layout.rowLines && this.#random.chance(0.5);
    this.#put(row, row + 1, 0, merged ? numbers : 1, this.#words.total);
    this.#columns.forEach(({ kind }, column) => {
      if (column >= (merged ? numbers : 1)) this.#put(row, row + 1, column, column + 1, kind === "number" ? this.#words.cell(kind, this.#random, 0) : "");
    });
    this.#rows.push("total");
  }

  /** Empties some cells; each row keeps its first, and each column its header. */
  blank(): void {
    const share = this.#random.pick([0.05, 0.15, 0.3]);
    this.#cells = this.#cells.map((cell) => {
      const kept = cell.c0 === 0 || this.#rows[cell.r0] !== "body";
      if (kept || !this.#random.chance(share)) return cell;
      this.#features.add("blanks");
      return { ...cell, text: "" };
    });
  }

  /** One label for two or three rows, in the last column. */
  mergeLabels(): void {
    const column = this.#columns.length - 1;
    const first = this.#rows.indexOf("body");
    const rows = this.#rows.filter((kind) => kind === "body").length;
    const height = Math.min(rows, 2 + this.#random.below(2));
    if (rows < 3) return;
    this.#features.add("row spans");
    this.#cells = this.#cells.flatMap((cell) => {
      if (cell.c0 !== column || cell.r0 < first || cell.r0 >= first + height) return [cell];
      return cell.r0 === first ? [{ ...cell, r1: first + height }] : [];
    });
  }

  finish(): MadeTable {
    const random = this.#random;
    const { name, columnLines, rowLines, fill } = this.#layout;
    const roomy = fill === "bands" || rowLines;
    const valign = random.pick(["top", "top", "middle", "bottom"] as const);
    if (valign !== "top") this.#features.add(valign);
    return {
      layout: this.#layout,
      columns: this.#columns.map((column, i) => ({ ...column, width: Math.max(column.width, ...this.#cells.filter(({ c0, c1 }) => c0 === i && c1 === i + 1).flatMap(({ text }) => unbreakable(text))) })),
      rows: this.#rows,
      cells: this.#cells,
      words: this.#words,
      size: random.pick([9, 10, 10.5, 12]),
      leading: random.pick([1.15, 1.3, 1.5]),
      padding: { y: random.pick(roomy ? [0.15, 0.3, 0.5] : [0.3, 0.45, 0.6]), x: random.pick(columnLines ? [0.15, 0.3, 0.5] : [0.5, 0.7, 1]) },
      valign,
      headerAlign: random.pick(["own", "center"]),
      thin: random.chance(0.3),
      whiteHeader: fill !== "none" && random.chance(0.2),
      cuttable: name === "full" && !this.#features.has("row spans") && random.chance(0.5),
      features: [...this.#features],
    };
  }

  #put(r0: number, r1: number, c0: number, c1: number, text: string): void {
    this.#cells.push({ r0, r1, c0, c1, text });
  }
}
