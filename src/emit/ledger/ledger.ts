/** The 台账 of a notice: what an office keeps of it. One line a task, in words for people, its doubts beside it. */
import type { Language } from "../../model/finding.ts";
import type { Assignment, Deadline, ParseResult, Task, Unit } from "../../model/notice.ts";
import { foundIn, type Level } from "../report/entries.ts";
import { whereWords } from "./where.ts";

/** One task as the office reads it. Cells may have several lines. */
export interface LedgerLine {
  /** The printed number where it tells the tasks of the notice apart, else the running one. */
  readonly number: string;
  readonly text: string;
  readonly lead: string;
  readonly support: string;
  readonly responsible: string;
  readonly due: string;
  /** Name of the file. */
  readonly file: string;
  /** Page, row or paragraph; empty where the file tells none. */
  readonly where: string;
  /** What a person should check: one sentence a line; empty for a task that was read without doubt. */
  readonly check: string;
  /** Headings above, outermost first. */
  readonly path: readonly string[];
}

/** Something that a person should check and that stands in no task: a file that could not be read, a part that nothing took. */
export interface Remark {
  readonly file: string;
  readonly where: string;
  readonly message: string;
}

/** The ledger of one notice. */
export interface Ledger {
  /** Title as printed; without one, the names of the files. */
  readonly title: string;
  readonly documentNumber: string | null;
  readonly dateIssued: string | null;
  /** Names of the files. */
  readonly files: readonly string[];
  readonly lines: readonly LedgerLine[];
  readonly remarks: readonly Remark[];
}

/** Levels that ask a person to look. A note (info) is said for the record. */
const asking: ReadonlySet<Level> = new Set(["error", "warning", "doubt"]);

/** The ledger of a result. */
export function ledgerOf(result: ParseResult, language: Language): Ledger {
  const { notice, sources, tasks } = result;
  const checks = new Map<Task, string[]>();
  const remarks: Remark[] = [];
  for (const { task, entry } of foundIn(result, language)) {
    if (!asking.has(entry.level)) continue;
    if (task === null) remarks.push({ file: entry.file, where: entry.where, message: entry.message });
    else checks.set(task, [...(checks.get(task) ?? []), entry.message]);
  }
  const numberOf = numbering(tasks, language);
  const files = sources.map(({ name }) => name);
  return {
    title: notice.title ?? files.join(language === "zh" ? "、" : ", "),
    documentNumber: notice.documentNumber?.text ?? null,
    dateIssued: notice.dateIssued,
    files,
    lines: tasks.map((task) => lineOf(task, { number: numberOf(task), sources, check: checks.get(task) ?? [], language })),
    remarks,
  };
}

/** How the tasks of a notice are called: as printed when each has a number of its own, else counted. */
function numbering(tasks: readonly Task[], language: Language): (task: Task) => { readonly number: string; readonly printed: string | null } {
  const printed = tasks.map(({ number, label }) => number ?? label);
  const tells = new Set(printed).size === tasks.length && !printed.includes(null);
  return ({ number, label, ordinal }) => {
    const own = number ?? label;
    if (tells && own !== null) return { number: own, printed: null };
    return { number: String(ordinal), printed: own === null || own === String(ordinal) ? null : language === "zh" ? `原编号 ${own}` : `printed as ${own}` };
  };
}

interface About {
  readonly number: { readonly number: string; readonly printed: string | null };
  readonly sources: ParseResult["sources"];
  readonly check: readonly string[];
  readonly language: Language;
}

function lineOf(task: Task, { number, sources, check, language }: About): LedgerLine {
  const [place] = task.place;
  const units = unitCells(task.assignment, language);
  return {
    number: number.number,
    text: wordsOf(task),
    ...units,
    due: timeCell(task.deadlines, language),
    file: sources[place?.source ?? 0]?.name ?? "",
    where: [place === undefined ? "" : whereWords(place, language), number.printed ?? ""].filter((part) => part !== "").join(language === "zh" ? "，" : ", "),
    check: [...new Set(check)].join("\n"),
    path: task.path,
  };
}

/** The words of a task under its own heading. */
function wordsOf({ heading, text }: Pick<Task, "heading" | "text">): string {
  if (heading === null || text.startsWith(heading)) return text;
  return text === "" ? heading : `${heading}\n${text}`;
}

/** The units by role; other roles, persons and what no unit was read from stand under 责任. */
export function unitCells(assignment: Assignment, language: Language): Pick<LedgerLine, "lead" | "support" | "responsible"> {
  const { lead, support, responsible, others, people, openEnded, byDuty, text } = assignment;
  const zh = language === "zh";
  const lists = { lead: named(lead), support: named(support), responsible: named(responsible) };
  const open = openEnded ? openRole(assignment) : null;
  if (open !== null) lists[open] += zh ? "等" : " etc.";
  const rest = [
    ...others.map(({ role, unit }) => `${role}：${unit.name}`),
    ...people.map(({ name, role, unit }) => `${role}：${name}${unit === null ? "" : `（${unit}）`}`),
  ];
  const empty = lead.length + support.length + responsible.length + rest.length === 0;
  const duty = byDuty && !empty ? [zh ? "按职责分工" : "each by its duties"] : [];
  return { ...lists, responsible: [lists.responsible, ...rest, ...(empty ? [text ?? ""] : duty)].filter((part) => part !== "").join("\n") };
}

function named(units: readonly Unit[]): string {
  const names = units.map(({ name }) => name);
  return names.join(names.some((name) => name.includes("、")) ? "；" : "、");
}

/** The list that 等 stands behind: that of the unit printed before it, else the last one that has units. */
function openRole({ text, lead, support, responsible }: Assignment): "lead" | "support" | "responsible" | null {
  const roles = [["responsible", responsible], ["support", support], ["lead", lead]] as const;
  const behind = roles.find(([, units]) => units.some((unit) => text?.includes(`${unit.text}等`) === true));
  return (behind ?? roles.find(([, units]) => units.length > 0))?.[0] ?? null;
}

/** The printed times, each with its last day where the words do not say it. */
function timeCell(deadlines: readonly Deadline[], language: Language): string {
  const several = deadlines.length > 1;
  const lines = deadlines.map(({ text, due, action, appliesTo }) => {
    const what = several ? (action ?? appliesTo) : null;
    const day = due === null || saysDay(text, due) ? "" : language === "zh" ? `（${due}）` : ` (${due})`;
    return `${what === null ? "" : `${what}：`}${text}${day}`;
  });
  return [...new Set(lines)].join("\n");
}

/** Whether printed words give the whole date themselves. */
function saysDay(text: string, day: string): boolean {
  const [year = "", month = "", date = ""] = day.split("-").map((part) => String(Number(part)));
  return text.replace(/\s/gu, "").includes(`${year}年${month}月${date}日`) || text.includes(day);
}
