/** Units with their roles beside gold, and the marks of an assignment: 等, 按职责分工, the printed clause. */
import type { Assignment, Task } from "../../src/model/notice.ts";
import type { GoldTask, GoldUnits } from "./gold.ts";
import type { Judgement } from "./judgement.ts";
import { bare, plain, related } from "./words.ts";

const roles = ["lead", "support", "responsible"] as const;

/** A unit in a role, as one string: `lead 区编办`. */
type RoleMember = string;

function pairsOf(units: { readonly [role in (typeof roles)[number]]?: readonly string[] | undefined }): Set<RoleMember> {
  return new Set(roles.flatMap((role) => (units[role] ?? []).map((name) => roleMember(role, name))));
}

function roleMember(role: string, name: string): RoleMember {
  return `${role} ${plain(name).replace(/[。;,、]$/u, "")}`;
}

function memberOf(pair: RoleMember): string {
  return pair.slice(pair.indexOf(" ") + 1);
}

/** All readings that gold accepts, the preferred one first. */
function readingsOf(units: GoldUnits): Set<RoleMember>[] {
  const { lead, support, responsible, leadAlternative, responsibleAlternative } = units;
  const without = (names: readonly string[], gone: readonly string[]): string[] => names.filter((name) => !gone.includes(name));
  const readings = [pairsOf(units)];
  if (leadAlternative !== undefined) {
    readings.push(pairsOf({ lead: [...lead, ...leadAlternative], support, responsible: without(responsible, leadAlternative) }));
    readings.push(pairsOf({ lead: [...lead, ...leadAlternative], support, responsible }));
  }
  if (responsibleAlternative !== undefined) {
    const kept = { lead: without(lead, responsibleAlternative), support: without(support, responsibleAlternative) };
    readings.push(pairsOf({ ...kept, responsible: responsibleAlternative }));
  }
  if (units.unitsAlternative !== undefined) readings.push(pairsOf(units.unitsAlternative));
  if (units.roleAlternative !== undefined) readings.push(pairsOf(moved(units, units.roleAlternative)));
  if (units.unranked !== undefined) readings.push(pairsOf({ lead: without(lead, units.unranked), support, responsible: [...responsible, ...units.unranked] }));
  return readings;
}

/** The units with members of one role in another: those named, or all of the role. */
function moved(units: GoldUnits, alternative: NonNullable<GoldUnits["roleAlternative"]>): Record<(typeof roles)[number], string[]> {
  const named = roles.some((role) => Array.isArray(alternative[role]));
  const result = { lead: [] as string[], support: [] as string[], responsible: [] as string[] };
  for (const role of roles) {
    const other = alternative[role];
    if (named && Array.isArray(other)) result[role].push(...other);
    else if (!named) result[typeof other === "string" ? other : role].push(...units[role]);
  }
  return result;
}

/** Roles that gold has among the three and the answer by convention under `others`, with the printed verb (gold-mapping). */
const otherRoles = /组织实施|具体实施|试点|业主|指导|监督|检查/u;

/** Members that gold has in one of the three roles although their printed verb is none of these. */
function byVerb({ others }: Assignment, wanted: ReadonlySet<RoleMember>): ReadonlyMap<RoleMember, RoleMember> {
  return new Map(
    others.flatMap(({ unit, role }) => {
      const meant = otherRoles.test(role) ? roles.map((name) => roleMember(name, unit.text)).find((pair) => wanted.has(pair)) : undefined;
      return meant === undefined ? [] : [[roleMember(role, unit.text), meant] as const];
    }),
  );
}

/** The units of the answer in their roles. 指导 units stand under `others` with the printed verb. */
function answered(assignment: Assignment): Set<RoleMember> {
  const named = roles.flatMap((role) => assignment[role].map((unit) => roleMember(role, unit.text)));
  return new Set([...named, ...assignment.others.map(({ unit, role }) => roleMember(role, unit.text))]);
}

/** Whether gold prints units for this record, in a cell or clause; doers of sentences do not count. */
function printsUnits(units: GoldUnits | undefined): units is GoldUnits {
  if (units === undefined || units.source === "subject") return false;
  return typeof units.text === "string" || roles.some((role) => units[role].length > 0);
}

