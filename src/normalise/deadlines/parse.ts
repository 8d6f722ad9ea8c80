/** The answer of a place for times: a deadline cell, header, caption or labelled line. */
import { beginsWord } from "../../rules/deadlines/boundaries.ts";
import { isPrompt } from "../../rules/prompts.ts";
import { afterwards, goalVerbs, statements, states } from "../../rules/deadlines/guards.ts";
import type { PhraseMeaning } from "../../rules/deadlines/phrases.ts";
import { isoDate, partsOf } from "../../text/calendar.ts";
import { eventBefore, withoutAnchors } from "./event.ts";
import { finish } from "./finish.ts";
import { claimPhrases } from "../../rules/deadlines/grammar.ts";
import { dayOf, monthOf } from "../../rules/deadlines/calendar/numbers.ts";
import { numberMarks } from "./number-marks.ts";
import { readPrinted, withRepairs } from "./printed.ts";
import { inYear, withYear, yearAlone, yearBeside } from "./year-beside.ts";
import type { Base } from "../../rules/deadlines/shapes.ts";
import { blank, type RawReading } from "../../rules/deadlines/claim.ts";
import { baseOf, type DeadlineContext, type DeadlineReading } from "./reading.ts";
import { addAll } from "../../model/add-all.ts";

/** Words that a cell may hold beside its times without saying anything of its own. No text is made up of them in two ways: 完成时限 is 完成 and 时限. */
const filler =
  /^(?:(?:[0-9一二三四五六七八九十]+[.、](?:完成)?)?(?:截[止至]|整改|办理|工作|任务|责任|报送|预计|计划)?(?:时限|时间|期限|日期|节点)(?:要求|安排)?(?:为|均为)?|[,、:()\-—–~/\\|"“”.·*\u0001]|(?:前|底)?(?:全部|全面|基本)?完成|并|和|及|且|务|于|在|分别|应|要|须|力争|争取|确保|原则上|至少|无|暂无|左右)*$/;

/** Every entry of a deadline cell, in order; deadlines.ts tells callers of it. */
export function parseDeadline(text: string, context: DeadlineContext = {}): DeadlineReading[] {
  if (isPrompt(text)) return [];
  const words = readPrinted(text, true);
  const base = baseOf(context);
  return forNumbered(finish(withRepairs(readAnswer(words.text, 0, words.text.length, base), words), words, text, base.issued), text);
}

/** 6月底前（第1项）: the number of what a time is for, behind it. */
const numberBehind = /^\s*(?:完成)?[（(]((?:第|措施|任务|问题|事项)?[0-9一二三四五六七八九十]{1,3}(?:[、,，][0-9一二三四五六七八九十]{1,3}){0,8}[项条点件]?)[)）]/u;

/** Times of numbered entries are for the measures of the same number. */
function forNumbered(readings: DeadlineReading[], text: string): DeadlineReading[] {
  const marks = numberMarks(text);
  return readings.map((reading) => {
    const behind = readings.length > 1 ? numberBehind.exec(text.slice(reading.range[1]))?.[1] : undefined;
    const label = marks.findLast(({ start }) => start <= reading.range[0])?.label ?? behind;
    return label === undefined ? reading : { ...reading, appliesTo: label, action: reading.action !== null && numberBehind.test(reading.action) ? null : reading.action };
  });
}

/** The entries of an answer that stands at a range of folded text. */
export function readAnswer(text: string, start: number, end: number, base: Base): RawReading[] {
  const readings: RawReading[] = [];
  let from = start;
  for (const segment of text.slice(start, end).split(/[;。]/)) {
    const to = from + segment.length;
    for (const reading of readSegment(text, from, to, base, readings)) readings.push(reading);
    from = to + 1;
  }
  return readings;
}

/** A state of the work, at the beginning of an entry: no time at all. */
const state = new RegExp(`^\\u0001*(?:${states})(?:[,、]|$)`);

function readSegment(text: string, start: number, to: number, base: Base, before: readonly RawReading[]): RawReading[] {
  const from = start + (state.exec(text.slice(start, to))?.[0].length ?? 0);
  if (from === to && from > start) return [];
  const segment = text.slice(from, to);
  if (segment.length < longestTitle && statement.test(segment)) return [blank("unrecognized", from, to, ["NOT_A_DEADLINE"])];
  const strict = scan(text, from, to, base, true, before);
  const readings = (strict.length > 0 ? strict : scan(text, from, to, base, false, before)).filter((reading) => !isCutShort(reading, text, to));
  if (readings.length > 0) return withoutObjects(withoutAnchors(doubted(withOngoing(either(dropTails(joinStarts(readings, text)), text), text), text, from, to), text), text).map((reading) => toldOfPast(reading, text, base));
  return filler.test(segment) ? [] : [eventIn(segment, from, to) ?? blank("unrecognized", from, to, [])];
}

const statement = new RegExp(statements.map(({ pattern }) => pattern).join("|"));

/** 年底 of 年底前置审批: a word begins where the time could go on, and nothing is said to be done by then. */
function isCutShort({ kind, from, to: end }: RawReading, text: string, to: number): boolean {
  if ((kind !== "by" && kind !== "interval") || !beginsWord(text, end)) return false;
  const goesOn = goesOnWith.find(({ last }) => last.test(text.slice(from, end)))?.next.test(text.charAt(end)) ?? false;
  const rest = text.slice(end, to).split(/[,、]/)[0] ?? "";
  return goesOn && !goal.test(rest) && !saysDone.test(rest);
}

/** What can follow in the same time, by its last character: 年 + 内, 底 + 前. */
const goesOnWith = [
  { last: /[年度月份季]$/, next: /[内前后底末终初间止起]/ },
  { last: /[底末日号旬节旦]$/, next: /[前后间止起]/ },
];
const saysDone = /(?:完成|办结|到位|建成|达标|结束|投用|完工|竣工|验收|销号|覆盖)$/;

/** What is reported on, not when: 每月5日前报送 | 上月 | 情况, 年底前完成 | 2019年 | 结转项目; 上月 behind another time never is when. */
function withoutObjects(readings: readonly RawReading[], text: string): RawReading[] {
  return readings.filter((reading, index) => {
    const last = readings[index - 1];
    if (last === undefined || reading.kind !== "interval" || reading.ongoing) return true;
    const told = actOf.test(text.slice(last.to, reading.from)) && noun.test(text.slice(reading.to, reading.to + 8));
    return !told && !backwards.test(text.slice(reading.from, reading.to));
  });
}

/** 上季度, 去年底: named from the date of issue backwards. */
const backwards = /^(?:截[至止]|到|至|自|从)?(?:[上前]一?个?(?:月|季度?|年|周|星期|半月|个半年)|上{2,3}个?|去年|大?前年|昨[天日]|大?前天)/;

function toldOfPast(reading: RawReading, text: string, { issued, thisYear }: Base): RawReading {
  const today = issued ?? (thisYear === null ? null : `${String(thisYear)}-01-01`);
  const past = (reading.kind === "by" || reading.kind === "interval") && backwards.test(text.slice(reading.from, reading.to)) && (reading.due === null || today === null || reading.due < today);
  return past && !reading.warnings.includes("past") ? { ...reading, warnings: [...reading.warnings, "past"] } : reading;
}

const actOf = /^(?:[^,、()]{0,8})(?:报|交|报送|上报|提交|填报|报告|汇报|通报|公布|公开|发布|汇总|总结|分析|反馈|调度|梳理|评估|考核|完成|办结|兑现|拨付|清算|核算|编制|印发)$/;
const noun = /^(?:度|份)?(?:的)?[^,、()前后内底末起]{0,4}(?:情况|进展|数据|总结|报告|工作|任务|项目|资金|结果|计划|台账|清单|信息|成效|报表|统计|指标|补贴|考核|结转|年报|绩效|预算|决算|档案)/;

/** An answer that names an event and no date: “两会”前, 验收前, 项目竣工后. */
function eventIn(segment: string, from: number, to: number): RawReading | null {
  const match = /^(?:在|于)?([^,、:()0-9]{2,20}?)(?:之|以|过(?=后))?(前后|左右|[前后])(?:及时|立即|适时)?(?:全部)?(?:完成|办结|启动|实施)?$/.exec(segment);
  const [, event = "", side = ""] = match ?? [];
  if (match === null || /(?:[目当日年月提先此今往旬号]|[年月季度][底末初中])$/.test(event)) return null;
  if (/..|左右/.test(side)) return { ...blank("event", from, to, ["AROUND_EVENT"]), warnings: ["approximate"] };
  const anchor: RawReading["anchor"] = { event, relation: side === "前" ? "before" : "after", dayKind: "calendar", date: null };
  return { ...blank("event", from, to, ["EVENT_UNRESOLVED"]), anchor };
}

/** Words of time that stand unread beside a reading. */
const unread = /[年月日号旬季周天]|^已|(?:民国|顺治|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统|昭和|平成|令和|犹太|以色列)$|[0-9一二三四五六七八九十][.·/-][0-9](?!次)|^[初起]|[去上前]$/;

/** A period without 前, 内 or 底: what follows may narrow it (2024年冬至) unless it says what is done. */
const openPeriod = /(?:年度?|[月份季度年])$/;
const goal = new RegExp(`^(?:${goalVerbs}|并?(?:持续|集中|分批)?(?:推进|实施|落实|执行|组织|全面))`);

/** A time glued to a recurrence (每年春节) is part of it, not a deadline of its own. */
function dropTails(readings: readonly RawReading[]): RawReading[] {
  const kept: RawReading[] = [];
  for (const reading of readings) {
    const last = kept.at(-1);
    if (last?.kind === "recurring" && reading.from === last.to && reading.kind !== "ongoing") {
      kept[kept.length - 1] = partlyRead({ ...last, to: reading.to });
    } else {
      kept.push(reading);
    }
  }
  return kept;
}

function partlyRead(reading: RawReading): RawReading {
  return reading.warnings.includes("partly-read") ? reading : { ...reading, warnings: [...reading.warnings, "partly-read"] };
}

/** 自2020年起每年, 2020—2022年每年年底前: the years bound the recurrence. */
function joinStarts(readings: readonly RawReading[], text: string): RawReading[] {
  const joined: RawReading[] = [];
  for (const reading of readings) {
    const last = joined.at(-1);
    const years = last?.kind === "interval" && last.start !== null && !last.ongoing && reading.kind === "recurring" && /^[,、在于的]{0,2}$/.test(text.slice(last.to, reading.from));
    if (last === undefined || !years) joined.push(reading);
    else joined[joined.length - 1] = bounded(reading, last);
  }
  return joined;
}

function bounded(reading: RawReading, years: RawReading): RawReading {
  const until = years.due === null || reading.rrule === null ? "" : `;UNTIL=${years.due.replaceAll("-", "")}`;
  const tooEarly = reading.due !== null && years.start !== null && reading.due < years.start;
  return {
    ...reading, start: years.start, from: years.from, rrule: reading.rrule === null ? null : reading.rrule + until, yearFrom: years.yearFrom,
    due: tooEarly ? null : reading.due, basis: [...years.basis, ...reading.basis],
  };
}

/** 7月中旬(或8月上旬): the second is another reading of the first. */
function either(readings: readonly RawReading[], text: string): RawReading[] {
  const kept: RawReading[] = [];
  for (const reading of readings) {
    const last = kept.at(-1);
    const or = last !== undefined && last.due !== null && reading.due !== null && last.due !== reading.due && /^\(?或者?$/.test(text.slice(last.to, reading.from));
    if (last === undefined || !or) kept.push(reading);
    else kept[kept.length - 1] = { ...last, to: reading.to + (text.charAt(last.to) === "(" && text.charAt(reading.to) === ")" ? 1 : 0), alternatives: [...last.alternatives, { due: reading.due, rrule: null, reason: "either-or" }] };
  }
  return kept;
}

/** Warns where the words next to a reading speak of time and no rule read them. */
function doubted(readings: readonly RawReading[], text: string, from: number, to: number): RawReading[] {
  return readings.map((reading, index) => {
    const before = text.slice(readings[index - 1]?.to ?? from, reading.from).split(/[,、:]/).at(-1)?.replace(/原则上$/, "") ?? "";
    const after = text.slice(reading.to, readings[index + 1]?.from ?? to).split(/[,、]/)[0] ?? "";
    const relative = reading.kind === "relative" || reading.kind === "event";
    const doubtful = (!relative && before.length <= 8 && unread.test(before)) || (after.length <= 8 && unread.test(after));
    const cut = (reading.kind === "interval" || reading.kind === "by") && openPeriod.test(text.slice(reading.from, reading.to)) && !filler.test(after) && !goal.test(after);
    return doubtful || cut ? partlyRead(reading) : reading;
  });
}

/** `strict`: words of lasting work count only where they stand as an entry of their own. */
function scan(text: string, from: number, to: number, base: Base, strict: boolean, before: readonly RawReading[]): RawReading[] {
  const found: RawReading[] = [];
  let carry = before.at(-1)?.carry ?? null;
  let at = from;
  while (at < to) {
    const passed = yearPassed(text, at, to);
    const readings = passed !== null ? [] : readAt(text, at, to, handedOn(base, carry, found.at(-1)), strict, found.at(-1)?.to ?? from);
    addAll(found, readings);
    const last = readings.at(-1);
    carry = last === undefined ? carry : (last.carry ?? carry);
    at = passed ?? (last === undefined ? next(text, at) : last.to);
  }
  return found;
}

/** Where a year ends that a time beside it takes up (2025年（四季度）); null where none begins. */
function yearPassed(text: string, at: number, to: number): number | null {
  yearAlone.lastIndex = at;
  const match = yearAlone.exec(text);
  if (match === null || yearAlone.lastIndex >= to || numeral.test(text.charAt(at - 1))) return null;
  const end = yearAlone.lastIndex + (text.charAt(yearAlone.lastIndex) === "(" ? 1 : 0);
  return claimPhrases(text, end, "cell").some((claim) => (yearBeside(text, claim)?.from ?? end) <= at) ? end : null;
}

/** Year and month that the entry before hands on: 9月10号,11号. */
function handedOn(base: Base, carry: RawReading["carry"], last: RawReading | undefined): Base {
  const month = last?.due == null || last.precision !== "day" || last.kind !== "by" ? null : partsOf(last.due)[1];
  return carry === null ? { ...base, month } : { ...base, year: carry.year, yearFrom: "text", month };
}

/** A number is read from its beginning or not at all. */
const numeral = /[0-9〇○◯零一二三四五六七八九十]/;

/** No title that is cited beside a time is longer. */
const longestTitle = 200;

/** Past a title, else one character on. */
function next(text: string, at: number): number {
  const close = text.charAt(at) === "《" ? text.slice(at, at + longestTitle).indexOf("》") : -1;
  return close < 0 ? at + 1 : at + close;
}

/** Periods that may be counted from an event printed before them. */
const counted: ReadonlySet<PhraseMeaning> = new Set(["duration", "ahead", "bareDuration"]);

function readAt(text: string, at: number, to: number, base: Base, strict: boolean, after: number): RawReading[] {
  if (at > 0 && numeral.test(text.charAt(at)) && (numeral.test(text.charAt(at - 1)) || (at > after && /年/.test(text.charAt(at - 1))))) return [];
  for (const claim of claimPhrases(text, at, "cell")) {
    if (claim.end > to || (points.has(claim.rule.means) && isAfterwards(text, claim.end))) continue;
    if (strict && claim.rule.means === "ongoing" && !standsAlone(text, claim.start, claim.end, to, after)) continue;
    const beside = yearBeside(text, claim);
    const readings = claim.rule.reads(claim, beside === null ? base : inYear(base, beside), counted.has(claim.rule.means) ? eventBefore(text, claim.start) : null);
    if (readings.length > 0) return beside === null ? readings : withYear(readings, beside);
    if (holdsNoSuchDay(claim.words, base.year) || /第.{1,3}(?:周|星期|礼拜)/.test(claim.words)) return [{ ...blank("unrecognized", claim.start, claim.end, []), warnings: ["no-such-day"] }];
  }
  return [];
}

/** Times that are no limit where 后 follows them: 国庆节 | 后一周内. */
const points: ReadonlySet<PhraseMeaning> = new Set(["bare", "range", "shortRange", "list", "numberList", "until"]);
const afterwardsAt = new RegExp(afterwards, "y");

function isAfterwards(text: string, at: number): boolean {
  afterwardsAt.lastIndex = at;
  return afterwardsAt.test(text);
}

const printedDay = /(?:([0-9]{4})年)?([0-9]{1,2}|[元一二三四五六七八九十]{1,2})月份?([0-9]{1,2}|[一二三四五六七八九十廿卅]{1,3})[日号]/g;

/** A printed day that no calendar has (6月31日) is no day at all: its parts are not read instead. */
export function holdsNoSuchDay(words: string, year: number | null): boolean {
  return [...words.matchAll(printedDay)].some(([, y, m, d]) => {
    const [month, day] = [monthOf(m), dayOf(d)];
    return month !== null && day !== null && isoDate(y === undefined ? (year ?? 2000) : Number(y), month, day) === null;
  });
}

function standsAlone(text: string, start: number, end: number, to: number, after: number): boolean {
  const opens = start === after || text.charAt(start) === "并" || /[,、:()\s]/.test(text.charAt(start - 1));
  return opens && (end === to || /[,、:()]/.test(text.charAt(end)));
}

/** 年内持续推进 is one deadline that runs all the time; 9月底前 持续推进 are two. */
function withOngoing(readings: readonly RawReading[], text: string): RawReading[] {
  const merged: RawReading[] = [];
  for (const reading of readings) {
    const last = merged.at(-1);
    const period = last !== undefined && /(?:[年月度]内|全年|年|期间)$/.test(text.slice(last.from, last.to));
    if (last !== undefined && period && reading.kind === "ongoing" && reading.from === last.to && (last.kind === "by" || last.kind === "interval")) {
      merged[merged.length - 1] = { ...last, to: reading.to, ongoing: true, basis: [...last.basis, ...reading.basis] };
    } else {
      merged.push(reading);
    }
  }
  return merged;
}
