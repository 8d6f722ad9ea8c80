/** What a calendar expression names: a day, or a period with two ends. How 前 and 内 bind it is the matter of the phrases. */
import { looseDay, run } from "./calendar/damaged.ts";
import { firstAfter, holiday, lunar, lunarOrSolar } from "./calendar/moving.ts";
import { dayNear, nearDay, nearHalf, nearMonth, nearQuarter, nearWeek, someQuarterEnd } from "./calendar/near.ts";
import { dayOf, monthByPlace, monthOf, numberOf, quarterOf } from "./calendar/numbers.ts";
import { isoWeek, part, week } from "./calendar/parts.ts";
import { day, distant, firstMonths, half, halfMonth, month, monthStart, plan, planPoint, point, pointAt, quarter, quarters, quarterStart, tenDay, wholeYear, years, yearStart, yearTurn } from "./calendar/spans.ts";
import type { ConventionId } from "./conventions.ts";
import type { Base, Found, Groups, Year } from "./shapes.ts";

/** Something that may stand before the words of a row. */
export type MomentLead = "year" | "someYear" | "wholeYear";

/** The words of a moment taken apart, and what settles the rest. */
export interface Named {
  /** What the pattern captured. */
  readonly g: Groups;
  readonly year: Year;
  /** The year that the words state or take over. */
  readonly y: number | null;
  readonly base: Base;
}

export interface MomentRule {
  readonly id: string;
  /** Convention that settles the reading. */
  readonly convention: ConventionId;
  /** What stands before the pattern ({@link leads}). */
  readonly follows?: MomentLead;
  readonly pattern: string;
  /** Only in a place for times: in running text such words say something else too often. */
  readonly where?: "cell";
  /** The stretch of the calendar that the words name; null when the calendar has none (6月31日). */
  readonly reads: (named: Named) => Found | null;
  /** Read with work year 2020, issued 2020-06-08; `start/end` of what the words name. */
  readonly examples: readonly { readonly words: string; readonly gives: string }[];
}

/** What stands before the words of many rows: perhaps a year, with 年 perhaps printed once more; such a year or 年 alone; a year in any case. */
export const leads: Readonly<Record<MomentLead, string>> = {
  year: "(?:{year:year}年?)?",
  someYear: "(?:{year:year}年?|{bareYear})",
  wholeYear: "{year:year}年?的?",
};

const lunarAhead = "(?=[^,、;。至到()—–-]{0,9}?(?:农历|阴历|旧历|闰|[正冬腊]月|月初[一二三四五六七八九十]|月廿[一二三四五六七八九]?(?![日号一二三四五六七八九])))";
const lunarDayWords =
  "(?<leap>闰)?(?<lm>[正冬腊]|1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?" +
  "(?<ld>初(?:[一二三四五六七八九十]|[0-9]{1,2})|三十|(?:二十|廿)[一二三四五六七八九]?|十[一二三四五六七八九]?|[0-9]{1,2})?[日号]?(?![0-9])";
const halfMonthWords = "的?(?<half>[上下前后])半月";
const weekByNumber = "的?(?<nth>第[0-9一二三四五六七八九十]{1,3}|[首末]|最后一)个?(?:周|星期|礼拜)(?![一二三四五六日天末])";
const weekUnit = "(?:个(?:周|星期|礼拜)(?![一二三四五六日天])|周|星期|礼拜)";
const dayOfWeek = "(?:(?<!个.{1,2})的?(?:周|星期)?(?<weekday>[一二三四五六日天末]))?";
/** A week that is surely one of the year: its number has two digits, and no school term, pregnancy or row of weeks counts it. */
const isoWeekWords = `的?(?<!月份?的?)(?<!(?:孕|妊娠|学期|开学|连续|产后|术后|[每期])的?)第(?<nth>5[0-3]|[1-4][0-9]|[二三四五]?十[一二三四五六七八九]?)${weekUnit}${dayOfWeek}`;
const lowWeekWords = `的?(?:(?<!月份?的?)第(?<nth>0?[1-9]|[一二三四五六七八九])${weekUnit}|[Ww](?<w>5[0-3]|[1-4][0-9]|0?[1-9])周?)${dayOfWeek}`;
const partWords = "的?(?<side>最后(?![一1]个?(?:周|星期))|前(?!.{1,3}月)|[头后])(?<count>{n})个?(?<unit>天|日|周|星期|月)(?![内前后一二三四五六日天末])";

