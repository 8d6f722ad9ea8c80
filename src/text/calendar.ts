/** Calendar arithmetic on `YYYY-MM-DD` strings: no clock, no time zone, no locale. Such strings compare in order of time. */

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Number of days of a month (1–12) in the Gregorian calendar; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (monthLengths[month - 1] ?? 0);
}

/** The day as `YYYY-MM-DD`, or null when there is no such day. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (![year, month, day].every(Number.isInteger) || year < 1 || year > 9999) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The day `days` after (or before, when negative) another. */
export function addDays(iso: string, days: number): string {
  const [year, month, day] = partsOf(iso);
  const moment = new Date(Date.UTC(year, month - 1, day + days));
  return moment.toISOString().slice(0, 10);
}

/** The corresponding day `months` later, or the last day of that month when it has none (Civil Code, art. 202). */
export function addMonths(iso: string, months: number): string {
  const [year, month, day] = partsOf(iso);
  const count = year * 12 + (month - 1) + months;
  const toYear = Math.floor(count / 12);
  const toMonth = (count % 12) + 1;
  return `${pad(toYear, 4)}-${pad(toMonth, 2)}-${pad(Math.min(day, daysInMonth(toYear, toMonth)), 2)}`;
}

/** Day of the week, Monday 1 to Sunday 7 (ISO 8601). */
export function weekday(iso: string): number {
  const [year, month, day] = partsOf(iso);
  return ((new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7) + 1;
}

/** Year, month (1–12) and day of a `YYYY-MM-DD` string. */
export function partsOf(iso: string): [year: number, month: number, day: number] {
  return [Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10))];
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
