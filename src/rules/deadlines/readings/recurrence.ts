/** Readings of what comes again: a recurrence rule of RFC 5545 and its first day on or after the date of issue. */
import { addDays, daysInMonth, isoDate, weekday } from "../../../text/calendar.ts";
import { chineseNumber } from "../../../text/numerals.ts";
import { dayOf, monthOf } from "../calendar/numbers.ts";
import type { Base } from "../shapes.ts";
import { durationOf } from "./relative.ts";
import { blank, type Claim, type RawReading } from "../claim.ts";

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/** Frequencies by their first character; 旬 has no rule of its own. */
const frequencies: Readonly<Record<string, string>> = {
  "年": "FREQ=YEARLY", "季": "FREQ=MONTHLY;INTERVAL=3", "月": "FREQ=MONTHLY", "周": "FREQ=WEEKLY", "星": "FREQ=WEEKLY", "日": "FREQ=DAILY", "天": "FREQ=DAILY", "半": "FREQ=MONTHLY;INTERVAL=6",
};

/** 每半月 has no rule of its own either: twice a month is no fortnight. */
function frequencyOf(unit: string | undefined): string | null {
  if (/^半个?月/.test(unit ?? "")) return null;
  return frequencies[(unit ?? "").charAt(0)] ?? null;
}

function recurring(claim: Claim, rrule: string | null): RawReading {
  return { ...blank("recurring", claim.start, claim.end, [claim.convention]), rrule };
}

/** Working days have no rule in RFC 5545: they stand in the duration. */
const eachWorkday = { event: null, relation: "after", dayKind: "business", date: null } as const;

/** 每季度: how often, no day claimed. */
export function readEvery(claim: Claim): RawReading[] {
  if (/工作日|交易日/.test(claim.groups.unit ?? "")) return [{ ...recurring(claim, null), duration: "P1D", anchor: eachWorkday }];
  return [recurring(claim, frequencyOf(claim.groups.unit))];
}

/** 每20个工作日, 每两年. */
export function readEveryNumber(claim: Claim): RawReading[] {
  const count = chineseNumber(claim.groups.n ?? "");
  const unit = (claim.groups.unit ?? "").replace("个", "");
  if (count === null || count < 1) return [];
  const duration = durationOf(count, unit);
  const months = { "季度": 3, "月": 1 }[unit];
  const business = /工作日|交易日/.test(unit);
  const frequency = months === undefined ? frequencyOf(unit) : "FREQ=MONTHLY";
  const interval = count * (months ?? 1);
  const rrule = business || frequency === null ? null : interval === 1 ? frequency : `${frequency};INTERVAL=${String(interval)}`;
  const anchor = business ? eachWorkday : null;
  return [{ ...recurring(claim, rrule), duration, anchor }];
}

/** 按月或按季度: the second is the other reading. */
export function readByFrequency(claim: Claim): RawReading[] {
  const { unit, or } = claim.groups;
  const reading = recurring(claim, frequencyOf(unit));
  if (or === undefined) return [reading];
  return [{ ...reading, alternatives: [{ due: null, rrule: frequencyOf(or), reason: "either-or" }] }];
}

/** Days within the months in which they come; negative days count from the end of the month. */
interface Days {
  readonly months: readonly number[] | null;
  readonly days: readonly number[];
}

/** 每月5日前, 每季度末, 每年1月31日前, 每周五. */
export function readEveryAt(claim: Claim, base: Base): RawReading[] {
  const { unit, at, at2, month, named } = claim.groups;
  if (unit === "周" || unit === "星期") return onWeekdays(claim, at ?? "", base);
  if (unit === "月") return onDays(claim, base, "MONTHLY", monthDays(at ?? ""), null);
  if (unit === "季") return onDays(claim, base, "MONTHLY", at === undefined ? (month === undefined || at2 !== undefined ? [-1] : []) : monthDays(at), namedMonths(named) ?? quarterMonths(month));
  if (unit === "半年") return onDays(claim, base, "MONTHLY", [-1], [6, 12]);
  return yearly(claim, at ?? "", base);
}

function onWeekdays(claim: Claim, at: string, base: Base): RawReading[] {
  const days = [...at.matchAll(/[一二三四五六日天]/g)].map(([day]) => (day === "天" || day === "日" ? 7 : (chineseNumber(day) ?? 7)));
  const [first = 1, last = 7] = days;
  const through = /[至到—–─~―-]/.test(at) && days.length === 2 && first < last ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : days;
  const wanted = [...new Set(through)].sort((a, b) => a - b);
  const rrule = `FREQ=WEEKLY;BYDAY=${wanted.map((day) => weekdays[day - 1] ?? "").join(",")}`;
  let due = base.issued;
  while (due !== null && !wanted.includes(weekday(due))) due = addDays(due, 1);
  return [{ ...recurring(claim, rrule), due, precision: "day", edtf: null, yearFrom: due === null ? "none" : "dateIssued" }];
}

/** 5日, 底, 中旬: the last day that each names; empty when one is no day. */
function monthDays(words: string): number[] {
  return allOf(words.split(/[、和及与,]|以及/).map(monthDay)) ?? [];
}

/** The numbers when none is missing. */
function allOf(numbers: readonly (number | null)[]): number[] | null {
  const known = numbers.filter((number) => number !== null);
  return known.length === numbers.length ? known : null;
}

