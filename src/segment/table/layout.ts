/** Decides which physical column holds what: by its header where there is one, else by what stands in it. */
import type { Role } from "../../model/draft.ts";
import type { Steps } from "../../model/steps.ts";
import type { Genre } from "../genre.ts";
import { hasAnswerableUnits, isEvident } from "./evidence.ts";
import { termOfValidity } from "../../rules/columns.ts";
import { folded } from "../../text/fold.ts";
import type { Grid } from "./grid.ts";
import type { Header, Meaning } from "./header-columns.ts";
import { profileColumns, type Profile, type ProfiledColumn } from "./profile.ts";

/** What a physical column is to the task in its row. */
export type Use =
  | { readonly kind: "number" | "group" | "heading" | "text" | "prose" | "time" | "start" | "period" | "role" | "marks" | "weight" | "other" }
  | { readonly kind: "units"; readonly role: Role }
  /** Each of its cells is something to do in that period, by whom the row names. */
  | { readonly kind: "period"; readonly tasks: true };

export interface Column {
  readonly use: Use;
  /** Header as printed, null without one. */
  readonly header: string | null;
}

export type Layout = readonly Column[];

/** Whether a column says who does it. */
export function namesUnits(layout: Layout): boolean {
  return layout.some(({ use }) => use.kind === "units" || use.kind === "marks");
}

/** Whether what is to be done stands below the periods, one task a cell. */
export function holdsTasks({ use }: Column): boolean {
  return use.kind === "period" && "tasks" in use;
}

/** A problem or aim that several tasks share is a heading above them; longer ones stand beside. */
const shortAim = 15;

/** How detailed the words under a header are about what to do. */
const detailOf: Readonly<Record<string, number>> = { detail: 4, content: 3, task: 2, aim: 1.5 };

/** A column without a header may hold the task's words: detailed as these are. */
const unheaded = 1;

/** 县一中, 考点三: names as short as these under words that no rule knows say where, not what to do. */
const longestPlace = 8;

/** The longest that words beside the task's text may be and still be its heading. */
const longestHeading = 40;

/**
 * The use of each column. Null when the table is no task table: nothing in it says what to do,
 * or nothing but words stands in it and no grouping shows that they are tasks, or its columns are no evidence of an allocation.
 */
export function* layOut(grid: Grid, header: Header | null, firstRow: number, genre: Genre): Steps<Layout | null> {
  const profiles = yield* profileColumns(grid, header, firstRow);
  const meanings = profiles.map(({ meaning }) => meaning);
  const numbered = meanings.some((meaning) => meaning?.kind === "number");
  const isNumber = innermost(profiles, profiles.map((profile, column) => meanings[column]?.kind === "number" || (!numbered && looksNumbered(profile, meanings[column] ?? null))));
  const told = textColumn(profiles, meanings, isNumber) ?? wholeYearColumn(profiles, meanings);
  const text = told ?? firstOfPeriods(profiles, meanings);
  const firstNumber = isNumber.indexOf(true);
  if (text === null || !allocates(profiles, meanings, isNumber, text, header !== null, genre)) return null;
  if (!isEvident(profiles, text, genre)) return null;
  return profiles.map((profile, column) => ({
    use: told === null && meanings[column]?.kind === "period" ? { kind: "period", tasks: true } : useOf(profile, meanings[column] ?? null, {
      number: isNumber[column] === true,
      numbered: firstNumber >= 0 && firstNumber < column,
      text,
      column,
      textMeaning: meanings[text] ?? null,
      headed: header !== null,
      timed: meanings.some((meaning) => meaning?.kind === "time" || meaning?.kind === "period"),
    }),
    header: isNumber[column] === true && meanings[column]?.kind !== "number" ? null : (header?.columns[column]?.text ?? null),
  }));
}

/** 大项序号 | 小项序号: of two columns of numbers the one whose numbers all stand in one row counts the tasks; the other counts their groups. */
function innermost(profiles: readonly ProfiledColumn[], isNumber: readonly boolean[]): boolean[] {
  const columns = isNumber.flatMap((is, column) => (is ? [column] : []));
  const inner = columns.findLast((column) => profiles[column]?.ownValues === true);
  const outer = columns.some((column) => inner !== undefined && column < inner && (profiles[column]?.filled ?? 0) < (profiles[inner]?.filled ?? 0));
  return isNumber.map((is, column) => is && (!outer || column === inner));
}

/** A column of running numbers, whatever stands above it: 具体要求 often spans the number and the text. Numbers that do not count on are amounts. */
function looksNumbered(profile: Profile, meaning: Meaning | null): boolean {
  if (meaning !== null && !(meaning.kind in detailOf)) return false;
  return profile.filled >= 2 && profile.numbers >= profile.filled * 0.8 && profile.inOrder;
}

