/**
 * Where things stand: spans in the one text of a document, and places in the file itself.
 *
 * All offsets of the program count UTF-16 code units, as JavaScript strings do.
 */

/** A half-open range `[start, end)` of UTF-16 offsets into the text of a {@link NoticeDocument}. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A box on an upright page in points, origin at the top left: `[left, top, right, bottom]`. */
export type Box = [left: number, top: number, right: number, bottom: number];

/** Where a character stands in the file: on a page, or in an element of a tree. */
export type Place =
  | { readonly source: number; readonly kind: "page"; readonly page: number; readonly bbox: Box }
  | {
      readonly source: number;
      readonly kind: "element";
      /** XML or DOM path from the root, positions counted from 1 among siblings of one name. */
      readonly path: string;
      /** UTF-16 offsets into the text content of that element; null when the element as a whole is meant. */
      readonly start: number | null;
      readonly end: number | null;
    };

/**
 * A run of the document's text that was copied unchanged from one place.
 *
 * For an element place, character `span.start + i` is character `place.start + i` of the element's text content.
 */
export interface Fragment {
  readonly span: Span;
  readonly place: Place;
  /** Where each of its characters stands in its box, from readers that see it: only where marks are asked for. */
  readonly advances?: Advances;
}

/** The extent of each UTF-16 unit of a fragment along the way its words run, in points of the page. */
export interface Advances {
  /** `x`: across the page; `y`: down or up it. */
  readonly axis: "x" | "y";
  /** Beginning and end of each unit in turn: two numbers a unit. */
  readonly ends: readonly number[];
}

/** Whether two spans share at least one character. */
export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