function monthDay(words: string): number | null {
  if (/^[底末]$|下旬/.test(words)) return -1;
  if (words === "初") return 5;
  const ten = { "上旬": 10, "中旬": 20 }[words];
  if (ten !== undefined) return ten;
  const day = dayOf(words);
  return day !== null && day >= 1 && day <= 31 ? day : null;
}

function quarterMonths(words: string | undefined): number[] {
  const place = /[一1首头]/.test((words ?? "").replace("最后一", "")) ? 1 : /[二2]/.test(words ?? "") ? 2 : 3;
  return [0, 3, 6, 9].map((months) => months + place);
}

function namedMonths(words: string | undefined): number[] | null {
  if (words === undefined) return null;
  const months = [...words.matchAll(/(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月/g)].map((match) => monthOf(match[0]));
  return months.length === 0 ? null : allOf(months);
}

function onDays(claim: Claim, base: Base, frequency: string, days: readonly number[], months: readonly number[] | null): RawReading[] {
  if (days.length === 0) return months === null ? [] : [recurring(claim, `FREQ=${frequency};BYMONTH=${months.join(",")}`)];
  const byMonth = months === null ? "" : `BYMONTH=${months.join(",")};`;
  const due = firstOf({ months, days }, base.issued);
  const reading = recurring(claim, `FREQ=${frequency};${byMonth}BYMONTHDAY=${days.join(",")}`);
  return [{ ...reading, due, precision: "day", yearFrom: due === null ? "none" : "dateIssued" }];
}

/** 每年6月底、12月底: all parts with one day of the month, or one month with its days. */
function yearly(claim: Claim, at: string, base: Base): RawReading[] {
  const parts = at.split(/[、和及与,]|以及/).map(yearPart);
  const last = parts.at(-1);
  if (last === undefined || last === null) return [];
  const filled = parts.map((part) => (part === null ? null : part.day === null ? { ...part, day: last.day } : part));
  if (filled.some((part) => part === null)) return [];
  const months = filled.flatMap((part) => (part === null ? [] : [part.month]));
  const days = [...new Set(filled.flatMap((part) => (part?.day === null || part === null ? [] : [part.day])))];
  const whole = days.length === 0 && /(?:之前|以前|前)$/.test(claim.words);
  if (days.length > 1 && new Set(months).size > 1) {
    return [{ ...recurring(claim, null), warnings: ["several-rules"] }];
  }
  const [reading] = onDays(claim, base, "YEARLY", days, monthsUntil([...new Set(months)], monthOf(claim.groups.last)));
  if (reading === undefined) return [];
  return [whole ? { ...reading, warnings: ["ambiguous"] } : reading];
}

/** 每年9月到11月: the months between; across the turn of the year too. */
function monthsUntil(months: readonly number[], last: number | null): readonly number[] {
  const [first] = months;
  if (last === null || first === undefined || months.length > 1) return months;
  const count = ((last - first + 12) % 12) + 1;
  return Array.from({ length: count }, (_, i) => ((first - 1 + i) % 12) + 1).sort((a, b) => a - b);
}

function yearPart(words: string): { month: number; day: number | null } | null {
  if (/^[0-9]{1,2}$/.test(words)) return { month: Number(words), day: null };
  if (/^年?[底末]$/.test(words)) return { month: 12, day: -1 };
  if (words === "年中") return { month: 6, day: -1 };
  if (words === "年初") return { month: 2, day: -1 };
  const half = /^([上下])半年/.exec(words)?.[1];
  if (half !== undefined) return { month: half === "上" ? 6 : 12, day: -1 };
  const quarter = /^第?([一二三四1-4])季度/.exec(words)?.[1];
  if (quarter !== undefined) return { month: (chineseNumber(quarter) ?? 4) * 3, day: -1 };
  const match = /^(.{1,2}月份?)(.*)$/.exec(words);
  const month = monthOf(match?.[1]);
  if (match === null || month === null || month < 1 || month > 12) return null;
  const rest = match[2] ?? "";
  const day = rest === "" ? null : monthDay(rest);
  return rest !== "" && day === null ? null : { month, day };
}

/** 每季度结束后10日内: the days after the period, in the month that follows it. */
export function readEveryAfter(claim: Claim, base: Base): RawReading[] {
  const count = chineseNumber(claim.groups.n ?? "");
  if (count === null || count < 1) return [];
  const frequency = claim.groups.unit === "年" ? "YEARLY" : "MONTHLY";
  const months = { "年": [1], "季": [1, 4, 7, 10], "半年": [1, 7] }[claim.groups.unit ?? ""] ?? null;
  if (claim.groups.business !== undefined || count > 28) {
    const reading = recurring(claim, months === null ? `FREQ=${frequency}` : `FREQ=${frequency};BYMONTH=${months.join(",")}`);
    const dayKind = claim.groups.business === undefined ? "calendar" : "business";
    return [{ ...reading, duration: `P${String(count)}D`, anchor: { event: null, relation: "after", dayKind, date: null } }];
  }
  return onDays(claim, base, frequency, [count], months);
}

/** The first such day on or after a day, within two years. */
function firstOf({ months, days }: Days, from: string | null): string | null {
  if (from === null) return null;
  const year = Number(from.slice(0, 4));
  const found: string[] = [];
  for (let month = 1; month <= 24; month++) {
    const [y, m] = [year + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1];
    if (months !== null && !months.includes(m)) continue;
    for (const day of days) {
      const iso = isoDate(y, m, day < 0 ? daysInMonth(y, m) + 1 + day : day);
      if (iso !== null && iso >= from) found.push(iso);
    }
  }
  return found.sort()[0] ?? null;
}
