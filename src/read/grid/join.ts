/** Tables over page ends: parts with the same columns become one, split rows and merged cells whole again. */
import type { Table } from "../../model/document.ts";
import type { Box } from "../../model/position.ts";
import { atOnce, mapInSteps, stride, type Steps } from "../../model/steps.ts";
import { Columns } from "./columns.ts";
import { confidenceOf } from "./confidence.ts";
import type { SetAside } from "./page.ts";
import { missingSlots } from "./lattice.ts";
import type { GrowingCell } from "./growing-cell.ts";
import type { Line } from "./lines.ts";
import type { PageCell, PageTable } from "./page-table.ts";
import { paragraphsOf, type ParagraphDraft } from "./paragraphs.ts";
import { profileOf, type Profile } from "./profile.ts";
import { headerHeight } from "./repeated-header.ts";
import { readSeam, type Seam } from "./seam.ts";
import { smallest } from "../../model/extremes.ts";
import { addAll } from "../../model/add-all.ts";

/** A cell of a whole table. */
export interface JoinedCell {
  readonly r0: number;
  readonly r1: number;
  readonly c0: number;
  readonly c1: number;
  readonly header: boolean;
  readonly paragraphs: readonly ParagraphDraft[];
  readonly nested: readonly JoinedTable[];
}

/** A whole table. */
export interface JoinedTable {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly JoinedCell[];
  readonly missing: Table["missing"];
  readonly headerRows: number;
  readonly parts: readonly { readonly rows: readonly [number, number]; readonly page: number; readonly bbox: Box }[];
  readonly method: Table["method"];
  readonly confidence: number;
  /** Something speaks against its grid. */
  readonly doubtful: boolean;
  /** Where cells stand that may hold several rows. */
  readonly crowded: readonly { readonly page: number; readonly bbox: Box }[];
  readonly irregular: number;
  /** Repeated headers and labels. */
  readonly furniture: readonly SetAside[];
  /** It stands at the top of a page right below a table with other columns at the end of the page before. */
  readonly unjoined: boolean;
  /** It would have been joined to the table before it, which holds as many cells as may be. */
  readonly full: boolean;
}

/** What joining must be told of the document. */
export interface JoinSetting {
  readonly mostCells: number;
  readonly widthOf: (page: number) => number;
}

const within: JoinSetting = { mostCells: Infinity, widthOf: () => 1 };

/** Joins tables that follow each other without text between. */
export function* joinTables(parts: readonly PageTable[], { mostCells, widthOf }: JoinSetting): Steps<JoinedTable[]> {
  const joined: JoinedTable[] = [];
  let full = false;
  for (let start = 0; start < parts.length; ) {
    const first = parts[start];
    if (first === undefined) break;
    const columns = new Columns(first, widthOf);
    let end = start + 1;
    let cells = slotsOf(first);
    const wasFull = full;
    full = false;
    for (let next = parts[end]; next !== undefined && next.page === (parts[end - 1]?.page ?? 0) + 1 && columns.add(next); next = parts[end]) {
      cells += slotsOf(next);
      full = cells > mostCells;
      if (full) break;
      end++;
    }
    const before = parts[start - 1];
    joined.push({ ...(yield* new Joiner(parts.slice(start, end), columns).join(before !== undefined && first.page > before.page)), full: wasFull });
    start = end;
  }
  return joined;
}

function slotsOf({ xs, ys }: PageTable): number {
  return (xs.length - 1) * (ys.length - 1);
}

/** A part without its repeated header, its rows counted from its own first one. */
interface Body {
  readonly part: PageTable;
  readonly header: number;
  readonly cells: readonly GrowingCell[];
}

class Joiner {
  readonly #parts: readonly PageTable[];
  readonly #columns: Columns;
  readonly #furniture: SetAside[] = [];
  readonly #ranges: { rows: [number, number]; page: number; bbox: Box }[] = [];
  readonly #cells: GrowingCell[] = [];
  /** The cells that reach the last row so far. */
  #last: GrowingCell[] = [];
  #rows = 0;
  #headerRows = 0;

