/** Writes paragraphs, tables and furniture as the one text of a document, with blocks and page places that point into it. */
import type { Block, Cell, Doubt, Paragraph, Table } from "../../model/document.ts";
import { hull, type Box, type Fragment, type Span } from "../../model/position.ts";
import { atOnce, mapInSteps, type Steps } from "../../model/steps.ts";
import type { SetAside } from "./page.ts";
import type { JoinedCell, JoinedTable } from "./join.ts";
import { extentsOf } from "./extents.ts";
import { hundredths } from "./hundredths.ts";
import { isChinese, parted, type Line } from "./lines.ts";
import type { ParagraphDraft } from "./paragraphs.ts";
import { addFurniture } from "../furniture-block.ts";
import type { Written } from "../written.ts";

/** Collects the text of a document. */
export class DocumentWriter {
  readonly #source: number;
  readonly #marked: boolean;
  readonly #parts: string[] = [];
  readonly #fragments: Fragment[] = [];
  readonly #blocks: Block[] = [];
  readonly #doubts: Doubt[] = [];
  #length = 0;

  /** `marked`: fragments keep where each of their characters stands. */
  constructor(source: number, marked = false) {
    this.#source = source;
    this.#marked = marked;
  }

  finish(): Omit<Written, "links"> {
    const written = { text: this.#parts.join(""), blocks: this.#blocks, fragments: this.#fragments };
    return this.#doubts.length === 0 ? written : { ...written, doubts: this.#doubts };
  }

  paragraph(draft: ParagraphDraft, breakBefore: boolean): void {
    this.#blocks.push(this.#paragraph(draft, breakBefore));
  }

  *table(table: JoinedTable): Steps<void> {
    this.#blocks.push(yield* this.#table(table));
  }

  furniture({ line, rule }: SetAside): void {
    const { span } = this.#paragraph({ lines: [line], align: null, full: false, fresh: false }, false);
    addFurniture(this.#blocks, span, rule);
  }

  *#table(table: JoinedTable): Steps<Table> {
    const before = this.#length === 0 ? 0 : this.#length + 1;
    const cells = yield* mapInSteps(table.cells, (cell) => this.#cell(cell, before));
    return {
      kind: "table",
      span: { start: before, end: Math.max(before, this.#length) },
      rows: table.rows,
      columns: table.columns,
      cells,
      missing: table.missing,
      headerRows: table.headerRows,
      caption: null,
      parts: table.parts.map((part) => ({ ...part, bbox: rounded(part.bbox) })),
      method: table.method,
      confidence: table.confidence,
      place: table.parts.map(({ page, bbox }) => ({ source: this.#source, kind: "page" as const, page, bbox: rounded(bbox) })),
    };
  }

  #cell({ r0, r1, c0, c1, header, paragraphs, nested }: JoinedCell, before: number): Cell {
    const blocks: Block[] = paragraphs.map((paragraph) => this.#paragraph(paragraph, false));
    for (const inner of nested) blocks.push(atOnce(this.#table(inner)));
    const empty = Math.max(before, this.#length);
    const span = hull(blocks.map((block) => block.span)) ?? { start: empty, end: empty };
    return { r0, r1, c0, c1, span, blocks, header };
  }

  #paragraph({ lines, align }: ParagraphDraft, breakBefore: boolean): Paragraph {
    if (this.#length > 0) this.#put("\n");
    const start = this.#length;
    const bold: Span[] = [];
    for (const [i, line] of lines.entries()) {
      const next = lines[i + 1];
      this.#line(line, next !== undefined && needsBlank(line, next), bold);
    }
    return { kind: "paragraph", span: { start, end: this.#length }, label: null, level: null, align, bold, breakBefore };
  }

  #line(line: Line, blankAfter: boolean, bold: Span[]): void {
    const start = this.#length;
    this.#put(blankAfter ? `${line.text} ` : line.text);
    for (const doubt of line.doubts ?? []) this.#doubts.push({ ...doubt, start: start + doubt.start, end: start + doubt.end });
    const last = line.pieces.length - 1;
    const extents = this.#marked ? extentsOf(line) : null;
    for (const [i, piece] of line.pieces.entries()) {
      const span = { start: start + piece.start, end: i === last ? this.#length : start + piece.end };
      const place = { source: this.#source, kind: "page", page: line.page, bbox: rounded(piece.box) } as const;
      this.#fragments.push(extents === null ? { span, place } : { span, place, advances: { axis: extents.axis, ends: extents.ends.slice(2 * piece.start, 2 * (span.end - start)) } });
      if (!piece.bold) continue;
      const before = bold.at(-1);
      if (before?.end === span.start) bold[bold.length - 1] = { start: before.start, end: span.end };
      else bold.push(span);
    }
  }

  #put(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}

/** Latin words that a line end parts need their blank back; in Chinese lines a number may break anywhere. */
function needsBlank(line: Line, next: Line): boolean {
  const before = line.text.at(-1) ?? "";
  const after = next.text.at(0) ?? "";
  if (/[,;:.!?]/u.test(before) && !isChinese(line.text) && !isChinese(next.text)) return true;
  if (!parted(before, after)) return false;
  return !(/\d/u.test(before) && /\d/u.test(after) && (isChinese(line.text) || isChinese(next.text)));
}

/** Hundredths of a point. */
export function rounded([left, top, right, bottom]: Box): Box {
  return [hundredths(left), hundredths(top), hundredths(right), hundredths(bottom)];
}
