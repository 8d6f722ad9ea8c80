/** Numbers as Chinese documents print them: Arabic, full width and Chinese (GB/T 15835-2011). */

const digits: Readonly<Record<string, number>> = {
  "〇": 0, "○": 0, "◯": 0, "零": 0, "O": 0, "o": 0, "Ｏ": 0,
  "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
};
/** Ten and its contractions 廿 (twenty) and 卅 (thirty). */
const tens: Readonly<Record<string, number>> = { "十": 10, "廿": 20, "卅": 30 };
const weights: Readonly<Record<string, number>> = { "十": 10, "百": 100, "千": 1000 };

/**
 * The whole number that a text writes: `12`, `１２`, `十二`, `二十`, `廿五`, `一百零五`, `二〇二〇`, `两`.
 * Null when the text is anything else. 元 is no number here: 元月 is for whoever reads months.
 */
export function chineseNumber(text: string): number | null {
  const words = text.normalize("NFKC");
  if (/^[0-9]{1,15}$/.test(words)) return Number(words);
  if (/^[〇○◯零一二两三四五六七八九Oo0-9]+$/.test(words) && !/^[Oo]/.test(words)) return byDigits(words);
  if (!/^[零〇○一二两三四五六七八九十廿卅百千]+$/.test(words)) return null;
  return byWeights(words);
}

/** 二〇二〇: digit after digit. */
function byDigits(words: string): number | null {
  if (words.length > 1 && words.startsWith("两")) return null;
  let value = 0;
  for (const character of words) value = value * 10 + (digits[character] ?? Number(character));
  return value;
}

/** 一百零五, 二十, 廿五: digits with their weights, greatest first. */
function byWeights(words: string): number | null {
  let total = 0;
  let digit: number | null = null;
  let last = 10_000;
  for (const character of words) {
    const ten = tens[character];
    const weight = weights[character] ?? (ten === undefined ? undefined : 10);
    if (weight === undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = digits[character] ?? null;
    } else {
      if (weight >= last || (ten !== undefined && ten > 10 && digit !== null)) return null;
      total += ten !== undefined && ten > 10 ? ten : (digit ?? 1) * weight;
      last = weight;
      digit = null;
    }
  }
  return total + (digit ?? 0);
}

/**
 * The year that four digits write, Arabic or Chinese: `2020`, `２０２０`, `二〇二〇`, `二○二O`, `二零二零`.
 * Null for anything else, also for a year outside 1900–2199.
 */
export function chineseYear(text: string): number | null {
  const words = text.normalize("NFKC");
  if (!/^[0-9〇○◯零Oo一二三四五六七八九]{4}$/.test(words)) return null;
  const year = byDigits(words);
  return year !== null && year >= 1900 && year < 2200 ? year : null;
}
