/** The rows of moments.ts compiled, and the period of the calendar that words name. */
import { compiledWhenAsked } from "../../text/compiled.ts";
import { chineseNumber, chineseYear } from "../../text/numerals.ts";
import { leads, moments, type MomentRule } from "./moments.ts";
import { cellPieces, spell } from "./pieces.ts";
import type { Base, Groups, Period, Year } from "./shapes.ts";

/** Where words stand: as the answer of a place for times, or in running text. */
export type Where = "cell" | "text";

/** Any moment, in the notation of pieces.ts. */
export const momentNotation: Readonly<Record<Where, string>> = { cell: oneOf(moments), text: oneOf(moments.filter(({ where }) => where !== "cell")) };

/** Pattern of any moment, without its groups. */
export const anyMoment: Readonly<Record<Where, string>> = { cell: withoutGroups(spell(momentNotation.cell, cellPieces)), text: withoutGroups(spell(momentNotation.text)) };

/** Any of the rows; neighbours that follow the same lead share it, for it is most of their length. */
function oneOf(rules: readonly MomentRule[]): string {
  const runs: { readonly lead: string; readonly patterns: string[] }[] = [];
  for (const rule of rules) {
    const lead = leadOf(rule);
    const run = runs.at(-1);
    if (run?.lead === lead) run.patterns.push(rule.pattern);
    else runs.push({ lead, patterns: [rule.pattern] });
  }
  return runs.map(({ lead, patterns }) => (lead === "" ? patterns.join("|") : `${lead}(?:${patterns.join("|")})`)).join("|");
}

function leadOf({ follows }: MomentRule): string {
  return follows === undefined ? "" : leads[follows];
}

function withoutGroups(pattern: string): string {
  return pattern.replace(/\(\?<[a-zA-Z][a-zA-Z0-9]*>/g, "(?:").replace(/\\k<sep>/g, "[-./]");
}

const wholeMoments = moments.map((rule) => ({ rule, pattern: compiledWhenAsked(() => `^(?:${spell(leadOf(rule) + rule.pattern, cellPieces)})$`) }));

interface MomentClaim {
  readonly rule: MomentRule;
  readonly groups: Groups;
}

/** Notices say the same few times over and over; what was asked last is kept. */
const known = new Map<string, MomentClaim | null>();
const mostKnown = 500;

/** The first row that reads the whole words, and what its pattern captured; null when none does. */
function claimMoment(words: string): MomentClaim | null {
  const before = known.get(words);
  if (before !== undefined) return before;
  const claim = firstThatReads(words);
  if (known.size >= mostKnown) known.clear();
  known.set(words, claim);
  return claim;
}

function firstThatReads(words: string): MomentClaim | null {
  for (const { rule, pattern } of wholeMoments) {
    const match = pattern().exec(words);
    if (match !== null) return { rule, groups: match.groups ?? {} };
  }
  return null;
}

/** Every row that reads the whole words: more than one is a defect of the table. */
export function momentsThatClaim(words: string): string[] {
  return wholeMoments.filter(({ pattern }) => pattern().test(words)).map(({ rule }) => rule.id);
}

/** Reads folded calendar words. Null when they name no day of the calendar (6月31日). */
export function readPeriod(words: string, base: Base): Period | null {
  const claim = claimMoment(words);
  if (claim === null) return null;
  const year = yearOf(claim.groups, base);
  const found = claim.rule.reads({ g: claim.groups, year, y: year.value, base });
  if (found === null) return null;
  const warnings = [...(found.warnings ?? [])];
  if (found.end === null && year.value === null) warnings.push("no-year");
  return {
    whole: false, mod: null, edtf: null, others: [], othersBecause: "ambiguous", holiday: null, ongoing: false,
    yearFrom: year.from, yearStated: year.stated, convention: claim.rule.convention, ...found, warnings,
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

/** Splits the words of a list into its moments, in order. */
export const momentInList = compiledWhenAsked(() => anyMoment.cell, "g");
