/** A page half read: text runs with their offsets, grouped as the markup groups them, before furniture is told from content. */
import type { NumberLabel, Paragraph, Table } from "../../model/document.ts";
import type { MarkupElement } from "./markup.ts";

/** Text copied from the page. `offset` is its UTF-16 offset in the text content of the whole page, -1 for white space that the reader made. */
export interface Run {
  text: string;
  readonly offset: number;
  readonly bold: boolean;
  /** Index of the link it belongs to, -1 for none. */
  readonly link: number;
}

/** A block element that holds text. `start` is the offset of its first character in the text content of the whole page. */
export interface Container {
  readonly element: MarkupElement;
  readonly start: number;
}

/** Text up to the next block border; `<br>` are line feeds that may yet part paragraphs. */
export interface RawParagraph {
  readonly kind: "raw";
  readonly container: Container;
  readonly runs: Run[];
  /** The runs joined. */
  text: string;
  /** Offsets in `text` where an inline element starts. */
  readonly borders: number[];
  readonly level: number | null;
  readonly align: Paragraph["align"];
  readonly label: NumberLabel | null;
  readonly breakBefore: boolean;
}

/** An element and all that is shown in it. */
export interface Group {
  readonly kind: "group";
  readonly element: MarkupElement;
  readonly drafts: Draft[];
  readonly weight: Weight;
}

/** A cell before its text is laid out. */
export interface CellDraft {
  readonly element: MarkupElement;
  readonly content: Group;
  readonly header: boolean;
  readonly r0: number;
  readonly r1: number;
  readonly c0: number;
  readonly c1: number;
}

/** A data table. */
export interface TableDraft {
  readonly kind: "table";
  readonly element: MarkupElement;
  readonly caption: Group | null;
  readonly rows: number;
  readonly columns: number;
  /** In reading order. */
  readonly cells: readonly CellDraft[];
  readonly missing: Table["missing"];
  readonly headerRows: number;
  readonly method: Table["method"];
  readonly confidence: number;
  readonly weight: Weight;
}

export type Draft = RawParagraph | Group | TableDraft;

/** What a group holds, in numbers: by this, furniture is told from content. */
export interface Weight {
  /** UTF-16 units of text. */
  ink: number;
  /** Those of them that stand in links. */
  linkInk: number;
  links: number;
  paragraphs: number;
  tables: number;
  /** UTF-16 units of text in data tables that stand in no link. */
  tableInk: number;
  /** It holds running text that is no link. */
  prose: boolean;
  /** It holds a document number, a title or a labelled line of metadata that is no link. */
  notice: boolean;
  /** It links to a document file. */
  files: boolean;
}

/** An empty group for an element. */
export function openGroup(element: MarkupElement): Group {
  return {
    kind: "group",
    element,
    drafts: [],
    weight: { ink: 0, linkInk: 0, links: 0, paragraphs: 0, tables: 0, tableInk: 0, prose: false, notice: false, files: false },
  };
}

/** Adds what a part holds to the whole. */
export function addWeight(whole: Weight, part: Weight): void {
  whole.ink += part.ink;
  whole.linkInk += part.linkInk;
  whole.links += part.links;
  whole.paragraphs += part.paragraphs;
  whole.tables += part.tables;
  whole.tableInk += part.tableInk;
  whole.prose ||= part.prose;
  whole.notice ||= part.notice;
  whole.files ||= part.files;
}
