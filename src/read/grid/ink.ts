/**
 * What a page shows before anything is understood: characters with boxes, and ruling lines.
 * Points, origin at the top left of the upright page. Whoever draws them (PDF, OFD, a scan) fills these shapes.
 */
import type { Doubt } from "../../model/document.ts";
import type { Box } from "../../model/position.ts";

/** Reading direction on the upright page: 0 to the right, 1 down, 2 to the left, 3 up. */
export type Direction = 0 | 1 | 2 | 3;

/** Heights above and below the base line that count as a character's own, in ems. */
export const ascent = 0.88;
export const descent = -0.12;

/** What the characters of one drawn string share. */
export interface Type {
  /** Size in points. */
  readonly size: number;
  readonly direction: Direction;
  /** The file itself marks it as page furniture (tagged PDF). */
  readonly artifact: boolean;
  /** Number of the marked content it stands in (tagged PDF), null without one. */
  readonly mark: number | null;
  /** Number of the string that showed it (one Tj or TJ of a PDF) on its page, null where the file has none. */
  readonly run: number | null;
  /** Colour as it looks on white paper, 0xrrggbb; null where nobody knows. */
  readonly tint: number | null;
  /** Why it may be another character, where a program read it in a picture. */
  readonly doubt?: Omit<Doubt, "start" | "end">;
}

/** One character as drawn; a blank has the text " ". */
export interface Glyph {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly bold: boolean;
  readonly type: Type;
}

/** A straight piece of a ruling line; `at` is its place across, `from` and `to` its ends along. */
export interface Rule {
  readonly axis: "horizontal" | "vertical";
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Words over or under others (a watermark, a seal), or struck through. */
export interface Aside {
  readonly rule: "page:watermark" | "page:seal" | "page:struck";
  readonly glyphs: readonly Glyph[];
}

/** One page. */
export interface PageInk {
  /** Page number, counted from 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** How it was turned to stand upright, in quarter turns clockwise; none where it stood upright. */
  readonly turn?: Direction;
  readonly glyphs: readonly Glyph[];
  /** Words that are no part of what the page says, each with the rule that set them aside. */
  readonly asides: readonly Aside[];
  readonly rules: readonly Rule[];
  /** Coloured bands, as behind every other row of a table; none where nobody knows. */
  readonly bands?: readonly Box[];
}

/** The smallest box around boxed things; null when there are none. */
export function boxAround(things: readonly { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }[]): Box | null {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const thing of things) {
    if (thing.left < left) left = thing.left;
    if (thing.top < top) top = thing.top;
    if (thing.right > right) right = thing.right;
    if (thing.bottom > bottom) bottom = thing.bottom;
  }
  return left <= right ? [left, top, right, bottom] : null;
}

/** The smallest box around two. */
export function unite(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
