/** Recurrence rules (RFC 5545) on whole days: a calendar wants a day and a first one. */

import { dateOf } from "../dates.ts";

/** The parts of a rule in order. */
function partsOf(rrule: string): Map<string, string> {
  return new Map(rrule.split(";").map((part) => [part.slice(0, part.indexOf("=")), part.slice(part.indexOf("=") + 1)]));
}

/** The rule with the last day of each period where it names no day; null for every day, which is no date in a calendar. */
export function withDay(rrule: string): string | null {
  const parts = partsOf(rrule);
  const [frequency, interval, months] = [parts.get("FREQ"), parts.get("INTERVAL"), parts.get("BYMONTH")];
  if (frequency === "DAILY") return null;
  if (parts.has("BYMONTHDAY") || parts.has("BYDAY")) return rrule;
  if (frequency === "WEEKLY") return `${rrule};BYDAY=SU`;
  if (frequency === "YEARLY") {
    const last = months?.split(",").at(-1) ?? "12";
    return [`FREQ=YEARLY`, ...(interval === undefined ? [] : [`INTERVAL=${interval}`]), `BYMONTH=${last}`, "BYMONTHDAY=-1"].join(";");
  }
  if (months === undefined && (interval === "3" || interval === "6")) return `FREQ=MONTHLY;BYMONTH=${interval === "3" ? "3,6,9,12" : "6,12"};BYMONTHDAY=-1`;
  return `${rrule};BYMONTHDAY=-1`;
}

const weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

/** Days that are looked at: a leap year comes within eight. */
const farthest = 8 * 366;

/** The first day from `from` on (`YYYY-MM-DD`) that the rule names; null when there is none. */
export function firstDay(rrule: string, from: string): string | null {
  const parts = partsOf(rrule);
  const list = (name: string): readonly string[] | null => parts.get(name)?.split(",") ?? null;
  const [months, days, names] = [list("BYMONTH"), list("BYMONTHDAY"), list("BYDAY")];
  if (days === null && names === null) return null;
  const start = dateOf(from);
  for (let ahead = 0; ahead < farthest; ahead++) {
    const date = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate() + ahead));
    const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    const fits = [
      months?.includes(String(date.getUTCMonth() + 1)) ?? true,
      days?.some((one) => Number(one) === date.getUTCDate() || Number(one) === date.getUTCDate() - length - 1) ?? true,
      names?.includes(weekdays[date.getUTCDay()] ?? "") ?? true,
    ];
    if (fits.every(Boolean)) return date.toISOString().slice(0, 10);
  }
  return null;
}
