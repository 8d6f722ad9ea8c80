/** A period of the calendar, and the reading of what calendar words name. */
import type { MomentRule } from "../../rules/deadlines/moments.ts";
import { chineseNumber, chineseYear } from "../../text/numerals.ts";
import { claimMoment } from "./grammar.ts";
import { firstAfter, holiday, lunar, lunarOrSolar } from "./moving.ts";
import { dayNear, nearDay, halfMonth, inYearOfIssue, nearHalf, nearMonth, nearQuarter, nearWeek, someQuarterEnd } from "./near.ts";
import { looseDay, run } from "./damaged.ts";
import { dayOf, monthOf, ordinalOf, quarterOf } from "./numbers.ts";
import { isoWeek, part, week } from "./parts.ts";
import type { Base, Found, Groups, Period, Year } from "./shapes.ts";
import { day, firstMonths, half, month, monthEnd, monthStart, plan, point, pointAt, quarters, tenDay, wholeYear, yearStart, yearTurn, years } from "./spans.ts";

/** Reads folded calendar words. Null when they name no day of the calendar (6月31日). */
export function readPeriod(words: string, base: Base): Period | null {
  const claim = claimMoment(words);
  if (claim === null) return null;
  const year = yearOf(claim.groups, base);
  const found = periodOf(claim.rule, claim.groups, year, base);
  if (found === null) return null;
  const warnings = [...(found.warnings ?? [])];
  if (found.end === null && year.value === null) warnings.push("no-year");
  return {
    words, whole: false, mod: null, edtf: null, others: [], yearFrom: year.from, yearStated: year.stated, rule: claim.rule, ...found, warnings,
  };
}

function yearOf(groups: Groups, base: Base): Year {
  const words = (groups.year ?? groups.y ?? "").replace(/(?:年度?)?[-./]?$/, "");
  if (words === "") return { value: base.year, from: base.year === null ? "none" : base.yearFrom, stated: false };
  const full = chineseYear(words);
  if (full !== null) return { value: full, from: "text", stated: true };
  const named = { "今": 0, "本": 0, "这": 0, "这一": 0, "明": 1, "来": 1, "下": 1, "下一": 1, "后": 2, "去": -1, "上": -1, "上一": -1, "前": -2, "大前": -3 }[words.replace("1", "一")];
  if (named !== undefined) return { value: base.thisYear === null ? null : base.thisYear + named, from: base.thisYear === null ? "none" : base.yearFrom, stated: true };
  const next = { "当": 0, "次": 1, "翌": 1 }[words];
  if (next !== undefined) return { value: base.year === null ? null : base.year + next, from: base.year === null ? "none" : base.yearFrom, stated: true };
  const short = chineseNumber(words.replace(/^两千零?|^二千零?/, (thousand) => (words.length > thousand.length ? "" : "二千")));
  if (/^[两二]千/.test(words)) return { value: 2000 + (short === 2000 ? 0 : (short ?? 0)), from: "text", stated: true };
  if (short !== null && short >= 100) return { value: short, from: "text", stated: true };
  return { value: short === null ? null : inCentury(short, base.year ?? 2000), from: "text", stated: true };
}

/** A year of two digits in the century of the base; the one before it when that lies more than fifty years ahead. */
function inCentury(short: number, base: number): number {
  const year = Math.floor(base / 100) * 100 + short;
  return year > base + 50 ? year - 100 : year;
}

