/** Where in the outline of a part the walk is. */
import type { AllocationDraft } from "../../model/draft.ts";
import type { Quote } from "../../model/quote.ts";
import type { SectionKind } from "../../rules/sections.ts";

export interface At {
  readonly path: readonly string[];
  readonly kind: SectionKind | null;
  /** Allocations printed on a heading above: they hold for items that have none of their own. */
  readonly above: readonly AllocationDraft[];
  /** A time printed on a heading above: it holds for every item below. */
  readonly time: Quote | null;
  /** Nothing follows in this part: trailing paragraphs may close it. */
  readonly last: boolean;
  /** No other item of the list has more than one paragraph: what follows the last one is none of its own. */
  readonly terse: boolean;
  /** The same of the lists below the headings beside this one: a list of one item is judged by these; the last heading is the one that may hold it, and is left out. */
  readonly terseBeside: boolean;
  /** The markers of the list count on from item to item. */
  readonly counted: boolean;
  /** Most headings of the list name who does what stands below them. */
  readonly offices: boolean;
  /** How many tasks stood in the book before this part. */
  readonly before: number;
}

/** Sections that describe: their items are no tasks unless they allocate. */
export function isDescribed(kind: SectionKind | null): boolean {
  return kind === "aims" || kind === "scope" || kind === "results" || kind === "objects" || kind === "time" || kind === "notes" || kind === "beside";
}
