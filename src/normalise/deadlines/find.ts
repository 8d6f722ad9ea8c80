/** Times in running text that bind the work. */
import { beforeRecurrence, bindingBefore, frequencyVerbs, goalVerbs, guards, isPhase, openingVerbs, phaseBefore, recurringActs, stepVerbs, tellsResults, timeLabel } from "../../rules/deadlines/guards.ts";
import type { PhraseMeaning } from "../../rules/deadlines/phrases.ts";
import { eventBefore, withoutAnchors } from "./event.ts";
import { claimPhrases, nextStart, type PhraseClaim } from "../../rules/deadlines/grammar.ts";
import type { Base } from "../../rules/deadlines/shapes.ts";
import { blank, type PrintedEvent, type RawReading } from "../../rules/deadlines/claim.ts";
import { baseOf, type DeadlineContext, type DeadlineReading } from "./reading.ts";
import { finish } from "./finish.ts";
import { holdsNoSuchDay, readAnswer } from "./parse.ts";
import { inYear, withYear, yearBeside } from "./year-beside.ts";
import { readPrinted, withRepairs } from "./printed.ts";
import { addAll } from "../../model/add-all.ts";

const checks = guards.map(({ means, left, right }) => ({
  means: means === null ? null : new Set(means),
  left: left === undefined ? null : new RegExp(`(?:${left})$`),
  right: right === undefined ? null : new RegExp(`^(?:${right})`),
}));
const goal = new RegExp(`^${goalVerbs}(?![^,。;]{0,8}的(?:基础|要求|前提|任务|单位|企业|项目))`);
const step = new RegExp(`^${stepVerbs}(?![^,。;]{0,12}的)`);
const opens = new RegExp(`^(?!${tellsResults})(?:${openingVerbs}(?![^,。;]{0,12}的)|,)`);
const clauseStart = /(?:^|[,。;:!)\u0001])$/;
const sentenceStart = /(?:^|[。;!)\u0001])$/;
const names = new RegExp(`^${isPhase}`);
const recurs = new RegExp(`^${recurringActs}(?![^,。;]{0,6}(?:以上|以下)的)`);
const beforeRecurring = new RegExp(`${beforeRecurrence}$`);
const shortOfYear = /(?:月份?|季度?|半年|旬|[底末初])$/;
const opensClause = /(?:月份?|季度?|半年|旬)$/;
const planned = /^(?:,|(?:全[市县省区州]|[力争计划拟新]))/;
const frequency = new RegExp(`^${frequencyVerbs}`);
const binding = new RegExp(`${bindingBefore}$`);
const phase = new RegExp(`${phaseBefore}$`);
const perCapita = /^(?:度|末|初)?(?:平均|人均|增长|递增|下降|以)|^[0-9.]+%/;
const leftReach = 14;
const rightReach = 64;

/** The deadlines of running text, in order; deadlines.ts tells callers of it. */
export function findDeadlines(text: string, context: DeadlineContext = {}): DeadlineReading[] {
  const words = readPrinted(text, false);
  const base = baseOf(context);
  const found = withRepairs(withoutAnchors(scan(words.text, base), words.text), words);
  return found.length === 0 ? [] : finish(found, words, text, base.issued);
}

function scan(text: string, base: Base): RawReading[] {
  const found: RawReading[] = [];
  const answers = answerRanges(text);
  const titleAt = lookup(titleRanges(text));
  const answerAt = lookup(answers);
  for (let at = nextStart(text, 0), to = at; at >= 0; at = nextStart(text, to)) {
    const inside = titleAt(at);
    if (inside !== null && inside[0] < at) {
      to = inside[1];
      continue;
    }
    const answer = answerAt(at);
    if (answer !== null) {
      to = answer[1];
      continue;
    }
    const here = readAt(text, at, base, found);
    addAll(found, here.readings);
    to = here.to;
  }
  if (answers.length === 0) return found;
  const labelled = answers.flatMap(([start, end]) => readAnswer(text, start, end, base).filter(({ kind }) => kind !== "unrecognized"));
  const byPlace = labelled.toSorted((a, b) => a.from - b.from);
  let next = 0;
  const free = found.sort((a, b) => a.from - b.from).filter((reading) => {
    while ((byPlace[next]?.to ?? Infinity) <= reading.from) next++;
    return (byPlace[next]?.from ?? Infinity) >= reading.to;
  });
  return [...free, ...labelled].sort((a, b) => a.from - b.from);
}

