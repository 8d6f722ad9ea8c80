/** Definition of a table row ([MS-DOC] 2.6.3, 2.9.315): where its cells begin and end, and which of them are merged. */
import { operand, type Sprm } from "./sprms.ts";

/** Whether a cell is the first of merged ones, or goes on with the one before it. */
export type Merge = "restart" | "continue" | null;

/** A cell of a definition: its width in twentieths of a point, and its merges. */
export interface CellDefinition {
  readonly width: number;
  readonly across: Merge;
  readonly down: Merge;
}

/** A row as it is defined. */
export interface RowDefinition {
  /** Left edge of the first cell in twentieths of a point. */
  readonly left: number;
  readonly cells: readonly CellDefinition[];
  /** It is repeated at the head of each page. */
  readonly header: boolean;
}

interface Open {
  left: number;
  cells: CellDefinition[];
  header: boolean;
}

/** Word allows 63 columns. */
const mostCells = 255;

/** Reads a definition, and what later changes make of it, in order; null where nothing defines the row. */
export function defineRow(changes: readonly Sprm[]): RowDefinition | null {
  const row: Open = { left: 0, cells: [], header: false };
  let defined = false;
  for (const change of changes) {
    if (change.code === 0xd608 || change.code === 0xd606) defined = true;
    appliers[change.code]?.(row, change);
  }
  return defined || row.cells.length > 0 || row.header ? row : null;
}

const appliers: Readonly<Record<number, (row: Open, change: Sprm) => void>> = {
  0xd608: define,
  0xd606: define,
  0x3404: (row, change) => { row.header = operand(change) !== 0; },
  0x9601: (row, { bytes, at }) => { row.left = bytes.i16(at); },
  0x7621: (row, { bytes, at }) => {
    const first = bytes.u8(at);
    const count = Math.min(bytes.u8(at + 1), mostCells - row.cells.length);
    const cell: CellDefinition = { width: Math.max(0, bytes.i16(at + 2)), across: null, down: null };
    while (row.cells.length < first && row.cells.length < mostCells) row.cells.push(cell);
    row.cells.splice(first, 0, ...Array.from({ length: Math.max(0, count) }, () => cell));
  },
  0x5622: (row, { bytes, at }) => { row.cells.splice(bytes.u8(at), Math.max(0, bytes.u8(at + 1) - bytes.u8(at))); },
  0x7623: (row, { bytes, at }) => { change(row, bytes.u8(at), bytes.u8(at + 1), () => ({ width: Math.max(0, bytes.i16(at + 2)) })); },
  0x5624: (row, { bytes, at }) => { change(row, bytes.u8(at), bytes.u8(at + 1), (index) => ({ across: index === bytes.u8(at) ? "restart" : "continue" })); },
  0x5625: (row, { bytes, at }) => { change(row, bytes.u8(at), bytes.u8(at + 1), () => ({ across: null })); },
  0xd62b: (row, { bytes, at, size }) => { if (size >= 3) change(row, bytes.u8(at + 1), bytes.u8(at + 1) + 1, () => ({ down: downwards(bytes.u8(at + 2)) })); },
};

function change(row: Open, first: number, end: number, to: (index: number) => Partial<CellDefinition>): void {
  row.cells = row.cells.map((cell, index) => (index >= first && index < end ? { ...cell, ...to(index) } : cell));
}

function define(row: Open, { bytes, at, size }: Sprm): void {
  const end = at + size;
  const edges = at + 3;
  if (size < 5) return;
  const count = bytes.u8(at + 2);
  if (edges + 2 * (count + 1) > end) return;
  const cells = edges + 2 * (count + 1);
  row.left = bytes.i16(edges);
  row.cells = [];
  for (let i = 0; i < count; i++) {
    const width = Math.max(0, bytes.i16(edges + 2 * i + 2) - bytes.i16(edges + 2 * i));
    // Cells at the end of a row may be left out where they say nothing.
    const flags = cells + 20 * i + 2 <= end ? bytes.u16(cells + 20 * i) : 0;
    row.cells.push({ width, across: (flags & 2) !== 0 ? "continue" : (flags & 1) !== 0 ? "restart" : null, down: downwards((flags >> 5) & 3) });
  }
}

/** 1 goes on with the cell above, 3 is the first. */
function downwards(value: number): Merge {
  return value === 3 || value === 2 ? "restart" : value === 1 ? "continue" : null;
}
