/** The whole comparison of one answer with its gold, as `gold-mapping` lays it down. */
import type { Deadline, ParseResult, Task } from "../../src/model/notice.ts";
import { align, type Alignment } from "./align.ts";
import { judgeDeadlines, judgeSectionDeadlines, showDeadline, type DeadlineVerdict } from "./deadlines.ts";
import { passagesOf, type Gold, type GoldTask } from "./gold.ts";
import type { Judgement } from "./judgement.ts";
import { judgeNotice } from "./notice-fields.ts";
import { judgeTask, recordAbove, type Allowance } from "./task-fields.ts";
import { isPassage, judgeNotDeadlines, judgeNotTasks, judgeNotUnits } from "./traps.ts";
import { judgeUnits } from "./units.ts";
import { sameWords } from "./words.ts";

/** Fields that a missing record lacks with it. */
const lostWithRecord = ["text", "path", "number"] as const;

/** All judgements of one file. `id` names the gold; `allowed` is what this file cannot tell. */
export function judge(whole: Gold, result: ParseResult, id: string, allowed: readonly Allowance[] = []): Judgement[] {
  const gold = { ...whole, tasks: splitAsAnswered(whole.tasks, result.tasks) };
  const alignment = align(gold.tasks, result.tasks);
  const { pairs, missing } = alignment;
  const extra = gold.partial === true ? beforeLastPair(alignment) : alignment.extra;
  const period = gold.notice.period ?? null;
  const records = pairs.map(({ record, got }) => ({ field: "records", record: String(record), gold: "record", got: got.text, right: true, task: got.ordinal }));
  const fields = pairs.flatMap(({ gold: wanted, got, record }) => [
    ...judgeTask(wanted, got, record, recordAbove(gold.tasks, record, allowed), allowed),
    ...judgeUnits(wanted, got, String(record)),
  ]);
  const deadlines = pairs.map(({ gold: wanted, got, record }) => judgeDeadlines(wanted, got, String(record), period));
  const sections = judgeSections(gold, result, extra, missing);
  const accepted = new Set([...deadlines, ...sections].flatMap((verdict) => [...verdict.accepted]));
  const partners = new Map(pairs.map(({ record, got }) => [record, got]));
  if (result.notice.period !== null && period !== null) accepted.add(result.notice.period);
  return [
    ...records,
    ...missing.flatMap(({ gold: wanted, record }) => judgeMissing(wanted, String(record))),
    ...extra.filter((task) => !isPermitted(task, gold)).flatMap((task) => [judgeExtra(task), ...judgeStated(task, -task.ordinal, new Set())]),
    ...fields,
    ...deadlines.flatMap((verdict) => verdict.judgements),
    ...pairs.flatMap(({ got, record }, i) => judgeStated(got, record, deadlines[i]?.right ?? new Set())),
    ...judgeNotice(gold, result, id),
    ...sections.flatMap((verdict) => verdict.judgements),
    ...judgeNotDeadlines(gold, result, partners, accepted),
    ...judgeNotUnits(gold, result),
    ...judgeNotTasks(gold, result),
    judgeStatus(gold, result),
  ];
}

/** A record of numbered paragraphs that one allocation holds for, as one record each where the answer has it so. */
function splitAsAnswered(tasks: readonly GoldTask[], got: readonly Task[]): GoldTask[] {
  return tasks.flatMap((task) => {
    const { parts = [], ...whole } = task;
    const answered = parts.filter((part) => got.some((one) => sameWords((part.heading ?? "") + part.text, (one.heading ?? "") + one.text)));
    if (answered.length < 2) return [task];
    const path = [...task.path, (task.label ?? "") + (task.heading ?? "")];
    return parts.map(({ number, heading, text }): GoldTask => {
      const deadlines = task.deadlines.filter((deadline) => (deadline["part"] ?? number) === number);
      return { ...whole, label: undefined, numberByPosition: undefined, number, heading: heading ?? null, text, path, deadlines };
    });
  });
}

