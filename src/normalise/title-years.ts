/** Years that titles name: the year of the work, or a range of years (convention: a range gives a period and no work year). */
import type { NoticeDocument } from "../model/document.ts";
import type { Field } from "../model/draft.ts";
import type { Deadline } from "../model/notice.ts";
import { placesOf, spansWithin } from "../model/quote.ts";
import { chineseYear } from "../text/numerals.ts";

const digits = "[0-9０-９]{4}|[一二三四五六七八九〇○零]{4}";
const range = new RegExp(`(${digits})(?:\\s*年)?\\s*(?:[-－—–―‐‑‒−─━﹣~～∼至到]){1,2}\\s*(${digits})\\s*年?`, "u");
const single = new RegExp(`(${digits})\\s*年`, "gu");

/** 2024—2025学年 is a school year and no range of calendar years. */
const schoolYear = new RegExp(`(${digits})\\s*[-－—–―~～至]{1,2}\\s*(${digits})\\s*学年度?(?:\\s*第?(?:(?<first>[一1上])|(?<second>[二2下]))\\s*学期|(?:(?<autumn>秋)|(?<spring>春))季?学期)?`, "u");

/** The calendar year in which most of a school term lies (2024—2025学年第一学期 is 2024); null when a title names none. */
export function termYear(title: string): number | null {
  const match = schoolYear.exec(title);
  const { first, second, autumn, spring } = match?.groups ?? {};
  if (first !== undefined || autumn !== undefined) return chineseYear(match?.[1] ?? "");
  return second !== undefined || spring !== undefined ? chineseYear(match?.[2] ?? "") : null;
}

/** The range of years in a title (2018—2020年), null when it names none. */
export function yearRange(title: string): { first: number; last: number; range: [start: number, end: number] } | null {
  const match = range.exec(title);
  const [first, last] = [chineseYear(match?.[1] ?? ""), chineseYear(match?.[2] ?? "")];
  if (match === null || first === null || last === null || last <= first || schoolYear.test(title)) return null;
  return { first, last, range: [match.index, match.index + match[0].length] };
}

/** The one year that a title names; null when it names none, several, or a range. */
export function singleYear(title: string): number | null {
  if (yearRange(title) !== null) return null;
  const term = termYear(title);
  if (term !== null) return term;
  const years = new Set([...title.matchAll(single)].map((match) => chineseYear(match[1] ?? "")).filter((year) => year !== null));
  const [only] = years;
  return years.size === 1 && only !== undefined ? only : null;
}

/** The range of years in the title as the period of the notice. */
export function periodInTitle(title: Field | null, document: NoticeDocument): Deadline | null {
  const years = title === null ? null : yearRange(title.text);
  if (title === null || years === null) return null;
  const text = title.text.slice(...years.range);
  const at = title.quote?.text.indexOf(text) ?? -1;
  return {
    text,
    origin: "notice",
    kind: "interval",
    start: `${years.first}-01-01`,
    due: `${years.last}-12-31`,
    precision: "year",
    mod: null,
    edtf: `${years.first}/${years.last}`,
    rrule: null,
    duration: null,
    action: null,
    appliesTo: null,
    bound: "finish",
    anchor: null,
    ongoing: false,
    yearFrom: "text",
    alternatives: [],
    basis: ["title-year-range"],
    warnings: [],
    place: title.quote === null || at === -1 ? [...title.place] : placesOf(document, spansWithin(title.quote, at, at + text.length)),
  };
}
