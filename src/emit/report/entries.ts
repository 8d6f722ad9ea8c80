/** What needs eyes, from the results: findings and doubtful deadlines, each with its words and the line they stand in. */
import { deadlineKinds, doubtWords, reasonWords } from "../../model/doubts.ts";
import type { Language, Severity } from "../../model/finding.ts";
import type { Deadline, Diagnostic, ParseResult, Section, Task } from "../../model/notice.ts";
import type { Mark, Marks } from "../../model/marks.ts";
import type { Place } from "../../model/position.ts";
import { placeFinder, taskFinder, type Placed } from "../holder.ts";
import type { Results } from "../output.ts";
import { excerpt, type Excerpt } from "./excerpt.ts";
import { recurrence } from "./recurrence.ts";
import type { Marked } from "./spots.ts";
import { messageOf, placeWords, severities, shorten } from "./wording.ts";

/** How soon somebody should look. A doubt is a value that has another defensible reading. */
export type Level = Severity | "doubt";

/** The levels, most urgent first. */
export const levels: Readonly<Record<Level, { readonly zh: string; readonly en: string; readonly colour: "red" | "yellow" | "magenta" | "cyan" }>> = {
  error: severities.error,
  warning: severities.warning,
  doubt: { zh: "存疑", en: "doubt", colour: "magenta" },
  info: severities.info,
};

/** The levels in that order. */
export const levelOrder: readonly Level[] = ["error", "warning", "doubt", "info"];

/** One thing to look at. */
export interface Entry {
  readonly level: Level;
  readonly file: string;
  /** Page or element in words; empty when the whole file is meant. */
  readonly where: string;
  /** Number or label of the task it is about, or the beginning of its text. */
  readonly task: string | null;
  readonly code: string;
  readonly message: string;
  readonly excerpt: Excerpt | null;
  /** Its marks and those of its task; null where the result has none. */
  readonly marked: Marked | null;
  /** Further places in the file of which the same is said. */
  readonly also: readonly string[];
}

/** One file of the report. */
export interface FileSummary {
  readonly file: string;
  readonly title: string | null;
  readonly status: ParseResult["status"];
  readonly tasks: number;
  readonly counts: Readonly<Record<Level, number>>;
}

/** All of a report: files in order, entries by level and in each level as they were found. */
export interface ReportData {
  readonly files: readonly FileSummary[];
  readonly entries: readonly Entry[];
  /** The pages on which an entry stands, for those whose result has marks. */
  readonly pages: ReadonlyMap<Entry, Marks["pages"]>;
}

/** Gathers the report of all results. */
export async function gatherReport(results: Results, language: Language): Promise<ReportData> {
  const files: FileSummary[] = [];
  const entries: Entry[] = [];
  const pages = new Map<Entry, Marks["pages"]>();
  for await (const result of results) {
    const found = foundIn(result, language).map(({ entry }) => entry);
    files.push(summaryOf(result, found));
    for (const entry of merged(found)) {
      entries.push(entry);
      if (result.marks !== undefined) pages.set(entry, result.marks.pages);
    }
  }
  return { files, entries: levelOrder.flatMap((level) => entries.filter((entry) => entry.level === level)), pages };
}

/** Findings of one kind that show no words of their own (seventeen pages without text) become one entry. */
function merged(entries: readonly Entry[]): readonly Entry[] {
  const kinds = new Map<string, { readonly first: Entry; readonly also: string[] }>();
  const kept: { readonly first: Entry; readonly also: string[] }[] = [];
  for (const entry of entries) {
    const key = `${entry.code}\n${entry.file}`;
    const before = entry.excerpt === null && entry.task === null ? kinds.get(key) : undefined;
    if (before === undefined) {
      const group = { first: entry, also: [] };
      kept.push(group);
      if (entry.excerpt === null && entry.task === null) kinds.set(key, group);
    } else before.also.push(entry.where);
  }
  return kept.map(({ first, also }) => ({ ...first, also }));
}

function summaryOf(result: ParseResult, entries: readonly Entry[]): FileSummary {
  const count = (level: Level): number => entries.filter((entry) => entry.level === level).length;
  return {
    file: fileOf(result, undefined),
    title: result.notice.title,
    status: result.status,
    tasks: result.tasks.length,
    counts: { error: count("error"), warning: count("warning"), doubt: count("doubt"), info: count("info") },
  };
}

