/** Allocations that a task names inside its running text, used where nothing else says who does it. */
import type { AllocationDraft } from "../model/draft.ts";
import { partOf, type Quote } from "../model/quote.ts";
import { findAllocationSentences } from "../rules/allocation-sentences.ts";
import { recogniseAllocation } from "../rules/units/allocation.ts";
import { subjectsIn } from "./subjects.ts";

/** The clauses of a text that allocate it, else the doers of its sentences. Their words stay part of the text, so nothing is claimed for them. */
export function clausesIn(text: Quote): AllocationDraft[] {
  const clauses = findAllocationSentences(text.text)
    .map(({ rule, start, end }) => ({ rule, quote: partOf(text, start, end) }))
    .filter(({ rule, quote }) => rule.role !== null || recogniseAllocation(quote.text)?.strength === "strong")
    .filter(({ rule }, _, all) => rule === all[0]?.rule);
  if (clauses.length === 0) return subjectsIn(text);
  return clauses.map(({ rule, quote }) => ({ quote, role: rule.role, header: rule.header, origin: "clause" }));
}
