/** Readings of phrases that stand on the calendar: by a day, intervals, lists. */
import type { Deadline } from "../../../model/notice.ts";
import { addDays, partsOf } from "../../../text/calendar.ts";
import { momentInList, readPeriod } from "../period.ts";
import type { Base, Period } from "../shapes.ts";
import { blank, type Claim, type RawReading } from "../claim.ts";
import { workdayOnOrBefore } from "../calendar/workdays.ts";
import type { ConventionId } from "../conventions.ts";

const endsBefore = /$(?<=(?:之前|以前|前)(?:\([^)]*\))?)/;

/** 7月10日前, 9月前, 春节前. */
export function readBefore(claim: Claim, base: Base): RawReading[] {
  const period = readPeriod(claim.groups.a ?? "", base);
  return period === null ? [] : [before(period, claim, claim.start, claim.end)];
}

function before(period: Period, claim: Claim, from: number, to: number): RawReading {
  if (period.holiday !== null) return beforeHoliday(period, from, to);
  if (!period.whole || period.end === null || period.start === null) {
    const basis: ConventionId[] = period.precision === "day" ? ["DAY_BEFORE_INCLUSIVE", period.convention] : [period.convention];
    return { ...by(period, from, to, [...basis, claim.convention]), mod: period.mod ?? "ON_OR_BEFORE" };
  }
  const ahead = addDays(period.start, -1);
  if (period.precision === "tenDay") {
    const reading = by(period, from, to, [period.convention]);
    return { ...reading, alternatives: [{ due: ahead, rrule: null, reason: "period-excluded" }], warnings: [...reading.warnings, "ambiguous"] };
  }
  return {
    ...by(period, from, to, ["PERIOD_BEFORE_EXCLUSIVE"]),
    due: ahead, mod: "BEFORE", edtf: `[${ahead},${period.end}]`,
    alternatives: [{ due: period.end, rrule: null, reason: "period-included" }],
    warnings: [...period.warnings, "ambiguous"],
  };
}

/** 9月10日或之前, 2021年及以前: what is named counts. */
export function readBeforeInclusive(claim: Claim, base: Base): RawReading[] {
  const period = readPeriod(claim.groups.a ?? "", base);
  if (period === null) return [];
  return [{ ...by(period, claim.start, claim.end, [claim.convention, period.convention]), mod: "ON_OR_BEFORE" }];
}

function beforeHoliday(period: Period, from: number, to: number): RawReading {
  const lunar = period.holiday === "lunar";
  const reading = by(period, from, to, [lunar ? "LUNAR_BEFORE" : "HOLIDAY_BEFORE"]);
  if (period.start === null) return reading;
  const due = addDays(period.start, -1);
  const workday = lunar ? workdayOnOrBefore(due) : null;
  const alternatives = workday === null || workday === due ? [] : [{ due: workday, rrule: null, reason: "last-working-day" }];
  return { ...reading, due, mod: "BEFORE", edtf: `../${due}`, alternatives, carry: null };
}

/** A last day: the end of what the words name. */
function by(period: Period, from: number, to: number, basis: readonly (ConventionId | null)[]): RawReading {
  const approximate = period.mod === "APPROX" ? "~" : "";
  return {
    ...blank("by", from, to, basis),
    due: period.end,
    precision: period.precision,
    mod: period.mod,
    edtf: period.end === null ? null : `../${period.end}${approximate}`,
    yearFrom: period.yearFrom,
    alternatives: period.others.map((due) => ({ due, rrule: null, reason: period.othersBecause })),
    warnings: [...period.warnings],
    carry: carryOf(period),
  };
}

function interval(start: string | null, end: string | null, period: Period, from: number, to: number, basis: readonly (ConventionId | null)[]): RawReading {
  return {
    ...by(period, from, to, basis),
    kind: "interval", start, due: end, mod: period.mod,
    edtf: span(start, end),
  };
}

/** EDTF of an interval; one of a single day is that day. */
function span(start: string | null, end: string | null): string | null {
  if (start === end) return start;
  return `${start ?? ".."}/${end ?? ".."}`;
}

function carryOf({ end, yearStated, precision, start }: Period): RawReading["carry"] {
  if (!yearStated || start === null || end === null || precision === "year" || precision === "plan" || precision === "halfYear") return null;
  const [year, month] = partsOf(end);
  return { year, month };
}

/** 到2025年, 截至6月底前. */
export function readUntil(claim: Claim, base: Base): RawReading[] {
  const period = readPeriod(claim.groups.a ?? "", base);
  if (period === null) return [];
  if (period.whole && endsBefore.test(claim.words)) return [before(period, claim, claim.start, claim.end)];
  const reading = by(period, claim.start, claim.end, [claim.convention, period.convention]);
  const open = claim.words.endsWith("更长时间") ? ["open-ended"] : [];
  return [{ ...reading, mod: reading.mod ?? "ON_OR_BEFORE", warnings: [...reading.warnings, ...open] }];
}

