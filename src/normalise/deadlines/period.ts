/** A period of the calendar, and the reading of what calendar words name. */
import type { Deadline } from "../../model/notice.ts";
import type { MomentRule } from "../../rules/deadlines/moments.ts";
import { addDays, addMonths, daysInMonth, isoDate, partsOf } from "../../text/calendar.ts";
import { chineseNumber, chineseYear } from "../../text/numerals.ts";
import { splitRun } from "./damaged.ts";
import { claimMoment } from "./grammar.ts";
import { holidayIn, nextHoliday } from "./holiday.ts";

export type YearFrom = Deadline["yearFrom"];

/** What settles the parts that the words leave out. */
export interface Base {
  readonly year: number | null;
  readonly yearFrom: YearFrom;
  /** Year that 今年, 明年 and 去年 count from: that of the notice, also where a range hands on another. */
  readonly thisYear: number | null;
  /** Date of issue, inclusive start of periods that run from now. */
  readonly issued: string | null;
  /** Month carried from the words before (1–12). */
  readonly month: number | null;
}

/** A stretch of days, both ends inclusive; null ends where the words and the base leave the year open. */
export interface Period {
  /** The folded words. */
  readonly words: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly precision: NonNullable<Deadline["precision"]>;
  /** A named period (8月, 2020年) rather than a point in time (8月底, 7月10日). */
  readonly whole: boolean;
  readonly mod: Deadline["mod"];
  readonly edtf: string | null;
  readonly yearFrom: YearFrom;
  /** The words themselves hold the year. */
  readonly yearStated: boolean;
  readonly rule: MomentRule;
  readonly warnings: readonly string[];
  /** Other days that the words can mean. */
  readonly others: readonly string[];
}

type Groups = Readonly<Record<string, string | undefined>>;
type Found = Partial<Period> & Pick<Period, "start" | "end" | "precision">;
type Year = { readonly value: number | null; readonly from: YearFrom; readonly stated: boolean };

/** Reads folded calendar words. Null when they name no day of the calendar (6月31日). */
export function readPeriod(words: string, base: Base): Period | null {
  const claim = claimMoment(words);
  if (claim === null) return null;
  const year = yearOf(claim.groups, base);
  const found = periodOf(claim.rule, claim.groups, year, base);
  if (found === null) return null;
  const warnings = [...(found.warnings ?? [])];
  if (found.end === null && year.value === null) warnings.push("no-year");
  return {
    words, whole: false, mod: null, edtf: null, others: [], yearFrom: year.from, yearStated: year.stated, rule: claim.rule, ...found, warnings,
  };
}

function yearOf(groups: Groups, base: Base): Year {
  const words = (groups.year ?? groups.y ?? "").replace(/年度?$/, "");
  if (words === "") return { value: base.year, from: base.year === null ? "none" : base.yearFrom, stated: false };
  const full = chineseYear(words);
  if (full !== null) return { value: full, from: "text", stated: true };
  const named = { "今": 0, "本": 0, "明": 1, "后": 2, "去": -1, "上": -1, "上一": -1, "前": -2 }[words];
  if (named !== undefined) return { value: base.thisYear === null ? null : base.thisYear + named, from: base.thisYear === null ? "none" : base.yearFrom, stated: true };
  const next = { "当": 0, "次": 1, "翌": 1 }[words];
  if (next !== undefined) return { value: base.year === null ? null : base.year + next, from: base.year === null ? "none" : base.yearFrom, stated: true };
  const short = chineseNumber(words);
  return { value: short === null ? null : inCentury(short, base.year ?? 2000), from: "text", stated: true };
}

/** A year of two digits in the century of the base; the one before it when that lies more than fifty years ahead. */
function inCentury(short: number, base: number): number {
  const year = Math.floor(base / 100) * 100 + short;
  return year > base + 50 ? year - 100 : year;
}

