/** Tables of WordprocessingML (ISO/IEC 29500-1, 17.4): rows and cells to a grid by columns, with cell identity kept. */
import { paragraphsIn, textOf, type CellDraft, type Draft, type ParagraphDraft, type TableDraft } from "./drafts.ts";
import { leaveOut, type Notes } from "./notes.ts";
import { within } from "./markup.ts";
import type { Story } from "./story.ts";
import { integer, toggle } from "./styles.ts";
import type { XmlElement } from "../xml.ts";

/** A cell as it is placed; `r1` grows while merged cells below join it. */
interface OpenCell {
  readonly r0: number;
  r1: number;
  readonly c0: number;
  readonly c1: number;
  readonly blocks: Draft[];
  readonly header: boolean;
  /** It takes in the cells below that continue it. */
  readonly merging: boolean;
}

/** A cell as the markup gives it. */
interface SourceCell {
  readonly element: XmlElement;
  span: number;
  /** Width in twentieths of a point, null when it is not stated so. */
  width: number | null;
  readonly merge: "restart" | "continue" | null;
  /** Cells to the right that the old horizontal merge joins to it. */
  readonly joined: XmlElement[];
}

interface SourceRow {
  readonly cells: readonly SourceCell[];
  readonly before: number;
  readonly after: number;
  readonly widthBefore: number;
  readonly header: boolean;
}

/** Word itself allows 63 columns. */
const mostSpan = 200;

/** Reads one table. */
export class TableReader {
  readonly #element: XmlElement;
  readonly #story: Story;
  readonly #readCell: (cell: XmlElement) => Draft[];
  #gridEdges: readonly number[];
  readonly #cells: OpenCell[] = [];
  /** The cells that end where the next row begins, by their first column. */
  #above = new Map<number, OpenCell>();
  readonly #skipped: { row: number; column: number }[] = [];
  #columns = 0;
  #rows = 0;
  readonly #covered: ParagraphDraft[] = [];
  #looseMerge = false;

  constructor(element: XmlElement, story: Story, readCell: (cell: XmlElement) => Draft[]) {
    this.#element = element;
    this.#story = story;
    this.#readCell = readCell;
    this.#gridEdges = edgesOf(element.child("w:tblGrid"));
  }

