/**
 * Working days by the State Council's holiday calendar: the data of chinese-days, imported so that a bundle for a browser has them too.
 * Its functions are not used: they look at a day in the time zone of the machine.
 */
import data from "chinese-days/dist/chinese-days.json" with { type: "json" };
import { addDays, weekday } from "../../../text/calendar.ts";

/** Years for which the calendar knows holidays and make-up days. */
const holidayYears = { first: 2004, last: 2026 } as const;

/** Days off and days worked against the week, by `YYYY-MM-DD`. */
interface HolidayCalendar {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

const calendar: HolidayCalendar = data;

/** Whether holidays of that day's year are published. */
export function isCovered(iso: string): boolean {
  const year = Number(iso.slice(0, 4));
  return year >= holidayYears.first && year <= holidayYears.last;
}

/** Whether a day is a working day; null where the calendar is not published and the week alone does not settle it. */
export function isWorkday(iso: string): boolean | null {
  const free = weekday(iso) > 5;
  if (!isCovered(iso)) return free ? false : null;
  const { holidays: off, workdays: on } = calendar;
  return on[iso] !== undefined || (!free && off[iso] === undefined);
}

/** The first working day on or after a day; null when the calendar does not reach that far. */
export function workdayOnOrAfter(iso: string): string | null {
  return step(iso, 1);
}

/** The last working day on or before a day; null when the calendar does not reach that far. */
export function workdayOnOrBefore(iso: string): string | null {
  return step(iso, -1);
}

/** The n-th working day after a day, which is not counted itself; null when the calendar does not reach that far. */
export function workdaysAfter(iso: string, count: number): string | null {
  let day = iso;
  for (let left = Math.min(count, 400); left > 0; ) {
    day = addDays(day, 1);
    if (!isCovered(day)) return null;
    if (isWorkday(day) === true) left--;
  }
  return day;
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
