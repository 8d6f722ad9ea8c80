/**
 * How Word writes automatic numbers: the values of ST_NumberFormat (ISO/IEC 29500-1, 17.18.59) that Chinese and Western
 * documents use. Where a row of signs ends, Word goes on with decimal digits.
 */

/** A number format. `write` takes a whole number from 0; a number that the format cannot write is written in digits. */
export interface NumberFormat {
  readonly id: string;
  readonly write: (number: number) => string;
  readonly examples: readonly (readonly [number: number, text: string])[];
}

const decimal = (number: number): string => String(number);
const signs = (row: string) => (number: number): string => [...row][number - 1] ?? decimal(number);
const range = (first: number, last: number, base: number) => (number: number): string =>
  number >= first && number <= last ? String.fromCodePoint(base + number - first) : decimal(number);

export const numberFormats: readonly NumberFormat[] = [
  { id: "decimal", write: decimal, examples: [[0, "0"], [12, "12"]] },
  { id: "decimalZero", write: (number) => decimal(number).padStart(2, "0"), examples: [[1, "01"], [10, "10"]] },
  { id: "decimalHalfWidth", write: decimal, examples: [[3, "3"]] },
  { id: "decimalFullWidth", write: fullWidth, examples: [[1, "１"], [10, "１０"]] },
  { id: "decimalFullWidth2", write: fullWidth, examples: [[12, "１２"]] },
  { id: "numberInDash", write: (number) => `- ${decimal(number)} -`, examples: [[3, "- 3 -"]] },
  { id: "decimalEnclosedCircle", write: circled, examples: [[1, "①"], [20, "⑳"], [21, "㉑"], [36, "㊱"], [51, "51"]] },
  { id: "decimalEnclosedCircleChinese", write: circled, examples: [[1, "①"], [10, "⑩"]] },
  { id: "decimalEnclosedParen", write: range(1, 20, 0x2474), examples: [[1, "⑴"], [20, "⒇"], [21, "21"]] },
  { id: "decimalEnclosedFullstop", write: range(1, 20, 0x2488), examples: [[1, "⒈"], [20, "⒛"], [21, "21"]] },
  { id: "upperLetter", write: (number) => letters(number).toUpperCase(), examples: [[1, "A"], [26, "Z"], [27, "AA"], [53, "AAA"]] },
  { id: "lowerLetter", write: letters, examples: [[2, "b"], [28, "bb"]] },
  { id: "upperRoman", write: (number) => roman(number).toUpperCase(), examples: [[4, "IV"], [1999, "MCMXCIX"]] },
  { id: "lowerRoman", write: roman, examples: [[9, "ix"]] },
  { id: "ordinal", write: ordinal, examples: [[1, "1st"], [12, "12th"], [23, "23rd"]] },
  { id: "hex", write: (number) => number.toString(16).toUpperCase(), examples: [[26, "1A"]] },
  { id: "chineseCounting", write: counting, examples: [[1, "一"], [10, "十"], [11, "十一"], [20, "二十"], [99, "九十九"], [100, "一○○"], [205, "二○五"]] },
  { id: "chineseCountingThousand", write: thousands, examples: [[10, "十"], [21, "二十一"], [100, "一百"], [101, "一百〇一"], [110, "一百一十"], [1005, "一千〇五"], [2020, "二千〇二十"]] },
  { id: "taiwaneseCounting", write: counting, examples: [[13, "十三"]] },
  { id: "taiwaneseCountingThousand", write: thousands, examples: [[30, "三十"]] },
  { id: "taiwaneseDigital", write: digits("○一二三四五六七八九"), examples: [[10, "一○"]] },
  { id: "japaneseCounting", write: japanese, examples: [[1, "一"], [11, "十一"], [100, "百"], [123, "百二十三"], [1000, "千"]] },
  { id: "japaneseDigitalTenThousand", write: digits("〇一二三四五六七八九"), examples: [[12, "一二"]] },
  { id: "ideographDigital", write: digits("〇一二三四五六七八九"), examples: [[10, "一〇"], [25, "二五"]] },
  { id: "koreanDigital2", write: digits("零一二三四五六七八九"), examples: [[3, "三"]] },
  { id: "chineseLegalSimplified", write: legal("零壹贰叁肆伍陆柒捌玖"), examples: [[1, "壹"], [10, "壹拾"], [23, "贰拾叁"], [105, "壹佰零伍"]] },
  { id: "ideographLegalTraditional", write: legal("零壹貳參肆伍陸柒捌玖"), examples: [[2, "貳"], [30, "參拾"]] },
  { id: "ideographTraditional", write: signs("甲乙丙丁戊己庚辛壬癸"), examples: [[1, "甲"], [10, "癸"], [11, "11"]] },
  { id: "ideographZodiac", write: signs("子丑寅卯辰巳午未申酉戌亥"), examples: [[1, "子"], [12, "亥"]] },
  { id: "ideographZodiacTraditional", write: sexagenary, examples: [[1, "甲子"], [13, "丙子"], [60, "癸亥"]] },
  { id: "ideographEnclosedCircle", write: range(1, 10, 0x3280), examples: [[1, "㊀"], [10, "㊉"], [11, "11"]] },
  { id: "none", write: () => "", examples: [[1, ""]] },
];

