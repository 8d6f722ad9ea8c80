/** From a figure of ruling lines to rows, columns and merged cells: a border that is not drawn merges what it would part. */
import type { Box } from "../../model/position.ts";
import { Parents, type Stroke } from "./components.ts";
import type { Glyph } from "./ink.ts";
import { slotOf, type Edges } from "./edges.ts";
import { keepInCells } from "./runs.ts";
import { largest, smallest } from "../../model/extremes.ts";
import { addAll } from "../../model/add-all.ts";

/** A cell of a page's grid with what stands in it; rows and columns are half-open. */
export interface LatticeCell {
  readonly r0: number;
  readonly r1: number;
  readonly c0: number;
  readonly c1: number;
  readonly glyphs: readonly Glyph[];
  readonly nested: readonly Lattice[];
  /** No line closes it at the lower end of the table: it goes on where the table goes on. */
  readonly openBelow: boolean;
}

/** A grid on one page. */
export interface Lattice {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly LatticeCell[];
  readonly missing: readonly { readonly row: number; readonly column: number }[];
  readonly box: Box;
  /** Regions that were no rectangle and had to be cut. */
  readonly irregular: number;
  /** 0–1: how much of the outline was drawn. */
  readonly drawn: number;
}

/** The share of an edge that a line must cover to be its border. */
const enough = 0.5;

/** The grid of a figure's edges, or null when its lines close no cell. `glyphs` are those in its box. */
export function latticeOf(edges: Edges, glyphs: readonly Glyph[]): Lattice | null {
  return new LatticeBuilder(edges, glyphs).build();
}

interface Region {
  readonly slots: number[];
  r0: number;
  r1: number;
  c0: number;
  c1: number;
}

interface Draft {
  r0: number;
  r1: number;
  c0: number;
  c1: number;
  glyphs: readonly Glyph[];
  nested: Lattice[];
  openBelow: boolean;
}

class LatticeBuilder {
  readonly #xs: readonly number[];
  readonly #ys: readonly number[];
  readonly #rows: number;
  readonly #columns: number;
  readonly #edges: Edges;
  readonly #glyphs: readonly Glyph[];
  /** By slot: which characters stand in it, as they were drawn. */
  readonly #inSlot: number[][];
  #irregular = 0;
  #sides = 0;
  #drawnSides = 0;

