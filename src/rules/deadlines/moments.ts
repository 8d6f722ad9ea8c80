/** What a calendar expression names: a day, or a period with two ends. How 前 and 内 bind it is the matter of the phrases. */

/** What the words name; the reader of moments has one branch for each. */
export type MomentShape =
  | "day" | "numericDay" | "numericMonth" | "monthDay" | "dayOfMonth" | "runDay" | "monthEnd" | "nearMonthEnd" | "nearQuarter" | "nearQuarterEnd" | "tenDay" | "monthStart" | "month" | "nearMonth"
  | "quarterEnd" | "quarter" | "firstQuarters" | "firstMonths" | "halfEnd" | "half" | "midYear" | "yearEnd" | "yearWithin" | "yearStart" | "wholeYear" | "year"
  | "planEnd" | "planMiddle" | "plan" | "holiday" | "midCentury";

export interface MomentRule {
  readonly id: string;
  /** Convention that settles the reading. */
  readonly convention: string;
  readonly shape: MomentShape;
  readonly pattern: string;
  /** Read with work year 2020, issued 2020-06-08; `start/end` of what the words name. */
  readonly examples: readonly { readonly words: string; readonly gives: string }[];
}

/** In the order in which a longer form goes before a shorter one that begins alike. */
export const moments: readonly MomentRule[] = [
  {
    id: "day", convention: "EXPLICIT_DATE", shape: "day", pattern: "(?:{year:year}年?)?{month:month}{day:day}{clock}",
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
    id: "numeric-day", convention: "EXPLICIT_DATE", shape: "numericDay",
    pattern: "(?<y>(?:19|20|21)[0-9]{2})(?<sep>[-./])(?<m>1[0-2]|0?[1-9])\\k<sep>(?<d>3[01]|[12][0-9]|0?[1-9])(?![0-9])日?{clock}",
    examples: [{ words: "2020.9.30", gives: "2020-09-30/2020-09-30" }, { words: "2020-09-30", gives: "2020-09-30/2020-09-30" }],
  },
  {
    id: "compact-day", convention: "EXPLICIT_DATE", shape: "numericDay",
    pattern: "(?<![0-9])(?<y>20[0-9]{2})(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12][0-9]|3[01])(?![0-9日])",
    examples: [{ words: "20240307", gives: "2024-03-07/2024-03-07" }],
  },
  {
    id: "numeric-month", convention: "WHOLE_PERIOD", shape: "numericMonth", pattern: "(?<y>(?:19|20|21)[0-9]{2})[-./](?<m>1[0-2]|0?[1-9])(?![0-9./万亿元%])(?<!-[0-9]{1,2}(?=-))月?",
    examples: [{ words: "2020.9", gives: "2020-09-01/2020-09-30" }, { words: "2008-03", gives: "2008-03-01/2008-03-31" }],
  },
  {
    id: "numeric-month-day", convention: "EXPLICIT_DATE", shape: "monthDay",
    pattern: "(?<=^|[至到])(?<m>1[0-2]|0?[1-9])[.·/-](?<d>3[01]|[12][0-9]|0?[1-9])(?=$|前|之前|以前|[至到])",
    examples: [{ words: "6·30", gives: "2020-06-30/2020-06-30" }, { words: "12.31", gives: "2020-12-31/2020-12-31" }],
  },
  {
    id: "run-of-digits", convention: "DAMAGED_TEXT", shape: "runDay", pattern: "(?<run>20[0-9]{4,6}|[01][0-9]{3})日{clock}",
    examples: [{ words: "20201220日", gives: "2020-12-20/2020-12-20" }, { words: "1120日", gives: "2020-11-20/2020-11-20" }, { words: "2021131日", gives: "2021-01-31/2021-01-31" }],
  },
  {
    id: "ten-day-period", convention: "TEN_DAY", shape: "tenDay", pattern: "(?:(?:{year:year}年?)?{month:month}|{nearMonth:near})(?<ten>[上中下]{1,2})旬",
    examples: [{ words: "6月中旬", gives: "2020-06-11/2020-06-20" }, { words: "12月下旬", gives: "2020-12-21/2020-12-31" }, { words: "2021年2月中下旬", gives: "2021-02-11/2021-02-28" }],
  },
  {
    id: "month-end", convention: "MONTH_END_INCLUSIVE", shape: "monthEnd", pattern: "(?:{year:year}年?)?{month:month}月?(?:底|末|终)",
    examples: [{ words: "6月底", gives: "2020-06-30/2020-06-30" }, { words: "2020年2月末", gives: "2020-02-29/2020-02-29" }],
  },
  {
    id: "near-month-end", convention: "MONTH_END_INCLUSIVE", shape: "nearMonthEnd", pattern: "{nearMonth:near}(?:底|末)",
    examples: [{ words: "月底", gives: "2020-06-30/2020-06-30" }, { words: "下月底", gives: "2020-07-31/2020-07-31" }],
  },
  {
    id: "day-of-month", convention: "RANGE_INCLUSIVE", shape: "dayOfMonth", pattern: "(?<near>[本当次下上]个?月)?{day:day}{clock}",
    examples: [{ words: "次月5日", gives: "2020-07-05/2020-07-05" }],
  },
  {
    id: "month-start", convention: "PERIOD_START", shape: "monthStart", pattern: "(?:(?:{year:year}年?)?{month:month}|{nearMonth:near})初(?![一二三四五六七八九十])",
    examples: [{ words: "9月初", gives: "2020-09-01/2020-09-05" }],
  },
  {
    id: "month", convention: "WHOLE_PERIOD", shape: "month", pattern: "(?:{year:year}年?)?{month:month}(?![0-9一二三四五六七八九十廿卅])",
    examples: [{ words: "8月份", gives: "2020-08-01/2020-08-31" }, { words: "二○二○年六月", gives: "2020-06-01/2020-06-30" }, { words: "次年3月", gives: "2021-03-01/2021-03-31" }],
  },
  {
    id: "near-month", convention: "WHOLE_PERIOD", shape: "nearMonth", pattern: "(?<near>[本当次下]个?月)(?:份)?",
    examples: [{ words: "本月", gives: "2020-06-01/2020-06-30" }, { words: "次月", gives: "2020-07-01/2020-07-31" }],
  },
  {
    id: "quarter-end", convention: "QUARTER_END", shape: "quarterEnd", pattern: "(?:{year:year}年?)?{quarter:quarter}(?:末|底)",
    examples: [{ words: "三季度末", gives: "2020-09-30/2020-09-30" }, { words: "2021年第一季度末", gives: "2021-03-31/2021-03-31" }],
  },
  {
    id: "near-quarter-end", convention: "QUARTER_END", shape: "nearQuarterEnd", pattern: "(?<near>[本上下]个?季度)(?:末|底)",
    examples: [{ words: "本季度末", gives: "2020-06-30/2020-06-30" }],
  },
  {
    id: "near-quarter", convention: "WHOLE_PERIOD", shape: "nearQuarter", pattern: "(?<near>[本上下]个?季度)",
    examples: [{ words: "下季度", gives: "2020-07-01/2020-09-30" }],
  },
  {
    id: "first-months", convention: "WHOLE_PERIOD", shape: "firstMonths", pattern: "(?:{year:year}年?|{bareYear})(?<=年|^)前(?<count>{n})个月",
    examples: [{ words: "2022年前十一个月", gives: "2022-01-01/2022-11-30" }],
  },
  {
    id: "first-quarters", convention: "WHOLE_PERIOD", shape: "firstQuarters", pattern: "(?:{year:year}年?)?前(?<count>[二两三])个?季度",
    examples: [{ words: "前三季度", gives: "2020-01-01/2020-09-30" }],
  },
  {
    id: "quarter", convention: "WHOLE_PERIOD", shape: "quarter", pattern: "(?:{year:year}年?)?{quarter:quarter}",
    examples: [{ words: "第三季度", gives: "2020-07-01/2020-09-30" }, { words: "2020年四季度", gives: "2020-10-01/2020-12-31" }],
  },
  {
    id: "half-year-end", convention: "HALF_YEAR", shape: "halfEnd", pattern: "(?:{year:year}年?)?(?<half>[上下])半年(?:底|末)",
    examples: [{ words: "上半年末", gives: "2020-06-30/2020-06-30" }],
  },
  {
    id: "half-year", convention: "HALF_YEAR", shape: "half", pattern: "(?:{year:year}年?)?(?<half>[上下])半年",
    examples: [{ words: "上半年", gives: "2020-01-01/2020-06-30" }, { words: "2021年下半年", gives: "2021-07-01/2021-12-31" }],
  },
  {
    id: "mid-year", convention: "HALF_YEAR", shape: "midYear", pattern: "(?:{year:year}年?|{bareYear})(?<=年)年?中(?![央国小心期医学型东西介])",
    examples: [{ words: "2020年中", gives: "2020-06-30/2020-06-30" }, { words: "年中", gives: "2020-06-30/2020-06-30" }],
  },
  {
    id: "year-end", convention: "YEAR_END_INCLUSIVE", shape: "yearEnd", pattern: "(?:{year:year}年?|{bareYear})(?<=年|[今本当明次翌])(?:底|末|终)",
    examples: [{ words: "年底", gives: "2020-12-31/2020-12-31" }, { words: "2020年年底", gives: "2020-12-31/2020-12-31" }, { words: "今年末", gives: "2020-12-31/2020-12-31" }],
  },
  {
    id: "year-end-short", convention: "YEAR_END_INCLUSIVE", shape: "yearEnd", pattern: "(?<year>[今明])底",
    examples: [{ words: "今底", gives: "2020-12-31/2020-12-31" }],
  },
  {
    id: "within-year", convention: "YEAR_END_INCLUSIVE", shape: "yearWithin", pattern: "(?:{year:year}年?|{bareYear})(?<=年|年度){within}",
    examples: [{ words: "年内", gives: "2020-12-31/2020-12-31" }, { words: "2017年内", gives: "2017-12-31/2017-12-31" }, { words: "今年年内", gives: "2020-12-31/2020-12-31" }],
  },
  {
    id: "year-start", convention: "PERIOD_START", shape: "yearStart", pattern: "(?:{year:year}年?|{bareYear})(?<=年)初(?![步级期中衷心一二三四五六七八九十])",
    examples: [{ words: "2021年初", gives: "2021-01-01/2021-02-28" }],
  },
  {
    id: "whole-year", convention: "WHOLE_YEAR", shape: "wholeYear", pattern: "(?:{year:year}年?)?(?:[全整]年度?)",
    examples: [{ words: "全年", gives: "2020-01-01/2020-12-31" }, { words: "2021年全年", gives: "2021-01-01/2021-12-31" }],
  },
  {
    id: "year", convention: "WHOLE_PERIOD", shape: "year", pattern: "(?:{year:year}|(?<y>{y4})年度?)",
    examples: [{ words: "2020年", gives: "2020-01-01/2020-12-31" }, { words: "明年", gives: "2021-01-01/2021-12-31" }],
  },
  {
    id: "year-digits", convention: "WHOLE_PERIOD", shape: "year", pattern: "(?<=^)(?<y>{y4})(?=$)",
    examples: [{ words: "2018", gives: "2018-01-01/2018-12-31" }],
  },
  {
    id: "plan-end", convention: "FYP", shape: "planEnd", pattern: "{plan:plan}(?:时期)?(?:期?末|期底|收官之年|结束)",
    examples: [{ words: "“十四五”期末", gives: "2025-12-31/2025-12-31" }, { words: "十三五末", gives: "2020-12-31/2020-12-31" }],
  },
  {
    id: "plan-middle", convention: "FYP", shape: "planMiddle", pattern: "{plan:plan}中期",
    examples: [{ words: "“十四五”中期", gives: "2023-12-31/2023-12-31" }],
  },
  {
    id: "plan", convention: "FYP", shape: "plan", pattern: "{plan:plan}(?:期间|时期)?",
    examples: [{ words: "“十三五”期间", gives: "2016-01-01/2020-12-31" }, { words: "“十五五”", gives: "2026-01-01/2030-12-31" }],
  },
  {
    id: "holiday", convention: "HOLIDAY_BEFORE", shape: "holiday", pattern: "(?:{year:year}年?)?{holiday:holiday}",
    examples: [{ words: "国庆节", gives: "2020-10-01/2020-10-01" }, { words: "2021年春节", gives: "2021-02-12/2021-02-12" }, { words: "元旦", gives: "2021-01-01/2021-01-01" }],
  },
  {
    id: "mid-century", convention: "HALF_CENTURY", shape: "midCentury", pattern: "本世纪中叶",
    examples: [{ words: "本世纪中叶", gives: "2050-12-31/2050-12-31" }],
  },
];
