/** Working days by the State Council's holiday calendar (chinese-days, loaded when first asked). */
import { createRequire } from "node:module";
import { addDays, weekday } from "../../text/calendar.ts";

/** Years for which the calendar knows holidays and make-up days. */
export const holidayYears = { first: 2004, last: 2026 } as const;

interface HolidayCalendar {
  readonly isWorkday: (day: string) => boolean;
}

let calendar: HolidayCalendar | null = null;

function holidays(): HolidayCalendar {
  calendar ??= createRequire(import.meta.url)("chinese-days") as HolidayCalendar;
  return calendar;
}

/** Whether holidays of that day's year are published. */
export function isCovered(iso: string): boolean {
  const year = Number(iso.slice(0, 4));
  return year >= holidayYears.first && year <= holidayYears.last;
}

/** Whether a day is a working day; null where the calendar is not published and the week alone does not settle it. */
export function isWorkday(iso: string): boolean | null {
  if (isCovered(iso)) return holidays().isWorkday(iso);
  return weekday(iso) > 5 ? false : null;
}

/** The first working day on or after a day; null when the calendar does not reach that far. */
export function workdayOnOrAfter(iso: string): string | null {
  return step(iso, 1);
}

/** The last working day on or before a day; null when the calendar does not reach that far. */
export function workdayOnOrBefore(iso: string): string | null {
  return step(iso, -1);
}

function step(iso: string, by: 1 | -1): string | null {
  let day = iso;
  for (let i = 0; i < 15; i++) {
    const workday = isWorkday(day);
    if (workday === null) return null;
    if (workday) return day;
    day = addDays(day, by);
  }
  return null;
}
