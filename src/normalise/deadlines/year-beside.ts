/** A year in a bracket beside the time that it belongs to: 9月底前（2025年）, （2025年）四季度, 2025年（四季度）. */
import type { PhraseClaim } from "../../rules/deadlines/grammar.ts";
import type { PhraseMeaning } from "../../rules/deadlines/phrases.ts";
import type { RawReading } from "../../rules/deadlines/claim.ts";
import type { Base } from "../../rules/deadlines/shapes.ts";

/** A year, and the half-open range of folded text that it and its time take up. */
export interface YearBeside {
  readonly year: number;
  readonly from: number;
  readonly to: number;
}

const ofCalendar: ReadonlySet<PhraseMeaning> = new Set(["before", "until", "around", "bare", "range", "shortRange", "list", "numberList"]);
const statesYear = /[0-9〇○零一二三四五六七八九]{2,4}年|[今明去当次翌本同][年]|[0-9]{4}[-./]/;
const behind = /\(((?:19|20|21)[0-9]{2})(?:年度?)?\)/y;
const before = /\(((?:19|20|21)[0-9]{2})(?:年度?)?\)$/;
const around = /(?<![0-9])((?:19|20|21)[0-9]{2})(?:年度?)?\($/;
/** Longer than a bracket with a year. */
const reach = 9;

/** The year beside a time that states none; null where there is none. */
export function yearBeside(text: string, { start, end, words, rule }: PhraseClaim): YearBeside | null {
  if (!ofCalendar.has(rule.means) || statesYear.test(words)) return null;
  behind.lastIndex = end;
  const after = behind.exec(text);
  if (after !== null) return { year: Number(after[1]), from: start, to: behind.lastIndex };
  const left = text.slice(Math.max(0, start - reach), start);
  const first = before.exec(left);
  if (first !== null) return { year: Number(first[1]), from: start - first[0].length, to: end };
  const outer = text.charAt(end) === ")" ? around.exec(left) : null;
  return outer === null ? null : { year: Number(outer[1]), from: start - outer[0].length, to: end + 1 };
}

/** The base of a time beside which a year stands. */
export function inYear(base: Base, { year }: YearBeside): Base {
  return { ...base, year, yearFrom: "text" };
}

/** Readings of a time with the year beside it, which is part of their words. */
export function withYear(readings: readonly RawReading[], { from, to }: YearBeside): RawReading[] {
  return readings.map((reading, index) => ({ ...reading, from: index === 0 ? from : reading.from, to: index === readings.length - 1 ? to : reading.to }));
}

/** Whether a bracket that holds a year and nothing else, or a year before a bracket, begins here: it is no time of its own where one stands beside it. */
export const yearAlone = /(?:\((?:19|20|21)[0-9]{2}(?:年度?)?\)(?=[^,、;。)\s])|(?:19|20|21)[0-9]{2}(?:年度?)?(?=\([^()]{1,12}\)))/y;
