/** Gathers paragraphs to tables, rows and cells, and draws the grid of a table from the definitions of its rows. */
import { childOf, type Tree } from "../docx/tree.ts";
import type { XmlElement } from "../xml.ts";
import { countBefore } from "../../model/sorted.ts";
import type { CellDefinition, RowDefinition } from "./rows.ts";

/** How a paragraph stands in tables. */
export interface Standing {
  /** Tables around it, 0 for none. */
  readonly depth: number;
  readonly ends: "cell" | "row" | null;
}

/** Edges closer than this many twentieths of a point are one. */
const sameEdge = 20;
/** Tables in tables that are told apart; what lies deeper is put into the deepest. */
const deepest = 60;

interface OpenRow {
  readonly element: XmlElement;
  readonly cells: XmlElement[];
  definition: RowDefinition | null;
}

interface OpenTable {
  readonly element: XmlElement;
  readonly rows: OpenRow[];
  row: OpenRow | null;
  cell: XmlElement | null;
}

/** Takes the paragraphs of one story in order. */
export class TableStack {
  readonly #tree: Tree;
  readonly #root: XmlElement;
  readonly #open: OpenTable[] = [];

  constructor(tree: Tree, root: XmlElement) {
    this.#tree = tree;
    this.#root = root;
  }

  /** The element that a paragraph of this depth belongs to: an open cell, or the story itself. */
  holder(depth: number): XmlElement {
    this.#turnTo(depth);
    return this.#cellOf(this.#open.length);
  }

  /** A cell ends with the paragraph that was just read. */
  endCell(depth: number): void {
    this.#turnTo(depth);
    const table = this.#open.at(-1);
    if (table === undefined) return;
    this.#cellOf(this.#open.length);
    table.cell = null;
  }

  /** A row ends; the row itself, for what else is said of it. */
  endRow(depth: number, definition: RowDefinition | null): XmlElement | null {
    this.#turnTo(depth);
    const table = this.#open.at(-1);
    if (table === undefined) return null;
    table.cell = null;
    const row = table.row;
    table.row = null;
    if (row === null) return null;
    row.definition = definition;
    return row.element;
  }

  /** Closes all tables. */
  finish(): void {
    this.#turnTo(0);
  }

  #turnTo(depth: number): void {
    const wanted = Math.min(depth, deepest);
    while (this.#open.length > wanted) this.#close();
    while (this.#open.length < wanted) {
      const holder = this.#cellOf(this.#open.length);
      this.#open.push({ element: this.#tree.add(holder, "w:tbl"), rows: [], row: null, cell: null });
    }
  }

  #cellOf(level: number): XmlElement {
    const table = this.#open[level - 1];
    if (table === undefined) return this.#root;
    if (table.row === null) {
      table.row = { element: this.#tree.add(table.element, "w:tr"), cells: [], definition: null };
      table.rows.push(table.row);
    }
    if (table.cell === null) {
      table.cell = this.#tree.add(table.row.element, "w:tc");
      table.row.cells.push(table.cell);
    }
    return table.cell;
  }

  #close(): void {
    const table = this.#open.pop();
    if (table === undefined) return;
    const edges = gridOf(table.rows.flatMap(({ definition }) => (definition === null ? [] : [edgesOf(definition)])));
    const grid = this.#tree.add(table.element, "w:tblGrid");
    edges.forEach((edge, i) => {
      if (i > 0) this.#tree.add(grid, "w:gridCol", { "w:w": String(edge - (edges[i - 1] ?? 0)) });
    });
    for (const row of table.rows) if (row.definition !== null) this.#lay(row, row.definition, edges);
  }

  /** Places the cells of a row on the columns of the table. */
  #lay({ element, cells }: OpenRow, definition: RowDefinition, grid: readonly number[]): void {
    const edges = edgesOf(definition).map((edge) => columnOf(grid, edge));
    const [first = 0] = edges;
    const last = edges[Math.min(cells.length, definition.cells.length)] ?? first;
    if (first > 0) {
      this.#rowValue(element, "w:gridBefore", first);
      this.#tree.add(childOf(this.#tree, element, "w:trPr"), "w:wBefore", { "w:w": String((grid[first] ?? 0) - (grid[0] ?? 0)), "w:type": "dxa" });
    }
    if (definition.cells.length > 0 && last < grid.length - 1) this.#rowValue(element, "w:gridAfter", grid.length - 1 - last);
    if (definition.header) this.#tree.add(childOf(this.#tree, element, "w:trPr"), "w:tblHeader");
    cells.forEach((cell, i) => {
      const own = definition.cells[i];
      if (own !== undefined) this.#defineCell(cell, own, (edges[i + 1] ?? 0) - (edges[i] ?? 0));
    });
  }

  #rowValue(row: XmlElement, name: string, value: number): void {
    this.#tree.value(childOf(this.#tree, row, "w:trPr"), name, value);
  }

  #defineCell(cell: XmlElement, { width, across, down }: CellDefinition, span: number): void {
    const properties = this.#tree.add(cell, "w:tcPr");
    this.#tree.add(properties, "w:tcW", { "w:w": String(width), "w:type": "dxa" });
    if (span > 1) this.#tree.value(properties, "w:gridSpan", span);
    if (across !== null) this.#tree.value(properties, "w:hMerge", across);
    if (down !== null) this.#tree.value(properties, "w:vMerge", down);
  }
}

/** The edges of a row from left to right; a cell without width takes one unit, so that it stands in a column. */
function edgesOf({ left, cells }: RowDefinition): number[] {
  const edges = [left];
  for (const { width } of cells) edges.push((edges.at(-1) ?? left) + Math.max(width, 1));
  return edges;
}

/** The edges of all rows together. Those close to each other are one, but for the two edges of one narrow cell. */
function gridOf(rows: readonly (readonly number[])[]): number[] {
  const apart = new Set<string>();
  const all = new Set<number>();
  for (const row of rows) {
    row.forEach((edge, i) => {
      all.add(edge);
      const before = row[i - 1];
      if (before !== undefined && edge - before <= sameEdge) apart.add(`${String(before)} ${String(edge)}`);
    });
  }
  const grid: number[] = [];
  let group: number[] = [];
  for (const edge of [...all].sort((a, b) => a - b)) {
    const [first] = group;
    if (first === undefined || edge - first > sameEdge || group.some((before) => apart.has(`${String(before)} ${String(edge)}`))) {
      grid.push(edge);
      group = [];
    }
    group.push(edge);
  }
  return grid;
}

/** The last column edge at or before a place. */
function columnOf(grid: readonly number[], edge: number): number {
  return Math.max(0, countBefore(grid, (one) => one <= edge) - 1);
}
