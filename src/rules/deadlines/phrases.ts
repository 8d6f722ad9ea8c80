/** Whole printed times. `{moment}` stands for any row of moments.ts; the longest row that matches at a place wins. */
import type { Reads } from "./claim.ts";
import type { ConventionId } from "./conventions.ts";
import { anyEvent, endsOfHolidays, plainHolidays } from "./occasion-names.ts";
import { readAround, readBare, readBefore, readBeforeInclusive, readEventUntil, readFrom, readList, readNowUntil, readNumberList, readRange, readShortRange, readSince, readUntil } from "./readings/calendric.ts";
import { readAfter, readAgo, readBack } from "./readings/counted.ts";
import { readAroundEvent, readEvent, readImmediate, readNoSuchDay, readOngoing, readUnspecified } from "./readings/plain.ts";
import { readByFrequency, readEvery, readEveryAfter, readEveryAt, readEveryNumber } from "./readings/recurrence.ts";
import { readAhead, readDuration } from "./readings/relative.ts";

/** What kind of time a phrase is: guards hold for kinds. */
export type PhraseMeaning =
  | "before" | "beforeInclusive" | "until" | "around" | "bare" | "range" | "shortRange" | "from" | "since" | "nowUntil" | "eventUntil" | "list" | "numberList"
  | "every" | "everyNumber" | "everyAt" | "everyAfter" | "byFrequency"
  | "duration" | "bareDuration" | "durationAfter" | "durationAgo" | "lookingBack" | "lookingAhead" | "ahead"
  | "ongoing" | "immediate" | "event" | "unspecified" | "noSuch";

export interface PhraseRule {
  readonly id: string;
  /** Convention that settles the reading; moments add their own. */
  readonly convention: ConventionId | null;
  readonly means: PhraseMeaning;
  readonly reads: Reads;
  readonly pattern: string;
  /** `cell`: only as (part of) the answer of a place for times; never in running text. */
  readonly where: "anywhere" | "cell";
  /** Read in a cell, with work year 2020, issued 2020-06-08. `gives`: kind, start/due, recurrence or duration. */
  readonly examples: readonly { readonly words: string; readonly gives: string }[];
}

/** Not behind a holiday: after it is an event, no day. */
const afterHoliday = `(?<!(?:假期|长假|黄金周|${endsOfHolidays})[以之]?后)`;

/** Not where a period is counted from it: 国庆节后一周内. */
const uncounted = "(?!的?{n}个?(?:工作日|月|年|天|日|周|星期|季度|小时))";

