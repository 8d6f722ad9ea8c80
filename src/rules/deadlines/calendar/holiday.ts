/** On which day of the solar calendar a holiday falls. */
import { holidayNames } from "../occasion-names.ts";
import { addDays, isoDate } from "../../../text/calendar.ts";
import { lunarDay, termDay, termMonth } from "./lunar.ts";

/** Whether a holiday moves with the lunar calendar. */
export function isLunar(name: string): boolean {
  const falls = holidayNames.get(name)?.falls;
  return falls !== undefined && "calendar" in falls && falls.calendar === "lunar";
}

/** Whether it stands in the first month of its calendar: a notice of 2020 that says 春节前 means the next one. */
export function isAtTurnOfYear(name: string): boolean {
  const falls = holidayNames.get(name)?.falls ?? { term: name };
  return ("term" in falls ? termMonth(falls.term) : falls.month) === 1;
}

/** The day of a holiday or solar term in a year; null for one outside the years of the tables. */
export function holidayIn(name: string, year: number): string | null {
  const falls = holidayNames.get(name)?.falls ?? { term: name };
  if ("term" in falls) return termDay(falls.term, year);
  if (falls.calendar === "solar") return isoDate(year, falls.month, falls.day);
  const day = lunarDay(year, falls.month, falls.day);
  return day === null ? null : addDays(day, falls.after);
}

/** The first such holiday after a day; null when the tables do not reach that far. */
export function nextHoliday(name: string, after: string): string | null {
  const year = Number(after.slice(0, 4));
  const same = holidayIn(name, year);
  return same !== null && same > after ? same : holidayIn(name, year + 1);
}
