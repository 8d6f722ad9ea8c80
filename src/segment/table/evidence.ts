/** How much a table says by itself that it allocates: columns that are filled by units or times, and headers of other genres against it. */
import { aboutPerson, announcesDeadlines, announcesWork, contactHead } from "../../rules/columns.ts";
import { foreignColumn, isForeignColumn } from "../../rules/foreign-words.ts";
import { isAnswerable } from "../../rules/units/headers.ts";
import { folded } from "../../text/fold.ts";
import type { Genre } from "../genre.ts";
import type { ProfiledColumn } from "./profile.ts";
import { largest } from "../../model/extremes.ts";

/** Points that a table must have by the genre of what stands around it. */
const needed: Readonly<Record<Genre, number>> = { allocates: 0, printed: 3, silent: 4 };

/** Words as long as these say what to do where no header says so. */
const proseLength = 12;

/** Most points that headers of other genres take off. */
const most = 2;

/** Whether the columns are evidence enough of an allocation: points, or units that are answerable with nothing against them. */
export function isEvident(columns: readonly ProfiledColumn[], text: number, genre: Genre): boolean {
  const points = pointsOf(weighed(columns, genre), text);
  return points >= needed[genre] || (genre === "printed" && points >= answerable && columns.some((column) => unitPoints(column) === answerable));
}

/** Whether a table that was not read as tasks names units or deadlines all the same, so that a person should look. */
export function isSuspicious(columns: readonly ProfiledColumn[], genre: Genre): boolean {
  if (leadsAndHelps(columns) || (genre !== "silent" && columns.some(({ told }) => told >= fewTold))) return true;
  const points = pointsOf(weighed(columns, genre), genre === "silent" ? -1 : work(columns));
  return points >= suspicious[genre] && columns.some(saysSomething) && columns.filter(holdsFigures).length < severalFigures;
}

/** 单位 | 联络员 | 职务 | 联系电话: whom to ask, and nothing that could be done. */
export function listsContacts(columns: readonly ProfiledColumn[]): boolean {
  const heads = (column: ProfiledColumn): string => folded(column.header ?? "");
  const plain = (column: ProfiledColumn): boolean => {
    const { filled, meaning, persons, units, numbers } = column;
    return filled === 0 || aboutPerson.pattern.test(heads(column)) || contactHead.pattern.test(heads(column)) || meaning?.kind === "number" || meaning?.kind === "remark" || (meaning === null && (persons + units + numbers) * 2 > filled) || bare.test(heads(column));
  };
  return columns.some((column) => contactHead.pattern.test(heads(column))) && columns.every(plain);
}

/** The column whose head speaks of work; beside a column of starts it is one of a timetable. -1 for none. */
function work(columns: readonly ProfiledColumn[]): number {
  return columns.some(({ meaning }) => meaning?.kind === "start") ? -1 : columns.findIndex(({ header, filled, averageLength }) => header !== null && filled > 0 && averageLength >= shortestWork && announcesWork(folded(header)));
}

/** So many cells that say who does what they tell. */
const fewTold = 2;

/** 牵头部门 beside 参与部门, both filled: no other genre tells who leads and who helps. Who holds an event is told otherwise. */
function leadsAndHelps(columns: readonly ProfiledColumn[]): boolean {
  const acting = (role: "lead" | "responsible" | "support"): boolean => columns.some((column) => column.meaning?.kind === "units" && column.meaning.role === role && unitPoints(column) === answerable && !hosts.test(column.header ?? ""));
  return (acting("lead") || acting("responsible")) && acting("support");
}

/** In a paper of another genre departments of a firm are no units of an allocation. */
function weighed(columns: readonly ProfiledColumn[], genre: Genre): readonly ProfiledColumn[] {
  return genre === "silent" ? columns.map((column) => (column.firms > 0 && column.listed === 0 ? { ...column, units: 0 } : column)) : columns;
}

/** In a paper of another genre answerable units or deadlines alone are usual; both are not. */
const suspicious: Readonly<Record<Genre, number>> = { allocates: 2, printed: 2, silent: 3 };

/** So many columns of figures make a table of statistics or accounts. */
const severalFigures = 2;

/** Words of their own stand in a column, which are no running numbers, units, times or persons and what is told of these. */
function saysSomething({ header, filled, averageLength, meaning, numbers, units, times, figures }: ProfiledColumn): boolean {
  return filled > 0 && !aboutPerson.pattern.test(folded(header ?? "")) && averageLength >= shortestWork && meaning?.kind !== "units" && (numbers + units + times + figures) * 2 < filled;
}

/** Fewer letters say nothing that could be done. */
const shortestWork = 4;

function holdsFigures({ filled, figures, numbers }: ProfiledColumn): boolean {
  return filled > 0 && figures * 2 > filled && numbers < filled;
}

