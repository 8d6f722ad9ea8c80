/** How a printed time becomes days of the calendar: the conventions that `deadlines[].basis` names. */
import type { Explanation } from "../explanation.ts";

const usage = { zh: "公文惯例", en: "usage of official notices" };
const calendar = { zh: "日历", en: "the calendar" };
const firstDay = { zh: "《民法典》第201条、第1259条（类推）", en: "Civil Code art. 201, 1259 (by analogy)" };
const recurrence = { zh: "RFC 5545", en: "RFC 5545" };
const lunarTable = { zh: "农历表", en: "table of the lunar calendar" };

/** By id; examples are cells of a notice of 2020 that was issued on 8 June 2020. */
export const conventions = {
  EXPLICIT_DATE: {
    zh: "原文写明了某一天，照写。", en: "The words name a day.",
    source: { zh: "GB/T 7408", en: "GB/T 7408 (ISO 8601)" }, examples: ["2020年9月30日", "9月30日", "2020-09-30"], not: ["9月底", "持续推进"],
  },
  DAY_BEFORE_INCLUSIVE: {
    zh: "“某日前”包括那一天。", en: "“Before a day” includes that day.",
    source: usage, examples: ["7月10日前", "7月10日之前", "2020年7月10日以前"], not: ["7月前", "7月10日"],
  },
  NAMED_INCLUDED: {
    zh: "“及以前”“或之前”写明包括所说的日子或时期。", en: "“And before” says that the named day or period is included.",
    source: { zh: "原文用字", en: "the printed words" }, examples: ["2021年及以前", "9月10日或之前"], not: ["2021年以前", "9月10日前"],
  },
  MONTH_END_INCLUSIVE: {
    zh: "月底、月末是当月最后一天，“前”也包括那一天。", en: "The end of a month is its last day, included also before “前”.",
    source: usage, examples: ["6月底前", "6月末", "2020年2月底"], not: ["6月前", "年底前"],
  },
  QUARTER_END: {
    zh: "季度末是该季度最后一天。", en: "The end of a quarter is its last day.",
    source: calendar, examples: ["三季度末", "第三季度末前"], not: ["三季度", "三季度前"],
  },
  YEAR_END_INCLUSIVE: {
    zh: "年底、年末、年内都到12月31日，含当日。", en: "The end of the year, and “within the year”, is 31 December, included.",
    source: usage, examples: ["年底前", "2020年末", "年内"], not: ["年中", "2022年前"],
  },
  PERIOD_BEFORE_EXCLUSIVE: {
    zh: "“某月（季、年）前”取该时期开始的前一天，较早而稳妥；另一种读法（时期末）列在 alternatives。", en: "“Before a month, quarter or year” is the day before it begins, the earlier and safer reading; its end is in alternatives.",
    source: { zh: "惯例不一，取较早的一天", en: "usage differs; the earlier day is taken" }, examples: ["6月前", "2022年以前", "三季度前"], not: ["6月底前", "7月10日前"],
  },
  REACH_YEAR: {
    zh: "“到”“至”某年是到那一年的最后一天。", en: "“By” a year is its last day.",
    source: usage, examples: ["到2025年", "至2025年"], not: ["2025年", "从2025年起"],
  },
  WHOLE_PERIOD: {
    zh: "所说的月、季、年是整段时期，最后一天为时限。", en: "A named month, quarter or year is the whole period; its last day is the limit.",
    source: calendar, examples: ["8月份", "第三季度", "2021年"], not: ["8月底", "8月5日"],
  },
  WHOLE_YEAR: {
    zh: "“全年”是1月1日至12月31日，工作一直进行。", en: "“All year” runs from 1 January to 31 December.",
    source: usage, examples: ["全年", "2020年全年"], not: ["年底前", "全面推进"],
  },
  HALF_YEAR: {
    zh: "上半年、下半年到6月30日、12月31日；年中约为6月30日。", en: "Half-years end on 30 June and 31 December; mid-year is about 30 June.",
    source: calendar, examples: ["上半年", "下半年", "2020年年中"], not: ["半年内", "每半年"],
  },
  HALF_MONTH: {
    zh: "上半月到15日，下半月从16日到月底。", en: "The first half of a month ends on the 15th; the second runs from the 16th.",
    source: calendar, examples: ["9月上半月", "9月下半月"], not: ["9月上旬", "半个月内"],
  },
  TEN_DAY: {
    zh: "上旬1—10日，中旬11—20日，下旬21日至月底；“前”时取末日，另一读法列在 alternatives。", en: "Ten-day periods of a month: 1–10, 11–20, 21 to the end; before “前” the last day, the other reading in alternatives.",
    source: usage, examples: ["6月中旬", "9月上旬前", "8月下旬"], not: ["9月10日前", "9月上半月"],
  },
  PERIOD_START: {
    zh: "月初、季初、年初没有定日，只是约数（mod: APPROX）。", en: "The beginning of a month, quarter or year is no fixed day; the date is approximate.",
    source: { zh: "惯例，约数", en: "usage, approximate" }, examples: ["9月初", "2021年初"], not: ["9月1日", "9月初五"],
  },
  COUNTED_PART: {
    zh: "时期的前几天（周、月）或最后几天，按日历数。", en: "The first or last days, weeks or months of a period, counted on the calendar.",
    source: calendar, examples: ["9月最后10天", "9月前10天"], not: ["9月10日前", "10天内"],
  },
  WEEK_BY_MONDAY: {
    zh: "一周从星期一到星期日；“某月第几周”按星期一数。", en: "Weeks run from Monday to Sunday; the weeks of a month are counted by their Mondays.",
    source: { zh: "GB/T 7408", en: "GB/T 7408 (ISO 8601)" }, examples: ["9月第一周", "9月第二周"], not: ["每周", "第25周"],
  },
  ISO_WEEK: {
    zh: "一年中的第几周按国际标准数，取该周星期日。", en: "A numbered week of the year is that of ISO 8601; its Sunday is the limit.",
    source: { zh: "GB/T 7408", en: "GB/T 7408 (ISO 8601)" }, examples: ["第25周", "2020年第30周"], not: ["9月第一周", "25周内"],
  },
  LUNAR_TABLE: {
    zh: "农历日子由农历表换算成公历。", en: "Days of the lunar calendar are turned into the common one by a table.",
    source: lunarTable, examples: ["农历八月十五", "腊月二十三前"], not: ["8月15日", "8月15日前"],
  },
  HOLIDAY_BEFORE: {
    zh: "“某节前”到节日的前一天。", en: "“Before a holiday” ends the day before it.",
    source: usage, examples: ["国庆节前", "2021年元旦前"], not: ["国庆节后", "国庆节期间"],
  },
  LUNAR_BEFORE: {
    zh: "“春节前”到正月初一的前一天；放假前最后一个工作日列在 alternatives。", en: "“Before Spring Festival” ends the day before the lunar new year; the last working day before the break is in alternatives.",
    source: lunarTable, examples: ["春节前", "2021年春节前"], not: ["春节后", "国庆节前"],
  },
  HOLIDAY_AFTER: {
    zh: "“某节后”不是限期：kind 为 event，没有 due。", en: "“After a holiday” limits nothing: kind event, no due date.",
    source: { zh: "“后”不含限期之意", en: "“after” is no limit" }, examples: ["国庆节后", "春节过后"], not: ["国庆节前", "9月1日前"],
  },
  AROUND_EVENT: {
    zh: "某事、某节“前后”两边都算，没有定日。", en: "“Around” an event or holiday: both sides, no day.",
    source: { zh: "原文用字", en: "the printed words" }, examples: ["汛期前后", "两节前后"], not: ["汛期前", "2月10日前后"],
  },
  EVENT_UNRESOLVED: {
    zh: "原文说的是一件事而不是日子，各地各年不同，不代为推定。", en: "The words name an event and no day; it differs by place and year and is not guessed.",
    source: { zh: "原文没有写日子", en: "no day is printed" }, examples: ["汛期前", "两会前", "国庆节期间"], not: ["6月底前", "国庆节前"],
  },
  APPROX: {
    zh: "“左右”“前后”是约数（EDTF 加 ~）。", en: "“About”: the date is approximate (EDTF ~).",
    source: { zh: "GB/T 7408.2（EDTF）", en: "ISO 8601-2 (EDTF)" }, examples: ["2021年2月10日前后", "9月左右"], not: ["2月10日前", "汛期前后"],
  },
  RANGE_INCLUSIVE: {
    zh: "起止两端都算在内；后一端没写的年、月随前一端。", en: "Both ends of a range are included; a year or month that the second leaves out is that of the first.",
    source: firstDay, examples: ["6月10日至年底", "2018—2020年", "7—9月"], not: ["6月、12月底前", "从2019年起"],
  },
  FROM: {
    zh: "只写了开始，没有写结束：没有 due。", en: "Only the beginning is printed: no due date.",
    source: { zh: "原文没有写结束", en: "no end is printed" }, examples: ["从2019年起", "2020年9月1日起"], not: ["9月1日前", "9月1日至12月底"],
  },
  SAID_TOGETHER: {
    zh: "并列的几个时间各算一个时限，共用的字归每一个。", en: "Times said together are a deadline each; the words they share belong to each.",
    source: usage, examples: ["9月10日、11月25日前", "6月、12月底前"], not: ["6月至12月", "9月10日前"],
  },
  FYP: {
    zh: "五年规划：第 n 个五年从 2016+5×(n−13) 年算起，期末是最后一年12月31日。", en: "Five-year plans: plan n begins in 2016 + 5 × (n − 13); its end is 31 December of its last year.",
    source: { zh: "国民经济和社会发展五年规划纲要", en: "outlines of the five-year plans" }, examples: ["“十四五”末", "“十五五”期间"], not: ["十五年", "五年内"],
  },
  HALF_CENTURY: {
    zh: "“本世纪中叶”约为2050年。", en: "“The middle of the century” is about 2050.",
    source: { zh: "惯例，约数", en: "usage, approximate" }, examples: ["本世纪中叶"], not: ["本世纪", "年中"],
  },
  WITHIN_DAYS: {
    zh: "若干日内：起算当天不计，从第二天数起，最后一天算在内。", en: "Within days: the first day is not counted, the last one is.",
    source: firstDay, examples: ["印发之日起30日内", "10天内"], not: ["3个工作日内", "30日前"],
  },
  WITHIN_MONTHS: {
    zh: "若干月、年内：到对应日为止；没有对应日的到该月最后一天。", en: "Within months or years: to the corresponding day, or the month's last day where there is none.",
    source: { zh: "《民法典》第202条（类推）", en: "Civil Code art. 202 (by analogy)" }, examples: ["一个月内", "三年内"], not: ["30日内", "6月内"],
  },
  BUSINESS_DAYS: {
    zh: "工作日：当天不计，法定假日不算，调休上班日算；不知起算日就没有 due。", en: "Working days: the first day is not counted, statutory holidays are out and make-up days in; without the first day there is no due date.",
    source: { zh: "《行政许可法》第82条；国务院办公厅节假日安排", en: "Administrative Licensing Law art. 82; holiday notices of the State Council's office" }, examples: ["3个工作日内", "收到申请后20个工作日内"], not: ["3日内", "每月3日前"],
  },
  HOLIDAY_ROLL: {
    zh: "算出来的期末逢法定假日，顺延的日子列在 alternatives，due 不动；写明的日子从不顺延。", en: "A computed end on a holiday: the next working day is in alternatives and due stays; printed days never move.",
    source: { zh: "《民法典》第203条（类推）", en: "Civil Code art. 203 (by analogy)" }, examples: ["印发之日起17日内"], not: ["6月25日前", "印发之日起15日内"],
  },
  RECUR_DAY: {
    zh: "每个周期里定了日子（rrule），due 是印发后的第一次。", en: "A fixed day in each period (rrule); due is the first one on or after the day of issue.",
    source: recurrence, examples: ["每月5日前", "每季度末", "每年1月31日前"], not: ["每月", "5日前"],
  },
  RECUR_FREQ: {
    zh: "只写了周期，没有定日子：只有 rrule 的频率，没有 due。", en: "Only the period recurs and no day is said: a frequency and no due date.",
    source: recurrence, examples: ["按月", "每季度", "每半年"], not: ["每月5日前", "8月"],
  },
  TIMES_PER: {
    zh: "每周期若干次：rrule 只有频率，次数留在原话里。", en: "So many times a period: rrule has the frequency, the count stays in the words.",
    source: recurrence, examples: ["月巡查1次", "季度不少于2次"], not: ["每月5日前", "每月"],
  },
  ONGOING: {
    zh: "一直做下去的事，没有 due。", en: "Work that goes on: no due date.",
    source: { zh: "原文用字", en: "the printed words" }, examples: ["持续推进", "长期坚持", "及时"], not: ["9月底前", "全年"],
  },
  IMMEDIATE: {
    zh: "马上就办，没有写日子。", en: "At once; no day is printed.",
    source: { zh: "原文用字", en: "the printed words" }, examples: ["立即整改", "立行立改"], not: ["及时", "3日内"],
  },
  NUMERALS: {
    zh: "两位数的年份按文件所在的世纪补足，并且说明。", en: "A year of two digits is one of the document's century, and is reported.",
    source: { zh: "GB/T 15835—2011", en: "GB/T 15835-2011" }, examples: ["24年"], not: ["2024年", "24个月内"],
  },
  ALIGNED: {
    zh: "“下三个月”“前两年”是整月、整年，从所在的月、年往后或往前数。", en: "“The next three months”, “the two years before”: whole months or years, counted from the present one.",
    source: calendar, examples: ["下三个月", "前两年"], not: ["三个月内", "3月"],
  },
  LOOKING_BACK: {
    zh: "“近三年”“三个月以来”说的是过去，不是限期。", en: "“The last three years” speaks of the past and limits nothing.",
    source: { zh: "原文用字", en: "the printed words" }, examples: ["近三年", "3个月以来"], not: ["三年内", "3个月内"],
  },
  NOT_A_DEADLINE: {
    zh: "时间的字样说的不是完成时限（过去的事、情况、条件），原话留着，没有日期。", en: "The words of time are no limit (something past, a state, a condition); they are kept without a date.",
    source: { zh: "原文用字", en: "the printed words" }, examples: ["三年前"], not: ["3月前", "三年内"],
  },
  TIME_NOT_GIVEN: {
    zh: "原文只说限时、限期，没有写时间。", en: "The words say that there is a limit, and not which.",
    source: { zh: "原文用字", en: "the printed words" }, examples: ["限时办结", "限期整改"], not: ["9月底前", "持续推进"],
  },
  DAMAGED_TEXT: {
    zh: "原文丢了“年”“月”等字，只有一种拆法成立时才补回来，并且说明。", en: "“年” or “月” is missing from the text; it is restored where one reading only holds, and reported.",
    source: { zh: "拆法唯一", en: "one reading only holds" }, examples: ["2021131日前", "20201231日前"], not: ["2021年1月31日前", "2021年1月"],
  },
} as const satisfies Readonly<Record<string, Explanation>>;

/** Id of a convention, as results give it. */
export type ConventionId = keyof typeof conventions;
