/** Writes the pieces of a page as the one text of a document, with blocks, fragments and links that point into it. */
import type { Block, Cell, Link, Paragraph, Table } from "../../model/document.ts";
import type { Fragment, Span } from "../../model/position.ts";
import { addFurniture } from "../furniture-block.ts";
import type { Group, RawParagraph, Run, TableDraft } from "./drafts.ts";
import { layOut, type ParagraphPiece, type Piece } from "./furnish.ts";
import type { Range } from "./lines.ts";
import { attribute, type MarkupElement, type Paths } from "./markup.ts";
import type { Written } from "../written.ts";

/** Writes a page. `links` are the link elements by index. */
export function write(pieces: readonly Piece[], links: readonly MarkupElement[], paths: Paths, source: number): Written {
  return new Writer(links, paths, source).write(pieces);
}

class Writer {
  readonly #targets: readonly MarkupElement[];
  readonly #paths: Paths;
  readonly #source: number;
  readonly #parts: string[] = [];
  readonly #fragments: Fragment[] = [];
  readonly #links: Link[] = [];
  #length = 0;
  /** Where the next range of a raw paragraph goes on: a run and its offset in the paragraph's text. */
  #cursor: { readonly raw: RawParagraph | null; readonly index: number; readonly at: number } = { raw: null, index: 0, at: 0 };

  constructor(targets: readonly MarkupElement[], paths: Paths, source: number) {
    this.#targets = targets;
    this.#paths = paths;
    this.#source = source;
  }

  write(pieces: readonly Piece[]): Written {
    const blocks: Block[] = [];
    for (const piece of pieces) {
      if (piece.kind === "table") blocks.push(this.#table(piece));
      else if (piece.rule === null) blocks.push(this.#paragraph(piece));
      else addFurniture(blocks, this.#paragraph(piece).span, piece.rule);
    }
    return { text: this.#parts.join(""), blocks, fragments: this.#fragments, links: this.#links };
  }

  #paragraph({ raw, range }: ParagraphPiece): Paragraph {
    if (this.#length > 0) this.#put("\n");
    const start = this.#length;
    const bold: Span[] = [];
    this.#runs(raw, range, bold);
    const first = raw.text.slice(0, range[0]).trim() === "";
    return {
      kind: "paragraph",
      span: { start, end: this.#length },
      label: first && raw.label !== null && !startsWithNumber(raw.text.slice(...range)) ? raw.label : null,
      level: raw.level,
      align: raw.align,
      bold,
      breakBefore: first && raw.breakBefore,
    };
  }

  /** Writes the runs of a range. The ranges of a raw paragraph come in order, so that each goes on where the last ended. */
  #runs(raw: RawParagraph, [start, end]: Range, bold: Span[]): void {
    if (this.#cursor.raw !== raw || this.#cursor.at > start) this.#cursor = { raw, index: 0, at: 0 };
    let { index, at } = this.#cursor;
    for (; at < end; index++) {
      const run = raw.runs[index];
      if (run === undefined) break;
      const from = Math.max(start - at, 0);
      const to = Math.min(end - at, run.text.length);
      if (from < to) this.#run(run, from, to, raw.container, bold);
      if (at + run.text.length > end) break;
      at += run.text.length;
    }
    this.#cursor = { raw, index, at };
  }

  #run(run: Run, from: number, to: number, container: { readonly element: MarkupElement; readonly start: number }, bold: Span[]): void {
    const span = { start: this.#length, end: this.#length + to - from };
    this.#put(from === 0 && to === run.text.length ? run.text : run.text.slice(from, to));
    if (run.offset !== -1) this.#fragment(span, this.#paths.of(container.element), run.offset + from - container.start);
    if (run.bold) extend(bold, span);
    if (run.link !== -1) this.#link(run.link, span);
  }

  #fragment(span: Span, path: string, start: number): void {
    const last = this.#fragments.at(-1);
    const end = start + span.end - span.start;
    if (last?.place.kind === "element" && last.span.end === span.start && last.place.path === path && last.place.end === start) {
      const place = { ...last.place, end };
      this.#fragments[this.#fragments.length - 1] = { span: { start: last.span.start, end: span.end }, place };
    } else {
      this.#fragments.push({ span, place: { source: this.#source, kind: "element", path, start, end } });
    }
  }

  #link(index: number, span: Span): void {
    const element = this.#targets[index];
    const target = element === undefined ? "" : (attribute(element, "href") ?? "").trim();
    if (target === "" || target.startsWith("#") || /^javascript:/iu.test(target)) return;
    const last = this.#links.at(-1);
    if (last?.target === target && last.span.end === span.start) this.#links[this.#links.length - 1] = { span: { start: last.span.start, end: span.end }, target };
    else this.#links.push({ span, target });
  }

  #table(draft: TableDraft): Table {
    const before = this.#length === 0 ? 0 : this.#length + 1;
    const caption = draft.caption === null ? null : this.#caption(draft.caption);
    const cells = draft.cells.map((cell): Cell => {
      const blocks = this.#content(cell.content);
      const here = Math.max(this.#length, before);
      const span = { start: blocks[0]?.span.start ?? here, end: blocks.at(-1)?.span.end ?? here };
      return { r0: cell.r0, r1: cell.r1, c0: cell.c0, c1: cell.c1, span, blocks, header: cell.header };
    });
    return {
      kind: "table",
      span: { start: before, end: Math.max(this.#length, before) },
      rows: draft.rows,
      columns: draft.columns,
      cells,
      missing: draft.missing,
      headerRows: draft.headerRows,
      caption,
      parts: [{ rows: [0, draft.rows], page: null, bbox: null }],
      method: draft.method,
      confidence: draft.confidence,
      place: [{ source: this.#source, kind: "element", path: this.#paths.of(draft.element), start: null, end: null }],
    };
  }

  /** The paragraphs of a caption become one. */
  #caption(group: Group): Paragraph | null {
    const paragraphs = this.#content(group).filter((block) => block.kind === "paragraph");
    const [first] = paragraphs;
    const last = paragraphs.at(-1);
    if (first === undefined || last === undefined) return null;
    return { ...first, span: { start: first.span.start, end: last.span.end }, bold: paragraphs.flatMap((paragraph) => paragraph.bold) };
  }

  #content(group: Group): Block[] {
    return layOut(group).map((piece) => (piece.kind === "table" ? this.#table(piece) : this.#paragraph(piece)));
  }

  #put(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}

function extend(spans: Span[], span: Span): void {
  const last = spans.at(-1);
  if (last !== undefined && last.end === span.start) spans[spans.length - 1] = { start: last.start, end: span.end };
  else spans.push(span);
}

/** Text that brings its own number: the list shows none beside it. */
function startsWithNumber(text: string): boolean {
  return /^[（(]?[一二三四五六七八九十\d]{1,3}[、.．）)]/u.test(text);
}
