/** The rows of all parts of a table in one set of columns. */
import { folded } from "../../text/fold.ts";
import { assignColumns, expectedSlots, isPlain, namedSlots, type Slot } from "./columns.ts";
import { stringsOf, type Cell, type Part, type Row } from "./rows.ts";

/** One row by slots. `null`: the file prints no such column here. */
export interface SlotRow {
  readonly cells: (Cell | null)[];
  /** Slots that belong to the cell above. */
  readonly above: boolean[];
  /** Index of its part. */
  readonly part: number;
}

/** A table whose parts were brought into one set of columns. */
export interface Joined {
  readonly headers: readonly string[];
  readonly header: Row;
  readonly slots: readonly Slot[];
  readonly rows: SlotRow[];
  readonly parts: readonly Part[];
  /** Headers of the second and later parts. */
  readonly repeated: readonly Row[];
  /** Columns were told by what stands in them. */
  readonly projected: boolean;
}

/** Neighbouring parts with one header, in order; a part without a header goes on below one, or where the columns are as many. */
export function tablesIn(parts: readonly Part[], text: string): Part[][] {
  const tables: Part[][] = [];
  let key: string | null = null;
  for (const part of parts) {
    const own = part.header === null ? null : keyOf(part.header, text);
    const last = tables.at(-1);
    const goesOn = last !== undefined && (own === null ? key !== null || last[0]?.width === part.width : own === key);
    if (goesOn) last.push(part);
    else tables.push([part]);
    if (!goesOn) key = own;
  }
  return tables;
}

function headersOf(row: Row, text: string): string[] {
  return stringsOf(text, row).filter((words) => folded(words) !== "");
}

function keyOf(row: Row, text: string): string {
  return headersOf(row, text).map(folded).join("\n");
}

/** Wider tables stay as printed. */
const mostColumns = 40;

/** Joins the parts of one table; null when there is no header or the columns do not fit it. */
export function join(parts: readonly Part[], text: string): Joined | null {
  const header = parts[0]?.header ?? null;
  if (header === null) return null;
  const headers = headersOf(header, text);
  if (headers.length > mostColumns || parts.some(({ width }) => width > mostColumns)) return null;
  const headed = parts.filter((part) => part.header !== null);
  const plain = isPlain(headed, text) && parts.every(({ width }) => width === headers.length);
  const slots = plain ? namedSlots(headers) : expectedSlots(headers);
  const rows: SlotRow[] = [];
  for (const [index, part] of parts.entries()) {
    const columns = plain ? headers.map((_, i) => i) : assignColumns(part, slots, headers, text);
    if (columns === null) return null;
    for (const row of part.rows) {
      // A row that lacks cells says by its words which ones.
      const own = row.length < part.width ? assignColumns({ header: null, rows: [row], width: row.length, page: part.page }, slots, headers, text) : columns;
      const slotRow = own === null ? null : toSlots(row, own, slots.length, index);
      if (slotRow === null) return null;
      rows.push(slotRow);
    }
  }
  return { headers, header: header.filter((cell) => cell.length > 0), slots, rows, parts, repeated: headed.slice(1).flatMap((part) => (part.header === null ? [] : [part.header])), projected: !plain };
}

/** Null when a row has words where its part has no column. */
function toSlots(row: Row, columns: readonly (number | null)[], count: number, part: number): SlotRow | null {
  const cells: (Cell | null)[] = Array.from({ length: count }, () => null);
  for (const [i, cell] of row.entries()) {
    const slot = columns[i] ?? null;
    if (slot !== null) cells[slot] = cell;
    else if (cell.length > 0) return null;
  }
  return { cells, above: cells.map(() => false), part };
}