/** Points of a column of units that answer for the work. */
const answerable = 2;

function pointsOf(columns: readonly ProfiledColumn[], text: number): number {
  const units = largest([0, ...columns.map(unitPoints)]);
  const times = largest([0, ...columns.map(timePoints)]);
  const answered = hostsInRoles(columns) || columns.some((column) => unitPoints(column) === answerable && column.listed * 2 >= column.filled && !hosts.test(column.header ?? ""));
  const foreign = columns.reduce((sum, column) => sum + foreignPoints(column, answered), 0);
  const people = units === 0 && columns.some((column) => namesPeople(column, times > 0)) ? 1 : 0;
  return units + people + times + (units > 0 ? schedulePoints(columns) : 0) + workPoints(columns[text]) - Math.min(foreign, most);
}

/** Who holds an event does not answer for work. */
const hosts = /^(?:主办|承办|协办|举办)(?:单位|方|部门)$/u;

/** 主办单位 beside 承办单位 or 协办单位, listed departments among the first: who leads an event, who carries it out and who helps is told to them. */
function hostsInRoles(columns: readonly ProfiledColumn[]): boolean {
  const held = columns.filter((column) => hosts.test(column.header ?? "") && unitPoints(column) === answerable);
  const roles = new Set(held.map(({ meaning }) => (meaning?.kind === "units" ? meaning.role : null)));
  return roles.size >= 2 && held.some(({ meaning, listed, filled }) => meaning?.kind === "units" && meaning.role === "lead" && listed * 2 >= filled);
}

/** A column of persons who answer for the work counts as much as one of times, where no units do; 负责人 only beside times. */
function namesPeople({ header, meaning, filled, persons }: ProfiledColumn, timed: boolean): boolean {
  if (header === null || filled === 0 || persons * 2 < filled || meaning?.kind !== "units" || meaning.role !== "people") return false;
  return isAnswerable(header) || (timed && folded(header).includes("负责人"));
}

/** Whether filled units answer for what stands in a table, under a header that is of no other genre. */
export function hasAnswerableUnits(columns: readonly ProfiledColumn[], text: number): boolean {
  const header = columns[text]?.header ?? null;
  return columns.some((column) => unitPoints(column) === answerable) && header !== null && !isForeignColumn(folded(header));
}

/**
 * A header of another genre counts once; clock times tell an event from work, whoever is named beside them. Departments that answer for
 * events (活动时间, 活动地点) have work to do.
 */
function foreignPoints({ header, filled, clocks }: ProfiledColumn, answered: boolean): number {
  if (filled > 0 && clocks * 2 >= filled) return most;
  const id = header === null ? null : foreignColumn(folded(header));
  return id === null || (answered && id === "foreign-column:event") ? 0 : 1;
}

/**
 * A column of units that its header makes answerable counts twice a column that only names some (主管, 建设, 实施), or one of short names that no rule
 * knows (沈庄村); under words that no rule knows it counts nothing.
 */
function unitPoints(column: ProfiledColumn): number {
  const { header, meaning, filled, units, byContent } = column;
  if (byContent && header !== null) return 0;
  if (meaning?.kind !== "units" || meaning.role === "people" || filled === 0) return 0;
  if (units * 2 < filled) return holdsUnknownNames(column) ? 1 : 0;
  return meaning.role === "other" || header?.includes("主管") === true || bare.test(header ?? "") ? 1 : answerable;
}

function holdsUnknownNames({ header, firms, sentences, figures, numbers, averageLength }: ProfiledColumn): boolean {
  return header?.includes("责任") === true && firms + sentences + figures + numbers === 0 && averageLength <= longestName;
}

/** Names that no rule knows are no longer than this. */
const longestName = 12;

/** 单位 alone heads any list of units. */
const bare = /^(?:各?(?:单位|部门|科室|处室|股室))(?:名称)?$/u;

function timePoints({ header, meaning, filled, times, binding, byContent }: ProfiledColumn): number {
  if (byContent && header !== null) return 0;
  if (meaning?.kind !== "time" || filled === 0) return 0;
  const bound = header !== null && announcesDeadlines(folded(header)) ? times : binding;
  return bound * 2 >= filled ? 1 : 0;
}

/** From when and until when in two columns of their own: what somebody does is planned. */
function schedulePoints(columns: readonly ProfiledColumn[]): number {
  const dated = (kind: "start" | "time"): boolean => columns.some(({ meaning, filled, times }) => meaning?.kind === kind && filled > 0 && times * 2 >= filled);
  return dated("start") && dated("time") ? 1 : 0;
}

function workPoints(text: ProfiledColumn | undefined): number {
  if (text === undefined) return 0;
  return (text.header === null ? text.averageLength >= proseLength : announcesWork(folded(text.header))) ? 1 : 0;
}
