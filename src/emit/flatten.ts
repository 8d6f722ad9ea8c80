/** Results as rows of the flat tables (model/flat.ts). */
import type { AssignmentRow, DeadlineRow, FlatRows, NoticeRow, TaskRow } from "../model/flat.ts";
import type { Assignment, Deadline, ParseResult, Task, Unit } from "../model/notice.ts";
import type { Place } from "../model/position.ts";
import { clean } from "./clean.ts";
import { taskFinder } from "./holder.ts";

/** The rows of one result. `number` is its position in the output, from 1. */
export function flatten(result: ParseResult, number: number): FlatRows {
  const shared = sharedOf(result, number);
  const findings = findingsOf(result);
  const allotted = result.tasks.flatMap((task) => assignmentsOf(result, task));
  return {
    notices: [noticeRow(result, number)],
    tasks: result.tasks.map((task) => ({ ...shared, ...taskPart(result, task, findings.get(task) ?? new Set()) })),
    assignments: allotted.map((part, i) => ({ ...shared, position: i + 1, ...part })),
    deadlines: deadlinesOf(result).map((part, i) => ({ ...shared, position: i + 1, ...part })),
  };
}

type Shared = Pick<TaskRow, "result" | "noticeId" | "documentNumber" | "noticeTitle">;

function sharedOf({ notice }: ParseResult, number: number): Shared {
  return { result: number, noticeId: clean(notice.id), documentNumber: cell(notice.documentNumber?.text), noticeTitle: cell(brief(notice.title)) };
}

/** A title as it stands in every row: what is longer stands in full in the row of the notice. */
function brief(title: string | null): string | null {
  return title === null || title.length <= longestTitle ? title : `${title.slice(0, longestTitle).toWellFormed()}…`;
}

const longestTitle = 300;

function noticeRow(result: ParseResult, number: number): NoticeRow {
  const { notice, sources, parser, coverage, tasks, diagnostics, status, schemaVersion } = result;
  const count = (severity: string): number => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return {
    result: number,
    noticeId: clean(notice.id),
    file: list(sources.map((source) => source.name)) ?? "",
    status,
    kind: notice.kind,
    documentNumber: cell(notice.documentNumber?.text),
    agencyCode: cell(notice.documentNumber?.agencyCode),
    documentYear: notice.documentNumber?.year ?? null,
    documentSerial: notice.documentNumber?.serial ?? null,
    title: cell(notice.title),
    issuers: list(notice.issuers),
    addressees: list(notice.addressees),
    enclosure: cell(notice.enclosure),
    dateIssued: notice.dateIssued,
    datePublished: notice.datePublished,
    draft: notice.draft,
    disclosure: cell(notice.disclosure),
    periodStart: notice.period?.start ?? null,
    periodDue: notice.period?.due ?? null,
    workYear: notice.workYear?.year ?? null,
    workYearBasis: notice.workYear?.basis ?? null,
    jurisdictionCode: cell(notice.jurisdiction?.code),
    jurisdictionName: cell(notice.jurisdiction?.name),
    jurisdictionLevel: notice.jurisdiction?.level ?? null,
    indexNumber: cell(notice.indexNumber),
    subjectCategory: list(notice.subjectCategory),
    validity: cell(notice.validity),
    attachments: list(notice.attachments.map(({ label, title }) => `${label} ${title}`)),
    references: list(notice.references.map(({ documentNumber, title }) => [title, documentNumber].filter((part) => part !== null).join(" "))),
    tasks: tasks.length,
    errors: count("error"),
    warnings: count("warning"),
    characters: coverage.characters,
    unclaimed: coverage.unclaimed.reduce((sum, { text }) => sum + text.replace(/\s/gu, "").length, 0),
    sha256: list(sources.map((source) => source.sha256 ?? "")),
    parserVersion: parser.version,
    schemaVersion,
  };
}

function taskPart(result: ParseResult, task: Task, findings: ReadonlySet<string>): Omit<TaskRow, keyof Shared> {
  const { assignment } = task;
  return {
    ordinal: task.ordinal,
    taskId: clean(task.id),
    kind: task.kind,
    number: cell(task.number),
    label: cell(task.label),
    group: cell(task.group),
    part: task.part,
    path: cell(task.path.map(clean).join(" / ")),
    heading: cell(task.heading),
    text: clean(task.text),
    weight: task.weight,
    lead: names(assignment.lead),
    support: names(assignment.support),
    responsible: names(assignment.responsible),
    others: list(assignment.others.map(({ role, unit }) => `${role}：${unit.name}`)),
    people: list(assignment.people.map(({ name, role, unit }) => `${name}（${unit === null ? role : `${unit} ${role}`}）`)),
    openEnded: assignment.openEnded,
    byDuty: assignment.byDuty,
    allocation: cell(assignment.text),
    allocationBasis: assignment.basis,
    time: list(task.deadlines.map((deadline) => deadline.text)),
    due: task.due,
    ongoing: task.deadlines.some((deadline) => deadline.ongoing),
    findings: list([...findings]),
    ...whereabouts(result, task.place),
  };
}

