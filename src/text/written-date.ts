/** Whole calendar dates, year included, in every form that notices and pages write them. */
import { chineseNumber, chineseYear } from "./numerals.ts";
import { isoDate } from "./calendar.ts";

/** A date read from a text: ISO 8601 and where it stands, as half-open UTF-16 offsets in that text. */
export interface WrittenDate {
  readonly iso: string;
  readonly range: [start: number, end: number];
}

interface Form {
  readonly pattern: RegExp;
  readonly number: (digits: string) => number | null;
  readonly year: (digits: string) => number | null;
}

const digit = "[0-9０-９]";
const arabic = (text: string): number | null => {
  const plain = text.normalize("NFKC").replace(/\s/gu, "");
  return /^\d+$/u.test(plain) ? Number(plain) : null;
};
const squeeze = (text: string): string => text.replace(/\s/gu, "");

/** Tried in this order; the leftmost match of all wins. GB/T 9704-2012 7.3.5.4 and its forerunner with Chinese digits. */
const forms: readonly Form[] = [
  {
    pattern: new RegExp(`(${digit}(?:\\s?${digit}){3})\\s*年\\s*(${digit}\\s?${digit}?)\\s*月\\s*(${digit}\\s?${digit}?)\\s*[日号]`, "u"),
    number: arabic,
    year: arabic,
  },
  {
    pattern: /([一二两三四五六七八九〇○零OoＯ０0](?:\s?[一二三四五六七八九〇○零OoＯ０0]){3})\s*年\s*([元一二三四五六七八九十]{1,3})\s*月\s*([一二三四五六七八九十廿卅]{1,4})\s*[日号]/u,
    number: (text) => (squeeze(text) === "元" ? 1 : chineseNumber(squeeze(text))),
    year: (text) => chineseYear(squeeze(text)),
  },
  {
    pattern: new RegExp(`(?<!${digit})(${digit}{4})\\s?[-－—/／.．]\\s?(${digit}{1,2})\\s?[-－—/／.．]\\s?(${digit}{1,2})(?!${digit})`, "u"),
    number: arabic,
    year: arabic,
  },
  { pattern: /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/u, number: arabic, year: arabic },
];

/** The first whole date of a text, or null when it holds none. A day that the calendar does not have is no date. */
export function readWrittenDate(text: string): WrittenDate | null {
  let first: WrittenDate | null = null;
  for (const form of forms) {
    const match = form.pattern.exec(text);
    if (match === null || (first !== null && first.range[0] <= match.index)) continue;
    const [whole, year = "", month = "", day = ""] = match;
    const iso = dateOf(form.year(year), form.number(month), form.number(day));
    if (iso !== null) first = { iso, range: [match.index, match.index + whole.length] };
  }
  return first;
}

/** The date when the text is a date and nothing else, white space, a time of day and outer brackets apart. */
export function readOnlyDate(text: string): string | null {
  const found = readWrittenDate(text);
  if (found === null) return null;
  const rest = text.slice(0, found.range[0]) + "|" + text.slice(found.range[1]);
  return /^[\s（(【[]*\|(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2}(?:\.\d+)?)?)?[\s）)】\]]*$/u.test(rest.normalize("NFKC")) ? found.iso : null;
}

function dateOf(year: number | null, month: number | null, day: number | null): string | null {
  return year === null || month === null || day === null ? null : isoDate(year, month, day);
}
