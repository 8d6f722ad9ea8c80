/** Builds documents for tests from plain arrays, as a reader would give them. */
import type { Block, Cell, Link, MetaValue, NoticeDocument, Paragraph, Table } from "../../src/model/document.ts";
import type { Fragment, Span } from "../../src/model/position.ts";

/** A paragraph; `text` may hold line feeds. `bold` makes all of it bold. */
export interface ParagraphSketch {
  readonly text: string;
  readonly align?: Paragraph["align"];
  readonly bold?: boolean;
  readonly level?: number;
  /** Automatic number. */
  readonly label?: string;
  readonly breakBefore?: boolean;
  /** Target of a link that all of the text carries. */
  readonly href?: string;
}

/** A cell: its text, one paragraph a line, or text with spans. Merged slots are left out of the row, as in HTML. */
export type CellSketch = string | { readonly text: string; readonly rows?: number; readonly columns?: number; readonly header?: boolean };

export type Sketch =
  | string
  | ParagraphSketch
  | { readonly table: readonly (readonly CellSketch[])[]; readonly headerRows?: number }
  | { readonly furniture: string; readonly rule?: string };

/** A document of these blocks. A plain string is a paragraph without hints; meta values are given by name. */
export function documentOf(sketches: readonly Sketch[], meta: Readonly<Record<string, string>> = {}): NoticeDocument {
  const page = new Page();
  const blocks = sketches.map((sketch, i) => page.block(sketch, `p[${i + 1}]`));
  const values = Object.entries(meta).map(
    ([name, content]): MetaValue => ({ name, content, place: { source: 0, kind: "element", path: `meta[${name}]`, start: null, end: null } }),
  );
  return { source: 0, text: page.text, blocks, fragments: page.fragments, meta: values, links: page.links, pages: null, charset: null };
}

/** The text as it grows. */
class Page {
  text = "";
  readonly fragments: Fragment[] = [];
  readonly links: Link[] = [];

  block(sketch: Sketch, path: string): Block {
    if (typeof sketch === "string") return this.paragraph({ text: sketch }, path);
    if ("table" in sketch) return this.table(sketch.table, sketch.headerRows ?? 0, path);
    if ("furniture" in sketch) return { kind: "furniture", span: this.write(sketch.furniture, path), rule: sketch.rule ?? "test" };
    return this.paragraph(sketch, path);
  }

  private paragraph({ text, align = null, bold = false, level, label, breakBefore = false, href }: ParagraphSketch, path: string): Paragraph {
    const span = this.write(text, path);
    if (href !== undefined) this.links.push({ span, target: href });
    return {
      kind: "paragraph",
      span,
      label: label === undefined ? null : { text: label, level: 0 },
      level: level ?? null,
      align,
      bold: bold ? [span] : [],
      breakBefore,
    };
  }

  private table(rows: readonly (readonly CellSketch[])[], headerRows: number, path: string): Table {
    const start = this.text.length === 0 ? 0 : this.text.length + 1;
    const taken = new Set<string>();
    const cells: Cell[] = [];
    let columns = 0;
    rows.forEach((row, r) => {
      let c = 0;
      row.forEach((sketch, i) => {
        while (taken.has(`${r},${c}`)) c++;
        const { text, rows: height = 1, columns: width = 1, header = false } = typeof sketch === "string" ? { text: sketch } : sketch;
        for (let y = r; y < r + height; y++) for (let x = c; x < c + width; x++) taken.add(`${y},${x}`);
        cells.push({ r0: r, r1: r + height, c0: c, c1: c + width, header, ...this.cell(text, `${path}/tr[${r + 1}]/td[${i + 1}]`) });
        c += width;
        columns = Math.max(columns, c);
      });
    });
    const span = { start, end: Math.max(start, this.text.length) };
    const missing = rows.flatMap((_, row) => [...Array(columns).keys()].filter((column) => !taken.has(`${row},${column}`)).map((column) => ({ row, column })));
    return {
      kind: "table",
      span,
      rows: rows.length,
      columns,
      cells,
      missing,
      headerRows,
      caption: null,
      parts: [{ rows: [0, rows.length], page: null, bbox: null }],
      method: "markup",
      confidence: 1,
      place: [{ source: 0, kind: "element", path, start: null, end: null }],
    };
  }

  private cell(text: string, path: string): Pick<Cell, "span" | "blocks"> {
    if (text === "") return { span: { start: this.text.length, end: this.text.length }, blocks: [] };
    const blocks = text.split("\n").map((line, i) => this.paragraph({ text: line }, `${path}/p[${i + 1}]`));
    return { span: { start: blocks[0]?.span.start ?? 0, end: this.text.length }, blocks };
  }

  /** Adds words, parted from what stands before by one line feed. */
  private write(text: string, path: string): Span {
    if (this.text !== "") this.text += "\n";
    const span = { start: this.text.length, end: this.text.length + text.length };
    this.text += text;
    if (text !== "") this.fragments.push({ span, place: { source: 0, kind: "element", path, start: 0, end: text.length } });
    return span;
  }
}
