/**
 * Raised characters: the mark of a note (市财政局², 9¹月) is no part of the word it stands behind, while an exponent (m², 10³)
 * or the charge of an ion is. GB/T 15834 and GB/T 7713.2 raise the marks of notes; GB 3101 raises exponents.
 */

/** Raised characters between the words before and after them. */
export interface RaisedExample {
  readonly before: string;
  readonly raised: string;
  readonly after: string;
}

/** Words before a raised character that make it content. */
export interface RaisedRow {
  readonly id: string;
  /** What is raised. */
  readonly raised: RegExp;
  /** How the words before it end. */
  readonly before: RegExp;
  /** How the words behind it do not begin. */
  readonly notAfter: RegExp | null;
  readonly examples: readonly RaisedExample[];
  readonly not: readonly RaisedExample[];
}

const unit = "(?:[kcdmμnhM]?m|[kmμ]?s|[kmM]?g|L|ha|Pa|kPa|MPa|kW|kWh|N|J|h|d|a)";

/** Raised characters that belong to what is written before them. */
export const raisedContent: readonly RaisedRow[] = [
  {
    id: "unit-power",
    raised: /^[-−–]?[1-4]$/u,
    before: new RegExp(`(?:^|[^A-Za-z])${unit}$`, "u"),
    notAfter: null,
    examples: [{ before: "新建面积3000m", raised: "2", after: "以上" }, { before: "容积5万m", raised: "3", after: "" }, { before: "0.5L·s", raised: "-1", after: "" }, { before: "绿地30hm", raised: "2", after: "。" }],
    not: [{ before: "市财政局", raised: "2", after: "" }, { before: "推广GDP", raised: "1", after: "核算" }],
  },
  {
    id: "unit-word-power",
    raised: /^[23]$/u,
    before: /米$/u,
    notAfter: null,
    examples: [{ before: "改造30万米", raised: "2", after: "" }, { before: "供水5千米", raised: "3", after: "" }],
    not: [{ before: "种植玉米田", raised: "2", after: "" }],
  },
  {
    id: "power-of-ten",
    raised: /^[-−–]?\d{1,2}$/u,
    before: /(?<![\d.])10$/u,
    notAfter: /^\s*[年月日号时点]/u,
    examples: [{ before: "2×10", raised: "3", after: "吨" }, { before: "降至10", raised: "-6", after: "" }],
    not: [{ before: "10", raised: "1", after: "月底前" }, { before: "110", raised: "2", after: "" }],
  },
  {
    id: "variable",
    raised: /^[-−–]?(?:\d{1,2}|[a-zA-Z+*]{1,3})$/u,
    before: /(?:^|[^A-Za-z])[a-zA-Z]$/u,
    notAfter: null,
    examples: [{ before: "y=x", raised: "2", after: "" }, { before: "R", raised: "2", after: "不低于0.9" }],
    not: [{ before: "市文旅局", raised: "a", after: "" }],
  },
  {
    id: "formula",
    raised: /^\d$/u,
    before: /(?:^|[^A-Za-z])(?:CO|NO|SO|PO|PM|O|H|N)$/u,
    notAfter: null,
    examples: [{ before: "减排CO", raised: "2", after: "" }],
    not: [{ before: "推广ISO", raised: "1", after: "" }],
  },
  {
    id: "ion",
    raised: /^\d?[+\-−–]$/u,
    before: /[A-Za-z0-9₀-₉)]$/u,
    notAfter: null,
    examples: [{ before: "Ca", raised: "2+", after: "浓度" }, { before: "NH4", raised: "+", after: "" }],
    not: [{ before: "市水利局", raised: "-", after: "" }],
  },
];

/** What a mark of a note looks like: a number, a circled number, a star, a dagger, one letter, with 注 before it or not. */
const mark = /^(?:注|注?(?:\d{1,3}|[①-⑳⓪❶-❿➀-➓]|[*＊※†‡§#]{1,3}|[a-z]|[ⅰ-ⅻ]|[一二三四五六七八九十]))$/u;
const apart = /[\s[\]()（）［］〔〕【】<>〈〉,，、;；\-–—~～]+/u;
/** Marks stand in brackets, or several with commas. */
const isMark = (words: string): boolean => {
  const parts = words.split(apart).filter((part) => part !== "");
  return parts.length > 0 && parts.length <= 6 && parts.every((part) => mark.test(part));
};
/** A circled number or a word that says it is a note is one behind anything. */
const plainMark = /[①-⑳⓪❶-❿➀-➓※†‡§[\]［］〔〕注]/u;

/** Whether raised characters are the mark of a note. `before` and `after` are the words of the paragraph around them. */
export function isRaisedMark(before: string, raised: string, after: string): boolean {
  const words = raised.normalize("NFKC") === raised ? raised : plainDigits(raised);
  if (before.trim() === "" || !isMark(words)) return false;
  if (plainMark.test(words)) return true;
  return !raisedContent.some((row) => row.raised.test(words.trim()) && row.before.test(before) && row.notAfter?.test(after) !== true);
}

const digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Superscript digits of Unicode as plain ones; circled numbers stay. */
function plainDigits(words: string): string {
  return words.replace(/[⁰¹²³⁴-⁹⁺⁻]/gu, (character) => {
    const value = digits.indexOf(character);
    return value === -1 ? (character === "⁻" ? "-" : "+") : String(value);
  });
}

/** Digits that Unicode itself raises. */
export const superscripts = /[⁰¹²³⁴-⁹⁻]+/gu;