/** The column of the task's words. Words under a header that no rule knows are it only where no other column can be. */
function textColumn(profiles: readonly ProfiledColumn[], meanings: readonly (Meaning | null)[], isNumber: readonly boolean[]): number | null {
  const candidates = profiles.flatMap((profile, column): (Candidate & { column: number; unknown: boolean })[] => {
    const meaning = meanings[column] ?? null;
    if (isNumber[column] === true || profile.label || profile.filled === 0 || (meaning !== null && !(meaning.kind in detailOf))) return [];
    const unknown = meaning === null && profile.header !== null;
    if ((profile.figures + profile.ticks) * 2 > profile.filled) return [];
    if (unknown && (profile.times * 2 > profile.filled || (profile.units * 2 > profile.filled && profile.averageLength <= longestPlace))) return [];
    return [{ column, unknown, rank: meaning === null ? unheaded : (detailOf[meaning.kind] ?? 0), length: profile.averageLength, merged: profile.filled < profile.rows }];
  });
  const known = candidates.filter(({ unknown }) => !unknown);
  const best = (known.length > 0 ? known : candidates).reduce<(typeof candidates)[number] | null>((first, one) => (first === null || outranks(one, first) ? one : first), null);
  if (best === null) return null;
  return indicatorsBeside(best.column, profiles) ?? toldBeside(best.column, profiles, meanings) ?? sentencesBeside(best.column, profiles, candidates.filter(({ unknown }) => unknown).map(({ column }) => column)) ?? best.column;
}

/** 全年目标任务 beside its halves or quarters is what is to be done, where no other column says it. */
function wholeYearColumn(profiles: readonly ProfiledColumn[], meanings: readonly (Meaning | null)[]): number | null {
  const column = profiles.findIndex(({ header, filled }, index) => meanings[index]?.kind === "period" && filled > 0 && /^(?:20\d{2}年)?全年/u.test(header ?? ""));
  return column < 0 || meanings.filter((meaning) => meaning?.kind === "period").length < 2 ? null : column;
}

/** Fewer letters below a period, or between numbers, units and times without a header, say nothing that could be done. */
const shortestTask = 4;

/** 责任部门 | 上半年完成任务 | 下半年完成任务: where nothing but periods says what to do, the first of them; beside them stand units, numbers and remarks only. */
function firstOfPeriods(profiles: readonly ProfiledColumn[], meanings: readonly (Meaning | null)[]): number | null {
  const periods = profiles.flatMap((_, column) => (meanings[column]?.kind === "period" ? [column] : []));
  const tell = sayWork(periods.flatMap((column) => profiles[column] ?? []));
  const others = meanings.every((meaning, column) => profiles[column]?.filled === 0 || meaning?.kind === "period" || meaning?.kind === "units" || meaning?.kind === "number" || meaning?.kind === "remark");
  return periods.length >= 2 && tell && others && meanings.some((meaning) => meaning?.kind === "units") ? (periods[0] ?? null) : null;
}

/** Words in all of them, which for the most part are no units (迁改管道11处 ends like one), times or amounts. */
function sayWork(periods: readonly ProfiledColumn[]): boolean {
  const filled = periods.reduce((sum, column) => sum + column.filled, 0);
  const other = periods.reduce((sum, { units, times, figures }) => sum + units + times + figures, 0);
  return other * 2 < filled && periods.every((column) => column.filled === 0 || column.averageLength >= shortestTask);
}

/** Below one task over several rows, 主要指标 names what each row is about. */
function indicatorsBeside(best: number, profiles: readonly ProfiledColumn[]): number | null {
  const tasks = profiles[best];
  if (tasks === undefined || tasks.filled >= tasks.rows) return null;
  const found = profiles.findIndex(({ header, ownValues }, column) => column > best && ownValues && /(?<!验收|绩效|考核|量化|目标|评价|成效)指标$/u.test(header ?? ""));
  return found < 0 ? null : found;
}

/** A column whose cells all say in brackets who does what they tell is what is to be done, under whatever words: 议题 | 议定意见及分工. */
function toldBeside(best: number, profiles: readonly ProfiledColumn[], meanings: readonly (Meaning | null)[]): number | null {
  const isTold = ({ told, filled }: ProfiledColumn): boolean => filled >= 2 && told >= filled * 0.8;
  const beside = profiles.flatMap((profile, column) => (column !== best && isTold(profile) && (meanings[column] === null || (meanings[column]?.kind ?? "") in detailOf) ? [column] : []));
  return beside.length === 1 && profiles[best] !== undefined && !isTold(profiles[best]) && !meanings.some((meaning) => meaning?.kind === "units") ? (beside[0] ?? null) : null;
}

/** Heads of words that say how things stand, not what to do about it. */
const tellsState = /问题|情况|现状|依据|原因|做法|备注|说明|材料|介绍|意义|背景|案例|成效|效果/u;

/** Under 专项名称 stand names; where one column beside it, under words that no rule knows, is all sentences, these say what to do. */
function sentencesBeside(best: number, profiles: readonly ProfiledColumn[], unknown: readonly number[]): number | null {
  const names = profiles[best];
  if (names?.header?.endsWith("名称") !== true || names.sentences > 0) return null;
  const told = unknown.filter((column) => {
    const { header, sentences, filled, averageLength } = profiles[column] ?? names;
    return column > best && header !== null && !tellsState.test(header) && sentences >= filled * 0.8 && averageLength > names.averageLength;
  });
  return told.length === 1 ? (told[0] ?? null) : null;
}