const byId = new Map(numberFormats.map((format) => [format.id, format]));

/** The format of this id, null for one that no row knows. */
export function numberFormat(id: string): NumberFormat | null {
  return byId.get(id) ?? null;
}

function fullWidth(number: number): string {
  return decimal(number).replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
}

function circled(number: number): string {
  if (number <= 20) return range(1, 20, 0x2460)(number);
  return number <= 35 ? range(21, 35, 0x3251)(number) : range(36, 50, 0x32b1)(number);
}

/** After z Word goes on with aa, bb, cc. */
function letters(number: number): string {
  if (number < 1 || number > 780) return decimal(number);
  return String.fromCodePoint(97 + ((number - 1) % 26)).repeat(Math.floor((number - 1) / 26) + 1);
}

const romanSigns: readonly (readonly [number, string])[] = [
  [1000, "m"], [900, "cm"], [500, "d"], [400, "cd"], [100, "c"], [90, "xc"],
  [50, "l"], [40, "xl"], [10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"],
];

function roman(number: number): string {
  if (number < 1 || number > 3999) return decimal(number);
  let text = "";
  let rest = number;
  for (const [value, sign] of romanSigns) for (; rest >= value; rest -= value) text += sign;
  return text;
}

function ordinal(number: number): string {
  const tens = Math.floor(number / 10) % 10;
  return decimal(number) + (tens === 1 ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th"));
}

function digits(row: string): (number: number) => string {
  return (number) => decimal(number).replace(/\d/gu, (digit) => row.charAt(Number(digit)));
}

/** Up to 99 with 十, digit by digit above. */
function counting(number: number): string {
  return number < 100 ? thousands(number) : digits("○一二三四五六七八九")(number);
}

function thousands(number: number): string {
  if (number < 1 || number > 9999) return number === 0 ? "〇" : decimal(number);
  const text = withUnits(number, "〇一二三四五六七八九", "十百千");
  return number < 20 ? text.replace(/^一十/u, "十") : text;
}

function japanese(number: number): string {
  if (number < 1 || number > 9999) return number === 0 ? "〇" : decimal(number);
  return withUnits(number, "〇一二三四五六七八九", "十百千").replace(/〇/gu, "").replace(/一(?=[十百千])/gu, "");
}

function legal(row: string): (number: number) => string {
  return (number) => (number > 9999 ? decimal(number) : number === 0 ? row.charAt(0) : withUnits(number, row, "拾佰仟"));
}

/** A number below 10,000 with its units; one zero stands for any gap. */
function withUnits(number: number, row: string, units: string): string {
  const places = decimal(number);
  let text = "";
  let gap = false;
  for (let i = 0; i < places.length; i++) {
    const digit = Number(places.charAt(i));
    if (digit === 0) {
      gap = true;
      continue;
    }
    text += (gap ? row.charAt(0) : "") + row.charAt(digit) + units.charAt(places.length - i - 2);
    gap = false;
  }
  return text;
}

function sexagenary(number: number): string {
  if (number < 1 || number > 60) return decimal(number);
  return "甲乙丙丁戊己庚辛壬癸".charAt((number - 1) % 10) + "子丑寅卯辰巳午未申酉戌亥".charAt((number - 1) % 12);
}