/** 2月10日前后. */
export function readAround(claim: Claim, base: Base): RawReading[] {
  const period = readPeriod(claim.groups.a ?? "", base);
  if (period === null) return [];
  const basis = [claim.convention, period.convention];
  if (period.whole) {
    return [{ ...interval(period.start, period.end, period, claim.start, claim.end, basis), mod: "APPROX", edtf: period.edtf === null ? null : `${period.edtf}~` }];
  }
  return [{ ...by(period, claim.start, claim.end, basis), mod: "APPROX", edtf: period.end === null ? null : `${period.end}~` }];
}

/** 8月份, 全年, 2021年底, 2020-09-30. */
export function readBare(claim: Claim, base: Base): RawReading[] {
  const period = readPeriod(claim.groups.a ?? "", base);
  return period === null ? [] : [bare(period, claim, claim.start, claim.end, true)];
}

function bare(period: Period, claim: Claim, from: number, to: number, alone = false): RawReading {
  const basis = [period.convention, claim.convention];
  const within = /(?:之内|以内|内)$/.test(claim.words);
  if (!period.whole || (within && alone)) return by(period, from, to, basis);
  const reading = interval(period.start, period.end, period, from, to, basis);
  return { ...reading, edtf: period.edtf ?? reading.edtf, ongoing: period.ongoing };
}

/** 6月10日至年底: what the second part leaves out is copied from the first. */
export function readRange(claim: Claim, base: Base): RawReading[] {
  return joined(claim, claim.groups.a ?? "", claim.groups.b ?? "", base);
}

function joined(claim: Claim, words: string, until: string, base: Base): RawReading[] {
  const alone = readPeriod(until, base);
  const first = readPeriod(words, firstBase(alone, base));
  if (first === null) return [];
  const second = readPeriod(until, carried(first, base)) ?? (first.start === null ? first : null);
  if (second === null) return [];
  const { start, end, repaired } = inOrder(first, second);
  const rolled = start !== null && end !== null && end < start ? rollYear(until, first, base) : null;
  const last = rolled?.end ?? end;
  if (start !== null && last !== null && last < start) return [];
  const reading = interval(start, last, second, claim.start, claim.end, [claim.convention, first.convention, second.convention]);
  const warnings = [...new Set([...first.warnings, ...second.warnings])].filter((code) => !(repaired && code === "ambiguous"));
  return [{
    ...reading, warnings: rolled === null ? warnings : [...warnings, "year-rolled"],
    alternatives: repaired ? [] : reading.alternatives,
    yearFrom: first.yearStated ? first.yearFrom : second.yearStated ? second.yearFrom : reading.yearFrom,
    mod: null,
  }];
}

/** 9月至2021年3月: the first part takes the base year unless that lies after the second. */
function firstBase(second: Period | null, base: Base): Base {
  if (second === null || !second.yearStated || second.end === null) return base;
  const year = Number(second.end.slice(0, 4));
  return base.year !== null && base.year <= year && year - base.year < 2 ? base : { ...base, year, yearFrom: second.yearFrom };
}

function carried(first: Period, base: Base): Base {
  if (first.start === null) return base;
  const [year, month] = partsOf(first.start);
  return { ...base, year, month, yearFrom: first.yearStated ? "text" : first.yearFrom };
}

function rollYear(until: string, first: Period, base: Base): Period | null {
  const from = carried(first, base);
  const next = from.year === null ? null : readPeriod(until, { ...from, year: from.year + 1 });
  return next === null || next.yearStated ? null : next;
}

/** Of the days that damaged digits can mean, those in order with the other end. */
function inOrder(first: Period, second: Period): { start: string | null; end: string | null; repaired: boolean } {
  const ends = second.others.filter((day) => first.start === null || day >= first.start);
  const starts = first.others.filter((day) => second.end === null || day <= second.end);
  const [end] = ends;
  const [start] = starts;
  if (second.others.length > 0 && ends.length === 1 && end !== undefined) return { start: first.start, end, repaired: first.others.length === 0 };
  if (first.others.length > 0 && starts.length === 1 && start !== undefined) return { start, end: second.end, repaired: second.others.length === 0 };
  return { start: first.start, end: second.end, repaired: false };
}

