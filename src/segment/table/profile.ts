/** What stands in the columns of a table, over the rows below the header, and what each column means. */
import { stride, type Steps } from "../../model/steps.ts";
import { isState, looksBinding, looksLikeTime, planHead, scoring, termOfProject, yearHead } from "../../rules/columns.ts";
import { findLimit } from "../../rules/deadlines/grammar.ts";
import { isFirmDepartments } from "../../rules/firms.ts";
import { personNames } from "../../rules/personal.ts";
import { isListed, mayStandForUnit } from "../../rules/units/names.ts";
import { recogniseAllocation } from "../../rules/units/allocation.ts";
import { matrixMark, withoutMarks } from "../../rules/matrix-marks.ts";
import { memberHead, patchHead, patchName } from "../../rules/units/headers.ts";
import { folded } from "../../text/fold.ts";
import { namesDoer } from "../item/item.ts";
import type { Grid } from "./grid.ts";
import { isDitto } from "./ditto.ts";
import { labelMeaning } from "./label-meaning.ts";
import { headsMarks } from "./header.ts";
import type { Header, Meaning } from "./header-columns.ts";

/** What the words in a column look like, over the rows below the header. */
export interface Profile {
  readonly filled: number;
  /** How many rows its filled cells cover. */
  readonly rows: number;
  readonly averageLength: number;
  /** Every row has a value of its own: no cell is blank, spans rows or repeats the one above; also where there is one row only. */
  readonly ownValues: boolean;
  readonly numbers: number;
  /** Cells that begin with an outline marker (一、), and all that begin with any number. */
  readonly markers: number;
  readonly numbered: number;
  readonly units: number;
  /** Units with the word of their role behind them: 市商务局牵头. */
  readonly allocating: number;
  readonly times: number;
  /** Times that bind work, of `times`. */
  readonly binding: number;
  /** Cells with a limit anywhere in them. */
  readonly limited: number;
  /** Names of persons, of `filled`. */
  readonly persons: number;
  /** Cells that end like a sentence. */
  readonly sentences: number;
  /** Cells that are a word for a role or a time (牵头处室, 配合, 完成时限). */
  readonly roles: number;
  /** Cells that begin with a rule for points (缺一次扣1分). */
  readonly scored: number;
  /** Clock times (8:30), which say when something takes place. */
  readonly clocks: number;
  /** Plain numbers that run on from row to row, or begin again at 1: running numbers. Counts (46, 32) do not. */
  readonly inOrder: boolean;
  /** Cells that name a department which the tables know. */
  readonly listed: number;
  /** Cells that name departments of a firm only. */
  readonly firms: number;
  /** Amounts and shares, with a unit of measure or without: 1286.40, 98%, 3万元. Running numbers look like these. */
  readonly figures: number;
  /** Names of patches that somebody is in charge of: 第三网格. */
  readonly patches: number;
  /** Cells that say in brackets or behind labels who does what they tell: （市司法局牵头，6月底前）. */
  readonly told: number;
  /** Marks, or words for a role, as a matrix has them. */
  readonly ticks: number;
}

/** Fewer letters hold no task and a bracket behind it. */
const shortestTold = 12;

const clockTime = /(?<!\d)\d{1,2}[:：]\d{2}(?!\d)/u;
const figure = /^[-+]?\d[\d,]*(?:\.\d+)?(?:%|万?[件人元个户次]|亿元|公顷|公里|盒|吨)?$/u;
const runningNumber = /^[(（]?\d{1,3}[)）.．、]?$/u;
const outlineMarker = /^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[章部])/u;

/** A column with its printed header and what that, or else its words, announce. */
export interface ProfiledColumn extends Profile {
  readonly header: string | null;
  readonly meaning: Meaning | null;
  /** The header says nothing that a rule knows: its words alone gave the meaning. */
  readonly byContent: boolean;
  /** Its cells say in what role the units or persons in the next column act: 牵头单位, 配合单位. */
  readonly label: boolean;
  /** A unit stands at its head, and marks below say which rows it acts in. */
  readonly marks: boolean;
}

/** What stands in the columns of a grid below a row; it is counted once. */
const counted = new WeakMap<Grid, Map<number, readonly Profile[]>>();

