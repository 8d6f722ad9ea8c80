/** Writes laid out sheets as the one text of a document, with blocks and fragments that point into it. */
import type { Block, Cell, Paragraph, Table } from "../../model/document.ts";
import type { Fragment, Place, Span } from "../../model/position.ts";
import type { Written } from "../written.ts";
import type { Draft, TableDraft } from "./layout.ts";
import { pathOf, placeOf, type CellRun, type Floating } from "./sheet.ts";
import type { SeenCell } from "./visible.ts";
import { addAll } from "../../model/add-all.ts";

/** Collects the blocks of all sheets in order. */
export class SheetWriter {
  readonly #source: number;
  readonly #parts: string[] = [];
  readonly #fragments: Fragment[] = [];
  readonly #blocks: Block[] = [];
  readonly #room: number;
  #length = 0;
  #full = false;

  /** A writer for at most `room` characters. */
  constructor(source: number, room: number) {
    this.#source = source;
    this.#room = room;
  }

  /** Whether words were left out because there was no room for them. */
  get full(): boolean {
    return this.#full;
  }

  written(): Written {
    return { text: this.#parts.join(""), blocks: this.#blocks, fragments: this.#fragments, links: [] };
  }

  /** The drafts of one sheet, whose part begins the paths of its cells. */
  sheet(drafts: readonly Draft[], part: string): void {
    for (const draft of drafts) {
      if (draft.kind === "table") this.#blocks.push(this.#table(draft, part));
      else addAll(this.#blocks, this.#lines(draft.cell, part));
    }
  }

  /** The words of a text box. */
  box({ text, path }: Floating): void {
    addAll(this.#blocks, this.#paragraphs([{ text, bold: false, struck: false }], null, path));
  }

  #table(draft: TableDraft, part: string): Table {
    const before = this.#length === 0 ? 0 : this.#length + 1;
    const cells = draft.cells.map(({ source, ...slots }): Cell => {
      const blocks = source === null ? [] : this.#lines(source, part);
      const here = Math.max(this.#length, before);
      return { ...slots, span: { start: blocks[0]?.span.start ?? here, end: blocks.at(-1)?.span.end ?? here }, blocks, header: false };
    });
    return {
      kind: "table",
      span: { start: before, end: Math.max(this.#length, before) },
      rows: draft.rows,
      columns: draft.columns,
      cells,
      missing: [],
      headerRows: 0,
      caption: null,
      parts: [{ rows: [0, draft.rows], page: null, bbox: null }],
      method: "markup",
      confidence: 1,
      place: [placeOf(this.#source, part, draft.first)],
    };
  }

  #lines(cell: SeenCell, part: string): Paragraph[] {
    return this.#paragraphs(cell.runs, cell.align, pathOf(part, cell.row, cell.column));
  }

  /** One paragraph a line with words; white space at its ends is layout. */
  #paragraphs(runs: readonly CellRun[], align: Paragraph["align"], path: string): Paragraph[] {
    const length = runs.reduce((sum, { text }) => sum + text.length, 0);
    this.#full ||= this.#length + length > this.#room;
    if (this.#full) return [];
    return linesOf(runs).map((line): Paragraph => {
      if (this.#length > 0) this.#put("\n");
      const start = this.#length;
      const bold: Span[] = [];
      for (const piece of line) this.#piece(piece, path, bold);
      return { kind: "paragraph", span: { start, end: this.#length }, label: null, level: null, align, bold, breakBefore: false };
    });
  }

  #piece({ text, offset, bold: heavy }: LinePiece, path: string, bold: Span[]): void {
    const span = { start: this.#length, end: this.#length + text.length };
    this.#put(text);
    this.#fragment(span, path, offset);
    if (!heavy) return;
    const last = bold.at(-1);
    if (last?.end === span.start) bold[bold.length - 1] = { start: last.start, end: span.end };
    else bold.push(span);
  }

  #fragment(span: Span, path: string, start: number): void {
    const last = this.#fragments.at(-1);
    const end = start + span.end - span.start;
    const place = (from: number): Place => ({ source: this.#source, kind: "element", path, start: from, end });
    if (last?.place.kind === "element" && last.span.end === span.start && last.place.path === path && last.place.end === start) {
      this.#fragments[this.#fragments.length - 1] = { span: { start: last.span.start, end: span.end }, place: place(last.place.start ?? start) };
    } else this.#fragments.push({ span, place: place(start) });
  }

  #put(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}

/** A stretch of one line; `offset` counts in the whole text of the cell. */
interface LinePiece {
  readonly text: string;
  readonly offset: number;
  readonly bold: boolean;
}

const blank = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/u;

/** The lines of a cell without those that show nothing. */
function linesOf(runs: readonly CellRun[]): LinePiece[][] {
  const [only] = runs;
  if (only !== undefined && runs.length === 1 && !lineEnd.test(only.text)) return only.struck ? [] : lineOf(only);
  const lines: LinePiece[][] = [[]];
  let at = 0;
  for (const { text, bold, struck } of runs) {
    let start = 0;
    for (const { index, 0: mark } of text.matchAll(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu)) {
      if (!struck) lines.at(-1)?.push({ text: text.slice(start, index), offset: at + start, bold });
      start = index + mark.length;
      lines.push([]);
    }
    if (!struck) lines.at(-1)?.push({ text: text.slice(start), offset: at + start, bold });
    at += text.length;
  }
  return lines.map(trimmed).filter((line) => line.length > 0);
}

const lineEnd = /[\n\r\v\f\u0085\u2028\u2029]/u;

/** The one line of a cell that has no more. */
function lineOf({ text, bold }: CellRun): LinePiece[][] {
  let [start, end] = [0, text.length];
  while (start < end && blank.test(text.charAt(start))) start++;
  while (end > start && blank.test(text.charAt(end - 1))) end--;
  return start === end ? [] : [[{ text: text.slice(start, end), offset: start, bold }]];
}

function trimmed(line: readonly LinePiece[]): LinePiece[] {
  const pieces = [...line];
  for (let first = pieces[0]; first !== undefined; first = pieces[0]) {
    let start = 0;
    while (start < first.text.length && blank.test(first.text.charAt(start))) start++;
    if (start < first.text.length) {
      pieces[0] = { ...first, text: first.text.slice(start), offset: first.offset + start };
      break;
    }
    pieces.shift();
  }
  for (let last = pieces.at(-1); last !== undefined; last = pieces.at(-1)) {
    let end = last.text.length;
    while (end > 0 && blank.test(last.text.charAt(end - 1))) end--;
    if (end > 0) {
      pieces[pieces.length - 1] = { ...last, text: last.text.slice(0, end) };
      break;
    }
    pieces.pop();
  }
  return pieces;
}