/** Which of the ranges, in their order, holds a place. Places are asked for from left to right, so that nothing is looked at twice. */
function lookup(ranges: readonly [number, number][]): (at: number) => [number, number] | null {
  let next = 0;
  return (at) => {
    while ((ranges[next]?.[1] ?? Infinity) <= at) next++;
    const range = ranges[next];
    return range !== undefined && range[0] <= at ? range : null;
  };
}

const label = new RegExp(timeLabel, "g");
/** Where the entry behind a label ends. */
const entryEnd = /[;。)\]】〕\u0001!?]/;
const longestAnswer = 40;
const lasting = "(?:并)?(?:持续|长期|常年|常态化)(?:推进|坚持|实施|开展|落实|抓好)?";
/** The last entry of a bracket, or what follows the doers of a sentence, when it says that the work goes on: (市交通局负责,长期坚持), 县财政局牵头,县残联配合,持续推进。 */
const lastingTail = new RegExp(`,(${lasting})(?=\\))|(?:牵头|(?:[局委办厅院科室站队社会联]|中心|政府|公司|单位|街道|乡镇)(?:负责|配合|参与|参加|协助|协办|主办|承办|协同))(?:负责|落实|实施|组织实施)?,(${lasting})(?=[。;]|\\s*$|\\s*\\n)`, "g");

/** Ranges that are read like a deadline cell: what stands behind a label for times, and the last entry of a bracket. */
function answerRanges(text: string): [number, number][] {
  const ranges: [number, number][] = [];
  for (const match of text.matchAll(label)) {
    const from = match.index + match[0].length;
    const ahead = text.slice(from, from + longestAnswer + 1);
    const end = ahead.search(entryEnd);
    const to = from + (end < 0 ? ahead.length : end);
    if (to > from && to - from <= longestAnswer) ranges.push([from, to]);
  }
  const labelledAt = lookup([...ranges]);
  for (const match of text.matchAll(lastingTail)) {
    const to = match.index + match[0].length;
    const from = to - (match[1] ?? match[2] ?? "").length;
    if (labelledAt(from) === null) ranges.push([from, to]);
  }
  return ranges.sort((a, b) => a[0] - b[0]);
}

/** Ranges of cited titles; an unclosed 《 ends with its sentence. */
function titleRanges(text: string): [number, number][] {
  const ranges: [number, number][] = [];
  for (let open = text.indexOf("《"); open >= 0; open = text.indexOf("《", open)) {
    const close = text.indexOf("》", open);
    if (close < 0) break;
    ranges.push([open, close]);
    open = close;
  }
  return ranges;
}

/** What begins at a place, and where to go on. Words that a guard keeps out are passed as a whole. */
function readAt(text: string, at: number, base: Base, before: RawReading[]): { readings: RawReading[]; to: number } {
  for (const claim of claimPhrases(text, at, "text")) {
    const left = text.slice(Math.max(0, claim.start - leftReach), claim.start);
    const right = text.slice(claim.end, claim.end + rightReach);
    if (isGuarded(claim, left, right)) return { readings: [], to: claim.end };
    if (!bindsByMeaning(claim, left, right)) {
      if (joins.has(claim.rule.means)) return { readings: [], to: claim.end };
      continue;
    }
    const beside = yearBeside(text, claim);
    const readings = beside === null ? readInSentence(claim, text, base, before) : withYear(claim.rule.reads(claim, inYear(base, beside), null), beside);
    const last = readings.at(-1);
    if (last === undefined) {
      if (holdsNoSuchDay(claim.words, base.year)) return { readings: noSuchDay(claim), to: claim.end };
      continue;
    }
    if (readings.some(({ warnings }) => warnings.includes("no-month"))) return { readings: [], to: claim.end };
    return isPast(claim, readings, base, right) ? { readings: [], to: claim.end } : { readings, to: last.to };
  }
  return { readings: [], to: at + 1 };
}

