/** Stretches of the calendar: months, quarters, years. Ends stay null when only the year is missing. */
import { addDays, daysInMonth, isoDate } from "../../../text/calendar.ts";
import { chineseNumber } from "../../../text/numerals.ts";
import type { Found, Period } from "../shapes.ts";

/** Null when there is no such day in any year. */
export function day(y: number | null, m: number | null, d: number | null): Found | null {
  if (m === null || d === null) return null;
  if (y === null) return isoDate(2000, m, d) === null ? null : { start: null, end: null, precision: "day" };
  const iso = isoDate(y, m, d);
  return iso === null ? null : { start: iso, end: iso, precision: "day" };
}

/** A whole month. */
export function month(y: number | null, m: number | null): Found | null {
  if (m === null || m < 1 || m > 12) return null;
  if (y === null) return { start: null, end: null, precision: "month", whole: true };
  return { start: isoDate(y, m, 1), end: isoDate(y, m, daysInMonth(y, m)), precision: "month", whole: true, edtf: (isoDate(y, m, 1) ?? "").slice(0, 7) };
}

/** The end of a stretch as a point in time. */
export function pointAt(found: Found | null): Found | null {
  if (found === null) return null;
  const { end, precision, yearFrom, warnings } = found;
  return { start: end, end, precision, mod: "END", ...(yearFrom === undefined ? {} : { yearFrom }), ...(warnings === undefined ? {} : { warnings }) };
}

/** 月初: the first to the fifth of the month. */
export function monthStart(y: number | null, m: number | null): Found | null {
  const whole = month(y, m);
  if (whole === null || whole.start === null) return whole;
  return { start: whole.start, end: addDays(whole.start, 4), precision: "month", mod: "APPROX" };
}

/** 上旬, 中下旬: ten days each, the last to the end of the month. */
export function tenDay(y: number | null, m: number | null, words = ""): Found | null {
  const whole = month(y, m);
  if (whole === null || whole.start === null || whole.end === null) return whole === null ? null : { ...whole, precision: "tenDay" };
  const first = { "上": 0, "中": 10, "下": 20 }[words.charAt(0)] ?? 0;
  const last = { "上": 9, "中": 19, "下": 30 }[words.charAt(words.length - 1)] ?? 30;
  const end = addDays(whole.start, last);
  return { start: addDays(whole.start, first), end: end < whole.end ? end : whole.end, precision: "tenDay", whole: true };
}

/** A day, month or year before 1900, as printed. */
export function distant(y: number | null, m: number | null, d: number | null): Found {
  const found = d !== null ? day(y, m, d) : m !== null ? month(y, m) : wholeYear(y);
  return { ...(found ?? wholeYear(null)), warnings: ["distant-year"] };
}

/** 上半月: the first to the fifteenth; 下半月: the rest. */
export function halfMonth(y: number | null, m: number | null, words: string | undefined): Found | null {
  if (m === null || m < 1 || m > 12) return null;
  if (y === null) return { start: null, end: null, precision: "tenDay", whole: true };
  const first = words === "上" || words === "前";
  return { start: isoDate(y, m, first ? 1 : 16), end: isoDate(y, m, first ? 15 : daysInMonth(y, m)), precision: "tenDay", whole: true };
}

/** A quarter (1–4). */
export function quarter(y: number | null, number: number | null): Found | null {
  return quarters(y, number, number);
}

/** 季度初: its first month. */
export function quarterStart(y: number | null, number: number | null): Found | null {
  const first = number === null || number < 1 || number > 4 ? null : month(y, number * 3 - 2);
  return first === null ? null : { ...first, whole: false, mod: "APPROX", edtf: null };
}

/** From the first to the last of some quarters (1–4) of a year. */
export function quarters(y: number | null, first: number | null, last: number | null): Found | null {
  if (first === null || last === null || first < 1 || last > 4) return null;
  if (y === null) return { start: null, end: null, precision: "quarter", whole: true };
  const end = isoDate(y, last * 3, daysInMonth(y, last * 3));
  return { start: isoDate(y, first * 3 - 2, 1), end, precision: "quarter", whole: true, edtf: first === last ? `${String(y)}-${String(32 + first)}` : null };
}

/** 前五个月: January to May. */
export function firstMonths(y: number | null, count: number | null): Found | null {
  if (count === null || count < 1 || count > 12) return null;
  if (y === null) return { start: null, end: null, precision: "month", whole: true };
  return { start: isoDate(y, 1, 1), end: isoDate(y, count, daysInMonth(y, count)), precision: "month", whole: true };
}

/** 上半年 (also 前半年), else the second half. */
export function half(y: number | null, words: string | undefined): Found {
  if (y === null) return { start: null, end: null, precision: "halfYear", whole: true };
  const first = words === "上" || words === "前" || words === "1";
  const start = isoDate(y, first ? 1 : 7, 1);
  return { start, end: isoDate(y, first ? 6 : 12, first ? 30 : 31), precision: "halfYear", whole: true, edtf: `${String(y)}-${first ? "40" : "41"}` };
}

/** A day that stands for a longer time, as in 年底. */
export function point(y: number | null, m: number, d: number, precision: Period["precision"]): Found {
  const iso = y === null ? null : isoDate(y, m, d);
  return { start: iso, end: iso, precision };
}

/** 年初: January and February. */
export function yearStart(y: number | null): Found {
  if (y === null) return { start: null, end: null, precision: "year", mod: "APPROX" };
  return { start: isoDate(y, 1, 1), end: isoDate(y, 2, daysInMonth(y, 2)), precision: "year", mod: "APPROX" };
}

/** 岁末年初: December to February. */
export function yearTurn(y: number | null): Found {
  if (y === null) return { start: null, end: null, precision: "year", whole: true, mod: "APPROX" };
  return { start: isoDate(y, 12, 1), end: isoDate(y + 1, 2, daysInMonth(y + 1, 2)), precision: "year", whole: true, mod: "APPROX" };
}

export function wholeYear(y: number | null): Found {
  if (y === null) return { start: null, end: null, precision: "year", whole: true };
  return { start: isoDate(y, 1, 1), end: isoDate(y, 12, 31), precision: "year", whole: true, edtf: String(y).padStart(4, "0") };
}

/** Some whole years in a row: 今明两年. */
export function years(first: number | null, count: number): Found {
  if (first === null) return { start: null, end: null, precision: "year", whole: true };
  return { start: isoDate(first, 1, 1), end: isoDate(first + count - 1, 12, 31), precision: "year", whole: true };
}

/** The first year of the n-th five-year plan: 2016 + 5 × (n − 13). */
function firstOfPlan(words = ""): number | null {
  const number = chineseNumber(words.replace(/[“”"'‘’]|规划|计划/g, "").slice(0, -1));
  return number === null ? null : 2016 + 5 * (number - 13);
}

/** A five-year plan. */
export function plan(words: string | undefined): Found | null {
  const first = firstOfPlan(words);
  return first === null ? null : { start: isoDate(first, 1, 1), end: isoDate(first + 4, 12, 31), precision: "plan", whole: true, yearFrom: "text", yearStated: true };
}

/** The end of the n-th year (1–5) of a five-year plan. */
export function planPoint(words: string | undefined, year: number, mod: Found["mod"]): Found | null {
  const first = firstOfPlan(words);
  return first === null ? null : { ...point(first + year - 1, 12, 31, "plan"), mod: mod ?? null, yearFrom: "text", yearStated: true };
}
