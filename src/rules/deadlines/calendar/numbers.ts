/** Numbers inside calendar words. */
import { chineseNumber } from "../../../text/numerals.ts";

/** A number as printed; null where it is none. */
export function numberOf(words: string | undefined): number | null {
  return chineseNumber(words ?? "");
}

/** Number of a month as printed: 6月份, 元月. */
export function monthOf(words: string | undefined): number | null {
  const bare = (words ?? "").replace(/月份?$/, "");
  return bare === "元" ? 1 : chineseNumber(bare);
}

/** Number of a day as printed: 5日, 廿五号. */
export function dayOf(words: string | undefined): number | null {
  return chineseNumber((words ?? "").replace(/[日号]$/, ""));
}

/** Number of a quarter as printed: 第三季度, 首季, Q2. */
export function quarterOf(words: string | undefined): number | null {
  const bare = (words ?? "").replace(/^第/, "").replace(/[Qq]/, "").replace(/个?季度?$/, "");
  if (bare === "首") return 1;
  return bare === "末" ? 4 : chineseNumber(bare);
}

/** 第三, 首, 最后一: a place in a row; -1 is the last. */
export function ordinalOf(words = ""): number | null {
  if (/^首/.test(words)) return 1;
  if (/^最?[后末]/.test(words)) return -1;
  return chineseNumber(words.replace(/^第/, "").replace(/个$/, ""));
}

/** 第三个月, 首月, 最后一个月 of a year. */
export function monthByPlace(words: string | undefined): number | null {
  const place = ordinalOf(words);
  return place === -1 ? 12 : place;
}
