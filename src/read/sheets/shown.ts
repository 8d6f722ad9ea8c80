/** What a cell shows of its value: Excel's number formats, by the library `numfmt`, with what Chinese formats need beside it. */
import { numberFormat } from "../../rules/number-formats.ts";

/** Shows values of one workbook. */
export interface Shower {
  /** A number in a format; the words of an error or of a cell of text are shown as they are, unless the format speaks of text. */
  readonly show: (value: number | string, pattern: string) => string;
}

/** Days from the first day of workbooks that count from 1904 to that of the others. */
const days1904 = 1462;
/** Serial numbers of dates from 1900 to 9999; Excel shows none beyond them. */
const dates = { first: 0, end: 2_958_466 };

/** Opens the formats; the library is loaded when a workbook is read. `from1904`: the workbook counts days from 1904. */
export async function openShower(from1904: boolean): Promise<Shower> {
  const { format, isDateFormat } = await import("numfmt");
  const known = new Map<string, Pattern>();
  const patternOf = (pattern: string): Pattern => {
    const found = known.get(pattern) ?? preparedPattern(pattern, isDateFormat);
    known.set(pattern, found);
    return found;
  };
  return {
    show: (value, raw) => {
      if (typeof value === "string" && (raw === "General" || raw === "@" || raw === "")) return value;
      const { pattern, isDate, digits } = patternOf(raw);
      const serial = isDate && from1904 && typeof value === "number" ? value + days1904 : value;
      const inTime = !isDate || typeof serial === "string" || (serial >= dates.first && serial < dates.end);
      try {
        const shown = format(inTime ? pattern : "General", serial);
        return digits === null ? shown : chineseDigits(shown, digits, isDate ? "date" : /general/iu.test(pattern) ? "number" : "digits");
      } catch {
        // Excel does not open a workbook with a pattern that is none; other programs write some.
        return typeof serial === "string" ? serial : format("General", serial);
      }
    },
  };
}

interface Pattern {
  readonly pattern: string;
  readonly isDate: boolean;
  /** Which Chinese digits it asks for. */
  readonly digits: "1" | "2" | null;
}

/** A pattern in the words of the library: 上午/下午, the dates of the computer's own settings, and digits that are written here. */
function preparedPattern(raw: string, isDateFormat: (pattern: string) => boolean): Pattern {
  const digits = /\[DBNum([12])\]/iu.exec(raw)?.[1];
  let pattern = raw.replace(/\[DBNum\d\]/giu, "").replace(/上午\/下午/gu, "[$-804]AM/PM");
  // The language beside a sign of money does not change how the number is written.
  pattern = pattern.replace(/\[\$([^[\]"-]+)(?:-[\da-f]+)?\]/giu, '"$1"');
  if (/\[\$-(?:F800|x-sysdate)\]/iu.test(pattern)) pattern = 'yyyy"年"m"月"d"日"';
  else if (/\[\$-(?:F400|x-systime)\]/iu.test(pattern)) pattern = "h:mm:ss";
  let isDate = false;
  try {
    isDate = isDateFormat(pattern);
  } catch {
    isDate = false;
  }
  return { pattern, isDate, digits: digits === "1" || digits === "2" ? digits : null };
}

/** The digits of a shown value in Chinese: numbers as they are spoken, years and numbers of a fixed width digit by digit. */
function chineseDigits(shown: string, digits: "1" | "2", kind: "date" | "number" | "digits"): string {
  const spoken = numberFormat(digits === "1" ? "chineseCountingThousand" : "chineseLegalSimplified");
  const single = digits === "1" ? "〇一二三四五六七八九" : "零壹贰叁肆伍陆柒捌玖";
  return shown.replace(/\d+/gu, (number) => {
    const each = kind === "digits" || (kind === "date" && number.length > 2) || number.length > 8;
    return each ? [...number].map((digit) => single[Number(digit)] ?? digit).join("") : (spoken?.write(Number(number)) ?? number);
  });
}
