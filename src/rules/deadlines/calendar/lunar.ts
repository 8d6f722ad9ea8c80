/** Days of the lunar calendar and solar terms on the solar calendar, by table. */
import { lunarEpoch, lunarYears, solarTerms, termDays, termsFrom } from "../lunar-years.ts";
import { addDays, isoDate } from "../../../text/calendar.ts";

/** One lunar year: its first day, and its months in order, a leap month behind the one it repeats. */
interface LunarYear {
  readonly begins: string;
  readonly months: readonly { readonly month: number; readonly leap: boolean; readonly days: number }[];
}

const years = new Map<number, LunarYear>();

function monthsIn(word: number): LunarYear["months"] {
  const leapMonth = (word >> 4) & 15;
  return Array.from({ length: 12 }, (_, index) => index + 1).flatMap((month) => {
    const plain = { month, leap: false, days: (word >> (8 + month - 1)) & 1 ? 30 : 29 };
    return month === leapMonth ? [plain, { month, leap: true, days: word & 1 ? 30 : 29 }] : [plain];
  });
}

function lunarYear(year: number): LunarYear | null {
  if (years.size === 0) {
    let begins: string = lunarEpoch.begins;
    for (const [index, word] of lunarYears.entries()) {
      const months = monthsIn(word);
      years.set(lunarEpoch.year + index, { begins, months });
      begins = addDays(begins, months.reduce((sum, { days }) => sum + days, 0));
    }
  }
  return years.get(year) ?? null;
}

/** First and last solar day of a lunar month; null when that year has no such month or the table does not hold it. */
export function lunarMonth(year: number, month: number, leap = false): { start: string; end: string; days: number } | null {
  const known = lunarYear(year);
  if (known === null) return null;
  let start = known.begins;
  for (const entry of known.months) {
    if (entry.month === month && entry.leap === leap) return { start, end: addDays(start, entry.days - 1), days: entry.days };
    start = addDays(start, entry.days);
  }
  return null;
}

/** The solar day of a lunar one; null when there is no such day. Day 30 of the twelfth month (大年三十) is its last day. */
export function lunarDay(year: number, month: number, day: number, leap = false): string | null {
  const found = lunarMonth(year, month, leap);
  if (found === null || day < 1) return null;
  if (day > found.days) return month === 12 && day === 30 ? found.end : null;
  return addDays(found.start, day - 1);
}

/** The month (1–12) of a solar term; null when it is none. */
export function termMonth(name: string): number | null {
  const term = solarTerms[name];
  return term === undefined ? null : Math.floor(term.index / 2) + 1;
}

/** The day of a solar term in a year; null outside the years of the table. */
export function termDay(name: string, year: number): string | null {
  const term = solarTerms[name];
  const later = term === undefined ? undefined : termDays[year - termsFrom]?.[term.index];
  if (term === undefined || later === undefined) return null;
  return isoDate(year, Math.floor(term.index / 2) + 1, term.earliest + Number(later));
}
