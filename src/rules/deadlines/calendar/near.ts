/** Periods that are named from the date of issue or from the month before them in the text: 本月, 下季度, 次月5日. */
import { addDays, addMonths, isoDate, partsOf, weekday } from "../../../text/calendar.ts";
import { chineseNumber } from "../../../text/numerals.ts";
import type { Base, Found, Year } from "../shapes.ts";
import { day, half, pointAt, quarters } from "./spans.ts";

/** Months between: 下个月 is one later, 上上个月 two earlier. */
function steps(words = ""): number {
  const [turns = ""] = /^(?:上+|下+|[次前后])/.exec(words) ?? [];
  return /^[上前]/.test(turns) ? -turns.length : turns.length;
}

/** 次月, 当月 and a bare 月底 go on from the month before them in the text; 本月, 上月, 下个月 from that of issue, or of the words where there is none. */
export function nearMonth(words: string | undefined, base: Base, read: (y: number | null, m: number | null) => Found | null): Found | null {
  const carried = base.month !== null && base.year !== null ? isoDate(base.year, base.month, 1) : null;
  const onward = /^(?:[次当]|月|$)/.test(words ?? "");
  const from = onward ? (carried ?? base.issued) : (base.issued ?? carried);
  if (from === null) return { start: null, end: null, precision: "month", warnings: ["no-month"] };
  const [y, m] = partsOf(addMonths(`${from.slice(0, 7)}-01`, steps(words)));
  const found = read(y, m);
  return found === null ? null : { ...found, yearFrom: from === carried ? base.yearFrom : "dateIssued" };
}

/** 次月5日, 去年本月10日, a bare 15日 behind another day of its month. Alone it can be a day of the month of issue or of the next: none is chosen. */
export function dayNear(near: string | undefined, d: number | null, year: Year, base: Base): Found | null {
  if (near !== undefined) return nearMonth(near, base, (y, m) => day(year.stated ? year.value : y, m, d));
  if (base.month !== null) return day(base.year, base.month, d);
  if (base.issued === null) return { start: null, end: null, precision: "day", warnings: ["no-month"] };
  const [y, m] = partsOf(base.issued);
  const days = [day(y, m, d)?.end, day(m === 12 ? y + 1 : y, (m % 12) + 1, d)?.end].filter((iso): iso is string => typeof iso === "string");
  return { start: null, end: null, precision: "day", others: days, warnings: ["no-month", "ambiguous"] };
}

/** 今天, 明日, 大后天: counted from the date of issue. */
export function nearDay(words: string | undefined, base: Base): Found {
  if (base.issued === null) return { start: null, end: null, precision: "day", warnings: ["no-month"] };
  const away = { "今": 0, "明": 1, "昨": -1, "后": 2, "前": -2 }[(words ?? "").replace("大", "").charAt(0)] ?? 0;
  const on = addDays(base.issued, words?.startsWith("大") === true ? away + Math.sign(away) : away);
  return { start: on, end: on, precision: "day", yearFrom: "dateIssued" };
}

/** By the date of issue: 本季度, 下下个季度. */
export function nearQuarter(words: string | undefined, base: Base): Found | null {
  if (base.issued === null) return { start: null, end: null, precision: "quarter", whole: true, warnings: ["no-month"] };
  const [y, m] = partsOf(base.issued);
  const index = y * 4 + Math.floor((m - 1) / 3) + steps(words);
  const found = quarters(Math.floor(index / 4), (index % 4) + 1, (index % 4) + 1);
  return found === null ? null : { ...found, yearFrom: "dateIssued" };
}

/** 季度末: the end of the quarter of issue, or of each quarter. */
export function someQuarterEnd(base: Base): Found | null {
  const found = pointAt(nearQuarter("本", base));
  return found === null ? null : { ...found, warnings: [...(found.warnings ?? []), "ambiguous"] };
}

/** 上个半年, by the date of issue. */
export function nearHalf(words: string | undefined, base: Base): Found {
  if (base.issued === null) return { start: null, end: null, precision: "halfYear", whole: true, warnings: ["no-month"] };
  const [y, m] = partsOf(base.issued);
  const index = y * 2 + (m > 6 ? 1 : 0) + steps(words);
  return { ...half(Math.floor(index / 2), index % 2 === 0 ? "上" : "下"), yearFrom: "dateIssued" };
}

/** The week of the date of issue, Monday to Sunday, or a day of it: 本周, 下周五. */
export function nearWeek(words: string | undefined, day: string | undefined, base: Base): Found {
  if (base.issued === null) return { start: null, end: null, precision: "day", whole: day === undefined, warnings: ["no-month"] };
  const monday = addDays(base.issued, 1 - weekday(base.issued) + 7 * steps(words));
  if (day === undefined) return { start: monday, end: addDays(monday, 6), precision: "day", whole: true, yearFrom: "dateIssued" };
  const on = addDays(monday, (chineseNumber(day) ?? 7) - 1);
  const known = { start: on, end: on, precision: "day", yearFrom: "dateIssued" } as const;
  // 下周三 is the Wednesday of the next week to most, the coming one to some.
  return words?.startsWith("下") === true ? { ...known, others: [addDays(on, -7)], warnings: ["ambiguous"] } : known;
}
