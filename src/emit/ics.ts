/**
 * The deadlines of all tasks as a calendar (RFC 5545) that an office can subscribe to.
 *
 * Days are whole days, never times. Days that the words do not settle, and recurrences without a printed day, are tentative and say so.
 * The same task keeps its UID from version to version, so that a moved deadline moves. No clock: an event is as old as its notice.
 */
import type { Language } from "../model/finding.ts";
import type { Deadline, ParseResult, Task } from "../model/notice.ts";
import { parserVersion } from "../model/version.ts";
import { sha256 } from "../text/digest.ts";
import { printable } from "../text/shown.ts";
import { firstDay, withDay } from "./ics/recurrence.ts";
import { unitCells } from "./ledger/ledger.ts";
import type { OutputOptions, Pieces, Results } from "./output.ts";
import { doubtOf, foundIn, isDoubtful } from "./report/entries.ts";
import { whereWords } from "./ledger/where.ts";
import { shorten } from "./report/wording.ts";

/** Longest summary, in characters. */
const longest = 40;

/** A content line before it is folded. */
type Line = readonly [name: string, value: string];

interface CalendarEvent {
  readonly uid: string;
  readonly lines: readonly Line[];
}

/** Writes the calendar when all results are there. */
export async function* writeIcs(results: Results, { language }: Pick<OutputOptions, "language">): Pieces {
  const events = new Map<string, CalendarEvent>();
  const titles = new Set<string>();
  let [tasks, undated] = [0, 0];
  for await (const result of results) {
    titles.add(result.notice.title ?? result.sources.map(({ name }) => name).join(" "));
    const checks = checksOf(result, language);
    for (const task of result.tasks) {
      tasks++;
      const own = eventsOf(task, { result, checks: checks.get(task) ?? [], language });
      if (own.length === 0) undated++;
      for (const event of own) put(events, event);
    }
  }
  const zh = language === "zh";
  const [only] = titles;
  const name = titles.size === 1 && only !== undefined ? only : zh ? "任务时限" : "Deadlines of tasks";
  const about = zh ? `${tasks} 项任务，${events.size} 个日程；${undated} 项任务的时限没有日子（长期、按事件、没有写或没有读懂），不在日历里。` : `${tasks} tasks, ${events.size} events; ${undated} tasks have no deadline with a day (ongoing, by an event, none or not understood) and are not in the calendar.`;
  const head: readonly Line[] = [["BEGIN", "VCALENDAR"], ["VERSION", "2.0"], ["PRODID", `-//fengong//fengong ${parserVersion}//${zh ? "ZH" : "EN"}`], ["CALSCALE", "GREGORIAN"], ["METHOD", "PUBLISH"], ["X-WR-CALNAME", escaped(name)], ["X-WR-CALDESC", escaped(about)]];
  yield head.map(folded).join("");
  for (const { lines } of events.values()) yield lines.map(folded).join("");
  yield folded(["END", "VCALENDAR"]);
}

/** One notice read from two files gives its events once; where they differ, both stand. */
function put(events: Map<string, CalendarEvent>, event: CalendarEvent): void {
  const same = (known: CalendarEvent): boolean => JSON.stringify(known.lines.filter(([name]) => name !== "UID")) === JSON.stringify(event.lines.filter(([name]) => name !== "UID"));
  for (let copy = 1; ; copy++) {
    const uid = copy === 1 ? event.uid : event.uid.replace("@", `-${copy}@`);
    const known = events.get(uid);
    if (known !== undefined && !same(known)) continue;
    if (known === undefined) events.set(uid, { uid, lines: event.lines.map(([name, value]) => [name, name === "UID" ? uid : value]) });
    return;
  }
}

/** What a person should check about the times of each task. */
function checksOf(result: ParseResult, language: Language): Map<Task, string[]> {
  const checks = new Map<Task, string[]>();
  for (const { task, entry } of foundIn(result, language)) {
    if (task === null || entry.level === "info" || !entry.code.startsWith("deadline/") || entry.code === "deadline/doubt") continue;
    checks.set(task, [...(checks.get(task) ?? []), entry.message]);
  }
  return checks;
}

interface About {
  readonly result: ParseResult;
  readonly checks: readonly string[];
  readonly language: Language;
}

/** The events of a task: one a day or recurrence, however often it is printed. */
function eventsOf(task: Task, about: About): CalendarEvent[] {
  const seen = new Set<string>();
  return task.deadlines.flatMap((deadline) => {
    const moment = momentOf(deadline, about.result);
    const key = moment === null ? "" : [moment.day, moment.rrule, deadline.bound].join(" ");
    if (moment === null || seen.has(key)) return [];
    seen.add(key);
    return [eventOf(task, deadline, { ...about, ...moment, position: seen.size })];
  });
}