/** Judges members with roles, and, where units are printed, the marks of the assignment. */
export function judgeUnits(gold: GoldTask, { assignment }: Task, record: string): Judgement[] {
  const units = gold.units === undefined ? undefined : { ...gold.units, unitsAlternative: gold.units.unitsAlternative ?? gold.unitsAlternative };
  const weak = units?.source === "subject" || (assignment.basis === "subject" && !printsUnits(units));
  if (units !== undefined && weak) return judgeSubjects(units, assignment, record);
  const judged = judgeMembers(units, assignment, record);
  return printsUnits(units) ? [...judged, ...judgeMarks(units, assignment, record)] : judged;
}

function judgeMembers(units: GoldUnits | undefined, assignment: Assignment, record: string): Judgement[] {
  const got = answered(assignment);
  const readings = units === undefined ? [new Set<RoleMember>()] : readingsOf(units);
  const free = new Set([...(units?.mentioned ?? []), ...(units?.responsibleByRule ?? []), ...(units?.guidance ?? [])].map(plain));
  const verdicts = readings.map((wanted) => {
    const meant = byVerb(assignment, wanted);
    return compare(wanted, new Set([...got].map((pair) => meant.get(pair) ?? pair)), units, free, record);
  });
  const mistakes = (verdict: readonly Judgement[]): number => verdict.filter((judgement) => !judgement.right).length;
  return verdicts.reduce((best, verdict) => (mistakes(verdict) < mistakes(best) ? verdict : best));
}

function compare(
  wanted: ReadonlySet<RoleMember>,
  got: ReadonlySet<RoleMember>,
  units: GoldUnits | undefined,
  free: ReadonlySet<string>,
  record: string,
): Judgement[] {
  const fieldWords = units?.fieldWords ?? [];
  const byField = [...got].filter((pair) => fieldWords.some((word) => memberOf(pair).startsWith(plain(word))));
  const mayBeEmpty = units?.optional === true && got.size === 0;
  const judged = [...wanted].flatMap((pair): Judgement[] => {
    const right = got.has(pair) || (byField.length > 0 && fieldWords.some((word) => memberOf(pair).includes(plain(word))));
    return right || !mayBeEmpty ? [{ field: "units", record, gold: pair, got: right ? pair : null, right }] : [];
  });
  const extra = [...got].filter((pair) => !wanted.has(pair) && !free.has(memberOf(pair)) && !byField.includes(pair));
  return [...judged, ...extra.map((pair) => ({ field: "units", record, gold: null, got: pair, right: false }))];
}

/** Doers of sentences, loosely: roles are not compared, and a part of the name is enough. */
function judgeSubjects(units: GoldUnits, assignment: Assignment, record: string): Judgement[] {
  const field = "subjectUnits";
  const wanted = [...new Set(roles.flatMap((role) => units[role]))];
  const got = [...answered(assignment)].map(memberOf);
  const free = [...(units.mentioned ?? []), ...(units.responsibleByRule ?? []), ...(units.leadAlternative ?? []), ...(units.fieldWords ?? [])];
  const found = wanted.flatMap((name): Judgement[] => {
    const other = got.find((candidate) => related(name, candidate));
    if (other === undefined && units.optional === true) return [];
    return [{ field, record, gold: name, got: other ?? null, right: other !== undefined }];
  });
  const extra = got.filter((name) => ![...wanted, ...free].some((known) => related(known, name)));
  return [...found, ...extra.map((name) => ({ field, record, gold: null, got: name, right: false }))];
}

function judgeMarks(units: GoldUnits, assignment: Assignment, record: string): Judgement[] {
  const mark = (field: "openEnded" | "byDuty"): Judgement => ({
    field,
    record,
    gold: String(units[field]),
    got: String(assignment[field]),
    right: units[field] === assignment[field],
  });
  const marks = [mark("openEnded"), mark("byDuty")];
  if (typeof units.text !== "string") return marks;
  const right = assignment.text !== null && bare(assignment.text) === bare(units.text);
  return [...marks, { field: "clause", record, gold: units.text, got: assignment.text, right }];
}
