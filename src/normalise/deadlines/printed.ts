/** Printed times made ready for the rules: list marks parted from the numbers behind them, look-alike characters told from digits. */
import { fold, type Folded } from "../../text/fold.ts";
import { simplify } from "../../text/traditional.ts";
import { keepLinesApart, barrier } from "./finish.ts";
import { numberMarks } from "./number-marks.ts";
import type { RawReading } from "../../rules/deadlines/claim.ts";

/** Folded words, and the offsets in them at which a look-alike was taken for a digit or for 日. */
export interface PrintedTime extends Folded {
  readonly repaired: readonly number[];
}

/** Folds a printed time. `marked`: numbers of a list may stand before its times (1、6月底前；2、9月底前). */
export function readPrinted(printed: string, marked: boolean): PrintedTime {
  const simple = partCircled(simplify(printed));
  const words = fold(keepLinesApart(marked ? partNumbered(simple) : simple));
  const { text, repaired } = repair(inPlainNumerals(words.text));
  return withYearMarks({ text, at: words.at, repaired }, marked ? bareYear : yearOfQuarter);
}

const circled = /[①-⑳❶-❿⓫-⓴⓵-⓾➀-➓㊀-㊉㈠-㈩⑴-⒛㉑-㉟㊱-㊿]/gu;

/** ①6月底前: folded, the mark would be a digit of the month. */
function partCircled(text: string): string {
  return text.replace(circled, barrier);
}

/** 1、6月底前；2、9月底前: marks that count from one, each the beginning of an entry. */
function partNumbered(text: string): string {
  let parted = "";
  let from = 0;
  for (const { start, end } of numberMarks(text)) {
    parted += `${text.slice(from, start)};${barrier.repeat(end - start - 1)}`;
    from = end;
  }
  return from === 0 ? text : parted + text.slice(from);
}

const bareYear = /(?<![0-9])(?:(?:19|20|21)[0-9]{2}(?=[-./]?(?:第?[Qq][0-9]|[HhWw][0-9]|第?[一二三四1-4]季|[上下]半年|[底末]))|[0-9]{2}(?=[QqHh][1-4]))/g;

/** In running text a year before Q4 only, and not in a number or code that goes on. */
const yearOfQuarter = /(?<![0-9A-Za-z.-])(?:19|20|21)[0-9]{2}(?=[-./]?[Qq][1-4](?![0-9A-Za-z]))/g;

/** 2021Q4, 2021/H1, 2021四季度: the year gets its 年, in the place of a sign between them, so that the rules need to know one print only. */
function withYearMarks(words: PrintedTime, unmarked: RegExp): PrintedTime {
  const ends = Array.from(words.text.matchAll(unmarked), (match) => match.index + match[0].length);
  if (ends.length === 0) return words;
  /** By offset in the marked words: that in the words before. */
  const offsets: number[] = [];
  let text = "";
  let from = 0;
  const keepTo = (end: number): void => {
    text += words.text.slice(from, end);
    for (; from < end; from++) offsets.push(from);
  };
  for (const end of ends) {
    keepTo(end);
    text += "年";
    offsets.push(end);
    if (/[-./]/.test(words.text.charAt(end))) from = end + 1;
  }
  keepTo(words.text.length);
  const places = new Map(offsets.map((before, offset) => [before, offset]));
  return { text, at: (offset) => words.at(offsets[offset] ?? words.text.length), repaired: words.repaired.map((at) => places.get(at) ?? at) };
}

/** A number before a unit of time that holds letters like its digits: 1O月, l5日, 2O20年. Not Ⅱ written with capitals. */
const mixedNumber = /(?<![0-9A-Za-z])(?=[0-9]*[OolI〇○◯])(?!II)(?:[0-9OolI〇○◯]{1,2}(?=[月日号曰])|[12][0-9OolI〇○◯]{3}(?=年|[QqHh][1-4]))/g;
/** 三O日: a letter behind a Chinese digit, or a nought among them. */
const mixedNought = /(?<=[一二三])[Oo0](?=[月日号曰])/g;
const dayLike = /(?<=[0-9OolI〇一二三四五六七八九十廿卅]{1,2})曰/g;
const mayNeedRepair = /[OolI〇○◯][0-9OolI〇○◯]{0,3}[年月日号曰QqHh]|[0-9][OolI〇○◯]|[一二三][Oo0][月日号曰]|曰/;
const alike: Readonly<Record<string, string>> = { "O": "0", "o": "0", "〇": "0", "○": "0", "◯": "0", "l": "1", "I": "1" };

const formal = "壹贰叁肆伍陆柒捌玖拾";
const formalNumber = new RegExp(`[${formal}]{1,3}(?=[月日])`, "g");

/** 陆月, 拾贰月: the numerals of cheques. */
function inPlainNumerals(text: string): string {
  return text.replace(formalNumber, (number: string) => Array.from(number, (numeral) => "一二三四五六七八九十".charAt(formal.indexOf(numeral))).join(""));
}

function repair(text: string): { text: string; repaired: number[] } {
  const repaired: number[] = [];
  if (!mayNeedRepair.test(text)) return { text, repaired };
  const noughts = text.replace(mixedNought, (_, offset: number) => {
    repaired.push(offset);
    return "〇";
  });
  const digits = noughts.replace(mixedNumber, (number: string, offset: number) => {
    if (/^[〇○◯]+$/.test(number)) return number;
    return Array.from(number, (character, i) => {
      if (alike[character] !== undefined) repaired.push(offset + i);
      return alike[character] ?? character;
    }).join("");
  });
  const days = digits.replace(dayLike, (_, offset: number) => {
    repaired.push(offset);
    return "日";
  });
  return { text: days, repaired };
}

/** Warns of the readings that rest on a repaired character. */
export function withRepairs(readings: readonly RawReading[], { repaired }: PrintedTime): readonly RawReading[] {
  if (repaired.length === 0) return readings;
  return readings.map((reading) =>
    repaired.some((at) => at >= reading.from && at < reading.to) && !reading.warnings.includes("damaged-text-repaired")
      ? { ...reading, warnings: [...reading.warnings, "damaged-text-repaired"], basis: [...reading.basis, "DAMAGED_TEXT"] }
      : reading,
  );
}
