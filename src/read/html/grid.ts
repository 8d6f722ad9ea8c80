/** Cells and spans to a grid: “forming a table” of the HTML standard (§4.9.12.1), with cell identity kept. */
import type { Table } from "../../model/document.ts";

/** A cell as the markup gives it. */
export interface SourceCell {
  readonly colspan: string | null;
  readonly rowspan: string | null;
}

/** A row as the markup gives it; a spacer row has no height and no text. */
export interface SourceRow<C extends SourceCell> {
  readonly cells: readonly C[];
  readonly spacer: boolean;
}

/** A formed grid. Positions are half-open. */
export interface Grid<C> {
  readonly rows: number;
  readonly columns: number;
  /** In reading order. */
  readonly cells: readonly GridCell<C>[];
  readonly missing: Table["missing"];
  /** Spans ran into each other; the first cell kept the slot. */
  readonly overlaps: boolean;
  /** Rows that lack cells. */
  readonly shortRows: number;
  /** Rows beyond the limit of slots were left out. */
  readonly cut: boolean;
}

/** A cell and its place in the grid. */
export interface GridCell<C> {
  readonly cell: C;
  readonly r0: number;
  readonly r1: number;
  readonly c0: number;
  readonly c1: number;
}

/** Forms a grid of row groups, in the order they are shown. `limit` bounds the number of slots. */
export function formGrid<C extends SourceCell>(groups: readonly (readonly SourceRow<C>[])[], limit: number): Grid<C> {
  const former = new GridFormer<C>(limit);
  for (const rows of groups) former.addGroup(rows);
  return former.finish();
}

const none = new Uint8Array(0);

class GridFormer<C extends SourceCell> {
  readonly #limit: number;
  readonly #slots: Uint8Array[] = [];
  readonly #cells: GridCell<C>[] = [];
  readonly #dropped = new Set<number>();
  #width = 0;
  #overlaps = false;
  #cut = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  addGroup(rows: readonly SourceRow<C>[]): void {
    const end = this.#slots.length + rows.length;
    const base = this.#slots.length;
    // The rows of a group exist before its cells are placed, so that row spans end with the group.
    for (let i = 0; i < rows.length; i++) this.#slots.push(none);
    for (let i = 0; i < rows.length && !this.#cut; i++) {
      const row = rows[i];
      if (row !== undefined) this.#addRow(row, base + i, end);
    }
  }

  #addRow(row: SourceRow<C>, r0: number, groupEnd: number): void {
    if (row.spacer) {
      this.#dropped.add(r0);
      return;
    }
    let column = 0;
    for (const cell of row.cells) {
      while (this.#taken(r0, column)) column++;
      const c1 = column + spanOf(cell.colspan, 1000, 1);
      const width = Math.max(this.#width, c1);
      const rowsAllowed = Math.floor(this.#limit / width);
      if (r0 >= rowsAllowed) {
        this.#cut = true;
        return;
      }
      const rowspan = spanOf(cell.rowspan, 65_534, 0);
      const r1 = Math.min(rowspan === 0 ? groupEnd : r0 + rowspan, groupEnd, rowsAllowed);
      this.#width = width;
      this.#take(r0, r1, column, c1);
      this.#cells.push({ cell, r0, r1, c0: column, c1 });
      column = c1;
    }
  }

  #taken(row: number, column: number): boolean {
    return (this.#slots[row]?.[column] ?? 0) !== 0;
  }

  #take(r0: number, r1: number, c0: number, c1: number): void {
    for (let row = r0; row < r1; row++) {
      let slots = this.#slots[row] ?? none;
      if (slots.length < c1) {
        const wider = new Uint8Array(Math.max(c1, this.#width));
        wider.set(slots);
        slots = wider;
        this.#slots[row] = slots;
      }
      for (let column = c0; column < c1; column++) {
        if (slots[column] !== 0) this.#overlaps = true;
        slots[column] = 1;
      }
    }
  }

  finish(): Grid<C> {
    const keep = this.#keptRows();
    const positions = new Int32Array(this.#slots.length + 1);
    this.#slots.forEach((_, row) => (positions[row + 1] = (positions[row] ?? 0) + (keep[row] === true ? 1 : 0)));
    const at = (row: number): number => positions[row] ?? 0;
    const cells = this.#cells.map((cell) => ({ ...cell, r0: at(cell.r0), r1: at(cell.r1) })).filter((cell) => cell.r0 < cell.r1);
    const clipped = this.#overlaps ? withoutOverlaps(cells) : { cells, owned: null };
    const missing = this.#missing(keep, at, clipped.owned);
    return {
      rows: at(this.#slots.length),
      columns: this.#width,
      cells: clipped.cells,
      missing,
      overlaps: this.#overlaps,
      shortRows: new Set(missing.map((slot) => slot.row)).size,
      cut: this.#cut,
    };
  }

  /** Spacer rows and rows without a single cell go, and rows beyond the limit. */
  #keptRows(): boolean[] {
    const rowsAllowed = this.#width === 0 ? 0 : Math.floor(this.#limit / this.#width);
    const kept = this.#slots.map((slots, row) => !this.#dropped.has(row) && slots.includes(1));
    const within = kept.map((keep, row) => keep && row < rowsAllowed);
    this.#cut ||= kept.lastIndexOf(true) >= rowsAllowed;
    return within;
  }

  #missing(keep: readonly boolean[], at: (row: number) => number, owned: ReadonlySet<string> | null): { row: number; column: number }[] {
    const missing: { row: number; column: number }[] = [];
    this.#slots.forEach((_, row) => {
      if (keep[row] !== true) return;
      for (let column = 0; column < this.#width; column++) {
        const owner = owned === null ? this.#taken(row, column) : owned.has(slotKey(at(row), column));
        if (!owner) missing.push({ row: at(row), column });
      }
    });
    return missing;
  }
}

/**
 * The standard lets cells overlap; here the first owner keeps a slot. A later cell shrinks to a free
 * rectangle from its own corner, which the placing of cells keeps free. What it gives up may be left without an owner.
 */
function withoutOverlaps<C>(cells: readonly GridCell<C>[]): { cells: GridCell<C>[]; owned: Set<string> } {
  const owned = new Set<string>();
  const free = (row: number, column: number): boolean => !owned.has(slotKey(row, column));
  const clipped = cells.map((cell) => {
    const { r0, c0 } = cell;
    let { c1, r1 } = cell;
    for (let column = c0; column < c1; column++) if (!free(r0, column)) c1 = column;
    for (let row = r0; row < r1; row++) for (let column = c0; column < c1; column++) if (!free(row, column)) r1 = row;
    for (let row = r0; row < r1; row++) for (let column = c0; column < c1; column++) owned.add(slotKey(row, column));
    return { ...cell, c1, r1 };
  });
  return { cells: clipped, owned };
}

function slotKey(row: number, column: number): string {
  return `${String(row)},${String(column)}`;
}

/** A span attribute by the standard's rules for non-negative integers: leading white space and trailing rubbish are allowed. */
function spanOf(attribute: string | null, most: number, least: 0 | 1): number {
  const digits = attribute === null ? undefined : /^\s*\+?(\d+)/u.exec(attribute)?.[1];
  if (digits === undefined) return 1;
  const value = Number(digits);
  if (value === 0) return least;
  return Math.min(value, most);
}
