/** Days that move: holidays, the lunar calendar, months and years counted from the date of issue. */
import { lunarMonths } from "../occasion-names.ts";
import { addDays, addMonths, isoDate, partsOf } from "../../../text/calendar.ts";
import { chineseNumber } from "../../../text/numerals.ts";
import { holidayIn, isAtTurnOfYear, isLunar, nextHoliday } from "./holiday.ts";
import { lunarDay, lunarMonth } from "./lunar.ts";
import type { Base, Found, Groups, Year } from "../shapes.ts";
import { day } from "./spans.ts";

/** A holiday of the year in the words, else of the year of the notice; those at the turn of the year are the next after the date of issue. */
export function holiday(words = "", year: Year, base: Base): Found {
  const name = words.replace(/[“”"']|农历|假期|长假|黄金周|节气/g, "");
  const known = holidayIn(name, 2020) === null ? name.replace(/节$/, "") : name;
  const open: Found = { start: null, end: null, precision: "day", holiday: isLunar(known) ? "lunar" : "solar" };
  const next = !year.stated && isAtTurnOfYear(known);
  if (next ? base.issued === null : year.value === null) return { ...open, warnings: ["no-year"] };
  const on = next ? nextHoliday(known, base.issued ?? "") : holidayIn(known, year.value ?? 0);
  if (on === null) return { ...open, warnings: ["lunar-year-not-covered"] };
  return { ...open, start: on, end: on, ...(next ? { yearFrom: "dateIssued" as const } : {}) };
}

/** 农历八月十五, 腊月, 正月初五, 闰四月: the lunar year that the words name, else that of the notice. */
export function lunar(groups: Groups, y: number | null, base: Base): Found | null {
  const words = groups.lm ?? groups.big ?? "";
  const month = groups.big === undefined ? (lunarMonths[words] ?? chineseNumber(words)) : groups.ld === "三十" ? 12 : 1;
  if (month === null || month < 1 || month > 12) return null;
  if (y === null) return { start: null, end: null, precision: "day", whole: groups.ld === undefined };
  const leap = groups.leap !== undefined;
  const notCovered: Found = { start: null, end: null, precision: "day", warnings: ["lunar-year-not-covered"] };
  if (lunarMonth(y, 1) === null) return notCovered;
  if (groups.ld === undefined || groups.ld === "") {
    const whole = lunarMonth(y, month, leap);
    return whole === null ? null : { start: whole.start, end: whole.end, precision: "month", whole: true, yearFrom: base.yearFrom };
  }
  const on = lunarDay(y, month, chineseNumber(groups.ld.replace(/^初/, "")) ?? 0, leap);
  return on === null ? null : { start: on, end: on, precision: "day" };
}

/** 八月十五 without 日 can be a day of either calendar: the solar one, with the lunar one beside it. An Arabic day (1月3) is solar. */
export function lunarOrSolar(y: number | null, m: number | null, words = ""): Found | null {
  const number = chineseNumber(words);
  const solar = day(y, m, number);
  if (/[0-9]/.test(words)) return solar === null ? null : { ...solar, warnings: ["day-mark-missing"] };
  const moon = y === null || m === null || number === null ? null : lunarDay(y, m, number);
  if (solar === null || solar.end === null || moon === null) return solar === null ? null : { ...solar, warnings: ["day-mark-missing"] };
  return { ...solar, others: [moon], warnings: ["day-mark-missing", "ambiguous"] };
}

/** 下三个月, 前两年: whole months or years next to that of issue; counted from the day of issue they end otherwise. */
export function firstAfter({ side, count, unit }: Groups, base: Base): Found | null {
  const number = chineseNumber(count ?? "");
  if (number === null || number < 1) return null;
  const months = unit === "年" ? number * 12 : number;
  const precision = unit === "年" ? "year" : "month";
  if (base.issued === null) return { start: null, end: null, precision, whole: true, warnings: ["no-month"] };
  const [y, m] = partsOf(base.issued);
  const first = isoDate(y, unit === "年" ? 1 : m, 1) ?? base.issued;
  const later = side === "下" || side === "后";
  const start = later ? addMonths(first, unit === "年" ? 12 : 1) : addMonths(first, -months);
  const end = addDays(addMonths(start, months), -1);
  const rolling = later ? addMonths(base.issued, months) : base.issued;
  return { start, end, precision, whole: true, yearFrom: "dateIssued", others: rolling === end ? [] : [rolling], warnings: ["ambiguous"] };
}
