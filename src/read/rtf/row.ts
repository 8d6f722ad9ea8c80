/** Definition of a table row in RTF: edges of cells and merges, one after the other. */
import type { RowDefinition } from "../doc/rows.ts";

/** A row while it is defined. */
export interface OpenRow {
  left: number;
  edges: number[];
  merges: { across: "restart" | "continue" | null; down: "restart" | "continue" | null }[];
  next: OpenRow["merges"][number];
  header: boolean;
}

/** A row of which nothing is said. */
export function openRow(): OpenRow {
  return { left: 0, edges: [], merges: [], next: { across: null, down: null }, header: false };
}

/** The definition as it stands. */
export function definitionOf({ left, edges, merges, header }: OpenRow): RowDefinition {
  const cells = edges.map((edge, i) => ({ width: Math.max(0, edge - (edges[i - 1] ?? left)), across: merges[i]?.across ?? null, down: merges[i]?.down ?? null }));
  return { left, cells, header };
}

/** Word allows 63 columns. */
const mostCells = 255;

/** Ends the definition of a cell at its right edge. */
export function endCell(row: OpenRow, edge: number): void {
  if (row.edges.length >= mostCells) return;
  row.edges.push(edge);
  row.merges.push(row.next);
  row.next = { across: null, down: null };
}
