/** Gathers the rows of one table while the page is walked, and decides what the table is: data, or a scaffold for layout. */
import { formGrid, type Grid, type SourceCell, type SourceRow } from "./grid.ts";
import { addWeight, openGroup, type CellDraft, type Group, type TableDraft } from "./drafts.ts";
import { attribute, type MarkupElement } from "./markup.ts";
import { addAll } from "../../model/add-all.ts";

/** A cell as it is gathered. */
interface OpenCell extends SourceCell {
  readonly element: MarkupElement;
  readonly content: Group;
  readonly header: boolean;
}

interface OpenRow extends SourceRow<OpenCell> {
  readonly cells: OpenCell[];
  spacer: boolean;
  readonly flat: boolean;
  readonly group: string;
}

/** What became of a table. */
export interface ReadTable {
  readonly draft: TableDraft | Group;
  /** The grids that were formed: none for a scaffold. */
  readonly grids: readonly Grid<OpenCell>[];
}

/** The rows of a table that is being read. */
export class OpenTable {
  readonly element: MarkupElement;
  readonly #css: boolean;
  readonly #groups: OpenRow[][] = [];
  readonly #feet: OpenRow[][] = [];
  #group: OpenRow[] | null = null;
  #groupName = "tbody";
  #row: OpenRow | null = null;
  caption: Group | null = null;
  cellCount = 0;

  /** `css`: made of `display: table` blocks, not of table elements. */
  constructor(element: MarkupElement, css: boolean) {
    this.element = element;
    this.#css = css;
  }

  /** A `thead`, `tbody` or `tfoot` begins; feet are shown last, wherever they stand. */
  openRowGroup(name: string): void {
    this.#group = [];
    this.#groupName = name;
    (name === "tfoot" ? this.#feet : this.#groups).push(this.#group);
  }

  closeRowGroup(): void {
    this.#group = null;
    this.#groupName = "tbody";
  }

  openRow(flat: boolean): void {
    if (this.#group === null) this.openRowGroup("tbody");
    this.#row = { cells: [], spacer: false, flat, group: this.#groupName };
    this.#group?.push(this.#row);
  }

  closeRow(): void {
    const row = this.#row;
    if (row !== null) row.spacer = row.flat && row.cells.every((cell) => cell.content.weight.ink === 0);
    this.#row = null;
  }

  get inRow(): boolean {
    return this.#row !== null;
  }

  addCell(content: Group): void {
    const { element } = content;
    this.cellCount++;
    this.#row?.cells.push({
      element,
      content,
      header: element.name === "th",
      colspan: attribute(element, "colspan"),
      rowspan: attribute(element, "rowspan"),
    });
  }

  /** The table as data, or as a plain group of its cells' content when it only arranges the page. */
  close(limit: number): ReadTable {
    const read = this.#decide([...this.#groups, ...this.#feet], this.caption, limit);
    return { draft: read.draft, grids: read.grids };
  }

  #decide(groups: readonly (readonly OpenRow[])[], caption: Group | null, limit: number): ReadTable {
    const rows = groups.flat();
    const whole = openGroup(this.element);
    if (caption !== null) addWeight(whole.weight, caption.weight);
    for (const row of rows) for (const cell of row.cells) addWeight(whole.weight, cell.content.weight);
    if (isScaffold(this.element, rows, whole)) {
      if (caption !== null) whole.drafts.push(caption);
      for (const row of rows) for (const cell of row.cells) if (cell.content.weight.ink > 0) whole.drafts.push(cell.content);
      return { draft: whole, grids: [] };
    }
    const article = rows.findIndex((row) => isArticle(row, whole));
    if (article !== -1) return this.#part(rows, article, whole, { caption, limit });
    const grid = formGrid(groups, limit);
    whole.weight.tables++;
    whole.weight.tableInk = whole.weight.ink - whole.weight.linkInk;
    return { draft: this.#draft(grid, whole, { caption, header: headerRows(rows.filter((row) => !row.spacer && row.cells.length > 0)) }), grids: [grid] };
  }