interface Moment {
  /** `YYYY-MM-DD`, the first one of a recurrence. */
  readonly day: string;
  readonly rrule: string | null;
  /** Whether the words say that day. */
  readonly printed: boolean;
}

/** The day of a deadline; null when it has none. */
function momentOf({ due, start, rrule }: Deadline, { notice }: ParseResult): Moment | null {
  if (rrule === null) return due === null ? null : { day: due, rrule: null, printed: true };
  const from = start ?? notice.period?.start ?? notice.dateIssued ?? notice.datePublished;
  const rule = withDay(rrule);
  const day = from === null || rule === null ? null : firstDay(rule, from);
  // A recurrence may have the day of its first time; only a later one is its end.
  const last = due !== null && day !== null && due > day ? due : (notice.period?.due ?? null);
  if (day === null || rule === null || (last !== null && last < day)) return null;
  return { day, rrule: last === null ? rule : `${rule};UNTIL=${last.replaceAll("-", "")}`, printed: rule === rrule };
}

function eventOf(task: Task, deadline: Deadline, { result, checks, language, day, rrule, printed, position }: About & Moment & { readonly position: number }): CalendarEvent {
  const zh = language === "zh";
  const { notice, sources } = result;
  const doubts = [...(isDoubtful(deadline) ? [doubtOf(deadline, language)] : []), ...checks, ...(printed ? [] : [zh ? `原文只说“${deadline.text}”，没有写日子；日历放在每期最后一天。` : `The words “${deadline.text}” give no day; the calendar has the last day of each period.`])];
  const uid = `${sha256(task.id).slice(0, 20)}-${position}@fengong`;
  const what = shorten(printable(deadline.action ?? task.heading ?? task.text).replaceAll("⏎", " "), longest);
  const summary = `${doubts.length > 0 ? (zh ? "待核：" : "Check: ") : ""}${deadline.bound === "start" ? (zh ? "开始：" : "Start: ") : ""}${what}`;
  const { lead, support, responsible } = unitCells(task.assignment, language);
  const [place] = task.place;
  const described = [
    [zh ? "任务" : "Task", task.text],
    [zh ? "时限" : "Due", deadline.text],
    [zh ? "牵头" : "Lead", lead],
    [zh ? "配合" : "Support", support],
    [zh ? "责任" : "Responsible", responsible.replaceAll("\n", zh ? "；" : "; ")],
    [zh ? "待核" : "To check", doubts.join(" ")],
    [zh ? "来源" : "Source", [notice.title, notice.documentNumber?.text, sources[place?.source ?? 0]?.name, place === undefined ? null : whereWords(place, language)].filter((part) => part != null && part !== "").join(" ")],
  ].flatMap(([name = "", words = ""]) => (words === "" ? [] : [`${name}${zh ? "：" : ": "}${words}`]));
  const url = sources[place?.source ?? 0]?.uri ?? null;
  const units = task.assignment.lead.map(({ name }) => escaped(name));
  return {
    uid,
    lines: [
      ["BEGIN", "VEVENT"],
      ["UID", uid],
      ["DTSTAMP", `${(notice.dateIssued ?? notice.datePublished ?? "1970-01-01").replaceAll("-", "")}T000000Z`],
      ["DTSTART;VALUE=DATE", day.replaceAll("-", "")],
      ...(rrule === null ? [] : [["RRULE", rrule] as const]),
      ["SUMMARY", escaped(summary)],
      ["DESCRIPTION", escaped(described.join("\n"))],
      ...(units.length === 0 ? [] : [["CATEGORIES", units.join(",")] as const]),
      ...(url !== null && /^https?:\/\/[\x21-\x7e]+$/u.test(url) ? [["URL", url] as const] : []),
      ["STATUS", doubts.length > 0 ? "TENTATIVE" : "CONFIRMED"],
      ["TRANSP", "TRANSPARENT"],
      ["END", "VEVENT"],
    ],
  };
}

/** A TEXT value (RFC 5545, 3.3.11): on one line, nothing in it is syntax, nothing steers. */
function escaped(words: string): string {
  return words.split(/\r?\n/u).map((line) => printable(line.toWellFormed()).replace(/[\\;,]/gu, "\\$&")).join("\\n");
}

/** A content line of at most 75 octets a piece (3.1), broken between characters. */
function folded([name, value]: Line): string {
  let [lines, current, octets] = ["", "", 0];
  for (const character of `${name}:${value}`) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      lines += `${current}\r\n`;
      [current, octets] = [" ", 1];
    }
    current += character;
    octets += size;
  }
  return `${lines}${current}\r\n`;
}
