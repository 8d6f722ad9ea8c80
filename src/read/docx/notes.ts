/** What the reader notices on its way, for diagnostics and for the second witness. */
import type { AsideKind } from "../aside.ts";
import type { XmlElement } from "../xml.ts";

/** An object whose words were not read. */
export interface Unread {
  /** What it is, for people; null for a picture. */
  readonly kind: string | null;
  readonly name: string;
  readonly element: XmlElement;
}

/** Gathered over all stories of a document. */
export interface Notes {
  /** Text that is set aside: hidden, struck out, prompts of content controls, marks of notes. */
  readonly aside: { readonly kind: AsideKind; readonly text: string; readonly paragraph: XmlElement; readonly offset: number }[];
  /** Further text that is left out on purpose: covered cells, deleted rows, results of fields inside field codes. */
  readonly leftOut: string[];
  /** Number of runs in tracked insertions and deletions. */
  insertions: number;
  deletions: number;
  /** Characters of symbol fonts: two readers may write them differently. */
  symbols: number;
  /** Objects whose words were not read: embedded files, charts, large pictures. */
  readonly unread: Unread[];
  /** Ids of footnotes and endnotes in the order of their references: `footnote/2`. */
  readonly references: string[];
  /** Numbers that fields show inside a paragraph, where they are no label. */
  readonly unshownNumbers: { readonly text: string; readonly paragraph: XmlElement }[];
  /** Paragraphs that hold the result of a page number field. */
  readonly pageNumbers: Set<XmlElement>;
}

/** Nothing noticed yet. */
export function openNotes(): Notes {
  return { aside: [], leftOut: [], insertions: 0, deletions: 0, symbols: 0, unread: [], references: [], unshownNumbers: [], pageNumbers: new Set() };
}

/** Remembers the words of what is deleted or hidden: the second witness may see them. */
export function leaveOut(element: XmlElement, notes: Notes): void {
  if (element.name === "w:t") notes.leftOut.push(element.text);
  else if (element.name === "w:sym") notes.symbols++;
  for (const child of element.children) leaveOut(child, notes);
}
