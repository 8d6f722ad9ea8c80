/** Units alone, without a file: who does what in which role, and the right name of one unit. Also `import … from "fengong/units"`. */
import { checked, checkedText } from "./arguments.ts";
import type { Lookups } from "./model/lookups.ts";
import { assignmentContextSchema, unitContextSchema } from "./model/options.ts";
import type { Assignment, Unit } from "./model/notice.ts";
import { placeOfCode } from "./normalise/jurisdiction.ts";
import { parseAssignment as readList, type AssignmentMember } from "./normalise/units/assignment.ts";
import { resolveUnit as resolve, type NoticeFacts, type ResolvedUnit } from "./normalise/units/resolve.ts";
import { applyDocumentRules } from "./normalise/units/roles.ts";
import { readUnitHeader } from "./rules/units/headers.ts";

export type { ResolvedUnit };

/** What is known of the notice. Nothing is needed; what is missing stays unsettled. */
export interface UnitContext {
  /** Date of issue, `YYYY-MM-DD`: names are those of that year. */
  readonly issued?: string | null;
  /** Year of the notice, when there is no date. */
  readonly year?: number | null;
  /** GB/T 2260 code of the place in which the notice holds; `000000` is the nation. */
  readonly region?: string | null;
  /** Aliases and corrections, as `readLookups` gives them. */
  readonly lookups?: Lookups | null;
}

/** What is known of a printed list. */
export interface AssignmentContext extends UnitContext {
  /** Header of its column, or the label before it: 责任单位, 牵头单位, 分管领导. */
  readonly header?: string | null;
  /** Headers of the other filled unit columns of the same task. */
  readonly otherHeaders?: readonly string[];
  /** Rules that the notice states for all tasks: 列第一位者为牵头单位. */
  readonly rules?: readonly ("first-is-lead" | "responsible-is-lead")[];
}

/** A unit of a printed list. `range` is half-open UTF-16 offsets in the list. */
export type ListedUnit = Omit<Unit, "place"> & { readonly range: readonly [start: number, end: number] };

/** A printed list, read. */
export interface AssignmentReading {
  readonly lead: readonly ListedUnit[];
  readonly support: readonly ListedUnit[];
  readonly responsible: readonly ListedUnit[];
  /** Units with any other role, by its printed word. */
  readonly others: readonly { readonly unit: ListedUnit; readonly role: string }[];
  readonly people: Assignment["people"];
  /** 等. */
  readonly openEnded: boolean;
  /** 按职责分工. */
  readonly byDuty: boolean;
  /** Stretches that are a time and no unit, half-open UTF-16 offsets. */
  readonly times: readonly (readonly [start: number, end: number])[];
  /** Words that no rule explains. */
  readonly unread: readonly { readonly text: string; readonly range: readonly [start: number, end: number] }[];
  /** Names that stood together without a separator and were parted. */
  readonly missingSeparators: readonly (readonly string[])[];
}

/**
 * Reads a unit cell, trailing bracket, labelled line or clause. No lead is made up. Linear in the length of the text.
 *
 * @throws {TypeError} for a text that is no string, or a context with another name or value.
 *
 * @example
 * const { lead, support } = parseAssignment("区编办牵头，区政府各部门负责落实", { region: "341702", issued: "2018-05-01" });
 * // lead[0].name    贵池区机构编制委员会办公室
 * // support[0].text 区政府各部门
 */
export function parseAssignment(text: string, context: AssignmentContext = {}): AssignmentReading {
  const known = checked(assignmentContextSchema, context, "context") as AssignmentContext;
  const { header = null, otherHeaders = [], rules = [] } = known;
  const role = header === null ? null : (readUnitHeader(header)?.role ?? null);
  const otherRoles = otherHeaders.flatMap((other) => readUnitHeader(other)?.role ?? []);
  const { members, people, openEnded, byDuty, deadlineRanges, unread, missingSeparators } = readList(checkedText(text, "text"), { ...factsOf(known), header, role, otherRoles });
  const withRole = (wanted: string): ListedUnit[] => members.filter((member) => member.role === wanted).map(unitOf);
  const { lead, support, responsible } = applyDocumentRules({ lead: withRole("lead"), support: withRole("support"), responsible: withRole("responsible") }, rules);
  const others = members.filter((member) => member.role === "other").map((member) => ({ unit: unitOf(member), role: member.roleWord ?? header ?? "" }));
  return { lead, support, responsible, others, people, openEnded, byDuty, times: deadlineRanges, unread, missingSeparators };
}

/**
 * Resolves one printed unit: canonical name for the date, kind, function, region.
 *
 * @throws {TypeError} as {@link parseAssignment}.
 *
 * @example
 * resolveUnit("区环保局", { region: "341702", issued: "2018-05-01" });
 * // { name: "贵池区环境保护局", kind: "agency", function: "ecology_environment", division: "341702", basis: […] }
 */
export function resolveUnit(text: string, context: UnitContext = {}): ResolvedUnit {
  return resolve(checkedText(text, "text"), factsOf(checked(unitContextSchema, context, "context") as UnitContext));
}

function factsOf({ issued = null, year = null, region = null, lookups = null }: UnitContext): NoticeFacts {
  return { dateIssued: issued, year, jurisdiction: region === null ? null : placeOfCode(region), lookups };
}

function unitOf({ text, name, kind, function: field, division, members, basis, range }: AssignmentMember): ListedUnit {
  return { text, name, kind, function: field, division, members, basis, range };
}
