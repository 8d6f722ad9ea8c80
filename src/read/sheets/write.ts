/** Writes laid out sheets as a document. */
import type { Paragraph } from "../../model/document.ts";
import { DocumentBuilder, type Written } from "../builder.ts";
import type { Draft, TableDraft } from "./layout.ts";
import { pathOf, type CellRun, type Floating } from "./sheet.ts";
import type { SeenCell } from "./visible.ts";

/** Collects the blocks of all sheets in order. */
export class SheetWriter {
  readonly #builder: DocumentBuilder;
  readonly #room: number;
  #full = false;

  /** A writer for at most `room` characters. */
  constructor(source: number, room: number) {
    this.#builder = new DocumentBuilder(source);
    this.#room = room;
  }

  /** Whether words were left out because there was no room for them. */
  get full(): boolean {
    return this.#full;
  }

  written(): Written {
    return this.#builder.written();
  }

  /** The drafts of one sheet, whose part begins the paths of its cells. */
  sheet(drafts: readonly Draft[], part: string): void {
    for (const [index, draft] of drafts.entries()) {
      if (draft.kind === "table") this.#table(draft, part);
      else if (index === 0 && isTitle(draft.cell)) this.#paragraphs(draft.cell.runs, "center", pathOf(part, draft.cell.row, draft.cell.column));
      else this.#lines(draft.cell, part);
    }
  }

  /** The words of a text box. */
  box({ text, path }: Floating): void {
    this.#paragraphs([{ text, bold: false, struck: false }], null, path);
  }

  #table({ rows, columns, cells, first }: TableDraft, part: string): void {
    this.#builder.table({ rows, columns, cells, place: [this.#builder.element(pathOf(part, first.row, first.column))] }, ({ source }) => {
      if (source !== null) this.#lines(source, part);
    });
  }

  #lines(cell: SeenCell, part: string): void {
    this.#paragraphs(cell.runs, cell.align, pathOf(part, cell.row, cell.column));
  }

  /** One paragraph a line with words; white space at its ends is layout. */
  #paragraphs(runs: readonly CellRun[], align: Paragraph["align"], path: string): void {
    this.#full ||= this.#builder.length + runs.reduce((sum, { text }) => sum + text.length, 0) > this.#room;
    if (this.#full) return;
    for (const line of linesOf(runs)) {
      this.#builder.paragraph({ align });
      for (const { text, offset, bold } of line) this.#builder.run(text, { path, start: offset }, { bold });
      this.#builder.end();
    }
  }
}

/** A cell over so many columns stands over a whole table. */
const overTable = 3;

/** The first words of a sheet that are merged over its table head it, whether their style centres them or not. */
function isTitle({ c0, c1, align, runs }: SeenCell): boolean {
  return align !== "right" && c1 - c0 >= overTable && !runs.some(({ text }) => /[:：]/u.test(text));
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
