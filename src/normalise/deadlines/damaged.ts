/** Dates that lost their 年 and 月: every way to split the digits into a day of the calendar. */
import { isoDate } from "../../text/calendar.ts";

/** All days that a run of digits before 日 can mean, in order of time; `year` serves runs that hold none. */
export function splitRun(digits: string, year: number | null): string[] {
  const stated = digits.length > 4 ? Number(digits.slice(0, 4)) : year;
  const rest = digits.length > 4 ? digits.slice(4) : digits;
  if (stated === null || stated === undefined) return [];
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