  constructor(parts: readonly PageTable[], columns: Columns) {
    this.#parts = parts;
    this.#columns = columns;
  }

  *join(unjoined: boolean): Steps<Omit<JoinedTable, "full">> {
    const bodies = this.#bodies();
    if (bodies.length > stride) yield;
    const profile = profileOf(bodies.map(({ cells }, i) => (i === 0 ? cells.filter(({ r0 }) => r0 >= this.#headerRows) : cells)), this.#columns.count);
    for (const [i, body] of bodies.entries()) {
      this.#add(body, i === 0 ? null : this.#seam(bodies, i, profile));
      if (i % stride === stride - 1) yield;
    }
    return yield* this.#finish(unjoined);
  }

  /** Takes the repeated headers off all parts but the first. */
  #bodies(): Body[] {
    const all = this.#parts.map((part) => this.#grow(part));
    const head = (all[0] ?? []).filter(({ r0 }) => r0 < 5);
    return this.#parts.map((part, i) => {
      const cells = all[i] ?? [];
      const header = i === 0 ? 0 : headerHeight(head, cells, part.ys.length - 1);
      this.#headerRows = Math.max(this.#headerRows, header);
      for (const cell of part.cells) if (cell.r0 < header) this.#setAside(cell.lines, "table:repeated-header");
      const body = header === 0 ? cells : cells.filter(({ r0 }) => r0 >= header);
      for (const cell of body) {
        cell.r0 -= header;
        cell.r1 -= header;
      }
      return { part, header, cells: body };
    });
  }

  #grow(part: PageTable): GrowingCell[] {
    return part.cells.map(({ r0, r1, c0, c1, lines, words, room, openBelow, nested }) => {
      const [from, to] = this.#columns.of(part, c0, c1);
      return { r0, r1, c0: from, c1: to, pieces: piecesOf(lines, room, nested), words, nested: [...nested], openBelow };
    });
  }