function periodOf(rule: MomentRule, groups: Groups, year: Year, base: Base): Found | null {
  const { value: y } = year;
  switch (rule.shape) {
    case "day":
      return day(y, monthOf(groups.month), dayOf(groups.day));
    case "numericDay":
      return day(y, Number(groups.m), Number(groups.d));
    case "monthDay":
      return day(y, Number(groups.m), Number(groups.d));
    case "numericMonth":
      return month(y, Number(groups.m));
    case "runDay":
      return run(groups.run ?? "", base);
    case "dayOfMonth":
      return dayNear(groups, base);
    case "month":
      return month(y, monthOf(groups.month));
    case "nearMonth":
      return nearMonth(groups.near, base, month);
    case "monthEnd":
      return monthEnd(y, monthOf(groups.month));
    case "nearMonthEnd":
      return nearMonth(groups.near, base, monthEnd);
    case "monthStart":
      return groups.month === undefined ? nearMonth(groups.near, base, monthStart) : monthStart(y, monthOf(groups.month));
    case "tenDay": {
      const ten = (y2: number | null, m: number | null) => tenDay(y2, m, groups.ten ?? "");
      return groups.month === undefined ? nearMonth(groups.near, base, ten) : ten(y, monthOf(groups.month));
    }
    case "quarter":
      return quarters(y, quarterOf(groups.quarter), quarterOf(groups.quarter));
    case "nearQuarter":
      return nearQuarter(groups.near ?? "", base);
    case "nearQuarterEnd":
      return pointAt(nearQuarter(groups.near ?? "", base));
    case "firstMonths":
      return firstMonths(y, chineseNumber(groups.count ?? ""));
    case "firstQuarters":
      return quarters(y, 1, chineseNumber(groups.count ?? ""));
    case "quarterEnd":
      return pointAt(quarters(y, quarterOf(groups.quarter), quarterOf(groups.quarter)));
    case "half":
      return half(y, groups.half);
    case "halfEnd":
      return pointAt(half(y, groups.half));
    case "midYear":
      return { ...point(y, 6, 30, "halfYear"), mod: "APPROX" };
    case "yearEnd":
    case "yearWithin":
      return { ...point(y, 12, 31, "year"), mod: "END" };
    case "yearStart":
      return yearStart(y);
    case "year":
    case "wholeYear":
      return wholeYear(y);
    case "plan":
    case "planEnd":
    case "planMiddle":
      return plan(rule, groups.plan ?? "");
    case "holiday":
      return holiday(groups.holiday ?? "", year, base);
    case "midCentury":
      return { start: "2050-12-31", end: "2050-12-31", precision: "year", mod: "APPROX", yearFrom: "text", yearStated: true };
  }
}

/** Number of a month as printed: 6月份, 元月. */
export function monthOf(words: string | undefined): number | null {
  const bare = (words ?? "").replace(/月份?$/, "");
  return bare === "元" ? 1 : chineseNumber(bare);
}

/** Number of a day as printed: 5日, 廿五号. */
export function dayOf(words: string | undefined): number | null {
  return chineseNumber((words ?? "").replace(/[日号]$/, ""));
}

function quarterOf(words: string | undefined): number | null {
  const bare = (words ?? "").replace(/^第/, "").replace(/个?季度?$/, "");
  if (bare === "首") return 1;
  return bare === "末" ? 4 : chineseNumber(bare);
}

/** Null when there is no such day in any year; ends stay null when only the year is missing. */
function day(y: number | null, m: number | null, d: number | null): Found | null {
  if (m === null || d === null) return null;
  if (y === null) return isoDate(2000, m, d) === null ? null : { start: null, end: null, precision: "day" };
  const iso = isoDate(y, m, d);
  return iso === null ? null : { start: iso, end: iso, precision: "day" };
}

function run(digits: string, base: Base): Found | null {
  const days = splitRun(digits, base.year);
  const [first] = days;
  if (first === undefined) return null;
  const stated = digits.length > 4;
  const from: Partial<Period> = stated ? { yearFrom: "text", yearStated: true } : {};
  if (days.length === 1) return { start: first, end: first, precision: "day", ...from, warnings: ["damaged-text-repaired"] };
  return { start: null, end: null, precision: "day", ...from, others: days, warnings: ["damaged-text-repaired", "ambiguous"] };
}

function dayNear(groups: Groups, base: Base): Found | null {
  if (groups.near !== undefined) return nearMonth(groups.near, base, (y, m) => day(y, m, dayOf(groups.day)));
  return base.month === null ? null : day(base.year, base.month, dayOf(groups.day));
}

/** 本月, 下月 and a bare 月底: from the month before it in the text, else from the month of issue. */
function nearMonth(words: string | undefined, base: Base, read: (y: number | null, m: number | null) => Found | null): Found | null {
  const carried = base.month !== null && base.year !== null ? isoDate(base.year, base.month, 1) : null;
  const from = carried ?? base.issued;
  if (from === null) return { start: null, end: null, precision: "month", warnings: ["no-month"] };
  const later = /^[次下]/.test(words ?? "") ? 1 : /^上/.test(words ?? "") ? -1 : 0;
  const [y, m] = partsOf(addMonths(`${from.slice(0, 7)}-01`, later));
  const found = read(y, m);
  return found === null ? null : { ...found, yearFrom: carried === null ? "dateIssued" : base.yearFrom };
}

function month(y: number | null, m: number | null): Found | null {
  if (m === null || m < 1 || m > 12) return null;
  if (y === null) return { start: null, end: null, precision: "month", whole: true };
  return { start: isoDate(y, m, 1), end: isoDate(y, m, daysInMonth(y, m)), precision: "month", whole: true, edtf: (isoDate(y, m, 1) ?? "").slice(0, 7) };
}

function pointAt(found: Found | null): Found | null {
  return found === null ? null : { start: found.end, end: found.end, precision: found.precision, mod: "END" };
}

function monthEnd(y: number | null, m: number | null): Found | null {
  return pointAt(month(y, m));
}