function periodOf(rule: MomentRule, groups: Groups, year: Year, base: Base): Found | null {
  const { value: y } = year;
  const near = groups.near;
  switch (rule.shape) {
    case "day":
      return day(y, monthOf(groups.month), dayOf(groups.day));
    case "numericDay":
    case "monthDay":
      return day(y, Number(groups.m), Number(groups.d));
    case "unmarkedDay":
      return lunarOrSolar(y, monthOf(groups.month), groups.d ?? "");
    case "looseDay":
      return looseDay(groups.run ?? "", base.year);
    case "numericMonth":
      return month(y, Number(groups.m));
    case "distant":
      return { ...(groups.day !== undefined ? day(y, monthOf(groups.month), dayOf(groups.day)) : groups.month !== undefined ? month(y, monthOf(groups.month)) : wholeYear(y)) ?? wholeYear(null), warnings: ["distant-year"] };
    case "runDay":
      return run(groups.run ?? "", base.year);
    case "dayOfMonth":
      return dayNear(near, dayOf(groups.day), year, base);
    case "month":
      return month(y, groups.nth === undefined ? monthOf(groups.month) : lastIsTwelve(ordinalOf(groups.nth)));
    case "nearMonth":
      return nearMonth(near, base, month);
    case "monthEnd":
      return monthEnd(y, monthOf(groups.month));
    case "nearMonthEnd":
      return nearMonth(near, base, monthEnd);
    case "monthStart":
      return groups.month === undefined ? nearMonth(near, base, monthStart) : monthStart(y, monthOf(groups.month));
    case "tenDay":
      return inMonth(groups, y, base, (y2, m) => tenDay(y2, m, groups.ten ?? ""));
    case "halfMonth":
      return inMonth(groups, y, base, (y2, m) => halfMonth(y2, m, groups.half ?? ""), "本月");
    case "isoWeek":
      return isoWeek(y, chineseNumber(groups.nth ?? groups.w ?? ""), groups.weekday);
    case "week":
      return inMonth(groups, y, base, (y2, m) => week(y2, m, groups.nth ?? ""));
    case "nearWeek":
      return nearWeek(near ?? "", groups.weekday, base);
    case "nearDay":
      return nearDay(near ?? "", base);
    case "part":
      return inMonth(groups, y, base, (y2, m) => part(y2, m, groups));
    case "quarter":
      return quarters(y, quarterOf(groups.quarter), quarterOf(groups.quarter));
    case "nearQuarter":
      return nearQuarter(near ?? "", base);
    case "nearQuarterEnd":
      return near === undefined ? someQuarterEnd(base) : pointAt(nearQuarter(near, base));
    case "firstMonths":
      return firstMonths(y, chineseNumber(groups.count ?? ""));
    case "firstQuarters":
      return quarters(y, 1, chineseNumber(groups.count ?? ""));
    case "quarterStart": {
      const quarter = quarterOf(groups.quarter);
      const first = quarter === null || quarter < 1 || quarter > 4 ? null : month(y, quarter * 3 - 2);
      return first === null ? null : { ...first, whole: false, mod: "APPROX", edtf: null };
    }
    case "quarterEnd":
      return pointAt(quarters(y, quarterOf(groups.quarter), quarterOf(groups.quarter)));
    case "half":
      return half(y, groups.half);
    case "nearHalf":
      return nearHalf(near ?? "", base);
    case "halfEnd":
      return pointAt(half(y, groups.half));
    case "midYear":
      return { ...point(y, 6, 30, "halfYear"), mod: "APPROX" };
    case "yearEnd":
    case "yearWithin":
      return { ...point(y, 12, 31, "year"), mod: "END" };
    case "yearTurn":
      return yearTurn(y);
    case "yearStart":
      return yearStart(y);
    case "year":
    case "wholeYear":
      return wholeYear(y);
    case "shortYear":
      return { ...wholeYear(y), warnings: ["two-digit-year"] };
    case "years":
      return inYearOfIssue(base, (first) => years(first, 2));
    case "aligned":
      return firstAfter(groups, base);
    case "plan":
    case "planEnd":
    case "planMiddle":
      return plan(rule.shape, groups.plan ?? "");
    case "holiday":
      return holiday(groups.holiday ?? "", year, base);
    case "lunar":
      return lunar(groups, y, base);
    case "midCentury":
      return { start: "2050-12-31", end: "2050-12-31", precision: "year", mod: "APPROX", yearFrom: "text", yearStated: true };
  }
}

const lastIsTwelve = (place: number | null): number | null => (place === -1 ? 12 : place);

/** What stands in a month: the one printed, else the one that 本月, 下月 or the words before it name; without any, the year alone. */
function inMonth(groups: Groups, y: number | null, base: Base, read: (y: number | null, m: number | null) => Found | null, otherwise?: string): Found | null {
  if (groups.month !== undefined) return read(y, monthOf(groups.month));
  const near = groups.near ?? otherwise;
  return near === undefined ? read(y, null) : nearMonth(near, base, read);
}
