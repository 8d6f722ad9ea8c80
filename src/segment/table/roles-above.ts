/** Who does all rows, in the words above them: （责任单位：X　完成时限：Y） in a caption, behind the name of a group. */
import type { AllocationDraft } from "../../model/draft.ts";
import { partOf, type Quote } from "../../model/quote.ts";
import { readLineLabel } from "../../rules/item-labels.ts";
import { allocationBrackets, isBracketAlone } from "../item/brackets.ts";
import { cutLabels } from "../item/labels.ts";

/** The roles that the last bracket of some words gives; empty where none gives any. */
export function rolesInBracket(words: Quote): AllocationDraft[] {
  const bracket = allocationBrackets(words.text).at(-1);
  if (bracket === undefined) return [];
  const inner = partOf(words, bracket.start + 1, bracket.end - 1);
  const labelled = labelledRoles(inner);
  return labelled.length > 0 ? labelled : [{ quote: inner, role: null, header: null, origin: "heading" }];
}

/** The roles that a line of its own above a table gives to its rows: labels, or one bracket. */
export function rolesOfLine(line: Quote): AllocationDraft[] {
  return isBracketAlone(line.text) ? rolesInBracket(line) : labelledRoles(line);
}

/** The roles that a heading of the outline gives to the rows of the tables below it. */
export function rolesOfHeading(given: AllocationDraft): AllocationDraft[] {
  const labelled = given.role === null ? labelledRoles(given.quote) : [];
  return labelled.length > 0 ? labelled : [given];
}

/** Whether a line says nothing but who does what stands below it. */
export function givesRoles(text: string): boolean {
  return isBracketAlone(text) || readLineLabel(text)?.meaning.kind === "units";
}

function labelledRoles(words: Quote): AllocationDraft[] {
  return cutLabels(words).flatMap(({ label, value }): AllocationDraft[] => (label?.meaning.kind === "units" && value.text !== "" ? [{ quote: value, role: label.meaning.role, header: label.label, origin: "heading" }] : []));
}
