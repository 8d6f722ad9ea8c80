import { expect, test } from "vitest";
import { applyDocumentRules } from "../../../src/normalise/units/roles.ts";

const units = (lead: string[], support: string[], responsible: string[]) => ({ lead, support, responsible });

test.each([
  ["the first leads, the rest supports", units([], [], ["甲", "乙"]), ["first-is-lead"], { ...units(["甲"], ["乙"], []), byRule: true }],
  ["a single unit leads", units([], [], ["甲"]), ["first-is-lead"], { ...units(["甲"], [], []), byRule: true }],
  ["a lead of the task itself stays", units(["丙"], [], ["甲"]), ["first-is-lead"], { ...units(["丙"], [], ["甲"]), byRule: false }],
  ["printed supporters stay behind", units([], ["丁"], ["甲", "乙"]), ["first-is-lead"], { ...units(["甲"], ["乙", "丁"], []), byRule: true }],
  ["no lead: all responsible lead", units([], ["丁"], ["甲", "乙"]), ["responsible-is-lead"], { ...units(["甲", "乙"], ["丁"], []), byRule: true }],
  ["common units are not copied", units([], [], ["甲"]), ["common-units"], { ...units([], [], ["甲"]), byRule: false }],
  ["nobody stays nobody", units([], [], []), ["first-is-lead"], { ...units([], [], []), byRule: false }],
] as const)("%s", (_, given, rules, answer) => expect(applyDocumentRules(given, rules)).toEqual(answer));
