/**
 * What a reader makes of a file, whatever its format: one text, blocks that point into it, and the way back to the file.
 *
 * The text holds every character a person sees, in reading order. Paragraphs, cells and blocks are parted by one
 * line feed that belongs to none of them. White space that layout adds is gone; a line break inside a paragraph is a
 * line feed inside its span.
 */
import type { EngineIdentity } from "./ocr.ts";
import type { Place, Span, Fragment, Box } from "./position.ts";

/** One file, read. */
export interface NoticeDocument {
  /** Index of the file in `ParseResult.sources`. */
  readonly source: number;
  readonly text: string;
  /** In reading order; their spans ascend and do not overlap. */
  readonly blocks: readonly Block[];
  /** In the order of the text; every character that a person sees stands in exactly one. White space that a reader makes stands in none. */
  readonly fragments: readonly Fragment[];
  /** What the file says of itself without showing it: HTML meta elements, document properties. */
  readonly meta: readonly MetaValue[];
  /** Links whose words stand in the text. */
  readonly links: readonly Link[];
  /** Number of pages, null when the format has none. */
  readonly pages: number | null;
  /** The character encoding that was used, null when the format settles it. */
  readonly charset: string | null;
  /** Where the file itself says that it was fetched from, as web archives do; absent when it does not. */
  readonly uri?: string;
  /** The pages that were read, of formats that have places on them. */
  readonly sheets?: readonly Sheet[];
  /** What pages show beside their text, from readers that see it: only for pictures of a reading, never for its meaning. */
  readonly drawing?: readonly PageDrawing[];
  /** Document files that the page shows in frames, in order: address and name; absent when there are none. */
  readonly files?: readonly { readonly target: string; readonly title: string }[];
  /** What read pages that are pictures; absent where there were none, or nothing to read them. */
  readonly ocr?: EngineIdentity;
  /** Large pictures in it that an engine is still to read, in order; absent once that is done, or where there is none. */
  readonly pictures?: readonly EmbeddedPicture[];
  /** Characters that a program read in a picture and is not sure of, ascending; absent where the file itself holds its characters. */
  readonly doubts?: readonly Doubt[];
  /** Where each file begins when the text was joined from several, ascending from 0; absent for one file. */
  readonly borders?: readonly SourceBorder[];
}

/** A picture inside a document. */
export interface EmbeddedPicture {
  /** What it is called, for people. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly place: Place;
}

/** A character that a program read in a picture, and why it may be wrong. */
export interface Doubt extends Span {
  /** What it may be instead; null where nobody says. */
  readonly other: string | null;
  /** 0–1: how sure the program is of what stands there. */
  readonly probability: number;
}

/** Where a file begins in a text that was joined from several, and which part of the notice it holds. */
export interface SourceBorder {
  /** Offset of its first character. */
  readonly start: number;
  readonly role: "notice" | "letter" | "attachment";
  /** “附件1” when the caller knows it. */
  readonly label: string | null;
  /** Name of the file. */
  readonly name: string;
}

/** An upright page: points, and how it came to stand upright. */
export interface Sheet {
  readonly source: number;
  /** From 1. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** Quarter turns clockwise that the reader gave it beyond what the file itself asks for (/Rotate). */
  readonly turn: 0 | 1 | 2 | 3;
}

/** One upright page as it is drawn. Points, origin at the top left. */
export interface PageDrawing {
  /** From 1. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** Ruling lines as the grid finder used them, `[left, top, right, bottom]`: one of the two extents is the width of the line. */
  readonly lines: readonly Box[];
  /** Cells of tables as they were found on this page, empty ones too. */
  readonly cells?: readonly Box[];
  /** Boxes of single characters, where the reader keeps them. */
  readonly glyphs?: readonly Box[];
}

/** A labelled value outside the visible text. */
export interface MetaValue {
  readonly name: string;
  readonly content: string;
  readonly place: Place;
}

/** A hyperlink: the words that carry it and its target as written. */
export interface Link {
  readonly span: Span;
  readonly target: string;
}

export type Block = Paragraph | Table | Furniture;

/** An automatic number that the file computes and a person sees, but that is no character of the text. */
export interface NumberLabel {
  /** As shown: “一、”, “3.”, “（二）”. */
  readonly text: string;
  /** Nesting level of the list, outermost 0. */
  readonly level: number;
}

/** A paragraph; a heading when the file marks it as one (h1–h6, outline level), whatever it looks like. */
export interface Paragraph {
  readonly kind: "paragraph";
  readonly span: Span;
  /** Automatic number, kept apart from the text. */
  readonly label: NumberLabel | null;
  /** Outline level that the markup states (h1 = 1), null for body text. */
  readonly level: number | null;
  readonly align: "left" | "center" | "right" | "justify" | null;
  /** Ranges of the paragraph in bold or heading type, by markup or style, ascending. */
  readonly bold: readonly Span[];
  /** True when a page break stands before it. */
  readonly breakBefore: boolean;
}

/** A table as the reader saw it. Cells do not overlap; slots that no cell covers are listed in `missing`. */
export interface Table {
  readonly kind: "table";
  readonly span: Span;
  readonly rows: number;
  readonly columns: number;
  /** In reading order. */
  readonly cells: readonly Cell[];
  /** Grid slots that the file leaves without a cell (short rows): not the same as an empty cell. */
  readonly missing: readonly { readonly row: number; readonly column: number }[];
  /** Leading rows that the markup itself declares as header (thead, th, w:tblHeader). */
  readonly headerRows: number;
  readonly caption: Paragraph | null;
  /** The parts it was joined from, in order: one, or one a page. Rows are half-open. */
  readonly parts: readonly { readonly rows: readonly [start: number, end: number]; readonly page: number | null; readonly bbox: Box | null }[];
  /** How the grid was found. */
  readonly method: "markup" | "ruled" | "part-ruled" | "unruled" | "aligned-text" | "repeated-blocks";
  /** 0–1: how sure the reader is of the grid. Markup is 1 unless spans overlap or rows are short. */
  readonly confidence: number;
  /** Path or page of the table as a whole. */
  readonly place: readonly Place[];
}

/** A cell with half-open grid positions: rows `[r0, r1)`, columns `[c0, c1)`. */
export interface Cell {
  readonly r0: number;
  readonly r1: number;
  readonly c0: number;
  readonly c1: number;
  /** Hull of its blocks; empty (`start === end`) for an empty cell. */
  readonly span: Span;
  /** Paragraphs and nested tables, in order. */
  readonly blocks: readonly Block[];
  /** The markup declares it a header cell. */
  readonly header: boolean;
}

/** Text that belongs to the page and not to the notice, by a named rule. */
export interface Furniture {
  readonly kind: "furniture";
  readonly span: Span;
  /** Id of the rule in `rules/furniture.ts`. */
  readonly rule: string;
}