/** 月初: the first to the fifth of the month. */
function monthStart(y: number | null, m: number | null): Found | null {
  const whole = month(y, m);
  if (whole === null || whole.start === null) return whole;
  return { start: whole.start, end: addDays(whole.start, 4), precision: "month", mod: "APPROX" };
}

function tenDay(y: number | null, m: number | null, words: string): Found | null {
  const whole = month(y, m);
  if (whole === null || whole.start === null || whole.end === null) return whole === null ? null : { ...whole, precision: "tenDay" };
  const first = { "上": 0, "中": 10, "下": 20 }[words.charAt(0)] ?? 0;
  const last = { "上": 9, "中": 19, "下": 30 }[words.charAt(words.length - 1)] ?? 30;
  const end = addDays(whole.start, last);
  return { start: addDays(whole.start, first), end: end < whole.end ? end : whole.end, precision: "tenDay", whole: true };
}

function quarters(y: number | null, first: number | null, last: number | null): Found | null {
  if (first === null || last === null || first < 1 || last > 4) return null;
  if (y === null) return { start: null, end: null, precision: "quarter", whole: true };
  const end = isoDate(y, last * 3, daysInMonth(y, last * 3));
  return { start: isoDate(y, first * 3 - 2, 1), end, precision: "quarter", whole: true, edtf: first === last ? `${String(y)}-${String(32 + first)}` : null };
}

/** 本季度: by the date of issue. */
function nearQuarter(words: string, base: Base): Found | null {
  if (base.issued === null) return { start: null, end: null, precision: "quarter", whole: true, warnings: ["no-month"] };
  const [y, m] = partsOf(base.issued);
  const index = y * 4 + Math.floor((m - 1) / 3) + ({ "下": 1, "上": -1 }[words.charAt(0)] ?? 0);
  const found = quarters(Math.floor(index / 4), (index % 4) + 1, (index % 4) + 1);
  return found === null ? null : { ...found, yearFrom: "dateIssued" };
}

/** 前五个月: January to May. */
function firstMonths(y: number | null, count: number | null): Found | null {
  if (count === null || count < 1 || count > 12) return null;
  if (y === null) return { start: null, end: null, precision: "month", whole: true };
  return { start: isoDate(y, 1, 1), end: isoDate(y, count, daysInMonth(y, count)), precision: "month", whole: true };
}

function half(y: number | null, words: string | undefined): Found {
  if (y === null) return { start: null, end: null, precision: "halfYear", whole: true };
  const first = words === "上";
  const start = isoDate(y, first ? 1 : 7, 1);
  return { start, end: isoDate(y, first ? 6 : 12, first ? 30 : 31), precision: "halfYear", whole: true, edtf: `${String(y)}-${first ? "40" : "41"}` };
}

function point(y: number | null, m: number, d: number, precision: Period["precision"]): Found {
  const iso = y === null ? null : isoDate(y, m, d);
  return { start: iso, end: iso, precision };
}

/** 年初: January and February. */
function yearStart(y: number | null): Found {
  if (y === null) return { start: null, end: null, precision: "year", mod: "APPROX" };
  return { start: isoDate(y, 1, 1), end: isoDate(y, 2, daysInMonth(y, 2)), precision: "year", mod: "APPROX" };
}

function wholeYear(y: number | null): Found {
  if (y === null) return { start: null, end: null, precision: "year", whole: true };
  return { start: isoDate(y, 1, 1), end: isoDate(y, 12, 31), precision: "year", whole: true, edtf: String(y) };
}

/** The n-th five-year plan starts in 2016 + 5 × (n − 13). */
function plan(rule: MomentRule, words: string): Found | null {
  const number = chineseNumber(words.replace(/[“”"']|规划|计划/g, "").slice(0, -1));
  if (number === null) return null;
  const first = 2016 + 5 * (number - 13);
  const known = { precision: "plan", yearFrom: "text", yearStated: true } as const;
  if (rule.shape === "planMiddle") return { ...known, start: isoDate(first + 2, 12, 31), end: isoDate(first + 2, 12, 31), mod: "APPROX" };
  const end = isoDate(first + 4, 12, 31);
  if (rule.shape === "planEnd") return { ...known, start: end, end, mod: "END" };
  return { ...known, start: isoDate(first, 1, 1), end, whole: true };
}

/** A holiday of the year in the words; without one the next such day after the date of issue. */
function holiday(words: string, year: Year, base: Base): Found {
  const name = words.replace(/[“”"']|假期|长假/g, "");
  const open: Found = { start: null, end: null, precision: "day" };
  const fixed = year.stated || (base.issued === null && name.startsWith("国庆"));
  const on = fixed ? (year.value === null ? null : holidayIn(name, year.value)) : base.issued === null ? null : nextHoliday(name, base.issued);
  if (on !== null) return { start: on, end: on, precision: "day", ...(fixed ? {} : { yearFrom: "dateIssued" as const }) };
  if (year.value === null) return open;
  return { ...open, warnings: [fixed || base.issued !== null ? "lunar-year-not-covered" : "no-year"] };
}