  #seam(bodies: readonly Body[], index: number, profile: Profile): Seam {
    const wordsAfter = (column: number): string => {
      for (const { cells } of bodies.slice(index)) {
        const found = cells.find(({ c0, c1, words }) => c0 === column && c1 === column + 1 && words !== "");
        if (found !== undefined) return found.words;
      }
      return "";
    };
    const rows = this.#last.filter(({ r1 }) => r1 > this.#headerRows);
    return readSeam(rows, bodies[index]?.cells ?? [], profile, wordsAfter);
  }

  #add({ part, header, cells }: Body, seam: Seam | null): void {
    const start = this.#rows;
    const split = seam?.splitRow === true;
    const base = split ? this.#rows - 1 : this.#rows;
    const before = this.#last;
    this.#rows = base + part.ys.length - 1 - header;
    for (const cell of cells) {
      const first = cell.r0 === 0;
      const above = first ? seam?.continues.get(cell) : undefined;
      cell.r0 += base;
      cell.r1 += base;
      if (above !== undefined) this.#extend(above.cell, cell, above.repeated);
      else if (first && split) widen(before, cell);
      else this.#cells.push(cell);
    }
    this.#last = [...before, ...cells].filter((cell) => cell.r1 === this.#rows && (before.includes(cell) || this.#owns(cell, seam, split, base)));
    const bbox: Box = [part.box[0], part.ys[header] ?? part.box[1], part.box[2], part.box[3]];
    this.#ranges.push({ rows: [start, this.#rows], page: part.page, bbox: header === 0 ? part.box : bbox });
  }

  /** Whether a cell of the new part stands for itself. */
  #owns(cell: GrowingCell, seam: Seam | null, split: boolean, base: number): boolean {
    return seam?.continues.has(cell) !== true && !(split && cell.r0 === base);
  }

  #extend(above: GrowingCell, below: GrowingCell, repeated: boolean): void {
    above.r1 = Math.max(above.r1, below.r1);
    above.openBelow = below.openBelow;
    addAll(above.nested, below.nested);
    if (repeated) for (const piece of below.pieces) this.#setAside(piece.lines, "table:repeated-label");
    else {
      addAll(above.pieces, below.pieces.filter(({ lines }) => lines.length > 0));
      above.words += below.words;
    }
  }

  #setAside(lines: readonly Line[], rule: string): void {
    for (const line of lines) this.#furniture.push({ line, rule });
  }

  *#finish(unjoined: boolean): Steps<Omit<JoinedTable, "full">> {
    const cells = (yield* mapInSteps(this.#cells, (cell) => finishCell(cell, this.#headerRows))).sort((a, b) => a.r0 - b.r0 || a.c0 - b.c0);
    const judged = this.#parts.map((part) => ({ part, ...confidenceOf(part, this.#parts.length === 1) }));
    const methods = new Set(this.#parts.map(({ method }) => method));
    return {
      rows: this.#rows,
      columns: this.#columns.count,
      cells,
      missing: missingSlots(cells, this.#rows, this.#columns.count),
      headerRows: this.#headerRows,
      parts: this.#ranges,
      method: methods.has("markup") ? "markup" : methods.has("unruled") ? "unruled" : methods.has("part-ruled") ? "part-ruled" : "ruled",
      confidence: smallest(judged.map(({ value }) => value)),
      doubtful: judged.some((one) => one.doubtful),
      crowded: judged.flatMap(({ part, crowded }) => crowded.map((cell) => ({ page: part.page, bbox: boxOf(part, cell) }))),
      irregular: this.#parts.reduce((sum, { irregular }) => sum + irregular, 0),
      furniture: this.#furniture,
      unjoined,
    };
  }
}

function boxOf({ xs, ys }: PageTable, { r0, r1, c0, c1 }: PageCell): Box {
  return [xs[c0] ?? 0, ys[r0] ?? 0, xs[c1] ?? 0, ys[r1] ?? 0];
}

/** An empty piece of a split row whose columns are merged otherwise above only makes the cells above it longer. */
function widen(above: readonly GrowingCell[], cell: GrowingCell): void {
  for (const over of above) if (over.c0 <= cell.c0 && over.c1 >= cell.c1) over.r1 = Math.max(over.r1, cell.r1);
}

function finishCell({ r0, r1, c0, c1, pieces, nested }: GrowingCell, headerRows: number): JoinedCell {
  return { r0, r1, c0, c1, header: r1 <= headerRows, paragraphs: joinPieces(pieces), nested: atOnce(joinTables(nested, within)) };
}

/** The words of a cell, parted where a table stands between them. */
function piecesOf(lines: readonly Line[], room: PageCell["room"], nested: readonly PageTable[]): GrowingCell["pieces"] {
  if (nested.length === 0) return [{ lines, room, apart: false }];
  const edges = nested.map(({ box }) => box[1]).sort((a, b) => a - b);
  const parts = [...edges.map((edge, i) => lines.filter(({ top }) => top < edge && top >= (edges[i - 1] ?? -Infinity))), lines.filter(({ top }) => top >= (edges.at(-1) ?? Infinity))];
  return parts.filter(({ length }, i) => length > 0 || i === 0).map((part, i) => ({ lines: part, room, apart: i > 0 }));
}

/** The paragraphs of a cell in pieces; the last of one piece goes on in the next when it filled its room. */
function joinPieces(pieces: GrowingCell["pieces"]): ParagraphDraft[] {
  const all: ParagraphDraft[] = [];
  for (const { lines, room, apart } of pieces) {
    const paragraphs = paragraphsOf(lines, room);
    const [first, ...rest] = paragraphs;
    const last = all.at(-1);
    if (first !== undefined && last !== undefined && !apart && !first.fresh && last.full) {
      all[all.length - 1] = { ...last, lines: [...last.lines, ...first.lines], full: first.full };
      addAll(all, rest);
    } else addAll(all, paragraphs);
  }
  return all;
}