/** A column that may hold the tasks' words: how detailed its header is (1: unknown), and how long its words are. */
interface Candidate {
  readonly rank: number;
  readonly length: number;
  /** Some of its cells hold for several rows. */
  readonly merged: boolean;
}

/**
 * The more detailed header has the task's words, and of equal ones the right-hand column with the longer words;
 * but a column of short remarks (按月报送 under 工作要求) does not outrank the tasks themselves,
 * nor does a column of names outrank a column of sentences under words that no rule knows.
 */
function outranks(one: Candidate, other: Candidate): boolean {
  if (one.rank === other.rank) return one.merged === other.merged ? one.length >= other.length : other.merged;
  return one.rank > other.rank ? !yields(one, other) : yields(other, one);
}

function yields(detailed: Candidate, plain: Candidate): boolean {
  if (plain.rank >= 2) return detailed.length < plain.length * 0.6;
  if (plain.rank > unheaded) return false;
  return plain.length >= 20 && detailed.length * 2 <= plain.length;
}

/** A task table names units, times, numbers or weights beside the words, or groups the words under outline markers. In a notice that allocates, units may stand beside words under any header. */
function allocates(profiles: readonly ProfiledColumn[], meanings: readonly (Meaning | null)[], isNumber: readonly boolean[], text: number, headed: boolean, genre: Genre): boolean {
  if (headed) {
    const known = meanings[text] !== null || (genre === "allocates" && hasAnswerableUnits(profiles, text));
    return known && meanings.some((meaning, column) => column !== text && ((meaning !== null && meaning.kind !== "side") || isNumber[column] === true));
  }
  const words = profiles[text];
  const complete = genre === "allocates" && isNumber.includes(true) && ["units", "time"].every((kind) => meanings.some((meaning) => meaning?.kind === kind));
  if (words === undefined || words.averageLength < (complete && words.persons === 0 ? shortestTask : 8)) return false;
  if (meanings.some((meaning) => meaning?.kind === "units")) return meanings.some((meaning) => meaning?.kind === "time") || isNumber.includes(true);
  if (words.averageLength < 15) return false;
  return profiles.some((profile, column) => column < text && profile.filled > 0 && profile.markers >= profile.filled * 0.6);
}

interface Situation {
  readonly number: boolean;
  /** A running number stands left of the column: what follows it is the numbered thing itself, not what it is grouped under. */
  readonly numbered: boolean;
  readonly text: number;
  readonly column: number;
  readonly textMeaning: Meaning | null;
  readonly headed: boolean;
  /** Another column says until when. */
  readonly timed: boolean;
}

function useOf(profile: ProfiledColumn, meaning: Meaning | null, { number, numbered, text, column, textMeaning, headed, timed }: Situation): Use {
  if (column === text) return { kind: "text" };
  if (number) return { kind: "number" };
  if (profile.label) return { kind: "role" };
  if (profile.marks) return { kind: "marks" };
  if (meaning?.kind === "units") return { kind: "units", role: meaning.role };
  if (meaning?.kind === "time" || meaning?.kind === "start" || meaning?.kind === "weight" || meaning?.kind === "period") return { kind: meaning.kind };
  if (meaning?.kind === "category") return { kind: numbered && profile.ownValues && profile.filled >= 3 ? "other" : "group" };
  if (termOfValidity.pattern.test(folded(profile.header ?? ""))) return { kind: "other" };
  if (!timed && (meaning?.kind === "side" || meaning?.kind === "aim") && profile.times * 2 > profile.filled) return { kind: "prose" };
  if (meaning?.kind === "side" || (meaning?.kind === "aim" && (profile.ownValues || profile.averageLength > shortAim))) return { kind: "other" };
  if (column > text) return { kind: meaning !== null && meaning.kind in detailOf ? "prose" : "other" };
  if (headed && meaning === null && profile.ownValues && profile.markers * 2 < profile.filled) return { kind: numbered || column > 0 || profile.averageLength > longestHeading ? "other" : "heading" };
  if (meaning === null) return { kind: headed && profile.averageLength > longestHeading ? "prose" : "group" };
  if (meaning.kind === "task" && (numbered || (profile.ownValues && profile.numbered === 0))) return { kind: "heading" };
  if (meaning.kind === "aim") return { kind: numbered ? "heading" : "group" };
  if (meaning.kind === "task" || sameHeader(meaning, textMeaning)) return { kind: "group" };
  if (meaning.kind in detailOf) return { kind: profile.averageLength <= longestHeading && profile.filled > 0 ? "heading" : "prose" };
  return { kind: "other" };
}

function sameHeader(meaning: Meaning, other: Meaning | null): boolean {
  return other !== null && meaning.kind === other.kind;
}
