/** What a Word document is read from: its parts as trees of elements, whether a ZIP package, a binary file or RTF holds them. */
import type { XmlElement } from "../xml.ts";

/** A relationship of a part. */
export interface Relationship {
  /** Last step of its type: `styles`, `hyperlink`, `header` … the same for transitional and strict files. */
  readonly type: string;
  /** Name of a part of the document, the address as written for what is outside. */
  readonly target: string;
  readonly external: boolean;
}

/** A part: its name, its root and its relationships by id. */
export interface Part {
  readonly name: string;
  readonly root: XmlElement;
  readonly relationships: ReadonlyMap<string, Relationship>;
}

/** Parts beside the main one that are found by what they are; headers and footers are found by their references. */
export type PartKind = "styles" | "numbering" | "settings" | "footnotes" | "endnotes";

/** The parts of one document, in the elements of WordprocessingML (ISO/IEC 29500-1, 17). What is wrong with them is reported where they are made. */
export interface WordParts {
  /** The part whose root is `w:document`. */
  readonly main: Part;
  /** The part of this kind; null when there is none, or when it cannot be read. */
  readonly related: (kind: PartKind) => Promise<Part | null>;
  /** A header or footer by the target of its relationship; null when it cannot be read. */
  readonly margin: (target: string) => Promise<Part | null>;
  /** The document properties, an element for each; null when there are none. */
  readonly properties: () => Promise<Part | null>;
  /** The bytes of a picture by the target of its relationship; null when they cannot be read. Absent where pictures cannot be had. */
  readonly picture?: (target: string) => Promise<Uint8Array | null>;
  /** The bytes of these parts, and of what leads to them, for another reader of the same format; null where there is no other reader. */
  readonly forWitness: (parts: readonly Part[]) => ReadonlyMap<string, Uint8Array> | null;
}
