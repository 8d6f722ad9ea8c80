/** Headings above the rows of a task table: full-width rows and labels of group columns. One that nothing stands below keeps its words all the same. */
import { readMarker } from "../../rules/markers.ts";
import { countBehind } from "../../rules/shared-allocations.ts";
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
  if (readMarker(text) === null && keepsOuter(text, carried)) return;
  const rank = readMarker(text)?.rank ?? -1;
  while (carried.banners.length > 0 && innermostRank(carried) >= rank) carried.banners.pop();
  carried.labels.fill(null);
}

/** A name without a number stands above all, but for one that divides a numbered heading. */
function innermostRank({ banners }: Carried): number {
  const [outer, inner] = [banners.at(-2), banners.at(-1)];
  const divides = outer !== undefined && readMarker(outer.text) !== null;
  return readMarker(inner?.text ?? "")?.rank ?? (divides ? Infinity : -1);
}

/** 一、计划开工项目 right above 城东片区（16个）, and 城西片区（10个） after it: names without a number that count their rows divide what the numbered row heads. */
function keepsOuter(text: string, { banners, labels }: Carried): boolean {
  if (!countBehind.pattern.test(text)) return false;
  const inner = banners.at(-1);
  if (inner === undefined) return false;
  if (readMarker(inner.text) !== null) {
    if (inner.used) return false;
  } else {
    const outer = banners.at(-2);
    if (outer === undefined || readMarker(outer.text) === null || !countBehind.pattern.test(inner.text)) return false;
    banners.pop();
  }
  labels.fill(null);
  return true;
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
