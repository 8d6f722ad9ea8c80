/** Readings of periods that are counted from an event (Civil Code art. 200–204; the first day is not counted). */
import type { Deadline } from "../../../model/notice.ts";
import { addDays, addMonths } from "../../../text/calendar.ts";
import { chineseNumber } from "../../../text/numerals.ts";
import type { Base } from "../shapes.ts";
import { blank, type Claim, type PrintedEvent, type RawReading } from "../claim.ts";
import { isCovered, isWorkday, workdayOnOrAfter, workdaysAfter } from "../calendar/workdays.ts";
import type { ConventionId } from "../conventions.ts";

/** ISO 8601 duration of a count of Chinese units; null for units it does not know. */
export function durationOf(count: number, unit: string): string | null {
  switch (unit.replace("个", "").charAt(0)) {
    case "年":
      return `P${String(count)}Y`;
    case "季":
      return `P${String(count * 3)}M`;
    case "月":
      return `P${String(count)}M`;
    case "周":
    case "星":
      return `P${String(count)}W`;
    case "小":
      return `PT${String(count)}H`;
    case "工":
    case "交":
    case "天":
    case "日":
      return `P${String(count)}D`;
    default:
      return null;
  }
}

/** The day a period after (or, when negative, before) another: the corresponding day for months and years (art. 202). Null for hours. */
export function endOf(from: string, duration: string, direction: 1 | -1 = 1): string | null {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(duration);
  if (match === null) return null;
  const [, years = 0, months = 0, weeks = 0, days = 0] = match.map(Number).map((value) => (Number.isNaN(value) ? 0 : value));
  return addDays(addMonths(from, direction * (years * 12 + months)), direction * (weeks * 7 + days));
}

/** The event that begins the notice itself: its issue. */
const issue = /^(?:自|从)?(?:(?:本|该|此)(?:通知|方案|意见|办法|文件|计划|清单|要点|公告)(?:印发|发布|下发|公布|发文|出台)|(?:印发|发布|下发|发文)(?=之日))/;

/** 3个工作日内, 三年内, 用两年时间. `printed`: the words of the event before it; null when there are none. */
export function readDuration(claim: Claim, base: Base, printed: PrintedEvent | null): RawReading[] {
  const duration = durationIn(claim.groups);
  if (duration === null) return [];
  const business = /工作日|交易日/.test(claim.words);
  const dayKind = business ? "business" : "calendar";
  const own = printed !== null && issue.test(printed.event + (printed.relation === "from" ? "之日" : ""));
  const date = printed === null || own ? base.issued : null;
  const anchor: Deadline["anchor"] = {
    event: printed?.event ?? null, relation: printed?.relation ?? "from", dayKind, date: business && !own ? null : date,
  };
  const ids: ConventionId[] = [business ? "BUSINESS_DAYS" : /[MY]/.test(duration) ? "WITHIN_MONTHS" : "WITHIN_DAYS"];
  const due = date === null ? null : business ? (own ? workdayEnd(date, duration) : null) : endOf(date, duration);
  const reading: RawReading = { ...blank("relative", claim.start, claim.end, ids), duration, anchor };
  const warnings: string[] = [];
  if (!business && /^P(?:[1-9]|10)D$/.test(duration)) warnings.push("short-period");
  if (date === null && printed === null && !business && /^P/.test(duration) && !duration.startsWith("PT")) warnings.push("no-issue-date");
  if (business && own && date !== null && due === null) warnings.push("holiday-calendar-unpublished");
  if (due === null) return [{ ...reading, warnings }];
  if (business) return [{ ...reading, due, warnings, precision: "day", edtf: `../${due}`, yearFrom: "dateIssued" }];
  if (printed === null) warnings.push("assumed-anchor");
  const rolled = rolledFrom(due);
  if (rolled.unpublished) warnings.push("holiday-calendar-unpublished");
  return [{
    ...reading, due, warnings, precision: "day", edtf: `../${due}`, yearFrom: "dateIssued",
    alternatives: rolled.day === null ? [] : [{ due: rolled.day, rrule: null, reason: "holiday-roll" }],
    basis: rolled.day === null ? ids : [...ids, "HOLIDAY_ROLL"],
  }];
}

/** ISO 8601 duration of the groups of a phrase: 两个半月, 半年, 三年半. */
export function durationIn({ n, unit, half, halfUnit, plus }: Claim["groups"]): string | null {
  if (halfUnit !== undefined) return halfUnit.includes("年") ? "P6M" : halfUnit.includes("月") ? "P15D" : "PT12H";
  const count = chineseNumber(n ?? "");
  if (count === null || count < 1 || unit === undefined) return null;
  if (half !== undefined || plus !== undefined) return unit.includes("年") ? `P${String(count * 12 + 6)}M` : unit.includes("月") ? `P${String(count)}M15D` : null;
  return durationOf(count, unit);
}

/** The last of some working days, by the holiday calendar; null beyond the years that it covers. */
function workdayEnd(from: string, duration: string): string | null {
  const count = /^P(\d+)D$/.exec(duration)?.[1];
  return count === undefined ? null : workdaysAfter(from, Number(count));
}

/** The day an end on a holiday moves to (art. 203); null when it is a working day. */
function rolledFrom(due: string): { day: string | null; unpublished: boolean } {
  const workday = isWorkday(due);
  if (workday === true) return { day: null, unpublished: false };
  if (workday === null) return { day: null, unpublished: true };
  return { day: workdayOnOrAfter(due), unpublished: !isCovered(due) };
}

/** 提前3个工作日, 会议召开前3日. */
export function readAhead(claim: Claim, _base: Base, printed: PrintedEvent | null): RawReading[] {
  const count = chineseNumber(claim.groups.n ?? "");
  const unit = claim.groups.unit ?? "";
  if (count === null || count < 1) return [];
  const dayKind = /工作日/.test(unit) ? "business" : "calendar";
  const anchor: Deadline["anchor"] = { event: printed?.event ?? null, relation: "before", dayKind, date: null };
  return [{ ...blank("relative", claim.start, claim.end, [dayKind === "business" ? "BUSINESS_DAYS" : "WITHIN_DAYS"]), duration: durationOf(count, unit), anchor }];
}
