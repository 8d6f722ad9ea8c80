/** Parts of a month or year that are counted: its third week, its last four months. */
import { addDays, addMonths, isoDate, partsOf, weekday } from "../../../text/calendar.ts";
import { chineseNumber } from "../../../text/numerals.ts";
import { ordinalOf } from "./numbers.ts";
import type { Found, Groups } from "../shapes.ts";
import { month, wholeYear } from "./spans.ts";

interface Stretch {
  readonly start: string;
  readonly end: string;
}

/** A month of a year, or the year when no month is named; null when the year is open. */
function stretch(y: number | null, m: number | null): Stretch | null {
  const whole = m === null ? wholeYear(y) : month(y, m);
  return whole?.start == null || whole.end === null ? null : { start: whole.start, end: whole.end };
}

const open = (precision: Found["precision"]): Found => ({ start: null, end: null, precision, whole: true });

/** The n-th week begins on the n-th Monday; the last one is the last that ends within. */
export function week(y: number | null, m: number | null, nth: string | undefined): Found | null {
  const place = ordinalOf(nth);
  if (place === null || place === 0 || place > 53) return null;
  const whole = stretch(y, m);
  if (whole === null) return open("day");
  const start = place > 0 ? addDays(firstMonday(whole.start), (place - 1) * 7) : addDays(lastSunday(whole.end), -6);
  if (start < whole.start || start > whole.end) return null;
  return { start, end: addDays(start, 6), precision: "day", whole: true };
}

/** A numbered week of the year (GB/T 7408.1, ISO 8601: the first one holds 4 January), or a day of it. Counted by Mondays it can be another. */
export function isoWeek(y: number | null, number: number | null, day: string | undefined): Found | null {
  if (number === null || number < 1 || number > 53) return null;
  if (y === null) return open("day");
  const fourth = isoDate(y, 1, 4);
  const newYear = isoDate(y, 1, 1);
  if (fourth === null || newYear === null) return null;
  const monday = addDays(addDays(fourth, 1 - weekday(fourth)), (number - 1) * 7);
  if (number === 53 && partsOf(addDays(monday, 3))[0] !== y) return null;
  const away = addDays(firstMonday(newYear), (number - 1) * 7) === monday ? 0 : 7;
  const last = day === undefined ? 6 : day === "末" ? 6 : (chineseNumber(day.replace(/[天日]/, "七")) ?? 7) - 1;
  const end = addDays(monday, last);
  const doubt = away === 0 ? {} : { others: [addDays(end, away)], warnings: ["ambiguous"] };
  return { start: day === undefined ? monday : end, end, precision: "day", whole: day === undefined, ...doubt };
}

const firstMonday = (from: string): string => addDays(from, (8 - weekday(from)) % 7);
const lastSunday = (to: string): string => addDays(to, -(weekday(to) % 7));

/** 前10天, 最后4个月, 后三月, 前2周. */
export function part(y: number | null, m: number | null, { side, count, unit }: Groups): Found | null {
  const number = chineseNumber(count ?? "");
  if (number === null || number < 1) return null;
  const whole = stretch(y, m);
  if (whole === null) return open("day");
  const first = side === "前" || side === "头";
  const edges = edgesOf(whole, first, number, unit ?? "");
  if (edges.start < whole.start || edges.end > addDays(whole.end, 6)) return null;
  return { ...edges, precision: unit === "月" ? "month" : "day", whole: true };
}

function edgesOf({ start, end }: Stretch, first: boolean, count: number, unit: string): Stretch {
  if (unit === "周" || unit === "星期") {
    const [monday, sunday] = [firstMonday(start), lastSunday(end)];
    return first ? { start: monday, end: addDays(monday, count * 7 - 1) } : { start: addDays(sunday, 1 - count * 7), end: sunday };
  }
  if (unit === "月") {
    return first ? { start, end: addDays(addMonths(start, count), -1) } : { start: addMonths(addDays(end, 1), -count), end };
  }
  return first ? { start, end: addDays(start, count - 1) } : { start: addDays(end, 1 - count), end };
}
