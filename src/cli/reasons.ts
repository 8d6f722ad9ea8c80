/** Reasons of a reading in words, one a line: what `fengong deadline` and `fengong unit` print beneath it. */
import type { Language } from "../model/finding.ts";
import { explainRule } from "../rules/explained.ts";

/** A line for each id: `    MONTH_END_INCLUSIVE  月底、月末是当月最后一天……`. */
export function reasonLines(ids: readonly string[], language: Language): string[] {
  return ids.map((id) => `    ${id}  ${explainRule(id)?.[language] ?? ""}`.trimEnd());
}
