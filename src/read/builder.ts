/**
 * Builds the document that a reader makes of a file: the one text, the blocks that point into it, and the way back to the file.
 *
 *     builder.paragraph({ level: 1 }).run("一、总体要求", { path: "/body/h2[1]", start: 0 }).end();
 *     builder.table({ rows, columns, cells, place }, (cell) => builder.paragraph().run(cell.text, cell.place).end());
 *     builder.furniture("page-number", () => builder.paragraph().run("- 1 -", place).end());
 *
 * What is written while a cell, a caption or furniture is open belongs to it. Line feeds between paragraphs, spans of blocks and cells, runs that go
 * on where the last one ended: all that is the builder's.
 */
import type { Block, Cell, Doubt, Link, NoticeDocument, Paragraph, Table } from "../model/document.ts";
import type { Advances, Box, Fragment, Place, Span } from "../model/position.ts";
import { atOnce, mapInSteps, type Steps } from "../model/steps.ts";

/** The parts of a document that writing gives: the one text, and what points into it. */
export type Written = Pick<NoticeDocument, "text" | "blocks" | "fragments" | "links" | "doubts">;

/** What a paragraph is, beside its words. */
export type Look = Partial<Pick<Paragraph, "label" | "level" | "align" | "breakBefore">>;

/** Where a run stands in the file: in an element from an offset in its text, or in a box of a page. */
export type RunPlace = { readonly path: string; readonly start: number; } | { readonly page: number; readonly bbox: Box; readonly advances?: Advances };

/** How a run looks, and where it leads. */
export interface RunLook {
  readonly bold?: boolean;
  readonly link?: string | null;
}

/** Where a cell stands in its table; rows and columns are half-open. */
export interface Slots {
  readonly r0: number;
  readonly r1: number;
  readonly c0: number;
  readonly c1: number;
  readonly header?: boolean;
}

/** A table before its cells are written. What is left out is as in a whole table of markup. */
export interface Shape<C extends Slots> extends Pick<Table, "rows" | "columns" | "place">, Partial<Pick<Table, "missing" | "headerRows" | "parts" | "method" | "confidence">> {
  /** In reading order. */
  readonly cells: readonly C[];
  /** No cell has words: then no line feed parts it from the text before. */
  readonly wordless?: boolean;
  /** Writes the caption, before the cells. */
  readonly caption?: () => void;
}

/** Takes the words of a file in reading order. */
export class DocumentBuilder {
  readonly #source: number;
  readonly #parts: string[] = [];
  readonly #fragments: Fragment[] = [];
  readonly #links: Link[] = [];
  readonly #doubts: Doubt[] = [];
  /** Of what is open now: the document, a cell, a caption, furniture. */
  #blocks: Block[] = [];
  #length = 0;
  /** A paragraph stands before; it may be empty. */
  #begun = false;
  #open: { readonly look: Look; readonly start: number; readonly bold: Span[] } = { look: {}, start: 0, bold: [] };

  constructor(source: number) {
    this.#source = source;
  }

  /** Characters that were written so far. */
  get length(): number {
    return this.#length;
  }

