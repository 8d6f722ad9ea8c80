/** Records as a whole: right in every field or not, and, where not, whether the answer says its doubt. */
import type { Diagnostic, ParseResult, Task } from "../../src/model/notice.ts";
import type { Place } from "../../src/model/position.ts";
import type { Judgement } from "./judgement.ts";
import { related } from "./words.ts";

/** What a record must have right to be right: its number, path, words, units with roles and times. */
const exactFields: ReadonlySet<string> = new Set(["number", "path", "text", "units", "cellDeadlines", "textDeadlines"]);

/**
 * One judgement a record of gold and a record too many, as field `exact`; and for each wrong one whether a finding
 * stands on it or on its table, as field `said`. Known gaps (`isKnown`) are no mistakes.
 */
export function judgeRecords(judgements: readonly Judgement[], result: ParseResult, isKnown: (judgement: Judgement) => boolean): Judgement[] {
  const mistakes = judgements.filter((one) => exactFields.has(one.field) && !one.right && !isKnown(one));
  const records = judgements.filter((one) => one.field === "records" && !isKnown(one));
  return records.flatMap((one): Judgement[] => {
    const wrong = [...new Set(mistakes.filter(({ record }) => record === one.record).map(({ field }) => field))];
    if (one.right && wrong.length === 0) return [{ ...one, field: "exact" }];
    const task = result.tasks.find(({ ordinal }) => ordinal === one.task);
    const said = task === undefined ? isSaidMissing(one, neighbour(one, records, result), result) : isSaid(task, result);
    return [
      { field: "exact", record: one.record, gold: one.gold, got: one.right ? `wrong: ${wrong.join(", ")}` : one.got, right: false },
      { field: "said", record: one.record, gold: "a finding", got: said ? "a finding" : "nothing", right: said },
    ];
  });
}

/** The record of the answer that stands nearest to one that was not found: the one before it, else the one behind it. */
function neighbour(missing: Judgement, records: readonly Judgement[], { tasks }: ParseResult): Task | undefined {
  const found = records.filter(({ right }) => right);
  const before = found.findLast(({ record }) => Number(record) < Number(missing.record)) ?? found[0];
  return tasks.find(({ ordinal }) => ordinal === before?.task);
}

/** Whether a finding names the record, stands where it stands, or is about its table; a doubt kept beside a time is one. */
function isSaid(task: Task, { diagnostics }: ParseResult): boolean {
  if (task.deadlines.some(({ warnings, alternatives }) => warnings.length + alternatives.length > 0)) return true;
  return diagnostics.some((one) => one.task === task.id || one.place.some((place) => meets(place, task.place)) || isOfTable(one, task));
}

/** A record that was not found: its words are unclaimed, the document gave no task and says so, or the table beside it is doubted. */
function isSaidMissing(judgement: Judgement, near: Task | undefined, { coverage, diagnostics, tasks }: ParseResult): boolean {
  if (tasks.length === 0) return diagnostics.some(({ severity }) => severity !== "info");
  if (coverage.unclaimed.some(({ text }) => related(text, judgement.gold ?? ""))) return true;
  return near !== undefined && diagnostics.some((one) => isOfTable(one, near));
}

function isOfTable(finding: Diagnostic, task: Task): boolean {
  return finding.code.startsWith("table/") && finding.place.some((place) => task.place.some((own) => sameTable(place, own)));
}

function sameTable(one: Place, other: Place): boolean {
  if (one.kind === "page" && other.kind === "page") return one.page === other.page;
  if (one.kind !== "element" || other.kind !== "element") return false;
  const table = tableOf(other.path);
  return table !== null && tableOf(one.path) === table;
}

/** The path of the innermost table that holds a place. */
function tableOf(path: string): string | null {
  return /^.*\/(?:table|w:tbl)(?:\[\d+\])?(?=\/|$)/u.exec(path)?.[0] ?? null;
}

function meets(place: Place, own: readonly Place[]): boolean {
  return own.some((one) => {
    if (one.kind === "page" && place.kind === "page") return one.page === place.page && one.bbox[1] < place.bbox[3] && place.bbox[1] < one.bbox[3];
    return one.kind === "element" && place.kind === "element" && (one.path === place.path || one.path.startsWith(`${place.path}/`) || place.path.startsWith(`${one.path}/`));
  });
}
