/** Every id that a result gives as its reason, with its sentence: what `fengong rules` prints and `schemas/rules.json` holds. */
import { conventions } from "./deadlines/conventions.ts";
import type { Explanation } from "./explanation.ts";
import { grounds as noticeGrounds } from "./metadata/grounds.ts";
import { grounds as unitGrounds } from "./units/grounds.ts";
import { grounds as linkGrounds } from "./wording-grounds.ts";

/** What an id is said of. */
export type Explained = "deadline" | "unit" | "notice" | "link";

export interface ExplainedRule extends Explanation {
  readonly id: string;
  readonly of: Explained;
}

const tables: Readonly<Record<Explained, Readonly<Record<string, Explanation>>>> = { deadline: conventions, unit: unitGrounds, notice: noticeGrounds, link: linkGrounds };

/** All of them, those of deadlines first. */
export const explainedRules: readonly ExplainedRule[] = (["deadline", "unit", "notice", "link"] as const).flatMap((of) => Object.entries(tables[of]).map(([id, explanation]) => ({ id, of, ...explanation })));

const byId: ReadonlyMap<string, ExplainedRule> = new Map(explainedRules.map((rule) => [rule.id, rule]));

/** The explanation of an id as a result has it; null for one that no result gives. `lookup:…`, `lookup-conflict:…` and `meta:…` carry a name behind theirs. */
export function explainRule(id: string): ExplainedRule | null {
  return byId.get(id) ?? byId.get(/^(?:lookup|lookup-conflict|meta)(?=:)/u.exec(id)?.[0] ?? "") ?? null;
}
