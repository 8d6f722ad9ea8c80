/** The answer that gold describes, in the shape of the contract: what the comparison must find right everywhere. */
import type { Assignment, Deadline, Notice, ParseResult, Section, Task, Unit } from "../../src/model/notice.ts";
import { passagesOf, type Gold, type GoldDeadline, type GoldTask, type GoldUnits } from "./gold.ts";
import { kindsOfNotices } from "./notice-fields.ts";

const kinds: Readonly<Record<GoldDeadline["kind"], Deadline["kind"]>> = {
  by: "by",
  end: "by",
  range: "interval",
  period: "interval",
  ongoing: "ongoing",
  recurring: "recurring",
  relative: "relative",
  immediate: "immediate",
  unspecified: "event",
  conditional: "event",
};

const groups: Readonly<Record<string, Task["kind"]>> = { phase: "phase", safeguard: "safeguard", "assessment-item": "assessment", indicator: "indicator" };

/** The perfect answer for a notice. `id` names the gold. */
export function perfectResult(gold: Gold, id: string): ParseResult {
  return {
    schemaVersion: "1.0.0",
    status: gold.tasks.length === 0 ? "empty" : "success",
    parser: { name: "fengong", version: "0.0.0" },
    sources: [],
    notice: perfectNotice(gold, id),
    tasks: gold.tasks.map(perfectTask),
    coverage: { characters: 10, claimed: 8, furniture: 2, unclaimed: [] },
    diagnostics: [],
  };
}

function perfectNotice(gold: Gold, id: string): Notice {
  const { notice } = gold;
  const number = notice.documentNumber ?? null;
  const reference = (text: string, relation: "cites" | "repeals"): Notice["references"][number] => ({ documentNumber: text, title: null, relation, text, verb: null, basis: relation, place: [] });
  const cites = (notice.references ?? []).map((text) => reference(text, "cites"));
  const repeals = (notice.repeals ?? []).map((text) => reference(text, "repeals"));
  const rule = notice.leadRule ?? null;
  return {
    id,
    kind: kindsOfNotices[id] ?? "other",
    documentNumber:
      number === null ? null : { text: number, agencyCode: notice.agencyCode ?? "", year: notice.year ?? 0, serial: notice.serial ?? 0 },
    title: notice.title ?? null,
    issuers: notice.issuers ?? [],
    addressees: notice.addressees ?? [],
    enclosure: notice.enclosure ?? null,
    dateIssued: notice.dateIssued ?? null,
    datePublished: notice.datePublished ?? null,
    draft: notice.draft ?? false,
    disclosure: notice.publicityNote ?? notice.disclosure ?? null,
    period: notice.period ? perfectDeadline(notice.period) : null,
    workYear: typeof notice.workYear === "number" ? { year: notice.workYear, basis: "title" } : null,
    jurisdiction: null,
    indexNumber: notice.indexNumber ?? null,
    subjectCategory: typeof notice.subjectCategory === "string" ? [notice.subjectCategory.replace(/\\+/gu, "\\")] : [],
    validity: null,
    attachments: (notice.attachments ?? []).map(({ label, title }) => ({ label: label ?? "附件", title, url: null })),
    references: [...cites, ...repeals],
    rules: rule === null ? [] : [{ kind: "first-is-lead", text: rule.text, units: [], fromTask: 1, exceptions: null }],
    sections: passagesOf(gold).map(
      ({ text, deadlines }): Section => ({ kind: "closing", path: [], text, assignment: null, deadlines: deadlines.map(perfectDeadline), place: [] }),
    ),
    unitLists: gold.unitLists.map(({ heading, members }) => ({ title: heading, text: members.join("、"), units: members.map(unit) })),
    further: [],
    evidence: {},
  };
}

/** The perfect answer for one record. */
export function perfectTask(gold: GoldTask, index: number): Task {
  const deadlines = gold.deadlines.map(perfectDeadline);
  const ends = (inCell: boolean): string[] =>
    deadlines
      .filter(({ origin, kind }) => (origin !== "text") === inCell && (kind === "by" || kind === "interval"))
      .flatMap(({ due }) => due ?? [])
      .sort();
  return {
    id: String(index),
    ordinal: index + 1,
    kind: groups[gold.group] ?? "task",
    number: gold.number ?? gold.numberByPosition ?? null,
    label: gold.label ?? null,
    group: gold.attachment ?? null,
    part: gold.part ?? null,
    path: [...gold.path],
    heading: gold.heading ?? null,
    text: gold.text,
    columns: Object.entries({ ...gold.columns, ...gold.fields }).map(([header, text]) => ({ header, text })),
    weight: gold.weight ?? null,
    assignment: perfectAssignment(gold.units),
    deadlines,
    due: ends(true).at(-1) ?? ends(false).at(-1) ?? null,
    place: [],
  };
}

function perfectAssignment(units: GoldUnits | undefined): Assignment {
  return {
    text: units?.text ?? null,
    lead: (units?.lead ?? []).map(unit),
    support: (units?.support ?? []).map(unit),
    responsible: (units?.responsible ?? []).map(unit),
    others: [],
    people: [],
    openEnded: units?.openEnded ?? false,
    byDuty: units?.byDuty ?? false,
    basis: units?.source === "subject" ? "subject" : "cell",
    place: [],
  };
}

/** A unit with nothing but its printed words. */
export function unit(text: string): Unit {
  return { text, name: text, kind: "other", function: null, division: null, members: [], basis: [], place: [] };
}

function lengthOf(amount: number, unit: string): string {
  const lengths: Readonly<Record<string, string>> = { "business-day": "D", day: "D", month: "M", year: "Y" };
  return unit === "hour" ? `PT${amount}H` : `P${amount}${lengths[unit] ?? "?"}`;
}

/** The perfect reading of one time. */
export function perfectDeadline(gold: GoldDeadline): Deadline {
  const { offset, interval } = gold;
  const amount = interval?.amount ?? offset?.amount ?? null;
  return {
    text: gold.text,
    origin: (gold.where ?? "text") === "text" ? "text" : "cell",
    kind: kinds[gold.kind],
    start: gold.start ?? null,
    due: gold.end ?? null,
    precision: null,
    mod: null,
    edtf: null,
    rrule: gold.recurrence ?? null,
    duration: amount === null ? null : lengthOf(amount, interval?.unit ?? offset?.unit ?? "day"),
    action: null,
    appliesTo: null,
    bound: "finish",
    anchor: offset ? { event: offset.from ?? null, relation: "after", dayKind: offset.unit === "business-day" ? "business" : "calendar", date: null } : null,
    ongoing: gold.kind === "ongoing",
    yearFrom: "none",
    alternatives: [],
    basis: [],
    warnings: [],
    place: [],
  };
}
