/** On which day of the solar calendar a holiday falls. */
import { lunarHolidays, solarHolidays } from "../holidays.ts";
import { solarTerms } from "../lunar-years.ts";
import { addDays, isoDate } from "../../../text/calendar.ts";
import { lunarDay, termDay } from "./lunar.ts";

/** Whether a holiday moves with the lunar calendar. */
export function isLunar(name: string): boolean {
  return lunarHolidays[name] !== undefined;
}

/** The day of a holiday or solar term in a year; null for one outside the years of the tables. */
export function holidayIn(name: string, year: number): string | null {
  if (solarTerms[name] !== undefined) return termDay(name, year);
  const lunar = lunarHolidays[name];
  if (lunar !== undefined) {
    const day = lunarDay(year, lunar.month, lunar.day);
    return day === null ? null : addDays(day, lunar.after);
  }
  const fixed = solarHolidays[name];
  return fixed === undefined ? null : isoDate(year, Number(fixed.slice(0, 2)), Number(fixed.slice(2)));
}

/** The first such holiday after a day; null when the tables do not reach that far. */
export function nextHoliday(name: string, after: string): string | null {
  const year = Number(after.slice(0, 4));
  const same = holidayIn(name, year);
  return same !== null && same > after ? same : holidayIn(name, year + 1);
}