function fileOf({ sources }: ParseResult, place: Place | undefined): string {
  return place === undefined ? sources.map((source) => source.name).join("；") : (sources[place.source]?.name ?? "");
}

/** All that needs eyes in a result, with the task it is about. */
export function foundIn(result: ParseResult, language: Language): { readonly task: Task | null; readonly entry: Entry }[] {
  const taskOf = taskFinder(result.tasks);
  const sectionAt = placeFinder(result.notice.sections);
  const fieldAt = placeFinder(Object.values(result.notice.evidence));

  const linesAt = (task: Task | null, place: Place | undefined): readonly string[] => {
    if (task !== null) return linesOf(task);
    if (place === undefined) return [];
    return [sectionAt(place)?.text, fieldAt(place)?.text].filter((text) => text !== undefined);
  };
  const { marks } = result;
  const rows = new Map(result.tasks.map((task, i) => [task, marks?.tasks[i]]));
  const entry = (level: Level, about: Placed & { readonly code: string; readonly message: string; readonly words: string | null; readonly own: readonly Mark[] }, task: Task | null): { readonly task: Task | null; readonly entry: Entry } => ({
    task,
    entry: {
      level,
      file: fileOf(result, about.place[0]),
      where: placeWords(about.place, language),
      task: task === null ? null : nameOf(task),
      code: about.code,
      message: about.message,
      excerpt: about.words === null || about.words.trim() === "" ? null : excerpt(about.words, linesAt(task, about.place[0])),
      marked: marks === undefined ? null : { own: about.own, row: task === null ? [] : (rows.get(task)?.["row"] ?? []) },
      also: [],
    },
  });

  const found = result.diagnostics.map((diagnostic: Diagnostic, i) => {
    const { severity, code, actual, place } = diagnostic;
    return entry(severity, { code, message: messageOf(diagnostic, language), words: actual, place, own: marks?.diagnostics[i] ?? [] }, taskOf(diagnostic));
  });
  const doubtful = (deadlines: readonly Deadline[], task: Task | null): ReturnType<typeof entry>[] =>
    deadlines.flatMap((deadline, k) => {
      if (!isDoubtful(deadline)) return [];
      const own = (task === null ? undefined : rows.get(task)?.[`deadlines.${k}`]) ?? [];
      return [entry("doubt", { code: "deadline/doubt", message: doubtOf(deadline, language), words: deadline.text, place: deadline.place, own }, task)];
    });
  return [
    ...found,
    ...result.notice.sections.flatMap((section: Section) => doubtful(section.deadlines, null)),
    ...result.tasks.flatMap((task) => doubtful(task.deadlines, task)),
  ];
}

function linesOf({ text, heading, columns, assignment }: Task): readonly string[] {
  return [...columns.map((column) => column.text), text, heading ?? "", assignment.text ?? ""];
}

function nameOf({ number, label, text }: Task): string {
  return number ?? label ?? shorten(text, 12);
}

/** Whether a deadline that was read has another defensible reading, or a doubt. */
export function isDoubtful({ alternatives, warnings, kind }: Deadline): boolean {
  return (alternatives.length > 0 || warnings.length > 0) && kind !== "unrecognized";
}

/** How a doubtful deadline was read, how it may also be read, and why it is doubtful. */
export function doubtOf({ text, due, rrule, kind, alternatives, warnings }: Deadline, language: Language): string {
  const zh = language === "zh";
  const named = (code: string, words: Readonly<Record<string, string>>): string => (zh ? (words[code] ?? code) : code);
  const meaning = (one: { readonly due: string | null; readonly rrule: string | null }): string | null => one.due ?? (one.rrule === null ? null : recurrence(one.rrule, language));
  const read = meaning({ due, rrule }) ?? named(kind, deadlineKinds);
  const others = alternatives.map((other) => `${meaning(other) ?? "?"}${zh ? "（" : " ("}${named(other.reason, reasonWords)}${zh ? "）" : ")"}`).join(zh ? "、" : ", ");
  const doubts = warnings.map((code) => named(code, doubtWords)).join(zh ? "、" : ", ");
  if (zh) return `时限“${shorten(text, 30)}”读作 ${read}${others === "" ? "" : `，也可读作 ${others}`}${doubts === "" ? "" : `；疑点：${doubts}`}。`;
  return `“${shorten(text, 30)}” was read as ${read}${others === "" ? "" : `; it may also mean ${others}`}${doubts === "" ? "" : `; doubts: ${doubts}`}.`;
}
