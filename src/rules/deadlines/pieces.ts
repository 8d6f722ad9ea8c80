/** Named pieces that the patterns of this folder are spelt from. All of them match folded text (src/text/fold.ts). */

import { printedHolidays } from "./occasion-names.ts";

const numeral = "一二三四五六七八九";

/** Behind a time: what comes later than it. 后续, 后勤, 后期 are words of their own. */
export const after = "(?:之后|以后|后(?![续勤台备期劲盾])(?!评[估价]))";

function holiday(where: "cell" | "text"): string {
  return `(?:农历)?[“"']?${printedHolidays[where]}[”"']?(?:假期|长假|黄金周|节气)?`;
}

/** A full year, two digits before a month or an end, or one named from the year of work. */
function year(ahead: string, named: string): string {
  const short = `(?:[0-9]{2}|[零〇○${numeral}]{2})年(?=[0-9一二三四五六七八九十元]{1,2}月|第?[一二三四1-4]季|[上下]半年|年?[底末]|${ahead})`;
  return `(?:{y4}年(?:度(?=[上下第全内]))?|${short}|${named})`;
}

/** A piece is used as `{name}`; `{name:group}` also captures it. Pieces may use pieces above them. */
const pieces = {
  /** A small number, Arabic or Chinese. */
  n: `(?:[0-9]{1,3}|[${numeral}两十百廿卅]{1,4})`,
  /** Four digits of a year, Arabic or Chinese with any of the zeros in use. */
  y4: `(?:(?:19|20|21)[0-9]{2}|[一二][〇○◯零Oo${numeral}]{3})`,
  year: year("[Qq][1-4]|第[0-9一二三四五六七八九十]{2,3}个?[周星礼]", "[今本当明次翌后去前上]年度?|上一年度?"),
  /** 年 of 年底, 年内: the year of work, never the end of a count (三年内) or of a year that was not read. */
  bareYear: `(?:(?<![0-9〇○◯零${numeral}十百两几多半数下周])年)`,
  /** A month; 元月 is January. */
  month: `(?:1[0-2]|0?[1-9]|十[一二]?|一[〇○◯]|[${numeral}元])月份?`,
  /** A month named from the month of issue or the month before it in the text. */
  nearMonth: `(?:[本当次下上]个?月|月)`,
  /** A month named from that of issue, near or far. */
  farMonth: `(?:[本当次下上这今]一?个?月|(?:上{2,3}|下{2,3})个?月)`,
  /** A day of a month; 三〇日 and 月二五日 are written digit by digit, where 一二日 may be two days. */
  day: `(?:3[01]|[12][0-9]|0?[1-9]|[一二三][〇○◯]|(?<=月)(?:一[一三四五六七八九]|二[一二四五六七八九]|三一)|三十一?|卅一?|(?:二十|廿)[${numeral}]?|十[${numeral}]?|[${numeral}])[日号]`,
  /** A clock time or a day of the week after a date: read past, the day is what counts. */
  clock: `(?:\\((?:星期|周)[一二三四五六日天]\\))?(?:[上下中]午|晚上?)?(?:[0-9]{1,2}(?:[时点](?:[0-9]{1,2}分|整|半)?|:[0-9]{2})|零时)?(?:下班)?`,
  /** (含), (含当日), (含30日): the day counts, as it does anyway. */
  incl: `(?:\\(含(?:当[日天]|本[数日]|[0-9]{1,2}日)?\\)|含)?`,
  /** In running text Q4 only where no letter or number is joined to it; 一季度 of 上一季度 and 下一季度 is any. */
  quarter: `(?:第[一二三四1-4]个?季度?|(?<![上下前后次])[一1]季度?|[二三四2-4]季度?|[首末]季度?|(?<![0-9A-Za-z./-])[Qq][1-4](?![0-9A-Za-z.]))`,
  plan: `[“"'‘]?十[${numeral}]五[”"'’]?(?:规划|计划)?`,
  holiday: holiday("text"),
  /** 6月底前后 keeps both sides; 6月底前后勤保障到位 ends before 后勤. */
  before: `(?:之前|以前|前(?!后(?![勤续台备评])))`,
  after,
  around: `(?:前后(?![勤续台备])(?!评[估价]|衔接|一致|对照|对比|呼应|连贯|矛盾)|左右)`,
  within: `(?:之内|以内|内)`,
  to: `(?:至|到|[-—–─~―]{1,2}|截至)`,
  and: `(?:[、和及与]|以及)`,
  /** Units that only count: 9月 and 三季度 are names. */
  countUnit: `(?:个?工作日|个?交易日|个季度|年|个月|个?星期|个?周|天|个?小时)`,
  unit: `(?:个?工作日|个?交易日|个?季度|年|个?月|个?星期|个?周|天|日|个?小时)`,
} as const satisfies Readonly<Record<string, string>>;

/** What a place for times reads more widely than running text. */
export const cellPieces: Readonly<Record<string, string>> = {
  year: year(
    "[QqHh][1-4]|的?(?:第[0-9一二三四五六七八九十]{1,2}|[首末]|前[0-9一二两三四五六七八九十]{1,2})个?[月周季星礼]",
    `[今本当明次翌后去前上下这来]年度?|[上下][一1]年度?|这一年|大前年|[两二]千零?[${numeral}]?年`,
  ),
  quarter: `(?:第?[Qq][1-4](?:季度?)?|[1-4][Qq]|${pieces.quarter})`,
  holiday: holiday("cell"),
};

const named = /\{([a-zA-Z][a-zA-Z0-9]*)(?::([a-zA-Z0-9]+))?\}/g;

/** The notation of a piece; those in `more` go first. */
export function pieceOf(name: string, more: Readonly<Record<string, string>>): string {
  const piece = more[name] ?? (pieces as Readonly<Record<string, string>>)[name];
  if (piece === undefined) throw new Error(`no piece {${name}}`);
  return piece;
}

/** Spells a pattern out: every `{piece}` becomes its expression, `{piece:group}` a named group. */
export function spell(pattern: string, more: Readonly<Record<string, string>> = {}): string {
  return pattern.replace(named, (_, name: string, group: string | undefined) => {
    const spelt = spell(pieceOf(name, more), more);
    return group === undefined ? `(?:${spelt})` : `(?<${group}>${spelt})`;
  });
}