export const phrases: readonly PhraseRule[] = [
  {
    id: "event-holiday", convention: "EVENT_UNRESOLVED", means: "event", reads: (claim) => readEvent("after", claim), where: "anywhere",
    pattern: "(?<event>(?:{year}年?)?{holiday}(?:[、和]?{holiday})?(?:期间|(?<=假期|长假|黄金周)(?!之?前|以前)))",
    examples: [{ words: "国庆节期间", gives: "event" }, { words: "元旦春节期间", gives: "event" }],
  },
  {
    id: "before", convention: null, means: "before", reads: readBefore, where: "anywhere",
    pattern: "{moment:a}{incl}{before}(?![0-9一二两三四五六七八九十]{1,3}(?:天|日|个|周|名|位|年))(?:\\(含[^)]{1,6}\\))?",
    examples: [
      { words: "7月10日前", gives: "by ../2020-07-10" },
      { words: "6月30日24时前", gives: "by ../2020-06-30" },
      { words: "6月底之前", gives: "by ../2020-06-30" },
      { words: "2020年2月底前", gives: "by ../2020-02-29" },
      { words: "年底前", gives: "by ../2020-12-31" },
      { words: "9月前", gives: "by ../2020-08-31 or 2020-09-30" },
      { words: "2022年以前", gives: "by ../2021-12-31 or 2022-12-31" },
      { words: "9月上旬前", gives: "by ../2020-09-10 or 2020-08-31" },
      { words: "国庆节前", gives: "by ../2020-09-30" },
      { words: "2021年春节前", gives: "by ../2021-02-11 or 2021-02-10" },
      { words: "2021131日前", gives: "by ../2021-01-31" },
    ],
  },
  {
    id: "before-inclusive", convention: "NAMED_INCLUDED", means: "beforeInclusive", reads: readBeforeInclusive, where: "anywhere",
    pattern: "{moment:a}[及或]其?(?:之前|以前)",
    examples: [{ words: "2020年9月10日或之前", gives: "by ../2020-09-10" }, { words: "2021年及以前", gives: "by ../2021-12-31" }],
  },
  {
    id: "until", convention: "REACH_YEAR", means: "until", reads: readUntil, where: "anywhere",
    pattern: "(?:截[至止]到?|到|至){moment:a}{incl}(?:{before}|止|为止)?(?:或更长时间)?",
    examples: [
      { words: "到2025年", gives: "by ../2025-12-31" },
      { words: "到2018年底", gives: "by ../2018-12-31" },
      { words: "至2021年6月底前", gives: "by ../2021-06-30" },
      { words: "到2022年或更长时间", gives: "by ../2022-12-31" },
    ],
  },
  {
    id: "around", convention: "APPROX", means: "around", reads: readAround, where: "anywhere", pattern: "{moment:a}{around}",
    examples: [{ words: "2021年2月10日前后", gives: "by ../2021-02-10" }, { words: "9月左右", gives: "interval 2020-09-01/2020-09-30" }],
  },
  {
    id: "bare", convention: null, means: "bare", reads: readBare, where: "anywhere", pattern: `{moment:a}(?:(?<!${endsOfHolidays})期间|{within})?{incl}`,
    examples: [
      { words: "全年", gives: "interval 2020-01-01/2020-12-31" },
      { words: "8月份", gives: "interval 2020-08-01/2020-08-31" },
      { words: "2021年底", gives: "by ../2021-12-31" },
      { words: "年内", gives: "by ../2020-12-31" },
      { words: "2020-09-30", gives: "by ../2020-09-30" },
      { words: "6月中旬", gives: "interval 2020-06-11/2020-06-20" },
    ],
  },
  {
    id: "range", convention: "RANGE_INCLUSIVE", means: "range", reads: readRange, where: "anywhere",
    pattern: "[从自]?{moment:a}(?:起|开始|启动|开展)?(?:(?<=起|开始|启动|开展),)?{to}{moment:b}{incl}(?:{before}|为?止|结束|期间)?",
    examples: [
      { words: "2020年6月10日至年底", gives: "interval 2020-06-10/2020-12-31" },
      { words: "2020年12月20日至2021年2月20日", gives: "interval 2020-12-20/2021-02-20" },
      { words: "8月至11月", gives: "interval 2020-08-01/2020-11-30" },
      { words: "10月-次年3月", gives: "interval 2020-10-01/2021-03-31" },
      { words: "6月1日至30日", gives: "interval 2020-06-01/2020-06-30" },
      { words: "从2020年4月启动至2022年12月结束", gives: "interval 2020-04-01/2022-12-31" },
      { words: "20201120日至2020125日", gives: "interval 2020-11-20/2020-12-05" },
      { words: "2002年到2005年", gives: "interval 2002-01-01/2005-12-31" },
    ],
  },
  {
    id: "short-range", convention: "RANGE_INCLUSIVE", means: "shortRange", reads: readShortRange, where: "anywhere",
    pattern: "[从自]?(?:(?<y1>{y4}){to}(?<y2>{y4})(?:年度?|$)|(?:{year:year}年?)?(?:(?<m1>{n})份?{to}{month:m2}(?<end>底|末)?|{month:month}(?<d1>{n}){to}{day:d2}|第?(?<q1>[一二三1-3]){to}第?(?<q2>[二三四2-4])季度(?<qend>底|末)?))(?:{before}|期间)?",
    examples: [
      { words: "2018—2020年", gives: "interval 2018-01-01/2020-12-31" },
      { words: "7—9月", gives: "interval 2020-07-01/2020-09-30" },
      { words: "6月1-15日", gives: "interval 2020-06-01/2020-06-15" },
      { words: "二至三季度", gives: "interval 2020-04-01/2020-09-30" },
    ],
  },
  {
    id: "numeric-month-range", convention: "RANGE_INCLUSIVE", means: "shortRange", reads: readShortRange, where: "anywhere",
    pattern: "(?<ny>{y4})[./](?<nm1>1[0-2]|0?[1-9]){to}(?<nm2>1[0-2]|0?[1-9])(?![0-9./日号])月?",
    examples: [{ words: "2021.6—12", gives: "interval 2021-06-01/2021-12-31" }],
  },
  {
    id: "between", convention: "RANGE_INCLUSIVE", means: "range", reads: readRange, where: "anywhere", pattern: "{moment:a}[与和及]{moment:b}之?间",
    examples: [{ words: "3月和9月之间", gives: "interval 2020-03-01/2020-09-30" }],
  },
  {
    id: "from", convention: "FROM", means: "from", reads: readFrom, where: "anywhere",
    pattern: `(?:自从|[从自])?{moment:a}(?:起|开始|(?:[及或]其?)?(?:以后|之后)${afterHoliday})`,
    examples: [{ words: "从2019年起", gives: "interval 2019-01-01/.." }, { words: "2020年9月1日起", gives: "interval 2020-09-01/.." }, { words: "2020年以后", gives: "interval 2021-01-01/.." }],
  },
  {
    id: "open-range", convention: "FROM", means: "from", reads: readFrom, where: "anywhere", pattern: "[从自]?{moment:a}[-—–─~―]{1,2}(?=[),。;]|$)",
    examples: [{ words: "2020年11月1日—", gives: "interval 2020-11-01/.." }, { words: "2020年9月—", gives: "interval 2020-09-01/.." }],
  },
  {
    id: "after-day", convention: "FROM", means: "from", reads: readFrom, where: "cell", pattern: `[从自]?{moment:a}后(?![0-9一二两三四五六七八九十])${afterHoliday}`,
    examples: [{ words: "2021年9月1日后", gives: "interval 2021-09-02/.." }],
  },
  {
    id: "since-moment", convention: "FROM", means: "since", reads: readSince, where: "cell", pattern: "(?:自从|[从自])?{moment:a}以来",
    examples: [{ words: "自2019年以来", gives: "interval 2019-01-01/.." }],
  },
  {
    id: "ever-since", convention: "FROM", means: "since", reads: readSince, where: "cell", pattern: "自从{moment:a}(?![0-9起开以之])",
    examples: [{ words: "自从2018年", gives: "interval 2018-01-01/.." }],
  },
  {
    id: "now-until", convention: "RANGE_INCLUSIVE", means: "nowUntil", reads: readNowUntil, where: "anywhere",
    pattern: "[从自]?(?:即日起?|现在起?|(?:本(?:通知|方案|意见|办法))?(?:印发|发布|下发)之日起?){to}{moment:a}{incl}(?:{before}|止|为止|结束)?",
    examples: [{ words: "自即日起到2020年9月底", gives: "interval 2020-06-08/2020-09-30" }, { words: "从现在到2021年", gives: "interval 2020-06-08/2021-12-31" }],
  },
  {
    id: "event-until", convention: "RANGE_INCLUSIVE", means: "eventUntil", reads: (claim, base) => readEventUntil("from", claim, base), where: "anywhere",
    pattern: "[自从](?<event>[^,，。；;:：至到]{2,20})之日起?(?:至|到){moment:a}{incl}(?:{before}|止|为止)?",
    examples: [{ words: "自口岸启用之日起至2047年6月30日止", gives: "interval ../2047-06-30" }],
  },
  {
    id: "list", convention: "SAID_TOGETHER", means: "list", reads: readList, where: "anywhere",
    pattern: "到?{moment:a}{before}?(?:{and}{moment}{before}?){1,5}",
    examples: [
      { words: "9月10日、11月25日前", gives: "by ../2020-09-10; by ../2020-11-25" },
      { words: "6月、12月底前", gives: "by ../2020-06-30; by ../2020-12-31" },
      { words: "到2021年、2023年", gives: "by ../2021-12-31; by ../2023-12-31" },
      { words: "第三季度、年终", gives: "interval 2020-07-01/2020-09-30; by ../2020-12-31" },
      { words: "2017年10月31日和11月30日前", gives: "by ../2017-10-31; by ../2017-11-30" },
    ],
  },
  {
    id: "number-list", convention: "SAID_TOGETHER", means: "numberList", reads: readNumberList, where: "anywhere",
    pattern: "(?:{year:year}年?)?第?(?![一二三四五六七八九十]{1,3}、[0-9])(?<numbers>(?:{n}、){1,11}{n})(?<tail>月份?[底末初]?|个?季度[底末]?){before}?",
    examples: [
      { words: "3、6月底前", gives: "by ../2020-03-31; by ../2020-06-30" },
      { words: "一、二季度", gives: "interval 2020-01-01/2020-03-31; interval 2020-04-01/2020-06-30" },
    ],
  },
  {
    id: "day-list", convention: "SAID_TOGETHER", means: "numberList", reads: readNumberList, where: "anywhere",
    pattern: "(?:{year:year}年?)?{month:month}(?<numbers>(?:{n}、){1,5}{n})(?<tail>[日号]){before}?",
    examples: [{ words: "9月10、20日前", gives: "by ../2020-09-10; by ../2020-09-20" }],
  },
  {
    id: "every", convention: "RECUR_FREQ", means: "every", reads: readEvery, where: "anywhere",
    pattern: "每一?个?(?<unit>年度?|半年|半个?月|季度?|月份?|周|星期|旬|日|天)",
    examples: [{ words: "每年", gives: "recurring FREQ=YEARLY" }, { words: "每季度", gives: "recurring FREQ=MONTHLY;INTERVAL=3" }, { words: "每半年", gives: "recurring FREQ=MONTHLY;INTERVAL=6" }, { words: "每周", gives: "recurring FREQ=WEEKLY" }, { words: "每半月", gives: "recurring" }],
  },
  {
    id: "every-day-at", convention: "RECUR_FREQ", means: "every", reads: readEvery, where: "anywhere",
    pattern: "每一?个?(?<unit>工作日|交易日|(?:日|天)(?=(?:[上下中]午|晚上?)?[0-9零]))(?:当[日天])?{clock}{before}?",
    examples: [{ words: "每个工作日下午5点前", gives: "recurring P1D" }, { words: "每工作日17时前", gives: "recurring P1D" }, { words: "每日17:00前", gives: "recurring FREQ=DAILY" }, { words: "每天上午10点前", gives: "recurring FREQ=DAILY" }],
  },
  {
    id: "every-number", convention: "RECUR_FREQ", means: "everyNumber", reads: readEveryNumber, where: "anywhere",
    pattern: "每隔?{n:n}{unit:unit}",
    examples: [{ words: "每20个工作日", gives: "recurring P20D" }, { words: "每两年", gives: "recurring FREQ=YEARLY;INTERVAL=2" }, { words: "每3个月", gives: "recurring FREQ=MONTHLY;INTERVAL=3" }],
  },
  {
    id: "once-in", convention: "RECUR_FREQ", means: "everyNumber", reads: readEveryNumber, where: "anywhere", pattern: "{n:n}{countUnit:unit}一(?:次|轮|评|考|换)",
    examples: [{ words: "两年一次", gives: "recurring FREQ=YEARLY;INTERVAL=2" }],
  },
  {
    id: "every-week-day", convention: "RECUR_DAY", means: "everyAt", reads: readEveryAt, where: "anywhere",
    pattern: "每(?<unit>周|星期)(?<at>(?:一(?!{onceVerb})|[二三四五六日天])(?:(?:[、和及]|{to})(?:周|星期)?[一二三四五六日天])*)(?:{clock}{before})?",
    examples: [{ words: "每周一至周五", gives: "recurring FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" }, { words: "每周五下班前", gives: "recurring FREQ=WEEKLY;BYDAY=FR" }, { words: "每周五", gives: "recurring FREQ=WEEKLY;BYDAY=FR" }, { words: "每周一、周四前", gives: "recurring FREQ=WEEKLY;BYDAY=MO,TH" }],
  },
  {
    id: "every-month-day", convention: "RECUR_DAY", means: "everyAt", reads: readEveryAt, where: "anywhere",
    pattern: "每个?(?<unit>月)份?的?(?<at>{monthAt}(?:{and}{monthAt})*){clock}{before}?",
    examples: [{ words: "每月5日前", gives: "recurring FREQ=MONTHLY;BYMONTHDAY=5" }, { words: "每月底前", gives: "recurring FREQ=MONTHLY;BYMONTHDAY=-1" }, { words: "每月10日、20日、30日", gives: "recurring FREQ=MONTHLY;BYMONTHDAY=10,20,30" }],
  },
  {
    id: "every-quarter-day", convention: "RECUR_DAY", means: "everyAt", reads: readEveryAt, where: "anywhere",
    pattern: "每一?个?(?<unit>季)度?的?(?:(?<month>末月|首月|第[一二三123]个?月|最后一?个?月|头一?个?月)份?的?(?<at>{monthAt})?|(?<at2>底|末))的?{before}?(?<named>\\((?:分别)?[在于为]?{month}(?:[、和及]{month})*[底末]?[前]?\\))?",
    examples: [
      { words: "每季度末", gives: "recurring FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1" },
      { words: "每个季度第1个月的20日前", gives: "recurring FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=20" },
      { words: "每季度末月20日前", gives: "recurring FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=20" },
      { words: "每季度末(分别在6月、9月和12月底)", gives: "recurring FREQ=MONTHLY;BYMONTH=6,9,12;BYMONTHDAY=-1" },
    ],
  },
  {
    id: "every-half-year-end", convention: "RECUR_DAY", means: "everyAt", reads: readEveryAt, where: "anywhere",
    pattern: "每个?(?<unit>半年)(?<at>底|末){before}?",
    examples: [{ words: "每半年末", gives: "recurring FREQ=MONTHLY;BYMONTH=6,12;BYMONTHDAY=-1" }],
  },
  {
    id: "every-year-day", convention: "RECUR_DAY", means: "everyAt", reads: readEveryAt, where: "anywhere",
    pattern: "每(?<unit>年)度?的?(?<at>{yearAt}(?:{and}{yearAt})*)(?:{to}{month:last})?{clock}{before}?",
    examples: [
      { words: "每年1月31日前", gives: "recurring FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31" },
      { words: "每年2月底前", gives: "recurring FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" },
      { words: "每年6月底、12月底前", gives: "recurring FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1" },
      { words: "每年9月到11月", gives: "recurring FREQ=YEARLY;BYMONTH=9,10,11" },
      { words: "每年年底前", gives: "recurring FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1" },
    ],
  },
  {
    id: "every-after", convention: "RECUR_DAY", means: "everyAfter", reads: readEveryAfter, where: "anywhere",
    pattern: "每一?个?(?<unit>月|季|半年|年)度?(?:结束|终了)后的?{n:n}(?<business>个?工作日)?(?:日|天)?{within}",
    examples: [{ words: "每季度结束后10日内", gives: "recurring FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=10" }, { words: "每年结束后15日内", gives: "recurring FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15" }],
  },
  {
    id: "by-frequency", convention: "RECUR_FREQ", means: "byFrequency", reads: readByFrequency, where: "anywhere",
    pattern: "(?:按|以(?=.{1,2}为))(?<unit>半年|年度?(?![龄级代份轮])|季度|季(?!节)|月|周(?!期|边)|旬|日(?![程常期历]))(?:(?:或者?|、)按?(?<or>半年|年度?|季度?|月|周|旬|日))?(?:为(?:节点|单位|周期))?",
    examples: [{ words: "按季度", gives: "recurring FREQ=MONTHLY;INTERVAL=3" }, { words: "按月或按季度", gives: "recurring FREQ=MONTHLY or FREQ=MONTHLY;INTERVAL=3" }, { words: "以季度为节点", gives: "recurring FREQ=MONTHLY;INTERVAL=3" }],
  },
  {
    id: "frequency-idiom", convention: "RECUR_FREQ", means: "byFrequency", reads: readByFrequency, where: "anywhere",
    pattern: "(?:一(?=[年季月周旬日天]度?一)|(?=半年一))(?<unit>半年|年|季度?|月|周|旬|日|天)度?一{onceVerb}",
    examples: [{ words: "一季一评估", gives: "recurring FREQ=MONTHLY;INTERVAL=3" }, { words: "半年一通报", gives: "recurring FREQ=MONTHLY;INTERVAL=6" }, { words: "半年一小结", gives: "recurring FREQ=MONTHLY;INTERVAL=6" }, { words: "一月一调度", gives: "recurring FREQ=MONTHLY" }],
  },
  {
    id: "times-a-period", convention: "RECUR_FREQ", means: "byFrequency", reads: readByFrequency, where: "anywhere", pattern: "(?:一(?=[年季月周])|(?=半年))(?<unit>半年|年|季度?|月|周)度?[一二两三四五1-9]次",
    examples: [{ words: "一年两次", gives: "recurring FREQ=YEARLY" }, { words: "半年1次", gives: "recurring FREQ=MONTHLY;INTERVAL=6" }],
  },
  {
    id: "frequency-short", convention: "RECUR_FREQ", means: "byFrequency", reads: readByFrequency, where: "cell",
    pattern: "(?<=^|[,、;:(])(?<unit>月|季|年|周|旬|日)(?:度)?(?:调度|通报|报告?|检查|督查|考核?|研判|分析|总结|评估?|更新|清|结|排名|巡查|例会|小结|汇总)(?=$|[,、;)])",
    examples: [{ words: "月调度", gives: "recurring FREQ=MONTHLY" }, { words: "季通报", gives: "recurring FREQ=MONTHLY;INTERVAL=3" }],
  },
  {
    id: "frequency-counted", convention: "TIMES_PER", means: "byFrequency", reads: readByFrequency, where: "cell",
    pattern: "(?<=^|[,、;:(])(?<unit>月|季|年|周|旬|日)度?(?:{onceVerb})?(?:不少于|至少|不低于)?[0-9一两二三四五]{1,2}次(?=$|[,、;)])",
    examples: [{ words: "月巡查1次", gives: "recurring FREQ=MONTHLY" }, { words: "季度不少于2次", gives: "recurring FREQ=MONTHLY;INTERVAL=3" }],
  },
  {
    id: "duration", convention: null, means: "duration", reads: readDuration, where: "anywhere",
    pattern: "(?:(?:{n:low}{to})?{n:n}(?<half>个半)?(?:周(?=年))?{unit:unit}(?<plus>半)?|(?<halfUnit>半(?:年|个?月|天)))(?:左右)?(?:的?时间)?{within}",
    examples: [
      { words: "3个工作日内", gives: "relative P3D business" },
      { words: "一个月内", gives: "relative ../2020-07-08 P1M calendar" },
      { words: "三年内", gives: "relative ../2023-06-08 P3Y calendar" },
      { words: "2—3年内", gives: "relative ../2023-06-08 P3Y calendar" },
      { words: "半年内", gives: "relative ../2020-12-08 P6M calendar" },
      { words: "两周年内", gives: "relative ../2022-06-08 P2Y calendar" },
      { words: "24小时内", gives: "relative PT24H calendar" },
    ],
  },
  {
    id: "duration-use", convention: null, means: "duration", reads: readDuration, where: "anywhere",
    pattern: "用(?:(?:{n:low}{to})?{n:n}(?<half>个半)?{unit:unit}(?<plus>半)?|(?<halfUnit>半(?:年|个?月)))(?:左右)?的?时间",
    examples: [{ words: "用两年时间", gives: "relative ../2022-06-08 P2Y calendar" }, { words: "用3到5年时间", gives: "relative ../2025-06-08 P5Y calendar" }],
  },
  {
    id: "duration-alone", convention: null, means: "bareDuration", reads: readDuration, where: "cell",
    pattern: "(?<=^|[,、;:()]|[期限间]为?|需|用时|(?<!最)后)(?:(?:{n:low}{to})?{n:n}(?<half>个半)?(?<unit>{countUnit}|(?<=半)月|(?<=3[2-9]|[4-9][0-9]|[1-9][0-9][0-9])日)(?<plus>半)?|(?<halfUnit>半(?:年|个?月|天)))(?:左右)?(?:时间)?(?=$|[,、;)])",
    examples: [
      { words: "3个月", gives: "relative ../2020-09-08 P3M calendar" },
      { words: "30天", gives: "relative ../2020-07-08 P30D calendar" },
      { words: "5个工作日", gives: "relative P5D business" },
      { words: "两年半", gives: "relative ../2022-12-08 P30M calendar" },
    ],
  },
  {
    id: "duration-after", convention: "WITHIN_DAYS", means: "durationAfter", reads: readAfter, where: "cell",
    pattern: "(?<![几多])(?:{n:n}(?<half>个半)?(?<more>几|个?多)?(?<unit>{countUnit}|(?<=[半多])月|日)(?<plus>半)?|(?<halfUnit>半(?:年|个?月|天)))(?:之后|以后|后)",
    examples: [{ words: "20天后", gives: "relative 2020-06-28/.. P20D calendar" }, { words: "3年以后", gives: "relative 2023-06-08/.. P3Y calendar" }],
  },
  {
    id: "duration-ago", convention: "NOT_A_DEADLINE", means: "durationAgo", reads: readAgo, where: "cell",
    pattern: "(?<![几多第])(?:{n:n}(?<half>个半)?(?<more>几|个?多)?(?<unit>{countUnit}|(?<=[半多])月|(?<=多)日)(?<plus>半)?|(?<halfUnit>半(?:年|个?月|天)))(?:之前|以前|前)",
    examples: [{ words: "三年前", gives: "relative P3Y calendar" }],
  },
  {
    id: "counting-back", convention: "LOOKING_BACK", means: "lookingBack", reads: readBack, where: "cell",
    pattern: "(?:过去|最?近)的?(?:{n:n}(?<half>个半)?{countUnit:unit}(?<plus>半)?|(?<halfUnit>半(?:年|个?月|天)))|(?:{n:n2}(?<half2>个半)?(?<more>个?多)?(?<unit2>{countUnit}|(?<=[半多])月)(?:(?<plus2>半)|多)?|(?<halfUnit2>半(?:年|个?月|天)))以来",
    examples: [{ words: "近三年", gives: "interval 2017-06-08/2020-06-08" }, { words: "3个月以来", gives: "interval 2020-03-08/2020-06-08" }],
  },
  {
    id: "counting-ahead", convention: "WITHIN_MONTHS", means: "lookingAhead", reads: readDuration, where: "cell",
    pattern: "(?:未来|今后)的?(?:{n:n}(?<half>个半)?{countUnit:unit}(?<plus>半)?|(?<halfUnit>半(?:年|个?月|天))){within}?",
    examples: [{ words: "未来5年内", gives: "relative ../2025-06-08 P5Y calendar" }],
  },
  {
    id: "duration-at-most", convention: null, means: "duration", reads: readDuration, where: "anywhere",
    pattern: "(?:一般)?(?:不少于{n:low}{unit},?)?最长不(?:得)?超过{n:n}{countUnit:unit}",
    examples: [{ words: "最长不超过15个工作日", gives: "relative P15D business" }, { words: "一般不少于5个工作日,最长不超过15个工作日", gives: "relative P15D business" }],
  },
  {
    id: "ahead", convention: null, means: "ahead", reads: readAhead, where: "anywhere",
    pattern: "(?:提前|前){n:n}(?<unit>个?工作日|天|日|个?月|周)(?:以上)?{within}?",
    examples: [{ words: "提前3个工作日", gives: "relative P3D business" }, { words: "前3日", gives: "relative P3D calendar" }],
  },
  {
    id: "ongoing", convention: "ONGOING", means: "ongoing", reads: readOngoing, where: "cell",
    pattern: "(?:并)?(?:按[期时](?:完成|推进|落实|办结)|(?:持续|长期|常年|不断)(?:抓好|推进|坚持|实施|开展|进行|落实|深化|推动|加强|整改|巩固|完善|优化|更新|提升|改进|做好|用力|发力|公开|运行|运营|使用|管护|维护|执行|管理|监测|跟踪|保持)?(?:落实|推进|整改)?|长期性?工作|日常(?:工作|推进|性工作)?|常态化?(?:开展|推进|做好|坚持|保持|实施|落实|进行|抓好)?(?:工作)?|经常性?(?:工作|开展)?|及时(?:公开|更新|办理|推进|完成|落实)?|实时(?:公开|更新)?|(?<![法规约指固限额])不?定期(?!限|间|内)(?:开展|更新|公开|报送)?|适时(?:开展|组织|推进|启动|进行)?|(?:按照?|根据|依据)(?![^,;。]{0,16}另行)[^,;。:()0-9年月日底]{0,14}?(?:进度|计划|安排|部署|要求|时限|节点|规定|通知)(?!另行)(?:要求|安排|时限|节点|部署)?(?:推进|完成|落实|执行|进行|办理)?|随时|不间断|动态(?:更新|调整|管理)|贯穿全程|逐步(?:推进|实施))",
    examples: [
      { words: "持续推进", gives: "ongoing" }, { words: "长期坚持", gives: "ongoing" }, { words: "常态化", gives: "ongoing" }, { words: "及时", gives: "ongoing" },
      { words: "按要求", gives: "ongoing" }, { words: "按时序进度推进", gives: "ongoing" }, { words: "适时", gives: "ongoing" }, { words: "长期", gives: "ongoing" }, { words: "并长期运行", gives: "ongoing" },
    ],
  },
  {
    id: "immediate", convention: "IMMEDIATE", means: "immediate", reads: readImmediate, where: "cell",
    pattern: "立即|即时|即刻|马上|立刻|即日|边[查督]边改|即知即办|即接即办|即办(?:即结)?|随[到报]随办",
    examples: [{ words: "即办", gives: "immediate" }, { words: "即接即办", gives: "immediate" }, { words: "立即", gives: "immediate" }, { words: "马上", gives: "immediate" }],
  },
  {
    id: "immediate-idiom", convention: "IMMEDIATE", means: "immediate", reads: readImmediate, where: "anywhere",
    pattern: "立行立改|立整立改|立知立改|即知即改|即行即改|即查即改|立即整改(?:到位)?",
    examples: [{ words: "立行立改", gives: "immediate" }, { words: "立即整改", gives: "immediate" }, { words: "即知即改", gives: "immediate" }],
  },
  {
    id: "event-before", convention: "EVENT_UNRESOLVED", means: "event", reads: (claim) => readEvent("before", claim), where: "anywhere",
    pattern: "(?:{year}年?)?(?<event>(?:(?:1[0-2]|[1-9]|十[一二]?|[二三四五六七八九])月(?:份|初|中旬|下旬|底)?的?)?{event}(?:来临|到来)?)(?:召开|来临|到来|开始|结束|闭幕)?{before}",
    examples: [{ words: "汛期前", gives: "event" }, { words: "两会前", gives: "event" }, { words: "2020年汛期前", gives: "event" }, { words: "采暖季前", gives: "event" }, { words: "秋季开学前", gives: "event" }, { words: "9月开学前", gives: "event" }, { words: "2022年6月汛期前", gives: "event" }],
  },
  {
    id: "event-around", convention: "AROUND_EVENT", means: "event", reads: readAroundEvent, where: "anywhere",
    pattern: "(?:{year}年?)?(?<event>{event}){around}",
    examples: [{ words: "汛期前后", gives: "event" }, { words: "两节前后", gives: "event" }, { words: "2021年秋季开学前后", gives: "event" }, { words: "两会前后", gives: "event" }],
  },
  {
    id: "holidays-around", convention: "AROUND_EVENT", means: "event", reads: readAroundEvent, where: "anywhere",
    pattern: "(?<event>(?:{year}年?)?{holiday}[、和]?{holiday}){around}",
    examples: [{ words: "元旦春节前后", gives: "event" }, { words: "中秋、国庆前后", gives: "event" }],
  },
  {
    id: "event-after", convention: "HOLIDAY_AFTER", means: "event", reads: (claim) => readEvent("after", claim), where: "anywhere",
    pattern: `(?:{year}年?)?(?<event>{event}(?:结束|闭幕)?)过?{after}${uncounted}(?!(?:起|开始)?{to})`,
    examples: [{ words: "汛期结束后", gives: "event" }, { words: "汛期过后", gives: "event" }, { words: "两会后", gives: "event" }, { words: "秋季开学后", gives: "event" }, { words: "供暖季结束以后", gives: "event" }],
  },
  {
    id: "holiday-after", convention: "HOLIDAY_AFTER", means: "event", reads: (claim) => readEvent("after", claim), where: "anywhere",
    pattern: `(?<event>(?:{year}年?)?{festival}(?:[、和]?{festival})?(?:结束)?)[过收]?{after}${uncounted}(?!(?:起|开始)?{to})`,
    examples: [{ words: "国庆节后", gives: "event" }, { words: "春节过后", gives: "event" }, { words: "2021年春节假期结束后", gives: "event" }, { words: "五一节后", gives: "event" }, { words: "元旦春节之后", gives: "event" }],
  },
  {
    id: "after-until", convention: "HOLIDAY_AFTER", means: "eventUntil", reads: (claim, base) => readEventUntil("after", claim, base), where: "anywhere",
    pattern: "(?<event>(?:{year}年?)?(?:{event}|{festival}(?:[、和]?{festival})?)(?:结束)?)过?{after}(?:起|开始)?{to}{moment:a}{incl}(?:{before}|止|为止|结束)?",
    examples: [{ words: "国庆节后至年底", gives: "interval ../2020-12-31" }, { words: "汛期结束后到11月底前", gives: "interval ../2020-11-30" }],
  },
  {
    id: "event-from", convention: "HOLIDAY_AFTER", means: "event", reads: (claim) => readEvent("after", claim), where: "anywhere",
    pattern: "(?:[自从]?{year}年?)?[自从]?(?<event>[春秋]季(?:学期|开学|学期开学))(?:开始|起始|起)(?!草)",
    examples: [{ words: "秋季开学起", gives: "event" }, { words: "秋季学期起", gives: "event" }, { words: "2024年秋季学期起", gives: "event" }, { words: "从春季学期开学开始", gives: "event" }],
  },
  {
    id: "event-time", convention: "EVENT_UNRESOLVED", means: "event", reads: (claim) => readEvent("after", claim), where: "anywhere",
    pattern: "(?<event>[春秋]季(?:学期)?开学)时?",
    examples: [{ words: "秋季开学", gives: "event" }],
  },
  {
    id: "event-during", convention: "EVENT_UNRESOLVED", means: "event", reads: (claim) => readEvent("after", claim), where: "cell",
    pattern: "(?:{year}年?)?(?<event>[春秋]季学期|[寒暑]假|暑期|主?汛期)(?:期间|内|中)?",
    examples: [{ words: "2025年秋季学期", gives: "event" }, { words: "暑假期间", gives: "event" }, { words: "汛期内", gives: "event" }],
  },
  {
    id: "event-awaited", convention: "EVENT_UNRESOLVED", means: "event", reads: (claim) => readEvent("after", claim), where: "anywhere",
    pattern: "待(?<event>[^,，。；;:：]{2,30}?)(?:之后|以后|后)(?!的?[0-9一二两三四五六七八九十半]{1,3}个?(?:工作日|月|年|天|日|周|季度))(?:再?(?:进行|开展|实施|启动|组织|推进))?",
    examples: [{ words: "待规划确定后实施", gives: "event" }, { words: "待各单位按市政务公开办要求的时间公开后进行", gives: "event" }],
  },
  {
    id: "event-issued", convention: "EVENT_UNRESOLVED", means: "event", reads: (claim) => readEvent("after", claim), where: "cell",
    pattern: "(?<event>[省国市上县区中部][^,;。:()0-9]{1,16}?(?:出台|印发|下发|发布|公布|批复|明确|到位|通过|部署))(?:之后|以后|后)(?!的?[0-9一二两三四五六七八九十半]{1,3}个?(?:工作日|月|年|天|日|周|季度))[^,;。]{0,8}",
    examples: [{ words: "省级方案出台后及时制定", gives: "event" }],
  },
  {
    id: "no-such-day", convention: null, means: "noSuch", reads: readNoSuchDay, where: "anywhere",
    pattern: "(?:{anyYear}年?)?(?:{noMonth}月份?(?!龄)(?:[0-9]{1,2}[日号]|[底末初]|[上中下]旬)?(?:{before}|{within})?|{month}{noDay}[日号]{before}?)",
    examples: [
      { words: "13月底前", gives: "unrecognized" }, { words: "2020年13月", gives: "unrecognized" }, { words: "00月底前", gives: "unrecognized" }, { words: "十三月10日前", gives: "unrecognized" },
      { words: "6月32日前", gives: "unrecognized" }, { words: "2020年6月00日", gives: "unrecognized" }, { words: "6月310日前", gives: "unrecognized" },
    ],
  },
  {
    id: "no-such-quarter", convention: null, means: "noSuch", reads: readNoSuchDay, where: "cell",
    pattern: "(?:{anyYear}年?[-./]?)?(?:第?(?<![0-9十])(?:[05-9]|[五六七八九十])季度|[Qq][05-9](?![0-9]))[末底]?{before}?",
    examples: [{ words: "五季度末", gives: "unrecognized" }, { words: "2021年第五季度", gives: "unrecognized" }, { words: "2021年Q5", gives: "unrecognized" }],
  },
  {
    id: "no-such-week", convention: null, means: "noSuch", reads: readNoSuchDay, where: "cell",
    pattern: "(?:{anyYear}年?)?第(?:0{1,2}|5[4-9]|[6-9][0-9]|[0-9]{3})个?(?:周|星期){before}?",
    examples: [{ words: "第54周前", gives: "unrecognized" }, { words: "2020年第60周", gives: "unrecognized" }],
  },
  {
    id: "unspecified", convention: "TIME_NOT_GIVEN", means: "unspecified", reads: readUnspecified, where: "cell",
    pattern: "限[时期](?:办结|完成|整改|办理)?",
    examples: [{ words: "限时办结", gives: "unrecognized" }],
  },
];