/** In the order in which a longer form goes before a shorter one that begins alike; rows that follow the same lead stand together, so that its pattern is needed once. */
export const moments: readonly MomentRule[] = [
  {
    id: "month-by-number", convention: "WHOLE_PERIOD", where: "cell", follows: "wholeYear", pattern: "(?<nth>第{n}|[首末]|最后一)个?月份?",
    reads: ({ y, g }) => month(y, monthByPlace(g.nth)),
    examples: [{ words: "2021年第三个月", gives: "2021-03-01/2021-03-31" }, { words: "明年首月", gives: "2021-01-01/2021-01-31" }, { words: "2020年末月", gives: "2020-12-01/2020-12-31" }],
  },
  {
    id: "week-of-year", convention: "WEEK_BY_MONDAY", where: "cell", follows: "wholeYear", pattern: "的?(?<nth>[首末]|最后一)个?(?:周|星期|礼拜)(?![一二三四五六日天末])",
    reads: ({ y, g }) => week(y, null, g.nth),
    examples: [{ words: "2021年最后一周", gives: "2021-12-20/2021-12-26" }],
  },
  {
    id: "part-of-year", convention: "COUNTED_PART", where: "cell", follows: "wholeYear", pattern: partWords,
    reads: ({ y, g }) => part(y, null, g),
    examples: [{ words: "2020年最后4个月", gives: "2020-09-01/2020-12-31" }, { words: "今年的最后3周", gives: "2020-12-07/2020-12-27" }],
  },
  {
    id: "lunar-of-year", convention: "LUNAR_TABLE", pattern: `(?:农历|阴历|旧历)(?<y>{y4}年|[今本当明次去]年)${lunarDayWords}`,
    reads: ({ y, g, base }) => lunar(g, y, base),
    examples: [{ words: "农历2015年十月初一", gives: "2015-11-12/2015-11-12" }],
  },
  {
    id: "distant", convention: "EXPLICIT_DATE", where: "cell",
    pattern: "(?<y>1[0-8][0-9]{2}|(?<![0-9])[1-9][0-9]{2}|[一二三四五六七八九][零〇○一二三四五六七八九]{2})年(?:{month:month}{day:day}?)?(?![0-9内前后来间时以之多半左])",
    reads: ({ y, g }) => distant(y, monthOf(g.month), dayOf(g.day)),
    examples: [{ words: "1357年6月10日", gives: "1357-06-10/1357-06-10" }, { words: "789年", gives: "0789-01-01/0789-12-31" }],
  },
  {
    id: "lunar", convention: "LUNAR_TABLE", follows: "year", pattern: `的?${lunarAhead}(?:农历|阴历|旧历)?${lunarDayWords}`,
    reads: ({ y, g, base }) => lunar(g, y, base),
    examples: [
      { words: "农历八月十五", gives: "2020-10-01/2020-10-01" },
      { words: "2021年正月初五", gives: "2021-02-16/2021-02-16" },
      { words: "腊月", gives: "2021-01-13/2021-02-11" },
      { words: "闰四月", gives: "2020-05-23/2020-06-20" },
    ],
  },
  {
    id: "lunar-new-year", convention: "LUNAR_TABLE", follows: "year", pattern: "(?<big>大年)(?<ld>初[一二三四五六七八九十]|三十)",
    reads: ({ y, g, base }) => lunar(g, y, base),
    examples: [{ words: "大年三十", gives: "2021-02-11/2021-02-11" }, { words: "2021年大年初一", gives: "2021-02-12/2021-02-12" }],
  },
  {
    id: "holiday", convention: "HOLIDAY_BEFORE", follows: "year", pattern: "{holiday:holiday}",
    reads: ({ g, year, base }) => holiday(g.holiday, year, base),
    examples: [{ words: "国庆节", gives: "2020-10-01/2020-10-01" }, { words: "2021年春节", gives: "2021-02-12/2021-02-12" }, { words: "元旦", gives: "2021-01-01/2021-01-01" }, { words: "2021年清明节", gives: "2021-04-04/2021-04-04" }],
  },
  {
    id: "half-month", convention: "HALF_MONTH", where: "cell", follows: "year", pattern: `{month:month}${halfMonthWords}`,
    reads: ({ y, g }) => halfMonth(y, monthOf(g.month), g.half),
    examples: [{ words: "9月上半月", gives: "2020-09-01/2020-09-15" }],
  },
  {
    id: "week", convention: "WEEK_BY_MONDAY", where: "cell", follows: "year", pattern: `{month:month}${weekByNumber}`,
    reads: ({ y, g }) => week(y, monthOf(g.month), g.nth),
    examples: [{ words: "9月第一周", gives: "2020-09-07/2020-09-13" }, { words: "6月最后一周", gives: "2020-06-22/2020-06-28" }],
  },
  {
    id: "part", convention: "COUNTED_PART", where: "cell", follows: "year", pattern: `{month:month}${partWords}`,
    reads: ({ y, g }) => part(y, monthOf(g.month), g),
    examples: [{ words: "9月前10天", gives: "2020-09-01/2020-09-10" }],
  },
  {
    id: "day", convention: "EXPLICIT_DATE", follows: "year", pattern: "{month:month}{day:day}{clock}",
    reads: ({ y, g }) => day(y, monthOf(g.month), dayOf(g.day)),
    examples: [
      { words: "2020年12月31日", gives: "2020-12-31/2020-12-31" },
      { words: "7月10日", gives: "2020-07-10/2020-07-10" },
      { words: "二〇二〇年六月三十日", gives: "2020-06-30/2020-06-30" },
      { words: "二○二O年元月廿五日", gives: "2020-01-25/2020-01-25" },
      { words: "6月30日24时", gives: "2020-06-30/2020-06-30" },
      { words: "20年6月30日", gives: "2020-06-30/2020-06-30" },
      { words: "明年1月20日", gives: "2021-01-20/2021-01-20" },
    ],
  },
  {
    id: "unmarked-day", convention: "EXPLICIT_DATE", where: "cell", follows: "year",
    pattern: "{month:month}(?<d>二十[一二三四五六七八九]?|三十一?|十[一二三四五六七八九]?|3[01]|[12][0-9]|0?[1-9])(?=$|{to}(?!(?:{n}|[一二三四五六七八九十]{1,3})[日号])|[,;)前止]|、(?!(?:{n}、){0,5}{n}[日号])|之前|以前)",
    reads: ({ y, g }) => lunarOrSolar(y, monthOf(g.month), g.d),
    examples: [{ words: "12月3", gives: "2020-12-03/2020-12-03" }, { words: "十月三十一", gives: "2020-10-31/2020-10-31" }],
  },
  {
    id: "ten-day-period", convention: "TEN_DAY", follows: "year", pattern: "{month:month}(?<ten>[上中下]{1,2})旬",
    reads: ({ y, g }) => tenDay(y, monthOf(g.month), g.ten),
    examples: [{ words: "6月中旬", gives: "2020-06-11/2020-06-20" }, { words: "12月下旬", gives: "2020-12-21/2020-12-31" }, { words: "2021年2月中下旬", gives: "2021-02-11/2021-02-28" }],
  },
  {
    id: "month-end", convention: "MONTH_END_INCLUSIVE", follows: "year", pattern: "{month:month}月?(?:底|末|终)",
    reads: ({ y, g }) => pointAt(month(y, monthOf(g.month))),
    examples: [{ words: "6月底", gives: "2020-06-30/2020-06-30" }, { words: "2020年2月末", gives: "2020-02-29/2020-02-29" }],
  },
  {
    id: "month-start", convention: "PERIOD_START", follows: "year", pattern: "{month:month}初(?![一二三四五六七八九十])",
    reads: ({ y, g }) => monthStart(y, monthOf(g.month)),
    examples: [{ words: "9月初", gives: "2020-09-01/2020-09-05" }],
  },
  {
    id: "month", convention: "WHOLE_PERIOD", follows: "year", pattern: "{month:month}(?![0-9一二三四五六七八九十廿卅])",
    reads: ({ y, g }) => month(y, monthOf(g.month)),
    examples: [{ words: "8月份", gives: "2020-08-01/2020-08-31" }, { words: "二○二○年六月", gives: "2020-06-01/2020-06-30" }, { words: "次年3月", gives: "2021-03-01/2021-03-31" }],
  },
  {
    id: "day-of-near-month", convention: "RANGE_INCLUSIVE", follows: "year", pattern: "(?<near>{farMonth}){day:day}{clock}(?!之内|以内|内)",
    reads: ({ g, year, base }) => dayNear(g.near, dayOf(g.day), year, base),
    examples: [{ words: "次月5日", gives: "2020-07-05/2020-07-05" }, { words: "上个月15号", gives: "2020-05-15/2020-05-15" }],
  },
  {
    id: "quarter-of-year", convention: "WHOLE_PERIOD", where: "cell", follows: "year", pattern: "(?<quarter>[Qq][1-4]|[1-4][Qq])[-./]?(?<y>{y4})年?(?![0-9])",
    reads: ({ y, g }) => quarter(y, quarterOf(g.quarter)),
    examples: [{ words: "Q42021", gives: "2021-10-01/2021-12-31" }, { words: "4Q2021", gives: "2021-10-01/2021-12-31" }],
  },
  {
    id: "quarter-start", convention: "PERIOD_START", follows: "year", pattern: "{quarter:quarter}初(?![一二三四五六七八九十中期])",
    reads: ({ y, g }) => quarterStart(y, quarterOf(g.quarter)),
    examples: [{ words: "四季度初", gives: "2020-10-01/2020-10-31" }],
  },
  {
    id: "quarter-end", convention: "QUARTER_END", follows: "year", pattern: "{quarter:quarter}(?:末|底)",
    reads: ({ y, g }) => pointAt(quarter(y, quarterOf(g.quarter))),
    examples: [{ words: "三季度末", gives: "2020-09-30/2020-09-30" }, { words: "2021年第一季度末", gives: "2021-03-31/2021-03-31" }],
  },
  {
    id: "first-quarters", convention: "WHOLE_PERIOD", follows: "year", pattern: "前(?<count>[二两三])个?季度",
    reads: ({ y, g }) => quarters(y, 1, numberOf(g.count)),
    examples: [{ words: "前三季度", gives: "2020-01-01/2020-09-30" }],
  },
  {
    id: "quarter", convention: "WHOLE_PERIOD", follows: "year", pattern: "{quarter:quarter}",
    reads: ({ y, g }) => quarter(y, quarterOf(g.quarter)),
    examples: [{ words: "第三季度", gives: "2020-07-01/2020-09-30" }, { words: "2020年四季度", gives: "2020-10-01/2020-12-31" }, { words: "2021年Q4", gives: "2021-10-01/2021-12-31" }],
  },
  {
    id: "half-year-end", convention: "HALF_YEAR", follows: "year", pattern: "(?<half>[上下])半年(?:底|末)",
    reads: ({ y, g }) => pointAt(half(y, g.half)),
    examples: [{ words: "上半年末", gives: "2020-06-30/2020-06-30" }],
  },
  {
    id: "half-year", convention: "HALF_YEAR", follows: "year", pattern: "(?<half>[上下])半年",
    reads: ({ y, g }) => half(y, g.half),
    examples: [{ words: "上半年", gives: "2020-01-01/2020-06-30" }, { words: "2021年下半年", gives: "2021-07-01/2021-12-31" }],
  },
  {
    id: "half-year-letter", convention: "HALF_YEAR", where: "cell", follows: "year", pattern: "[Hh](?<half>[12])",
    reads: ({ y, g }) => half(y, g.half),
    examples: [{ words: "2021年H1", gives: "2021-01-01/2021-06-30" }, { words: "H2", gives: "2020-07-01/2020-12-31" }],
  },
  {
    id: "half-year-spoken", convention: "HALF_YEAR", where: "cell", follows: "year", pattern: "(?<half>[前后])半年",
    reads: ({ y, g }) => half(y, g.half),
    examples: [{ words: "2021年前半年", gives: "2021-01-01/2021-06-30" }, { words: "后半年", gives: "2020-07-01/2020-12-31" }],
  },
  {
    id: "numbered-week", convention: "ISO_WEEK", follows: "year", pattern: isoWeekWords,
    reads: ({ y, g }) => isoWeek(y, numberOf(g.nth), g.weekday),
    examples: [{ words: "第25周", gives: "2020-06-15/2020-06-21" }, { words: "第二十五周周五", gives: "2020-06-19/2020-06-19" }, { words: "2021年第十周", gives: "2021-03-08/2021-03-14" }],
  },
  {
    id: "low-week", convention: "ISO_WEEK", where: "cell", follows: "year", pattern: lowWeekWords,
    reads: ({ y, g }) => isoWeek(y, numberOf(g.nth ?? g.w), g.weekday),
    examples: [{ words: "2021年的第一周", gives: "2021-01-04/2021-01-10" }, { words: "2020年W25", gives: "2020-06-15/2020-06-21" }, { words: "第6周", gives: "2020-02-03/2020-02-09" }],
  },
  {
    id: "turn-of-year", convention: "PERIOD_START", follows: "year", pattern: "岁末年初",
    reads: ({ y }) => yearTurn(y),
    examples: [{ words: "岁末年初", gives: "2020-12-01/2021-02-28" }],
  },
  {
    id: "whole-year", convention: "WHOLE_YEAR", follows: "year", pattern: "(?:贯穿于?)?(?:[全整]年度?)",
    reads: ({ y }) => ({ ...wholeYear(y), ongoing: true }),
    examples: [{ words: "全年", gives: "2020-01-01/2020-12-31" }, { words: "2021年全年", gives: "2021-01-01/2021-12-31" }, { words: "贯穿全年", gives: "2020-01-01/2020-12-31" }],
  },
  {
    id: "near-half-month", convention: "HALF_MONTH", where: "cell", pattern: `(?<near>{farMonth})?${halfMonthWords}`,
    reads: ({ g, base }) => nearMonth(g.near ?? "本月", base, (y, m) => halfMonth(y, m, g.half)),
    examples: [{ words: "下半月", gives: "2020-06-16/2020-06-30" }, { words: "下月上半月", gives: "2020-07-01/2020-07-15" }],
  },
  {
    id: "week-of-near-month", convention: "WEEK_BY_MONDAY", where: "cell", pattern: `(?<near>{farMonth})${weekByNumber}`,
    reads: ({ g, base }) => nearMonth(g.near, base, (y, m) => week(y, m, g.nth)),
    examples: [{ words: "本月最后一周", gives: "2020-06-22/2020-06-28" }],
  },
  {
    id: "near-week", convention: "WEEK_BY_MONDAY", where: "cell", pattern: "(?<near>本|[这今]一?个?|上{1,3}[一个]?|下{1,3}[一个]?)(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])?(?![一二三四五六日天期末])",
    reads: ({ g, base }) => nearWeek(g.near, g.weekday, base),
    examples: [{ words: "本周", gives: "2020-06-08/2020-06-14" }, { words: "下周五", gives: "2020-06-19/2020-06-19" }],
  },
  {
    id: "part-of-near-month", convention: "COUNTED_PART", where: "cell", pattern: `(?<near>{farMonth})${partWords}`,
    reads: ({ g, base }) => nearMonth(g.near, base, (y, m) => part(y, m, g)),
    examples: [{ words: "本月前10天", gives: "2020-06-01/2020-06-10" }],
  },
  {
    id: "numeric-day", convention: "EXPLICIT_DATE",
    pattern: "(?<![0-9])(?<y>(?:1[0-9]|20|21)[0-9]{2})(?<sep>[-./])(?<m>1[0-2]|0?[1-9])\\k<sep>(?<d>3[01]|[12][0-9]|0?[1-9])(?![0-9])日?{clock}",
    reads: ({ y, g }) => day(y, numberOf(g.m), numberOf(g.d)),
    examples: [{ words: "2020.9.30", gives: "2020-09-30/2020-09-30" }, { words: "2020-09-30", gives: "2020-09-30/2020-09-30" }],
  },
  {
    id: "compact-day", convention: "EXPLICIT_DATE",
    pattern: "(?<![0-9])(?<y>20[0-9]{2})(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12][0-9]|3[01])(?![0-9日])",
    reads: ({ y, g }) => day(y, numberOf(g.m), numberOf(g.d)),
    examples: [{ words: "20240307", gives: "2024-03-07/2024-03-07" }],
  },
  {
    id: "numeric-month", convention: "WHOLE_PERIOD", pattern: "(?<y>(?:19|20|21)[0-9]{2})[-./](?<m>1[0-2]|0?[1-9])(?![0-9./万亿元%])(?<!-[0-9]{1,2}(?=-))月?",
    reads: ({ y, g }) => month(y, numberOf(g.m)),
    examples: [{ words: "2020.9", gives: "2020-09-01/2020-09-30" }, { words: "2008-03", gives: "2008-03-01/2008-03-31" }],
  },
  {
    id: "numeric-month-day", convention: "EXPLICIT_DATE",
    pattern: "(?<=^|[至到—–─~]|(?<=[0-9])-)(?<m>1[0-2]|0?[1-9])[.·/-](?<d>3[01]|[12][0-9]|0?[1-9])(?=$|前|之前|以前|[至到]|[—–─~-]{1,2}[0-9]{1,2}[.·/])",
    reads: ({ y, g }) => day(y, numberOf(g.m), numberOf(g.d)),
    examples: [{ words: "6·30", gives: "2020-06-30/2020-06-30" }, { words: "12.31", gives: "2020-12-31/2020-12-31" }],
  },
  {
    id: "loose-day", convention: "EXPLICIT_DATE", where: "cell",
    pattern: "(?<run>(?:(?<![0-9./])[0-9]{1,2}/[0-9]{1,2}/|(?<![0-9-])[0-9]{1,2}-[0-9]{1,2}-)(?:[0-9]{4}|[0-9]{2})|(?<![0-9-])[0-9]{2}-[0-9]{1,2}-[0-9]|(?<![0-9.])[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4})(?![0-9./])",
    reads: ({ g, base }) => looseDay(g.run, base.year),
    examples: [{ words: "10/31/2020", gives: "2020-10-31/2020-10-31" }, { words: "13.5.2020", gives: "2020-05-13/2020-05-13" }],
  },
  {
    id: "run-of-digits", convention: "DAMAGED_TEXT", pattern: "(?<run>20[0-9]{4,6}|[01][0-9]{3})日{clock}",
    reads: ({ g, base }) => run(g.run, base.year),
    examples: [{ words: "20201220日", gives: "2020-12-20/2020-12-20" }, { words: "1120日", gives: "2020-11-20/2020-11-20" }, { words: "2021131日", gives: "2021-01-31/2021-01-31" }],
  },
  {
    id: "near-ten-day-period", convention: "TEN_DAY", pattern: "{nearMonth:near}(?<ten>[上中下]{1,2})旬",
    reads: ({ g, base }) => nearMonth(g.near, base, (y, m) => tenDay(y, m, g.ten)),
    examples: [{ words: "本月中旬", gives: "2020-06-11/2020-06-20" }],
  },
  {
    id: "near-month-end", convention: "MONTH_END_INCLUSIVE", pattern: "{nearMonth:near}(?:底|末)",
    reads: ({ g, base }) => nearMonth(g.near, base, (y, m) => pointAt(month(y, m))),
    examples: [{ words: "月底", gives: "2020-06-30/2020-06-30" }, { words: "下月底", gives: "2020-07-31/2020-07-31" }],
  },
  {
    id: "day-of-month", convention: "RANGE_INCLUSIVE", pattern: "{day:day}{clock}(?!之内|以内|内)",
    reads: ({ g, year, base }) => dayNear(undefined, dayOf(g.day), year, base),
    examples: [{ words: "15日", gives: "../.." }],
  },
  {
    id: "near-month-start", convention: "PERIOD_START", pattern: "{nearMonth:near}初(?![一二三四五六七八九十])",
    reads: ({ g, base }) => nearMonth(g.near, base, monthStart),
    examples: [{ words: "下月初", gives: "2020-07-01/2020-07-05" }],
  },
  {
    id: "near-month", convention: "WHOLE_PERIOD", pattern: "(?<near>[本当次下]个?月)(?:份)?",
    reads: ({ g, base }) => nearMonth(g.near, base, month),
    examples: [{ words: "本月", gives: "2020-06-01/2020-06-30" }, { words: "次月", gives: "2020-07-01/2020-07-31" }],
  },
  {
    id: "far-month", convention: "WHOLE_PERIOD", where: "cell", pattern: "(?<near>上{1,3}[一1]?个?月|下(?:下{1,3}|[一1])个?月|[这今]一?个?月|本一个月)(?:份)?",
    reads: ({ g, base }) => nearMonth(g.near, base, month),
    examples: [{ words: "上个月", gives: "2020-05-01/2020-05-31" }, { words: "下下个月", gives: "2020-08-01/2020-08-31" }],
  },
  {
    id: "near-day", convention: "EXPLICIT_DATE", where: "cell", pattern: "(?<!大)(?<near>大?[前后]天|[今明昨][天日])",
    reads: ({ g, base }) => nearDay(g.near, base),
    examples: [{ words: "明天", gives: "2020-06-09/2020-06-09" }, { words: "大后天", gives: "2020-06-11/2020-06-11" }],
  },
  {
    id: "near-quarter-end", convention: "QUARTER_END", pattern: "(?<near>(?:本|上{1,3}|下{1,3}|次|[上下前后][一1])个?季度)(?:末|底)",
    reads: ({ g, base }) => pointAt(nearQuarter(g.near, base)),
    examples: [{ words: "本季度末", gives: "2020-06-30/2020-06-30" }, { words: "下一季度末", gives: "2020-09-30/2020-09-30" }],
  },
  {
    id: "some-quarter-end", convention: "QUARTER_END", where: "cell", pattern: "(?<![0-9一二三四每首末个本上下])季度?[末底]",
    reads: ({ base }) => someQuarterEnd(base),
    examples: [{ words: "季度末", gives: "2020-06-30/2020-06-30" }],
  },
  {
    id: "near-quarter", convention: "WHOLE_PERIOD", pattern: "(?<near>(?:本|上{1,3}|下{1,3}|次|[上下前后][一1])个?季度)",
    reads: ({ g, base }) => nearQuarter(g.near, base),
    examples: [{ words: "下季度", gives: "2020-07-01/2020-09-30" }, { words: "上一个季度", gives: "2020-01-01/2020-03-31" }],
  },
  {
    id: "near-half-year", convention: "HALF_YEAR", where: "cell", pattern: "(?<near>[上下])个半年",
    reads: ({ g, base }) => nearHalf(g.near, base),
    examples: [{ words: "下个半年", gives: "2020-07-01/2020-12-31" }],
  },
  {
    id: "first-months", convention: "WHOLE_PERIOD", follows: "someYear", pattern: "(?<=年|^)前(?<count>{n})个?月",
    reads: ({ y, g }) => firstMonths(y, numberOf(g.count)),
    examples: [{ words: "2022年前十一个月", gives: "2022-01-01/2022-11-30" }],
  },
  {
    id: "mid-year", convention: "HALF_YEAR", follows: "someYear", pattern: "(?<=年)年?中(?![央国小心期医学型东西介])",
    reads: ({ y }) => ({ ...point(y, 6, 30, "halfYear"), mod: "APPROX" }),
    examples: [{ words: "2020年中", gives: "2020-06-30/2020-06-30" }, { words: "年中", gives: "2020-06-30/2020-06-30" }],
  },
  {
    id: "year-end", convention: "YEAR_END_INCLUSIVE", follows: "someYear", pattern: "(?<=年|[今本当明次翌])(?:底|末|终)",
    reads: ({ y }) => ({ ...point(y, 12, 31, "year"), mod: "END" }),
    examples: [{ words: "年底", gives: "2020-12-31/2020-12-31" }, { words: "2020年年底", gives: "2020-12-31/2020-12-31" }, { words: "今年末", gives: "2020-12-31/2020-12-31" }],
  },
  {
    id: "within-year", convention: "YEAR_END_INCLUSIVE", follows: "someYear", pattern: "度?(?<=年|年度){within}",
    reads: ({ y }) => ({ ...point(y, 12, 31, "year"), mod: "END" }),
    examples: [{ words: "年内", gives: "2020-12-31/2020-12-31" }, { words: "2017年内", gives: "2017-12-31/2017-12-31" }, { words: "今年年内", gives: "2020-12-31/2020-12-31" }],
  },
  {
    id: "year-start", convention: "PERIOD_START", follows: "someYear", pattern: "(?<=年)(?:初(?![步级期中衷心一二三四五六七八九十])|伊始)",
    reads: ({ y }) => yearStart(y),
    examples: [{ words: "2021年初", gives: "2021-01-01/2021-02-28" }],
  },
  {
    id: "year-end-short", convention: "YEAR_END_INCLUSIVE", pattern: "(?<year>[今明])底",
    reads: ({ y }) => ({ ...point(y, 12, 31, "year"), mod: "END" }),
    examples: [{ words: "今底", gives: "2020-12-31/2020-12-31" }],
  },
  {
    id: "year", convention: "WHOLE_PERIOD", pattern: "(?:(?<y>{y4})年度?|{year:year})",
    reads: ({ y }) => wholeYear(y),
    examples: [{ words: "2020年", gives: "2020-01-01/2020-12-31" }, { words: "明年", gives: "2021-01-01/2021-12-31" }],
  },
  {
    id: "year-digits", convention: "WHOLE_PERIOD", where: "cell", pattern: "(?<![0-9.])(?<y>{y4})(?=$|{to}(?!{y4}|[0-9]{1,2}[./-]))",
    reads: ({ y }) => wholeYear(y),
    examples: [{ words: "2018", gives: "2018-01-01/2018-12-31" }],
  },
  {
    id: "short-year", convention: "NUMERALS", where: "cell",
    pattern: "(?<![0-9零〇○一二三四五六七八九十百])(?<y>0[0-9](?=年)|[零〇○][一二三四五六七八九](?=年)|(?:[0-9]{2}|[三四五六七八九][零〇○一二三四五六七八九])(?=年(?:$|[至到—–─~,、;)-])))年",
    reads: ({ y }) => ({ ...wholeYear(y), warnings: ["two-digit-year"] }),
    examples: [{ words: "08年", gives: "2008-01-01/2008-12-31" }, { words: "24年", gives: "2024-01-01/2024-12-31" }, { words: "零八年", gives: "2008-01-01/2008-12-31" }],
  },
  {
    id: "this-and-next", convention: "WHOLE_PERIOD", where: "cell", pattern: "今明[两二]年",
    reads: ({ base }) => years(base.thisYear, 2),
    examples: [{ words: "今明两年", gives: "2020-01-01/2021-12-31" }],
  },
  {
    id: "aligned", convention: "ALIGNED", where: "cell",
    pattern: "(?<![0-9年月五”\"发布成束行])(?<side>[上下前后])(?<count>[2-9]|1[0-9]|[2-9][0-9]|[二两三四五六七八九十]{1,2}|(?<=后)[1一])个?(?<unit>月|年)(?![0-9内前后之以来间时底末份])",
    reads: ({ g, base }) => firstAfter(g, base),
    examples: [{ words: "下三个月", gives: "2020-07-01/2020-09-30" }, { words: "前两年", gives: "2018-01-01/2019-12-31" }],
  },
  {
    id: "plan-end", convention: "FYP", pattern: "{plan:plan}(?:时期)?(?:期?末|期底|收官之年|结束)",
    reads: ({ g }) => planPoint(g.plan, 5, "END"),
    examples: [{ words: "“十四五”期末", gives: "2025-12-31/2025-12-31" }, { words: "十三五末", gives: "2020-12-31/2020-12-31" }],
  },
  {
    id: "plan-middle", convention: "FYP", pattern: "{plan:plan}中期",
    reads: ({ g }) => planPoint(g.plan, 3, "APPROX"),
    examples: [{ words: "“十四五”中期", gives: "2023-12-31/2023-12-31" }],
  },
  {
    id: "plan", convention: "FYP", pattern: "{plan:plan}(?:期间|时期)?",
    reads: ({ g }) => plan(g.plan),
    examples: [{ words: "“十三五”期间", gives: "2016-01-01/2020-12-31" }, { words: "“十五五”", gives: "2026-01-01/2030-12-31" }],
  },
  {
    id: "mid-century", convention: "HALF_CENTURY", pattern: "本世纪中叶",
    reads: () => ({ start: "2050-12-31", end: "2050-12-31", precision: "year", mod: "APPROX", yearFrom: "text", yearStated: true }),
    examples: [{ words: "本世纪中叶", gives: "2050-12-31/2050-12-31" }],
  },
];
