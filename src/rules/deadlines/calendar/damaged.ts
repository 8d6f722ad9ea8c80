/** Dates that lost their marks: digits without 年 and 月, or in an order that the words do not settle. */
import { isoDate } from "../../../text/calendar.ts";
import type { Found } from "../shapes.ts";

/** All days that a run of digits before 日 can mean, in order of time; `year` serves runs that hold none. */
function splitRun(digits: string, year: number | null): string[] {
  const stated = digits.length > 4 ? Number(digits.slice(0, 4)) : year;
  const rest = digits.length > 4 ? digits.slice(4) : digits;
  if (stated === null) return [];
  const days: string[] = [];
  for (let cut = 1; cut < rest.length; cut++) {
    const [month, day] = [rest.slice(0, cut), rest.slice(cut)];
    if (month.startsWith("0") && month.length === 1) continue;
    if (day.startsWith("0") && day.length === 1) continue;
    if (month.length > 2 || day.length > 2) continue;
    const iso = isoDate(stated, Number(month), Number(day));
    if (iso !== null && !days.includes(iso)) days.push(iso);
  }
  return days.sort();
}

/** The day of a run of digits (20201220日); several valid splits leave it open. */
export function run(digits = "", year: number | null): Found | null {
  const days = splitRun(digits, year);
  const [first] = days;
  if (first === undefined) return null;
  const stated = digits.length > 4;
  const from: Partial<Found> = stated ? { yearFrom: "text", yearStated: true } : {};
  if (days.length === 1) return { start: first, end: first, precision: "day", ...from, warnings: ["damaged-text-repaired"] };
  return { start: null, end: null, precision: "day", ...from, others: days, othersBecause: "damaged-text", warnings: ["damaged-text-repaired", "ambiguous"] };
}

/** 10/31/1974, 13.5.2015, 12-11-10: three numbers whose order nothing settles but the calendar. */
export function looseDay(words = "", year: number | null): Found | null {
  const parts = words.split(/[-./]/);
  const [a = "", b = "", c = ""] = parts;
  const orders = c.length === 4 ? [[c, a, b], [c, b, a]] : [[a, b, c], [c, a, b], [c, b, a]];
  const days = new Set(orders.filter(([y = ""]) => y.length > 1).flatMap(([y = "", m = "", d = ""]) => isoDate(fullYear(y, year ?? 2000), Number(m), Number(d)) ?? []));
  const sorted = [...days].sort();
  const [only] = sorted;
  if (only === undefined) return null;
  const known = { precision: "day", yearFrom: "text", yearStated: true } as const;
  return sorted.length === 1 ? { ...known, start: only, end: only } : { ...known, start: null, end: null, others: sorted, warnings: ["ambiguous"] };
}

function fullYear(words: string, base: number): number {
  if (words.length === 4) return Number(words);
  const year = Math.floor(base / 100) * 100 + Number(words);
  return year > base + 50 ? year - 100 : year;
}