  constructor(edges: Edges, glyphs: readonly Glyph[]) {
    this.#edges = edges;
    this.#xs = edges.xs;
    this.#ys = edges.ys;
    this.#columns = edges.xs.length - 1;
    this.#rows = edges.ys.length - 1;
    this.#glyphs = glyphs;
    this.#inSlot = Array.from({ length: this.#rows * this.#columns }, () => []);
    const slots = glyphs.map((glyph) => slotOf(edges, glyph));
    keepInCells(glyphs, slots, this.#columns, edges.xs, (column, row) => this.#hasSide(column, row));
    this.#sides = this.#drawnSides = 0;
    for (let i = 0; i < glyphs.length; i++) this.#inSlot[slots[i] ?? -1]?.push(i);
  }

  build(): Lattice | null {
    const regions = this.#regions();
    const owners = new Int32Array(this.#rows * this.#columns).fill(-1);
    for (const [i, region] of regions.entries()) for (const slot of region.slots) owners[slot] = i;
    const drafts: Draft[] = [];
    const taken = new Set<number>();
    for (const [i, region] of regions.entries()) if (!isFull(region)) this.#nest(i, region, regions, owners, drafts, taken);
    for (const [i, region] of regions.entries()) {
      if (taken.has(i)) continue;
      if (this.#outside(region)) for (const part of this.#rectangles(region)) this.#keepFilled(part, drafts);
      else if (isFull(region)) drafts.push(this.#draft(region));
      else {
        this.#irregular++;
        for (const part of this.#rectangles(region)) drafts.push(this.#draft(part));
      }
    }
    return this.#finish(drafts);
  }

  /** Slots that no border parts, joined. */
  #regions(): Region[] {
    const parents = new Parents(this.#rows * this.#columns);
    for (let row = 0; row < this.#rows; row++) {
      for (let column = 0; column < this.#columns; column++) {
        const slot = row * this.#columns + column;
        if (column + 1 < this.#columns && !this.#hasSide(column + 1, row)) parents.join(slot, slot + 1);
        if (row + 1 < this.#rows && !this.#hasFloor(row + 1, column)) parents.join(slot, slot + this.#columns);
      }
    }
    const regions = new Map<number, Region>();
    for (let row = 0; row < this.#rows; row++) {
      for (let column = 0; column < this.#columns; column++) {
        const slot = row * this.#columns + column;
        const root = parents.find(slot);
        const region = regions.get(root);
        if (region === undefined) regions.set(root, { slots: [slot], r0: row, r1: row + 1, c0: column, c1: column + 1 });
        else {
          region.slots.push(slot);
          region.r1 = row + 1;
          region.c0 = Math.min(region.c0, column);
          region.c1 = Math.max(region.c1, column + 1);
        }
      }
    }
    return [...regions.values()];
  }

  #hasSide(x: number, row: number): boolean {
    return this.#covers(this.#edges.vertical[x], this.#ys[row], this.#ys[row + 1]);
  }

  #hasFloor(y: number, column: number): boolean {
    return this.#covers(this.#edges.horizontal[y], this.#xs[column], this.#xs[column + 1]);
  }

  #covers(strokes: readonly Stroke[] | undefined, from = 0, to = 0): boolean {
    this.#sides++;
    let covered = 0;
    for (const stroke of strokes ?? []) covered += Math.max(0, Math.min(stroke.to, to) - Math.max(stroke.from, from));
    const is = covered >= enough * (to - from);
    if (is) this.#drawnSides++;
    return is;
  }

  /** Whether a region leaks to the outside of the grid. */
  #outside(region: Region): boolean {
    return region.slots.some((slot) => {
      const row = Math.floor(slot / this.#columns);
      const column = slot % this.#columns;
      return (
        (row === 0 && !this.#hasFloor(0, column)) ||
        (row === this.#rows - 1 && !this.#hasFloor(this.#rows, column)) ||
        (column === 0 && !this.#hasSide(0, row)) ||
        (column === this.#columns - 1 && !this.#hasSide(this.#columns, row))
      );
    });
  }

  /** A region around others, all of them inside its box, is a cell that holds a table. */
  #nest(index: number, region: Region, regions: readonly Region[], owners: Int32Array, drafts: Draft[], taken: Set<number>): void {
    const inner = new Set<number>();
    for (let row = region.r0; row < region.r1; row++) {
      for (let column = region.c0; column < region.c1; column++) {
        const owner = owners[row * this.#columns + column] ?? -1;
        if (owner !== index) inner.add(owner);
      }
    }
    const parts = [...inner].map((i) => regions[i]).filter((part) => part !== undefined);
    if (parts.length < 2 || this.#outside(region)) return;
    const inside = parts.every((part) => isFull(part) && part.r0 >= region.r0 && part.r1 <= region.r1 && part.c0 >= region.c0 && part.c1 <= region.c1);
    if (!inside) return;
    const bounds = { r0: smallest(parts.map(({ r0 }) => r0)), r1: largest(parts.map(({ r1 }) => r1)), c0: smallest(parts.map(({ c0 }) => c0)), c1: largest(parts.map(({ c1 }) => c1)) };
    const slots = parts.reduce((sum, part) => sum + part.slots.length, 0);
    if (slots !== (bounds.r1 - bounds.r0) * (bounds.c1 - bounds.c0)) return;
    // A lone strip of the outer cell beside the inner cells is a slip of the lines, not a cell around a table.
    if (bounds.r0 === region.r0 && bounds.r1 === region.r1) return;
    for (const i of inner) taken.add(i);
    taken.add(index);
    const nested = this.#compact(parts.map((part) => this.#draft(part)), bounds);
    drafts.push({ ...this.#draft(region), nested: [nested] });
  }

  #draft({ slots, r0, r1, c0, c1 }: Region): Draft {
    const openBelow = r1 === this.#rows && !this.#covers(this.#edges.horizontal[this.#rows]?.filter((stroke) => !this.#edges.virtual.has(stroke)), this.#xs[c0], this.#xs[c1]);
    return { r0, r1, c0, c1, glyphs: this.#glyphsIn(slots), nested: [], openBelow };
  }

  /** The characters of a cell in the order in which they were drawn, whichever slots they stand in. */
  #glyphsIn(slots: readonly number[]): readonly Glyph[] {
    const drawn = slots.flatMap((slot) => this.#inSlot[slot] ?? []);
    if (slots.length > 1) drawn.sort((a, b) => a - b);
    return drawn.flatMap((i) => this.#glyphs[i] ?? []);
  }

  /** Cuts a region into rectangles, widest first from the top left. */
  #rectangles(region: Region): Region[] {
    const rest = new Set(region.slots);
    const parts: Region[] = [];
    for (const slot of region.slots) {
      if (!rest.has(slot)) continue;
      const r0 = Math.floor(slot / this.#columns);
      const c0 = slot % this.#columns;
      let c1 = c0 + 1;
      while (c1 < this.#columns && rest.has(r0 * this.#columns + c1)) c1++;
      let r1 = r0 + 1;
      while (r1 < this.#rows && rowOf(r1, c0, c1, this.#columns).every((other) => rest.has(other))) r1++;
      const slots: number[] = [];
      for (let row = r0; row < r1; row++) addAll(slots, rowOf(row, c0, c1, this.#columns));
      for (const other of slots) rest.delete(other);
      parts.push({ slots, r0, r1, c0, c1 });
    }
    return parts;
  }

  #keepFilled(part: Region, drafts: Draft[]): void {
    const draft = this.#draft(part);
    if (draft.glyphs.some(({ text }) => text !== " ")) drafts.push(draft);
  }

  #finish(drafts: Draft[]): Lattice | null {
    const lattice = this.#compact(this.#trim(drafts), { r0: 0, r1: this.#rows, c0: 0, c1: this.#columns });
    return lattice.cells.length === 0 ? null : lattice;
  }

  /** Below the last closed row of a table that goes on, the page end leaves strips without a cell of their own: no row. */
  #trim(drafts: Draft[]): Draft[] {
    if (!this.#edges.openBelow) return drafts;
    const last = this.#rows - 1;
    const own = drafts.filter((draft) => draft.r0 === last);
    if (own.some(({ glyphs }) => glyphs.length > 0) || !drafts.some((draft) => draft.r0 < last && draft.r1 > last)) return drafts;
    return drafts.filter((draft) => draft.r0 < last);
  }

  /** Leaves out grid lines at which nothing begins or ends. */
  #compact(drafts: readonly Draft[], bounds: { r0: number; r1: number; c0: number; c1: number }): Lattice {
    const top = smallest([bounds.r1, ...drafts.map(({ r0 }) => r0)]);
    const rows = numbers(drafts.flatMap(({ r0 }) => [r0]).concat(top));
    const columns = numbers(drafts.flatMap(({ c0 }) => [c0]).concat(bounds.c0));
    const floor = largest([top, ...drafts.map(({ r1 }) => r1)]);
    const wall = largest([bounds.c0, ...drafts.map(({ c1 }) => c1)]);
    const rowAt = (edge: number): number => (edge >= floor ? rows.length : countBelow(rows, edge));
    const columnAt = (edge: number): number => (edge >= wall ? columns.length : countBelow(columns, edge));
    const cells = drafts
      .map((draft): LatticeCell => ({ ...draft, r0: rowAt(draft.r0), r1: rowAt(draft.r1), c0: columnAt(draft.c0), c1: columnAt(draft.c1) }))
      .sort((a, b) => a.r0 - b.r0 || a.c0 - b.c0);
    const xs = [...columns, wall].map((column) => this.#xs[column] ?? 0);
    const ys = [...rows, floor].map((row) => this.#ys[row] ?? 0);
    return {
      xs,
      ys,
      cells,
      missing: missingSlots(cells, rows.length, columns.length),
      box: [xs[0] ?? 0, ys[0] ?? 0, xs.at(-1) ?? 0, ys.at(-1) ?? 0],
      irregular: this.#irregular,
      drawn: this.#sides === 0 ? 1 : this.#drawnSides / this.#sides,
    };
  }
}

/** The slots that no cell covers. */
export function missingSlots(cells: readonly { readonly r0: number; readonly r1: number; readonly c0: number; readonly c1: number }[], rows: number, columns: number): { row: number; column: number }[] {
  const covered = new Uint8Array(rows * columns);
  for (const { r0, r1, c0, c1 } of cells) {
    for (let row = r0; row < r1; row++) covered.fill(1, row * columns + c0, row * columns + c1);
  }
  const missing: { row: number; column: number }[] = [];
  for (let slot = 0; slot < covered.length; slot++) if (covered[slot] === 0) missing.push({ row: Math.floor(slot / columns), column: slot % columns });
  return missing;
}

function isFull({ slots, r0, r1, c0, c1 }: Region): boolean {
  return slots.length === (r1 - r0) * (c1 - c0);
}

function rowOf(row: number, c0: number, c1: number, columns: number): number[] {
  return Array.from({ length: c1 - c0 }, (_, i) => row * columns + c0 + i);
}

function numbers(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

function countBelow(sorted: readonly number[], value: number): number {
  let count = 0;
  while (count < sorted.length && (sorted[count] ?? Infinity) < value) count++;
  return count;
}