/** The columns of a table whose rows begin at `firstRow`. */
export function* profileColumns(grid: Grid, header: Header | null, firstRow: number): Steps<ProfiledColumn[]> {
  const profiles = yield* profilesOf(grid, firstRow);
  const columns = profiles.map((profile, column): ProfiledColumn => {
    const printed = header?.columns[column];
    if (printed?.cell != null && (printed.marks === true || headsMarks(grid, printed.cell, firstRow))) {
      return { ...profile, units: profile.filled, header: printed.text, meaning: { kind: "units", role: "responsible" }, byContent: false, label: false, marks: true };
    }
    return { ...profile, header: printed?.text ?? null, meaning: header === null ? meaningOfContent(profile) : (printed?.meaning ?? null), byContent: header === null, label: false, marks: false };
  });
  return header === null ? columns : readByContent(withPatches(withMembers(withTerms(withPlans(withYears(withScoring(withRoles(withBlankUnits(columns, header)))))))));
}

function* profilesOf(grid: Grid, firstRow: number): Steps<readonly Profile[]> {
  const known = counted.get(grid)?.get(firstRow);
  if (known !== undefined) return known;
  const rows = Array.from({ length: Math.max(0, grid.rows - firstRow) }, (_, row) => firstRow + row).filter((row) => !isBlankRow(grid, row));
  const profiles: Profile[] = [];
  for (let column = 0; column < grid.columns; column++) {
    profiles.push(profileOf(grid, column, rows));
    if (rows.length > stride) yield;
  }
  counted.set(grid, (counted.get(grid) ?? new Map<number, readonly Profile[]>()).set(firstRow, profiles));
  return profiles;
}

/** Among columns of marked units, one that marks nothing is such a column too, and one that holds nothing but marks under a name that no rule knows. */
function withBlankUnits(columns: readonly ProfiledColumn[], header: Header): readonly ProfiledColumn[] {
  if (!columns.some(({ marks }) => marks)) return columns;
  return columns.map((column, index) => {
    const ticked = column.filled === 0 ? mayStandForUnit(header.columns[index]?.cell?.words ?? "") : column.meaning === null && column.ticks === column.filled;
    return ticked && !column.marks && column.header !== null ? { ...column, meaning: { kind: "units", role: "responsible" }, marks: true } : column;
  });
}

/** What makes figures below a year something to reach. */
const setsAims = /目标|任务|计划|安排/u;

/** 2024年, 2025年, 2026年 over words, or over figures as aims, or 2025年 behind the halves of 2024: what is to be done in each of these years. */
function withYears(columns: readonly ProfiledColumn[]): readonly ProfiledColumn[] {
  const isYear = ({ header, meaning, figures, filled }: ProfiledColumn): boolean => header !== null && (figures * 2 <= filled || setsAims.test(header)) && yearHead.pattern.test(header.split("/").at(-1) ?? "") && (meaning === null || meaning.kind !== "period");
  return columns.filter((column) => isYear(column) || column.meaning?.kind === "period").length < 2 ? columns : columns.map((column) => (isYear(column) ? { ...column, meaning: { kind: "period" } } : column));
}

/** 牵头处室 | 林权改革处 (| 完成时限 | 8月底前) above 配合处室 | 政策法规处: a column of roles, and one of those who act in them. */
function withRoles(columns: readonly ProfiledColumn[]): readonly ProfiledColumn[] {
  const isLabel = (index: number): boolean => {
    const [labels, named] = [columns[index], columns[index + 1]];
    return labels !== undefined && named !== undefined && labels.filled >= 2 && labels.roles === labels.filled && named.roles === 0 && named.units > 0 && (named.units + named.persons + named.times) * 2 > named.filled;
  };
  return columns.map((column, index) => {
    if (isLabel(index)) return { ...column, meaning: null, label: true };
    return isLabel(index - 1) ? { ...column, meaning: { kind: "units", role: "responsible" } } : column;
  });
}

