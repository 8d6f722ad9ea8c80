/** Printed unit lists and clauses of a task as one assignment with places. */
import type { AllocationDraft, Role } from "../model/draft.ts";
import type { Assignment, Deadline, Unit } from "../model/notice.ts";
import { partOf, placesOf, remember, spansWithin, type Quote } from "../model/quote.ts";
import { sharedAllocationStart } from "../rules/shared-allocations.ts";
import { withKnownSpelling } from "./doubtful-units.ts";
import { readOnce, type Stage } from "./stage.ts";
import { readTimes } from "./times.ts";
import { parseAssignment, type AssignmentMember, type AssignmentReading } from "./units/assignment.ts";
import { lookupConflict, type NoticeFacts } from "./units/resolve.ts";
import { applyDocumentRules } from "./units/roles.ts";

/** Who does it, and the deadlines that stood among the units. */
export interface Allocated {
  readonly assignment: Assignment;
  readonly deadlines: readonly Deadline[];
}

/** Reads all allocations of one task. `ordinal` tells which rules of the document hold for it; null: none. */
export function allocate(whole: readonly AllocationDraft[], ordinal: number | null, stage: Stage): Allocated {
  const allocations = whole.map((allocation) => ({ ...allocation, quote: clauseOf(allocation.quote) }));
  const readings = allocations.map((allocation) => ({ allocation, reading: readAllocation(allocation, allocations, stage) }));
  const all = readings.flatMap(({ allocation, reading }) => reading.members.map((member) => ({ noted: allocation.origin === "note", role: member.role, word: member.roleWord, unit: unitOf(member, allocation.quote, stage) })));
  const members = all.filter(({ noted, unit }) => noted || !all.some((other) => other.noted && other.unit.name === unit.name));
  const withRole = (role: string): Unit[] => members.filter((member) => member.role === role).map(({ unit }) => unit);
  const rules = stage.rules.filter((rule) => ordinal !== null && rule.fromTask <= ordinal).map(({ kind }) => kind);
  const printed = whole.filter(({ origin }) => origin !== "subject" && origin !== "note");
  const noted = allocations.some(({ origin }) => origin === "note");
  const ruled = applyDocumentRules({ lead: withRole("lead"), support: withRole("support"), responsible: withRole("responsible") }, printed.length === 0 ? [] : rules);
  const people = readings.flatMap(({ allocation, reading }) => reading.people.map((person, i) => remember({ ...person }, spansWithin(allocation.quote, ...(reading.peopleRanges[i] ?? [0, 0])))));
  const found = members.length + people.length > 0;
  return {
    assignment: {
      text: printed.length === 0 ? null : printed.map(({ quote }) => quote.text).join("\n"),
      lead: [...ruled.lead],
      support: [...ruled.support],
      responsible: [...ruled.responsible],
      others: members.filter(({ role }) => role === "other").map(({ unit, word }) => ({ unit, role: word ?? "" })),
      people,
      openEnded: readings.some(({ reading }) => reading.openEnded),
      byDuty: readings.some(({ reading }) => reading.byDuty),
      basis: !found ? "none" : ruled.byRule || noted ? "rule" : basisOf(allocations[0]?.origin),
      place: placesOf(stage.document, whole.flatMap(({ quote }) => quote.spans)),
    },
    deadlines: readings.flatMap(({ allocation, reading }) => timesAmong(reading, allocation, stage)),
  };
}

/** The clause alone, behind 以上任务; the quote itself for any other words. */
function clauseOf(quote: Quote): Quote {
  const start = sharedAllocationStart(quote.text);
  return start === null ? quote : partOf(quote, start, quote.text.length);
}

function basisOf(origin: AllocationDraft["origin"] | undefined): Assignment["basis"] {
  return origin === undefined || origin === "note" ? "none" : origin;
}

/** The units of a printed list, whatever their role (考评对象, 成员单位). */
export function readUnits(quote: Quote, stage: Stage): Unit[] {
  const reading = parseAssignment(quote.text, { ...facts(stage), role: "responsible", header: null, otherRoles: [] });
  return reading.members.map((member) => unitOf(member, quote, stage));
}

function readAllocation({ quote, role, header, origin, marks }: AllocationDraft, all: readonly AllocationDraft[], stage: Stage): AssignmentReading {
  const otherRoles = all.filter((other) => other.quote !== quote && origin !== "subject").flatMap((other): Role[] => (other.role === null ? [] : [other.role]));
  const key = [role, header, otherRoles.join(" "), quote.text, ...[...(marks ?? [])].flat()].join("\n");
  const reading = readOnce(stage.read.assignments, key, () => parseAssignment(quote.text, { ...facts(stage), role, header, otherRoles, ...(marks === undefined ? {} : { marks }) }));
  if (origin === "inherited" || origin === "heading" || origin === "subject") return reading;
  for (const { text, range } of reading.unread) {
    stage.context.report("unit/unrecognized", { actual: text, place: placesOf(stage.document, spansWithin(quote, ...range)) });
  }
  for (const units of reading.missingSeparators) {
    stage.context.report("unit/missing-separator", { params: { units: units.join("、") }, actual: quote.text, place: placesOf(stage.document, quote.spans) });
  }
  return reading;
}

function facts({ dateIssued, workYear, jurisdiction, context }: Stage): NoticeFacts {
  return { dateIssued, year: workYear?.year ?? null, jurisdiction, lookups: context.options.lookups ?? null };
}

function unitOf(member: AssignmentMember, quote: Quote, stage: Stage): Unit {
  const { text, name, kind, function: field, division, members, basis, range } = member;
  const conflict = basis.find((id) => id.startsWith(lookupConflict));
  if (conflict !== undefined) {
    const rows = conflict.slice(lookupConflict.length).split("+").join("、");
    stage.context.report("lookup/conflict", { params: { rows }, actual: text, place: placesOf(stage.document, spansWithin(quote, ...range)) });
  }
  const unit = { text, name, kind, function: field, division, members: [...members], basis: [...basis], place: placesOf(stage.document, spansWithin(quote, ...range)) };
  return withKnownSpelling(unit, stage.document, facts(stage), stage.context);
}

/** Deadlines in a unit list: （国务院各部门分别负责，年内持续推进）. */
function timesAmong({ deadlineRanges, deadlineOwners, members }: AssignmentReading, { quote, origin }: AllocationDraft, stage: Stage): Deadline[] {
  return deadlineRanges.flatMap((range, index) => {
    const read = readTimes([{ quote: partOf(quote, ...range), origin: origin === "inherited" ? "inherited" : "cell", share: null }], stage);
    const of = deadlineOwners[index] ?? null;
    // Behind the last of several units one time may be for them all.
    const owner = deadlineRanges.length > 1 || (members.length > 1 && members.findIndex(({ text }) => text === of) < members.length - 1) ? of : null;
    return read.map((deadline) => (owner === null || deadline.appliesTo !== null ? deadline : { ...deadline, appliesTo: owner }));
  });
}
