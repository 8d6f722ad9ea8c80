/** What 负责 and 落实 mean beside other roles, and the rules of a whole document. */
import type { RoleClass } from "../../rules/units/verbs.ts";
import type { DocumentRuleKind } from "../../rules/units/documents.ts";

/** The role of a unit in the output. */
export type SettledRole = "lead" | "support" | "responsible" | "other";

/**
 * Answerable units beside a lead, with no supporters printed, support it; beside a lead and supporters they are a third layer;
 * without a lead they are responsible.
 */
export function settleRole(role: RoleClass, hasLead: boolean, hasSupport: boolean): SettledRole {
  if (role !== "answerable") return role;
  return hasLead && !hasSupport ? "support" : "responsible";
}

/** Units of one task by role, in printed order. */
export interface UnitsByRole<U> {
  readonly lead: readonly U[];
  readonly support: readonly U[];
  readonly responsible: readonly U[];
}

/** The roles of one task after the rules of its document; `byRule` when one of them changed something. */
export interface RuledUnits<U> extends UnitsByRole<U> {
  readonly byRule: boolean;
}

/**
 * Applies the rules of a document that hold for a task. They never overrule a lead that the task itself names:
 * 列第一位者为牵头单位 makes the first responsible unit lead and the rest support,
 * 无牵头单位的，责任单位即为牵头单位 makes all responsible units lead. Common units are not copied into tasks.
 */
export function applyDocumentRules<U>(units: UnitsByRole<U>, rules: readonly DocumentRuleKind[]): RuledUnits<U> {
  const [first, ...rest] = units.responsible;
  if (units.lead.length > 0 || first === undefined) return { ...units, byRule: false };
  if (rules.includes("first-is-lead")) return { lead: [first], support: [...rest, ...units.support], responsible: [], byRule: true };
  if (rules.includes("responsible-is-lead")) return { lead: units.responsible, support: units.support, responsible: [], byRule: true };
  return { ...units, byRule: false };
}
