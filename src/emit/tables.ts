/** Every table of a document as its reader saw it, before any meaning: the output of `fengong tables`. */
import { z } from "zod";
import type { Block, Cell, NoticeDocument, Paragraph, Table } from "../model/document.ts";
import { diagnosticSchema, placeSchema, type Diagnostic } from "../model/notice.ts";
import type { Place, Span } from "../model/position.ts";
import { defaultLimits, diagnose } from "../model/context.ts";
import { firstOf, weigh } from "../model/size.ts";
import { cellText, paragraphsOf, placesOf } from "../model/quote.ts";
import { parserVersion, schemaVersion } from "../model/version.ts";

const index = z.int().min(0);
const places = z.array(placeSchema);

const paragraphViewSchema = z
  .strictObject({
    label: z
      .strictObject({ text: z.string().describe("As shown: 一、, （二）."), level: index.describe("Nesting level of the list, outermost 0.") })
      .nullable()
      .describe("Automatic number that the file computes; not part of text."),
    text: z.string(),
    place: places,
  })
  .meta({ id: "TableParagraph", description: "A paragraph of a cell or a caption." });

const cellViewSchema = z
  .strictObject({
    r0: index.describe("First row, from 0."),
    r1: index.describe("Row after the last, so that rows are [r0, r1)."),
    c0: index.describe("First column, from 0."),
    c1: index.describe("Column after the last."),
    header: z.boolean().describe("The markup declares it a header cell."),
    text: z.string().describe("As a person sees it: paragraphs, one a line, automatic numbers in front, nested tables included."),
    paragraphs: z.array(paragraphViewSchema).describe("The same in parts, without those of nested tables."),
    tables: z.array(index).describe("Indices of the tables that stand in this cell."),
    place: places,
  })
  .meta({ id: "TableCell", description: "A cell with half-open grid positions." });

const tableViewSchema = z
  .strictObject({
    index: index.describe("Position in tables."),
    parent: z.strictObject({ table: index, row: index, column: index }).nullable().describe("The cell it is nested in, by its first slot."),
    caption: paragraphViewSchema.nullable(),
    rows: index,
    columns: index,
    headerRows: index.describe("Leading rows that the markup itself declares as header."),
    method: z.enum(["markup", "ruled", "part-ruled", "unruled", "aligned-text", "repeated-blocks"]).describe("How the grid was found."),
    confidence: z.number().min(0).max(1).describe("How sure the reader is of the grid."),
    parts: z
      .array(
        z.strictObject({
          rows: z.tuple([index, index]).describe("Half-open."),
          page: z.int().min(1).nullable(),
          bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable().describe("Left, top, right, bottom in points."),
        }),
      )
      .describe("The pieces it was joined from, one, or one a page."),
    missing: z.array(z.strictObject({ row: index, column: index })).describe("Slots that no cell covers: not the same as an empty cell."),
    place: places,
    cells: z.array(cellViewSchema).describe("In reading order."),
  })
  .meta({ id: "Table", description: "A table as the reader saw it." });

/** The answer of `fengong tables`. */
export const tablesResultSchema = z
  .strictObject({
    schemaVersion: z.string().describe("Semantic version of this contract."),
    status: z.enum(["success", "empty", "failed"]).describe("empty: readable, no table; failed: nothing readable."),
    parser: z.strictObject({ name: z.literal("fengong"), version: z.string() }),
    source: z.strictObject({ name: z.string(), format: z.string().nullable().describe("html, docx, pdf …, by content; null when not recognised.") }),
    tables: z.array(tableViewSchema).describe("In reading order; a nested table follows the table it stands in."),
    diagnostics: z.array(diagnosticSchema),
  })
  .meta({ id: "TablesResult", title: "fengong TablesResult", description: "The tables of a file as the reader saw them." });

export type TablesResult = z.infer<typeof tablesResultSchema>;
export type TableView = z.infer<typeof tableViewSchema>;
type CellView = z.infer<typeof cellViewSchema>;
type ParagraphView = z.infer<typeof paragraphViewSchema>;

/** What the reader made of one file: its name and format, and the document unless nothing was readable. */
export interface TablesInput {
  readonly name: string;
  readonly format: string | null;
  readonly document: NoticeDocument | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Most characters of all tables, about. */
  readonly limit?: number;
}

/** Shows the tables of a document as plain data. */
export function viewTables({ name, format, document, diagnostics, limit = defaultLimits.resultCharacters }: TablesInput): TablesResult {
  const all = document === null ? [] : collect(document);
  const tables = firstOf(all, limit, weigh);
  const left = all.length - tables.length;
  return {
    schemaVersion,
    status: document === null ? "failed" : tables.length === 0 ? "empty" : "success",
    parser: { name: "fengong", version: parserVersion },
    source: { name, format },
    tables,
    diagnostics: left === 0 ? [...diagnostics] : [...diagnostics, diagnose("limit/result", { params: { limit: String(limit), shortened: "0", left: String(left) } })],
  };
}

function collect(document: NoticeDocument): TableView[] {
  const found: TableView[] = [];

  const add = (table: Table, parent: TableView["parent"]): number => {
    const position = found.length;
    const cells: CellView[] = [];
    found.push({
      index: position,
      parent,
      caption: table.caption === null ? null : viewParagraph(document, table.caption),
      rows: table.rows,
      columns: table.columns,
      headerRows: table.headerRows,
      method: table.method,
      confidence: table.confidence,
      parts: table.parts.map(({ rows, page, bbox }) => ({ rows: [rows[0], rows[1]], page, bbox })),
      missing: table.missing.map(({ row, column }) => ({ row, column })),
      place: copyPlaces(table.place),
      cells,
    });
    for (const cell of table.cells) {
      const nested = cell.blocks.filter((block) => block.kind === "table");
      const at = { table: position, row: cell.r0, column: cell.c0 };
      cells.push(viewCell(document, cell, nested.map((inner) => add(inner, at))));
    }
    return position;
  };

  for (const table of topTables(document.blocks)) add(table, null);
  return found;
}

function topTables(blocks: readonly Block[]): Table[] {
  return blocks.filter((block) => block.kind === "table");
}

function viewCell(document: NoticeDocument, cell: Cell, tables: number[]): CellView {
  const all = paragraphsOf(cell.blocks);
  return {
    r0: cell.r0,
    r1: cell.r1,
    c0: cell.c0,
    c1: cell.c1,
    header: cell.header,
    text: cellText(document, cell),
    paragraphs: cell.blocks.filter((block) => block.kind === "paragraph").map((paragraph) => viewParagraph(document, paragraph)),
    tables,
    place: placesOf(document, all.map((paragraph) => paragraph.span)),
  };
}

function viewParagraph(document: NoticeDocument, paragraph: Paragraph): ParagraphView {
  const { label, span } = paragraph;
  return {
    label: label === null ? null : { text: label.text, level: label.level },
    text: wordsAt(document, span),
    place: placesOf(document, [span]),
  };
}

function wordsAt(document: NoticeDocument, { start, end }: Span): string {
  return document.text.slice(start, end);
}

function copyPlaces(list: readonly Place[]): Place[] {
  return list.map((place) => ({ ...place }));
}
