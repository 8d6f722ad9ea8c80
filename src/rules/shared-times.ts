/**
 * A time printed once for many rows or items: in a caption, a column header, a heading (conventions/records.md 6).
 * Patterns match printed words; `time` is the stretch that says until when.
 */
export interface SharedTime {
  readonly id: string;
  /** Only as a heading of items or rows; above a table the same words may be the day of the paper or what it reports on. */
  readonly inRows?: true;
  readonly pattern: RegExp;
  readonly examples: readonly { readonly words: string; readonly time: string }[];
  readonly not: readonly string[];
}

const stretch = "[^，,；;。（()）：:]{2,30}";

export const sharedTimes: readonly SharedTime[] = [
  {
    id: "shared-time:labelled",
    pattern: new RegExp(
      `(?:(?:完成|办结|整改|落实|办理|达标|销号|工作|任务|各项)(?:时限|期限|时间|日期|节点)|时限|期限)(?:要求)?(?:均|统一|一律|皆|都)?(?:定)?(?:为|是|[：:])\\s*(?<time>${stretch})`,
      "u",
    ),
    examples: [
      { words: "实事项目（完成时限均为2019年11月底前）", time: "2019年11月底前" },
      { words: "（完成时限：2023年12月底前）", time: "2023年12月底前" },
      { words: "重点任务分工表（办结期限统一为6月30日）", time: "6月30日" },
      { words: "整改时限为年底前", time: "年底前" },
      { words: "以下任务时限均为第三季度末", time: "第三季度末" },
    ],
    not: ["完成时限", "填报时间：2020年5月6日", "制表日期：2021年3月1日", "优化办理时间", "完成时限要求", "压缩办理时限50%"],
  },
  {
    id: "shared-time:done-by",
    pattern: /(?<time>(?:(?:19|20)\d{2}\s?年|今年|明年|本年)?\s?(?:\d{1,2}\s?月(?:\s?\d{1,2}\s?日|[底末]|[上中下]旬)?|第?[一二三四]季度[末底]?|[上下]半年|年[底末内]|[底末])\s?[之以]?前?)(?:须|需|应|要|均|务必)?(?:全部|全面|基本)?(?:完成|办结|办完|做完|干完|落实到位|整改到位|建成|达标|答复|办复|销号|交付|见效)(?![情进率的了后函件意稿])/u,
    examples: [
      { words: "一、补短板项目（6月底前完成）", time: "6月底前" },
      { words: "（二）整治阶段任务（2020年9月30日前完成）", time: "2020年9月30日前" },
      { words: "以下各项年底前全部完成", time: "年底前" },
      { words: "第二批任务（三季度末完成）", time: "三季度末" },
      { words: "一、代表建议（6月30日前答复）", time: "6月30日前" },
      { words: "春季办的事（4月底前办完）", time: "4月底前" },
    ],
    not: ["2019年底前完成情况", "6月底前完成进度表", "2020年未完成事项", "上半年完成率", "已于5月底前完成的事项", "6月答复函", "3月底答复意见汇总"],
  },
  {
    id: "shared-time:within",
    pattern: /(?:限|须|应|需|要求)(?:于|在)?(?<time>(?:20\d{2}\s?年)?(?:\d{1,2}\s?月(?:\s?\d{1,2}\s?日|[底末]|[上中下]旬)?|第?[一二三四]季度[末底]?|[上下]半年|年[底末内])\s?[之以]?前?)(?:完成|办结|整改到位|销号|交付)的?(?:攻坚|重点|整改)?(?:任务|事项|项目|工作|问题)/u,
    examples: [
      { words: "表一　限6月30日前完成的任务", time: "6月30日前" },
      { words: "须年底前办结的事项", time: "年底前" },
    ],
    not: ["已于5月底前完成的任务", "6月底前完成的任务情况", "权限6月调整"],
  },
  {
    id: "shared-time:phase",
    pattern: new RegExp(`(?:阶段|第[一二三四五六七八九十\\d]{1,2}[批期轮]|[一二三四五六七八九十][批期轮])\\s?[（(](?<time>(?:20\\d{2}\\s?年)?\\s?\\d{1,2}\\s?月(?:\\s?\\d{1,2}\\s?日|[上中下]旬|[底初末])?\\s?[-—–~～至到]{1,2}\\s?(?:20\\d{2}\\s?年)?\\s?(?:(?:\\d{1,2}\\s?月)?\\s?\\d{1,2}\\s?日|\\d{1,2}\\s?月(?:[上中下]旬|[底末])?|年底))[）)](?!.{0,4}(?:总结|回顾|情况|进展))`, "u"),
    examples: [
      { words: "表一　自查阶段（4月1日—5月31日）任务安排", time: "4月1日—5月31日" },
      { words: "第二阶段（2024年6月至9月）工作任务", time: "2024年6月至9月" },
      { words: "（三）集中整治阶段（7月上旬—年底）", time: "7月上旬—年底" },
      { words: "第一批(3月1日至4月15日)任务清单", time: "3月1日至4月15日" },
    ],
    not: ["实施方案（2024—2026年）", "任务清单（2024年1月—12月）", "一季度（1月—3月）完成情况", "第一批（3月1日至4月15日）完成情况", "阶段性成果（详见附件）", "统计口径（1月1日—6月30日）"],
  },
  {
    id: "shared-time:neighbours",
    inRows: true,
    pattern: /^(?<time>(?:20\d{2}\s?年)?第?(?:(?:一、二|三、四|1、2|3、4)季度|(?:一、二|三、四|五、六|七、八|九、十|十一、十二|1、2|3、4|5、6|7、8|9、10|11、12)月))份?(?:[（(]20\d{2}\s?年[）)])?(?:重点|主要)?(?:工作|任务)?(?:任务|安排|事项)?[：:]?$/u,
    examples: [
      { words: "三、四季度", time: "三、四季度" },
      { words: "七、八月份重点工作", time: "七、八月" },
      { words: "2024年一、二季度", time: "2024年一、二季度" },
      { words: "11、12月任务安排", time: "11、12月" },
    ],
    not: ["一、二季度指标完成情况", "二、三月份进展情况", "三、四月八民俗活动", "五、六个月内"],
  },
  {
    id: "shared-time:alone",
    inRows: true,
    pattern: /^(?:[（(][一二三四五六七八九十]{1,3}[）)][、.．]?|[一二三四五六七八九十]{1,3}[）)、.．]|\d{1,2}[、.．])?\s{0,4}(?<time>(?:20\d{2}\s?年)?(?:(?:1[0-2]|[1-9])\s?月?[-—–~～至]{1,2}(?:1[0-2]|[1-9])\s?月|(?:1[0-2]|[1-9])\s?月|(?:十[一二]|[一二三四五六七八九十])月|第?[一二三四1-4]季度|[上下]半年))份?(?:[（(]20\d{2}\s?年[）)])?(?:重点|主要)?(?:工作|任务)?(?:任务|安排|事项)?[：:]?$/u,
    examples: [
      { words: "三月", time: "三月" },
      { words: "十一月", time: "十一月" },
      { words: "三、十二月重点工作", time: "十二月" },
      { words: "2024年5月", time: "2024年5月" },
      { words: "一、第一季度重点工作", time: "第一季度" },
      { words: "（二）下半年任务安排", time: "下半年" },
      { words: "7—8月", time: "7—8月" },
    ],
    not: ["三月三民俗活动", "一季度开门红", "十月围城", "二、三月份进展情况", "一、二季度指标完成情况", "月度工作"],
  },
];

/** Where a time for all that stands below begins and ends in printed words, or null; `inRows`: they head items or rows. UTF-16 offsets, half-open. */
export function findSharedTime(text: string, inRows = false): readonly [start: number, end: number] | null {
  for (const { pattern, inRows: only } of sharedTimes) {
    if (only === true && !inRows) continue;
    const match = pattern.exec(text);
    const time = match?.groups?.["time"];
    if (match === null || time === undefined) continue;
    const start = match.index + match[0].indexOf(time);
    return [start, start + time.trimEnd().length];
  }
  return null;
}