/** 7—9月, 2018—2020年: the first part lacks its unit. */
export function readShortRange(claim: Claim, base: Base): RawReading[] {
  const { y1, y2, m1, m2, d1, d2, q1, q2, month, end, qend, ny, nm1, nm2 } = claim.groups;
  const year = claim.groups.year ?? "";
  const pair = ((): [string, string] | null => {
    if (ny !== undefined && nm1 !== undefined && nm2 !== undefined) return [`${ny}年${nm1}月`, `${nm2}月`];
    if (y1 !== undefined && y2 !== undefined) return [`${y1}年`, `${y2}年`];
    if (m1 !== undefined && m2 !== undefined) return [`${year}${m1}月`, `${m2}${end ?? ""}`];
    if (d1 !== undefined && d2 !== undefined && month !== undefined) return [`${year}${month}${d1}日`, d2];
    if (q1 !== undefined && q2 !== undefined) return [`${year}${q1}季度`, `${q2}季度${qend ?? ""}`];
    return null;
  })();
  return pair === null ? [] : joined(claim, pair[0], pair[1], base);
}

/** 从2019年起: open at the end. 2019年以后 begins when the year is over, 及以后 with the year itself. */
export function readFrom(claim: Claim, base: Base): RawReading[] {
  const period = readPeriod(claim.groups.a ?? "", base);
  if (period === null) return [];
  const later = /(?:[^及或其][以之]|[^以之])后$/.test(claim.words);
  const start = later && period.end !== null ? addDays(period.end, 1) : period.start;
  return [openEnded(start, period, claim)];
}

function openEnded(start: string | null, period: Period, claim: Claim): RawReading {
  return { ...interval(start, null, period, claim.start, claim.end, [claim.convention, period.convention]), mod: null, alternatives: [] };
}

/** 自2019年以来, 自从2018年. */
export function readSince(claim: Claim, base: Base): RawReading[] {
  const period = readPeriod(claim.groups.a ?? "", base);
  return period === null ? [] : [openEnded(period.start, period, claim)];
}

/** 自即日起到9月底: from the date of issue. */
export function readNowUntil(claim: Claim, base: Base): RawReading[] {
  const period = readPeriod(claim.groups.a ?? "", base);
  if (period === null) return [];
  const reading = interval(base.issued, period.end, period, claim.start, claim.end, [claim.convention, period.convention]);
  return base.issued !== null && period.end !== null && period.end < base.issued
    ? [{ ...reading, start: null, edtf: `../${period.end}`, warnings: [...reading.warnings, "due-before-issue"] }]
    : [reading];
}

/** 自口岸启用之日起至2047年6月30日止, 汛期结束后到11月底前. */
export function readEventUntil(relation: "from" | "after", claim: Claim, base: Base): RawReading[] {
  const period = readPeriod(claim.groups.a ?? "", base);
  if (period === null) return [];
  const anchor: Deadline["anchor"] = { event: claim.groups.event ?? null, relation, dayKind: "calendar", date: null };
  return [{ ...interval(null, period.end, period, claim.start, claim.end, [claim.convention, period.convention]), anchor }];
}

/** 9月10日、11月25日前; 6月、12月底前: what the last says of its end holds for all. */
export function readList(claim: Claim, base: Base): RawReading[] {
  const parts = [...claim.words.matchAll(momentInList())];
  const last = parts.at(-1)?.[0] ?? "";
  const shared = /(?:月份?|年)([底末])$/.exec(last)?.[1] ?? "";
  const allBefore = endsBefore.test(claim.words);
  const readings: RawReading[] = [];
  let from = base;
  for (const [index, part] of parts.entries()) {
    const words = shared !== "" && /(?:月份?|年)$/.test(part[0]) ? `${part[0]}${shared}` : part[0];
    const period = readPeriod(words, from);
    if (period === null) return [];
    const start = claim.start + part.index;
    const own = /^(?:之前|以前|前)/.exec(claim.words.slice(part.index + part[0].length))?.[0] ?? "";
    const end = index === parts.length - 1 ? claim.end : start + part[0].length + own.length;
    const reached = claim.words.startsWith("到") && !allBefore;
    readings.push(reached ? by(period, index === 0 ? claim.start : start, end, ["REACH_YEAR", period.convention]) : allBefore || own !== "" ? before(period, claim, start, end) : bare(period, claim, start, end));
    from = period.yearStated ? carried(period, from) : { ...from, month: period.start === null ? from.month : partsOf(period.start)[1] };
  }
  return readings;
}

/** 3、6、9月底前; 一、二季度: the unit stands only behind the last number. */
export function readNumberList(claim: Claim, base: Base): RawReading[] {
  const { numbers = "", tail = "", year = "", month = "" } = claim.groups;
  const allBefore = endsBefore.test(claim.words);
  const all = numbers.split("、");
  const readings: RawReading[] = [];
  let at = claim.start + claim.words.indexOf(numbers, year.length + month.length);
  for (const [index, number] of all.entries()) {
    const period = readPeriod(`${year}${month}${number}${tail}`, base);
    if (period === null) return [];
    const from = index === 0 ? claim.start : at;
    const to = index === all.length - 1 ? claim.end : at + number.length;
    readings.push(allBefore ? before(period, claim, from, to) : bare(period, claim, from, to));
    at += number.length + 1;
  }
  return readings;
}