  /** A page whose record, article and foot are rows of one table: the rows before and after the article are tables of their own. */
  #part(rows: readonly OpenRow[], article: number, whole: Group, { caption, limit }: { caption: Group | null; limit: number }): ReadTable {
    const before = this.#decide([rows.slice(0, article)], caption, limit);
    const after = this.#decide([rows.slice(article + 1)], null, limit);
    const body = (rows[article]?.cells ?? []).map((cell) => cell.content);
    addAll(whole.drafts, [before.draft, ...body, after.draft].filter((draft) => draft.weight.ink > 0));
    whole.weight.tables += before.draft.weight.tables + after.draft.weight.tables;
    return { draft: whole, grids: [...before.grids, ...after.grids] };
  }

  #draft(grid: Grid<OpenCell>, whole: Group, { caption, header }: { caption: Group | null; header: number }): TableDraft {
    const cells = grid.cells
      .map(({ cell, ...at }): CellDraft => ({ ...at, element: cell.element, content: cell.content, header: cell.header }))
      .sort((a, b) => a.r0 - b.r0 || a.c0 - b.c0);
    return {
      kind: "table",
      element: this.element,
      caption,
      rows: grid.rows,
      columns: grid.columns,
      cells,
      missing: grid.missing,
      headerRows: Math.min(header, grid.rows),
      method: this.#css ? "repeated-blocks" : "markup",
      confidence: (this.#css ? 0.9 : 1) * (grid.overlaps ? 0.7 : 1) * (grid.shortRows > 0 ? 0.9 : 1),
      weight: whole.weight,
    };
  }
}

/** Whether the one cell of a row holds half of the table or more: an article, not a record. */
function isArticle(row: OpenRow, { weight }: Group): boolean {
  const [cell] = row.cells;
  if (cell === undefined || row.cells.length > 1) return false;
  const { ink, paragraphs, tables, prose } = cell.content.weight;
  return ink >= weight.ink * 0.5 && prose && (paragraphs >= 6 || tables > 0);
}

/** Leading rows that stand in `thead` or hold nothing but `th`. */
function headerRows(rows: readonly OpenRow[]): number {
  const body = rows.findIndex((row) => row.group !== "thead" && !row.cells.every((cell) => cell.header));
  return body === -1 ? rows.length : body;
}

/**
 * Whether a table only arranges the page: it says so, its one filled cell holds more than a few words, it is a single column with running matter in it,
 * or nearly all of its text stands in nested tables or in one or two cells with many paragraphs.
 */
function isScaffold(element: MarkupElement, rows: readonly OpenRow[], whole: Group): boolean {
  const role = attribute(element, "role");
  if (role === "presentation" || role === "none") return true;
  const filled = rows.flatMap((row) => row.cells).filter((cell) => cell.content.weight.ink > 0);
  const { ink, links, linkInk, paragraphs, tables } = whole.weight;
  if (filled.length === 0) return true;
  if (filled.length === 1) return tables > 0 || paragraphs > 1 || ink > 100;
  if (links >= 3 && linkInk >= ink * 0.8 && !whole.weight.files) return true;
  if (inkOf(filled.filter((cell) => cell.content.weight.tables > 0)) >= ink * 0.9) return true;
  const long = filled.filter((cell) => cell.content.weight.tables > 0 || cell.content.weight.paragraphs >= 5);
  const declared = filled.some((cell) => cell.header) || Number(attribute(element, "border") ?? "0") > 0;
  const oneColumn = rows.every((row) => row.cells.length <= 1);
  if (oneColumn) return long.length > 0;
  return !declared && filled.length <= 3 && inkOf(long) >= ink * 0.8;
}

function inkOf(cells: readonly OpenCell[]): number {
  return cells.reduce((sum, cell) => sum + cell.content.weight.ink, 0);
}