/** The codes of the findings about each task, in order, once each. */
function findingsOf(result: ParseResult): ReadonlyMap<Task, ReadonlySet<string>> {
  const taskOf = taskFinder(result.tasks);
  const found = new Map<Task, Set<string>>();
  for (const diagnostic of result.diagnostics) {
    const task = taskOf(diagnostic);
    if (task !== null) found.set(task, (found.get(task) ?? new Set()).add(diagnostic.code));
  }
  return found;
}

function assignmentsOf(result: ParseResult, task: Task): Omit<AssignmentRow, keyof Shared | "position">[] {
  const { lead, support, responsible, others, basis } = task.assignment;
  const row = (unit: Unit, role: AssignmentRow["role"], roleWord: string | null): Omit<AssignmentRow, keyof Shared | "position"> => ({
    ordinal: task.ordinal,
    taskId: clean(task.id),
    number: cell(task.number),
    text: clean(task.text),
    due: task.due,
    role,
    roleWord: cell(roleWord),
    unit: clean(unit.name),
    unitText: clean(unit.text),
    unitKind: unit.kind,
    unitFunction: cell(unit.function),
    division: cell(unit.division),
    members: list(unit.members),
    basis,
    ...whereabouts(result, unit.place),
  });
  return [
    ...lead.map((unit) => row(unit, "lead", null)),
    ...support.map((unit) => row(unit, "support", null)),
    ...responsible.map((unit) => row(unit, "responsible", null)),
    ...others.map(({ unit, role }) => row(unit, "other", role)),
  ];
}

function deadlinesOf(result: ParseResult): Omit<DeadlineRow, keyof Shared | "position">[] {
  const { notice, tasks } = result;
  return [
    ...(notice.period === null ? [] : [deadlinePart(result, notice.period, "notice", null)]),
    ...notice.sections.flatMap((section) => section.deadlines.map((deadline) => deadlinePart(result, deadline, "section", null))),
    ...tasks.flatMap((task) => task.deadlines.map((deadline) => deadlinePart(result, deadline, "task", task))),
  ];
}

function deadlinePart(result: ParseResult, deadline: Deadline, holder: DeadlineRow["holder"], task: Task | null): Omit<DeadlineRow, keyof Shared | "position"> {
  const { origin, kind, start, due, precision, mod, bound, anchor, ongoing, yearFrom } = deadline;
  return {
    holder,
    ordinal: task?.ordinal ?? null,
    taskId: cell(task?.id),
    text: clean(deadline.text),
    origin,
    kind,
    start,
    due,
    precision,
    mod,
    edtf: cell(deadline.edtf),
    rrule: cell(deadline.rrule),
    duration: cell(deadline.duration),
    action: cell(deadline.action),
    appliesTo: cell(deadline.appliesTo),
    bound,
    anchorEvent: cell(anchor?.event),
    anchorRelation: anchor?.relation ?? null,
    anchorDayKind: anchor?.dayKind ?? null,
    anchorDate: anchor?.date ?? null,
    ongoing,
    yearFrom,
    alternatives: list(deadline.alternatives.map((other) => other.due ?? other.rrule ?? other.reason)),
    warnings: list(deadline.warnings),
    ...whereabouts(result, deadline.place),
  };
}

function names(units: Assignment["lead"]): string | null {
  return list(units.map((unit) => unit.name));
}

function whereabouts({ sources }: ParseResult, places: readonly Place[]): Pick<TaskRow, "file" | "page" | "place"> {
  const [first] = places;
  if (first === undefined) return { file: null, page: null, place: null };
  const more = places.length > 1 ? ` +${places.length - 1}` : "";
  return { file: cell(sources[first.source]?.name), page: first.kind === "page" ? first.page : null, place: shortPlace(first) + more };
}

function shortPlace(place: Place): string {
  if (place.kind === "page") return `p${place.page} ${place.bbox.map((edge) => Math.round(edge)).join(",")}`;
  return place.start === null ? place.path : `${place.path}@${place.start}-${place.end ?? ""}`;
}

function list(words: readonly string[]): string | null {
  return cell(words.map(clean).join("；"));
}

function cell(words: string | null | undefined): string | null {
  const kept = clean(words ?? "");
  return kept === "" ? null : kept;
}