/** Under 考核标准 stand what is to be done, or what is taken away where it was not: such rules are the text only where no other column is. */
function withScoring(columns: readonly ProfiledColumn[]): readonly ProfiledColumn[] {
  const isRule = ({ filled, scored, meaning }: ProfiledColumn): boolean => (meaning?.kind === "detail" || meaning?.kind === "content") && scored * 2 > filled;
  return columns.map((column) => (isRule(column) ? { ...column, meaning: { kind: "aim" } } : column));
}

/** Under 推进计划 stand steps with their times, or words that say how. */
function withPlans(columns: readonly ProfiledColumn[]): readonly ProfiledColumn[] {
  if (columns.some(({ meaning }) => meaning?.kind === "time")) return columns;
  return columns.map((column) => (column.meaning === null && planHead.pattern.test(column.header ?? "") && column.limited * 2 > column.filled ? { ...column, meaning: { kind: "time" } } : column));
}

/** 建设期限 beside 完成时限: how long the project runs, not until when the row is to be done. */
function withTerms(columns: readonly ProfiledColumn[]): readonly ProfiledColumn[] {
  const isTerm = ({ header, meaning }: ProfiledColumn): boolean => meaning?.kind === "time" && termOfProject.pattern.test(lastHead(header));
  const told = columns.some((column) => column.meaning?.kind === "time" && !isTerm(column));
  return told ? columns.map((column) => (isTerm(column) ? { ...column, meaning: { kind: "side" } } : column)) : columns;
}

/** 成员单位 beside 牵头单位 help those who lead. */
function withMembers(columns: readonly ProfiledColumn[]): readonly ProfiledColumn[] {
  const leads = columns.some(({ meaning }) => meaning?.kind === "units" && meaning.role === "lead");
  return leads ? columns.map((column) => (column.meaning === null && column.units * 2 > column.filled && memberHead.pattern.test(lastHead(column.header)) ? { ...column, meaning: { kind: "units", role: "support" } } : column)) : columns;
}

/** 责任片区, 责任网格 name who does it where no other column does; beside 责任单位 or 责任人 they say where. */
function withPatches(columns: readonly ProfiledColumn[]): readonly ProfiledColumn[] {
  if (columns.some(({ meaning }) => meaning?.kind === "units")) return columns;
  return columns.map((column) => (column.meaning === null && column.patches * 2 > column.filled && patchHead.pattern.test(lastHead(column.header)) ? { ...column, meaning: { kind: "units", role: "responsible" } } : column));
}

function lastHead(header: string | null): string {
  return folded(header?.split("/").at(-1) ?? "");
}

/** Columns under words that no rule knows: where no header names units or a time, the one that holds nothing else is read so. */
function readByContent(columns: readonly ProfiledColumn[]): ProfiledColumn[] {
  const read = [...columns];
  for (const kind of ["units", "time"] as const) {
    if (columns.some(({ meaning }) => meaning?.kind === kind && (meaning.kind !== "units" || meaning.role !== "people"))) continue;
    const candidates = columns.flatMap((column, index) => (isOpen(column, kind) && holdsOnly(column, kind) ? [index] : []));
    const [only] = candidates;
    const column = columns[only ?? -1];
    if (candidates.length === 1 && only !== undefined && column !== undefined) read[only] = { ...column, meaning: kind === "units" ? { kind, role: "responsible" } : { kind }, byContent: true };
  }
  return read.map((column) => (column.meaning === null && column.header !== null && column.filled >= 2 && column.allocating === column.filled ? { ...column, meaning: { kind: "units", role: "responsible" }, byContent: true } : column));
}

const endsInRole = /(?:牵头|负责|主办|承办|配合|协办|协助|参与)(?:负责|落实|实施)?[。;；]?$/u;

/** Words that no rule knows say nothing of their column; 工作进度 stands above deadlines as well as above how far the work has come. */
function isOpen({ header, meaning }: ProfiledColumn, kind: "units" | "time"): boolean {
  if (header === null) return false;
  return meaning === null || (kind === "time" && meaning.kind === "progress" && header.endsWith("进度"));
}

/** Whether nearly all cells are names of units, or times and states of which half bind work, and none is a sentence; above 进度 most bind. */
function holdsOnly({ filled, units, times, binding, averageLength, sentences, meaning }: ProfiledColumn, kind: "units" | "time"): boolean {
  if (filled < 2 || sentences > 0 || averageLength > 40) return false;
  if (meaning !== null) return binding * 2 > filled;
  return kind === "units" ? units >= filled * 0.8 : times >= filled * 0.8 && binding >= filled * 0.5;
}