/** Phrases of several times: when they bind nothing, neither do their parts. */
const joins: ReadonlySet<PhraseMeaning> = new Set(["range", "shortRange", "list", "numberList", "until", "noSuch"]);

/** A last day that no calendar has is said; other times of the kind may be anything. */
function noSuchDay({ words, start, end }: PhraseClaim): RawReading[] {
  return words.endsWith("前") ? [{ ...blank("unrecognized", start, end, []), warnings: ["no-such-day"] }] : [];
}

/** Whether the words around a phrase keep it from being a deadline. */
function isGuarded(claim: PhraseClaim, left: string, right: string): boolean {
  return checks.some(
    ({ means, left: before, right: after }) =>
      (means === null || means.has(claim.rule.means)) && before?.test(left) !== false && after?.test(right) !== false,
  );
}

/** Where an event that names no side of it is a time: 秋季开学投入使用, not 保障学院秋季开学. */
const beforeEvent = /(?:^|[,。;:、!]|[于在要应须]|确保|力争|争取|计划|年)$/;
const openEnd = /^(?:[,。;)]|$)/;

const named: ReadonlySet<PhraseMeaning> = new Set(["bare", "range", "shortRange", "list", "numberList"]);

function bindsByMeaning(claim: PhraseClaim, left: string, right: string): boolean {
  if (named.has(claim.rule.means) && names.test(right)) return true;
  switch (claim.rule.means) {
    case "bare":
      if (/^(?:[^年]*年)?[全整]年/.test(claim.words)) return false;
      if (/年内$/.test(claim.words)) return !/^[0-9一二两三四五六七八九十]/.test(claim.words.slice(0, -2).replace(/^[0-9〇○一二三四五六七八九零]{4}$/, ""));
      if (/五[”"']?(?:期间|时期)$/.test(claim.words)) return goal.test(right) || planned.test(right);
      if (shortOfYear.test(claim.words) && step.test(right)) return true;
      if (opensClause.test(claim.words) && opens.test(right) && (right.startsWith(",") ? sentenceStart : clauseStart).test(left)) return true;
      if (/[底末]$/.test(claim.words) && right.startsWith(")") && /[,、;]$/.test(left)) return true;
      return goal.test(right) || (phase.test(left) && right.startsWith(")")) || (binding.test(left) && !/^(?:的|度|以来|和|与)/.test(right) && !claim.words.endsWith("年"));
    case "list":
    case "numberList":
      return /前$|^到/.test(claim.words) || goal.test(right) || step.test(right);
    case "until":
      return !claim.words.startsWith("截") || /前$/.test(claim.words) || goal.test(right);
    case "range":
    case "shortRange":
      if (clauseStart.test(left) && !right.startsWith(",") && opens.test(right)) return true;
      return /[前止束间]$/.test(claim.words) || openEnd.test(right) || goal.test(right) || /^期间|^[(]/.test(right);
    case "noSuch":
      return claim.words.endsWith("前");
    case "event":
      if (claim.rule.id === "event-time" && !claim.words.endsWith("时")) return beforeEvent.test(left) && (goal.test(right) || step.test(right) || right === "");
      return !claim.words.endsWith("后") || goal.test(right) || step.test(right);
    case "from":
      return /[起始—–─~―-]$/.test(claim.words);
    case "every":
      if (perCapita.test(right)) return false;
      if (beforeRecurring.test(left) && recurs.test(right)) return true;
      return frequency.test(right) && (!/[日天旬]$/.test(claim.words) || /^(?:报送|上报|更新|公布|通报|调度|汇总)/.test(right));
    case "byFrequency":
      return claim.groups.or !== undefined || claim.words.startsWith("以") || !/年度?$|日$/.test(claim.words) || goal.test(right) || frequency.test(right);
    case "ahead":
      return claim.words.startsWith("提前") || /(?:召开|举行|开始|到期|届满|实施|施行|开会)$/.test(left);
    default:
      return true;
  }
}

/** A time without 前 that lies before the date of issue tells of the past, when its year is printed or nothing is to be done in it. */
function isPast(claim: PhraseClaim, readings: readonly RawReading[], base: Base, right: string): boolean {
  const { issued } = base;
  if (issued === null || !mayBePast.has(claim.rule.means)) return false;
  const told = /^[去上前]/.test(claim.words) || (claim.rule.means !== "bare" && !goal.test(right));
  return readings.every(({ due, yearFrom }) => due !== null && due < issued && (told || (claim.rule.means === "bare" && yearFrom === "text")));
}

const mayBePast: ReadonlySet<PhraseMeaning> = new Set(["bare", "range", "shortRange"]);

/** …发生后，5小时内发布信息，在24小时内举行发布会: the second is counted from the same event. */
function eventOf(last: RawReading | undefined, text: string, at: number): PrintedEvent | null {
  const anchor = last?.kind === "relative" ? last.anchor : null;
  if (last === undefined || anchor?.event == null || anchor.relation === "before" || !/^[^。;]{0,40},(?:并|且|同时)?(?:在|于)?$/.test(text.slice(last.to, at))) return null;
  return { event: anchor.event, relation: anchor.relation };
}

/** Year and start that earlier times of the sentence hand on: 2021年2月3日前…，2月7日前; 从2019年起…每年2月底前. */
function readInSentence(claim: PhraseClaim, text: string, base: Base, before: RawReading[]): RawReading[] {
  const last = before.at(-1);
  const printed = claim.rule.means === "duration" || claim.rule.means === "ahead" ? (eventBefore(text, claim.start) ?? eventOf(last, text, claim.start)) : null;
  if (last === undefined || /[。;]/.test(text.slice(last.to, claim.start))) return claim.rule.reads(claim, base, printed);
  const yearly = yearlyToo(claim, last, base);
  if (yearly !== null) return yearly;
  if (last.kind === "interval" && last.due === null && last.start !== null && claim.start - last.to <= 24) {
    if (claim.rule.id === "duration-use") return claim.rule.reads(claim, { ...base, issued: last.start }, printed);
    const issued = base.issued === null || base.issued < last.start ? last.start : base.issued;
    const readings = claim.rule.reads(claim, { ...base, issued }, printed);
    if (readings[0]?.kind !== "recurring") return claim.rule.reads(claim, base, printed);
    before.pop();
    const from = /^[,、在于]*$/.test(text.slice(last.to, claim.start)) ? last.from : claim.start;
    return readings.map((reading) => ({ ...reading, start: last.start, from, basis: [...last.basis, ...reading.basis], yearFrom: last.yearFrom }));
  }
  if (last.carry === null) return claim.rule.reads(claim, base, printed);
  const carried = claim.rule.reads(claim, { ...base, year: last.carry.year, yearFrom: "text" }, printed);
  const [first] = carried;
  const inOrder = first?.due !== null && first?.due !== undefined && last.due !== null && first.due >= last.due;
  return inOrder ? carried.map((reading) => ({ ...reading, carry: reading.carry ?? last.carry })) : claim.rule.reads(claim, base, printed);
}

/** 每年3月底前…,12月底前…: the second comes every year too. */
function yearlyToo(claim: PhraseClaim, last: RawReading, base: Base): RawReading[] | null {
  if (last.rrule?.startsWith("FREQ=YEARLY;BYMONTH") !== true || !/^(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月.*前$|^年底前$/.test(claim.words)) return null;
  const every = claimPhrases(`每年${claim.words}`, 0, "text").find(({ words }) => words.length === claim.words.length + 2);
  return every === undefined ? null : every.rule.reads({ ...every, start: claim.start, end: claim.end }, base, null);
}
