/** The tables that a tagged PDF states: which marked contents stand in which cell. */
import type { TaggedCell, TaggedTable } from "../grid/tagged.ts";
import type { StructureNode } from "./library.ts";

/** No page shows more cells than this, and none of them spans more rows or columns than that. */
const mostCells = 5000;
const mostSpan = 50;

/** The tables of a page's structure tree, outermost ones; rows without content on the page are left out. */
export function tablesOf(node: StructureNode | null): TaggedTable[] {
  if (node === null) return [];
  if (node.role !== "Table") return (node.children ?? []).flatMap((child) => tablesOf(child));
  const rows = rowsOf(node).filter((row) => row.some((cell) => marksOf(cell).length > 0));
  return rows.reduce((sum, row) => sum + row.length, 0) > mostCells ? [] : [spread(rows)];
}

function rowsOf(node: StructureNode): StructureNode[][] {
  return (node.children ?? []).flatMap((child) => {
    if (child.role !== "TR") return child.role === "Table" ? [] : rowsOf(child);
    return [(child.children ?? []).filter(({ role }) => role === "TD" || role === "TH")];
  });
}

/** Cells in their columns: a cell over several rows pushes those below it to the right. */
function spread(rows: readonly (readonly StructureNode[])[]): TaggedTable {
  const cells: TaggedCell[] = [];
  const taken = new Set<string>();
  let columns = 0;
  for (const [r, row] of rows.entries()) {
    let column = 0;
    for (const node of row) {
      while (taken.has(`${r},${column}`)) column++;
      const [r1, c1] = [Math.min(r + spanOf(node.rowSpan), rows.length), column + spanOf(node.colSpan)];
      for (let y = r; y < r1; y++) for (let x = column; x < c1; x++) taken.add(`${y},${x}`);
      cells.push({ r0: r, r1, c0: column, c1, marks: new Set(marksOf(node)) });
      columns = Math.max(columns, (column = c1));
    }
  }
  return { rows: rows.length, columns, cells };
}

function spanOf(value: unknown): number {
  return typeof value === "number" && value >= 1 ? Math.min(Math.floor(value), mostSpan) : 1;
}

/** Numbers of the marked contents below a node. */
function marksOf({ id, children = [] }: StructureNode): number[] {
  const own = /_mc(\d+)$/u.exec(id ?? "")?.[1];
  return [...(own === undefined ? [] : [Number(own)]), ...children.flatMap(marksOf)];
}
