/** `schemas/rules.json`: what every id means that a result gives as its reason or its finding. */
import { findings, type Severity } from "../model/finding.ts";
import { explainedRules, explainRule } from "../rules/explained.ts";

/** One id. `of`: a convention of deadlines, a ground of units or of facts about the notice, a rule of links, or a finding. */
export interface RuleEntry {
  readonly id: string;
  readonly of: "deadline" | "unit" | "notice" | "link" | "finding";
  readonly zh: string;
  readonly en: string;
  /** Law, standard or usage; null for findings. */
  readonly source: { readonly zh: string; readonly en: string } | null;
  readonly examples: readonly string[];
  readonly not: readonly string[];
  /** Of findings only. */
  readonly severity: Severity | null;
}

/** All ids in the order of their tables, findings last. */
export function ruleEntries(): RuleEntry[] {
  return [
    ...explainedRules.map(({ id, of, zh, en, source, examples, not }) => ({ id, of, zh, en, source, examples, not, severity: null })),
    ...Object.entries(findings).map(([id, { severity, zh, en }]) => ({ id, of: "finding" as const, zh, en, source: null, examples: [], not: [], severity })),
  ];
}

/** The entry of an id as results have it; null for one that no result gives. */
export function ruleEntry(id: string): RuleEntry | null {
  const all = ruleEntries();
  return all.find((entry) => entry.id === id) ?? all.find((entry) => entry.id === explainRule(id)?.id) ?? null;
}

/** The text of the file. The same program always gives the same bytes. */
export function rulesText(): string {
  return `${JSON.stringify(ruleEntries(), null, 2)}\n`;
}
