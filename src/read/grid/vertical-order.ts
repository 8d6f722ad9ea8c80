/** The order in which columns of words are read: from right to left, or from left to right where their labels or their ends prove it. */
import { labelNumber } from "../../rules/vertical-forms.ts";
import { levelForm } from "../../rules/vertical-forms.ts";
import { endsSentence, startsItem } from "./paragraphs.ts";
import type { DrawnColumn } from "./vertical-columns.ts";
import { largest, smallest } from "../../model/extremes.ts";

/** `unsure`: read from the right, as is usual, and something speaks against it. */
export type Order = "right" | "left" | "unsure";

/** A column as words with their place from the top. */
interface Read {
  readonly text: string;
  readonly indented: boolean;
  readonly short: boolean;
  readonly size: number;
}

/** Columns that begin lower than the others by this, in ems, begin a paragraph; those that end higher by this end one. */
const [indent, rest] = [1.2, 1.2];

/** Puts columns, given from the right, in the order in which they are read. */
export function columnOrder(columns: readonly DrawnColumn[]): { readonly order: Order; readonly columns: readonly DrawnColumn[] } {
  const order = orderOf(columns);
  return { order, columns: order === "left" ? [...columns].reverse() : columns };
}

function orderOf(columns: readonly DrawnColumn[]): Order {
  if (columns.length < 2) return "right";
  const reads = readsOf(columns);
  const labels = labelVotes(reads);
  const backwards = [...reads].reverse();
  const ends = seams(reads) - seams(backwards);
  const drawn = drawnFromRight(columns);
  if (labels !== 0) return labels > 0 ? "right" : "left";
  if (drawn >= 0 || ends > 0) return "right";
  return ends < 0 ? "left" : "unsure";
}

function readsOf(columns: readonly DrawnColumn[]): Read[] {
  const top = smallest(columns.map((column) => column.top));
  const bottom = largest(columns.map((column) => column.bottom));
  return columns.map(({ glyphs, top: from, bottom: to, size }) => ({
    text: glyphs.map(({ text }) => levelForm(text)).join(""),
    indented: from > top + indent * size,
    short: to < bottom - rest * size,
    size,
  }));
}

/** Votes of numbers at the heads of columns: more than none for those that grow from the first column on. */
function labelVotes(reads: readonly Read[]): number {
  const numbers = reads.flatMap(({ text }) => labelNumber(text) ?? []);
  return numbers.slice(1).reduce((sum, number, i) => sum + Math.sign(number - (numbers[i] ?? 0)), 0);
}

/** How many columns go on well in the next, less those that do not: a full one anywhere, one that stops at the beginning of a paragraph. */
function seams(reads: readonly Read[]): number {
  return reads.slice(1).reduce((sum, next, i) => sum + seam(reads[i], next), 0);
}

function seam(last: Read | undefined, next: Read): number {
  if (last === undefined || Math.abs(last.size - next.size) > 0.1 * next.size) return 0;
  const begins = next.indented || startsItem.test(next.text);
  const ends = endsSentence.test(last.text) || last.short;
  return begins === ends ? (begins ? 1 : 0) : -1;
}

/** Neighbours drawn from right to left, less those drawn from left to right. */
function drawnFromRight(columns: readonly DrawnColumn[]): number {
  return columns.slice(1).reduce((sum, { nth }, i) => sum + Math.sign(nth - (columns[i]?.nth ?? 0)), 0);
}