/** Pieces that only phrases use. */
export const phrasePieces: Readonly<Record<string, string>> = {
  anyYear: "(?:(?:[0-9]{2,4}|[一二〇○零三四五六七八九]{4}|[今本当明次翌])年)",
  noMonth: "(?<![0-9])(?:0{1,2}|1[3-9]|[2-9][0-9]|[0-9]{3,4}|[二三四五六七八九]十[一二三四五六七八九]?|十[三四五六七八九])",
  noDay: "(?:0{1,2}|3[2-9]|[4-9][0-9]|[0-9]{3})",
  /** What has no day of its own on the calendar. */
  event: anyEvent,
  /** A holiday as a time that something comes after. */
  festival: `(?:{holiday}|${plainHolidays})节?(?:假期|长假|黄金周|期间)?`,
  monthAt: "(?:{day}|[0-9]{1,2}(?=[、,和及]|前|之前|以前)|底|末|初|[上中下]旬)",
  /** What is done once a period: 一月一调度. */
  onceVerb: "(?:次|评估?|评价|通报|报告?|检查|查|调度|督[查导办]|考核?|研判|分析|例?会商?|[总小]结|汇总|更新|公[布示开]|排名|梳理|调整|研究|推进|清理|对账|盘点|部署|主题|活动|计划|走访|巡[查检]|抽[查检]|测评|演练|培训|简报|专报|会议|评比|验收|结)",
  yearAt: "(?:[0-9]{1,2}(?=(?:、[0-9]{1,2}){1,11}月)|第?[一二三四1-4]季度末?|[上下]半年末?|年[底末初中]|{month}(?:{day}|底|末|初|[上中下]旬)?|[底末])",
};
