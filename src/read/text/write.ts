/** Writes the parts of a plain text as the one text of a document, with blocks and fragments that point into it. */
import type { Block, Cell, Paragraph, Table } from "../../model/document.ts";
import type { Fragment, Span } from "../../model/position.ts";
import type { Words } from "./lines.ts";
import type { ProseDraft } from "./prose.ts";
import type { TableDraft } from "./table.ts";
import type { Written } from "../written.ts";

/** The path of places in a plain text: the text as a whole, offsets count UTF-16 units of the decoded file. */
export const wholeText = "/";

/** Collects blocks in reading order. */
export class TextWriter {
  readonly #file: string;
  readonly #source: number;
  readonly #paged: boolean;
  readonly #parts: string[] = [];
  readonly #fragments: Fragment[] = [];
  readonly #blocks: Block[] = [];
  #length = 0;

  constructor(file: string, source: number, paged: boolean) {
    this.#file = file;
    this.#source = source;
    this.#paged = paged;
  }

  written(): Omit<Written, "links"> {
    return { text: this.#parts.join(""), blocks: this.#blocks, fragments: this.#fragments };
  }

  paragraph({ words, align, rule }: ProseDraft): void {
    if (rule === null) this.#blocks.push({ ...this.#paragraph(words), align });
    else this.furniture([words], rule);
  }

  furniture(lines: readonly Words[], rule: string): void {
    const spans = lines.filter((words) => words.length > 0).map((words) => this.#paragraph(words).span);
    const [first] = spans;
    const last = spans.at(-1);
    if (first !== undefined && last !== undefined) this.#blocks.push({ kind: "furniture", span: { start: first.start, end: last.end }, rule });
  }

  table(draft: TableDraft, range: Span): void {
    // A table without words puts nothing behind the text so far, no line end either.
    const silent = draft.cells.every(({ cell }) => cell.length === 0);
    const before = this.#length === 0 || silent ? this.#length : this.#length + 1;
    const cells = draft.cells.map(({ cell, ...slots }): Cell => {
      const blocks = cell.map((words) => this.#paragraph(words));
      const here = Math.max(this.#length, before);
      const span = { start: blocks[0]?.span.start ?? here, end: blocks.at(-1)?.span.end ?? here };
      return { ...slots, span, blocks, header: false };
    });
    const table: Table = {
      kind: "table",
      span: { start: before, end: Math.max(this.#length, before) },
      rows: draft.rows,
      columns: draft.columns,
      cells,
      missing: draft.missing,
      headerRows: 0,
      caption: null,
      parts: draft.parts.map(({ rows, page }) => ({ rows, page: this.#paged ? page + 1 : null, bbox: null })),
      method: "aligned-text",
      confidence: draft.confidence,
      place: [{ source: this.#source, kind: "element", path: wholeText, start: range.start, end: range.end }],
    };
    this.#blocks.push(table);
  }

  #paragraph(words: Words): Paragraph {
    if (this.#length > 0) this.#put("\n");
    const start = this.#length;
    for (const span of words) this.#copy(span);
    return { kind: "paragraph", span: { start, end: this.#length }, label: null, level: null, align: null, bold: [], breakBefore: false };
  }

  #copy({ start, end }: Span): void {
    const span = { start: this.#length, end: this.#length + end - start };
    this.#put(this.#file.slice(start, end));
    this.#fragments.push({ span, place: { source: this.#source, kind: "element", path: wholeText, start, end } });
  }

  #put(string: string): void {
    this.#parts.push(string);
    this.#length += string.length;
  }
}
