/** Vertical text of a page: its columns as lines, block by block, and where blocks stand among what is read across. */
import { marginRule } from "../../rules/page-furniture.ts";
import { levelForm } from "../../rules/vertical-forms.ts";
import type { Glyph } from "./ink.ts";
import { linesOf, type Line } from "./lines.ts";
import type { Margin } from "./margin.ts";
import { endsSentence, type Room } from "./paragraphs.ts";
import { areScattered, blocksOf, type VerticalBlock } from "./vertical-blocks.ts";
import { partColumns, squared, type DrawnColumn } from "./vertical-columns.ts";
import { largest, smallest } from "../../model/extremes.ts";

/** Lines that are read one after the other, from the top of the page on which they begin. */
export interface VerticalLines {
  readonly lines: readonly Line[];
  readonly top: number;
  readonly bottom: number;
}

/** What of a page is written from top to bottom. */
export interface VerticalText {
  readonly blocks: readonly VerticalLines[];
  /** All other characters. */
  readonly rest: readonly Glyph[];
  /** Binding lines and codes. */
  readonly margins: readonly Margin[];
  /** Nobody can say in which order all of it is read. */
  readonly unsure: boolean;
}

/** Columns that may run along an edge stand in this outer share of the width. */
const outer = 0.2;

/** Takes what is written from top to bottom out of the characters of a page. */
export function takeVertical(glyphs: readonly Glyph[], page: number, width: number): VerticalText {
  const { columns, rest, gathered } = partColumns(glyphs);
  if (columns.length === 0) return { blocks: [], rest, margins: [], unsure: false };
  const edges = columns.flatMap((column) => edgeRule(column, width) ?? []);
  const beside = new Set(edges.map(({ glyphs: own }) => own));
  const blocks = blocksOf(columns.filter((column) => !beside.has(column.glyphs)));
  return {
    blocks: blocks.map((block) => linesFrom(block, page)),
    rest,
    margins: edges,
    unsure: gathered || blocks.some(({ order }) => order === "unsure") || areScattered(blocks),
  };
}

function edgeRule({ glyphs, left, right }: DrawnColumn, width: number): Margin | null {
  if (right > outer * width && left < (1 - outer) * width) return null;
  const rule = marginRule(glyphs.map(({ text }) => text).join(""));
  return rule === null ? null : { rule, glyphs };
}

function linesFrom({ columns, box, size }: VerticalBlock, page: number): VerticalLines {
  const body = columns.filter((column) => Math.abs(column.size - size) < 0.1 * size);
  const room: Room = { from: smallest(body.map(({ top }) => top)), to: largest(body.map(({ bottom }) => bottom)) };
  const lines = columns.flatMap(({ glyphs }) => linesOf(squared(glyphs).map(fallen), page)).map((line): Line => ({ ...line, room }));
  return { lines, top: box[1], bottom: box[3] };
}

/** A character as one of a line that is read downwards. */
export function fallen(glyph: Glyph): Glyph {
  return { ...glyph, text: levelForm(glyph.text), type: { ...glyph.type, direction: 1 } };
}

/** Where among lines and tables from the top a block is read: before what begins below its top, and never within a sentence. */
export function placeOf({ top, bottom }: VerticalLines, items: readonly { readonly top: number; readonly line: Line | null }[]): number {
  const found = items.findIndex((item) => item.top > top);
  let at = found === -1 ? items.length : found;
  for (let last = items[at - 1]?.line ?? null; last !== null && at < items.length && isCut(last, items[at]?.line ?? null, bottom); last = items[at - 1]?.line ?? null) at--;
  return at;
}

/** Whether the lines above and below a block are of one sentence. */
function isCut(above: Line, below: Line | null, bottom: number): boolean {
  return below !== null && below.top < bottom && !endsSentence.test(above.text) && Math.abs(above.size - below.size) < 0.1 * above.size && below.top - above.bottom < 1.2 * above.size;
}
