/** On which day of the solar calendar a holiday falls. */
import { lunarFrom, lunarHolidays, lunarTables, solarHolidays } from "../../rules/deadlines/holidays.ts";
import { addDays, isoDate } from "../../text/calendar.ts";

/** The day of a holiday in a year; null for a lunar one outside the years of the table. */
export function holidayIn(name: string, year: number): string | null {
  const lunar = lunarHolidays[name];
  const fixed = solarHolidays[name] ?? (lunar === undefined ? undefined : lunarTables[lunar.table][year - lunarFrom]);
  if (fixed === undefined) return null;
  const iso = isoDate(year, Number(fixed.slice(0, 2)), Number(fixed.slice(2)));
  return iso === null ? null : addDays(iso, lunar?.after ?? 0);
}

/** The first such holiday after a day; null when the table does not reach that far. */
export function nextHoliday(name: string, after: string): string | null {
  const year = Number(after.slice(0, 4));
  const same = holidayIn(name, year);
  return same !== null && same > after ? same : holidayIn(name, year + 1);
}