  /** The document. */
  written(): Written {
    const written = { text: this.#parts.join(""), blocks: this.#blocks, fragments: this.#fragments, links: this.#links };
    return this.#doubts.length === 0 ? written : { ...written, doubts: this.#doubts };
  }

  /** Begins a paragraph. */
  paragraph(look: Look = {}): this {
    if (this.#begun) this.#put("\n");
    this.#begun = true;
    this.#open = { look, start: this.#length, bold: [] };
    return this;
  }

  /** Goes on with it. `place` is null for words that the reader makes. */
  run(text: string, place: RunPlace | null, { bold = false, link = null }: RunLook = {}): this {
    const span = { start: this.#length, end: this.#length + text.length };
    this.#put(text);
    if (place !== null) this.#place(span, place);
    if (bold) extend(this.#open.bold, span);
    if (link !== null) this.#link(span, link);
    return this;
  }

  /** Says which characters of what comes next a program was not sure of. */
  doubt(doubts: readonly Doubt[]): this {
    for (const doubt of doubts) this.#doubts.push({ ...doubt, start: this.#length + doubt.start, end: this.#length + doubt.end });
    return this;
  }

  /** Ends it. */
  end(): void {
    const { look: { label = null, level = null, align = null, breakBefore = false }, start, bold } = this.#open;
    this.#blocks.push({ kind: "paragraph", span: { start, end: this.#length }, label, level, align, bold, breakBefore });
  }

  /** A table, whose cells are filled in order. */
  table<C extends Slots>(shape: Shape<C>, fill: (cell: C) => void): void {
    atOnce(this.tableInSteps(shape, fill));
  }

  /** The same with places to rest. */
  *tableInSteps<C extends Slots>({ rows, columns, cells, place, missing = [], headerRows = 0, parts = wholeTable(rows), method = "markup", confidence = 1, wordless = false, caption }: Shape<C>, fill: (cell: C) => void): Steps<void> {
    const before = this.#begun && !wordless ? this.#length + 1 : this.#length;
    const title = caption === undefined ? null : joined(this.#inside(caption));
    const filled = yield* mapInSteps(cells, (cell) => this.#cell(cell, before, fill));
    const span = { start: before, end: Math.max(before, this.#length) };
    this.#blocks.push({ kind: "table", span, rows, columns, cells: filled, missing, headerRows, caption: title, parts, method, confidence, place });
  }

  /** What belongs to the page, by the named rule; neighbours of one rule are one block. */
  furniture(rule: string, write: () => void): void {
    const inside = this.#inside(write);
    const [first, end] = [inside[0]?.span.start, inside.at(-1)?.span.end];
    if (first === undefined || end === undefined) return;
    const last = this.#blocks.at(-1);
    const goesOn = last?.kind === "furniture" && last.rule === rule;
    if (goesOn) this.#blocks.pop();
    this.#blocks.push({ kind: "furniture", span: { start: goesOn ? last.span.start : first, end }, rule });
  }

  /** The place of an element as a whole, or of a part of its text. */
  element(path: string, start: number | null = null, end: number | null = null): Place {
    return { source: this.#source, kind: "element", path, start, end };
  }

  #cell<C extends Slots>(cell: C, before: number, fill: (cell: C) => void): Cell {
    const { r0, r1, c0, c1, header = false } = cell;
    const blocks = this.#inside(() => {
      fill(cell);
    });
    const here = Math.max(this.#length, before);
    return { r0, r1, c0, c1, span: { start: blocks[0]?.span.start ?? here, end: blocks.at(-1)?.span.end ?? here }, blocks, header };
  }

  /** The blocks that `write` writes, apart from what is open. */
  #inside(write: () => void): Block[] {
    const outside = this.#blocks;
    const inside: Block[] = [];
    this.#blocks = inside;
    write();
    this.#blocks = outside;
    return inside;
  }

  #place(span: Span, place: RunPlace): void {
    if ("page" in place) {
      const { page, bbox, advances } = place;
      const fragment = { span, place: { source: this.#source, kind: "page", page, bbox } } as const;
      this.#fragments.push(advances === undefined ? fragment : { ...fragment, advances });
      return;
    }
    const { path, start } = place;
    const end = start + span.end - span.start;
    const last = this.#fragments.at(-1);
    const goesOn = last?.place.kind === "element" && last.span.end === span.start && last.place.path === path && last.place.end === start;
    if (goesOn) this.#fragments[this.#fragments.length - 1] = { span: { start: last.span.start, end: span.end }, place: { ...last.place, end } };
    else this.#fragments.push({ span, place: this.element(path, start, end) });
  }

  #link(span: Span, target: string): void {
    const last = this.#links.at(-1);
    if (last?.target === target && last.span.end === span.start) this.#links[this.#links.length - 1] = { span: { start: last.span.start, end: span.end }, target };
    else this.#links.push({ span, target });
  }

  #put(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}

function wholeTable(rows: number): Table["parts"] {
  return [{ rows: [0, rows], page: null, bbox: null }];
}

/** The paragraphs of a caption as one. */
function joined(blocks: readonly Block[]): Paragraph | null {
  const paragraphs = blocks.filter((block) => block.kind === "paragraph");
  const [first] = paragraphs;
  const last = paragraphs.at(-1);
  return first === undefined || last === undefined ? null : { ...first, span: { start: first.span.start, end: last.span.end }, bold: paragraphs.flatMap(({ bold }) => bold) };
}

function extend(spans: Span[], span: Span): void {
  const last = spans.at(-1);
  if (last?.end === span.start) spans[spans.length - 1] = { start: last.start, end: span.end };
  else spans.push(span);
}