/** Further records before the last one that gold has: those behind it were not read by a person. */
function beforeLastPair({ pairs, extra }: Alignment): readonly Task[] {
  const last = Math.max(0, ...pairs.map(({ got }) => got.ordinal));
  return extra.filter(({ ordinal }) => ordinal < last);
}

/** Days that the answer states without any doubt, each of which must be in gold. */
function judgeStated(task: Task, record: number, right: ReadonlySet<Deadline>): Judgement[] {
  return task.deadlines.filter(isStated).map((deadline): Judgement => {
    const shown = showDeadline(deadline);
    return { field: "stated", record: String(record), gold: right.has(deadline) ? shown : null, got: shown, right: right.has(deadline) };
  });
}

function isStated({ kind, warnings, alternatives, start, due }: Deadline): boolean {
  return (kind === "by" || kind === "interval") && (start !== null || due !== null) && warnings.length === 0 && alternatives.length === 0;
}

function judgeMissing(wanted: GoldTask, record: string): Judgement[] {
  if (wanted.optional === true) return [];
  const lost = (field: string, gold: string): Judgement => ({ field, record, gold, got: null, right: false });
  const { lead = [], support = [], responsible = [], source = "" } = wanted.units ?? {};
  const units = source === "subject" ? [] : Object.entries({ lead, support, responsible });
  return [
    lost("records", wanted.text),
    ...lostWithRecord.map((field) => lost(field, field === "path" ? wanted.path.join(" / ") : String(wanted[field]))),
    ...units.flatMap(([role, names]) => names.map((name) => lost("units", `${role} ${name}`))),
    ...wanted.deadlines
      .filter(({ optional, kind }) => optional !== true && kind !== "unspecified" && kind !== "conditional")
      .map(({ text, where }) => lost((where ?? "text") === "text" ? "textDeadlines" : "cellDeadlines", text)),
  ];
}

function judgeExtra(task: Task): Judgement {
  return { field: "records", record: `+${task.ordinal}`, gold: null, got: (task.number ?? task.label ?? "") + (task.heading ?? "") + task.text, right: false, task: task.ordinal };
}

/** A further record is not wrong where it says an aim, a closing order, or what gold calls optional. */
function isPermitted(task: Task, gold: Gold): boolean {
  if (task.kind === "safeguard" && gold.tasks.length > 0) return true;
  const optional = gold.tasks.filter((one) => one.optional === true);
  const passages = [...passagesOf(gold), ...gold.optionalTasks, ...optional];
  return passages.some((passage) => isPassage(task, (passage.heading ?? "") + passage.text));
}

/** Deadlines of aims, closing orders, and optional records that were read as no task: in a section or in a further record. */
function judgeSections(gold: Gold, result: ParseResult, extra: readonly Task[], missing: readonly { gold: GoldTask }[]): DeadlineVerdict[] {
  const candidates = new Set<Deadline>([...result.notice.sections, ...extra].flatMap((part) => part.deadlines));
  const optional = missing.filter(({ gold: task }) => task.optional === true).map(({ gold: task }) => task);
  return [...passagesOf(gold), ...optional].map((passage, i) => {
    const verdict = judgeSectionDeadlines(passage.deadlines, [...candidates], `section ${i + 1}`);
    const times = [...candidates].filter((deadline) => passage.optionalTimes.includes(deadline.text));
    for (const deadline of verdict.accepted) candidates.delete(deadline);
    return { ...verdict, accepted: new Set([...verdict.accepted, ...times]) };
  });
}

/** A notice with tasks is read; one without is `empty`, unless passages that may be tasks were reported. */
function judgeStatus(gold: Gold, result: ParseResult): Judgement {
  const wanted = gold.tasks.length > 0 || result.tasks.length > 0 ? ["success", "partial"] : ["empty"];
  return { field: "status", record: "notice", gold: wanted.join("|"), got: result.status, right: wanted.includes(result.status) };
}