  /** The table; null when it has no cells. */
  read(): TableDraft | null {
    const rows: SourceRow[] = [];
    for (const child of within(this.#element)) {
      const row = child.name === "w:tr" ? readRow(child, this.#story.notes) : null;
      if (row !== null) rows.push(row);
      else if (child.name === "w:tr") leaveOutPart(child, this.#story.notes);
    }
    const even = new Set(rows.map(widthOf)).size <= 1;
    if (this.#gridEdges.length < 2 && !even) this.#gridEdges = drawnEdges(rows);
    const drawn = this.#gridEdges.length - 1 <= mostSpan ? this.#gridEdges.length - 1 : 0;
    this.#columns = rows.reduce((widest, row) => Math.max(widest, widthOf(row)), drawn);
    const header = rows.findIndex((row) => !row.header);
    const headerRows = header === -1 ? 0 : header;
    const { cells: limit } = this.#story.context.limits;
    for (const row of rows) {
      if (this.#cells.length + row.cells.length > limit || (this.#rows + 1) * this.#columns > limit) {
        this.#story.context.report("limit/cells", { params: { limit: String(limit) }, place: [this.#story.placeOf(this.#element)] });
        break;
      }
      this.#addRow(row, this.#rows < headerRows);
    }
    return this.#cells.length === 0 ? null : this.#finish(headerRows);
  }

  #addRow(row: SourceRow, header: boolean): void {
    const r0 = this.#rows++;
    const edges = this.#alignedEdges(row) ?? spanEdges(row);
    const above = this.#above;
    this.#above = new Map();
    for (let column = 0; column < (edges[0] ?? 0); column++) this.#skipped.push({ row: r0, column });
    row.cells.forEach((source, i) => {
      const c0 = edges[i] ?? 0;
      const c1 = edges[i + 1] ?? c0 + 1;
      const blocks = [source.element, ...source.joined].flatMap((element) => this.#readCell(element));
      const upper = source.merge === "continue" ? (above.get(c0) ?? null) : null;
      if (upper?.merging === true && upper.c1 === c1) {
        // Word shows the first cell of a merge only; what stands in the others is reported. Their numbers are counted.
        upper.r1 = r0 + 1;
        for (const paragraph of paragraphsIn(blocks)) this.#covered.push(paragraph);
        this.#above.set(c0, upper);
        return;
      }
      if (source.merge === "continue") this.#looseMerge = true;
      const cell: OpenCell = { r0, r1: r0 + 1, c0, c1, blocks, header, merging: source.merge === "restart" };
      this.#cells.push(cell);
      this.#above.set(c0, cell);
    });
    for (let column = edges.at(-1) ?? 0; column < (edges.at(-1) ?? 0) + row.after; column++) this.#skipped.push({ row: r0, column });
  }

  /**
   * A row with fewer columns than the table often states no spans at all: then Word draws its cells by their widths,
   * and the columns they cover are those between the same rulings.
   */
  #alignedEdges(row: SourceRow): number[] | null {
    if (widthOf(row) >= this.#columns || row.after > 0 || this.#gridEdges.length !== this.#columns + 1) return null;
    const edges: number[] = [];
    let at = row.widthBefore;
    for (const width of [0, ...row.cells.map((cell) => cell.width)]) {
      if (width === null) return null;
      at += width;
      const column = nearest(this.#gridEdges, at);
      if (column === null || column <= (edges.at(-1) ?? -1)) return null;
      edges.push(column);
    }
    return edges;
  }

  #finish(headerRows: number): TableDraft {
    const columns = this.#usedColumns();
    const cells = this.#cells
      .map(({ r0, r1, c0, c1, blocks, header }): CellDraft => ({ r0, r1, c0: columns.at(c0), c1: columns.at(c1), blocks, header }))
      .sort((a, b) => a.r0 - b.r0 || a.c0 - b.c0);
    const declared = new Set(this.#skipped.map(({ row, column }) => slotKey(row, columns.at(column))));
    const missing = missingSlots(cells, this.#rows, columns.count);
    const short = new Set(missing.filter(({ row, column }) => !declared.has(slotKey(row, column))).map(({ row }) => row)).size;
    this.#report(short);
    return {
      kind: "table",
      elements: [this.#element],
      parts: [[0, this.#rows]],
      edges: columns.edges(this.#gridEdges),
      rows: this.#rows,
      columns: columns.count,
      cells,
      missing,
      headerRows: Math.min(headerRows, this.#rows),
      confidence: (short > 0 ? 0.9 : 1) * (this.#looseMerge ? 0.8 : 1),
    };
  }

  #report(short: number): void {
    const { context, notes, placeOf } = this.#story;
    const place = [placeOf(this.#element)];
    const covered = this.#covered.filter((paragraph) => paragraph.runs.length > 0);
    if (covered.length > 0) {
      const texts = covered.map(textOf);
      for (const text of texts) notes.leftOut.push(text);
      const places = covered.flatMap(({ runs: [run] }) => (run === undefined ? [] : [placeOf(run.paragraph)]));
      context.report("docx/covered-text", { params: { count: String(texts.length) }, actual: texts.join(" | "), place: places });
    }
    if (short > 0) context.report("table/short-row", { params: { rows: String(short) }, place });
    if (this.#looseMerge) context.report("docx/loose-merge", { place });
  }

  /** Grid columns without the rulings that no cell of any row touches. */
  #usedColumns(): UsedColumns {
    const used = new Uint8Array(this.#columns + 1);
    used[0] = 1;
    for (const { c0, c1 } of this.#cells) {
      used[c0] = 1;
      used[c1] = 1;
    }
    const positions: number[] = [];
    let count = -1;
    for (const flag of used) positions.push(flag === 1 ? ++count : count);
    return {
      count,
      at: (edge) => positions[edge] ?? count,
      edges: (drawn) => (drawn.length === used.length && (drawn.at(-1) ?? 0) > 0 ? drawn.filter((_, i) => used[i] === 1) : null),
    };
  }
}

/** The columns that cells touch. */
interface UsedColumns {
  readonly count: number;
  /** The column of a ruling of the grid. */
  readonly at: (edge: number) => number;
  /** Of the edges of all columns those that are used, null when the file does not state them. */
  readonly edges: (drawn: readonly number[]) => readonly number[] | null;
}

function slotKey(row: number, column: number): string {
  return `${String(row)},${String(column)}`;
}

function missingSlots(cells: readonly CellDraft[], rows: number, columns: number): { row: number; column: number }[] {
  const slots = new Uint8Array(rows * columns);
  for (const { r0, r1, c0, c1 } of cells) for (let row = r0; row < r1; row++) slots.fill(1, row * columns + c0, row * columns + c1);
  const missing: { row: number; column: number }[] = [];
  slots.forEach((taken, i) => {
    if (taken === 0) missing.push({ row: Math.floor(i / columns), column: i % columns });
  });
  return missing;
}

/** A row as the markup gives it; null for one that is deleted, hidden or empty. */
function readRow(element: XmlElement, notes: Notes): SourceRow | null {
  const properties = element.child("w:trPr");
  if (properties !== null && (properties.child("w:del") !== null || toggle(properties, "w:hidden") === true)) return null;
  const cells: SourceCell[] = [];
  for (const child of within(element)) {
    if (child.name === "w:tc" && child.child("w:tcPr")?.child("w:cellDel") != null) leaveOutPart(child, notes);
    else if (child.name === "w:tc") addCell(cells, child);
  }
  if (cells.length === 0) return null;
  return {
    cells,
    before: clamp(integer(properties?.valueOf("w:gridBefore") ?? null) ?? 0, 0),
    after: clamp(integer(properties?.valueOf("w:gridAfter") ?? null) ?? 0, 0),
    widthBefore: twips(properties?.child("w:wBefore") ?? null) ?? 0,
    header: toggle(properties, "w:tblHeader") === true,
  };
}

function leaveOutPart(element: XmlElement, notes: Notes): void {
  notes.deletions++;
  leaveOut(element, notes);
}

function addCell(cells: SourceCell[], element: XmlElement): void {
  const properties = element.child("w:tcPr");
  const span = clamp(integer(properties?.valueOf("w:gridSpan") ?? null) ?? 1, 1);
  const width = twips(properties?.child("w:tcW") ?? null);
  const last = cells.at(-1);
  if (last !== undefined && mergeOf(properties, "w:hMerge") === "continue") {
    last.span = clamp(last.span + span, 1);
    last.width = last.width === null || width === null ? null : last.width + width;
    last.joined.push(element);
  } else {
    cells.push({ element, span, width, merge: mergeOf(properties, "w:vMerge"), joined: [] });
  }
}

function mergeOf(properties: XmlElement | null, name: string): "restart" | "continue" | null {
  const merge = properties?.child(name) ?? null;
  if (merge === null) return null;
  return merge.attributes["w:val"] === "restart" ? "restart" : "continue";
}

function clamp(value: number, least: number): number {
  return Math.min(Math.max(value, least), mostSpan);
}

function widthOf(row: SourceRow): number {
  return row.before + row.after + row.cells.reduce((sum, cell) => sum + cell.span, 0);
}

function spanEdges(row: SourceRow): number[] {
  const edges = [row.before];
  for (const cell of row.cells) edges.push((edges.at(-1) ?? 0) + cell.span);
  return edges;
}

function twips(element: XmlElement | null): number | null {
  const value = integer(element?.attributes["w:w"]);
  return value === null || value < 0 || (element?.attributes["w:type"] ?? "dxa") !== "dxa" ? null : value;
}

/** Left edges of the grid columns and the right one of the last, in twentieths of a point. */
function edgesOf(grid: XmlElement | null): number[] {
  const edges = [0];
  for (const column of grid?.children ?? []) {
    if (column.name === "w:gridCol") edges.push((edges.at(-1) ?? 0) + (integer(column.attributes["w:w"]) ?? 0));
  }
  return edges;
}

/** The rulings that the widths of all cells draw, for a table that states no grid; none when a width is missing. */
function drawnEdges(rows: readonly SourceRow[]): number[] {
  const edges = new Set<number>([0]);
  for (const row of rows) {
    let at = row.widthBefore;
    for (const { width } of row.cells) {
      if (width === null) return [0];
      at += width;
      edges.add(at);
    }
  }
  const rulings: number[] = [];
  for (const edge of [...edges].sort((a, b) => a - b)) if (edge - (rulings.at(-1) ?? -Infinity) > sameRuling) rulings.push(edge);
  return rulings;
}

/** Rulings closer than 6 points are one. */
const sameRuling = 120;

function nearest(edges: readonly number[], at: number): number | null {
  let best: number | null = null;
  edges.forEach((edge, i) => {
    const gap = Math.abs(edge - at);
    if (gap <= sameRuling && (best === null || gap < Math.abs((edges[best] ?? 0) - at))) best = i;
  });
  return best;
}
