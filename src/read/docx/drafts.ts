/** A document half read: runs with their offsets in paragraphs and tables, before they become one text. */
import type { NumberLabel, Paragraph } from "../../model/document.ts";
import type { XmlElement } from "../xml.ts";

/**
 * Shown text of one paragraph element. `offset` counts in its text content: the characters of all its `w:t` and `m:t` in
 * document order, hidden and moved ones too, with one character for each `w:tab`, `w:ptab`, `w:br`, `w:cr`, `w:noBreakHyphen`
 * and `w:sym`; paragraphs inside it (text boxes) are left out.
 */
export interface Run {
  readonly text: string;
  readonly paragraph: XmlElement;
  readonly offset: number;
  readonly bold: boolean;
  /** Target of the link it belongs to, null for none. */
  readonly link: string | null;
}

export interface ParagraphDraft {
  readonly kind: "paragraph";
  readonly runs: readonly Run[];
  readonly label: NumberLabel | null;
  readonly level: number | null;
  readonly align: Paragraph["align"];
  readonly breakBefore: boolean;
  /** Row that explains it as furniture, null for content. */
  readonly rule: string | null;
}

export interface CellDraft {
  readonly r0: number;
  readonly r1: number;
  readonly c0: number;
  readonly c1: number;
  readonly blocks: readonly Draft[];
  readonly header: boolean;
}

export interface TableDraft {
  readonly kind: "table";
  /** One, or one for each table that was joined. */
  readonly elements: readonly XmlElement[];
  /** The rows of each of them, half open. */
  readonly parts: readonly (readonly [start: number, end: number])[];
  /** Edges of the columns in twentieths of a point, null when the file does not state them. */
  readonly edges: readonly number[] | null;
  readonly rows: number;
  readonly columns: number;
  /** In reading order. */
  readonly cells: readonly CellDraft[];
  readonly missing: readonly { readonly row: number; readonly column: number }[];
  readonly headerRows: number;
  readonly confidence: number;
}

export type Draft = ParagraphDraft | TableDraft;

/** The words of a paragraph. */
export function textOf(draft: ParagraphDraft): string {
  return draft.runs.map((run) => run.text).join("");
}

/** The paragraphs of drafts in order, those in tables too. */
export function paragraphsIn(drafts: readonly Draft[]): ParagraphDraft[] {
  return drafts.flatMap((draft) => (draft.kind === "paragraph" ? [draft] : draft.cells.flatMap((cell) => paragraphsIn(cell.blocks))));
}
