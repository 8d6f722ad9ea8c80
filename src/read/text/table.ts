/** A table of a plain text as cells with grid positions. */
import type { Slot } from "./columns.ts";
import { join, type Joined, type SlotRow } from "./joined.ts";
import { commonWidth, type Cell, type Part, type Row } from "./rows.ts";
import { spread } from "./spread.ts";
import { isFilled, unflatten } from "./unflatten.ts";

/** A cell and the paragraphs in it. */
export interface PlacedCell {
  readonly r0: number;
  readonly r1: number;
  readonly c0: number;
  readonly c1: number;
  readonly cell: Cell;
}

/** A table before its words are written. */
export interface TableDraft {
  readonly rows: number;
  readonly columns: number;
  /** In reading order. */
  readonly cells: readonly PlacedCell[];
  readonly missing: readonly { readonly row: number; readonly column: number }[];
  readonly parts: readonly { readonly rows: readonly [number, number]; readonly page: number }[];
  /** Headers of further pages, left out of the table. */
  readonly repeated: readonly Row[];
  readonly confidence: number;
  /** Columns were told by what stands in them, not by where they stand. */
  readonly projected: boolean;
  /** Blank unit and deadline cells that were read as merged with the one above. */
  readonly joinedBlanks: number;
}

/** Lays out the parts of one table. */
export function layTable(parts: readonly Part[], text: string): TableDraft {
  const joined = join(parts, text);
  return joined === null ? layPlain(parts) : laySlots(joined, text);
}

/** Without a header that fits, rows stay as printed: columns by position, short rows with slots missing. */
function layPlain(parts: readonly Part[]): TableDraft {
  const rows = parts.flatMap((part) => [...(part.header === null ? [] : [part.header]), ...part.rows]);
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  let end = 0;
  return {
    rows: rows.length,
    columns,
    cells: rows.flatMap((row, r) => row.map((cell, c): PlacedCell => ({ r0: r, r1: r + 1, c0: c, c1: c + 1, cell }))),
    missing: rows.flatMap((row, r) => Array.from({ length: columns - row.length }, (_, i) => ({ row: r, column: row.length + i }))),
    parts: parts.map((part) => ({ rows: [end, (end += part.rows.length + (part.header === null ? 0 : 1))], page: part.page })),
    repeated: [],
    confidence: commonWidth(rows) === columns ? 0.6 : 0.4,
    projected: false,
    joinedBlanks: 0,
  };
}

function laySlots(joined: Joined, text: string): TableDraft {
  const rows = unflatten(joined, text);
  const joinedBlanks = spread(rows, joined.slots, text);
  const kept = joined.slots.flatMap((slot, index) => (slot.named || rows.some((row) => isFilled(row.cells[index])) ? [index] : []));
  const placer = new Placer(joined, rows, kept);
  return {
    rows: rows.length + 1,
    columns: kept.length,
    ...placer.place(),
    parts: partRows(rows, joined.parts),
    repeated: joined.repeated,
    confidence: joined.projected ? 0.7 : 0.9,
    projected: joined.projected,
    joinedBlanks,
  };
}

function partRows(rows: readonly SlotRow[], parts: readonly Part[]): TableDraft["parts"] {
  const found: { rows: [number, number]; page: number }[] = [];
  let open = -1;
  for (const [r, { part }] of rows.entries()) {
    const last = found.at(-1);
    if (part === open && last !== undefined) last.rows[1] = r + 2;
    else found.push({ rows: [found.length === 0 ? 0 : r + 1, r + 2], page: parts[part]?.page ?? 0 });
    open = part;
  }
  return found.length > 0 ? found : [{ rows: [0, 1], page: parts[0]?.page ?? 0 }];
}

/** Puts slot rows under a header row; grid row 0 is the header. */
class Placer {
  readonly #joined: Joined;
  readonly #rows: readonly SlotRow[];
  readonly #kept: readonly number[];
  readonly #wide: readonly boolean[];

  constructor(joined: Joined, rows: readonly SlotRow[], kept: readonly number[]) {
    this.#joined = joined;
    this.#rows = rows;
    this.#kept = kept;
    const inner = kept.find((slot) => joined.slots[slot]?.kind === "inner");
    const narrow = new Set(rows.filter((row) => inner !== undefined && isFilled(row.cells[inner])).map((row) => row.part));
    this.#wide = rows.map((row) => inner !== undefined && (!narrow.has(row.part) || row.cells[inner] === null));
  }

  place(): Pick<TableDraft, "cells" | "missing"> {
    const cells: PlacedCell[] = this.#header();
    const missing: { row: number; column: number }[] = [];
    // Rows above this one have an outer label that covers the inner column too.
    let wideUntil = 0;
    for (const [r, row] of this.#rows.entries()) {
      for (const [column, slot] of this.#kept.entries()) {
        if (this.#kind(slot) === "inner" && r < wideUntil) continue;
        if (row.above[slot] === true && r > 0) continue;
        const end = this.#end(r, slot);
        const wide = this.#spansInner(column, r, end);
        if (wide) wideUntil = end;
        const cell = row.cells[slot] ?? null;
        if (cell === null && this.#kind(slot) !== "group" && this.#kind(slot) !== "inner") missing.push({ row: r + 1, column });
        else cells.push({ r0: r + 1, r1: end + 1, c0: column, c1: wide ? column + 2 : column + 1, cell: cell ?? [] });
      }
    }
    return { cells, missing };
  }

  #header(): PlacedCell[] {
    const { slots, header } = this.#joined;
    const starts = header.map((_, index) => this.#kept.findIndex((slot) => slots[slot]?.header === index));
    return header.map((cell, index) => ({ r0: 0, r1: 1, c0: starts[index] ?? 0, c1: starts[index + 1] ?? this.#kept.length, cell }));
  }

  #kind(slot: number | undefined): Slot["kind"] | null {
    return slot === undefined ? null : (this.#joined.slots[slot]?.kind ?? null);
  }

  /** Row behind the last one of the merged cell that begins at row `r`. */
  #end(r: number, slot: number): number {
    let end = r + 1;
    while (this.#rows[end]?.above[slot] === true) end++;
    return end;
  }

  /** On pages without inner labels the outer label covers both columns, in all rows of its cell. */
  #spansInner(column: number, r: number, end: number): boolean {
    if (this.#kind(this.#kept[column]) !== "group" || this.#kind(this.#kept[column + 1]) !== "inner") return false;
    for (let i = r; i < end; i++) if (this.#wide[i] !== true) return false;
    return true;
  }
}
