/**
 * Where a convention of ours and a source differ: one row a kind, matched by rule. A case counts as right under our conventions
 * when a row says what we must read instead, and we read it.
 */
import type { DeadlineReading } from "../../../../src/normalise/deadlines/reading.ts";
import { addDays } from "../../../../src/text/calendar.ts";
import type { Value, Wanted } from "./sources.ts";

export interface Conflict {
  readonly kind: string;
  /** Convention that decides (conventions/deadlines.md), or what is wrong with the source. */
  readonly reason: string;
  readonly holds: (wanted: Wanted, reading: DeadlineReading, value: Value) => boolean;
}

const isRange = /[至到]|[-—–~]|间$/;
const day = (value: string | null): value is string => value !== null;

/** Months and years after: the last day of the period that begins on the day after theirs. */
function endsPeriodOf(due: string, theirs: string): boolean {
  const first = addDays(theirs, 1);
  const monthly = first.endsWith("-01") && due.slice(0, 7) === first.slice(0, 7) && addDays(due, 1).endsWith("-01");
  const yearly = first.endsWith("-01-01") && due === `${first.slice(0, 4)}-12-31`;
  return monthly || yearly;
}

export const conflicts: readonly Conflict[] = [
  {
    kind: "last day of a range counts", reason: "RANGE_INCLUSIVE: both ends count; Recognizers ends before the last day, month or year named.",
    holds: ({ words, means }, { kind, start, due }, value) =>
      means === "period" && isRange.test(words) && kind === "interval" && day(due) && day(value.due) && start === value.start && (due === addDays(value.due, 1) || endsPeriodOf(due, value.due)),
  },
  {
    kind: "day before counts", reason: "DAY_BEFORE_INCLUSIVE: 7月10日前 ends on the tenth; Recognizers ends the day before.",
    holds: ({ means }, { kind, due }, value) => means === "before" && (kind === "by" || kind === "interval") && day(value.due) && due === addDays(value.due, 1),
  },
  {
    kind: "period before does not count", reason: "PERIOD_BEFORE_EXCLUSIVE: 6月前 ends in May, with the end of June as alternative; JioNLP counts June.",
    holds: ({ means }, { alternatives }, value) => means === "before" && alternatives.some(({ due }) => due === value.due),
  },
  {
    kind: "reaching a year counts it", reason: "REACH_YEAR: 到2018年 ends on 31 December; Recognizers ends before the year.",
    holds: ({ words, means }, { due }, value) => means === "before" && /[到至]/.test(words) && day(value.due) && due === `${String(Number(value.due.slice(0, 4)) + 1)}-12-31`,
  },
  {
    kind: "no roll to next year", reason: "NO_SILENT_ROLL: a day without a year stays in the year of the notice; JioNLP prefers the future.",
    holds: ({ means, words }, { due }, value) => means === "day" && !words.includes("年") && day(due) && day(value.due) && due.slice(4) === value.due.slice(4) && Number(value.due.slice(0, 4)) - Number(due.slice(0, 4)) === 1,
  },
  {
    kind: "working days need an event", reason: "BUSINESS_DAYS: no day is claimed without a printed event; JioNLP counts from now.",
    holds: (_, { duration, anchor, due, start }) => duration !== null && anchor?.dayKind === "business" && due === null && start === null,
  },
  {
    kind: "corresponding day", reason: "WITHIN_MONTHS (Civil Code art. 202): months and years end on the corresponding day, with assumed-anchor; the sources end a day earlier or take the whole month or year.",
    holds: (_, { kind, duration, due, warnings }, value) => kind === "relative" && duration !== null && day(due) && day(value.due) && warnings.includes("assumed-anchor") && near(due, value.due, 1),
  },
  {
    kind: "after a period is a beginning", reason: "三年后 says when something begins, not its last day: start on the corresponding day, no due; the sources take a whole day, month or year as the date.",
    holds: ({ words }, { kind, duration, due, anchor }) => /后$/.test(words) && kind === "relative" && duration !== null && due === null && anchor?.relation === "after",
  },
  {
    kind: "a period ago is no deadline", reason: "三年前 is the past: the length is kept, no day is claimed, with a warning.",
    holds: ({ words }, { kind, due, start, warnings }) => /前$/.test(words) && kind === "relative" && due === null && start === null && warnings.includes("past"),
  },
  {
    kind: "looking back ends on the day of issue", reason: "近三年, 三年以来: from the corresponding day to the day of issue, with a warning; the sources end the day before or begin with a whole month.",
    holds: ({ words }, { duration, due, start, warnings }, value) =>
      /以来$|^(?:过去|近)/.test(words.replace(/\s/g, "")) && warnings.includes("past") && duration !== null && day(due) && (value.due === null || near(due, value.due, 31)) && day(start),
  },
  {
    kind: "no year, no day", reason: "NO_YEAR: the source fills in the present day where the case gives none; we claim none.",
    holds: (_, { due, start, warnings }) => due === null && start === null && warnings.some((code) => code === "no-year" || code === "no-month" || code === "no-issue-date"),
  },
  {
    kind: "next or last months and years, aligned or rolling", reason: "ALIGNED: Duckling takes whole months and years, Recognizers counts from today: the first with the second as alternative and ambiguous.",
    holds: ({ words }, { alternatives, warnings, start }, value) => /^[上下前后]/.test(words) && warnings.includes("ambiguous") && (start === value.start || alternatives.some(({ due }) => day(due) && day(value.due) && near(due, value.due, 1)) || /[年月]$/.test(words)),
  },
  {
    kind: "lunar dates are converted", reason: "LUNAR_TABLE: Recognizers gives the lunar month and day as if they were solar; we give the solar day.",
    holds: ({ words, means }, { due, basis, text }, value) =>
      means === "day" && (basis.includes("LUNAR_TABLE") || basis.includes("HOLIDAY_BEFORE") || basis.includes("LUNAR_BEFORE")) && /[正腊冬]月|初|大年|农历|春节|除夕|元宵|端午|中秋|重阳/.test(words) && text !== "" && day(due) && (value.due === null || due.slice(5) > value.due.slice(5) || due.slice(5) <= "03-31"),
  },
  {
    kind: "a lunar day inside its month", reason: "JioNLP drops the day of 腊月18 and gives the month; we give the day.",
    holds: ({ means }, { due, basis }, value) => means === "period" && basis.includes("LUNAR_TABLE") && day(due) && day(value.start) && day(value.due) && value.start <= due && due <= value.due,
  },
  {
    kind: "either calendar", reason: "八月十五 without 日 can be solar or lunar: the solar day with the lunar one as alternative, ambiguous.",
    holds: ({ means }, { alternatives, warnings }, value) => means === "day" && warnings.includes("day-mark-missing") && alternatives.some(({ due }) => due === value.due),
  },
  {
    kind: "no choice between two readings", reason: "1/2/2020 can be January or February, a bare 29日 this month or the next, 下周三 this week or the next: the readings are alternatives, with ambiguous; the sources choose, and not alike.",
    holds: (_, { alternatives, warnings }, value) => warnings.includes("ambiguous") && alternatives.some((other) => day(other.due) && day(value.due) && near(other.due, value.due, 1)),
  },
  {
    kind: "no such day", reason: "2月29日 of a year that has none is no day; Recognizers goes to the nearest leap year.",
    holds: ({ words }, { kind, warnings }) => /2月29日/.test(words) && kind === "unrecognized" && warnings.includes("no-such-day"),
  },
  {
    kind: "start of a period", reason: "PERIOD_START: 年初 and 伊始 end with February; JioNLP ends 伊始 with January and takes 季度初 as a month.",
    holds: ({ words }, { mod, due }, value) => /初|伊始/.test(words) && mod === "APPROX" && day(due) && day(value.due) && near(due, value.due, 31),
  },
  {
    kind: "last days are counted", reason: "最后五天 are five days; JioNLP gives six.",
    holds: ({ words }, { basis, due, start }, value) => /最后/.test(words) && basis.includes("COUNTED_PART") && due === value.due && day(start) && day(value.start) && addDays(value.start, 1) === start,
  },
  {
    kind: "century of a two-digit year", reason: "NUMERALS: two digits take the century of the notice unless that lies more than fifty years ahead; JioNLP takes the past century. We warn.",
    holds: (_, { due, warnings }, value) => warnings.includes("two-digit-year") && day(due) && day(value.due) && due.slice(2) === value.due.slice(2),
  },
  {
    kind: "以后 and 以前 are part of the words", reason: "The extractor of Recognizers cuts them off and gives the year alone; we read them, as its own model does.",
    holds: ({ means, words }, { start, due, text }, value) => means === "period" && !/[前后]$/.test(words) && /(?:以后|以前)$/.test(text) && day(value.start) && day(value.due) && (start === addDays(value.due, 1) || due === addDays(value.start, -1)),
  },
  {
    kind: "term by solar year", reason: "A solar term belongs to the solar year named; JioNLP counts 大寒 and 小寒 to the lunar year and gives the January after.",
    holds: ({ words }, { due }, value) => /[大小]寒$/.test(words) && day(due) && day(value.due) && Number(value.due.slice(0, 4)) - Number(due.slice(0, 4)) === 1,
  },
  {
    kind: "a season has no date", reason: "EVENT_UNRESOLVED: a season is named by no calendar date; no day of it is claimed without a warning.",
    holds: ({ words }, { warnings }) => /[春夏秋冬](?:天|季)?$/.test(words) && warnings.includes("partly-read"),
  },
];

function near(a: string, b: string, days: number): boolean {
  return Math.abs(Date.parse(a) - Date.parse(b)) <= days * 86_400_000;
}

/** The row that explains why a reading differs from what is wanted; null when none does. */
export function conflictWith(wanted: Wanted, readings: readonly DeadlineReading[]): Conflict | null {
  const values = wanted.values.length === 0 ? [{ start: null, due: null }] : wanted.values;
  return conflicts.find(({ holds }) => readings.some((reading) => values.some((value) => holds(wanted, reading, value)))) ?? null;
}
