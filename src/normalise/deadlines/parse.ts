/** The answer of a place for times: a deadline cell, header, caption or labelled line. */
import { goalVerbs } from "../../rules/deadlines/guards.ts";
import { partsOf } from "../../text/calendar.ts";
import { fold } from "../../text/fold.ts";
import { eventBefore } from "./event.ts";
import { finish, keepLinesApart } from "./finish.ts";
import { claimPhrases } from "./grammar.ts";
import { readPhrase } from "./meaning.ts";
import type { Base } from "./period.ts";
import { baseOf, blank, type DeadlineContext, type DeadlineReading, type RawReading } from "./reading.ts";

/** Words that a cell may hold beside its times without saying anything of its own. */
const filler =
  /^(?:(?:[0-9一二三四五六七八九十]+[.、])?(?:完成|整改|办理|工作|任务|责任|报送|预计|计划)?(?:时限|时间|期限|日期|节点)(?:要求|节点|安排)?(?:为|均为)?|[,、:()\-—–~/\\|"“”.·*\u0001]+|(?:前|底)?(?:全部|全面|基本)?完成|并|和|及|且|务|于|在|分别|应|要|须|力争|争取|确保|原则上|至少|无|暂无|左右)*$/;

/**
 * Every entry of a deadline cell, in order. What no rule reads is an entry of kind `unrecognized`: nothing is dropped in silence.
 * A blank cell, a dash or 无 has no entry.
 *
 * @example parseDeadline("9月底前 持续推进", { workYear: { year: 2020, basis: "title" }, dateIssued: null }).map(({ kind, due }) => [kind, due])
 * // [["by", "2020-09-30"], ["ongoing", null]]
 */
export function parseDeadline(text: string, context: DeadlineContext): DeadlineReading[] {
  const words = fold(keepLinesApart(text));
  const base = baseOf(context);
  const readings: RawReading[] = [];
  let from = 0;
  for (const segment of words.text.split(/[;。]/)) {
    const to = from + segment.length;
    readings.push(...readSegment(words.text, from, to, base, readings));
    from = to + 1;
  }
  return finish(readings, words, text, context);
}

function readSegment(text: string, from: number, to: number, base: Base, before: readonly RawReading[]): RawReading[] {
  const strict = scan(text, from, to, base, true, before);
  const readings = strict.length > 0 ? strict : scan(text, from, to, base, false, before);
  if (readings.length > 0 && !foreign.test(text.slice(from, to))) return doubted(withOngoing(dropTails(readings), text), text, from, to);
  const segment = text.slice(from, to);
  return filler.test(segment) ? [] : [blank("unrecognized", from, to, [])];
}

/** Calendars that no rule reads: a solar day would be wrong. */
const foreign = /农历|阴历|旧历|腊月|正月|闰/;

/** Words of time that stand unread beside a reading. */
const unread = /[年月日号旬季周天]|[0-9一二三四五六七八九十]+[.·/-][0-9]|^[初起]|[去上前]$/;

/** A period without 前, 内 or 底: what follows may narrow it (2024年冬至) unless it says what is done. */
const openPeriod = /(?:年度?|[月份季度年])$/;
const goal = new RegExp(`^(?:${goalVerbs}|并?(?:持续|集中|分批)?(?:推进|实施|落实|执行|组织|全面))`);

/** A time glued to a recurrence (每年春节) is part of it, not a deadline of its own. */
function dropTails(readings: readonly RawReading[]): RawReading[] {
  const kept: RawReading[] = [];
  for (const reading of readings) {
    const last = kept.at(-1);
    if (last?.kind === "recurring" && reading.from === last.to && reading.kind !== "ongoing") {
      kept[kept.length - 1] = { ...last, to: reading.to, warnings: [...last.warnings, "partly-read"] };
    } else {
      kept.push(reading);
    }
  }
  return kept;
}

/** Warns where the words next to a reading speak of time and no rule read them. */
function doubted(readings: readonly RawReading[], text: string, from: number, to: number): RawReading[] {
  return readings.map((reading, index) => {
    const before = text.slice(readings[index - 1]?.to ?? from, reading.from).split(/[,、]/).at(-1) ?? "";
    const after = text.slice(reading.to, readings[index + 1]?.from ?? to).split(/[,、]/)[0] ?? "";
    const relative = reading.kind === "relative" || reading.kind === "event";
    const doubtful = (!relative && before.length <= 8 && unread.test(before)) || (after.length <= 8 && unread.test(after));
    const cut = reading.kind === "interval" && openPeriod.test(text.slice(reading.from, reading.to)) && !filler.test(after) && !goal.test(after);
    return doubtful || cut ? { ...reading, warnings: [...reading.warnings, "partly-read"] } : reading;
  });
}

/** `strict`: words of lasting work count only where they stand as an entry of their own. */
function scan(text: string, from: number, to: number, base: Base, strict: boolean, before: readonly RawReading[]): RawReading[] {
  const found: RawReading[] = [];
  let carry = before.at(-1)?.carry ?? null;
  let at = from;
  while (at < to) {
    const readings = readAt(text, at, to, handedOn(base, carry, found.at(-1)), strict, found.at(-1)?.to ?? from);
    found.push(...readings);
    const last = readings.at(-1);
    carry = last === undefined ? carry : (last.carry ?? carry);
    at = last === undefined ? next(text, at) : last.to;
  }
  return found;
}

/** Year and month that the entry before hands on: 9月10号,11号. */
function handedOn(base: Base, carry: RawReading["carry"], last: RawReading | undefined): Base {
  const month = last?.due == null || last.precision !== "day" || last.kind !== "by" ? null : partsOf(last.due)[1];
  return carry === null ? { ...base, month } : { ...base, year: carry.year, yearFrom: "text", month };
}

/** A number is read from its beginning or not at all. */
const numeral = /[0-9〇○◯零一二三四五六七八九十]/;

/** Past a title, else one character on. */
function next(text: string, at: number): number {
  const close = text.charAt(at) === "《" ? text.indexOf("》", at) : -1;
  return close < 0 ? at + 1 : close;
}

function readAt(text: string, at: number, to: number, base: Base, strict: boolean, after: number): RawReading[] {
  if (at > 0 && numeral.test(text.charAt(at)) && numeral.test(text.charAt(at - 1))) return [];
  for (const claim of claimPhrases(text, at, "cell")) {
    if (claim.end > to) continue;
    if (strict && claim.rule.means === "ongoing" && !standsAlone(text, claim.start, claim.end, to, after)) continue;
    const readings = readPhrase(claim, base, claim.rule.means === "duration" || claim.rule.means === "ahead" ? eventBefore(text, claim.start) : null);
    if (readings.length > 0) return readings;
  }
  return [];
}

function standsAlone(text: string, start: number, end: number, to: number, after: number): boolean {
  const opens = start === after || /[,、:()\s]/.test(text.charAt(start - 1));
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
