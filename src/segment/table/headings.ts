/** Headings above the rows of a task table: full-width rows and labels of group columns. One that nothing stands below keeps its words all the same. */
import { readMarker } from "../../rules/markers.ts";
import { joinQuotes, type Quote } from "../../model/quote.ts";
import { joinLines } from "../../text/lines.ts";
import { splitWeight } from "../weight.ts";
import type { GridCell } from "./grid.ts";

/** A heading above entries, with the weight that was glued to it. */
export interface Heading {
  readonly text: string;
  readonly weight: number | null;
  /** The cell it stands in; the name of a heading row over several cells. */
  readonly cell: GridCell;
  /** Its words where they stand. */
  readonly words: Quote;
  /** Whether an entry below has it in its path. */
  used: boolean;
}

/** What goes on from one table to the next when they are parts of one. */
export interface Carried {
  /** Full-width heading rows above, outermost first. */
  readonly banners: Heading[];
  /** By group column. */
  readonly labels: (Heading | null)[];
  /** Headings that nothing stands below yet, in the order of the text. */
  readonly waiting: Heading[];
  /** Words of a heading row or caption that give the deadline of all rows below. */
  time: Quote | null;
}

/** Nothing carried yet. */
export function startCarried(): Carried {
  return { banners: [], labels: [], waiting: [], time: null };
}

/** The words of a heading cell on one line, its weight apart; `number` is the cell of its own number, where the row has one. */
export function headingOf(cell: GridCell, number: GridCell | null = null): Heading {
  const labels = cell.cell.blocks.flatMap((block) => (block.kind === "paragraph" && block.label !== null ? [block.label.text] : []));
  const { text, weight } = splitWeight((number === null ? "" : `${joinLines(number.quote.text)} `) + labels.slice(0, 1).join("") + joinLines(cell.quote.text));
  return { text, weight, cell, words: number === null ? cell.quote : joinQuotes([number.quote, cell.quote]), used: false };
}

/** Closes the headings that a full-width heading row ends: those of its rank and below. */
export function closeAbove({ text }: Heading, carried: Carried): void {
  const rank = readMarker(text)?.rank ?? -1;
  while (carried.banners.length > 0 && (readMarker(carried.banners.at(-1)?.text ?? "")?.rank ?? -1) >= rank) carried.banners.pop();
  carried.labels.fill(null);
}

/** Opens a heading row that stands above the header; one that the header of the next page prints again goes on. */
export function openAbove(heading: Heading, carried: Carried): void {
  if (carried.banners.at(-1)?.text === heading.text) return;
  closeAbove(heading, carried);
  openBanner(heading, carried);
}

/** Opens a heading row. */
export function openBanner(heading: Heading, carried: Carried): void {
  carried.banners.push(heading);
  carried.waiting.push(heading);
}

/** The headings above an entry, outermost first. They serve from now on. */
export function pathOf({ banners, labels }: Carried): Heading[] {
  return serve([...banners, ...labels.flatMap((label) => (label === null ? [] : [label]))]);
}

/** The heading rows above a full-width row, which stands in no group. */
export function pathOfRow({ banners }: Carried, cell: GridCell): Heading[] {
  return serve(banners.filter((banner) => banner.cell !== cell));
}

function serve(path: Heading[]): Heading[] {
  for (const heading of path) heading.used = true;
  return path;
}

/** Takes out the headings that are closed and served for nothing; all that did not serve when nothing follows (`end`). */
export function takeUnused({ banners, labels, waiting }: Carried, end: boolean): Heading[] {
  const unused: Heading[] = [];
  const open: Heading[] = [];
  for (const heading of waiting) {
    if (heading.used) continue;
    if (!end && (banners.includes(heading) || labels.includes(heading))) open.push(heading);
    else unused.push(heading);
  }
  waiting.splice(0, waiting.length, ...open);
  return unused;
}