/** A row that a form leaves for more says nothing of its columns. */
function isBlankRow(grid: Grid, row: number): boolean {
  return grid.row(row).every(({ words }) => words === "");
}

function profileOf(grid: Grid, column: number, filledRows: readonly number[]): Profile {
  const cells = new Set<string>();
  const texts: string[] = [];
  let ownValues = true;
  let rows = 0;
  for (const r of filledRows) {
    const found = grid.at(r, column);
    if (found !== null && found.cell.c0 === 0 && found.cell.c1 === grid.columns) continue;
    ownValues = ownValues && found !== null && found.words !== "" && found.cell.r1 - found.cell.r0 === 1 && found.words !== texts.at(-1);
    if (found === null || found.words === "") continue;
    rows++;
    const key = `${found.cell.r0},${found.cell.c0}`;
    if (found.cell.c0 !== column || cells.has(key)) continue;
    cells.add(key);
    if (!isDitto(found.quote) || texts.length === 0) texts.push(found.words);
  }
  return {
    filled: texts.length,
    rows,
    averageLength: texts.reduce((sum, words) => sum + words.length, 0) / Math.max(texts.length, 1),
    ownValues: ownValues && texts.length >= 1,
    numbers: texts.filter((words) => runningNumber.test(words)).length,
    markers: texts.filter((words) => outlineMarker.test(words)).length,
    numbered: texts.filter((words) => outlineMarker.test(words) || /^\(?\d{1,3}[.、)]/u.test(words)).length,
    units: texts.filter((words) => words.length <= 80 && recogniseAllocation(withoutMarks(words)) !== null).length,
    allocating: texts.filter((words) => words.length <= 80 && endsInRole.test(words) && recogniseAllocation(words)?.strength === "strong").length,
    times: texts.filter((words) => looksLikeTime(words) || isState(words)).length,
    binding: texts.filter(looksBinding).length,
    limited: texts.filter((words) => findLimit(words) >= 0 || /季度|[上下]半年|\d月/u.test(words)).length,
    persons: texts.filter((words) => personNames.pattern.test(words)).length,
    sentences: texts.filter((words) => words.endsWith("。")).length,
    roles: texts.filter((words) => labelMeaning(words) !== null).length,
    scored: texts.filter((words) => scoring.pattern.test(words)).length,
    clocks: texts.filter((words) => clockTime.test(words)).length,
    inOrder: runsOn(texts),
    listed: texts.filter((words) => words.length <= 80 && words.split(/[、,;]/u).some(isListed)).length,
    firms: texts.filter(isFirmDepartments).length,
    figures: texts.filter((words) => figure.test(words)).length,
    told: texts.filter((words) => words.length >= shortestTold && namesDoer(words)).length,
    ticks: texts.filter((words) => matrixMark.pattern.test(words)).length,
    patches: texts.filter((words) => patchName.pattern.test(words)).length,
  };
}

/** Half of the steps between plain numbers lead on by one, or begin anew. */
function runsOn(texts: readonly string[]): boolean {
  const plain = texts.filter((words) => /^\d{1,4}$/u.test(words)).map(Number);
  const steps = plain.slice(1).filter((number, index) => number === (plain[index] ?? 0) + 1 || number === 1 || number === plain[index]);
  return steps.length * 2 >= plain.length - 1;
}

/** What all its words tell of a column whose header no rule knows, in a table that was not read. */
export function contentOf(column: ProfiledColumn): Meaning | null {
  if (holdsOnly(column, "units")) return { kind: "units", role: "responsible" };
  return holdsOnly(column, "time") ? { kind: "time" } : null;
}

/** Without a header, units and times show by their words. */
function meaningOfContent({ filled, rows, units, times }: Profile): Meaning | null {
  if ((filled >= 2 || rows >= 2) && times >= filled * 0.7) return { kind: "time" };
  return filled >= 2 && units >= filled * 0.7 ? { kind: "units", role: "responsible" } : null;
}
